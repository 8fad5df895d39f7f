"""Other spellings of tags: quotes, letter case, order of attributes and classes, booleans, spacing, slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from app.authoring.changes.attribute_mistakes import Written, attributes_of
from app.authoring.changes.edits import Edit
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Source
from app.checks.vocabulary import BOOLEAN_ATTRIBUTES, VOID_TAGS
from app.page.html import Element

_BARE = re.compile(r"[^\s\"'=<>`/]+")
_DOCTYPE = re.compile(r"<!doctype\s+html\s*>", re.IGNORECASE)
_ANY_CASE = frozenset(
    tuple(words.split())
    for words in (
        "form method", "form enctype", "meta charset", "meta http-equiv", "input type", "button type", "th scope",
    )
)  # fmt: skip


def quotes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Double or single quotation marks, or none where none are needed."""
    del sheets
    for element, attribute, span, quote in attributes_of(source, chance):
        inside = attribute.value_span
        if inside is None or not element.start:
            continue
        value = source.written(inside)
        forms = [f'"{value}"'] if '"' not in value else []
        forms += [f"'{value}'"] if "'" not in value else []
        bare = _BARE.fullmatch(value) and source.text[span.end : span.end + 1] in (" ", "\n", "\t", ">")
        forms += [value] if bare else []
        if forms:
            yield Edit(inside.start - len(quote), span.end, chance.choice(forms))


def letter_case(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Tags, attributes and the doctype in capitals, and values whose letter case means nothing."""
    del sheets
    for element in source.elements:
        size = len(element.tag)
        if element.start and chance.random() < 0.5:
            start = element.start.start + 1
            yield Edit(start, start + size, _cased(element.tag, chance))
        if element.end and chance.random() < 0.5:
            yield Edit(element.end.start + 2, element.end.start + 2 + size, _cased(element.tag, chance))
    for element, attribute, _, _ in attributes_of(source, chance):
        if chance.random() < 0.5:
            yield Edit(*attribute.name_span, _cased(attribute.name, chance))
        if attribute.value_span and (element.tag, attribute.name) in _ANY_CASE and attribute.value.isalpha():
            yield Edit(*attribute.value_span, _cased(attribute.value, chance))


def _cased(name: str, chance: Random) -> str:
    return chance.choice([name.upper(), name.upper(), name.title()])


def doctype(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`<!DOCTYPE html>` in another letter case or spacing."""
    del sheets
    match = _DOCTYPE.search(source.text, 0, 500)
    if match:
        forms = {"<!doctype html>", "<!DOCTYPE html>", "<!DOCTYPE HTML>", "<!DocType  html >"} - {match[0]}
        yield Edit(*match.span(), chance.choice(sorted(forms)))


def _by_element(source: Source, chance: Random) -> dict[Element, list[Written]]:
    """The attributes of each element, as they stand, where all of them can be told."""
    found: dict[Element, list[Written]] = {}
    for written in attributes_of(source, chance):
        found.setdefault(written.element, []).append(written)
    for mine in found.values():
        mine.sort(key=lambda written: written.span)
    return {element: mine for element, mine in found.items() if len(mine) == len(element.attributes)}


def attribute_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Attributes in another order."""
    del sheets
    for element, mine in _by_element(source, chance).items():
        texts = [source.written(written.span) for written in mine]
        between = [source.text[a.span.end : b.span.start] for a, b in pairwise(mine)]
        last = source.text[mine[-1].span.end] if element.start else ""
        if all(gap.isspace() for gap in between) and (last != "/" or all(written.quote for written in mine)):
            chance.shuffle(texts)
            yield from (Edit(*written.span, text) for written, text in zip(mine, texts, strict=True))


def class_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Classes in another order, with more white space between; not where a selector would notice."""
    if sheets.mention(r"\[\s*class"):
        return
    for _, attribute, _, quote in attributes_of(source, chance):
        names = attribute.value.split()
        inside = attribute.value_span
        if attribute.name == "class" and len(names) > 1 and inside and quote:
            chance.shuffle(names)
            yield Edit(*inside, chance.choice([" ", "  ", "\n   "]).join(names))


def booleans(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`disabled`, `disabled=""`, `disabled="disabled"`."""
    for _, attribute, span, _ in attributes_of(source, chance):
        name = attribute.name
        if name not in BOOLEAN_ATTRIBUTES or attribute.value.lower() not in ("", name):
            continue
        if source.text[span.end : span.end + 1] in (" ", "\n", ">") and not sheets.mention(rf"\[\s*{name}\s*[~|^$*]?="):
            forms = {name, f'{name}=""', f'{name}="{name}"', f"{name}={name}"} - {source.written(span)}
            yield Edit(*span, chance.choice(sorted(forms)))


def spacing(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """White space inside tags: `<p >`, `</p >`, `alt = "…"`, attributes on lines of their own."""
    del sheets
    for element in source.elements:
        for tag in (element.start, element.end):
            if tag and chance.random() < 0.3 and source.text[tag.end - 2 : tag.end] != "/>":
                yield Edit(tag.end - 1, tag.end - 1, chance.choice([" ", "\n"]))
    for mine in _by_element(source, chance).values():
        for written in mine:
            inside = written.attribute.value_span
            gap = source.text[written.span.start - 1]
            if gap.isspace() and chance.random() < 0.3:
                yield Edit(written.span.start - 1, written.span.start, chance.choice(["  ", "\n      ", "\t"]))
            if inside and chance.random() < 0.3:
                yield Edit(
                    written.attribute.name_span.end, inside.start - len(written.quote), chance.choice([" = ", "= "])
                )


def slashes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`<br>`, `<br/>`, `<br />`."""
    del sheets
    for element in source.elements:
        tag = element.start
        if tag and element.tag in VOID_TAGS:
            written = source.written(tag)
            bare = written[:-1].rstrip("/").rstrip()
            if bare[-1:] in "\"'" or not element.attributes:
                yield Edit(*tag, bare + chance.choice([">", "/>", " />"]))
            elif written[-2:] != "/>":
                yield Edit(*tag, bare + " />")


def more_classes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """A class that nobody asked for and no rule is for."""
    if sheets.mention(r"\[\s*class|\.further\b"):
        return
    for element in _in_body(source):
        attribute = element.attribute("class")
        if attribute is None:
            at = (element.start or element.end or (0, 0))[0] + 1 + len(element.tag)
            yield from [Edit(at, at, ' class="further"')] if chance.random() < 0.3 else []
        elif attribute.value_span and source.text[attribute.value_span.start - 1] in "\"'":
            yield Edit(attribute.value_span.end, attribute.value_span.end, " further")


def more_attributes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """An attribute that nobody asked for and that does nothing."""
    del sheets
    for element in _in_body(source):
        if element.start and element.get("data-note") is None and chance.random() < 0.4:
            at = element.start.start + 1 + len(element.tag)
            yield Edit(at, at, ' data-note="1"')


def _in_body(source: Source) -> list[Element]:
    body = next((element for element in source.elements if element.tag == "body"), None)
    inside = set(body.walk()) - {body} if body else set()
    return [element for element in source.elements if element in inside]
