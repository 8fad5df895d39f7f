"""The learner's own rules as one cascade: which of them are about a selector, and which declaration wins.

Priority is the cascade's of CSS Cascade 5: importance, layers, specificity, then order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.checks.css.cascade import Context, Standing, selectors_of, standings
from app.checks.css.kinship import Kinship
from app.checks.css.sheets import PageSheet
from app.checks.css.shorthands import WEAK, longhands
from app.checks.css.specificity import Specificity, specificity
from app.checks.report import Place
from app.checks.written.blocks import WantedRule, conditions_of
from app.checks.written.values import Said
from app.page.css import Declaration, StyleRule
from app.page.css_strictly import parse_css_strictly

MOST_RULES = 20_000
Priority = tuple[bool, int, Specificity, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class LearnersRule:
    """One rule where it stands: its conditions, its layer (higher wins), its place among all rules, its sheet."""

    standing: Standing
    conditions: frozenset[str]
    layer: int
    number: int
    sheet: PageSheet
    alone: Declaration | None = None

    @property
    def selectors(self) -> tuple[str, ...]:
        """Its selectors, each in its one form."""
        return self.standing.selectors

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """What is declared in it itself."""
        if self.alone is not None:
            return (self.alone,)
        return () if self.standing.surrounds else self.standing.rule.declarations

    @property
    def says_something(self) -> bool:
        """Whether anything stands between its braces, or it is a statement that needs none."""
        rule = self.standing.rule
        return bool(rule.declarations or rule.rules) or getattr(rule, "name", "") in ("import", "charset", "layer")

    @property
    def written(self) -> str:
        """Its selectors, or the beginning of the at-rule, as the learner wrote them; of a nested rule in full."""
        rule = self.standing.rule
        if isinstance(rule, StyleRule) and not self.standing.context and self.selectors != selectors_of(rule.selector):
            return ", ".join(self.selectors)
        text = rule.selector if isinstance(rule, StyleRule) else f"@{rule.name} {rule.prelude}"
        return " ".join(text.split())

    @property
    def head(self) -> Place:
        """The place of its selectors, or of the beginning of the at-rule."""
        rule = self.standing.rule
        if isinstance(rule, StyleRule):
            return self.sheet.place(*rule.selector_span)
        return self.sheet.place(rule.span.start, rule.prelude_span.end)

    @property
    def tail(self) -> Place:
        """The place of its last sign, which is its closing brace."""
        start, end = self.standing.rule.span
        return self.sheet.place(max(start, end - 1), end)

    def only(self, declaration: Declaration) -> LearnersRule:
        """The same rule with one of its declarations."""
        return replace(self, alone=declaration)

    def place(self, declaration: Declaration) -> Place:
        """The place of one of its declarations."""
        return self.sheet.place(*declaration.span)


@dataclass(frozen=True, slots=True, eq=False)
class Won(Said):
    """What one longhand is set to by the declaration that wins, where that stands, and how strong it is."""

    rule: LearnersRule
    priority: Priority


class LearnersRules:
    """All rules of some sheets, in order."""

    def __init__(self, sheets: Iterable[PageSheet], kinship: Kinship) -> None:
        self.kinship = kinship
        self.all: list[LearnersRule] = []
        layers: dict[Context, int] = {}
        for sheet in sheets:
            for standing in standings(sheet.sheet.rules, sheet.context):
                if len(self.all) >= MOST_RULES:
                    return
                layer = tuple(part for part in standing.context if part.startswith("@layer"))
                rank = layers.setdefault(layer, len(layers)) if layer else MOST_RULES
                number = len(self.all)
                self.all.append(LearnersRule(standing, conditions_of(standing.context), rank, number, sheet))

    def about(self, selector: str, wanted: WantedRule) -> list[tuple[LearnersRule, str]]:
        """The rules for a selector of a wanted rule in any conditions, each with the selector that makes it one."""
        found: list[tuple[LearnersRule, str]] = []
        for rule in self.all:
            mine = next((each for each in rule.selectors if self.kinship.same(each, selector)), None)
            if mine is None and self._as_a_whole(rule.selectors, wanted.selectors):
                mine = ",".join(rule.selectors)
            if mine is not None:
                found.append((rule, mine))
        return found

    def _as_a_whole(self, mine: Sequence[str], wanted: Sequence[str]) -> bool:
        """Whether two lists of selectors, one of them longer than one, select the same elements together."""
        if len(mine) == 1 == len(wanted) or not mine or "@" in (mine[0][:1], wanted[0][:1]):
            return False
        return self.kinship.same_list(mine, wanted)


def winners(rules: Iterable[tuple[LearnersRule, str]]) -> dict[str, Won]:
    """What these rules set together, by longhand."""
    found: dict[str, Won] = {}
    for rule, selector in rules:
        for won in _settings(rule, selector):
            for name, value in longhands(won.declaration.name, won.declaration.tokens).items():
                if name not in found or found[name].priority <= won.priority:
                    found[name] = Won(value.removeprefix(WEAK), won.declaration, rule, won.priority)
    return found


def _settings(rule: LearnersRule, selector: str) -> Iterator[Won]:
    strength = specificity(selector)
    for at, declaration in enumerate(rule.declarations):
        important = declaration.important
        layer = -rule.layer if important else rule.layer
        yield Won("", declaration, rule, (important, layer, strength, rule.number, at))


def strictly(sheets: Iterable[PageSheet]) -> list[PageSheet]:
    """The same sheets as a browser reads them, which drops what has a typing slip in it."""
    return [
        replace(sheet, sheet=parse_css_strictly(sheet.text, sheet.sheet.file)) if sheet.sheet.slips else sheet
        for sheet in sheets
    ]
