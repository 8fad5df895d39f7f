"""The learner's own CSS beside the page: which declaration gives an element a property, and where that is written.

What wins is the cascade's to say (CSS Cascade 5, section 6): importance, then the `style` attribute, layers,
specificity and order. States and settings count as in a `css` block: `a:hover` gives a link nothing while no mouse is
over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tinycss2.color4 import parse_color

from app.checks.css.cascade import Context, standings
from app.checks.css.kinship import Kinship
from app.checks.css.moments import Moment, SelectorRefusedError, read_moments
from app.checks.css.settings import SCREEN, Setting
from app.checks.css.sheets import PageSheet, PageSheets
from app.checks.css.shorthands import LONGHANDS
from app.checks.css.specificity import Specificity, specificity
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.slips import css_slips
from app.page.css import AtRule, Declaration, StyleRule, parse_declarations
from app.page.html import Element
from app.page.page import Page

MOST_RULES = 2_000  # of which the reasons are looked for; the browser judges by all
MOST_IDLE = 200
AT_REST = Moment("", "")
_IMPLIED = {
    "active": ("active", "hover"),
    "focus": ("focus", "focus-visible", "focus-within"),
    "focus-visible": ("focus", "focus-visible", "focus-within"),
    "focus-within": ("focus-within",),
}


@dataclass(frozen=True, slots=True, eq=False)
class LearnersStyle:
    """One rule of the learner's: its selectors, the `@media` and the like around it, its layer (higher wins)."""

    selectors: tuple[str, ...]
    rule: StyleRule
    context: Context
    layer: int
    number: int
    sheet: PageSheet

    @property
    def place(self) -> Place:
        """Where its selector stands."""
        return self.sheet.place(*self.rule.selector_span)

    @property
    def around(self) -> str:
        """The `@media` it stands in; empty where there is none."""
        return next((part for part in reversed(self.context) if part.startswith("@media")), "")

    def counts(self, setting: Setting) -> bool:
        """Whether the page is looked at in a way in which the rule counts."""
        media = (part.removeprefix("@media ") for part in self.context if part.startswith("@media"))
        return all(setting.meets(each) for each in media)


@dataclass(frozen=True, slots=True, eq=False)
class Declared:
    """One declaration of the learner's that is about an element: of a rule, or at its `own` place in `style`."""

    declaration: Declaration
    selector: str = ""
    rule: LearnersStyle | None = None
    own: Place | None = None

    @property
    def place(self) -> Place | None:
        """Where it is written."""
        return self.rule.sheet.place(*self.declaration.span) if self.rule else self.own

    @property
    def written(self) -> str:
        """The declaration as a learner reads it."""
        return f"{self.declaration.name}: {self.declaration.value}"

    @property
    def inline(self) -> bool:
        """Whether it stands in a `style` attribute."""
        return self.rule is None

    @property
    def is_colour(self) -> bool:
        """Whether its value is a colour, rightly spelt."""
        return len(self.declaration.tokens) == 1 and parse_color(self.declaration.tokens[0]) is not None

    @property
    def states(self) -> frozenset[str]:
        """The states its selector asks for."""
        moment = _moment(self.selector) if self.selector else None
        return frozenset(moment.states if moment else ())

    def counts(self, setting: Setting) -> bool:
        """Whether the page is looked at in a way in which it counts."""
        return self.rule is None or self.rule.counts(setting)

    @property
    def strength(self) -> tuple[bool, bool, int, Specificity, int, int]:
        """The higher one wins."""
        important, start = self.declaration.important, self.declaration.span.start
        if self.rule is None:
            return important, True, 0, (0, 0, 0), 0, start
        layer = -self.rule.layer if important else self.rule.layer
        return important, False, layer, specificity(self.selector), self.rule.number, start


