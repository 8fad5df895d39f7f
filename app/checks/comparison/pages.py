"""Compares a submitted page with the one wanted: nothing if it differs harmlessly, else every fault once, in its place.

The way of it: both pages are parsed; typing slips of the submitted one are told and mended (repair.py, and for tags
tag_flow.py and tag_mends.py), so that what only follows from them is not told again; styles are compared as the cascade
leaves them (css/cascade.py, style_differences.py), trees by lining up children from the top and reconciling what is
left over (page_tree.py, alignment.py, tree_differences.py). Read before writing it: Chawathe et al., "Change detection
in hierarchically structured information" (SIGMOD 1996), and Lindholm's "A three-way merge for XML documents" (DocEng
2004) for matching top down and by likeness; patience diff for anchors; Needleman and Wunsch for the gaps.

Where a fault is placed: where it was typed; what is missing, where it should stand, which is at the end of what stands
before it, or at the start tag of its parent if it should come first; a missing attribute at its element's start tag; a
missing declaration at its rule's selector; a missing rule at the end of the rule before it.

Kinds of fault: those of wording/differences.py, and those of attributes, text and typing slips beside it.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from app.checks.comparison.difference import Difference
from app.checks.comparison.page_tree import Part, page_tree
from app.checks.comparison.repair import mended
from app.checks.comparison.selectors_meeting import Meeting
from app.checks.comparison.style_differences import style_differences
from app.checks.comparison.tree_differences import tree_differences
from app.checks.css.cascade import Styles, page_styles
from app.checks.length import too_long
from app.checks.report import Fault, Place
from app.checks.slips import slip_fault
from app.checks.wording.sentences import fault
from app.page.html import Document, parse_html
from app.page.nodes import Span
from app.page.tag_slips import Slip

FILE = "index.html"
_BESIDE_LATE = ("element-extra", "element-twice", "element-moved", "text-too-much")  # told as what it is: too late
_OF_WHOLE = ("element-gone", "element-gone-of-many", "element-extra", "element-twice", "element-moved")
MOST_TOLD = 200  # faults and slips; who has more reads no further


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    """The wanted page, taken apart once for many submissions."""

    document: Document
    tree: Part
    styles: Styles
    meet: Callable[[str, str], bool]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage meanwhile: among so many parts that look costs more than the comparison, and grows
    faster than the page.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def compare(expected: str, submitted: str) -> tuple[Fault, ...]:
    """The faults of a submitted page, in the order of its lines; none if it differs only harmlessly.

    Both are whole HTML pages with their CSS in `<style>` or `style=""`. Never raises.
    """
    if expected == submitted:
        return ()
    for page in (submitted, expected):
        if long := too_long(page, FILE):
            return (long,)
    wanted = _wanted(expected)
    document = parse_html(submitted, FILE)
    tree = page_tree(document)
    mend = mended(document, wanted.document, wanted.styles, lambda other: _unlike(wanted, other))
    if mend.document is not document:
        tree = page_tree(mend.document)
    styles = mend.styles
    found = [*_doctype(wanted.document, document), *tree_differences(wanted.tree, tree)]
    if styles.sheets and wanted.styles.sheets:  # how the rules are shared among style elements makes no difference
        found = [d for d in found if d.subject != "style" or d.kind not in _OF_WHOLE]
    if styles.sheets or not wanted.styles.sheets:
        found += style_differences(wanted.styles, styles, wanted.meet)
    late = min((slip.span.start for slip in mend.slips if slip.kind == "after-body"), default=len(document.source))
    found = [d for d in found if d.kind not in _BESIDE_LATE or mend.typed(d.span).start < late]
    told = [slip_fault(slip, document) for slip in mend.slips[:MOST_TOLD] if not _explained(slip, found)]
    told += [_fault(difference, difference.span, document) for difference in mend.instead]
    found.sort(key=lambda difference: difference.span)
    told += [_fault(difference, mend.typed(difference.span), document) for difference in found[:MOST_TOLD]]
    return tuple(sorted(told, key=_by_place)[:MOST_TOLD])


@lru_cache(maxsize=32)
def _wanted(expected: str) -> _Wanted:
    document = parse_html(expected, FILE)
    return _Wanted(document, page_tree(document), page_styles(document), Meeting(document).meet)


def _unlike(wanted: _Wanted, document: Document) -> int:
    """How far a page's tree is from the one wanted: its differences, and the slips that only one of them has."""
    mine, its = (Counter((slip.kind, slip.subject) for slip in page.slips) for page in (wanted.document, document))
    slips = (mine - its).total() + (its - mine).total()
    return len(tree_differences(wanted.tree, page_tree(document))) + slips


def _explained(slip: Slip, found: list[Difference]) -> bool:
    """Whether an end tag closes nothing because the start tag is missing, which is told where that should stand."""
    missing = {difference.wanted for difference in found if difference.kind == "not-wrapped"}
    missing |= {f"<{difference.subject}>" for difference in found if difference.kind == "element-gone"}
    return slip.kind == "stray-end" and f"<{slip.subject}>" in missing


def _doctype(wanted: Document, found: Document) -> list[Difference]:
    mine, its = ((document.doctype or "").lower() for document in (wanted, found))
    if mine == its:
        return []
    kind = "doctype-missing" if not its else "doctype-wrong" if mine else "doctype-extra"
    start = max(0, found.source.lower().find("<!doctype"))
    end = found.source.find(">", start) + 1 if its else start
    return [Difference(kind, Span(start, max(start, end)), "html", f"<!doctype {its}>", f"<!doctype {mine or 'html'}>")]


def _fault(difference: Difference, span: Span, document: Document) -> Fault:
    place = _place(span, document)
    more = dict(difference.more)
    return fault(difference.kind, place, difference.subject, difference.found, difference.wanted, **more)


def _place(span: Span, document: Document) -> Place:
    line, column = document.position(max(0, min(span.start, len(document.source))))
    end = document.source.find("\n", span.start, span.end)
    return Place(document.file, line, column, max(0, (end if end >= 0 else span.end) - span.start))


def _by_place(told: Fault) -> tuple[int, int]:
    return (told.place.line, told.place.column) if told.place else (0, 0)
