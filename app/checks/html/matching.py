"""Whether a page has what an HTML block asks for: yes or no, never why (see diagnosis.py).

A pattern inside another is looked for among everything inside the element, in order and without overlap. Taking for
each the match that ends first leaves the most room for those that follow (interval scheduling; the subtrees of a page
are nested or apart), so no other way through has to be tried. Where text stands between elements, the text before
each has to fit too, and then every way through is tried once (memoised by pattern and last element).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.checks.html.patterns import Block, Wanted, WantedAttribute
from app.checks.html.phrase import Phrase, found_in
from app.checks.html.scene import Scene
from app.checks.html.values import value_fits
from app.page.nodes import Comment, Element, Text

_SKELETON = frozenset(("html", "head", "body"))
Item = Wanted | Phrase


class Matcher:
    """Matches patterns against one scene; every answer is remembered."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._known: dict[tuple[Wanted, int, bool], bool] = {}
        self._in_page: dict[tuple[Wanted, bool], list[Element]] = {}

    def fits_block(self, block: Block) -> bool:
        """Whether everything the block asks for stands in the page."""
        return (not block.doctype or self.has_doctype()) and self.fits_inside(block.items, None, exact=block.exact)

    def has_doctype(self) -> bool:
        """Whether the page begins with the doctype of today's HTML."""
        return (self.scene.document.doctype or "").strip().lower() == "html"

    def fits(self, wanted: Wanted, element: Element, exact: bool) -> bool:
        """Whether the element is as wanted, inside too; where it stands is not looked at."""
        key = (wanted, element.order, exact)
        if key not in self._known:
            self._known[key] = self.fits_itself(wanted, element) and self._fits_content(wanted, element, exact)
        return self._known[key]

    def fits_itself(self, wanted: Wanted, element: Element) -> bool:
        """Whether tag, attributes and position among its siblings are as wanted."""
        return (
            fits_tag(wanted, element)
            and all(self.fits_attribute(attribute, element) for attribute in wanted.attributes)
            and not any(element.attribute(name) for name in wanted.without)
            and (not wanted.first or is_first(self.scene, element))
            and (not wanted.last or is_last(self.scene, element))
        )

    def fits_attribute(self, attribute: WantedAttribute, element: Element) -> bool:
        """Whether the element has the attribute, with a value that will do."""
        value = element.get(attribute.name)
        return value is not None and value_fits(attribute, value, self.scene.count)

    def _fits_content(self, wanted: Wanted, element: Element, exact: bool) -> bool:
        exact = exact or wanted.exact
        if exact:
            return self._fits_exactly(wanted.children, element)
        words = wanted.words
        if words is not None:
            return self.scene.says(element, words)
        return self.fits_inside(wanted.children, element, any_order=wanted.any_order)

    def fits_inside(
        self, items: Sequence[Item], scope: Element | None, *, exact: bool = False, any_order: bool = False
    ) -> bool:
        """Whether all items stand inside the scope (None: the page)."""
        if not all(self.fits_number(item, scope, exact) for item in items if isinstance(item, Wanted)):
            return False
        placed = [item for item in items if isinstance(item, Phrase) or takes_part(item)]
        texts = [item for item in placed if isinstance(item, Phrase)]
        if scope is None or any_order:
            elements = [item for item in placed if isinstance(item, Wanted)]
            settle = self._in_any_order if any_order else self._in_order
            return all(self.page_says(text, scope, exact) for text in texts) and settle(elements, scope, exact)
        if texts:
            return _Mixed(self, scope).fits(placed)
        return self._in_order([item for item in placed if isinstance(item, Wanted)], scope, exact)

    def page_says(self, phrase: Phrase, scope: Element | None, exact: bool = False) -> bool:
        """Whether the phrase stands somewhere in the text of the scope, or of the page's body."""
        where = [scope] if scope is not None else self.scene.inside(None, ("body",))
        return any(found_in(phrase, self.scene.text(element), self.scene.count, exact=exact) for element in where)

    def fits_number(self, wanted: Wanted, scope: Element | None, exact: bool) -> bool:
        """Whether `times` and `every` are kept; true where neither is asked."""
        if wanted.times is not None and not wanted.times.allows(len(self.matches(wanted, scope, exact))):
            return False
        if wanted.every is None:
            return True
        chosen = self.chosen(wanted, scope)
        return bool(chosen) and all(self.fits(wanted, element, exact) for element in chosen)

    def chosen(self, wanted: Wanted, scope: Element | None) -> list[Element]:
        """The elements that `every` speaks of."""
        found = self.scene.select(wanted.every or "")
        return [e for e in found if scope is None or self.scene.holds(scope, e)]

    def matches(self, wanted: Wanted, scope: Element | None, exact: bool) -> list[Element]:
        """Every element inside the scope that is as wanted, in document order."""
        return self._matches_behind(wanted, scope, -1 if scope is None else scope.order, exact)

    def _matches_behind(self, wanted: Wanted, scope: Element | None, behind: int, exact: bool) -> list[Element]:
        """Those that begin behind an order; the page's matches are found once, for every scope."""
        key = (wanted, exact)
        if key not in self._in_page:
            options = self.scene.inside(None, wanted.tags)
            self._in_page[key] = [e for e in options if self.fits(wanted, e, exact)]
        until = len(self.scene.document.elements) if scope is None else self.scene.last(scope)
        found = self.scene.between(self._in_page[key], behind, until)
        return [e for e in found if self.is_direct(e, scope)] if wanted.direct else found

    def is_direct(self, element: Element, scope: Element | None) -> bool:
        """Whether the element stands directly in the scope; in the page: directly in its head or body."""
        parent = self.scene.document.parent(element)
        return parent is scope if scope is not None else parent is not None and parent.tag in ("body", "head")

    def _in_order(self, items: Sequence[Wanted], scope: Element | None, exact: bool) -> bool:
        behind = -1 if scope is None else scope.order
        for item in items:
            found = self.first_ending(item, scope, behind, exact)
            if found is None:
                return False
            behind = self.scene.last(found)
        return True

    def first_ending(self, wanted: Wanted, scope: Element | None, behind: int, exact: bool) -> Element | None:
        """Of the matches that begin behind an order, the one that ends first."""
        best: Element | None = None
        for element in self._matches_behind(wanted, scope, behind, exact):
            if best is not None and element.order > self.scene.last(best):
                break
            best = element
        return best

    def _in_any_order(self, items: Sequence[Wanted], scope: Element | None, exact: bool) -> bool:
        """A bipartite matching of patterns and elements by augmenting paths (Kuhn)."""
        options = [[e.order for e in self.matches(item, scope, exact)] for item in items]
        holder: dict[int, int] = {}

        def settle(item: int, tried: set[int]) -> bool:
            for order in options[item]:
                if order not in tried:
                    tried.add(order)
                    if order not in holder or settle(holder[order], tried):
                        holder[order] = item
                        return True
            return False

        return all(settle(item, set()) for item in range(len(items)))

    def _fits_exactly(self, items: Sequence[Item], element: Element) -> bool:
        """Whether the items are all there is inside; text with `…` may cover elements too."""
        nodes = solid_nodes(element)
        reached = {0}
        for item in items:
            reached = {end for start in reached for end in self._ends(item, nodes, start)}
        return len(nodes) in reached

    def _ends(self, item: Item, nodes: list[Element | Text], start: int) -> Iterator[int]:
        """Where an item that begins at a node can end."""
        if isinstance(item, Wanted):
            most = item.times.most or len(nodes) if item.times else 1
            taken = 0
            while start + taken < len(nodes) and taken < most:
                node = nodes[start + taken]
                if not isinstance(node, Element) or not self.fits(item, node, True):
                    break
                taken += 1
                if item.times is None or item.times.allows(taken):
                    yield start + taken
            return
        text = ""
        for end in range(start, len(nodes)):
            node = nodes[end]
            if isinstance(node, Element) and item.plain:
                return
            text += self.scene.text(node) if isinstance(node, Element) else node.text
            filled = item.anything and isinstance(node, Element) and (self.scene.filled(node) or node.tag == "img")
            if filled or item.matches(text, self.scene.count, exact=True):
                yield end + 1


