"""How strong a selector is, by Selectors Level 4, section 17: ids, then classes and their like, then tags.

`:is()`, `:not()` and `:has()` count as the strongest selector in their brackets, `:where()` as nothing, and
`:nth-child(… of S)` as one class and the strongest of S. A list counts as its strongest selector.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import tinycss2

from app.checks.css.values import parted

Specificity = tuple[int, int, int]

_NOTHING: Specificity = (0, 0, 0)
_AS_INSIDE = frozenset(["is", "not", "has", "matches", "-webkit-any", "-moz-any"])
_OF = frozenset(["nth-child", "nth-last-child"])
_WITH_SELECTOR = frozenset(["host", "host-context", "slotted", "cue"])
_OLD_ELEMENTS = frozenset(["before", "after", "first-line", "first-letter"])  # one colon will do for these
_DEEPEST = 20


@lru_cache(maxsize=2048)
def specificity(selector: str) -> Specificity:
    """The specificity of a selector, or of the strongest in a list; text that is no selector has some, never raises."""
    return _strongest(tinycss2.parse_component_value_list(selector, skip_comments=True), 0)


def _strongest(tokens: Sequence[Any], depth: int) -> Specificity:
    return max((_complex(part, depth) for part in parted(tokens)), default=_NOTHING)


def _complex(tokens: Sequence[Any], depth: int) -> Specificity:
    ids = classes = tags = 0
    sign = ""
    for token in tokens:
        if token.type == "literal" and token.value in (".", ":"):
            sign += str(token.value)
            continue
        more = _NOTHING
        if sign.startswith(":"):
            more = _pseudo(token, sign, depth)
        elif sign == "." or token.type == "[] block":
            more = (0, 1, 0)
        elif token.type == "hash":
            more = (1, 0, 0)
        elif token.type == "ident":
            more = (0, 0, 1)
        ids, classes, tags = ids + more[0], classes + more[1], tags + more[2]
        sign = ""
    return ids, classes, tags


def _pseudo(token: Any, sign: str, depth: int) -> Specificity:
    name = str(getattr(token, "lower_name", None) or getattr(token, "lower_value", ""))
    element = sign == "::" or name in _OLD_ELEMENTS
    if token.type != "function" or depth > _DEEPEST:
        return (0, 0, 1) if element else (0, 1, 0)
    if name == "where":
        return _NOTHING
    if name in _AS_INSIDE:
        return _strongest(token.arguments, depth + 1)
    inside = _NOTHING
    if name in _OF:
        inside = _strongest(_behind_of(token.arguments), depth + 1)
    elif name in _WITH_SELECTOR:
        inside = _strongest(token.arguments, depth + 1)
    return inside[0], inside[1] + (not element), inside[2] + element


def _behind_of(tokens: Sequence[Any]) -> Sequence[Any]:
    at = next((n for n, token in enumerate(tokens) if token.type == "ident" and token.lower_value == "of"), len(tokens))
    return tokens[at + 1 :]
