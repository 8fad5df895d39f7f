"""The files of a page as changes to them are made: parsed, with the elements, texts and rules that can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from app.checks.vocabulary import VOID_TAGS
from app.page.css import AtRule, Rule, Sheet, StyleRule, parse_css, parse_declarations
from app.page.html import Document, Element, Span, Text, parse_html
from app.page.page import File, Page


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


RAW_TAGS = words("script style title textarea iframe noembed noframes plaintext xmp")
KEPT_SPACE_TAGS = words("pre textarea listing plaintext script style xmp")


@dataclass(frozen=True, slots=True, eq=False)
class Ruled:
    """One rule of a sheet: the names of the at-rules around it, and what it is for (a selector; for `style=""` the
    start tag).
    """

    rule: StyleRule
    around: tuple[str, ...]
    head: Span
    element: Element | None = None

    @property
    def name(self) -> str:
        """What a message calls it: its first selector, or the tag whose `style` it is."""
        return self.element.tag if self.element else self.rule.selector.split(",")[0].strip()


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file of a page: an HTML file has a document, and a sheet for each `<style>`; a CSS file is one sheet."""

    file: str
    text: str
    document: Document | None
    sheets: tuple[Sheet, ...]
    spans: tuple[Span, ...]  # where each sheet stands in the text

    @property
    def elements(self) -> list[Element]:
        """The elements of HTML whose start tag was written."""
        found = self.document.elements if self.document else ()
        return [element for element in found if element.start and element.namespace == "html"]

    @property
    def closed(self) -> list[Element]:
        """Those of them of which it is written where they end."""
        return [element for element in self.elements if element.end or element.tag in VOID_TAGS]

    @property
    def rules(self) -> list[Ruled]:
        """The style rules of every sheet, in order, nested ones included."""
        return [ruled for sheet in self.sheets for ruled in _ruled(sheet.rules, ())]

    @property
    def inline(self) -> list[Ruled]:
        """What `style` attributes declare, each as one rule."""
        return [ruled for element in self.elements for ruled in _inline(element, self.text)]

    def texts(self) -> Iterator[tuple[Element, Text, Span]]:
        """The text of HTML elements in which white space is folded, where it was written in one piece; its parent."""
        document = self.document
        kept: set[Element] = set()
        for element in document.elements if document else ():
            if element.tag in KEPT_SPACE_TAGS or element in kept:
                kept.update((element, *element.elements))
            elif element.namespace == "html":
                for child in element.children:
                    if isinstance(child, Text) and child.span and self._in_one_piece(child.text, child.span):
                        yield element, child, child.span

    def _in_one_piece(self, text: str, span: Span) -> bool:
        written = self.text[span.start : span.end]
        return written == text or ("<" not in written and unescape(written) == text)

    def written(self, span: Span) -> str:
        """What stands there."""
        return self.text[span.start : span.end]

    def before(self, place: int) -> int:
        """The last thing that is not white space before a place."""
        return max(0, len(self.text[:place].rstrip()) - 1)


def whole(element: Element) -> Span:
    """An element from its start tag to its end; of those whose tags were written."""
    start, end = element.start or Span(0, 0), element.end or element.start or Span(0, 0)
    return Span(start.start, end.end)


def sources_of(page: Page) -> tuple[Source, ...]:
    """The HTML and CSS files of a page."""
    return tuple(_source(file) for file in page.files if file.name.endswith((".html", ".htm", ".css")))


@lru_cache(maxsize=64)
def _source(file: File) -> Source:
    if file.name.endswith(".css"):
        return Source(file.name, file.text, None, (parse_css(file.text, file.name),), (Span(0, len(file.text)),))
    document = parse_html(file.text, file.name)
    texts = [_style_text(element) for element in document.elements if element.tag == "style" and element.end]
    spans = [text.span for text in texts if text and text.span and document.source[slice(*text.span)] == text.text]
    sheets = [parse_css(document.source[slice(*span)], file.name, span.start) for span in spans]
    return Source(file.name, document.source, document, tuple(sheets), tuple(spans))


def _style_text(element: Element) -> Text | None:
    return next((child for child in element.children if isinstance(child, Text)), None)


def _ruled(rules: tuple[Rule, ...], around: tuple[str, ...]) -> Iterator[Ruled]:
    for rule in rules:
        if isinstance(rule, StyleRule):
            yield Ruled(rule, around, rule.selector_span)
            yield from _ruled(rule.rules, (*around, rule.selector))
        elif isinstance(rule, AtRule):
            yield from _ruled(rule.rules, (*around, f"@{rule.name} {rule.prelude}"))


def _inline(element: Element, text: str) -> Iterator[Ruled]:
    attribute = element.attribute("style")
    span = attribute.value_span if attribute else None
    if attribute and span and element.start and text[slice(*span)] == attribute.value:
        sheet = parse_declarations(attribute.value, offset=span.start)
        yield from (Ruled(rule, (), element.start, element) for rule in sheet.rules if isinstance(rule, StyleRule))
