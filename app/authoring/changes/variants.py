"""Harmless variants of a page: the same page written otherwise, which nobody may be told off for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from app.authoring.changes import file_spellings, page_spellings, tag_spellings
from app.authoring.changes.edits import Edit, edited
from app.authoring.changes.meaning import meaning
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Source, sources_of
from app.page.html import parse_html
from app.page.page import Page

Spelling = Callable[[Source, Sheets, Random], Iterator[Edit]]

HTML: Mapping[str, Spelling] = {
    "white space": page_spellings.white_space,
    "indentation": page_spellings.indentation,
    "one line": page_spellings.one_line,
    "quotes": tag_spellings.quotes,
    "letter case": tag_spellings.letter_case,
    "doctype": tag_spellings.doctype,
    "attribute order": tag_spellings.attribute_order,
    "class order": tag_spellings.class_order,
    "booleans": tag_spellings.booleans,
    "space in tags": tag_spellings.spacing,
    "slashes": tag_spellings.slashes,
    "comments": page_spellings.comments,
    "end tags": page_spellings.end_tags,
    "start tags": page_spellings.start_tags,
    "character references": page_spellings.references,
}
FILES: Mapping[str, Callable[[str, Random], str]] = {
    "line endings": file_spellings.line_endings,
    "byte order mark": file_spellings.byte_order_mark,
}


@dataclass(frozen=True, slots=True)
class Variant:
    """The page written otherwise in one way: the kind of way, and the page."""

    kind: str
    page: Page


def harmless_variants(page: Page, seed: int) -> Iterator[Variant]:
    """One variant for each kind that changes anything in the page, then one with all of them at once."""
    kinds = [*HTML, *FILES]
    for kind in kinds:
        changed = _written(page, kind, Random(f"{seed} {kind}"))
        if changed != page:
            yield Variant(kind, changed)
    everything = page
    for kind in kinds:
        everything = _written(everything, kind, Random(f"{seed} all {kind}"))
    if everything != page:
        yield Variant("everything", everything)


def _written(page: Page, kind: str, chance: Random) -> Page:
    if kind in FILES:
        for file in page.files:
            page = page.with_text(file.name, FILES[kind](file.text, chance))
        return page
    sources = sources_of(page)
    for source in sources:
        edits = list(HTML[kind](source, Sheets(source, sources), chance))
        text = edited(source.text, edits)
        if text != source.text and _says_the_same(source, text):
            page = page.with_text(source.file, text)
    return page


def _says_the_same(source: Source, text: str) -> bool:
    """Left to be seen: pages that were not written as HTML wants may lean on what a spelling takes away."""
    if source.document is None:
        return True
    return meaning(source.document, styles=False) == meaning(parse_html(text, source.file), styles=False)
