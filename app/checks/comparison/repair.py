"""Puts a page with typing slips right, so that what only follows from a slip is not told as faults of their own.

First the slips inside single tags (a quote, a bracket), because they swallow what follows: each has one or a few ways
to mend it in the text, of which the one is taken that leaves the page most like the page wanted. Then tags that were
forgotten, mistaken or are too much, which the flow of the wanted page's tags shows (tag_mends.py). Places in the mended
text lead back to the text as it was typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from app.checks.comparison.difference import Difference
from app.checks.comparison.mends import Edit, Mend, ways_to_mend
from app.checks.comparison.style_mends import rule_mends, selector_mends, style_mends
from app.checks.comparison.tag_mends import tag_mends
from app.checks.css.cascade import Styles, page_styles
from app.checks.raw_text import RAW_TAGS
from app.checks.vocabulary import OPTIONAL_END
from app.page.html import Document, parse_html
from app.page.nodes import Span
from app.page.tag_slips import REPLACED, Slip

_ROUNDS = 6  # mending one slip can lay open another
_SWALLOWING = ("missing-bracket", "unclosed-quote", "unclosed-comment")  # these make what follows look wrong
_TAKING = ("unclosed-css-comment", "unclosed-string", "unclosed-parenthesis")
_INSIDE = (*_SWALLOWING, "unopened-quote", "missing-equals", *REPLACED)
_MOST_SLIPS = 40  # a page with more inside its tags is read as it stands
_MOST_MENDS, _MOST_LOOKED = 200, 1000  # tags put right, slips looked at
_MOST_READ = 400_000  # code points read again to choose among ways; after that the likeliest is taken


@dataclass(frozen=True, slots=True)
class Mended:
    """A page put right: the document and its styles; what is told of the text as typed, slips and what stands in their
    place; the edits, in the text as typed and in order.
    """

    document: Document
    styles: Styles
    slips: tuple[Slip, ...]
    instead: tuple[Difference, ...]
    edits: tuple[Edit, ...]

    def typed(self, span: Span) -> Span:
        """The place in the text as typed of a place in the mended text."""
        return _back(span, self.edits)


def mended(document: Document, wanted: Document, styles: Styles, unlike: Callable[[Document], int]) -> Mended:
    """Mend what can be mended; `styles` are those of the wanted page, `unlike` tells how far a page is from it. The
    wanted page's own slips, and misspelt attributes and properties (which are compared as what they are), are none.
    """
    mending = _Mending(document, wanted, unlike)
    mending.inside_tags()
    mending.tags()
    mending.done_with_tags()
    mending.styles(styles)
    mending.selectors(styles)
    return mending.done()


class _Mending:
    """The text as typed, the edits made so far, and what is told of them."""

    def __init__(self, document: Document, wanted: Document, unlike: Callable[[Document], int]) -> None:
        self.current = document
        self.source = document.source
        self.wanted = wanted
        self.unlike = unlike
        self.own = Counter(map(_key, wanted.slips))
        self.known = {slip.subject for slip in wanted.slips if slip.kind == "unknown-tag"}
        self.edits: list[Edit] = []
        self.told: list[Slip | Difference] = []
        self.read = 0
        self.known_styles: Styles | None = None

    def done(self) -> Mended:
        """What came of it."""
        slips = sorted((one for one in self.told if isinstance(one, Slip)), key=lambda slip: slip.span)
        instead = tuple(one for one in self.told if isinstance(one, Difference))
        return Mended(self.current, self._styles(), tuple(slips), instead, tuple(self.edits))

    def done_with_tags(self) -> None:
        """Tell the slips that are left in the tags."""
        told = [one.span for one in self.told]
        self.told += [slip for slip in self._new() if all(_apart(slip.span, span) for span in told)]

    def _new(self) -> list[Slip]:
        """The slips that the wanted page does not have too, in their places as typed."""
        left = Counter(self.own)
        found: list[Slip] = []
        for slip in self.current.slips:
            if len(found) > _MOST_LOOKED:
                break
            if left[_key(slip)]:
                left[_key(slip)] -= 1
            elif not self._compared(slip):
                found.append(Slip(slip.kind, _back(slip.span, self.edits), slip.subject, slip.detail))
        return found

    def _compared(self, slip: Slip) -> bool:
        """Whether it is left to the comparison: names that the wanted page has too, end tags that may be left out."""
        if slip.kind == "missing-slash":
            return slip.subject in OPTIONAL_END
        return slip.kind == "unknown-attribute" or (slip.kind == "unknown-tag" and slip.subject in self.known)

    def inside_tags(self) -> None:
        """Round by round: what is mended can lay open another slip; what swallows comes first."""
        for _ in range(_ROUNDS):
            told = [one.span for one in self.told]
            new = [s for s in self._new() if _is_inside(s) and all(_apart(s.span, span) for span in told)]
            new = [slip for slip in new if _swallows(slip)] or new
            if not new or len(new) > _MOST_SLIPS:
                return
            before = len(self.edits)
            for slip in new:
                if all(_apart(slip.span, one.span) for one in self.told):
                    self.told.append(slip)
                    self.edits = self._best(ways_to_mend(slip, self.source, self.wanted))
            if len(self.edits) == before:
                return
            self._read_again()

    def _best(self, ways: list[Edit]) -> list[Edit]:
        """The edits with that way among them which leaves the page most like the one wanted."""
        tries = [edits for way in ways if (edits := _added(self.edits, [way])) is not None]
        if not tries:
            return self.edits
        best, least = tries[0], -1
        for edits in tries if len(tries) > 1 else ():
            self.read += len(self.source)
            if self.read > _MOST_READ:
                break
            far = self.unlike(parse_html(_applied(self.source, edits)))
            if least < 0 or far < least:
                best, least = edits, far
            if far == 0:
                break
        return best

    def tags(self) -> None:
        """Mend tags that the flow of the wanted page shows to be forgotten, mistaken or too many."""
        typed = self.current.source
        slipped = any(not _is_inside(slip) for slip in self._new()) or typed.count(">") > typed.count("<")
        if not slipped and _bare(self.current) <= _bare(self.wanted):
            return
        mends = tag_mends(self.wanted, self.current)
        if mends:
            before = self.edits, self.told[:], self.current, self.unlike(self.current)
            self._take(mends)
            if self.unlike(self.current) >= before[3]:  # the flow was misread: a mend brings a page nearer
                self.edits, self.told, self.current, _ = before
                self.known_styles = None

    def styles(self, wanted: Styles) -> None:
        """Tell the slips of the CSS and mend those that swallow what follows; mending can lay open others."""
        own = set(map(_key, wanted.slips))
        told: list[Span] = []
        for _ in range(_ROUNDS):
            slips = [s for s in self._styles().slips if _key(s) not in own and s.kind != "unknown-property"]
            slips = [s for s in slips if all(_apart(_back(s.span, self.edits), span) for span in told)][:_MOST_SLIPS]
            typed = [replace(slip, span=_back(slip.span, self.edits)) for slip in slips]
            first = [slip for slip in slips if slip.kind in _TAKING][:1] or slips
            self.told += [slip for slip, found in zip(typed, slips, strict=True) if found in first]
            told += [slip.span for slip, found in zip(typed, slips, strict=True) if found in first]
            more = style_mends(first, self.current.source, self.wanted.source)
            edits = _added(self.edits, [Edit(_back(edit.span, self.edits), edit.text) for edit in more])
            if not more or edits is None:
                self.told += [slip for slip in typed if slip.span not in told]
                return
            self.edits = edits
            self._read_again()

    def selectors(self, wanted: Styles) -> None:
        """Mend misspelt selectors that have other rules too, and put rules back that were left out."""
        self._take(selector_mends(wanted, self._styles()))
        self._take(rule_mends(wanted, self._styles(), self.wanted.source, self.current.source))

    def _take(self, mends: Iterable[Mend]) -> None:
        """Make the edits of these mends, but for those that touch what is mended already, and read the page again."""
        made = self.edits
        for mend in islice(mends, _MOST_MENDS):
            edits = _added(made, [Edit(_back(edit.span, self.edits), edit.text) for edit in mend.edits])
            if edits is not None:
                made = edits
                self.told.append(replace(mend.told, span=_back(mend.told.span, self.edits)))
        if made is not self.edits:
            self.edits = made
            self._read_again()

    def _styles(self) -> Styles:
        if self.known_styles is None:
            self.known_styles = page_styles(self.current)
        return self.known_styles

    def _read_again(self) -> None:
        self.known_styles = None
        self.current = parse_html(_applied(self.source, self.edits), self.current.file)


def _swallows(slip: Slip) -> bool:
    """Whether it makes what follows look wrong."""
    return slip.kind in _SWALLOWING or (slip.kind == "unclosed" and slip.subject in RAW_TAGS)


def _is_inside(slip: Slip) -> bool:
    """Whether it is mended by itself, before the flow of tags is looked at."""
    return slip.kind in _INSIDE or _swallows(slip)


def _bare(document: Document) -> int:
    """How many elements there are that may be meant as end tags: `<li>` without anything, never closed."""
    optional = (element for element in document.elements if element.tag in OPTIONAL_END and not element.attributes)
    return sum(1 for e in optional if e.start and not e.end and not e.elements and not e.text.strip())


def _key(slip: Slip) -> tuple[str, str, str]:
    return slip.kind, slip.subject, slip.detail if slip.kind != "unclosed" else ""


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _back(span: Span, edits: Sequence[Edit]) -> Span:
    return Span(_offset(span.start, edits), _offset(span.end, edits))


def _offset(offset: int, edits: Sequence[Edit]) -> int:
    """The place in the text as typed of a place in the text with the edits made."""
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        if offset < start:
            break
        if offset < start + len(edit.text):
            return min(edit.span.start + offset - start, edit.span.end)
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset - shift


def _applied(source: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]])


def _added(edits: list[Edit], more: Sequence[Edit]) -> list[Edit] | None:
    """The edits with some more among them, in order; None where two touch the same text."""
    for edit in more:
        if any(edit.span.start < other.span.end and other.span.start < edit.span.end for other in edits):
            return None
    return sorted([*edits, *more], key=lambda edit: edit.span)
