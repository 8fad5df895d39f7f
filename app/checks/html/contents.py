"""What stands directly in one element: text and elements side by side, nothing else, and in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.checks.html.patterns import Wanted
from app.checks.html.phrase import Hole, Phrase
from app.page.nodes import Comment, Element, Text

if TYPE_CHECKING:
    from app.checks.html.matching import Matcher

Item = Wanted | Phrase
UNSEEN = {"tr": "tbody", "col": "colgroup"}  # what HTML puts around these where nobody wrote it
_SOMETHING = "\ufffc"


class Exactly:
    """An element in which nothing else may stand."""

    def __init__(self, matcher: Matcher, wanted: Wanted, element: Element) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self.wanted = wanted
        self.nodes = contents(wanted, element)

    def fits(self) -> bool:
        """Whether the items are all there is inside; text with `…` may cover elements too."""
        nodes = self.nodes
        if self.wanted.any_order:
            return self._fits_shuffled(self.wanted.children, nodes)
        reached = {0}
        for item in self.wanted.children:
            reached = {end for start in reached for end in self._ends(item, nodes, start)}
        return len(nodes) in reached

    def _fits_shuffled(self, items: Sequence[Item], nodes: list[Element | Text]) -> bool:
        """Whether each item is one node and each node one item, in whatever order; of what is counted, so many."""
        single = [item for item in items if isinstance(item, Phrase) or (item.times is None and item.every is None)]
        counted = [item for item in items if isinstance(item, Wanted) and item not in single]
        options = [[at for at, node in enumerate(nodes) if self._is(item, node)] for item in single]
        holder = settled(options)
        if holder is None:
            return False
        left = [node for at, node in enumerate(nodes) if at not in holder]
        numbers = [(item, sum(self._is(item, node) for node in left)) for item in counted]
        allowed = all(n > 0 if item.times is None else item.times.allows(n) for item, n in numbers)
        return allowed and all(any(self._is(item, node) for item in counted) for node in left)

    def _is(self, item: Item, node: Element | Text) -> bool:
        if isinstance(item, Wanted):
            return isinstance(node, Element) and self.matcher.fits(item, node, True)
        return isinstance(node, Text) and item.matches(node.text, self.scene.count, exact=True)

    def _ends(self, item: Item, nodes: list[Element | Text], start: int) -> Iterator[int]:
        """Where an item that begins at a node can end."""
        if isinstance(item, Wanted):
            yield from self._runs(item, nodes, start)
            return
        text = ""
        for end in range(start, len(nodes)):
            node = nodes[end]
            if isinstance(node, Element) and item.plain:
                return
            text += self.scene.text(node) if isinstance(node, Element) else node.text
            filled = item.anything and isinstance(node, Element) and self.scene.filled(node)
            if filled or item.matches(text, self.scene.count, exact=True):
                yield end + 1

    def _runs(self, item: Wanted, nodes: list[Element | Text], start: int) -> Iterator[int]:
        """Where a run of elements that are each as wanted can end: one, or as many as `times` or `every` allows."""
        most = 1 if item.times is None and item.every is None else len(nodes)
        if item.times is not None:
            most = item.times.most if item.times.most is not None else most
            if item.times.allows(0):
                yield start
        for taken, node in enumerate(nodes[start : start + most], 1):
            if not isinstance(node, Element) or not self.matcher.fits(item, node, True):
                return
            if item.times is None or item.times.allows(taken):
                yield start + taken


class Mixed:
    """Text and elements side by side in one element: `<label><input> Name</label>`."""

    def __init__(self, matcher: Matcher, scope: Element) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self.scope = scope
        self._failed: set[tuple[int, int]] = set()
        self._matches: dict[int, list[Element]] = {}
        self.items: Sequence[Item] = ()
        self._open: tuple[Item, ...] = ()

    def fits(self, items: Sequence[Item]) -> bool:
        """Whether there is a way through; `…` at both ends may be nothing there."""
        self.items = items
        first, last = items[0], items[-1]
        self._open = (first, last) if _is_open(first, 0) and _is_open(last, -1) and len(items) > 1 else ()
        return self._from(0, self.scope.order, self.scene.text_span(self.scope)[0])

    def _from(self, at: int, behind: int, text_from: int) -> bool:
        phrase: Phrase | None = None
        if at < len(self.items) and isinstance(found := self.items[at], Phrase):
            phrase, at = found, at + 1
        if at == len(self.items):
            return self._says(phrase, text_from, self.scene.text_span(self.scope)[1])
        wanted = self.items[at]
        if (at, behind) in self._failed or not isinstance(wanted, Wanted):
            return False
        for element in self._options(at, wanted):
            start, end = self.scene.text_span(element)
            fits_so_far = element.order > behind and self._says(phrase, text_from, start)
            if fits_so_far and self._from(at + 1, self.scene.last(element), end):
                return True
        self._failed.add((at, behind))
        return False

    def _options(self, at: int, wanted: Wanted) -> list[Element]:
        if at not in self._matches:
            self._matches[at] = self.matcher.matches(wanted, self.scope, False)
        return self._matches[at]

    def _says(self, phrase: Phrase | None, start: int, end: int) -> bool:
        if phrase is None:
            return True
        text = self.scene.text_between(start, end)
        if self._open and phrase is self._open[0]:
            text = f"{_SOMETHING} {text}"
        if self._open and phrase is self._open[-1]:
            text = f"{text} {_SOMETHING}"
        return phrase.matches(text, self.scene.count)


def _is_open(item: Item, end: int) -> bool:
    """Whether every alternative of a phrase has `…` at this end."""
    return isinstance(item, Phrase) and all(pieces and isinstance(pieces[end], Hole) for pieces in item.alternatives)


def settled(options: Sequence[Sequence[int]]) -> dict[int, int] | None:
    """One number for each item, none used twice, as number to item; None where there is no way.

    A bipartite matching by augmenting paths (Kuhn), without recursion.
    """
    holder: dict[int, int] = {}
    for first in range(len(options)):
        came_from: dict[int, int] = {}
        waiting, free = [first], None
        for item in waiting:
            for number in options[item]:
                if number not in came_from:
                    came_from[number] = item
                    if number not in holder:
                        free = number
                        break
                    waiting.append(holder[number])
            if free is not None:
                break
        if free is None:
            return None
        while free is not None:
            item = came_from[free]
            before = next((n for n, held in holder.items() if held == item and n != free), None)
            holder[free] = item
            free = before
    return holder


def contents(wanted: Wanted, element: Element) -> list[Element | Text]:
    """The solid nodes of an element; in place of a `<tbody>` that the pattern does not speak of, those inside it."""
    named = {tag for child in wanted.children if isinstance(child, Wanted) for tag in child.tags}
    nodes: list[Element | Text] = []
    for node in solid_nodes(element):
        unseen = isinstance(node, Element) and node.tag in UNSEEN.values() and node.tag not in named
        nodes += solid_nodes(node) if unseen and isinstance(node, Element) else [node]
    return nodes


def solid_nodes(element: Element) -> list[Element | Text]:
    """What stands directly in an element, without comments and white space; text around a comment is one."""
    nodes: list[Element | Text] = []
    for child in element.children:
        if isinstance(child, Comment):
            continue
        if isinstance(child, Text) and nodes and isinstance(before := nodes[-1], Text):
            nodes[-1] = Text(before.text + child.text, before.span)
        else:
            nodes.append(child)
    return [node for node in nodes if isinstance(node, Element) or node.text.strip()]
