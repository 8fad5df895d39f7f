"""The conditions of `@media` in one form: spacing, letter case, order, and `max-width` beside `width <=` mean nothing.

Source of the forms: Media Queries Level 4, sections 2.4.3 (ranges) and 4 (`em` in a query is the browser's own 16 px).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import tinycss2

from app.checks.css.values import spelled
from app.page.css_tokens import readable

_RANGE = re.compile(r"([^<>=]+)(<=|>=|<|>|=)([^<>=]+)(?:(<=|>=|<|>)([^<>=]+))?")
_TURNED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<", "=": "="}
_LIMITS = {"<=": "max-", ">=": "min-", "=": "", ":": ""}
_NAME = re.compile(r"-?[a-z][a-z-]*")
_EM = re.compile(r"(-?[\d.]+)r?em")
_NO_MEDIUM = frozenset(["all", ""])


def canonical_media(prelude: str) -> str:
    """A media query list as it is compared: queries sorted, each with its parts sorted and joined with ` and `."""
    queries: list[list[Any]] = [[]]
    for token in tinycss2.parse_component_value_list(readable(prelude), skip_comments=True):
        if token.type == "literal" and token.value == ",":
            queries.append([])
        else:
            queries[-1].append(token)
    return ",".join(sorted(" and ".join(sorted(_parts(query))) or "all" for query in queries))


def conditions(prelude: str) -> frozenset[str]:
    """What must all be so for rules inside to count; several queries are one condition, `all` is none."""
    canonical = canonical_media(prelude)
    return frozenset([canonical] if "," in canonical else canonical.split(" and ")) - _NO_MEDIUM


def _parts(query: list[Any]) -> set[str]:
    parts: list[list[Any]] = [[]]
    for token in query:
        if token.type == "ident" and token.lower_value == "and":
            parts.append([])
        else:
            parts[-1].append(token)
    found = {part for tokens in parts for part in _part(tokens)}
    return found - {"all"} if len(found) > 1 else found


def _part(tokens: list[Any]) -> list[str]:
    solid = [token for token in tokens if token.type != "whitespace"]
    if len(solid) == 1 and solid[0].type == "() block":
        return _feature(solid[0].content)
    text = spelled(tokens, colours=False)
    return [text.removeprefix("only ")] if text else []


def _feature(tokens: Sequence[Any]) -> list[str]:
    """`max-width: 600px`, `width <= 600px`, `400px <= width <= 600px`: a feature, a sign and a value each."""
    text = re.sub(r"\s*([:<>=]+)\s*", r"\1", spelled(tokens, colours=False))
    name, colon, value = text.partition(":")
    if colon:
        return [_said(name, ":", value)]
    found = _RANGE.fullmatch(text)
    if found is None:
        return [f"({text})"]
    first, sign, middle, second, last = found.groups()
    if not _NAME.fullmatch(middle):
        return [_said(first, sign, middle)]
    return [_said(middle, _TURNED[sign], first), *([_said(middle, second, last)] if second else [])]


def _said(name: str, sign: str, value: str) -> str:
    """`width <= 600px` is said as `max-width: 600px`."""
    em = _EM.fullmatch(value)
    value = f"{float(em[1]) * 16:g}px" if em else value
    return f"({_LIMITS.get(sign, '')}{name}{':' if sign in _LIMITS else sign}{value})"
