"""The values a parsed page is made of: elements, attributes, text and comments, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file's text, in code points; `end` is exclusive."""

    start: int
    end: int


class TagPlace(NamedTuple):
    """A start or end tag as written, whatever the tree made of it."""

    name: str
    closing: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: `value` is "" where none was written; `value_span` is what stands between the quotes."""

    name: str
    value: str
    written: bool
    name_span: Span
    value_span: Span | None


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Text as parsed, character references resolved; its span is None where a browser would make it up."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """A comment, without its marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One element; compared by identity.

    `namespace` is "html", "svg" or "math". `order` is its index in `document.querySelectorAll("*")`, -1 inside a
    template. `start` is None where no start tag was written, `end` None where its end tag was left out.
    """

    tag: str
    namespace: str
    attributes: tuple[Attribute, ...]
    children: tuple[Element | Text | Comment, ...] = field(repr=False)
    order: int
    start: Span | None
    end: Span | None

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None where there is none of that name."""
        found = self.attribute(name)
        return None if found is None else found.value

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of this name (lower case), or None."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The child elements."""
        return tuple(child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """All text inside, in document order."""
        return "".join(node.text for node in self.walk() if isinstance(node, Text))

    def walk(self) -> Iterator[Element | Text | Comment]:
        """This element and everything inside, in document order."""
        waiting: list[Element | Text | Comment] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Element):
                waiting.extend(reversed(node.children))


Node = Element | Text | Comment
