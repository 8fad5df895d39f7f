"""Other spellings of CSS values: colours, zeros and numbers, weights, font names, letter case, shorthands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from app.authoring.changes.colours import COLOUR, notations
from app.authoring.changes.edits import Edit
from app.authoring.changes.rule_spellings import plain_rules
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Ruled, Source, words
from app.page.css import Declaration
from app.page.html import Span

_COLOURED = re.compile(r"colou?r|background|border|outline|shadow|^fill|^stroke|text-decoration|column-rule")
_LENGTHS = re.compile(
    r"(margin|padding|top|right|bottom|left|inset|width|height|(min|max)-(width|height)|(row-|column-)?gap|text-indent"
    r"|letter-spacing|word-spacing|border-radius|border(-(top|right|bottom|left))?-width)(-(top|right|bottom|left))?"
)
_ZERO = re.compile(r"(?<![\w.#%(+-])0(?:px|em|rem)?(?![\w.%])")
_FRACTION = re.compile(r"(?<![\w.#-])(\d*)\.(\d+)(?=[a-z%\s,)/]|$)", re.IGNORECASE)
_LENGTH = re.compile(r"(?<![\w.#%+-])(?=[1-9.])[\d.]+(px|em|rem|%)(?![\w%])")
_WEIGHTS = {"bold": "700", "normal": "400", "700": "bold", "400": "normal"}
_GENERIC = words(
    """serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded emoji math
    fangsong inherit initial unset revert revert-layer blinkmacsystemfont default"""
)
_KEYWORDED = words("display position float text-align font-style font-weight text-transform overflow visibility cursor")
_FONT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?: [A-Za-z][A-Za-z0-9]*)*")


def values(source: Source) -> Iterator[tuple[Ruled, Declaration, Span]]:
    """The values that can be written otherwise: those of no variable, with no string, address or escape in them."""
    for ruled in [*plain_rules(source), *source.inline]:
        for declaration in ruled.rule.declarations:
            value, span = declaration.value, declaration.value_span
            if (
                source.written(span) == value
                and not declaration.name.startswith("--")
                and not re.search(r"url\(|[\"'\\{}!]|/\*", value)
            ):
                yield ruled, declaration, span


def colours(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Colours by name, in hexadecimal, as rgb() or hsl()."""
    del sheets
    for _, declaration, span in values(source):
        if _COLOURED.search(declaration.name):
            for match in COLOUR.finditer(declaration.value):
                forms = notations(match[0])
                if forms:
                    yield Edit(span.start + match.start(), span.start + match.end(), chance.choice(forms))


def zeros(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`0` and `0px` of lengths."""
    del sheets
    for _, declaration, span in values(source):
        if _LENGTHS.fullmatch(declaration.name) and "(" not in declaration.value:
            for match in _ZERO.finditer(declaration.value):
                forms = {"0", "0px", "0em", "0rem", "0.0px"} - {match[0]}
                yield Edit(span.start + match.start(), span.start + match.end(), chance.choice(sorted(forms)))


def numbers(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`.5`, `0.5`, `0.50`; `+2em`."""
    del sheets
    for _, declaration, span in values(source):
        found: list[Edit] = []
        for match in _FRACTION.finditer(declaration.value):
            whole, rest = match[1].lstrip("0"), match[2].rstrip("0") or "0"
            forms = {f"{whole}.{rest}", f"{whole or '0'}.{rest}", f"{whole or '0'}.{rest}0"} - {match[0]}
            found.append(Edit(span.start + match.start(), span.start + match.end(), chance.choice(sorted(forms))))
        if not found and _LENGTHS.fullmatch(declaration.name) and "(" not in declaration.value:
            signs = _LENGTH.finditer(declaration.value)
            found = [Edit(span.start + m.start(), span.start + m.start(), "+") for m in signs if chance.random() < 0.3]
        yield from found


def weights(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`bold` and 700, `normal` and 400."""
    del sheets, chance
    for _, declaration, span in values(source):
        if declaration.name == "font-weight" and declaration.value.lower() in _WEIGHTS:
            yield Edit(*span, _WEIGHTS[declaration.value.lower()])


def font_names(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Names of fonts with or without quotation marks."""
    del sheets
    for ruled in plain_rules(source):
        for declaration in ruled.rule.declarations:
            if declaration.name == "font-family" and source.written(declaration.value_span) == declaration.value:
                names = [_font_name(name.strip(), chance) for name in declaration.value.split(",")]
                yield Edit(*declaration.value_span, chance.choice([", ", ","]).join(names))


def _font_name(written: str, chance: Random) -> str:
    quoted = written[:1] in ("'", '"') and written[-1:] == written[:1]
    name = written[1:-1] if quoted else written
    if not _FONT.fullmatch(name) or name.lower() in _GENERIC:
        return written
    return chance.choice([f'"{name}"', f"'{name}'", name])


def letter_case(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Key words in capitals."""
    del sheets
    for _, declaration, span in values(source):
        if declaration.name in _KEYWORDED and declaration.value.isascii() and chance.random() < 0.6:
            yield Edit(*span, declaration.value.upper())
