"""Puts slips of CSS right that swallow what follows: a comment, a bracket, a quotation mark or a brace not closed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.checks.comparison.mends import Edit
from app.page.nodes import Span
from app.page.tag_slips import Slip

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VALUE_END = re.compile(r"\s*(?:[;}\n]|$)")


def style_mends(slips: Iterable[Slip], source: str, wanted: str) -> list[Edit]:
    """The edits of a page's text that close what its CSS leaves open; `wanted` is the text of the page wanted."""
    return [edit for slip in slips for edit in _mend(slip, source, wanted)]


def _mend(slip: Slip, source: str, wanted: str) -> list[Edit]:
    start, end = slip.span
    if slip.kind == "unclosed-css-comment":
        fitting = [text for text in set(_COMMENT.findall(wanted)) if source.startswith(text[:-2], start)]
        place = start + max(len(text) for text in fitting) - 2 if fitting else _line_end(source, start)
        return [Edit(Span(place, place), "*/")]
    if slip.kind == "missing-open-brace":
        return [Edit(Span(end, end), " {")]
    if slip.kind == "unclosed-parenthesis":
        place = _value_end(source, start)
        written = source[start:place]
        return [Edit(Span(place, place), ")" * max(1, written.count("(") - written.count(")")))]
    if slip.kind == "unclosed-string":
        place = _value_end(source, start)
        quote = next((sign for sign in source[start:place] if sign in "\"'"), '"')
        return [Edit(Span(place, place), quote)]
    return []


def _value_end(source: str, start: int) -> int:
    """Where a declaration ends that nothing closes: before `;` or `}`, or at the end of its line."""
    match = _VALUE_END.search(source, start)
    return match.start() if match else len(source)


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end
