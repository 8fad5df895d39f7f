"""Values as an author writes them in a `css written` block, and whether a learner's declaration says one of them.

`red | darkred` and `any-of(red, darkred)` are alternatives. An alternative with `…` or `[number]` in it is compared as
it was written, any other by what it sets: shorthands, colours, zeros and letter case make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2

from app.checks.css.shorthands import LONGHANDS, WEAK, Longhands, longhands
from app.checks.css.values import canonical_value, words_of
from app.checks.html.phrase import KINDS, Phrase, parse_phrase
from app.page.css import Declaration

_HOLE = re.compile(r"…|\.\.\.|\[(" + "|".join(KINDS) + r")\]", re.IGNORECASE)
_COLOUR_FUNCTION = re.compile(r"\b(hsl|rgb)a?\(([^()]*)\)")
_AMOUNT = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))([a-z%]*)")
_ABSOLUTE = {"px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "pt": 4 / 3, "pc": 16.0}
COMPARING = ("at-least", "at-most", "between")


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one longhand is set to: its value in its one form, and the declaration it comes from."""

    value: str
    declaration: Declaration


Sayings = Mapping[str, Said]
Alternative = Callable[[Sayings], bool]


@dataclass(frozen=True, slots=True, eq=False)
class WrittenValue:
    """What a property must be set to: one of the alternatives, or with `negated` none of them.

    `names` are the longhands it is about; `exact` what they must be, where there is one way only.
    """

    names: frozenset[str]
    alternatives: tuple[Alternative, ...]
    negated: bool = False
    exact: Longhands | None = None

    def holds(self, sayings: Sayings) -> bool:
        """Whether these settings, by longhand, say it."""
        if self.negated:
            return bool(self.names & sayings.keys()) and not any(fits(sayings) for fits in self.alternatives)
        return any(fits(sayings) for fits in self.alternatives)


def written_value(name: str, tokens: Sequence[Any]) -> WrittenValue:
    """The value of a declaration of a block; `tokens` with the white space between them."""
    solid = [token for token in tokens if token.type not in ("whitespace", "comment")]
    only = solid[0] if len(solid) == 1 and solid[0].type == "function" else None
    if only is not None and only.lower_name == "not":
        inner = written_value(name, only.arguments)
        return WrittenValue(inner.names, inner.alternatives, not inner.negated)
    chosen = only is not None and only.lower_name == "any-of"
    parts = parted(only.arguments, ",") if only is not None and chosen else parted(tokens, "|")
    if only is not None and only.lower_name in COMPARING:
        return WrittenValue(_names(name, ()), (_measured(name, only),))
    names = frozenset(each for part in parts for each in _names(name, part))
    only_way = len(parts) == 1 and not _HOLE.search(tinycss2.serialize(tokens))
    exact = _strong(name, tokens) if only_way else None
    return WrittenValue(names, tuple(_alternative(name, part) for part in parts), exact=exact)


