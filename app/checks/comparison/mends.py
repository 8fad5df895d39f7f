"""The ways in which a typing slip of a page can be mended in its text, by kind of slip."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from itertools import islice

from app.checks.comparison.difference import Difference
from app.page.html import Document
from app.page.nearest import nearest
from app.page.nodes import Element, Span, Text
from app.page.tag_slips import REPLACED, Slip
from app.page.vocabulary import TAGS

_MOST_WAYS = 16
_RUN_ON = re.compile(r"\s+[A-Za-z-]+=$")
_TAG_OR_WORD = re.compile(r"<[^>]*>|[^\s<]+")
_END_TAG = re.compile(r"\s*</[A-Za-z][^>]*>")
_ATTRIBUTE = re.compile(r"""\s+[A-Za-z-]+\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""")


@dataclass(frozen=True, slots=True)
class Edit:
    """Text put in place of a span of the text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to mend a slip; `instead` is what is told in the slip's place if this way is the right one."""

    edits: tuple[Edit, ...]
    instead: Difference | Slip | None = None


def other_ways(slip: Slip, source: str, wanted: Document) -> list[Way]:
    """What else a slip can come from: an end tag forgotten further inside, or one forgotten where another came."""
    starts: list[Span] = []
    tag = slip.subject
    if slip.kind == "unclosed" and not slip.detail:
        start_tags = re.compile(rf"<{re.escape(tag)}(?=[\s>])[^>]*>", re.IGNORECASE)
        starts = [Span(*match.span()) for match in islice(start_tags.finditer(source, slip.span.end), 8)]
    elif slip.kind == "mismatched-end":
        start = source.lower().rfind(f"<{tag}", 0, slip.span.start)
        starts = [Span(start, source.find(">", start) + 1)] if start >= 0 else []
    ways: list[Way] = []
    for span in starts:
        inner = Slip("unclosed", span, tag)
        ways += [Way(way.edits, inner) for way in _unclosed(inner, source, wanted)[:-1][:6]]
    return ways


def ways_to_mend(slip: Slip, source: str, wanted: Document) -> list[Way]:
    """Every way worth trying, the likeliest first; none for a slip that changes nothing or cannot be mended."""
    if slip.kind in REPLACED:
        return [Way((Edit(slip.span, slip.detail),))]
    mend = _MENDS.get(slip.kind)
    return mend(slip, source, wanted) if mend else []


def _at(place: int, text: str) -> Way:
    return Way((Edit(Span(place, place), text),))


def _unclosed(slip: Slip, source: str, wanted: Document) -> list[Way]:
    """An end tag after as many words as a wanted element of this name has, or where the line, the next tag or the
    indentation says; or no start tag at all, if none is wanted here.
    """
    start, tag = slip.span.end, f"</{slip.subject}>"
    if slip.detail == "/":
        return [Way((Edit(Span(source.rfind("/", 0, start), start), f">{tag}"),))]
    places = [_outdented(source, slip.span.start, start), source.find("\n", start), source.find("<", start)]
    words = _words_after(source, start, 600)
    for count, last in _last_words(wanted, slip.subject, source[start : start + 400]):
        end = words[count - 1] if 0 < count <= len(words) else start
        places += [*_inside_word(source, end, last), *_ends_after(source, end)]
    kept = dict.fromkeys(_before_space(source, place, start) if place >= 0 else len(source) for place in places)
    written = " ".join(source[slip.span.start : slip.span.end].split())
    extra = Difference("element-extra", slip.span, slip.subject, written)
    return [*(_at(place, tag) for place in list(kept)[:_MOST_WAYS]), Way((Edit(slip.span, ""),), extra)]


def _last_words(wanted: Document, tag: str, following: str) -> list[tuple[int, str]]:
    """How many words the wanted elements of this name have, and the last of each; of those that begin as what follows
    the start tag, if there are such.
    """
    texts = [words for element in wanted.elements if element.tag == tag and (words := _words_in(element))]
    begins = unescape(re.sub(r"<[^>]*>", " ", following)).split()[:2]
    near = [words for words in texts if words[: len(begins)] == begins[: len(words)]]
    return sorted({(len(words), words[-1]) for words in near or texts})


def _words_in(element: Element) -> list[str]:
    """The words inside, parted by tags as by white space, as they are found in a source."""
    return [word for node in element.walk() if isinstance(node, Text) for word in node.text.split()]


def _inside_word(source: str, end: int, last: str) -> list[int]:
    """Where a word is over, if punctuation that belongs outside runs on after it: `word.`"""
    start = max(source.rfind(mark, 0, end) for mark in " \n\t>") + 1
    return [at for at in range(start + len(last), end) if unescape(source[start:at]) == last][:1] if last else []


def _ends_after(source: str, place: int) -> list[int]:
    """A place, and the places behind each of the end tags that follow it."""
    places = [place]
    while match := _END_TAG.match(source, places[-1]):
        places.append(match.end())
    return places[:6]


def _before_space(source: str, place: int, least: int) -> int:
    while place > least and source[place - 1].isspace():
        place -= 1
    return place


