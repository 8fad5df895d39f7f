"""Mistakes with words: another one, a letter wrong, one missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from app.authoring.changes.edits import Edit
from app.authoring.changes.mistake import Mistake
from app.authoring.changes.sources import Source
from app.page.html import Element, Span

_WORD = re.compile(r"[^\s&<>]+")
_LETTERS = re.compile(r"[A-Za-z]{3,}")


class _Word(NamedTuple):
    """A word with what stands right beside it, up to white space; `letters` is where its letters are."""

    element: Element
    span: Span
    letters: Span


def _words(source: Source, chance: Random) -> list[_Word]:
    found = [
        _Word(element, Span(*(span.start + at for at in match.span())), Span(*(span.start + at for at in inner.span())))
        for element, text, span in source.texts()
        if source.written(span) == text.text
        for match in _WORD.finditer(text.text)
        for inner in _LETTERS.finditer(text.text, *match.span())
    ]
    chance.shuffle(found)
    return found


def changed(source: Source, chance: Random) -> Iterator[Mistake]:
    """Another word."""
    for word in _words(source, chance):
        yield _with_letters("text changed", source, word, word.letters, "elephant")


def letter_wrong(source: Source, chance: Random) -> Iterator[Mistake]:
    """A letter of a word is wrong."""
    for word in _words(source, chance):
        start, end = word.letters
        if end - start > 4:
            at = chance.randrange(start + 1, end - 1)
            yield _with_letters("letter wrong", source, word, Span(at, at + 1), "q" if source.text[at] != "q" else "z")


def _with_letters(kind: str, source: Source, word: _Word, span: Span, letters: str) -> Mistake:
    start, end = word.span
    found = source.text[start : span.start] + letters + source.text[span.end : end]
    edits = (Edit(*span, letters),)
    places = (start, span.start)
    return Mistake(kind, source.file, edits, word.span, places, word.element.tag, found, source.written(word.span))


def dropped(source: Source, chance: Random) -> Iterator[Mistake]:
    """A word is missing."""
    for word in _words(source, chance):
        start, end = word.span
        around = source.text[start - 1 : start] + source.text[end : end + 1]
        if all(beside.isspace() or beside in "<>" for beside in around):
            places = (start, source.before(start), *_opened_by(source, word))
            wanted = source.written(word.span)
            edits = (Edit(start, end, ""),)
            yield Mistake("word dropped", source.file, edits, word.span, places, word.element.tag, "", wanted)


def _opened_by(source: Source, word: _Word) -> list[int]:
    """Where the element begins of which this is the first word: that is where it should have come."""
    tag = word.element.start
    return [tag.start] if tag and not source.text[tag.end : word.span.start].strip() else []
