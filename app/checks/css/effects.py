"""`css` blocks: questions for the browser, one for each selector and declaration, and what its answers mean.

The browser is the judge: a declaration holds where applying it changes nothing. Where it does not hold, the learner's
own CSS is searched for the declaration that sets the property, so that the line can be named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.checks.rules import RuleProblem, selector_problems
from app.page.css import AtRule, Declaration, Sheet, StyleRule, parse_css
from app.page.nearest import nearest
from app.page.vocabulary import PROPERTIES

Question = Mapping[str, Any]

_WIDTH = re.compile(r"\(\s*(?:(?:max|min)-)?width\s*:\s*(\d{2,4})px\s*\)")
_DARK = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)")
_LAYOUT = ("--row", "--column", "--gap", "--inside-viewport", "--overflows")
_COMPARING = re.compile(r"^(at-least|at-most|between|not|any-of)\(")
_STATES = re.compile(r"::[\w-]*|:(hover|focus-visible|focus-within|focus|active)\b")
_LATER = "Say it in another way, or leave it out for now."


@dataclass(frozen=True, slots=True)
class Effect:
    """One declaration that must hold for every element a selector matches, and at which width, medium and colour."""

    selector: str
    name: str
    value: str
    line: int
    width: int | None = None
    medium: str = "screen"
    dark: bool = False

    @property
    def question(self) -> dict[str, Any]:
        """What the browser is asked."""
        asked: dict[str, Any] = {
            "ask": "effect",
            "selector": self.selector,
            "property": self.name,
            "value": self.value,
        }
        if self.width is not None or self.medium != "screen" or self.dark:
            asked["at"] = {"width": self.width or 1024, "media": self.medium, "dark": self.dark}
        return asked


def read_effects(text: str, line: int) -> tuple[tuple[Effect, ...], tuple[RuleProblem, ...]]:
    """The effects of a `css` block and what is wrong with it, by line of the exercise file."""
    reader = _Reader(text, line)
    reader.take(reader.sheet.rules, {})
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
            if slip.kind == "unknown-property":
                self.problem(
                    slip.span.start, f"CSS has no property `{slip.subject}`.", f"Did you mean `{slip.detail}`?"
                )
            else:
                written = " ".join(text[slice(*slip.span)].split())
                self.problem(
                    slip.span.start, f"The CSS cannot be read at `{written}`.", "Check its braces, `:` and `;`."
                )

    def problem(self, offset: int, message: str, remedy: str) -> None:
        self.problems.append(RuleProblem(self._line_at(offset), message, remedy))

    def _line_at(self, offset: int) -> int:
        return self.line + self.text.count("\n", 0, offset)

    def take(self, rules: tuple[StyleRule | AtRule, ...], at: dict[str, Any]) -> None:
        for rule in rules:
            if isinstance(rule, StyleRule):
                self._take_rule(rule, at)
            elif rule.name == "media":
                setting = _setting(rule.prelude)
                if setting is None:
                    remedy = "Write `print`, `(width: 375px)` or `(prefers-color-scheme: dark)`."
                    self.problem(rule.span.start, f"`@media {rule.prelude}` cannot be checked.", remedy)
                else:
                    self.take(rule.rules, {**at, **setting})
            else:
                self.problem(
                    rule.span.start, f"`@{rule.name}` cannot be checked.", "Only `@media` may stand in a check."
                )

    def _take_rule(self, rule: StyleRule, at: dict[str, Any]) -> None:
        state = _STATES.search(rule.selector)
        if state:
            self.problem(rule.span.start, f"This Midweek cannot check `{state[0]}` yet.", _LATER)
            return
        broken = list(selector_problems(rule.selector, self._line_at(rule.span.start)))
        self.problems += broken
        for declaration in () if broken else rule.declarations:
            self._take_declaration(rule.selector, declaration, at)
        if not rule.declarations and not broken:
            self.problem(
                rule.span.start, f"`{rule.selector}` asks for nothing.", "Write a declaration between its braces."
            )

    def _take_declaration(self, selector: str, declaration: Declaration, at: dict[str, Any]) -> None:
        name, value, start = declaration.name, declaration.value, declaration.span.start
        comparing = _COMPARING.match(value)
        if name in _LAYOUT or comparing or value == "changes":
            word = f"{comparing[1]}(…)" if comparing else value if value == "changes" else name
            self.problem(start, f"This Midweek cannot check `{word}` yet.", _LATER)
            return
        if not name.startswith("-") and name not in PROPERTIES and not nearest(name, PROPERTIES):
            self.problem(start, f"CSS has no property `{name}`.", "Check how it is spelt.")
            return
        self.effects.append(Effect(selector, name, value, self._line_at(start), **at))


def _setting(prelude: str) -> dict[str, Any] | None:
    """What `@media` asks for, or None where it cannot be set up."""
    found: dict[str, Any] = {}
    for part in re.split(r"\s+and\s+", prelude.strip().lower()):
        width = _WIDTH.fullmatch(part)
        if width:
            found["width"] = int(width[1])
        elif _DARK.fullmatch(part):
            found["dark"] = True
        elif part in ("print", "screen"):
            found["medium"] = part
        else:
            return None
    return found
