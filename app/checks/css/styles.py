"""The learner's own CSS beside the page: which declaration gives an element a property, and where that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.checks.css.sheets import PageSheets
from app.checks.css.specificity import specificity
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.slips import css_slips
from app.page.css import Declaration, StyleRule, parse_declarations
from app.page.css import Rule as CssRule
from app.page.html import Element
from app.page.page import Page

_WIDER = {"background": "background-", "font": "font-", "border": "border-", "list-style": "list-style-"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One declaration of the learner's, with the selector it stands under and its place."""

    selector: str
    declaration: Declaration
    place: Place

    @property
    def written(self) -> str:
        """The declaration as a learner reads it."""
        return f"{self.declaration.name}: {self.declaration.value}"


class Styles:
    """All of the page's CSS: its sheets in order, then style attributes."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self.scene = scene
        self.sheets = PageSheets(page, scene)
        self.missing = self.sheets.missing
        self.settings: list[Setting] = []
        self.rules: list[tuple[StyleRule, Place]] = []
        for sheet in self.sheets.used:
            self._collect(sheet.sheet.rules, sheet.place)

    def slips(self) -> tuple[Fault, ...]:
        """The typing slips of every sheet."""
        found = (slip for s in self.sheets.used for slip in css_slips(s.sheet, s.source, s.place))
        return tuple(dict.fromkeys(found))

    def _collect(self, rules: tuple[CssRule, ...], place: Callable[[int, int], Place]) -> None:
        for rule in rules:
            if isinstance(rule, StyleRule):
                self.rules.append((rule, place(*rule.selector_span)))
                self.settings += [Setting(rule.selector, d, place(*d.span)) for d in rule.declarations]
            self._collect(rule.rules, place)

    def setting_of(self, element: Element, name: str) -> Setting | None:
        """The declaration that most likely gives the element this property: the strongest, then the last."""
        inline = [s for s in self.inline(element) if sets(s.declaration.name, name)]
        if inline:
            return inline[-1]
        fitting = [s for s in self.settings if sets(s.declaration.name, name) and self.fits(s.selector, element)]
        ranked = sorted(fitting, key=lambda s: (s.declaration.important, specificity(s.selector)))
        return ranked[-1] if ranked else None

    def rule_for(self, element: Element) -> Place | None:
        """The place of the last rule that is about the element."""
        return next((place for rule, place in reversed(self.rules) if self.fits(rule.selector, element)), None)

    def fits(self, selector: str, element: Element) -> bool:
        """Whether a selector of the learner's finds the element."""
        return element in self.scene.select(selector)

    def inline(self, element: Element) -> Iterator[Setting]:
        """What the element's own `style` attribute sets."""
        attribute = element.attribute("style")
        if attribute is None or attribute.value_span is None:
            return
        start, end = attribute.value_span
        sheet = parse_declarations(self.scene.document.source[start:end], self.scene.document.file, start)
        for rule in sheet.rules:
            for declaration in rule.declarations:
                yield Setting("", declaration, self.scene.place(declaration.span))


def sets(name: str, wanted: str) -> bool:
    """Whether a declaration of one property sets another: the same, or its shorthand, or one of its longhands."""
    if name in (wanted, "all"):
        return True
    shorter, longer = sorted((name, wanted), key=len)
    return longer.startswith(_WIDER.get(shorter, f"{shorter}-")) and not shorter.startswith("-")
