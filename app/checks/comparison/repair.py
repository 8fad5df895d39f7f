"""Puts a page with typing slips right, so that what only follows from a slip is not told as faults of their own.

Each slip has one or a few ways to mend it in the text; where there are several (where should a forgotten end tag
stand?) the one is taken that leaves the page most like the page wanted. Places in the mended text lead back to the
text as it was typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.checks.comparison.difference import Difference
from app.checks.comparison.mends import Edit, Way, other_ways, ways_to_mend
from app.page.html import Document, parse_html
from app.page.nodes import Span
from app.page.tag_slips import Slip

ROUNDS = 6  # mending one slip can lay open another
_FIRST = (("missing-bracket", "unclosed-quote"), ("unknown-tag",))  # these make what follows look wrong
_MOST_SLIPS = 12  # a page with more is read as it stands


@dataclass(frozen=True, slots=True)
class Mended:
    """A page put right: the document; what is told of the text as typed, slips and what stands in their place; the
    edits, in the text as typed and in order.
    """

    document: Document
    slips: tuple[Slip, ...]
    instead: tuple[Difference, ...]
    edits: tuple[Edit, ...]

    def typed(self, span: Span) -> Span:
        """The place in the text as typed of a place in the mended text."""
        return Span(_typed(span.start, self.edits), _typed(span.end, self.edits))


def _typed(offset: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        if offset < start:
            break
        if offset < start + len(edit.text):
            return min(edit.span.start + offset - start, edit.span.end)
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset - shift


def mended(document: Document, wanted: Document, unlike: Callable[[Document], int]) -> Mended:
    """Mend what can be mended; `unlike` tells how far a page is from the one wanted. The wanted page's own slips,
    and misspelt attributes (which are compared as what they are), are none.
    """
    return _Mending(document, wanted, unlike).done()


class _Mending:
    """Round by round: what is mended can lay open another slip."""

    def __init__(self, document: Document, wanted: Document, unlike: Callable[[Document], int]) -> None:
        self.document = document
        self.source = document.source
        self.wanted = wanted
        self.unlike = unlike
        self.own = Counter((slip.kind, slip.subject, slip.detail) for slip in wanted.slips)
        self.edits: list[Edit] = []
        self.slips: list[Slip] = []
        self.instead: list[Difference] = []
        self.seen: list[Span] = []

    def done(self) -> Mended:
        """Mend in rounds, until nothing is left that can be mended."""
        current = self.document
        for _ in range(ROUNDS):
            new = [_back(slip, self.edits) for slip in _not_own(current.slips, self.own)]
            new = [slip for slip in new if _fresh(slip.span, self.seen)]
            new = next(filter(None, ([slip for slip in new if slip.kind in kinds] for kinds in _FIRST)), new)
            if not new or len(new) > _MOST_SLIPS:
                self.slips += new if not self.seen else []
                break
            before = len(self.edits)
            for slip in new:
                if _fresh(slip.span, self.seen):
                    self.seen.append(slip.span)
                    self._mend(slip)
            if len(self.edits) == before:
                break
            current = parse_html(_applied(self.source, self.edits), self.document.file)
        told = sorted(self.slips, key=lambda slip: slip.span)
        return Mended(current, tuple(told), tuple(self.instead), tuple(self.edits))

    def _mend(self, slip: Slip) -> None:
        way, far = self._best(ways_to_mend(slip, self.source, self.wanted))
        if way is not None and far:
            other, nearer = self._best(other_ways(slip, self.source, self.wanted))
            way = other if other is not None and nearer < far else way
        told: Slip | Difference = slip
        if way is not None:
            self.edits = _added(self.edits, way.edits) or self.edits
            told = way.instead or slip
        if isinstance(told, Slip):
            self.slips.append(told)
        else:
            self.instead.append(told)

    def _best(self, ways: list[Way]) -> tuple[Way | None, int]:
        """The way that leaves the page most like the one wanted, the first of those that do; and how far that is."""
        best: Way | None = None
        least = 0
        for way in ways:
            edits = _added(self.edits, way.edits)
            if edits is None:
                continue
            far = self.unlike(parse_html(_applied(self.source, edits)))
            if best is None or far < least:
                best, least = way, far
            if far == 0:
                break
        return best, least


def _not_own(slips: tuple[Slip, ...], own: Counter[tuple[str, str, str]]) -> list[Slip]:
    """The slips that the wanted page does not have too."""
    left = Counter(own)
    found: list[Slip] = []
    for slip in slips:
        key = slip.kind, slip.subject, slip.detail
        if left[key]:
            left[key] -= 1
        elif slip.kind != "unknown-attribute":
            found.append(slip)
    return found


def _fresh(span: Span, known: list[Span]) -> bool:
    return all(span.end <= other.start or other.end <= span.start for other in known)


def _back(slip: Slip, edits: list[Edit]) -> Slip:
    span = Span(_typed(slip.span.start, edits), _typed(slip.span.end, edits))
    return Slip(slip.kind, span, slip.subject, slip.detail)


def _applied(source: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]])


def _added(edits: list[Edit], way: Sequence[Edit]) -> list[Edit] | None:
    """The edits with those of a way among them; None where they touch the same text."""
    for edit in way:
        if any(edit.span.start < other.span.end and other.span.start < edit.span.end for other in edits):
            return None
    return sorted([*edits, *way], key=lambda edit: (edit.span.start, edit.span.end))
