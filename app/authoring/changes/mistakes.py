"""Every mechanical mistake that can be made in a page: what people type wrong, made systematically."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from app.authoring.changes import attribute_mistakes, element_mistakes, style_mistakes, text_mistakes, typing_mistakes
from app.authoring.changes.edits import edited
from app.authoring.changes.meaning import meaning
from app.authoring.changes.mistake import Mistake, apart, with_mistakes
from app.authoring.changes.sources import Source, sources_of
from app.page.html import parse_html
from app.page.nodes import Span
from app.page.page import Page

__all__ = ["Mistake", "apart", "mistakes_in", "with_mistakes"]

Kind = Callable[[Source, Random], Iterator[Mistake]]
Within = Callable[[str, Span], bool]

# What changes the tree: where it does not, as with two equal neighbours swapped, it is no mistake.
OF_THE_TREE: tuple[Kind, ...] = (
    element_mistakes.dropped, element_mistakes.renamed, element_mistakes.misspelt, element_mistakes.displaced,
    element_mistakes.swapped, element_mistakes.duplicated, element_mistakes.wrapped, element_mistakes.unwrapped,
    element_mistakes.added, attribute_mistakes.dropped, attribute_mistakes.changed, attribute_mistakes.misspelt,
    attribute_mistakes.added, text_mistakes.changed, text_mistakes.letter_wrong, text_mistakes.dropped,
)  # fmt: skip
# Slips of the finger, which a browser may well put right.
OF_TYPING: tuple[Kind, ...] = (
    typing_mistakes.end_forgotten, typing_mistakes.end_mismatched, typing_mistakes.slash_forgotten,
    typing_mistakes.bracket_forgotten, typing_mistakes.quote_forgotten, typing_mistakes.equals_forgotten,
)  # fmt: skip
OF_STYLE: tuple[Kind, ...] = (
    style_mistakes.declaration_dropped, style_mistakes.value_changed, style_mistakes.property_misspelt,
    style_mistakes.declaration_added, style_mistakes.selector_misspelt, style_mistakes.rule_dropped,
    style_mistakes.semicolon_forgotten, style_mistakes.colon_forgotten, style_mistakes.brace_forgotten,
)  # fmt: skip
KINDS = (*OF_THE_TREE, *OF_TYPING, *OF_STYLE)


def mistakes_in(page: Page, seed: int, within: Within | None = None) -> Iterator[Mistake]:
    """Every mistake that can be made in the page, each by itself, in an order by chance; the kinds take turns.

    `within(file, span)`: whether a mistake may be made at this place; without it, everywhere. What would leave the
    page as it is, is not among them. They are made as they are asked for, so the first few cost little.
    """
    chance = Random(seed)
    waiting = [
        _checked(source, kind(source, Random(chance.random())), kind in OF_THE_TREE)
        for source in sources_of(page)
        for kind in KINDS
    ]
    chance.shuffle(waiting)
    while waiting:
        for kinds in list(waiting):
            mistake = _next(kinds, within)
            if mistake is None:
                waiting.remove(kinds)
            else:
                yield mistake


def _next(mistakes: Iterator[Mistake], within: Within | None) -> Mistake | None:
    return next((mistake for mistake in mistakes if within is None or within(mistake.file, mistake.at)), None)


def _checked(source: Source, mistakes: Iterator[Mistake], of_the_tree: bool) -> Iterator[Mistake]:
    """Those that change what the page says."""
    if source.document is None or not of_the_tree:
        yield from mistakes
        return
    right = None
    for mistake in mistakes:
        right = right or meaning(source.document)
        if meaning(parse_html(edited(source.text, mistake.edits), source.file)) != right:
            yield mistake
