"""Puts slips of CSS right that make what follows or stands beside look wrong: something not closed, and a selector
misspelt whose other rules are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.checks.comparison.difference import Difference
from app.checks.comparison.mends import Edit, Mend
from app.checks.comparison.style_differences import selector_span
from app.checks.css.cascade import Styles
from app.page.css import StyleRule
from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.tag_slips import Slip

_MOST_STRANGE = 60
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VALUE_END = re.compile(r"\s*(?:[;}\n]|$)")


def style_mends(slips: Iterable[Slip], source: str, wanted: str) -> list[Edit]:
    """The edits of a page's text that close what its CSS leaves open; `wanted` is the text of the page wanted."""
    return [edit for slip in slips for edit in _mend(slip, source, wanted)]


def selector_mends(wanted: Styles, found: Styles) -> list[Mend]:
    """The selectors put right that are a letter or two off one which has fewer rules than wanted."""
    lost = {
        key: len(block.rules) - len(found.blocks[key].rules)
        for key, block in wanted.blocks.items()
        if key in found.blocks and len(block.rules) > len(found.blocks[key].rules)
    }
    strange = [block for key, block in found.blocks.items() if key not in wanted.blocks] if lost else []
    mends: list[Mend] = []
    for block in strange[:_MOST_STRANGE]:
        near = [key for key, number in lost.items() if key[0] == block.context and number > 0]
        meant = nearest(block.selector, [selector for _, selector in near]) if len(block.selector) > 1 else None
        if meant is None or not isinstance(block.rule, StyleRule) or len(block.rules) > 1:
            continue
        lost[block.context, meant] -= 1
        span = selector_span(block, block.selector)
        told = Difference("selector-misspelt", span, block.selector, block.selector, meant)
        mends.append(Mend((Edit(span, meant),), told))
    return mends


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
