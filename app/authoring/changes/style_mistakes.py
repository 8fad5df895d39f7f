"""Mistakes in CSS: declarations, selectors, rules, and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from app.authoring.changes.edits import Edit
from app.authoring.changes.mistake import Mistake
from app.authoring.changes.sources import Ruled, Source
from app.checks.css.shorthands import longhands
from app.page.css import Declaration
from app.page.html import Span
from app.page.vocabulary import PROPERTIES, TAGS

_NUMBER = re.compile(r"(?<![\w.#%(-])(\d+)(?=[a-z%\s]|$)")
_COLOUR = re.compile(r"(#[0-9a-fA-F]{3,8}|\b(?:black|white|red|green|blue|gray|grey|darkgreen|navy))(?![\w(-])")
_NAME = re.compile(r"[.#]?[A-Za-z][A-Za-z0-9]{3,}(?![\w-])")


class _Declared(NamedTuple):
    """A declaration in the rule it stands in."""

    ruled: Ruled
    declaration: Declaration


def _declared(source: Source, chance: Random) -> list[_Declared]:
    """The declarations that alone say what they say: no other rule for the same says something about the same."""
    rules = [*source.rules, *source.inline]
    said: dict[tuple[object, ...], int] = {}
    for ruled in rules:
        for declaration in ruled.rule.declarations:
            for key in _keys(ruled, declaration):
                said[key] = said.get(key, 0) + 1
    found = [
        _Declared(ruled, declaration)
        for ruled in rules
        for declaration in ruled.rule.declarations
        if all(said[key] == 1 for key in _keys(ruled, declaration))
    ]
    chance.shuffle(found)
    return found


def _keys(ruled: Ruled, declaration: Declaration) -> Iterator[tuple[object, ...]]:
    for selector in ruled.rule.selector.split(","):
        for name in longhands(declaration.name, declaration.tokens):
            yield ruled.element, ruled.around, "".join(selector.lower().split()), name


def declaration_dropped(source: Source, chance: Random) -> Iterator[Mistake]:
    """A declaration is not there."""
    for ruled, declaration in _declared(source, chance):
        start, end = declaration.span
        end += source.text[end : end + 1] == ";"
        places = (ruled.head.start, start, source.before(start))
        edits = (Edit(start, end, ""),)
        kind = "declaration dropped"
        yield Mistake(kind, source.file, edits, Span(start, end), places, ruled.name, "", declaration.name)


def value_changed(source: Source, chance: Random) -> Iterator[Mistake]:
    """A declaration says another value."""
    for ruled, declaration in _declared(source, chance):
        old = declaration.value
        new = _another(old)
        if source.written(declaration.value_span) == old and new != old:
            edits = (Edit(*declaration.value_span, new),)
            places = (declaration.span.start, declaration.value_span.start)
            subject = ruled.element.tag if ruled.element else declaration.name
            yield Mistake("value changed", source.file, edits, declaration.span, places, subject, new, old)


def _another(value: str) -> str:
    number, colour = _NUMBER.search(value), _COLOUR.search(value)
    if "(" in value or "'" in value or '"' in value:
        return "37px"
    if colour:
        return value[: colour.start()] + "maroon" + value[colour.end() :]
    if number:
        more = str(int(number[1]) + 7) + ("px" if value[number.end() : number.end() + 1] in ("", " ") else "")
        weight = value.isdigit() and int(value) >= 100
        return "37px" if weight else value[: number.start()] + more + value[number.end() :]
    return "37px"


def property_misspelt(source: Source, chance: Random) -> Iterator[Mistake]:
    """Two letters of a property have changed places."""
    for _, declaration in _declared(source, chance):
        name = declaration.name
        turned = name[:1] + name[2:3] + name[1:2] + name[3:]
        if len(name) > 3 and turned != name and turned not in PROPERTIES and not name.startswith("-"):
            edits = (Edit(*declaration.name_span, turned),)
            places = (declaration.span.start,)
            kind = "property misspelt"
            yield Mistake(kind, source.file, edits, declaration.span, places, turned, turned, name)


def declaration_added(source: Source, chance: Random) -> Iterator[Mistake]:
    """A declaration that nobody asked for."""
    for ruled, declaration in _declared(source, chance):
        if not any(other.name == "letter-spacing" for other in ruled.rule.declarations):
            at = declaration.span.start
            edits = (Edit(at, at, "letter-spacing: 7px; "),)
            kind, found = "declaration added", "letter-spacing"
            yield Mistake(kind, source.file, edits, declaration.span, (at,), ruled.name, found)


def _rules(source: Source, chance: Random) -> list[Ruled]:
    """The rules of which something is said nowhere else."""
    telling = {id(ruled.rule) for ruled, _ in _declared(source, chance)}
    found = [ruled for ruled in source.rules if id(ruled.rule) in telling and not _is_frame(ruled)]
    chance.shuffle(found)
    return found


def _is_frame(ruled: Ruled) -> bool:
    return any("keyframes" in around for around in ruled.around)


def selector_misspelt(source: Source, chance: Random) -> Iterator[Mistake]:
    """A letter of a class, id or tag is missing in a selector."""
    for ruled in _rules(source, chance):
        written = source.written(ruled.head)
        names = [match for match in _NAME.finditer(written) if written[: match.start()][-1:] not in ("-", ":", "_")]
        if not names or any(sign in written for sign in "[(\\/"):
            continue
        match = chance.choice(names)
        at = match.start() + 2
        turned = match[0][:2] + match[0][3:]
        if turned not in source.text and turned not in TAGS:
            edits = (Edit(ruled.head.start + at, ruled.head.start + at + 1, ""),)
            places = (ruled.head.start, ruled.head.start + at)
            kind = "selector misspelt"
            yield Mistake(kind, source.file, edits, ruled.head, places, turned, turned, match[0])


def rule_dropped(source: Source, chance: Random) -> Iterator[Mistake]:
    """A rule is not there."""
    for ruled in _rules(source, chance):
        start = ruled.rule.span.start
        edits = (Edit(*ruled.rule.span, ""),)
        wanted = ruled.rule.selector.split(",")[0]
        before = [other.rule.span.end - 1 for other in source.rules if other.rule.span.end <= start]
        places = (start, source.before(start), *before[-1:])
        yield Mistake("rule dropped", source.file, edits, ruled.head, places, wanted, "", wanted)


def semicolon_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """A declaration that others follow has no `;`."""
    for ruled, declaration in _declared(source, chance):
        start, end = declaration.span
        follows = any(other.span.start > end for other in ruled.rule.declarations)
        if follows and source.text[end] == ";" and source.text[end + 1 : end + 2].isspace():
            edits = (Edit(end, end + 1, ""),)
            span = Span(start, end + 1)
            yield Mistake("semicolon forgotten", source.file, edits, span, (start, end), declaration.name, "", ";")


def colon_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """A declaration has no `:`."""
    for _, declaration in _declared(source, chance):
        at = source.text.find(":", declaration.name_span.end, declaration.value_span.start)
        if at >= 0 and source.text[at + 1].isspace() and declaration.name in PROPERTIES:
            edits = (Edit(at, at + 1, ""),)
            places = (declaration.span.start,)
            kind = "colon forgotten"
            yield Mistake(kind, source.file, edits, declaration.span, places, declaration.name, "", ":")


def brace_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """A rule has no `}`, or no `{`."""
    for ruled in _rules(source, chance):
        end = ruled.rule.span.end - 1
        start = source.text.find("{", ruled.head.end, end)
        brace = chance.choice(["}", "}", "{"])
        at = end if brace == "}" else start
        if source.text[at] == brace and (brace == "}" or source.text[at + 1].isspace()):
            edits = (Edit(at, at + 1, ""),)
            places = (ruled.head.start, start)
            kind, name = "brace forgotten", ruled.rule.selector
            yield Mistake(kind, source.file, edits, ruled.rule.span, places, name, "", brace)
