"""`css` blocks as their author wrote them: questions for the browser, one for each selector and declaration.

The browser is the judge: a declaration holds where applying it changes nothing. What its answers mean for a learner
stands in faults.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.checks.css.moments import Moment, SelectorRefusedError, read_moments
from app.checks.css.settings import REMEDY, SCREEN, Setting, read_settings
from app.checks.css.wanted import Misread, Wanted, read_value
from app.checks.rules import RuleProblem, selector_problems
from app.page.css import AtRule, Declaration, Sheet, StyleRule, parse_css
from app.page.nearest import nearest
from app.page.tag_slips import Slip
from app.page.vocabulary import PROPERTIES

Question = Mapping[str, Any]

LAYOUT = ("--row", "--column", "--gap", "--inside-viewport", "--overflows")
_YES_NO = ("yes", "no")
_SLIP_REMEDIES = {
    "missing-semicolon": "Write `;` at its end.",
    "missing-colon": "Write `:` between the property and its value.",
    "missing-value": "Write what it should be after `:`.",
    "missing-brace": "Write `}` after its last line.",
    "missing-open-brace": "Write `{` after the selector.",
    "stray-brace": "Take the `}` away.",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """One declaration that must hold for every element of a selector, in its states, and where that is looked at."""

    moment: Moment
    name: str
    wanted: Wanted
    line: int
    setting: Setting = SCREEN

    @property
    def written(self) -> str:
        """The declaration as its author wrote it."""
        return f"{self.name}: {self.wanted.text}"

    @property
    def is_layout(self) -> bool:
        """Whether it is about how elements lie, not about a declaration."""
        return self.name in LAYOUT

    @property
    def question(self) -> dict[str, Any]:
        """What the browser is asked."""
        asked: dict[str, Any] = {
            "ask": "effect",
            "selector": self.moment.selector,
            "property": self.name,
            "value": self.wanted.asked,
        }
        if self.moment.bearers:
            asked["states"] = [bearer.asked for bearer in self.moment.bearers]
        if self.moment.pseudo:
            asked["pseudo"] = self.moment.pseudo
        if self.setting.at:
            asked["at"] = self.setting.at
        return asked


def read_effects(text: str, line: int) -> tuple[tuple[Effect, ...], tuple[RuleProblem, ...]]:
    """The effects of a `css` block and what is wrong with it, by line of the exercise file."""
    reader = _Reader(text, line)
    reader.take(reader.sheet.rules, (SCREEN,))
    if not reader.effects and not reader.problems:
        reader.problem(0, "This block asks for nothing.", "Write a rule, such as `h1 { color: darkgreen }`.")
    return tuple(reader.effects), tuple(sorted(reader.problems, key=lambda problem: problem.line))


class _Reader:
    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        self.effects: list[Effect] = []
        self.problems: list[RuleProblem] = []
        self.sheet: Sheet = parse_css(text)
        for slip in self.sheet.slips:
            self._slip(slip)

    def _slip(self, slip: Slip) -> None:
        if slip.kind == "unknown-property":
            self.problem(slip.span.start, f"CSS has no property `{slip.subject}`.", f"Did you mean `{slip.detail}`?")
            return
        written = " ".join(self.text[slice(*slip.span)].split())
        remedy = _SLIP_REMEDIES.get(slip.kind, "Check its braces, `:` and `;`.")
        self.problem(slip.span.start, f"The CSS cannot be read at `{written}`.", remedy)

    def problem(self, offset: int, message: str, remedy: str) -> None:
        self.problems.append(RuleProblem(self._line_at(offset), message, remedy))

    def _line_at(self, offset: int) -> int:
        return self.line + self.text.count("\n", 0, offset)

    def take(self, rules: tuple[StyleRule | AtRule, ...], settings: tuple[Setting, ...]) -> None:
        for rule in rules:
            if isinstance(rule, StyleRule):
                self._take_rule(rule, settings)
            elif rule.name != "media":
                remedy = "Only `@media` may stand in a check. Ask for it in a `css written` block."
                self.problem(rule.span.start, f"`@{rule.name}` cannot be checked.", remedy)
            else:
                inner = tuple(new for setting in settings for new in read_settings(rule.prelude, setting))
                if not inner:
                    self.problem(rule.span.start, f"`@media {rule.prelude}` cannot be checked.", REMEDY)
                elif not rule.rules:
                    self.problem(rule.span.start, f"`@media {rule.prelude}` asks for nothing.", "Write a rule in it.")
                self.take(rule.rules, inner)

    def _take_rule(self, rule: StyleRule, settings: tuple[Setting, ...]) -> None:
        start = rule.span.start
        moments = self._moments(rule)
        for declaration in rule.declarations if moments else ():
            self._take_declaration(rule.selector, moments, declaration, settings)
        for nested in rule.rules:
            written = f"{rule.selector} {getattr(nested, 'selector', '@' + getattr(nested, 'name', ''))}"
            remedy = "Write it as a rule of its own, with the whole selector."
            self.problem(nested.span.start, f"A rule inside a rule cannot be checked: `{written}`.", remedy)
        if not rule.declarations and not rule.rules and moments:
            self.problem(start, f"`{rule.selector}` asks for nothing.", "Write a declaration between its braces.")

    def _moments(self, rule: StyleRule) -> list[Moment]:
        """The moments of a rule's selectors; none where one of them cannot be asked, which is a problem."""
        line = self._line_at(rule.span.start)
        try:
            moments = read_moments(rule.selector)
        except SelectorRefusedError as refused:
            self.problem(rule.span.start, refused.message, refused.remedy)
            return []
        broken = [problem for moment in moments for problem in selector_problems(moment.of_element, line)]
        self.problems += broken
        return [] if broken else moments

    def _take_declaration(
        self, selector: str, moments: list[Moment], declaration: Declaration, settings: tuple[Setting, ...]
    ) -> None:
        name, start = declaration.name, declaration.span.start
        wanted = read_value(name, declaration.value.lower() if name in LAYOUT else declaration.value)
        if isinstance(wanted, Misread):
            self.problem(start, wanted.message, wanted.remedy)
            return
        if name in LAYOUT:
            moments = [Moment(selector, selector, tuple(b for m in moments for b in m.bearers), moments[0].pseudo)]
        refused = self._refused(name, wanted, moments)
        if refused is not None:
            self.problem(start, *refused)
            return
        line = self._line_at(start)
        self.effects += [Effect(moment, name, wanted, line, setting) for setting in settings for moment in moments]

    def _refused(self, name: str, wanted: Wanted, moments: list[Moment]) -> tuple[str, str] | None:
        """Why a declaration cannot be asked of these moments, and what to do."""
        if name in LAYOUT:
            return _refused_layout(name, wanted, moments[0])
        if name.startswith("--"):
            meant = nearest(name, LAYOUT) if wanted.text.lower() in _YES_NO or wanted.word else None
            return (f"There is no layout word `{name}`.", f"Did you mean `{meant}`?") if meant else None
        if not name.startswith("-") and name not in PROPERTIES:
            known = nearest(name, PROPERTIES)  # a slip, which is told already
            return None if known else (f"CSS has no property `{name}`.", "Check how it is spelt.")
        if wanted.changes and not all(moment.bearers for moment in moments):
            return "`changes` asks for a state, such as `:hover`.", "Write it as in `a:hover { color: changes }`."
        deaf = next((moment for moment in moments if not moment.takes(name)), None)
        if deaf is not None:
            return f"`{deaf.pseudo}` takes no `{name}` in any browser.", "Ask for it of the element itself."
        return None


def _refused_layout(name: str, wanted: Wanted, moment: Moment) -> tuple[str, str] | None:
    if moment.bearers or moment.pseudo:
        return f"`{name}` cannot be asked of `{moment.written}`.", "Ask it of elements as they lie, without a state."
    if name == "--gap":
        return None if not wanted.changes else ("`--gap` takes a size.", "Write `--gap: at-least(8px)`.")
    if wanted.text in _YES_NO:
        return None
    return f"`{name}` takes `yes` or `no`.", f"Write `{name}: yes`."
