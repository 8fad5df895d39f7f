"""Values as an author writes them in a `css written` block, and whether a learner's declaration says one of them.

`red | darkred` are alternatives, as in HTML values; `any-of(…)`, `not(…)` and the bounds are read by wanted.py. What
has `…` or `[number]` in it is compared as it was written, all else by what it sets: shorthands, colours, zeros and
letter case make no difference.
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
from app.checks.css.wanted import BOUNDS, Misread, Wanted, read_value
from app.checks.html.phrase import KINDS, Phrase, parse_phrase
from app.page.css import Declaration
from app.page.css_tokens import too_deep

_HOLE = re.compile(r"…|\.\.\.|\[(" + "|".join(KINDS) + r")\]", re.IGNORECASE)
_COLOUR_FUNCTION = re.compile(r"\b(hsl|rgb)a?\(([^()]*)\)")
_AMOUNT = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))([a-z%]*)")
_ABSOLUTE = {"px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "pt": 4 / 3, "pc": 16.0}
_WEIGHTS = {"normal": "400", "bold": "700"}


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What one longhand is set to: its value in its one form, and the declaration it comes from."""

    value: str
    declaration: Declaration


Sayings = Mapping[str, Said]
Alternative = Callable[[Sayings], bool]


@dataclass(frozen=True, slots=True, eq=False)
class WrittenValue:
    """What a property must be set to: one of the alternatives.

    `names` are the longhands it is about; `exact` what they must be, where there is one way only; `wanted` the
    alternatives as read.
    """

    names: frozenset[str]
    alternatives: tuple[Alternative, ...]
    wanted: tuple[Wanted, ...]
    exact: Longhands | None = None

    @property
    def plain(self) -> bool:
        """Whether it is one value in plain CSS."""
        return self.exact is not None

    def holds(self, sayings: Sayings) -> bool:
        """Whether these settings, by longhand, say it."""
        return any(fits(sayings) for fits in self.alternatives)


def written_value(name: str, text: str) -> WrittenValue:
    """The value of a declaration of a block; a part that is misread is taken for plain CSS."""
    parts = parts_of(text)
    wanted = [Wanted(part) if has_hole(part) else read_value(name, part) for part in parts]
    read = [Wanted(part) if isinstance(one, Misread) else one for part, one in zip(parts, wanted, strict=True)]
    plain = [_tokens(each) for one in read for each in one.plain or ("0",)]
    names = frozenset(each for tokens in plain for each in _names(name, tokens))
    only_way = len(read) == 1 and not read[0].word and not has_hole(text)
    exact = _strong(name, plain[0]) if only_way else None
    return WrittenValue(names, tuple(_alternative(name, one) for one in read), tuple(read), exact)


def _tokens(text: str) -> list[Any]:
    """As the tokens of a declaration are kept: without what parts them."""
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    return [token for token in tokens if token.type != "whitespace"]


def parts_of(text: str) -> list[str]:
    """The alternatives of a value, each as written."""
    return [tinycss2.serialize(part).strip() for part in parted(tinycss2.parse_component_value_list(text), "|")]


def has_hole(text: str) -> bool:
    """Whether `…` or one of the kinds such as `[number]` stands in a value."""
    return _HOLE.search(text) is not None


def without_kinds(text: str) -> str:
    """A value with `…` for `[number]` and its like."""
    return _HOLE.sub("…", text)


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


def _alternative(name: str, wanted: Wanted) -> Alternative:
    if wanted.word == "any-of":
        inside = [_alternative(name, part) for part in wanted.parts]
        return lambda sayings: any(fits(sayings) for fits in inside)
    if wanted.word == "not":
        unwanted, names = _alternative(name, wanted.parts[0]), _names(name, ())
        return lambda sayings: bool(names & sayings.keys()) and not unwanted(sayings)
    if wanted.word in BOUNDS:
        return _bound(name, wanted)
    if has_hole(wanted.text):
        phrase = parse_phrase(folded(wanted.text))
        return lambda sayings: any(phrase_fits(phrase, each) for each in as_written(name, sayings))
    return _exactly(_strong(name, _tokens(wanted.text)))


def _exactly(wanted: Longhands) -> Alternative:
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
    held = [
        t for t in tokens if [canonical_value(name, [t])] == words_of(name, [t]) == [said.value] and not too_deep([t])
    ]
    return [tinycss2.serialize([token]) for token in held]


def _bound(name: str, wanted: Wanted) -> Alternative:
    """`at-least(16px)`, `at-most(…)`, `between(a, b)`: the same unit, or another that is as fixed."""
    limits = [amount(part.text) for part in wanted.parts]
    low = limits[0] if wanted.word != "at-most" else None
    high = limits[-1] if wanted.word != "at-least" else None

    def fits(sayings: Sayings) -> bool:
        return any(_between(each, low, high) for text in as_written(name, sayings) if (each := amount(text)))

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
    text = text.strip().lower()
    found = _AMOUNT.fullmatch(_WEIGHTS.get(text, text))
    if found is None:
        return None
    factor = _ABSOLUTE.get(found[2])
    return (float(found[1]) * factor, "px") if factor else (float(found[1]), found[2])
