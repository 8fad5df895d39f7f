"""Mistakes with attributes: dropped, changed, misspelt, added."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from app.authoring.changes.edits import Edit
from app.authoring.changes.element_mistakes import KEPT_TAGS
from app.authoring.changes.mistake import Mistake
from app.authoring.changes.sources import Source
from app.checks.vocabulary import BOOLEAN_ATTRIBUTES
from app.page.html import Attribute, Element, Span
from app.page.vocabulary import GLOBAL_ATTRIBUTES, OTHER_ATTRIBUTES

# What an attribute says that nobody needs to write, because it is so anyway.
_DEFAULTS = frozenset(
    tuple(words.split())
    for words in (
        "input type text", "button type submit", "form method get", "script type text/javascript", "ol type 1",
        "style type text/css", "link type text/css", "style media all", "link media all",
        "td colspan 1", "td rowspan 1", "th colspan 1", "th rowspan 1",
    )
)  # fmt: skip
_OUR_OWN = ("on", "data-", "xml", "x-", "v-", ":", "@")


class Written(NamedTuple):
    """An attribute as it was written, with the element it belongs to."""

    element: Element
    attribute: Attribute
    span: Span  # from its name to the end of its value, quotes included
    quote: str  # the quotation mark; "" where there is none


def attributes_of(source: Source, chance: Random) -> Iterator[Written]:
    """Every attribute of the page, in chance order."""
    found = [
        (element, attribute)
        for element in source.elements
        for attribute in element.attributes
        if source.written(attribute.name_span).lower() == attribute.name
    ]
    chance.shuffle(found)
    for element, attribute in found:
        inside = attribute.value_span
        quote = source.text[inside.start - 1] if inside and source.text[inside.start - 1] in "\"'" else ""
        end = inside.end + len(quote) if inside else attribute.name_span.end
        yield Written(element, attribute, Span(attribute.name_span.start, end), quote)


def dropped(source: Source, chance: Random) -> Iterator[Mistake]:
    """An attribute is not there."""
    for element, attribute, span, _ in attributes_of(source, chance):
        value = attribute.value.strip().lower()
        if not element.start or (element.tag, attribute.name, value) in _DEFAULTS:
            continue
        if attribute.name in ("class", "style") and not value:
            continue
        places = (element.start.start, source.before(span.start))
        edits = (Edit(*span, ""),)
        yield Mistake("attribute dropped", source.file, edits, span, places, element.tag, "", attribute.name)


def changed(source: Source, chance: Random) -> Iterator[Mistake]:
    """An attribute says something else."""
    for element, attribute, span, _ in attributes_of(source, chance):
        inside = attribute.value_span
        if not inside or not attribute.value.strip() or attribute.name in ("style", *BOOLEAN_ATTRIBUTES):
            continue
        if source.written(inside) != attribute.value or (element.tag, attribute.name) == ("meta", "charset"):
            continue
        words = attribute.value.split() if attribute.name == "class" else [attribute.value]
        old = chance.choice(words)
        new = str(int(old) + 7) if old.isascii() and old.isdigit() and len(old) < 9 else "other"
        at = inside.start + attribute.value.find(old)
        if new.lower() != old.lower() and words.count(old) == 1 and _is_whole(attribute.value, old):
            edits = (Edit(at, at + len(old), new),)
            places = (attribute.name_span.start, at)
            yield Mistake("attribute changed", source.file, edits, span, places, element.tag, new, old)


def _is_whole(value: str, word: str) -> bool:
    """Whether the first place where the word stands in the value is the word itself, not a part of another."""
    at = value.find(word)
    around = value[at - 1 : at] + value[at + len(word) : at + len(word) + 1]
    return value == word or not around.strip()


def misspelt(source: Source, chance: Random) -> Iterator[Mistake]:
    """Two letters of an attribute's name have changed places."""
    for element, attribute, span, _ in attributes_of(source, chance):
        name = attribute.name
        turned = name[:1] + name[2:3] + name[1:2] + name[3:]
        known = turned in GLOBAL_ATTRIBUTES or turned in OTHER_ATTRIBUTES or element.attribute(turned)
        if len(name) > 3 and turned != name and not known and not name.startswith(_OUR_OWN) and element.start:
            edits = (Edit(*attribute.name_span, turned),)
            places = (span.start, element.start.start)
            yield Mistake("attribute misspelt", source.file, edits, span, places, turned, turned, name)


def added(source: Source, chance: Random) -> Iterator[Mistake]:
    """There is an attribute that nobody asked for."""
    elements = [element for element in source.elements if element.tag not in KEPT_TAGS]
    chance.shuffle(elements)
    for element in elements:
        if element.start and element.get("title") is None:
            at = element.start.start + 1 + len(element.tag)
            edits = (Edit(at, at, ' title="more"'),)
            places = (element.start.start,)
            yield Mistake("attribute added", source.file, edits, element.start, places, element.tag, "title")
