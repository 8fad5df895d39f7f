"""What an answer's CSS sets that the start's does not, and the checks that ask for it.

Where the declaration is the one that wins for all elements its selector finds, its effect is asked for; where another
overrules it, or no element shows it at rest, that it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.checks.additions.proposals import Proposal
from app.checks.css.cascade import selectors_of
from app.checks.css.shorthands import longhands
from app.checks.css.styles import AT_REST, Styles
from app.checks.html.scene import Scene
from app.checks.wording.sentences import sentence
from app.page.css import AtRule, Declaration, Rule, StyleRule
from app.page.page import Page


@dataclass(frozen=True, slots=True)
class _Set:
    """One declaration, under one selector, in at-rules (`@media print`) from the outside in."""

    at: tuple[str, ...]
    selector: str
    declaration: Declaration

    @property
    def entries(self) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
        """What is set, in the one form that spelling does not change."""
        for selector in selectors_of(self.selector):
            for name, value in longhands(self.declaration.name, self.declaration.tokens).items():
                yield self.at, selector, name, f"{value} !" if self.declaration.important else value


def style_proposals(start: tuple[Page, Scene], answer: tuple[Page, Scene]) -> Iterator[tuple[Proposal, ...]]:
    """For each declaration of the answer that the start does not have, what could ask for it, the best first."""
    had = {entry for one in _settings(Styles(*start)) for entry in one.entries}
    styles = Styles(*answer)
    for one in _settings(styles):
        if any(entry not in had for entry in one.entries):
            yield tuple(_proposals(one, styles))


def _settings(styles: Styles) -> Iterator[_Set]:
    for sheet in styles.sheets.used:
        yield from _inside(sheet.sheet.rules, ())


def _inside(rules: Sequence[Rule], at: tuple[str, ...]) -> Iterator[_Set]:
    for rule in rules:
        if isinstance(rule, StyleRule):
            yield from (_Set(at, rule.selector, declaration) for declaration in rule.declarations)
            nested = (inner for inner in rule.rules if isinstance(inner, AtRule))
            for inner in nested:
                around = f"@{inner.name} {inner.prelude}".strip()
                yield from (_Set((*at, around), rule.selector, declaration) for declaration in inner.declarations)
        elif not rule.declarations:
            yield from _inside(rule.rules, (*at, f"@{rule.name} {rule.prelude}".strip()))


def _proposals(one: _Set, styles: Styles) -> Iterator[Proposal]:
    declaration, selector = one.declaration, " ".join(one.selector.split())
    shown = f"{declaration.name}: {' '.join(declaration.value.split())}"
    block = f"{selector} {{ {shown} }}"
    for rule in reversed(one.at):
        block = f"{rule} {{ {block} }}"
    kind = "proposed-style-at" if one.at else "proposed-style"
    goal = sentence(kind, {"selector": selector, "shown": shown, "at": " ".join(one.at)})
    if not declaration.name.startswith("--") and _wins(one, styles):
        yield Proposal("css", block, goal)
    yield Proposal("css written", block, goal)


def _wins(one: _Set, styles: Styles) -> bool:
    """Whether the declaration is the strongest for every element that its selector finds, and it finds some."""
    elements = styles.scene.select(one.selector)
    declared = (styles.about(element, one.declaration.name, AT_REST) for element in elements)
    return bool(elements) and all(each and each[-1].declaration is one.declaration for each in declared)
