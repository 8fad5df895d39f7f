"""CSS selectors over a tree of elements, through Beautiful Soup and soupsieve."""

from __future__ import annotations

import soupsieve
from bs4 import BeautifulSoup

from app.page.nodes import Element, Text

_URIS = {
    "html": "http://www.w3.org/1999/xhtml",
    "svg": "http://www.w3.org/2000/svg",
    "math": "http://www.w3.org/1998/Math/MathML",
}


class SelectorError(ValueError):
    """A CSS selector that cannot be read; `message` says what soupsieve made of it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Selection:
    """The elements under a root, held as a Beautiful Soup that is only made when somebody first selects."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._soup: BeautifulSoup | None = None
        self._elements: dict[int, Element] = {}

    def select(self, css: str) -> tuple[Element, ...]:
        """The elements a selector matches, in document order; SelectorError where it cannot be read."""
        try:
            pattern = soupsieve.compile(css)
        except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError, TypeError, RecursionError) as error:
            raise SelectorError(str(error).splitlines()[0] if str(error) else "It is empty.") from error
        if self._soup is None:
            self._soup = self._made()
        return tuple(self._elements[id(tag)] for tag in pattern.select(self._soup))

    def _made(self) -> BeautifulSoup:
        """The soup, made by the events a parser would send; nothing inside a template is in it."""
        soup = BeautifulSoup("", "html.parser", multi_valued_attributes=None)
        soup.reset()
        waiting: list[Element | Text | str] = [self._root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                soup.handle_endtag(node)
            elif isinstance(node, Text):
                soup.handle_data(node.text)
            else:
                attributes = {attribute.name: attribute.value for attribute in node.attributes}
                tag = soup.handle_starttag(node.tag, _URIS.get(node.namespace), None, attributes)
                self._elements[id(tag)] = node
                waiting.append(node.tag)
                if node.tag != "template":
                    waiting.extend(child for child in reversed(node.children) if isinstance(child, Element | Text))
        soup.endData()
        return soup
