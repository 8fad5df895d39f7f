"""A parsed page as checks look at it: what stands inside what, the text of each element, selectors, and places.

The page's text is laid out once, so that the text of an element is a slice of it: the edges of blocks and line breaks
part words, as they do on the screen, and what stands in script and style is no text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from app.checks.html.phrase import Phrase, fold
from app.checks.report import Place
from app.checks.slips import place_in
from app.checks.vocabulary import BREAKING_TAGS, SEEN_TAGS
from app.page.html import Document
from app.page.nodes import Element, Span, Text
from app.page.selecting import SelectorError

LONGEST_TEXT = 200_000  # code points of an element's text that are read
_UNREAD = frozenset(("script", "style", "template"))


class Scene:
    """One document, indexed for matching; what is asked twice is worked out once."""

    def __init__(self, document: Document, place: Callable[[int, int], Place] | None = None) -> None:
        """`place` turns offsets into places; a document that was mended is shown where it was typed."""
        self.document = document
        self._place = place or place_in(document)
        self.by_tag: dict[str, list[Element]] = {}
        self._last = [0] * len(document.elements)
        self._text_at = [(0, 0)] * len(document.elements)
        self._flat = self._laid_out()
        self._folded: dict[tuple[int, int, bool], str] = {}
        self._selected: dict[str, tuple[Element, ...]] = {}
        self._seen = [element for element in document.elements if element.tag in SEEN_TAGS]
        for element in document.elements:
            self.by_tag.setdefault(element.tag.lower(), []).append(element)

    def _laid_out(self) -> str:
        flat: list[str] = []
        length = 0
        latest = 0
        waiting: list[tuple[Element | Text, int]] = [(self.document.root, -1)]
        while waiting:
            node, entered = waiting.pop()
            if isinstance(node, Text):
                flat.append(node.text)
                length += len(node.text)
                continue
            breaks = node.tag in BREAKING_TAGS
            if entered < 0:
                latest = node.order
                waiting.append((node, length))
                inside = () if node.tag in _UNREAD else node.children
                waiting.extend((child, -1) for child in reversed(inside) if isinstance(child, Element | Text))
            else:
                self._last[node.order] = latest
                self._text_at[node.order] = (entered, length)
            if breaks and not (flat and flat[-1] == "\n"):
                flat.append("\n")
                length += 1
        return "".join(flat)

    def last(self, element: Element) -> int:
        """The order of the last element inside this one; its own where there is none."""
        return self._last[element.order]

    def holds(self, outer: Element, inner: Element) -> bool:
        """Whether `inner` stands inside `outer` (not: is it)."""
        return outer.order < inner.order <= self._last[outer.order]

    def inside(self, scope: Element | None, tags: Sequence[str] = ()) -> list[Element]:
        """The elements of these tags (all, where none is named) inside a scope (None: the page), in document order."""
        if not tags:
            return self._between(self.document.elements, scope)
        found = [element for tag in tags for element in self._between(self.by_tag.get(tag, ()), scope)]
        return found if len(tags) == 1 else sorted(found, key=lambda element: element.order)

    def _between(self, elements: Sequence[Element], scope: Element | None) -> list[Element]:
        if scope is None:
            return list(elements)
        return self.between(elements, scope.order, self._last[scope.order])

    def between(self, elements: Sequence[Element], after: int, until: int) -> list[Element]:
        """Of elements in document order, those behind one order and not behind another."""
        first = bisect_right(elements, after, key=_order)
        return list(elements[first : bisect_right(elements, until, lo=first, key=_order)])

    def text(self, element: Element) -> str:
        """The text inside an element, as it is read."""
        start, end = self._text_at[element.order]
        return element.text if element.tag in _UNREAD else self._flat[start : min(end, start + LONGEST_TEXT)]

    def text_between(self, start: int, end: int) -> str:
        """The text between two offsets of `text_span`."""
        return self._flat[start:end]

    def text_span(self, element: Element) -> tuple[int, int]:
        """Where the element's text begins and ends in the text of the page."""
        return self._text_at[element.order]

    def folded(self, element: Element, *, exact: bool = False) -> str:
        """The element's text, folded as phrases are; many nested elements with one text fold it once."""
        if element.tag in _UNREAD:
            return fold(element.text, exact=exact)
        start, end = self._text_at[element.order]
        end = min(end, start + LONGEST_TEXT)
        while start < end and self._flat[start] == "\n":
            start += 1
        while start < end and self._flat[end - 1] == "\n":
            end -= 1
        key = (start, end, exact)
        if key not in self._folded:
            self._folded[key] = fold(self._flat[start:end], exact=exact)
        return self._folded[key]

    def says(self, element: Element, phrase: Phrase, *, exact: bool = False) -> bool:
        """Whether the element's whole text is what the phrase asks for; a picture is not nothing."""
        if phrase.anything:
            return self.filled(element)
        return phrase.matches_folded(self.folded(element, exact=exact), self.count, exact=exact)

    def filled(self, element: Element) -> bool:
        """Whether something can be read or seen inside, or the element is such a thing itself."""
        inside = bool(self.folded(element)) or bool(self._between(self._seen, element))
        return inside or element.tag in SEEN_TAGS

    def select(self, selector: str) -> tuple[Element, ...]:
        """The elements a selector finds; none where it cannot be read."""
        if selector not in self._selected:
            try:
                self._selected[selector] = self.document.select(selector)
            except SelectorError:
                self._selected[selector] = ()
        return self._selected[selector]

    def count(self, selector: str) -> int:
        """How many elements a selector finds."""
        return len(self.select(selector))

    def place(self, span: Span | tuple[int, int]) -> Place:
        """The place of a stretch of the source, cut at the end of its first line."""
        return self._place(*span)

    def line(self, element: Element) -> int:
        """The line where an element begins."""
        return self.tag_place(element).line

    def tag_place(self, element: Element) -> Place:
        """The place of an element's name in its start tag; where none was written, of its first child that has one."""
        first = next((e for e in (element, *self.inside(element)) if e.start is not None), None)
        if first is None or first.start is None:
            return self.place((0, 0))
        return self.place((first.start.start, first.start.start + 1 + len(first.tag)))


def _order(element: Element) -> int:
    return element.order


def tag_offset(element: Element) -> int:
    """The offset where an element begins; of one nobody wrote, that of the first inside it that has one."""
    spans = [node.start if isinstance(node, Element) else node.span for node in element.walk()]
    return min((span.start for span in spans if span), default=0)


def end_of(element: Element) -> int:
    """The offset behind an element: behind its end tag, or behind the last that stands inside it."""
    latest = 0
    for node in element.walk():
        span = (node.end or node.start) if isinstance(node, Element) else node.span
        latest = max(latest, span.end if span else 0)
    return latest


def inner_end(element: Element) -> int:
    """The offset where an element's content ends: before its end tag, if it has one."""
    return element.end.start if element.end else end_of(element)