def parted(tokens: Sequence[Any], sign: str) -> list[list[Any]]:
    """Component values cut at a sign."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _strong(name: str, tokens: Sequence[Any]) -> Longhands:
    """What a value sets, without what a shorthand only sets back."""
    return {each: value for each, value in longhands(name, tokens).items() if not value.startswith(WEAK)}


def _names(name: str, tokens: Sequence[Any]) -> frozenset[str]:
    known = longhands(name, tokens) if tokens else {}
    if len(known) > 1:
        return frozenset(_strong(name, tokens)) or frozenset(known)
    return frozenset(LONGHANDS.get(name, tuple(known) or tuple(longhands(name, _ZERO)))) | frozenset(known)


_ZERO = tinycss2.parse_component_value_list("0")


def _alternative(name: str, tokens: Sequence[Any]) -> Alternative:
    text = tinycss2.serialize(tokens)
    if _HOLE.search(text):
        phrase = parse_phrase(folded(text))
        return lambda sayings: any(phrase_fits(phrase, each) for each in as_written(name, sayings))
    wanted = _strong(name, tokens)

    def fits(sayings: Sayings) -> bool:
        return all(each in sayings and sayings[each].value == value for each, value in wanted.items())

    return fits


def phrase_fits(phrase: Phrase, text: str) -> bool:
    """Whether a value as it was written is what the phrase asks for; nothing can be counted in CSS."""
    return phrase.matches(folded(text), lambda _: 0)


def folded(text: str) -> str:
    """A value as it was written, without what never matters: spaces, letter case, the older commas of colours."""
    text = " ".join(re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL).lower().split())
    text = re.sub(r"\s*([,/])\s*", r"\1", re.sub(r"(?<=\()\s+|\s+(?=\))", "", text))
    text = re.sub(r"(?<![\w.…])\.(?=\d)", "0.", text)
    return _COLOUR_FUNCTION.sub(_modern, text)


def _modern(found: re.Match[str]) -> str:
    parts = found[2].split(",")
    inside = " ".join(parts[:3]) + "".join(f"/{part}" for part in parts[3:])
    return f"{found[1]}({inside})"


def as_written(name: str, sayings: Sayings) -> list[str]:
    """How a property's value stands in the learner's declarations: the value, and for a longhand that was set by a
    shorthand the words of it that can be meant; for a shorthand that was set by its longhands, these put together.
    """
    if name in sayings:
        declaration = sayings[name].declaration
        value = declaration.value
        return [value] if _sets_only(declaration, name) else [value, *_words(name, sayings[name])]
    parts = [sayings[each] for each in _names(name, ()) if each in sayings]
    if len(parts) < len(LONGHANDS.get(name, ("",))):
        return []
    if all(part.declaration is parts[0].declaration for part in parts):
        return [parts[0].declaration.value]
    order = LONGHANDS[name]
    words = [(_words(each, sayings[each]) or [sayings[each].declaration.value])[0] for each in order]
    return [" ".join(words), *(words[:1] if len(set(words)) == 1 else [])]


def _sets_only(declaration: Declaration, name: str) -> bool:
    return declaration.name == name or len(longhands(declaration.name, declaration.tokens)) == 1


def _words(name: str, said: Said) -> list[str]:
    """The words of a shorthand's value that stand for this longhand, as they were written."""
    tokens = [token for token in said.declaration.tokens if token.type not in ("whitespace", "comment")]
    held = [t for t in tokens if [canonical_value(name, [t])] == words_of(name, [t]) == [said.value]]
    return [tinycss2.serialize([token]) for token in held]


def _measured(name: str, function: Any) -> Alternative:
    """`at-least(16px)`, `at-most(…)`, `between(a, b)`: the same unit, or another that is as fixed."""
    limits = [amount(tinycss2.serialize(part)) for part in parted(function.arguments, ",")]
    low = limits[0] if function.lower_name != "at-most" else None
    high = limits[-1] if function.lower_name != "at-least" else None

    def fits(sayings: Sayings) -> bool:
        found = [amount(text) for text in as_written(name, sayings)]
        return any(_between(each, low, high) for each in found if each is not None)

    return fits


def _between(found: tuple[float, str], low: tuple[float, str] | None, high: tuple[float, str] | None) -> bool:
    for limit, turned in ((low, 1), (high, -1)):
        if limit is not None and (limit[1] != found[1] and 0 not in (found[0], limit[0])):
            return False
        if limit is not None and turned * (found[0] - limit[0]) < -1e-6:
            return False
    return True


@lru_cache(maxsize=512)
def amount(text: str) -> tuple[float, str] | None:
    """A number with its unit, in pixels where the unit is a fixed one; None where the text is no such thing."""
    found = _AMOUNT.fullmatch(text.strip().lower())
    if found is None:
        return None
    factor = _ABSOLUTE.get(found[2])
    return (float(found[1]) * factor, "px") if factor else (float(found[1]), found[2])
