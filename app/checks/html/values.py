"""Whether an attribute's value is what is wanted, comparing it as HTML reads it."""

from __future__ import annotations

import re

from app.checks.html.patterns import WantedAttribute
from app.checks.html.phrase import Counter, parse_phrase
from app.checks.vocabulary import (
    BOOLEAN_ATTRIBUTES,
    CASELESS_ATTRIBUTES,
    SET_ATTRIBUTES,
    SPACED_ATTRIBUTES,
    SPOKEN_ATTRIBUTES,
)

_AROUND_SIGNS = re.compile(r"\s*([:;,])\s*")


def value_fits(wanted: WantedAttribute, value: str, count: Counter) -> bool:
    """Whether the value will do; text for people is folded as text is, sets are sets, the rest is letter for letter."""
    phrase = wanted.value
    if phrase is None or wanted.name in BOOLEAN_ATTRIBUTES:
        return True
    if phrase.written.strip() == "":
        return not value.strip()
    if wanted.name in SET_ATTRIBUTES:
        return not missing_members(wanted, value, count)
    if wanted.name in SPACED_ATTRIBUTES:
        phrase, value = parse_phrase(_tidy(phrase.written)), _tidy(value)
    mail = phrase.written.lower().startswith("mailto:")
    loose = mail or wanted.name in SPOKEN_ATTRIBUTES or wanted.name in CASELESS_ATTRIBUTES
    return phrase.matches(value, count, exact=not loose)


def missing_members(wanted: WantedAttribute, value: str, count: Counter) -> list[str]:
    """The words of a set such as `class` that are wanted and not there; with `|`, those of the nearest alternative."""
    given = value.split()
    written = wanted.value.written if wanted.value else ""
    sets = [
        [word for word in part.split() if not any(parse_phrase(word).matches(g, count, exact=True) for g in given)]
        for part in written.split("|")
    ]
    return min(sets, key=len)


def _tidy(value: str) -> str:
    return _AROUND_SIGNS.sub(r"\1", value).strip().removesuffix(";")
