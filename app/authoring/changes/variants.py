"""Harmless variants of a page: the same page written otherwise, which nobody may be told off for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from app.authoring.changes import (
    condition_spellings,
    file_spellings,
    page_spellings,
    rule_spellings,
    sheet_spellings,
    shorthand_spellings,
    tag_spellings,
    value_spellings,
)
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
CSS: Mapping[str, Spelling] = {
    "longhands": shorthand_spellings.longhands,
    "shorthands": shorthand_spellings.shorthands,
    "word order": shorthand_spellings.word_order,
    "colours": value_spellings.colours,
    "zeros": value_spellings.zeros,
    "numbers": value_spellings.numbers,
    "weights": value_spellings.weights,
    "font names": value_spellings.font_names,
    "key word case": value_spellings.letter_case,
    "merged rules": rule_spellings.merged_rules,
    "declaration order": rule_spellings.declaration_order,
    "rule order": rule_spellings.rule_order,
    "split rules": rule_spellings.split_rules,
    "split selectors": rule_spellings.split_selectors,
    "selector order": rule_spellings.selector_order,
    "selector spacing": rule_spellings.selector_spacing,
    "pseudo-elements": rule_spellings.pseudo_elements,
    "css case": rule_spellings.selector_case,
    "conditions": condition_spellings.conditions,
    "frames": condition_spellings.frames,
    "importance": condition_spellings.importance,
    "attribute quotes": condition_spellings.attribute_quotes,
    "more semicolons": condition_spellings.more_semicolons,
    "last semicolon": rule_spellings.last_semicolon,
    "css quotes": sheet_spellings.quotes,
    "css comments": sheet_spellings.comments,
    "spread out": sheet_spellings.spread_out,
    "minified": sheet_spellings.minified,
}
MORE: Mapping[str, Spelling] = {
    "extra class": tag_spellings.more_classes,
    "extra attribute": tag_spellings.more_attributes,
}
SPELLINGS: Mapping[str, Spelling] = {**MORE, **CSS, **HTML}
FILES: Mapping[str, Callable[[str, Random], str]] = {
    "line endings": file_spellings.line_endings,
    "byte order mark": file_spellings.byte_order_mark,
}


@dataclass(frozen=True, slots=True)
class Variant:
    """The page written otherwise in one way: the kind of way, and the page."""

    kind: str
    page: Page


KINDS = (*CSS, *HTML, *FILES)


def harmless_variants(page: Page, seed: int, *, more: bool = False, only: Collection[str] = KINDS) -> Iterator[Variant]:
    """One variant for each kind that changes anything in the page, then one with all of them at once.

    `only`: just these of KINDS.
    `more`: also with classes and attributes that nobody asked for, which the checks of an exercise must let pass, and
    which a comparison with a whole page rightly tells.
    """
    kinds = [*(MORE if more else ()), *(kind for kind in KINDS if kind in only)]
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
        edits = list(SPELLINGS[kind](source, Sheets(source, sources), chance))
        text = edited(source.text, edits)
        if text != source.text and (kind in MORE or _says_the_same(source, text)):
            page = page.with_text(source.file, text)
    return page


def _says_the_same(source: Source, text: str) -> bool:
    """Left to be seen: pages that were not written as HTML wants may lean on what a spelling takes away."""
    if source.document is None:
        return True
    other = parse_html(text, source.file)
    return meaning(source.document, styles=False) == meaning(other, styles=False)
