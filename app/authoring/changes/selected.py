"""Which elements the style sheets of a page treat in a way that makes a spelling matter, as `white-space: pre` does."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.authoring.changes.sources import Ruled, Source
from app.page.css import Declaration
from app.page.html import Element, SelectorError

_STATES = re.compile(r"::?[a-z-]+(\([^()]*\))?")


class Sheets:
    """The rules of all files of a page, asked about the elements of one of them."""

    def __init__(self, source: Source, others: tuple[Source, ...]) -> None:
        self._source = source
        self._rules = [ruled for each in others for ruled in each.rules]
        self._text = "\n".join(each.written(span) for each in others for span in each.spans)

    def mention(self, pattern: str) -> bool:
        """Whether this (a regular expression) stands anywhere in the sheets."""
        return re.search(pattern, self._text, re.IGNORECASE) is not None

    def elements(self, test: Callable[[Declaration], bool]) -> set[Element]:
        """The elements of which a declaration passes the test; all, where it cannot be told."""
        found: set[Element] = set()
        for ruled in self._rules:
            if any(test(declaration) for declaration in ruled.rule.declarations):
                found.update(self._meant(ruled))
        for ruled in self._source.inline:
            if ruled.element and any(test(declaration) for declaration in ruled.rule.declarations):
                found.add(ruled.element)
        return found

    def _meant(self, ruled: Ruled) -> tuple[Element, ...]:
        document = self._source.document
        if document is None:
            return ()
        if any(not around.startswith("@") for around in ruled.around):
            return document.elements
        try:
            return document.select(_STATES.sub("", ruled.rule.selector) or "*")
        except SelectorError:
            return document.elements