def _words_after(source: str, start: int, most: int) -> list[int]:
    """Where the next words of text after a place end, tags left out."""
    pieces = _TAG_OR_WORD.finditer(source, start)
    return [piece.end() for piece in islice((p for p in pieces if not p[0].startswith("<")), most)]


def _outdented(source: str, tag: int, start: int) -> int:
    """The end of the last line before the indentation falls back to that of the tag's own line."""
    line = source.rfind("\n", 0, tag) + 1
    depth = len(source[line:tag]) - len(source[line:tag].lstrip())
    at = source.find("\n", start)
    while at >= 0:
        text = source[at + 1 : source.find("\n", at + 1) if source.find("\n", at + 1) >= 0 else len(source)]
        if text.strip() and len(text) - len(text.lstrip()) <= depth:
            return at
        at = source.find("\n", at + 1)
    return len(source)


def _mismatched(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    """The end tag's name put right, or the start tag's."""
    name = slip.span.start + 2
    end = Edit(Span(name, name + len(slip.detail)), slip.subject)
    start = source.lower().rfind(f"<{slip.subject}", 0, slip.span.start) + 1
    renamed = Edit(Span(start, start + len(slip.subject)), slip.detail)
    place = Span(start - 1, start + len(slip.subject))
    shown = Difference("tag-renamed", place, slip.subject, slip.subject, slip.detail)
    return [Way((end,)), *([Way((renamed,), shown)] if start and slip.detail in TAGS else [])]


def _crossed(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    late = re.compile(rf"</{re.escape(slip.detail)}\s*>", re.IGNORECASE).search(source, slip.span.end)
    if late is None:
        return []
    return [Way((Edit(slip.span, f"</{slip.detail}>"), Edit(Span(*late.span()), f"</{slip.subject}>")))]


def _gone(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    """Without the end tag, or with `<` before its start tag's name if that stands there as text: `p>words</p>`."""
    lost = re.compile(rf"(?<![<\w/]){re.escape(slip.subject)}\b[^<>]*>", re.IGNORECASE)
    found = [match.start() for match in lost.finditer(source, max(0, slip.span.start - 2000), slip.span.start)]
    return [*(_at(place, "<") for place in found[-1:]), Way((Edit(slip.span, ""),))]


def _slash(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    return [_at(slip.span.start + 1, "/")]


def _renamed(slip: Slip, source: str, wanted: Document) -> list[Way]:
    """A misspelt tag, and its end tag if that is misspelt alike."""
    name = nearest(slip.subject, {element.tag for element in wanted.elements}) or slip.detail
    if not name:
        return []
    end = re.compile(rf"</({re.escape(slip.subject)})\s*>", re.IGNORECASE).search(source, slip.span.end)
    both = [Edit(slip.span, name), *([Edit(Span(*end.span(1)), name)] if end else [])]
    return [Way(tuple(both))]


def _close_quote(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    written = source[slip.span.start : slip.span.end]
    quote = next((mark for mark in written if mark in "\"'"), '"')
    run_on = _RUN_ON.search(written)
    inner = slip.span.start + run_on.start() if run_on else slip.span.end
    last = _before_space(source, slip.span.end, slip.span.start)
    return [_at(place, quote) for place in dict.fromkeys((inner, last))]


def _open_quote(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    equals = source.find("=", slip.span.start)
    place = equals + 1 + len(source[equals + 1 :]) - len(source[equals + 1 :].lstrip())
    return [_at(place, source[slip.span.end - 1])]


def _equals(slip: Slip, source: str, wanted: Document) -> list[Way]:  # noqa: ARG001
    name = slip.span.start + len(slip.subject)
    quote = next((at for at in range(name, slip.span.end) if source[at] in "\"'"), name)
    return [Way((Edit(Span(name, quote), "="),))]


def _bracket(slip: Slip, source: str, wanted: Document) -> list[Way]:
    """`>` behind the tag's name (which may have run into the text) and what are surely attributes, before the first
    word of a wanted element of that name, or at the end of what was typed.
    """
    start, end = slip.span.start + 1 + len(slip.detail), slip.span.end
    tags = [
        tag for tag in {e.tag for e in wanted.elements} | {slip.subject} if source[start:end].lower().startswith(tag)
    ]
    places: list[int] = []
    for tag in sorted(tags, key=len):
        at = start + len(tag)
        while match := _ATTRIBUTE.match(source, at, end):
            at = match.end()
        firsts = {words[0] for e in wanted.elements if e.tag == tag and (words := _words_in(e))}
        found = sorted(place for word in firsts if (place := source.find(word, at, end + len(word))) >= 0)
        places += [*(_before_space(source, place, at) for place in found), at]
    return [_at(place, ">") for place in list(dict.fromkeys([*places[:_MOST_WAYS], end]))]


_MENDS: dict[str, Callable[[Slip, str, Document], list[Way]]] = {
    "unclosed": _unclosed,
    "mismatched-end": _mismatched,
    "crossed-end": _crossed,
    "stray-end": _gone,
    "missing-slash": _slash,
    "unknown-tag": _renamed,
    "unclosed-quote": _close_quote,
    "unopened-quote": _open_quote,
    "missing-equals": _equals,
    "missing-bracket": _bracket,
}
