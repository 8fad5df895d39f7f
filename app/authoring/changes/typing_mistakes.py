"""Slips of the finger in tags: an end tag, a quotation mark, `>`, `=` or `/` forgotten, an end tag of another name."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from app.authoring.changes.attribute_mistakes import attributes_of
from app.authoring.changes.edits import Edit
from app.authoring.changes.element_mistakes import parts_of
from app.authoring.changes.mistake import Mistake
from app.authoring.changes.sources import RAW_TAGS, Source
from app.checks.vocabulary import OPTIONAL_END
from app.page.html import Element, Span

_MISMATCHED = {"h1": "h2", "h2": "h1", "h3": "h2", "h4": "h3", "strong": "b", "em": "strong", "b": "i", "i": "b"} | {
    "ul": "ol", "ol": "ul", "section": "div", "div": "section", "header": "footer", "footer": "header", "span": "div",
    "article": "section", "nav": "div", "a": "b", "td": "th", "th": "td", "dt": "dd", "dd": "dt", "label": "span",
}  # fmt: skip


def _closed(source: Source, chance: Random) -> Iterator[tuple[Element, Span, Span]]:
    """The elements with an end tag that can be mistyped, with their tags."""
    for element in parts_of(source, chance):
        if element.start and element.end and element.tag not in RAW_TAGS:
            yield element, element.start, element.end


def end_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """An end tag that HTML wants is not there."""
    for element, start, end in _closed(source, chance):
        if element.tag not in OPTIONAL_END:
            edits = (Edit(*end, ""),)
            places = (start.start, *_closed_with(source, element, end))
            wanted = f"</{element.tag}>"
            yield Mistake("end tag forgotten", source.file, edits, end, places, element.tag, "", wanted)


def _closed_with(source: Source, element: Element, end: Span) -> list[int]:
    """Where elements of the same tag begin whose end tags stand right beside this one: which is gone cannot be told."""
    found: list[int] = []
    for other in source.closed:
        if other.tag == element.tag and other.start and other.end and other is not element:
            between = source.text[min(end.end, other.end.end) : max(end.start, other.end.start)]
            if not between.strip() and "\n" not in between:
                found.append(other.start.start)
    return found


def end_mismatched(source: Source, chance: Random) -> Iterator[Mistake]:
    """An end tag of another name."""
    for element, start, end in _closed(source, chance):
        name = _MISMATCHED.get(element.tag)
        if name:
            edits = (Edit(*end, f"</{name}>"),)
            places = (end.start, start.start)
            tags = f"</{name}>", f"</{element.tag}>"
            yield Mistake("end tag mismatched", source.file, edits, end, places, element.tag, *tags)


def slash_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """A start tag where the end tag was meant."""
    for element, start, end in _closed(source, chance):
        edits = (Edit(end.start + 1, end.start + 2, ""),)
        places = (end.start, start.start)
        tags = f"<{element.tag}>", f"</{element.tag}>"
        yield Mistake("slash forgotten", source.file, edits, end, places, element.tag, *tags)


def bracket_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """A tag without its `>`."""
    for element, start, end in _closed(source, chance):
        tag = chance.choice([start, start, end])
        if source.text[tag.end : tag.end + 1] != ">":
            edits = (Edit(tag.end - 1, tag.end, ""),)
            yield Mistake("bracket forgotten", source.file, edits, tag, (tag.start,), element.tag, "", ">")


def quote_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """An attribute with only one of its quotation marks."""
    for element, attribute, span, quote in attributes_of(source, chance):
        inside = attribute.value_span
        if element.start and inside and quote and attribute.value and not {'"', "'"} & set(attribute.value):
            at = chance.choice([inside.end, inside.start - 1])
            edits = (Edit(at, at + 1, ""),)
            places = (span.start, element.start.start)
            yield Mistake("quote forgotten", source.file, edits, span, places, attribute.name, "", quote)


def equals_forgotten(source: Source, chance: Random) -> Iterator[Mistake]:
    """An attribute without the `=` before its value."""
    for element, attribute, span, quote in attributes_of(source, chance):
        inside = attribute.value_span
        if element.start and inside and quote and attribute.value:
            edits = (Edit(attribute.name_span.end, inside.start - 1, ""),)
            places = (span.start, element.start.start)
            yield Mistake("equals forgotten", source.file, edits, span, places, attribute.name, "", "=")
