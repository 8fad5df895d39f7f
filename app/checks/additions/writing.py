"""Writes elements of a page as HTML of a check that asks for just what stands there, in the format's own words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from textwrap import indent

from app.checks.html.blocks import WORDS
from app.page.html import Attribute, Element
from app.page.nodes import Text
from app.page.source import VOID

_SILENT = frozenset(("style", "script", "template", "svg", "math"))
_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")
_SKELETON = frozenset(("html", "head", "body"))
_MEANING = str.maketrans({"|": "&#124;", "…": "&hellip;", "[": "&#91;"})  # signs that mean something in a check


def literal(text: str) -> str:
    """Text that in a check means itself and nothing else."""
    return html.escape(" ".join(text.split()), quote=False).translate(_MEANING).replace("...", "&#46;..")


def start_tag(element: Element, words: str = "", only: Iterable[str] | None = None) -> str:
    """The start tag with its attributes, or some of them, and an author's extra words."""
    kept = [a for a in element.attributes if a.name not in WORDS and (only is None or a.name in only)]
    return f"<{' '.join([element.tag, *map(attribute, kept), *words.split()])}>"


def attribute(written: Attribute) -> str:
    """One attribute; its value only where one was written."""
    value = literal(written.value).replace('"', "&quot;")
    return f'{written.name}="{value}"' if written.written else written.name


def hollow(element: Element, words: str = "", only: Iterable[str] | None = None) -> str:
    """The element with nothing said of what is inside."""
    return around("", element, words, only)


def around(inner: str, element: Element, words: str = "", only: Iterable[str] | None = None) -> str:
    """The element with this inside."""
    end = "" if element.tag in VOID else f"</{element.tag}>"
    return f"{start_tag(element, words, only)}{inner}{end}"


def whole(element: Element, words: str = "") -> str:
    """The element with everything inside; of `<html>`, `<head>` and `<body>` and what is not text, only the tag.

    An element inside that nobody wrote a tag for is not asked for, only what is in it. No deeper than 60 elements.
    """
    return around("" if element.tag in _SKELETON else _content(element, 0), element, words)


def _content(element: Element, depth: int) -> str:
    if element.tag in _SILENT or depth > 60:
        return ""
    among_words = any(isinstance(child, Text) and child.text.strip() for child in element.children)
    parts: list[str] = []
    for child in element.children:
        if isinstance(child, Text) and among_words:
            parts.append(_spaced(child.text))
        elif isinstance(child, Element):
            inner = _content(child, depth + 1)
            parts.append(inner if child.start is None else around(inner, child))
    if len(parts) < 2 or among_words:
        return "".join(parts).strip()
    return indent("\n".join(["", *parts]), "  ") + "\n"


def _spaced(text: str) -> str:
    """Text between elements: a full stop behind a link stays beside it."""
    if not text.strip():
        return " "
    return f"{' ' * text[0].isspace()}{literal(text)}{' ' * text[-1].isspace()}"


def said(element: Element) -> str:
    """The text inside, on one line; none of what is not read."""
    if element.tag in _SILENT | _SKELETON:
        return ""
    words = " ".join(word for node in element.walk() if isinstance(node, Text) for word in node.text.split())
    return _BEFORE_SIGN.sub("", words)
