"""Other spellings of style sheets: white space, line breaks and comments between their signs; minified; quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from app.authoring.changes.edits import Edit
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Source
from app.page.css import Declaration

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?P<url>url\([^"')]*\))"""
    r"""|(?P<space>[ \t\n\f]+)|(?P<sign>[{};,])|(?P<other>(?:\\.|[^\s"'{};,/]|/(?!\*))+|.)""",
    re.DOTALL | re.IGNORECASE,
)
_PLAIN_STRING = re.compile(r"[^\"'\\<>&\n]*")
_BARE_URL = re.compile(r"url\(\s*([^\s\"'()\\<>&]+)\s*\)", re.IGNORECASE)
_QUOTED_URL = re.compile(r"url\(\s*([\"'])([^\s\"'()\\<>&]+)\1\s*\)", re.IGNORECASE)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def _tokens(source: Source) -> Iterator[list[_Token]]:
    """The tokens of each sheet, those of custom properties (whose white space is their own) left out as one."""
    own = [(d.span.start, d.span.end) for ruled in source.rules for d in ruled.rule.declarations if _is_own(d)]
    for span in source.spans:
        found = [
            _Token(match.lastgroup or "", match[0], match.start(), match.end())
            for match in _TOKEN.finditer(source.text, *span)
        ]
        yield [
            _Token("other", *token[1:]) if any(start <= token.start < end for start, end in own) else token
            for token in found
        ]


def _is_own(declaration: Declaration) -> bool:
    return declaration.name.startswith("--")


def minified(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """No comment, no white space that is not needed, no `;` before `}`."""
    del sheets, chance
    for tokens in _tokens(source):
        shown = [token for token in tokens if token.kind not in ("space", "comment")]
        for before, after in zip([None, *shown], [*shown, None], strict=True):
            start = before.end if before else tokens[0].start if tokens else 0
            end = after.start if after else tokens[-1].end if tokens else 0
            signs = (before is None or before.kind == "sign") or (after is None or after.kind == "sign")
            if start < end:
                gap = [token for token in tokens if start <= token.start < end]
                needed = any(token.kind == "space" for token in gap)
                yield Edit(start, end, "" if signs else " " if needed else "/**/")
    for ruled in source.rules:
        for declaration in ruled.rule.declarations:
            if not _is_own(declaration):
                colon = source.text[declaration.name_span.end : declaration.value_span.start]
                if colon.strip() == ":" and colon != ":":
                    yield Edit(declaration.name_span.end, declaration.value_span.start, ":")


def spread_out(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """White space and line breaks around the signs."""
    del sheets
    for tokens in _tokens(source):
        for token in tokens:
            if token.kind == "sign" and token.text in "{};" and chance.random() < 0.7:
                yield Edit(token.end, token.end, chance.choice(["\n", "\n  ", " ", "\n\n\t"]))
            if token.kind == "sign" and token.text == "," and chance.random() < 0.4:
                yield Edit(token.end, token.end, " ")
            if token.kind == "sign" and token.text in "{;" and chance.random() < 0.3:
                yield Edit(token.start, token.start, " ")
    for ruled in [*source.rules, *source.inline]:
        for declaration in ruled.rule.declarations:
            if not _is_own(declaration) and chance.random() < 0.4:
                place = declaration.name_span.end
                yield Edit(place, place, " ")


def comments(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Comments between rules, between declarations, and in values."""
    del sheets
    for tokens in _tokens(source):
        for token in tokens:
            if token.kind == "sign" and token.text in "{};" and chance.random() < 0.3:
                yield Edit(token.end, token.end, chance.choice(["/* a note */", "/* p { color: red } */", "\n/**/\n"]))
            elif token.kind == "comment" and chance.random() < 0.3:
                yield Edit(token.start, token.end, "/* another */")


def quotes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Double and single quotation marks around strings, and addresses with or without them."""
    del sheets
    for span in source.spans:
        urls = [*_QUOTED_URL.finditer(source.text, *span), *_BARE_URL.finditer(source.text, *span)]
        for match in urls:
            address = match[match.lastindex or 1]
            yield Edit(*match.span(), chance.choice([f"url({address})", f'url("{address}")', f"url('{address}')"]))
    for tokens in _tokens(source):
        for before, token in zip([None, *tokens], tokens, strict=False):
            inside = token.text[1:-1]
            charset = source.text[max(0, token.start - 9) : token.start].lower().startswith("@charset")
            in_url = before is not None and before.text.lower().endswith("url(")
            if token.kind == "string" and _PLAIN_STRING.fullmatch(inside) and not charset and not in_url:
                yield Edit(token.start, token.end, f"'{inside}'" if token.text[0] == '"' else f'"{inside}"')
