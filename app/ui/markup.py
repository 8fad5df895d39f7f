"""A pack's Markdown as HTML for a Qt document: code coloured by Pygments, and nothing typed in it ever obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

import markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from app.ui.theme import CODE, Theme
from app.ui.tokens import Palette

SAMPLE_PADDING = 10  # px


def markdown_html(text: str, colours: Palette) -> str:
    """Markdown as HTML for a Qt document; tags typed in the text are shown as they stand, never obeyed."""
    reader = _reader()
    return "".join(
        _sample(part, language, colours) if language is not None else reader.reset().convert(part)
        for language, part in _parts(text)
    )


def inline_html(text: str) -> str:
    """A sentence as HTML: backticks make code, double stars make strong."""
    made = []
    for place, piece in enumerate(re.split("`([^`]+)`", text)):
        shown = escape(piece, quote=False)
        if place % 2:
            made.append(f"<code>{shown}</code>")
        else:
            strong = shown.split("**")
            made.append("".join(f"<b>{s}</b>" if n % 2 else s for n, s in enumerate(strong)))
    return "".join(made)


@lru_cache(maxsize=1)
def _reader() -> markdown.Markdown:
    """The one that reads all texts; told by name, it would look for its extensions among all packages installed."""
    reader = markdown.Markdown(extensions=[TableExtension(), SaneListExtension()], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader


def _parts(text: str) -> Iterator[tuple[str | None, str]]:
    """The text cut at its fences: (None, Markdown) and (language, code)."""
    lines: list[str] = []
    language: str | None = None
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            if lines:
                yield language, "\n".join(lines)
            lines, language = [], None if language is not None else line.strip().strip("`").split(" ")[0] or "text"
        else:
            lines.append(line)
    if lines:
        yield language, "\n".join(lines)


def _sample(code: str, language: str, colours: Palette) -> str:
    """A code sample: a table of one cell, whose ground is drawn by the view."""
    from app.ui.sample import coloured  # here, since many a text has none

    table = f'<table class="sample" width="100%" cellpadding="{SAMPLE_PADDING}">'
    return f"{table}<tr><td><pre>{coloured(code, language, colours)}</pre></td></tr></table>"


def sheet(theme: Theme, size: int, ink: str, strong: str) -> str:
    """The style sheet of a text of this size, its words and strong words in the colours of these names."""
    colours, px = theme.colours, theme.px
    return (
        f"* {{ color: {getattr(colours, ink)}; }}"
        f"p, li {{ line-height: 115%; }} p {{ margin: 0 0 {px(10)}px 0; }}"
        f"ol, ul {{ margin: 0 0 {px(10)}px 0; }} li {{ margin: 0 0 {px(4)}px 0; }}"
        f"code, pre {{ font-family: '{CODE}'; font-size: {px(max(size - 1, 14))}px; }}"
        f"pre {{ margin: 0; white-space: pre-wrap; }}"
        f"b, strong {{ font-weight: 600; color: {getattr(colours, strong)}; }}"
        f"a {{ color: {colours.teal}; }}"
        f"h1, h2, h3, h4 {{ font-size: {px(17)}px; font-weight: 700; margin: {px(6)}px 0 {px(4)}px 0; }}"
        f"table.sample {{ margin: 0 0 {px(10)}px 0; }}"
    )
