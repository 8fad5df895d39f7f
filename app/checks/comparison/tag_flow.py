"""A page as it was typed, one tag or word after the other, and which of these answer those of the page wanted.

A tree says nothing true about a page with a forgotten end tag; the flow of its tags does: there is one tag less in it.
Two flows are lined up in three readings: tags as written and as they are indented, tags as written, tags by name. In
each, what is equal at both ends and what is equal and single is matched first (patience diff); what is left between is
lined up by its longest common subsequence, in which a tag weighs more than a word.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from html import unescape
from operator import attrgetter

from app.checks.comparison.alignment import between_equals
from app.checks.vocabulary import VOID_TAGS
from app.page.html import Document
from app.page.nodes import Span, TagPlace

_COMMENT = re.compile(r"<!--.*?-->|<![^>]*>|<\?[^>]*>", re.DOTALL)
_WORD = re.compile(r"[^ \t\n\f\r]+")
_RAW = ("script", "style")
_MOST_PAIRS = 20_000  # lined up word by word between two anchors; a longer stretch is left as it is
_LONGEST_SLID = 200
_DEEPEST = 12
_READINGS = tuple(attrgetter(name) for name in ("placed", "written", "name"))


class Token:
    """A tag or a word of a page: `at` is its place in the flow, `tag` its name in lower case, "" for a word."""

    __slots__ = ("at", "closing", "name", "placed", "span", "tag", "written")

    def __init__(self, at: int, span: Span, written: str, tag: str = "", closing: bool = False) -> None:
        self.at = at
        self.span = span
        self.tag = tag
        self.closing = closing
        self.written = written
        self.name = f"<{'/' * closing}{tag}" if tag else written
        self.placed: Hashable = written


def flow(document: Document) -> list[Token]:
    """The tags and words of a page in the order of its text; of a script one word, of a style sheet none."""
    source = document.source
    tokens: list[Token] = []
    end, raw = 0, ""
    for tag in (*document.tags, TagPlace("", False, Span(len(source), len(source)))):
        if raw == "script":
            tokens.append(Token(len(tokens), Span(end, tag.span.start), " ".join(source[end : tag.span.start].split())))
        elif raw != "style":
            tokens += _words(source, end, tag.span.start, len(tokens))
        if tag.name:
            tokens.append(_tag(tag, source, len(tokens)))
        end, raw = tag.span.end, tag.name if tag.name in _RAW and not tag.closing else ""
    return tokens


def _tag(tag: TagPlace, source: str, at: int) -> Token:
    written = " ".join(source[slice(*tag.span)].lower().replace("'", '"').split())
    token = Token(at, tag.span, written, tag.name, tag.closing)
    token.placed = written, indentation(source, tag.span.start)
    return token


def indentation(source: str, at: int) -> str | None:
    """The white space before a place on its line; None where something else stands there too."""
    before = source[max(source.rfind("\n", 0, at) + 1, at - 200) : at]
    return before if not before.strip() else None


def _words(source: str, start: int, end: int, at: int) -> Iterator[Token]:
    text = source[start:end]
    if "<" in text:
        text = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    for number, word in enumerate(_WORD.finditer(text)):
        yield Token(at + number, Span(start + word.start(), start + word.end()), unescape(word[0]))


def answers(wanted: list[Token], found: list[Token]) -> list[tuple[Token, Token]]:
    """Pairs of a wanted and a found token that answer each other, in the order of both flows."""
    pairs = list(_paired(wanted, found, 0, 0))
    _slide(pairs, wanted, found, 0)
    _slide(pairs, wanted, found, 1)
    return pairs


def _slide(pairs: list[tuple[Token, Token]], wanted: list[Token], found: list[Token], side: int) -> None:
    """Where a stretch of one side answers nothing and could as well stand a little earlier (`b</i><i>a` in
    `<i>a b</i><i>a b</i>`), let it be the stretch that is whole: no end tag in it without its start tag.
    """
    tokens = (wanted, found)[side]
    for number in range(1, len(pairs)):
        before, after = pairs[number - 1], pairs[number]
        first, length = before[side].at + 1, after[side].at - before[side].at - 1
        if (
            not 1 < length <= _LONGEST_SLID
            or after[1 - side].at - before[1 - side].at != 1
            or _whole(tokens, first, length)
        ):
            continue
        back = 0
        while back < min(length, number):
            own, other = pairs[number - 1 - back], tokens[first + length - 1 - back]
            if own[side].at != first - 1 - back or own[side].name != other.name:
                break
            back += 1
            if _whole(tokens, first - back, length):
                for step in range(back):
                    at = number - 1 - step
                    answer = tokens[first + length - 1 - step]
                    pairs[at] = (answer, pairs[at][1]) if side == 0 else (pairs[at][0], answer)
                break


def _whole(tokens: list[Token], first: int, length: int) -> bool:
    """Whether each end tag of a stretch has its start tag in it, and the other way round."""
    open_tags: list[str] = []
    for token in tokens[first : first + length]:
        if token.closing:
            if not open_tags or open_tags.pop() != token.tag:
                return False
        elif token.tag and token.tag not in VOID_TAGS:
            open_tags.append(token.tag)
    return not open_tags


def _paired(wanted: list[Token], found: list[Token], reading: int, depth: int) -> Iterator[tuple[Token, Token]]:
    key = _READINGS[reading]
    pieces = list(between_equals(wanted, found, key))
    cut = len(pieces) > 1 and depth < _DEEPEST
    for mine, its in pieces:
        if not mine or not its:
            continue
        if len(mine) == len(its) == 1 and key(mine[0]) == key(its[0]):
            yield mine[0], its[0]
        elif cut:
            yield from _paired(mine, its, reading, depth + 1)
        elif reading + 1 < len(_READINGS):
            yield from _paired(mine, its, reading + 1, depth)
        elif len(mine) * len(its) <= _MOST_PAIRS:
            yield from _longest_common(mine, its)


def _longest_common(wanted: list[Token], found: list[Token]) -> Iterator[tuple[Token, Token]]:
    rows = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        one, row, below = wanted[i], rows[i], rows[i + 1]
        weight = 3 if one.tag else 1
        for j in range(len(found) - 1, -1, -1):
            best = max(row[j + 1], below[j])
            row[j] = max(best, below[j + 1] + weight) if one.name == found[j].name else best
    i = j = 0
    while i < len(wanted) and j < len(found):
        weight = 3 if wanted[i].tag else 1
        if wanted[i].name == found[j].name and rows[i][j] == rows[i + 1][j + 1] + weight:
            yield wanted[i], found[j]
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
