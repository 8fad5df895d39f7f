"""Whether an attribute's value is what is wanted, comparing it as HTML reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import lru_cache
from urllib.parse import unquote

from app.checks.css.cascade import inline_style
from app.checks.html.patterns import WantedAttribute
from app.checks.html.phrase import Counter, members
from app.checks.vocabulary import (
    ADDRESS_ATTRIBUTES,
    BOOLEAN_ATTRIBUTES,
    CASELESS_ATTRIBUTES,
    SET_ATTRIBUTES,
    SPACED_ATTRIBUTES,
    SPOKEN_ATTRIBUTES,
)

_AROUND_SIGNS = re.compile(r"\s*([:;,])\s*")
_SITE = re.compile(r"([a-z][a-z0-9+.-]*:)//([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN_DIGITS = re.compile(r"[\s().-]")


def value_fits(wanted: WantedAttribute, value: str, count: Counter) -> bool:
    """Whether the value will do; text for people is folded as text is, sets are sets, addresses lead to the same place,
    the rest is letter for letter.
    """
    phrase, name = wanted.value, wanted.name
    if phrase is None or name in BOOLEAN_ATTRIBUTES:
        return True
    if phrase.written.strip() == "":
        return not value.strip()
    if name in SET_ATTRIBUTES:
        return not missing_members(wanted, value, count)
    loose = name in SPOKEN_ATTRIBUTES or name in CASELESS_ATTRIBUTES
    if phrase.matches(value, count, exact=not loose):
        return True
    if name in SPACED_ATTRIBUTES and phrase.changed(_tidy).matches(_tidy(value), count, exact=not loose):
        return True
    same = _SAME.get(name)
    if same is None:
        return False
    mail = value.strip().lower().startswith("mailto:")
    return same(value) in map(same, phrase.plain) or phrase.matches(address(value), count, exact=not mail)


@lru_cache(maxsize=1024)
def address(value: str) -> str:
    """An address in one form: `%20` and a space, a site with and without its slash, and the dots of a telephone number
    lead to the same place.
    """
    plain = unquote(value.strip())
    scheme = plain.partition(":")[0].lower()
    if scheme == "mailto":
        return plain.lower()
    if scheme == "tel" and not plain[4:5].isspace():
        return _BETWEEN_DIGITS.sub("", plain.lower())
    site = _SITE.fullmatch(plain)
    if site:
        return f"{site[1].lower()}//{site[2].lower()}{site[3] if site[3][:1] == '/' else '/' + site[3]}"
    return plain.removeprefix("./") or plain


@lru_cache(maxsize=1024)
def settings(value: str) -> Hashable:
    """Settings such as a viewport's, which may stand in any order, and `1.0` for `1`."""
    parts = _tidy(value.lower()).split(",")
    return frozenset(re.sub(r"\.0+$", "", part) for part in parts) if all("=" in part for part in parts) else value


def _tidy(value: str) -> str:
    return _AROUND_SIGNS.sub(r"\1", value).removesuffix(";")


_SAME: dict[str, Callable[[str], Hashable]] = {
    # what brings values that mean the same into one form
    **dict.fromkeys(ADDRESS_ATTRIBUTES, address),
    "style": inline_style,
    "content": settings,
}


def missing_members(wanted: WantedAttribute, value: str, count: Counter) -> list[str]:
    """The words of a set such as `class` that are wanted and not there; with `|`, those of the nearest alternative."""
    caseless = wanted.name in CASELESS_ATTRIBUTES
    given = value.split()
    sets = [
        [word for word in words if not any(word.matches(one, count, exact=not caseless) for one in given)]
        for words in (members(wanted.value) if wanted.value else ())
    ]
    return [word.written for word in min(sets, key=len)] if sets else []
