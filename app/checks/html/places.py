"""Where in the source a fault is shown: where something should stand, and where words stand without their tags."""

from __future__ import annotations

from app.checks.html.patterns import Wanted
from app.checks.html.phrase import fold
from app.checks.html.scene import Scene, end_of, inner_end
from app.checks.report import Place
from app.checks.vocabulary import BREAKING_TAGS
from app.page.html import Element
from app.page.nodes import Text

_HEAD_TAGS = frozenset(("title", "meta", "link", "style", "base"))
_AT_THE_TOP = frozenset(("h1", "header"))
_ROOMS = frozenset(
    ("body", "main", "section", "article", "aside", "header", "footer", "nav", "div", "form", "ul", "ol")
)
_ELEMENTS_LOOKED_AT = 2000


class Places:
    """Places of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def missing(self, scope: Element | None, before: Element | None, behind: Element | None, tag: str) -> Place:
        """Where an element should stand: behind its neighbour, before its neighbour, or at the end of its scope.

        What should come first is shown at the start tag of what it should come first in.
        """
        if before is None and behind is not None:
            before, scope = self._ahead_of(behind)
        if before is not None:
            end = end_of(before)
            return self.scene.place((end, end))
        inside = scope or self._room(tag)
        if inside.start is not None and behind is not None:
            return self.scene.tag_place(inside)
        if inside.start is not None and scope is None and tag in _AT_THE_TOP:
            top = inside.start.end + self.scene.document.source.startswith("\n", inside.start.end)
            return self.scene.place((top, top))
        end = self._text_end(inner_end(inside), inside)
        return self.scene.place((end, end))

    def _ahead_of(self, element: Element) -> tuple[Element | None, Element | None]:
        """What stands right before an element in its parent, and the parent."""
        parent = self.scene.document.parent(element)
        siblings = parent.elements if parent is not None else (element,)
        at = next((n for n, sibling in enumerate(siblings) if sibling is element), 0)
        if at == 0 and parent is not None and parent.start is None:
            return self._ahead_of(parent)
        return (siblings[at - 1] if at else None), parent

    def _room(self, tag: str) -> Element:
        """Head or body, whichever an element of this tag belongs in; the root for those two."""
        if tag in ("html", "head", "body"):
            return self.scene.document.root
        name = "head" if tag in _HEAD_TAGS else "body"
        return next(iter(self.scene.inside(None, (name,))), self.scene.document.root)

    def _text_end(self, end: int, inside: Element) -> int:
        """The end of what is written before an offset, so that the line is one with something on it."""
        begin = inside.start.end if inside.start else 0
        return max(begin, len(self.scene.document.source[:end].rstrip()))

    def unwrapped(self, wanted: Wanted, scope: Element | None) -> tuple[Place, str] | None:
        """The wanted words where they stand directly in a block, without the tags asked for."""
        phrases = [words for words in (wanted.words.plain if wanted.words else ()) if fold(words)]
        if not phrases:
            return None
        outer = [scope] if scope is not None else self.scene.inside(None, ("body",))
        inside = [e for o in outer for e in (o, *self.scene.inside(o)) if e.tag not in wanted.tags]
        if wanted.tag in BREAKING_TAGS:  # words inside a paragraph are no forgotten heading
            inside = [e for e in inside if e.tag in _ROOMS]
        for element in inside[:_ELEMENTS_LOOKED_AT]:
            for node in element.children:
                folded = fold(node.text[:20_000]) if isinstance(node, Text) else ""
                words = next((words for words in phrases if fold(words) in folded), None)
                if words is not None and isinstance(node, Text) and node.span:
                    return self._place_in(words, node.span), words
        return None

    def _place_in(self, words: str, span: tuple[int, int]) -> Place:
        source = self.scene.document.source
        at = source.lower().find(words.strip().lower(), *span)
        return self.scene.place((at, at + len(words.strip())) if at >= 0 else self.inked(span))

    def inked(self, span: tuple[int, int]) -> tuple[int, int]:
        """A stretch of source without the white space around it."""
        text = self.scene.document.source[slice(*span)]
        start = span[0] + len(text) - len(text.lstrip())
        return (start, max(start, span[0] + len(text.rstrip())))

    def start_tag(self, element: Element) -> str:
        """An element's start tag as it was written."""
        return self.scene.document.source[slice(*element.start)] if element.start else f"<{element.tag}>"