class Styles:
    """All of the page's CSS: its sheets in order, then style attributes."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self.scene = scene
        self.sheets = PageSheets(page, scene)
        self.rules = list(_rules(self.sheets.used))
        self._kinship = Kinship(scene)
        self._by_name: dict[str, list[tuple[LearnersStyle, list[Declaration]]]] = {}

    def slips(self) -> tuple[Fault, ...]:
        """The typing slips of every sheet."""
        found = (slip for s in self.sheets.used for slip in css_slips(s.sheet, s.source, s.place))
        return tuple(dict.fromkeys(found))

    def about(self, element: Element, name: str, moment: Moment) -> list[Declared]:
        """Everything that sets a property of the element at this moment, in whatever setting; the strongest last."""
        found = [] if moment.pseudo else [each for each in self.inline(element) if sets(each.declaration.name, name)]
        for rule, setting in self._setting(name):
            selector = self._fitting(rule, element, moment)
            if selector is not None:
                found += [Declared(declaration, selector, rule) for declaration in setting]
        return sorted(found, key=lambda each: each.strength)

    def _setting(self, name: str) -> list[tuple[LearnersStyle, list[Declaration]]]:
        """The rules that set a property, each with the declarations that do."""
        if name not in self._by_name:
            pairs = ((rule, [d for d in rule.rule.declarations if sets(d.name, name)]) for rule in self.rules)
            self._by_name[name] = [(rule, setting) for rule, setting in pairs if setting]
        return self._by_name[name]

    def only_in(self, setting: Setting) -> Iterator[LearnersStyle]:
        """The rules that count in a setting and not on a plain screen: those of its `@media`."""
        return (rule for rule in self.rules if rule.around and rule.counts(setting) and not rule.counts(SCREEN))

    def rule_for(self, element: Element, moment: Moment, setting: Setting) -> Place | None:
        """The place of the last rule that is about the element, in the `@media` of the setting if there is one."""
        inside = list(self.only_in(setting))
        rules = inside or [rule for rule in self.rules if rule.counts(setting)]
        fitting = (rule.place for rule in reversed(rules) if self._fitting(rule, element, moment) is not None)
        return next(fitting, inside[-1].place if inside else None)

    def idle(self, name: str) -> Iterator[LearnersStyle]:
        """The rules that set a property and whose selectors fit nothing on the page."""
        some = islice(self._setting(name), MOST_IDLE)
        return (rule for rule, _ in some if not any(map(self._found, rule.selectors)))

    def says(self, sheet: PageSheet, name: str) -> bool:
        """Whether a sheet, asked for or not, sets a property anywhere."""
        rules = (standing.rule for standing in standings(sheet.sheet.rules, sheet.context))
        return any(sets(declaration.name, name) for rule in rules for declaration in rule.declarations)

    def inline(self, element: Element) -> Iterator[Declared]:
        """What the element's own `style` attribute sets."""
        attribute = element.attribute("style")
        if attribute is None or attribute.value_span is None:
            return
        start, end = attribute.value_span
        sheet = parse_declarations(self.scene.document.source[start:end], self.scene.document.file, start)
        for rule in sheet.rules:
            for declaration in rule.declarations:
                yield Declared(declaration, own=self.scene.place(declaration.span))

    def _fitting(self, rule: LearnersStyle, element: Element, moment: Moment) -> str | None:
        """The strongest selector of a rule that finds the element at this moment."""
        fitting = [each for each in rule.selectors if self._fits(each, element, moment)]
        return max(fitting, key=specificity, default=None)

    def _fits(self, selector: str, element: Element, moment: Moment) -> bool:
        mine = _moment(selector)
        if mine is None or mine.pseudo != moment.pseudo:
            return False
        lasting = {name for state in moment.states for name in _IMPLIED.get(state, (state,))}
        return lasting.issuperset(mine.states) and element.order in self._kinship.elements(mine.selector)

    def _found(self, selector: str) -> bool:
        mine = _moment(selector)
        return mine is not None and bool(self._kinship.elements(mine.selector))


def _rules(sheets: list[PageSheet]) -> Iterator[LearnersStyle]:
    layers: dict[Context, int] = {}
    number = 0
    for sheet in sheets:
        for standing in standings(sheet.sheet.rules, sheet.context):
            layer = tuple(part for part in standing.context if part.startswith("@layer"))
            rank = layers.setdefault(layer, len(layers)) if layer else MOST_RULES
            if isinstance(standing.rule, AtRule) and standing.rule.name == "layer" and not standing.rule.rules:
                for name in standing.rule.prelude.split(","):  # `@layer a, b;` says their order
                    layers.setdefault((*layer, f"@layer {name.strip()}"), len(layers))
            if isinstance(standing.rule, StyleRule) and not standing.surrounds and number < MOST_RULES:
                number += 1
                yield LearnersStyle(standing.selectors, standing.rule, standing.context, rank, number, sheet)


@lru_cache(maxsize=4096)
def _moment(selector: str) -> Moment | None:
    try:
        return read_moments(selector)[0]
    except SelectorRefusedError:
        return None


@lru_cache(maxsize=4096)
def sets(name: str, wanted: str) -> bool:
    """Whether a declaration of one property sets another: the same, its shorthand, or one of its longhands."""
    if name in (wanted, "all"):
        return True
    if name in LONGHANDS or wanted in LONGHANDS:
        return not set(LONGHANDS.get(name, (name,))).isdisjoint(LONGHANDS.get(wanted, (wanted,)))
    shorter, longer = sorted((name, wanted), key=len)
    return longer.startswith(f"{shorter}-") and not shorter.startswith("-")
