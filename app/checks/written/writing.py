"""Whether the learner's style sheets say what a `css written` block wants, as a browser would read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.checks.css.shorthands import longhands
from app.checks.css.styles import Declared, Styles
from app.checks.written.blocks import WantedDeclaration, WantedRule
from app.checks.written.learners_rules import LearnersRule, LearnersRules, Won, winners

About = list[tuple[LearnersRule, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """One selector of a wanted rule beside the learner's rules: those about it, those of them in the same conditions,
    what these set, and what counts in the end.
    """

    selector: str
    wanted: WantedRule
    about: About
    here: About
    own: Mapping[str, Won]
    counting: Mapping[str, Won]

    def says(self, declaration: WantedDeclaration) -> bool:
        """Whether the rules here set what is wanted, as important as is wanted."""
        if not declaration.value.holds(self.own):
            return False
        set_here = [self.own[name] for name in declaration.names if name in self.own]
        return not declaration.important or all(won.declaration.important for won in set_here)

    def overruling(self, declaration: WantedDeclaration) -> Won | None:
        """What another rule for the same elements sets instead, under less narrow conditions; None where nothing."""
        for name in sorted(declaration.names & self.own.keys()):
            if self.counting[name].value != self.own[name].value:
                return self.counting[name]
        return None


class Writing:
    """The learner's rules of some sheets, with the page's style attributes."""

    def __init__(self, rules: LearnersRules, styles: Styles) -> None:
        self.rules = rules
        self.styles = styles

    def look(self, selector: str, wanted: WantedRule, more: About | None = None) -> Looked:
        """One selector looked at; `more` are rules that are about it although they do not say so."""
        about = [*self.rules.about(selector, wanted), *(more or [])]
        more_rules = {id(rule) for rule, _ in more or []}
        here = [pair for pair in about if pair[0].conditions == wanted.conditions or id(pair[0]) in more_rules]
        counting = [pair for pair in about if pair[0].conditions <= wanted.conditions or pair in here]
        return Looked(selector, wanted, about, here, winners(here), winners(counting))

    def holds(self, wanted: WantedRule) -> bool:
        """Whether the rule is there for each of its selectors, and nothing for the same elements overrules it."""
        return all(self._holds_for(self.look(selector, wanted)) for selector in wanted.selectors)

    def _holds_for(self, looked: Looked) -> bool:
        if not looked.wanted.declarations:
            return any(rule.says_something for rule, _ in looked.here)
        return all(
            looked.says(declaration) and not looked.overruling(declaration) and not self.inline(looked, declaration)
            for declaration in looked.wanted.declarations
        )

    def inline(self, looked: Looked, declaration: WantedDeclaration) -> Declared | None:
        """The first `style` attribute that overrules a declaration, if all the elements have one that does."""
        first: Declared | None = None
        for setting in self.of_elements(looked.selector):
            over = None if setting is None else self._over(setting, looked, declaration)
            if over is None:
                return None
            first = first or over
        return first

    def _over(self, settings: list[Declared], looked: Looked, declaration: WantedDeclaration) -> Declared | None:
        for setting in settings:
            for name, value in longhands(setting.declaration.name, setting.declaration.tokens).items():
                won = looked.own.get(name) if name in declaration.names else None
                if won is not None and won.value != value and not won.declaration.important:
                    return setting
        return None

    def of_elements(self, selector: str) -> Iterator[list[Declared] | None]:
        """What the `style` attribute of each element sets; None for one without. Nothing for states and at-rules."""
        if "@" in selector or "%" in selector:
            return
        for order in sorted(self.rules.kinship.elements(selector)):
            element = self.styles.scene.document.elements[order]
            yield list(self.styles.inline(element)) if element.attribute("style") else None
