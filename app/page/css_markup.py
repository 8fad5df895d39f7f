"""HTML that was typed into a style sheet: found, told, and taken out before the CSS is read."""

from __future__ import annotations

import re

from app.page.nodes import Span
from app.page.tag_slips import Slip
from app.page.vocabulary import TAGS

_FURTHEST = 2000  # characters from a start tag to its end tag
_MOST = 40  # of one sheet: with more it is no style sheet
_PIECE = re.compile(
    r"/\*.*?(?:\*/|$)|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\(\s*[\"']?data:[^\n]*"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>{}]{0,400})?/?>)",
    re.DOTALL | re.IGNORECASE,
)
_REST = re.compile(r"[^\n{};]*(?=\n|$)|(?:[^\n{};>]*>)?")
_WORDS_BEFORE = re.compile(r"[^\n{};,.#:]*")


def without_markup(text: str, offset: int) -> tuple[str, list[Slip]]:
    """The text with spaces where HTML stood, so that no place moves, and a slip for each stretch of it.

    A tag takes the words behind it on its line with it, or all up to its end tag, unless a brace stands between.
    """
    parts: list[str] = []
    found: list[Slip] = []
    opened: set[str] = set()
    at, places = 0, 0
    while (piece := _PIECE.search(text, places)) is not None and len(found) < _MOST:
        places = piece.end()
        if not piece["tag"] or piece["name"].lower() not in TAGS:
            continue
        name = piece["name"].lower()
        if not (piece["tag"].startswith("</") and name in opened):
            kind = "style-tag-in-css" if name == "style" else "html-in-css"
            found.append(Slip(kind, Span(offset + piece.start(), offset + piece.end()), name))
        opened.add(name)
        start, places = _start(text, piece.start(), at), _end(text, name, piece.end())
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:places])]
        at = places
    return ("".join([*parts, text[at:]]), found) if parts else (text, [])


def _start(text: str, tag: int, least: int) -> int:
    """Where the HTML begins that goes on with a tag: words before it on its line belong to it."""
    line = max(text.rfind("\n", 0, tag) + 1, least)
    return line if _WORDS_BEFORE.fullmatch(text, line, tag) else tag


def _end(text: str, name: str, after: int) -> int:
    """Where the HTML ends that begins with a tag of this name."""
    closing = text.find(f"</{name}>", after, after + _FURTHEST)
    if closing >= 0 and not set(text[after:closing]) & set("{}"):
        after = closing + len(name) + 3
    rest = _REST.match(text, after)
    return rest.end() if rest else after
