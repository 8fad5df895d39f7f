"""What an answer adds to its start, as stretches of its text: lines that differ, and within those the words that do.

By difflib's SequenceMatcher (Ratcliff and Obershelp), so that `<h1>` for `<p>` is an added tag, and a new word in a
paragraph is a word and not a new paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher

from app.page.nodes import Span
from app.page.page import Page

_TOKEN = re.compile(r"</?[\w-]+|\w+|\s+|.", re.DOTALL)


class Added:
    """The stretches of each file of an answer that its start does not have."""

    def __init__(self, start: Page, answer: Page) -> None:
        before = {file.name: file.text for file in start.files}
        self._spans = {file.name: added_spans(before.get(file.name, ""), file.text) for file in answer.files}

    def holds(self, file: str, span: Span) -> bool:
        """Whether some of a stretch of the answer is added."""
        spans = self._spans.get(file, ())
        at = bisect_right(spans, span.start, key=lambda added: added.start)
        near = spans[max(0, at - 1) : at + 1]
        return any(added.start < max(span.end, span.start + 1) and span.start < added.end for added in near)


def added_spans(start: str, answer: str) -> tuple[Span, ...]:
    """The stretches of an answer's text that the start does not have, in order; white space alone is none."""
    lines = [text.splitlines(keepends=True) for text in (start, answer)]
    found: list[Span] = []
    offset = 0
    bare = [[line.strip() for line in side] for side in lines]
    matcher = SequenceMatcher(None, bare[0], bare[1], autojunk=False)
    for word, i, j, k, m in matcher.get_opcodes():
        text = "".join(lines[1][k:m])
        if word in ("replace", "insert"):
            found += _added_tokens("".join(lines[0][i:j]), text, offset)
        offset += len(text)
    return tuple(found)


def _added_tokens(start: str, answer: str, offset: int) -> list[Span]:
    tokens = [_TOKEN.findall(text) for text in (start, answer)]
    found: list[Span] = []
    for word, _i, _j, k, m in SequenceMatcher(None, tokens[0], tokens[1], autojunk=False).get_opcodes():
        text = "".join(tokens[1][k:m])
        if word in ("replace", "insert") and text.strip():
            found.append(Span(offset, offset + len(text)))
        offset += len(text)
    return found
