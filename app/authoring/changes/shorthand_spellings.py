"""Shorthands of CSS as their longhands, and longhands as a shorthand: only where nothing else is set by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from app.authoring.changes.colours import COLOUR
from app.authoring.changes.edits import Edit
from app.authoring.changes.families import family
from app.authoring.changes.rule_spellings import plain_rules
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Source
from app.authoring.changes.value_spellings import values
from app.page.css import Declaration

_SIDES = ("top", "right", "bottom", "left")
_CORNERS = ("top-left", "top-right", "bottom-right", "bottom-left")
_BOXES = {
    "margin": [f"margin-{side}" for side in _SIDES],
    "padding": [f"padding-{side}" for side in _SIDES],
    "border-width": [f"border-{side}-width" for side in _SIDES],
    "border-style": [f"border-{side}-style" for side in _SIDES],
    "border-color": [f"border-{side}-color" for side in _SIDES],
    "border-radius": [f"border-{corner}-radius" for corner in _CORNERS],
    "inset": list(_SIDES),
}
_PAIRS = {"gap": ["row-gap", "column-gap"], "overflow": ["overflow-x", "overflow-y"]}
_LINES = ("border", "border-top", "border-right", "border-bottom", "border-left", "outline")
_WIDTH = re.compile(r"[\d.]+(px|em|rem)|thin|medium|thick|0", re.IGNORECASE)
_LINE_STYLE = re.compile(r"none|dotted|dashed|solid|double|groove|ridge|inset|outset", re.IGNORECASE)
_WIDE = re.compile(r"var\(|env\(|/|,|\b(inherit|initial|unset|revert)\b", re.IGNORECASE)
_FONT = re.compile(
    r"(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|[1-9]00)\s+)?(?P<size>[\d.]+(?:px|em|rem|%))"
    r"(?:\s*/\s*(?P<line>[\d.]+(?:px|em|rem|%)?))?\s+(?P<family>[A-Za-z][\w, -]*)"
)
_WORD = re.compile(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+")


def _words(value: str) -> list[str]:
    return _WORD.findall(value)


def longhands(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """A shorthand written as its longhands, all of them."""
    for ruled, declaration, _ in values(source):
        apart = _apart(declaration, sheets)
        if apart and chance.random() < 0.8 and not any(d.name == "all" for d in ruled.rule.declarations):
            bang = " !important" if declaration.important else ""
            yield Edit(*declaration.span, "; ".join(f"{name}: {value}{bang}" for name, value in apart))


def _apart(declaration: Declaration, sheets: Sheets) -> list[tuple[str, str]]:
    """The longhands of a declaration; none where it is no shorthand, or sets more than it says."""
    name, value = declaration.name, declaration.value
    parts = _words(value)
    if name == "font":
        return _font(value)
    if _WIDE.search(re.sub(r"(rgb|hsl)a?\([^()]*\)", "c", value)):
        return []
    if name in _BOXES and 1 <= len(parts) <= 4:
        four = [parts[0], parts[1 % len(parts)], parts[2 % len(parts)] if len(parts) != 3 else parts[2], ""]
        four[3] = parts[3] if len(parts) == 4 else four[1]
        return list(zip(_BOXES[name], four, strict=True))
    if name in _PAIRS and 1 <= len(parts) <= 2:
        return list(zip(_PAIRS[name], [parts[0], parts[-1]], strict=True))
    if name in _LINES and len(parts) == 3 and not sheets.mention("border-image"):
        return _line(name, parts)
    if name == "flex" and len(parts) == 3 and all(re.fullmatch(r"[\d.]+", part) for part in parts[:2]):
        return list(zip(("flex-grow", "flex-shrink", "flex-basis"), parts, strict=True)) if parts[2] != "0" else []
    return _alone(name, value, sheets)


def _alone(name: str, value: str, sheets: Sheets) -> list[tuple[str, str]]:
    """The one longhand that a shorthand is used for, where no sheet says anything of the others."""
    if name == "background" and COLOUR.fullmatch(value):
        others = sheets.mention(r"background-(?!color)|background:[^;]*\(")
        return [] if others else [("background-color", value)]
    if name == "list-style" and value == "none":
        return [] if sheets.mention("list-style-") else [("list-style-type", "none")]
    return []


def _font(value: str) -> list[tuple[str, str]]:
    match = _FONT.fullmatch(value)
    if match is None or re.search(r"\b(inherit|initial|unset|revert)\b", value):
        return []
    said = {
        "font-style": match["style"], "font-variant": None, "font-weight": match["weight"], "font-stretch": None,
        "font-size": match["size"], "line-height": match["line"], "font-family": match["family"],
    }  # fmt: skip
    return [(name, part or "normal") for name, part in said.items()]


def _line(name: str, parts: list[str]) -> list[tuple[str, str]]:
    """Width, style and colour, in whatever order they stand."""
    width = [part for part in parts if _WIDTH.fullmatch(part)]
    style = [part for part in parts if _LINE_STYLE.fullmatch(part)]
    colour = [part for part in parts if COLOUR.fullmatch(part)]
    if len(width) == len(style) == len(colour) == 1:
        return [(f"{name}-width", width[0]), (f"{name}-style", style[0]), (f"{name}-color", colour[0])]
    return []


def shorthands(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Four longhands in a row as their shorthand, and a shorthand of equal values shorter or longer."""
    del sheets
    for _, declaration, span in values(source):
        parts = _words(declaration.value)
        if declaration.name in _BOXES and len(parts) <= 4 and not _WIDE.search(declaration.value):
            forms = [form for form in _same_box(parts) if form != declaration.value]
            if forms:
                yield Edit(*span, chance.choice(forms))
    for ruled in [*plain_rules(source), *source.inline]:
        for name, whole in [*_BOXES.items(), *_PAIRS.items()]:
            mine = [declaration for declaration in ruled.rule.declarations if family(declaration.name) == family(name)]
            yield from _together(source, name, whole, mine)


def _same_box(parts: list[str]) -> list[str]:
    four = [parts[0], parts[1 % len(parts)], parts[2 % len(parts)] if len(parts) != 3 else parts[2], ""]
    four[3] = parts[3] if len(parts) == 4 else four[1]
    forms = [" ".join(four)]
    if four[3] == four[1]:
        forms.append(" ".join(four[:3]))
        if four[2] == four[0]:
            forms.append(" ".join(four[:2]))
            forms += [four[0]] if four[1] == four[0] else []
    return forms


def _together(source: Source, name: str, whole: list[str], mine: Sequence[Declaration]) -> Iterator[Edit]:
    """The longhands of one rule, if they are all there, alike in importance, and nothing else of their family is."""
    by_name = {declaration.name: declaration for declaration in mine}
    if set(by_name) != set(whole) or len(mine) != len(whole) or len({d.important for d in mine}) > 1:
        return
    parts = [by_name[each].value for each in whole]
    single = all(len(_words(part)) == 1 and not re.search(r"[\"'\\!]|/\*", part) for part in parts)
    if single and not any(_WIDE.search(part) for part in parts):
        bang = " !important" if mine[0].important else ""
        for declaration in mine[:-1]:
            end = source.text.find(";", declaration.span.end) + 1
            yield Edit(declaration.span.start, end, "")
        yield Edit(*mine[-1].span, f"{name}: {' '.join(parts)}{bang}")


def word_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Width, style and colour of a line in another order."""
    del sheets
    for _, declaration, span in values(source):
        parts = _words(declaration.value)
        if declaration.name in _LINES and _line(declaration.name, parts):
            chance.shuffle(parts)
            yield Edit(*span, " ".join(parts))
