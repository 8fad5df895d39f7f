"""HTML text cut into tags with exact places: html5lib's tokenizer, with a fast and positioned way through tags."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any

from html5lib._inputstream import HTMLUnicodeInputStream
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import EOF, asciiUpper2Lower, replacementCharacters, tokenTypes

START_TAG, END_TAG = tokenTypes["StartTag"], tokenTypes["EndTag"]
CHARACTERS, SPACES = tokenTypes["Characters"], tokenTypes["SpaceCharacters"]
PARSE_ERROR, COMMENT = tokenTypes["ParseError"], tokenTypes["Comment"]

DEPTH = 512  # browsers (Blink, WebKit) nest no deeper: what is opened below becomes a sibling
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
RAW = frozenset(["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"])

_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"""
    r"""(?:[\t\n\f\r ]*(=)[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|(?!["'])([^\t\n\f\r >]*)))?"""
)
_TAG_END = re.compile(r"[\t\n\f\r /]*>")
_NEXT_EQUALS = re.compile(r"[\t\n\f\r ]*=")
_ENTITY = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_DIGITS = re.compile(r"[0-9a-fA-F]*")


@dataclass(slots=True)
class Written:
    """One attribute as it stands in a tag: its name folded to lower case, its raw spans (end exclusive)."""

    name: str
    value: str
    name_span: tuple[int, int]
    value_span: tuple[int, int] | None


@dataclass(slots=True, eq=False)
class Tag:
    """One start or end tag of the source, and what the tree builder made of it.

    `node` is what a start tag opened or an end tag closed; `current` the innermost open node as an end tag arrived.
    """

    name: str
    closing: bool
    start: int
    end: int
    written: list[Written] = field(default_factory=list)
    node: Any = None
    current: Any = None


def unmarked(text: str) -> str:
    """The text with the byte order mark that some editors put first made a space, so that no place moves."""
    return f" {text[1:]}" if text.startswith("\ufeff") else text


