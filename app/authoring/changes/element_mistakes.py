"""Mistakes with whole elements: dropped, renamed, misspelt, moved, swapped, twice, added, wrapped, unwrapped."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from app.authoring.changes.edits import Edit
from app.authoring.changes.mistake import Mistake
from app.authoring.changes.sources import Source, whole, words
from app.checks.vocabulary import VOID_TAGS
from app.page.html import Element, Span
from app.page.vocabulary import OLD_TAGS, TAGS

KEPT_TAGS = words("html head body style tbody meta title pre textarea script link base noscript template")
_LONGEST = 400  # characters: nobody forgets half a page
_RENAMED = {"h1": "h2", "h2": "h3", "h3": "h4", "ul": "ol", "ol": "ul", "strong": "b", "em": "i", "section": "div"} | {
    "p": "div", "span": "b", "div": "section", "b": "u", "th": "td", "td": "th", "header": "div", "footer": "div",
    "nav": "div", "main": "div", "article": "section", "figure": "div", "h4": "h3", "h5": "h4", "h6": "h5", "i": "em",
}  # fmt: skip
_ONCE = words("br hr td th head body caption thead tfoot main")
_MOVED = words("p h2 h3 h4 ul ol li tr img table figure section article div")
_WRAPPED_IN_DIV = words("p ul ol h2 h3 table section article nav form")
_WRAPPED_IN_SPAN = words("strong em a img b code")
_UNWRAPPED = words("main section article strong em b i a header footer nav div figure span label")
_ADDED_AFTER = words("p h2 h3 ul ol section table figure blockquote")


def parts_of(source: Source, chance: Random) -> list[Element]:
    """The elements in which mistakes are made, in chance order."""
    found = [element for element in source.closed if element.tag not in KEPT_TAGS]
    chance.shuffle(found)
    return found


def dropped(source: Source, chance: Random) -> Iterator[Mistake]:
    """An element is not there."""
    for element in parts_of(source, chance):
        start, end = whole(element)
        if element.start and end - start <= _LONGEST:
            places = (start, source.before(start), _before(source, element), *_run_of(source, element))
            edits = (Edit(start, end, ""),)
            yield Mistake("element dropped", source.file, edits, element.start, places, element.tag, "", element.tag)


def _parent(source: Source, element: Element) -> Element | None:
    return source.document.parent(element) if source.document else None


def _siblings(source: Source, element: Element) -> tuple[list[Element], int]:
    parent = _parent(source, element)
    siblings = [e for e in parent.elements if e.start] if parent else [element]
    return siblings, siblings.index(element)


def _before(source: Source, element: Element) -> int:
    """Where the element before this one begins, or its parent."""
    siblings, at = _siblings(source, element)
    near = siblings[at - 1] if at else _parent(source, element)
    return near.start.start if near and near.start else 0


def _run_of(source: Source, element: Element) -> list[int]:
    """Among equal neighbours it cannot be told which one is gone."""
    siblings, at = _siblings(source, element)
    mine = source.written(whole(element)).split()
    places: list[int] = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(siblings) and source.written(whole(siblings[other])).split() == mine:
            start = whole(siblings[other]).start
            places += [start, source.before(start)]
            other += step
    return places


def renamed(source: Source, chance: Random) -> Iterator[Mistake]:
    """Another tag."""
    for element in parts_of(source, chance):
        if element.tag in _RENAMED:
            yield _with_tag("element renamed", source, element, _RENAMED[element.tag])


def _with_tag(kind: str, source: Source, element: Element, name: str) -> Mistake:
    start, end = element.start or Span(0, 0), element.end
    edits = [Edit(start.start + 1, start.start + 1 + len(element.tag), name)]
    if end:
        edits.append(Edit(end.start + 2, end.start + 2 + len(element.tag), name))
    return Mistake(kind, source.file, tuple(edits), start, (start.start,), name, name, element.tag)


def misspelt(source: Source, chance: Random) -> Iterator[Mistake]:
    """A letter of a tag is missing, in its start tag and its end tag."""
    for element in parts_of(source, chance):
        if len(element.tag) > 3 and element.tag not in VOID_TAGS:
            at = chance.randrange(1, len(element.tag) - 1)
            name = element.tag[:at] + element.tag[at + 1 :]
            if name not in TAGS and name not in OLD_TAGS:
                yield _with_tag("tag misspelt", source, element, name)


def swapped(source: Source, chance: Random) -> Iterator[Mistake]:
    """Two neighbours of one kind have changed places."""
    for element in parts_of(source, chance):
        siblings, at = _siblings(source, element)
        other = siblings[at + 1] if at + 1 < len(siblings) else None
        if other is None or other.tag != element.tag or not (other.end or other.tag in VOID_TAGS) or not element.start:
            continue
        (a, b), (c, d) = whole(element), whole(other)
        edits = (Edit(a, b, source.text[c:d]), Edit(c, d, source.text[a:b]))
        yield Mistake("swapped", source.file, edits, element.start, (a, c, b - 1, d - 1), element.tag, element.tag)


def duplicated(source: Source, chance: Random) -> Iterator[Mistake]:
    """An element is there twice."""
    for element in parts_of(source, chance):
        start, end = whole(element)
        if element.tag not in _ONCE and element.start and end - start <= _LONGEST:
            line = "\n" if "\n" in source.text[max(0, start - 20) : start] else ""
            edits = (Edit(end, end, line + source.text[start:end]),)
            places = (start, *_run_of(source, element))
            kind = "duplicated"
            yield Mistake(kind, source.file, edits, element.start, places, element.tag, element.tag, put_in=True)


def displaced(source: Source, chance: Random) -> Iterator[Mistake]:
    """An element stands further up or down among its siblings."""
    for element in parts_of(source, chance):
        siblings, at = _siblings(source, element)
        if element.tag not in _MOVED or not element.start:
            continue
        others = [o for i, o in enumerate(siblings) if abs(i - at) > 1 and o.end and o.tag not in KEPT_TAGS]
        if others:
            start, end = whole(element)
            place = whole(chance.choice(others)).end
            edits = (Edit(start, end, ""), Edit(place, place, "\n" + source.text[start:end]))
            places = (start, source.before(start), _before(source, element))
            kind = "element moved"
            yield Mistake(kind, source.file, edits, element.start, places, element.tag, element.tag, put_in=True)


def wrapped(source: Source, chance: Random) -> Iterator[Mistake]:
    """Something stands around an element that should not."""
    for element in parts_of(source, chance):
        name = "div" if element.tag in _WRAPPED_IN_DIV else "span" if element.tag in _WRAPPED_IN_SPAN else ""
        if name and element.start:
            start, end = whole(element)
            edits = (Edit(start, start, f"<{name}>"), Edit(end, end, f"</{name}>"))
            yield Mistake("wrapped", source.file, edits, element.start, (start,), name, name)


def unwrapped(source: Source, chance: Random) -> Iterator[Mistake]:
    """The tags around something are not there."""
    for element in parts_of(source, chance):
        if element.tag in _UNWRAPPED and element.start and element.end and element.text.strip():
            rest = source.text[element.start.end :]
            first = element.start.end + len(rest) - len(rest.lstrip())
            edits = (Edit(*element.start, ""), Edit(*element.end, ""))
            places = (element.start.start, first)
            yield Mistake("unwrapped", source.file, edits, element.start, places, element.tag, "", element.tag)


def added(source: Source, chance: Random) -> Iterator[Mistake]:
    """There is an element that nobody asked for."""
    for element in parts_of(source, chance):
        if element.tag in _ADDED_AFTER and element.start:
            end = whole(element).end
            edits = (Edit(end, end, "\n<p>Nobody asked for this</p>"),)
            kind = "element added"
            yield Mistake(kind, source.file, edits, element.start, (), "p", "Nobody asked for this", put_in=True)
