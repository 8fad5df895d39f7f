"""Typing slips in what stands between the tags: a tag that none became, an attribute behind its tag, a comment begun
wrongly, a character misspelt.

Kinds (`subject`; `detail` is what belongs in place of the span):
  space-in-tag    `< p>`, `</ p>` (the tag)
  comment-start   `<!- … -->`, `<-- … -->` ("comment")
  stray-bracket   a `<` that begins nothing ("text")
  unknown-entity  `&nbps;` ("text")
  outside-tag     `<p>class="note"Words` (the tag)
  css-in-page     `h2 { color: red }` among the words ("text"; "": it is taken away)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.source import RAW, Tag
from app.page.tag_slips import Slip
from app.page.vocabulary import GLOBAL_ATTRIBUTES, OWN_ATTRIBUTES, PROPERTIES, TAGS

MOST = 60  # of one page: with more it is no page with slips
_PIECE = re.compile(
    r"<!--(?:>|->|.*?--!?>)|<!doctype[^>]*>|<!\[CDATA\[.*?\]\]>|<[!?]\[?(?!\s*-)[^>]*>|</?>"
    r"|(?P<comment><!?\s*-{1,3}(?:[^<>]|>(?=\S))*?-?->|<!\s*-[^>]*>)"
    r"|(?P<spaced><(?:\s+/?|/\s+)\s*(?P<name>[A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])[^<>]{0,400}>)"
    r"|(?P<bracket><)|(?P<entity>&[A-Za-z]{2,24};)",
    re.DOTALL | re.IGNORECASE,
)
_OUTSIDE = re.compile(r"""[ \t]*(?P<written>(?:[A-Za-z-]{1,30}=(?:"[^"<>\n]*"|'[^'<>\n]*')[ \t]*){1,9})>?""")
_NAMES = re.compile(r"""([A-Za-z-]+)=(?:"[^"]*"|'[^']*')""")
_PROSE = re.compile(r"[ \t]+[a-z(=–-]|[.,;:)]|\s*</")  # what stands behind an attribute that is spoken of
_SELECTOR = r"[.#*:@A-Za-z][^<{}\n;=?!\"“”]{0,200}(?:,[ \t]*\n[^<{}\n;=?!\"“”]{1,200}){0,9}"
_CSS = re.compile(
    r"^[ \t]*(?P<rules>(?:(?:/\*[^<>{}]{0,400}\*/\s*)?" + _SELECTOR + r"\{\s*"
    r"(?P<property>[a-z-]{2,40})\s*:[^<>{}]{0,2000}\}\s*)+)",
    re.MULTILINE,
)
_SHOWING = frozenset(("code", "kbd", "pre", "samp", "tt", "var", "xmp"))
_USUAL = (
    *("nbsp", "amp", "lt", "gt", "quot", "apos", "copy", "reg", "trade", "pound", "euro", "cent", "sect", "middot"),
    *("bull", "hellip", "ndash", "mdash", "lsquo", "rsquo", "ldquo", "rdquo", "laquo", "raquo", "times", "divide"),
    *("deg", "plusmn", "frac12", "eacute", "egrave", "agrave", "ccedil", "ouml", "auml", "uuml", "rarr", "larr"),
)


def text_slips(source: str, tags: list[Tag], end: int) -> list[Slip]:
    """The slips between the tags, up to an offset; none in scripts, styles and other raw text."""
    found: list[Slip] = []
    at, before = 0, None
    for tag in [*tags, None]:
        stop = tag.start if tag else end
        if at < stop and not (before and before.name in RAW and not before.closing):
            found += _behind(before, source) if before and not before.closing else ()
            found += _in_text(source, at, min(stop, end))
            found += _rules_in(source, at, min(stop, end), before)
        if len(found) > MOST or stop >= end:
            break
        if tag:
            at, before = tag.end, tag
    return found[:MOST]


def _in_text(source: str, start: int, end: int) -> Iterator[Slip]:
    for piece in _PIECE.finditer(source, start, end):
        span, written = Span(*piece.span()), piece[0]
        if piece["comment"]:
            inner = re.sub(r"^<!?\s*-{1,3}|-{0,2}>$", "", written).strip()
            yield Slip("comment-start", span, "comment", f"<!-- {inner} -->")
        elif piece["name"] and piece["name"].lower() in TAGS:
            yield Slip("space-in-tag", span, piece["name"].lower(), re.sub(r"^<\s*(/?)\s*", r"<\1", written))
        elif piece["spaced"] or piece["bracket"]:
            yield Slip("stray-bracket", Span(span.start, span.start + 1), "text", "&lt;")
        elif piece["entity"] and written[1:] not in html5:
            known = nearest(written[1:-1], _USUAL)
            if known:
                yield Slip("unknown-entity", span, "text", f"&{known};")


def _behind(tag: Tag, source: str) -> Iterator[Slip]:
    """Attributes typed behind the `>` of their tag; not where a page shows code, or its words speak of an attribute."""
    match = _OUTSIDE.match(source, tag.end)
    if match is None or tag.name not in TAGS:
        return
    written = match["written"].rstrip()
    names = {name.lower() for name in _NAMES.findall(written)}
    if _PROSE.match(source, match.start("written") + len(written)) or _shows_code(tag):
        return
    if names <= OWN_ATTRIBUTES.get(tag.name, frozenset()) | GLOBAL_ATTRIBUTES:
        whole = f"{source[tag.start : tag.end - 1].rstrip(' /')} {written}>"
        end = match.end() if match[0].endswith(">") else match.start("written") + len(written)
        yield Slip("outside-tag", Span(tag.start, end), tag.name, whole)


def _rules_in(source: str, start: int, end: int, before: Tag | None) -> Iterator[Slip]:
    """Rules of CSS that were typed among the words, each stretch of them once; not where a page shows code."""
    if source.find("{", start, end) < 0 or (before is not None and _shows_code(before)):
        return
    for match in _CSS.finditer(source, start, end):
        if match["property"] in PROPERTIES:
            first = match.start("rules")
            yield Slip("css-in-page", Span(first, first + len(match["rules"].rstrip())), "text")


def _shows_code(tag: Tag) -> bool:
    """Whether the words behind a tag stand in an element whose words are code."""
    node = tag.node.parent if tag.closing and tag.node is not None else tag.node
    while node is not None:
        if node.name in _SHOWING:
            return True
        node = node.parent
    return False
