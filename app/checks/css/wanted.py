"""What a declaration of a `css` block wants: a value, a bound of values, one of several, or that something changes.

`at-least(16px)`, `at-most(…)`, `between(a, b)`, `not(…)`, `any-of(a, b)` and `changes` may stand for a whole value, and
inside `not` and `any-of` for a part. All else is CSS, which the browser reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from app.checks.css.values import parted
from app.page.nearest import nearest

WORDS = ("at-least", "at-most", "between", "not", "any-of")
CHANGES = "changes"
BOUNDS = ("at-least", "at-most", "between")
_NUMBERS = ("dimension", "number", "percentage", "function")
_WEIGHTS = ("normal", "bold")
COLOURS = """
    aqua azure beige black blue brown chocolate coral crimson cyan darkblue darkgray darkgreen darkgrey darkorange
    darkred darkslategray fuchsia gold gray green grey honeydew hotpink indigo ivory khaki lavender lightblue lightgray
    lightgreen lightgrey lightyellow lime limegreen linen magenta maroon midnightblue mintcream navy olive orange orchid
    pink plum purple rebeccapurple red royalblue salmon seagreen sienna silver skyblue slategray snow steelblue tan teal
    tomato turquoise violet wheat white whitesmoke yellow yellowgreen transparent currentcolor inherit"""
_LENGTHS = re.compile(
    r"(?:(?:min|max)-)?(?:width|height|inline-size|block-size)$|margin|padding|font-size$|(?:row-|column-|grid-)?gap$"
    r"|top$|right$|bottom$|left$|inset|border(?:-\w+)*-(?:width|radius)$|border-spacing$|outline-(?:width|offset)$"
    r"|letter-spacing$|word-spacing$|text-indent$|flex-basis$|--gap$"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One value: `word` is "" for plain CSS in `text`, else the word, whose arguments are `parts`."""

    text: str
    word: str = ""
    parts: tuple[Wanted, ...] = ()

    @property
    def asked(self) -> Any:
        """As the browser is asked: a text, or an object with the word (see resources/page-scripts/effects.js)."""
        if not self.word:
            return self.text
        if self.word == CHANGES:
            return {CHANGES: True}
        inside = [part.asked for part in self.parts]
        return {self.word: inside if self.word in ("between", "any-of") else inside[0]}

    @property
    def changes(self) -> bool:
        """Whether it speaks of a change."""
        return self.word == CHANGES or any(part.changes for part in self.parts)

    @property
    def plain(self) -> tuple[str, ...]:
        """The values in plain CSS that would do: it alone, or those of `any-of`."""
        if not self.word:
            return (self.text,)
        return tuple(text for part in self.parts for text in part.plain) if self.word == "any-of" else ()


@dataclass(frozen=True, slots=True)
class Misread:
    """What keeps a value from being asked, and what to do."""

    message: str
    remedy: str


def read_value(name: str, text: str) -> Wanted | Misread:
    """The value of a property as its author wrote it."""
    try:
        return _read(name, tinycss2.parse_component_value_list(text, skip_comments=True))
    except _MisreadError as error:
        return error.misread


class _MisreadError(Exception):
    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.misread = Misread(message, remedy)


def _read(name: str, tokens: Sequence[Any]) -> Wanted:
    solid = [token for token in tokens if token.type != "whitespace"]
    text = tinycss2.serialize(tokens).strip()
    if len(solid) == 1 and solid[0].type == "function":
        word = solid[0].lower_name
        if word in WORDS:
            return _read_word(name, word, text, list(parted(solid[0].arguments)))
        meant = nearest(word, WORDS)
        if meant is not None:
            raise _MisreadError(f"There is no word `{word}(…)`.", f"Did you mean `{meant}(…)`?")
    if len(solid) == 1 and solid[0].type == "ident" and solid[0].lower_value == CHANGES:
        return Wanted(CHANGES, CHANGES)
    _refuse_inside(solid)
    _refuse_slips(name, solid, text)
    return Wanted(text)


