"""Whether a page has what an HTML block asks for: yes or no, never why (see diagnosis.py).

A pattern inside another is looked for among everything inside the element, in order and without overlap. Taking for
each the match that ends first leaves the most room for those that follow (interval scheduling; the subtrees of a page
are nested or apart), so no other way through has to be tried. Where text stands between elements, the text before
each has to fit too, and then every way through is tried once (memoised by pattern and last element).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.html.contents import UNSEEN, Exactly, Mixed, settled
from app.checks.html.patterns import Block, Wanted, WantedAttribute
from app.checks.html.phrase import Phrase, found_in
from app.checks.html.scene import Scene
from app.checks.html.values import value_fits
from app.page.nodes import Element

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
            return Exactly(self, wanted, element).fits()
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
            return Mixed(self, scope).fits(placed)
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

    def first_free(
        self, wanted: Wanted, scope: Element | None, exact: bool, taken: Sequence[Element] = ()
    ) -> Element | None:
        """The first element inside the scope that is as wanted and not taken."""
        return next((e for e in self.matches(wanted, scope, exact) if e not in taken), None)

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
        if parent is not None and parent is not scope and UNSEEN.get(element.tag) == parent.tag:
            parent = self.scene.document.parent(parent)
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
        """Whether each has an element of its own."""
        return settled([[e.order for e in self.matches(item, scope, exact)] for item in items]) is not None


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