class _Mixed:
    """Text and elements side by side in one element: `<label><input> Name</label>`."""

    def __init__(self, matcher: Matcher, scope: Element) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self.scope = scope
        self._failed: set[tuple[int, int]] = set()
        self._matches: dict[int, list[Element]] = {}

    def fits(self, items: Sequence[Item]) -> bool:
        """Whether there is a way through."""
        self.items = items
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
        return phrase is None or phrase.matches(self.scene.text_between(start, end), self.scene.count)


def takes_part(wanted: Wanted) -> bool:
    """Whether an item has a place in the order of its neighbours."""
    return wanted.every is None and (wanted.times is None or wanted.times.least > 0)


def is_first(scene: Scene, element: Element) -> bool:
    """Whether no element stands before it among its siblings."""
    parent = scene.document.parent(element)
    return parent is None or parent.elements[0] is element


def is_last(scene: Scene, element: Element) -> bool:
    """Whether no element stands behind it among its siblings."""
    parent = scene.document.parent(element)
    return parent is None or parent.elements[-1] is element


def fits_tag(wanted: Wanted, element: Element) -> bool:
    """Whether the tag will do; a bare `<body>` asks for the tag itself, which HTML would make up."""
    if wanted.tags and element.tag.lower() not in wanted.tags:
        return False
    return element.start is not None or not wanted.bare or wanted.tag == "any"


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
