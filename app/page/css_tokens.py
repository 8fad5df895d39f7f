"""tinycss2's component values with the exact place of each, which tinycss2 tells only as line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import tinycss2

from app.page.nodes import Span

_ENDLESS = re.compile(r"\d{300,}")
_DEEPEST = 40
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_END = "\x1e"  # put after the text: whatever holds it never closed


class Piece:
    """One component value and its span in the file; `unclosed` tells that a block runs to the end of the text."""

    __slots__ = ("_owner", "is_space", "kind", "span", "token", "unclosed", "value")

    def __init__(self, token: Any, span: Span, owner: Pieces, unclosed: bool) -> None:
        self.token = token
        self.kind: str = token.type
        self.value = getattr(token, "value", None)
        self.span = span
        self.unclosed = unclosed
        self.is_space = self.kind in ("whitespace", "comment")
        self._owner = owner

    def is_sign(self, sign: str) -> bool:
        """This one punctuation mark."""
        return self.kind == "literal" and bool(self.value == sign)

    @property
    def is_stray_brace(self) -> bool:
        """A `}` that nothing opened."""
        return self.kind == "error" and bool(self.token.kind == "}")

    @property
    def swallows(self) -> bool:
        """A parenthesis that never closes, or closes only after it took in what can be no value."""
        inside = getattr(self.token, "arguments", None)
        if inside is None:
            inside = self.token.content if self.kind == "() block" else None
        if inside is None:
            return False
        return self.unclosed or any(
            token.type == "{} block" or (token.type == "literal" and token.value == ";") for token in inside
        )

    def inside(self) -> list[Piece]:
        """The pieces of a `{}` block."""
        end = self.span.end if self.unclosed else self.span.end - 1
        return self._owner.placed(self.token.content, end, self.unclosed)


class Pieces:
    """The pieces of one text, `all` at its top level; places are counted from `offset`."""

    def __init__(self, text: str, offset: int) -> None:
        text = readable(text)
        self._text = text
        self._offset = offset
        tokens = tinycss2.parse_component_value_list(text + "\n" + _END)
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        whole = _ends_open(tokens)
        self.open_comment: int | None = None
        if whole is None:
            start = text.rfind("/*")
            self.open_comment = offset + (text.find("/*", text.rfind("*/") + 1) if start >= 0 else len(text))
        if whole is False:
            tokens = tokens[:-1]
        self.all = self.placed(tokens, offset + len(text), bool(whole))

    def placed(self, tokens: list[Any], end: int, open_end: bool) -> list[Piece]:
        """Tokens with their spans; the last ends at `end`, and is unclosed if the text ran out inside it."""
        starts = [self._start(token) for token in tokens]
        ends = [*starts[1:], end][: len(starts)]
        last = len(tokens) - 1
        return [
            Piece(token, Span(start, min(stop, end)), self, open_end and index == last)
            for index, (token, start, stop) in enumerate(zip(tokens, starts, ends, strict=True))
            if start < end
        ]

    def _start(self, token: Any) -> int:
        return self._offset + self._lines[int(token.source_line) - 1] + int(token.source_column) - 1

    def text_of(self, pieces: list[Piece]) -> tuple[str, Span]:
        """The text from the first to the last piece that is no space, and its span."""
        solid = [piece for piece in pieces if not piece.is_space]
        if not solid:
            at = pieces[0].span.start if pieces else self._offset
            return "", Span(at, at)
        span = Span(solid[0].span.start, solid[-1].span.end)
        return self._text[span.start - self._offset : span.end - self._offset].rstrip(), span

    def between(self, span: Span, pieces: list[Piece]) -> list[Piece]:
        """The pieces inside a span."""
        return [piece for piece in pieces if span.start <= piece.span.start < span.end]

    def indentation(self, place: int) -> str | None:
        """The white space before a place on its line; None where something else stands there too."""
        at = place - self._offset
        before = self._text[self._text.rfind("\n", 0, at) + 1 : at]
        return None if before.strip() else before

    def swallowing_comments(self) -> list[int]:
        """Where comments begin that never close, or only at the end of another one."""
        comments = (
            match for match in _COMMENT.finditer(self._text) if "/*" in self._text[match.start() + 2 : match.end()]
        )
        found = [self._offset + match.start() for match in comments]
        return found if self.open_comment is None else [*found, self.open_comment]

    def line_span(self, start: int) -> Span:
        """From a place to the end of its line."""
        end = self._text.find("\n", start - self._offset)
        return Span(start, self._offset + (len(self._text) if end < 0 else end))


def readable(text: str) -> str:
    """The text, as long as it was, with every line ended alike, and no number longer than Python will count."""
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\f", "\n")
    return _ENDLESS.sub(lambda number: "0" + "x" * (len(number[0]) - 1), text)


def too_deep(tokens: Iterable[Any]) -> bool:
    """Whether brackets stand in brackets more often than any page needs; what recurs into them would fail."""
    layer = list(tokens)
    for _ in range(_DEEPEST):
        inside = (getattr(token, "content", None) or getattr(token, "arguments", None) or () for token in layer)
        layer = [
            token for tokens in inside for token in tokens if hasattr(token, "content") or hasattr(token, "arguments")
        ]
        if not layer:
            return False
    return True


def _ends_open(tokens: list[Any]) -> bool | None:
    """Whether the mark put at the end stands inside something that never closed; None where a comment took it."""
    inside = False
    while tokens:
        last = tokens[-1]
        if last.type == "literal" and last.value == _END:
            return inside
        tokens = getattr(last, "content", None) or getattr(last, "arguments", None) or []
        inside = True
    return None