def _read_word(name: str, word: str, text: str, arguments: list[list[Any]]) -> Wanted:
    if any(all(token.type == "whitespace" for token in part) for part in arguments) or not arguments:
        raise _MisreadError(
            f"`{text}` has nothing between its brackets, or beside a comma.", f"Write {_EXAMPLES[word]}."
        )
    if word == "not" and len(arguments) > 1:
        inside = ", ".join(tinycss2.serialize(part).strip() for part in arguments)
        raise _MisreadError("`not(…)` takes one value.", f"Write `not(any-of({inside}))`.")
    least, most = _COUNTS[word]
    if not least <= len(arguments) <= most:
        count = "one value" if most == 1 else "two values" if most == 2 else "two values or more"
        raise _MisreadError(f"`{word}(…)` takes {count}.", f"Write {_EXAMPLES[word]}.")
    parts = tuple(_read(name, part) for part in arguments)
    if word in BOUNDS:
        for part, tokens in zip(parts, arguments, strict=True):
            _refuse_bound(name, word, part, tokens)
        _refuse_turned(word, text, arguments)
    return Wanted(text, word, parts)


_COUNTS = {"at-least": (1, 1), "at-most": (1, 1), "between": (2, 2), "not": (1, 1), "any-of": (2, 99)}
_EXAMPLES = {
    "at-least": "`at-least(16px)`",
    "at-most": "`at-most(60rem)`",
    "between": "`between(1rem, 2rem)`, the smaller one first",
    "not": "`not(black)`",
    "any-of": "`any-of(bold, at-least(600))`",
}


def _refuse_bound(name: str, word: str, part: Wanted, tokens: list[Any]) -> None:
    solid = [token for token in tokens if token.type != "whitespace"]
    if part.word:
        raise _MisreadError(f"Inside `{word}(…)` there can only be a size or a number.", f"Write {_EXAMPLES[word]}.")
    weight = name == "font-weight" and part.text.lower() in _WEIGHTS
    colour = len(solid) == 1 and parse_color(solid[0]) is not None
    if colour or not (weight or any(token.type in _NUMBERS for token in solid)):
        remedy = "Write `any-of(…)` or `not(…)` for colours and words."
        raise _MisreadError(f"`{part.text}` is no size or number, so it cannot stand in `{word}(…)`.", remedy)


def _refuse_turned(word: str, text: str, arguments: list[list[Any]]) -> None:
    """`between(2rem, 1rem)` could never be met."""
    numbers = [[t for t in part if t.type != "whitespace"] for part in arguments]
    if word != "between" or any(len(part) != 1 or part[0].type == "function" for part in numbers):
        return
    low, high = numbers[0][0], numbers[1][0]
    if getattr(low, "unit", "") == getattr(high, "unit", "") and getattr(low, "value", 0) > getattr(high, "value", 0):
        raise _MisreadError(f"`{text}` has the larger value first, so nothing fits it.", f"Write {_EXAMPLES[word]}.")


def _refuse_inside(solid: Sequence[Any]) -> None:
    """A word beside other values: `at-least(1px) solid`."""
    for token in solid:
        if token.type == "function" and token.lower_name in WORDS:
            raise _MisreadError(
                f"`{token.lower_name}(…)` must be the whole value.",
                "Ask for one property at a time, such as `border-width: at-least(1px)`.",
            )


def _refuse_slips(name: str, solid: Sequence[Any], text: str) -> None:
    """Values that no browser knows, where it can be told: a misspelt colour, a size without a unit."""
    if len(solid) != 1:
        return
    token = solid[0]
    if token.type == "ident" and re.search(r"(^|-)color$", name) and parse_color(token) is None:
        meant = nearest(token.lower_value, COLOURS.split())
        if meant is not None:
            raise _MisreadError(f"CSS has no colour `{text}`.", f"Did you mean `{meant}`?")
    if lacks_unit(name, token):
        raise _MisreadError(f"`{name}: {text}` needs a unit.", f"Did you mean `{text}px`?")


def lacks_unit(name: str, token: Any) -> bool:
    """Whether a token is a bare number where CSS wants a length."""
    return token.type == "number" and token.value != 0 and _LENGTHS.match(name) is not None