def normalised(text: str) -> str:
    """The text without a mark in front and with every newline a single line feed, as browsers and html5lib read it."""
    text = unmarked(text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Stream(HTMLUnicodeInputStream):
    """The whole text as one chunk, so that `chunkOffset` is the place in the text."""

    def __init__(self, text: str) -> None:
        self.chunk = text
        self.chunkSize = len(text)
        self.chunkOffset = 0
        self.errors: list[str] = []
        self.charEncoding: Any = ("utf-8", "certain")

    def readChunk(self, chunkSize: int | None = None) -> bool:  # noqa: N803, ARG002
        """There is never another chunk."""
        self.chunkOffset = self.chunkSize
        return False


class Tokens(HTMLTokenizer):
    """html5lib's tokens, each with the span it was written in; tags are read by one regular expression.

    A start or end tag's token carries its Tag under "tag"; `dropped` is the tag that the text ends in,
    `open_comment` the place of a comment that it ends in, `swallowing` the spans of comments in which another begins.
    """

    def __init__(self, text: str, parser: Any) -> None:
        super().__init__("", parser=parser)
        self.stream: Any = Stream(text)
        self.text = text
        self.start = self.end = 0
        self.tags: list[Tag] = []
        self.kind = 0
        self.dropped: Tag | None = None
        self.open_comment: int | None = None
        self.swallowing: list[tuple[int, int]] = []

    def __iter__(self) -> Iterator[Any]:
        """Every token but parse errors; `start` and `end` hold the span of the latest."""
        self.tokenQueue: deque[Any] = deque()
        queue = self.tokenQueue
        stream = self.stream
        while self.state():
            begin = self.end
            while queue:
                token = queue.popleft()
                kind = token["type"]
                if kind == PARSE_ERROR:
                    continue
                self.start, self.end, self.kind = begin, stream.chunkOffset, kind
                if kind == END_TAG and "tag" not in token:  # the end of a title, style, script or textarea
                    self._note(token, begin, [])
                elif kind == COMMENT:
                    self._note_comment(token, begin)
                yield token
                if kind == START_TAG and len(self.parser.tree.openElements) > DEPTH:
                    yield from self._closed(token)

    def _closed(self, token: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """An end tag nobody wrote, for what is opened deeper than browsers nest."""
        name = token["name"]
        if name not in VOID and name not in RAW:
            self.kind = END_TAG
            yield {"type": END_TAG, "name": name, "data": {}, "selfClosing": False}

    def _note_comment(self, token: dict[str, Any], begin: int) -> None:
        start = self.text.find("<", begin)
        if "<!--" in token["data"]:
            self.swallowing.append((start, self.end))
        if self.end < self.stream.chunkSize:
            return
        end = ("-->", "--!>", "<!-->", "<!--->") if self.text.startswith("<!--", start) else (">",)
        if not self.text.endswith(end):
            self.open_comment = start

    def _note(self, token: dict[str, Any], start: int, written: list[Written]) -> None:
        token["tag"] = Tag(token["name"], token["type"] == END_TAG, start, self.stream.chunkOffset, written)
        self.tags.append(token["tag"])

    def tagOpenState(self) -> bool:
        """A start tag at once, where a name follows `<`."""
        return self._tag(START_TAG, self.stream.chunkOffset - 1) or bool(super().tagOpenState())

    def closeTagOpenState(self) -> bool:
        """An end tag at once, where a name follows `</`."""
        return self._tag(END_TAG, self.stream.chunkOffset - 2) or bool(super().closeTagOpenState())

    def beforeAttributeNameState(self) -> bool:
        """The rest of an end tag that closes raw text: only these still come here, from html5lib's own states."""
        return self._tag(END_TAG, self.end)

    def _tag(self, kind: int, start: int) -> bool:
        text = self.text
        name = _NAME.match(text, start + (2 if kind == END_TAG else 1))
        if name is None:
            return False
        written: list[Written] = []
        at = name.end()
        close = _TAG_END.match(text, at)
        while close is None:
            match = _ATTRIBUTE.match(text, at)
            if match is None or (match[2] is None and _NEXT_EQUALS.match(text, match.end())):
                self._drop(start, name[0], written)
                return True
            written.append(_attribute(match))
            at = match.end()
            close = _TAG_END.match(text, at)
        self.stream.chunkOffset = close.end()
        self._emit(kind, start, name[0], written)
        return True

    def _emit(self, kind: int, start: int, name: str, written: list[Written]) -> None:
        data: dict[str, str] = {}
        for attribute in written:
            data.setdefault(attribute.name, attribute.value)
        last = written[-1] if written else None
        slash = self.stream.chunkOffset - 2
        in_value = last is not None and last.value_span is not None and slash < last.value_span[1]
        token: Any = {
            "type": kind,
            "name": name.replace("\0", "\ufffd").translate(asciiUpper2Lower),
            "data": data,
            "selfClosing": self.text[slash] == "/" and not in_value,
            "selfClosingAcknowledged": True,
        }
        self._note(token, start, written)
        self.currentToken = token
        self.tokenQueue.append(token)
        self.state = self.dataState

    def _drop(self, start: int, name: str, written: list[Written]) -> None:
        """The text ends inside this tag: HTML drops the tag and all the rest."""
        stream = self.stream
        self.dropped = Tag(
            name.translate(asciiUpper2Lower), self.text[start + 1] == "/", start, len(self.text), written
        )
        stream.chunkOffset = stream.chunkSize
        self.state = self.dataState

    def consumeNumberEntity(self, isHex: bool | None) -> str:  # noqa: N803
        """As html5lib's, without turning a thousand digits into a number."""
        match = _DIGITS.match(self.text, self.stream.chunkOffset)
        if match and len(match[0]) > 12:
            self.stream.chunkOffset = match.end()
            after = self.stream.char()
            if after != ";" and after is not EOF:
                self.stream.unget(after)
            return "\ufffd"
        return str(super().consumeNumberEntity(isHex))


def _attribute(match: re.Match[str]) -> Written:
    group = next((number for number in (3, 4, 5) if match[number] is not None), 0)
    value = match[group] if group else ""
    if "&" in value:
        value = _ENTITY.sub(_character, value)
    name = match[1].replace("\0", "\ufffd").translate(asciiUpper2Lower)
    return Written(name, value.replace("\0", "\ufffd"), match.span(1), match.span(group) if group else None)


def _character(match: re.Match[str]) -> str:
    """What a character reference in an attribute stands for; one without `;` counts only before no letter or `=`."""
    name = match[1]
    if name[0] == "#":
        return _numbered(name[1:].rstrip(";"))
    followed = match.string[match.end() : match.end() + 1]
    if name not in html5 or (name[-1] != ";" and followed == "="):
        return match[0]
    return html5[name]


def _numbered(digits: str) -> str:
    number = int(digits[1:][:9], 16) if digits[0] in "xX" else int(digits[:9])
    if number in replacementCharacters:
        return str(replacementCharacters[number])
    return "\ufffd" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
