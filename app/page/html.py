"""HTML as a tree of frozen values with the exact place of every tag, attribute and text.

html5lib builds the tree (app/page/tree.py); Beautiful Soup holds it for CSS selectors (app/page/selecting.py).
Nothing a learner can type raises an exception here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.page.nodes import Attribute, Comment, Element, Node, Span, TagPlace, Text
from app.page.selecting import Selection, SelectorError
from app.page.slips import slips_of
from app.page.source import Tag, Written, normalised
from app.page.tag_slips import Slip
from app.page.tree import Node as Built
from app.page.tree import Parser, Remark, Run

__all__ = ["Attribute", "Comment", "Document", "Element", "Node", "SelectorError", "Slip", "Span", "Text", "parse_html"]

_NEWLINE = re.compile("\n")
_NAMESPACES = {
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/1998/Math/MathML": "math",
}


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One HTML file as parsed: its text (newlines a single line feed), its tree, its elements in document order, its
    tags in the order of the text.
    """

    file: str
    source: str = field(repr=False)
    doctype: str | None
    root: Element
    elements: tuple[Element, ...] = field(repr=False)
    tags: tuple[TagPlace, ...] = field(repr=False)
    slips: tuple[Slip, ...]
    _parents: Mapping[Element, Element] = field(repr=False)
    _lines: tuple[int, ...] = field(repr=False)
    _selection: Selection = field(repr=False)

    def select(self, css: str) -> tuple[Element, ...]:
        """The elements a CSS selector matches, in document order; SelectorError where it cannot be read."""
        return self._selection.select(css)

    def parent(self, element: Element) -> Element | None:
        """The element this one stands in; None for the root."""
        return self._parents.get(element)

    def place(self, order: int) -> tuple[int, int]:
        """Line and column of an element's tag; of what it stands in or behind, where a browser made it up."""
        nearest = reversed(self.elements[: max(order, 0) + 1])
        start = next((element.start for element in nearest if element.start), None)
        return self.position(start.start) if start else (1, 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset into the text."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def parse_html(text: str, file: str = "index.html") -> Document:
    """Read a whole page as a browser with scripting off would; any text at all has a tree."""
    source = normalised(text)
    parser = Parser()
    tokens = parser.read(source)
    root = parser.tree.openElements[0] if parser.tree.openElements else parser.tree.document.children[-1]
    _give_tags(root, tokens.tags)
    built = _in_order(root)
    frozen = _frozen(built)
    elements = tuple(frozen[node] for node, order in built if order >= 0)
    parents = {child: frozen[node] for node, _ in built for child in frozen[node].elements}
    lines = (0, *(match.end() for match in _NEWLINE.finditer(source)))
    tags = tuple(TagPlace(tag.name, tag.closing, Span(tag.start, tag.end)) for tag in tokens.tags)
    slips = slips_of(source, tokens, parser.after_body)
    selection = Selection(frozen[root])
    return Document(file, source, parser.tree.doctype, frozen[root], elements, tags, slips, parents, lines, selection)


def _give_tags(root: Built, tags: list[Tag]) -> None:
    """Tell html and body their tags: html5lib merges the first and never closes either."""
    for name in ("html", "body"):
        node = root if name == "html" else next((n for n in root.children if getattr(n, "name", "") == name), None)
        if not isinstance(node, Built):
            continue
        for tag in tags:
            if tag.name == name and not tag.closing and node.tag is None and tag.node is None:
                node.tag = node.source = tag
                tag.node = node
            elif tag.name == name and tag.closing and node.end is None:
                node.end = tag
                tag.node = node


def _in_order(root: Built) -> list[tuple[Built, int]]:
    """Every node with its order, parents before children."""
    found: list[tuple[Built, int]] = []
    waiting = [(root, True)]
    order = 0
    while waiting:
        node, counted = waiting.pop()
        found.append((node, order if counted else -1))
        order += counted
        inside = counted and node.name != "template"
        waiting.extend((child, inside) for child in reversed(node.children) if isinstance(child, Built))
    return found


def _frozen(built: list[tuple[Built, int]]) -> dict[Built, Element]:
    """Nodes made into values, children before parents, so that no depth is too deep."""
    frozen: dict[Built, Element] = {}
    for node, order in reversed(built):
        frozen[node] = Element(
            node.name,
            _NAMESPACES.get(node.namespace, node.namespace),
            _attributes(node),
            tuple(_child(child, frozen) for child in node.children),
            order,
            Span(node.tag.start, node.tag.end) if node.tag else None,
            Span(node.end.start, node.end.end) if node.end else None,
        )
    return frozen


def _child(child: Built | Run | Remark, frozen: dict[Built, Element]) -> Node:
    if isinstance(child, Built):
        return frozen[child]
    if isinstance(child, Run):
        return Text("".join(child.pieces), Span(child.start, child.end))
    return Comment(child.data, Span(*child.span))


def _attributes(node: Built) -> tuple[Attribute, ...]:
    if not node.attributes:
        return ()
    written: dict[str, Written] = {}
    for one in node.source.written if node.source else ():
        written.setdefault(one.name, one)
    return tuple(_attribute(name, value, written, node) for name, value in node.attributes.items())


def _attribute(name: Any, value: str, written: dict[str, Written], node: Built) -> Attribute:
    if not isinstance(name, str):  # html5lib's (prefix, name, namespace) of SVG's and MathML's own attributes
        name = f"{name[0]}:{name[1]}" if name[0] else name[1]
    found = written.get(name) or written.get(name.lower())
    if found is None:  # merged from a second <html> or <body>
        place = Span(node.tag.start, node.tag.end) if node.tag else Span(0, 0)
        return Attribute(name, value, bool(value), place, None)
    span = Span(*found.value_span) if found.value_span else None
    return Attribute(name, value, span is not None, Span(*found.name_span), span)
