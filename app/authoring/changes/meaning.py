"""What a page's HTML says, in a form in which two spellings of one page are equal: a list of tags and texts.

It knows nothing of how pages are compared for learners, so that each can be tried against the other. Left out:
comments, quotes, letter case of names, attribute and class order, character references, spellings of booleans, tags
nobody needs to write, white space where it is folded, and what stands in `<style>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.authoring.changes.sources import KEPT_SPACE_TAGS, words
from app.checks.vocabulary import BOOLEAN_ATTRIBUTES, BREAKING_TAGS, CASELESS_ATTRIBUTES
from app.page.html import Attribute, Comment, Document, Element, Text

_BLOCK_TAGS = BREAKING_TAGS | words("meta link base style script template colgroup col")
_SPACE = re.compile(r"[ \t\n\f\r]+")

Said = tuple[str, object]


def meaning(document: Document, *, styles: bool = True) -> list[Said]:
    """The page as tags with their attributes and texts with their white space folded; `styles`: with `style=""`."""
    said: list[Said] = [("doctype", (document.doctype or "").lower())]
    text: list[str] = []
    for event in _events(document.root, styles):
        if event[0] == "text":
            text.append(str(event[1]))
            continue
        _add_text(said, "".join(text), event)
        text = []
        said.append(event)
    return said


def _add_text(said: list[Said], text: str, after: Said) -> None:
    text = _SPACE.sub(" ", text)
    text = text.lstrip(" ") if _is_edge(said[-1]) else text
    text = text.rstrip(" ") if _is_edge(after) else text
    if text:
        said.append(("words", text))


def _is_edge(event: Said) -> bool:
    return event[0] in ("doctype", "end") or event[0].strip("</") in _BLOCK_TAGS


def _events(root: Element, styles: bool) -> Iterator[Said]:
    """The tree as a list, without recursion: a page may be nested as deep as somebody types."""
    waiting: list[Element | Text | Comment | str] = [root]
    kept = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            kept -= node in KEPT_SPACE_TAGS
            yield f"</{node}", ""
        elif isinstance(node, Text):
            yield ("kept", node.text) if kept else ("text", node.text)
        elif isinstance(node, Element):
            kept += node.tag in KEPT_SPACE_TAGS
            yield f"<{node.tag}", frozenset(_attributes(node, styles))
            waiting.append(node.tag)
            waiting.extend(() if node.tag == "style" else reversed(node.children))
    yield "end", ""


def _attributes(element: Element, styles: bool) -> Iterator[tuple[str, object]]:
    for attribute in element.attributes:
        value = _value(attribute)
        if value != frozenset() and (styles or attribute.name != "style"):
            yield attribute.name, value


def _value(attribute: Attribute) -> object:
    if attribute.name in BOOLEAN_ATTRIBUTES:
        return True
    if attribute.name == "class":
        return frozenset(attribute.value.split())
    return attribute.value.lower() if attribute.name in CASELESS_ATTRIBUTES else attribute.value
