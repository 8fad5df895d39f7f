"""CSS values in one form each: notations of colours, zeros, numbers, quotes, letter case, spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from app.page.css_tokens import too_deep

LENGTHS = frozenset(
    ["px", "em", "rem", "ex", "ch", "vw", "vh", "vmin", "vmax", "cm", "mm", "q", "in", "pt", "pc", "lh", "rlh"]
)
_GENERIC = frozenset(
    ["serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "math"]
) | {"ui-monospace", "ui-rounded", "emoji", "inherit", "initial", "unset", "revert"}
# Where a word that is also the name of a colour is somebody's own name.
_OWN_NAMES = re.compile(
    r"animation|grid|counter|will-change|view-|container|font-family|content$|page$|quotes|list-style-type"
)
_WEIGHTS = {"bold": "700", "normal": "400"}
_GAP = tinycss2.ast.WhitespaceToken(0, 0, " ")  # declarations are kept without what parts their tokens
_COLOUR_FUNCTIONS = frozenset(["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"])


def parted(tokens: Sequence[Any]) -> Iterator[list[Any]]:
    """Component values cut at their commas; one empty part where there are none."""
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def canonical_value(name: str, tokens: Sequence[Any]) -> str:
    """A value of this property in the one form it is compared in; `1 rem` is two things, `1rem` is one."""
    if name == "font-family":
        return canonical_family(tokens)
    colours = not _OWN_NAMES.search(name)
    text = spelled([part for token in tokens for part in (token, _GAP)], colours=colours)
    if name == "font-weight":
        return _WEIGHTS.get(text, text)
    if name == "opacity" and text.endswith("%"):
        return _number(float(text[:-1]) / 100)
    return text


def spelled(tokens: Sequence[Any], *, colours: bool = True) -> str:
    """Component values as text: single spaces, none around commas and slashes."""
    parts: list[str] = []
    for token in tokens:
        part = _token(token, colours)
        if part in (",", "/") and parts and parts[-1] == " ":
            parts.pop()
        if part == " " and (not parts or parts[-1] in (" ", ",", "/")):
            continue
        if part:
            parts.append(part)
    return "".join(parts).strip()


def words_of(name: str, tokens: Sequence[Any]) -> list[str] | None:
    """A value cut at its spaces, each part in its one form; `/` and `,` are parts of their own."""
    parts: list[str] = []
    colours = not _OWN_NAMES.search(name)
    for token in tokens:
        if token.type in ("whitespace", "comment"):
            continue
        if token.type == "error":
            return None
        parts.append(_token(token, colours))
    return parts


def canonical_family(tokens: Sequence[Any]) -> str:
    """Font names: quoted or not, in any letter case, are the same; `serif` and its like are names only unquoted."""
    families: list[str] = []
    part: list[Any] = []
    for token in [*tokens, None]:
        if token is not None and not (token.type == "literal" and token.value == ","):
            part.append(token)
            continue
        words = [t for t in part if t.type not in ("whitespace", "comment")]
        if len(words) == 1 and words[0].type == "string":
            name = words[0].value.lower()
            families.append(f'"{name}"' if name in _GENERIC else " ".join(name.split()))
        else:
            families.append(" ".join(_token(word, False) for word in words))
        part = []
    return ",".join(families)


def _token(token: Any, colours: bool) -> str:
    """One component value in its one form."""
    kind = token.type
    if kind == "whitespace":
        return " "
    if kind == "comment":
        return ""
    if kind == "ident":
        return _ident(token, colours)
    if kind == "hash":
        return (_colour(token) if colours else None) or "#" + str(token.value)
    if kind in ("number", "percentage", "dimension"):
        return _measured(token)
    if too_deep([token]):
        return "(…)"
    if kind == "function":
        return _function(token, colours)
    return _rest(token, colours)


def _rest(token: Any, colours: bool) -> str:
    kind = token.type
    if kind == "string":
        return '"' + str(token.value).replace('"', '\\"') + '"'
    if kind == "url":
        return f"url({token.value})"
    if kind in ("() block", "[] block", "{} block"):
        return f"{kind[0]}{spelled(token.content, colours=colours)}{kind[1]}"
    return str(getattr(token, "value", None) or token.serialize())


def _ident(token: Any, colours: bool) -> str:
    if str(token.value).startswith("--"):
        return str(token.value)
    return (_colour(token) if colours else None) or str(token.lower_value)


def _colour(token: Any) -> str | None:
    try:
        colour = parse_color(token)
    except (ValueError, TypeError, ZeroDivisionError, OverflowError, AttributeError):
        return None
    if colour is None or colour == "currentcolor":
        return colour and "currentcolor"
    if colour.space not in ("srgb", "hsl", "hwb"):
        return f"{colour.space}({' '.join(_number(c or 0) for c in colour.coordinates)}/{_number(colour.alpha)})"
    red, green, blue = (colour.to("srgb")).coordinates
    # A browser keeps eight bits a channel: half is 128, as in #80.
    bits = [int(min(1, max(0, channel or 0)) * 255 + 0.500001) for channel in (red, green, blue, colour.alpha)]
    return "rgb({} {} {}/{})".format(*bits)


def _function(token: Any, colours: bool) -> str:
    name = str(token.lower_name)
    if name in _COLOUR_FUNCTIONS:
        colour = _colour(token)
        if colour is not None:
            return colour
    if name == "url" and token.arguments:
        inside = [t for t in token.arguments if t.type == "string"]
        return f"url({inside[0].value})" if inside else f"url({spelled(token.arguments)})"
    return f"{name}({spelled(token.arguments, colours=colours)})"


def _measured(token: Any) -> str:
    number = _number(token.value)
    if token.type == "percentage":
        return number + "%"
    if token.type == "number":
        return number
    unit = str(token.lower_unit)
    return "0" if number == "0" and unit in LENGTHS else number + unit


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if value else "0"
