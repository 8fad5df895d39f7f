"""The ways in which a typing slip inside one tag can be mended in the text, by kind of slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.checks.comparison.difference import Difference
from app.checks.raw_text import end_at, meant_end
from app.page.html import Document
from app.page.nodes import Comment, Element, Span, Text
from app.page.tag_slips import REPLACED, Slip

_MOST_WAYS = 6
_RUN_ON = re.compile(r"\s+[A-Za-z-]+=$")
_ATTRIBUTE = re.compile(r"""\s+[A-Za-z-]+\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""")


class Edit(NamedTuple):
    """Text put in place of a span of the text."""

    span: Span
    text: str


class Mend(NamedTuple):
    """Edits that put one slip right, and what is told of it."""

    edits: tuple[Edit, ...]
    told: Slip | Difference


def ways_to_mend(slip: Slip, source: str, wanted: Document) -> list[Edit]:
    """Every way worth trying, the likeliest first; none for a slip that changes nothing or is no slip of one tag."""
    if slip.kind in REPLACED:
        return [Edit(slip.span, slip.detail)]
    mend = _MENDS.get(slip.kind)
    return list(mend(slip, source, wanted)) if mend else []


def _at(place: int, text: str) -> Edit:
    return Edit(Span(place, place), text)


def _before_space(source: str, place: int, least: int) -> int:
    while place > least and source[place - 1].isspace():
        place -= 1
    return place


def _close_quote(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:
    """Where a wanted value of this attribute ends, else before the next attribute or at the end of what was typed."""
    written = source[slip.span.start : slip.span.end]
    quote = next((mark for mark in written if mark in "\"'"), '"')
    start = source.find(quote, slip.span.start) + 1
    found = [attribute for e in wanted.elements for attribute in e.attributes if attribute.name == slip.subject]
    values = {wanted.source[slice(*a.value_span)] for a in found if a.value_span is not None}
    fitting = [value for value in values if value and source.startswith(value, start)]
    if fitting:
        yield _at(start + len(max(fitting, key=len)), quote)
        return
    run_on = _RUN_ON.search(written)
    inner = slip.span.start + run_on.start() if run_on else slip.span.end
    last = _before_space(source, slip.span.end, slip.span.start)
    yield from (_at(place, quote) for place in dict.fromkeys((inner, last)))


def _open_quote(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:  # noqa: ARG001
    equals = source.find("=", slip.span.start)
    place = equals + 1 + len(source[equals + 1 :]) - len(source[equals + 1 :].lstrip())
    yield _at(place, source[slip.span.end - 1])


def _equals(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:  # noqa: ARG001
    name = slip.span.start + len(slip.subject)
    quote = next((at for at in range(name, slip.span.end) if source[at] in "\"'"), name)
    yield Edit(Span(name, quote), "=")


def _bracket(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:
    """`>` where a wanted tag has it, else behind the tag's name (which may have run into the text) and what are surely
    attributes, before the first word of a wanted element of that name, or at the end of what was typed.
    """
    start, end = slip.span.start + 1 + len(slip.detail), slip.span.end
    named = {e.tag for e in wanted.elements if source.startswith(e.tag, start)} | {slip.subject}
    tags = [tag for tag in named if source[start:end].lower().startswith(tag)]
    if not slip.detail:
        spans = [e.start for e in wanted.elements if e.tag in tags and e.start is not None]
        fitting = [
            text for text in {wanted.source[s.start : s.end - 1] for s in spans} if source.startswith(text, start - 1)
        ]
        if fitting:
            yield _at(start - 1 + len(max(fitting, key=len)), ">")
            if any(text.startswith(other) for text in fitting for other in fitting if other != text):
                yield from (_at(start - 1 + len(text), ">") for text in sorted(fitting, key=len)[:-1][:_MOST_WAYS])
            return
    places: list[int] = []
    for tag in sorted(tags, key=len):
        at = start + len(tag)
        while match := _ATTRIBUTE.match(source, at, end):
            at = match.end()
        firsts = {words[0] for e in wanted.elements if e.tag == tag and (words := _words_in(e))}
        found = sorted(place for word in firsts if (place := source.find(word, at, end + len(word))) >= 0)
        places += [*(_before_space(source, place, at) for place in found[:_MOST_WAYS]), at]
    yield from (_at(place, ">") for place in list(dict.fromkeys([*places[:_MOST_WAYS], end])))


def _words_in(element: Element) -> list[str]:
    """The words inside, parted by tags as by white space, as they are found in a source."""
    return [word for node in element.walk() if isinstance(node, Text) for word in node.text.split()]


def _comment(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:
    """Where a wanted comment ends, else at the end of the line."""
    texts = [node.text for node in wanted.root.walk() if isinstance(node, Comment)]
    fitting = [text for text in texts if text and source.startswith(text, slip.span.start + 4)]
    if fitting:
        yield _at(slip.span.start + 4 + len(max(fitting, key=len)), "-->")
    else:
        yield _at(slip.span.end, "-->")


def _raw_end(slip: Slip, source: str, wanted: Document) -> Iterator[Edit]:
    """The end tag of what is read as text only: behind the wanted text, else where it was most likely meant."""
    start, tag = slip.span.end, slip.subject
    texts = [wanted.source[e.start.end : e.end.start] for e in wanted.elements if e.tag == tag and e.start and e.end]
    fitting = [text for text in texts if text and source.startswith(text, start)]
    place = end_at(source, start + len(max(fitting, key=len)), tag) if fitting else meant_end(source, start, tag)
    yield Edit(place, f"</{tag}>")


_MENDS: dict[str, Callable[[Slip, str, Document], Iterator[Edit]]] = {
    "unclosed-quote": _close_quote,
    "unopened-quote": _open_quote,
    "missing-equals": _equals,
    "missing-bracket": _bracket,
    "unclosed-comment": _comment,
    "unclosed": _raw_end,
}
