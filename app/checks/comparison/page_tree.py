"""A page in the form in which two pages are compared: elements and words, with what makes no difference taken away.

White space between words and around tags, quotes, letter case of names, attribute and class order, comments, implied
tags, character references and boolean spellings are gone; in `<pre>` and `<textarea>` white space stays, as parts of
its own. What stands in `<style>` is compared as CSS, not here. Every part knows where it stands in the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from html import unescape
from itertools import islice

from app.checks.css.cascade import inline_style
from app.checks.vocabulary import BOOLEAN_ATTRIBUTES, CASELESS_ATTRIBUTES, SET_ATTRIBUTES, SPACED_ATTRIBUTES
from app.page.html import Document
from app.page.nodes import Comment, Element, Text

_WORD = re.compile(r"[^ \t\n\f\r]+")
_PIECE = re.compile(r"[^ \t\n\f\r]+|[ \t\n\f\r]+")
_CHARACTER = re.compile(r"&[^;\s<&]{1,32};?|.", re.DOTALL)
_AROUND_SIGNS = re.compile(r"\s*([:;,])\s*")
_MOST_ATOMS = 300


class Part:
    """An element (`tag` is its name) or a word (`tag` is ""), equal to another whose `sign` is the same."""

    __slots__ = ("_atoms", "attributes", "children", "element", "end", "parent", "sign", "size", "start", "tag", "word")

    def __init__(self, start: int, end: int, word: str = "", element: Element | None = None) -> None:
        self.tag = element.tag if element else ""
        self.word = word
        self.element = element
        self.start = start
        self.end = end
        self.attributes: dict[str, Hashable] = {}
        self.children: list[Part] = []
        self.parent: Part | None = None
        self.size = 1
        self.sign = hash(("", word))
        self._atoms: Counter[Hashable] | None = None

    def holds(self, children: list[Part]) -> None:
        """Take these children, and the sign that follows from everything inside."""
        self.children = children
        for child in children:
            child.parent = self
        self.size = 1 + sum(child.size for child in children)
        inside = tuple(child.sign for child in children)
        self.sign = hash((self.tag, frozenset(self.attributes.items()), inside))

    def walk(self) -> Iterator[Part]:
        """This part and all inside, in document order."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.children))

    @property
    def words(self) -> list[str]:
        """The words inside, in order."""
        return [part.word for part in self.walk() if not part.tag]

    def first_words(self, number: int) -> list[str]:
        """The first words inside."""
        return list(islice((part.word for part in self.walk() if not part.tag), number))

    @property
    def atoms(self) -> Counter[Hashable]:
        """What speaks for likeness: attributes, words and tags inside; the first few hundred of a large part."""
        if self._atoms is None:
            found: Counter[Hashable] = Counter(self.attributes.items())
            for count, part in enumerate(self.walk()):
                if count > _MOST_ATOMS:
                    break
                found[part.word or part.tag] += 1
                found.update(part.attributes.items() if count else ())
            found[self.tag] -= 1
            self._atoms = +found
        return self._atoms


def page_tree(document: Document) -> Part:
    """The root of a page in comparable form."""
    parts: dict[Element, Part] = {}
    elements = [node for node in document.root.walk() if isinstance(node, Element)]
    kept = _keeping_space(elements)
    for element in reversed(elements):
        start, end = element.start or _first_place(element, parts), element.end or element.start
        part = Part(start[0] if start else 0, end[1] if end else 0, element=element)
        part.attributes = {a.name: canonical_attribute(a.name, a.value) for a in element.attributes}
        part.holds([] if element.tag == "style" else _children(element, parts, document.source, element in kept))
        if element.end is None and part.children:
            part.end = max(part.end, part.children[-1].end)
        parts[element] = part
    return parts[document.root]


def _keeping_space(elements: list[Element]) -> set[Element]:
    kept: set[Element] = set()
    for element in elements:
        if element.tag in ("pre", "textarea", "listing") or element in kept:
            kept.add(element)
            kept.update(element.elements)
    return kept


def _first_place(element: Element, parts: dict[Element, Part]) -> tuple[int, int] | None:
    """Where an element that nobody wrote begins: with the first thing inside it."""
    for child in element.children:
        if isinstance(child, Element) and child in parts:
            return parts[child].start, parts[child].end
        if isinstance(child, Text) and child.span and child.text.strip():
            return child.span
    return None


def _children(element: Element, parts: dict[Element, Part], source: str, keep_space: bool) -> list[Part]:
    found: list[Part] = []
    joined = False  # whether the last word runs on into text that follows a comment
    for child in element.children:
        if isinstance(child, Element):
            found.append(parts[child])
            joined = False
        elif isinstance(child, Text):
            words = _words(child, source, keep_space)
            if joined and words and words[0].start == child.span[0] if child.span else False:
                words[0] = Part(found[-1].start, words[0].end, found.pop().word + words[0].word)
            found += words
            joined = bool(words) and child.text[-1:] not in " \t\n\f\r"
        elif not isinstance(child, Comment):
            joined = False
    return found


def _words(text: Text, source: str, keep_space: bool) -> list[Part]:
    places = _places(text, source)
    pattern = _PIECE if keep_space else _WORD
    return [Part(places(m.start()), places(m.end() - 1) + 1, m[0]) for m in pattern.finditer(text.text)]


class _Places:
    """From a place in a text to its place in the source, through character references."""

    def __init__(self, written: str, text: str, start: int) -> None:
        self.start = start
        self.places: list[int] | None = None
        if written != text:
            self.places = [m.start() for m in _CHARACTER.finditer(written) for _ in unescape(m[0])]
            self.places = self.places[max(0, len(self.places) - len(text)) :]  # a line feed dropped after <pre>

    def __call__(self, at: int) -> int:
        if self.places is None:
            return self.start + at
        return self.start + (self.places[min(at, len(self.places) - 1)] if self.places else 0)


def _places(text: Text, source: str) -> _Places:
    start, end = text.span or (0, 0)
    return _Places(source[start:end], text.text, start)


def canonical_attribute(name: str, value: str) -> Hashable:
    """The value of an attribute as HTML reads it."""
    if name in BOOLEAN_ATTRIBUTES:
        return True
    if name in SET_ATTRIBUTES:
        return frozenset(value.split())
    if name == "style":
        return inline_style(value)
    flat = " ".join(_WORD.findall(value))
    if name in SPACED_ATTRIBUTES:
        flat = _AROUND_SIGNS.sub(r"\1", flat).removesuffix(";")
    return flat.lower() if name in CASELESS_ATTRIBUTES else flat
