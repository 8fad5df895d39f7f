"""Elements in which all is text up to their end tag, and where that was meant to stand, if it was forgotten."""

from __future__ import annotations

import re

from app.page.nearest import distance
from app.page.nodes import Span

RAW_TAGS = ("title", "textarea", "style", "script")
_TAG_LINE, _TAG_OR_LINE = re.compile(r"\n[ \t]*<"), re.compile(r"</?[a-zA-Z]|\n")
_TYPED = re.compile(r"</?([a-zA-Z]{1,20})\s*>")
_SPACE = " \t\n\f\r"


def meant_end(source: str, start: int, tag: str) -> Span:
    """Where the end tag was meant for what begins at `start`: before the next line that is a tag (CSS, scripts), or the
    next tag or the end of the line; what was typed in its place (`<title>`, `</titel>`) is in the span.
    """
    found = (_TAG_LINE if tag in ("style", "script") else _TAG_OR_LINE).search(source, start)
    end = found.start() if found else len(source)
    return end_at(source, start + len(source[start:end].rstrip(_SPACE)), tag)


def end_at(source: str, place: int, tag: str) -> Span:
    """The end tag that is meant at a place: what was typed for it there, or nothing."""
    typed = _TYPED.match(source, place)
    return Span(*typed.span()) if typed and distance(typed[1].lower(), tag, 2) <= 2 else Span(place, place)
