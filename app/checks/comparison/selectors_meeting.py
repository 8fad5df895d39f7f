"""Whether two CSS selectors meet on an element of a page, so that their order can matter."""

from __future__ import annotations

import re

from app.page.html import Document
from app.page.nodes import Element
from app.page.selecting import SelectorError

_STATES = re.compile(r"::[a-z-]+(\([^)]*\))?|:(hover|focus|focus-visible|focus-within|active|visited|target|checked)\b")


class Meeting:
    """The elements that selectors match on one page, each asked once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[str, frozenset[Element]] = {}

    def meet(self, one: str, other: str) -> bool:
        """Some element is matched by both, whatever state it is in."""
        pseudo = [re.findall("::[a-z-]+", selector) for selector in (one, other)]
        return pseudo[0] == pseudo[1] and bool(self._matched(one) & self._matched(other))

    def _matched(self, selector: str) -> frozenset[Element]:
        if selector not in self._known:
            plain = _STATES.sub("", selector).strip() or "*"
            try:
                self._known[selector] = frozenset(self._document.select(plain))
            except SelectorError:
                self._known[selector] = frozenset()
        return self._known[selector]
