"""What is there and stands in the wrong place: swapped, too early, too late, outside, too deep."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.checks.html.explaining import Explainer
from app.checks.html.matching import Item, Matcher
from app.checks.html.patterns import Wanted
from app.checks.html.phrase import Phrase, found_in
from app.checks.html.places import Places
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element


class Order:
    """The places of the elements of one scene among each other."""

    def __init__(self, matcher: Matcher, explainer: Explainer, places: Places) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self.explainer = explainer
        self.places = places

    def swapped(
        self, items: Sequence[Wanted], aligned: Sequence[Element | None], scope: Element | None, exact: bool
    ) -> Fault | None:
        """Where just two are not in their places, and each stands before what it should follow."""
        taken = [e for w, e in zip(items, aligned, strict=True) if e is not None and self.matcher.fits(w, e, exact)]
        astray = [w for w, e in zip(items, aligned, strict=True) if e not in taken]
        if len(astray) != 2:
            return None
        first, second = (self.matcher.first_free(wanted, scope, exact, taken) for wanted in astray)
        if first is None or second is None or first.order <= self.scene.last(second):
            return None
        line, place = str(self.scene.line(first)), self.scene.tag_place(second)
        return fault("order-swapped", place, second.tag, self._called(second), self._called(first), line=line)

    def _called(self, element: Element) -> str:
        """An element by its first words, or else by its start tag."""
        words = " ".join(self.scene.text(element).split())
        return words or self.places.start_tag(element)

    def turned(self, items: Sequence[Item], scope: Element, exact: bool) -> Fault | None:
        """Words that stand behind the element they should stand before, or before the one they should follow."""
        for one, other in pairwise(items):
            phrase, wanted = (one, other) if isinstance(one, Phrase) else (other, one)
            if not isinstance(phrase, Phrase) or not isinstance(wanted, Wanted):
                continue
            element = next(iter(self.matcher.matches(wanted, scope, exact)), None)
            if element is None or not phrase.plain:
                continue
            (start, end), (first, last) = self.scene.text_span(scope), self.scene.text_span(element)
            around = self.scene.text_between(start, first), self.scene.text_between(last, end)
            before, behind = (found_in(phrase, text, self.scene.count, exact=exact) for text in around)
            if before != behind and before == (phrase is other):
                kind = "words-early" if before else "words-late"
                said = phrase.plain[0].strip()
                place = self.explainer.place_within(said, scope)
                return fault(kind, place, element.tag, said)
        return None

    def elsewhere(
        self, wanted: Wanted, scope: Element | None, around: tuple[Element | None, Element | None], exact: bool
    ) -> Element | None:
        """The element that is wanted, where it stands in another place."""
        if wanted.bare and not wanted.direct and scope is None and around == (None, None):
            return None
        found = (e for e in self.scene.inside(None, wanted.tags) if self.matcher.fits(wanted, e, exact))
        return next((e for e in found if e not in around and not self._at_home(e, scope)), None)

    def stands_in_for_another(self, wanted: Wanted, element: Element, scope: Element | None, exact: bool) -> bool:
        """Whether the element is of another tag, and the one that is wanted stands elsewhere."""
        of_tag = not wanted.tags or element.tag in wanted.tags
        return not of_tag and self.elsewhere(wanted, scope, (None, None), exact) is not None

    def _at_home(self, element: Element, scope: Element | None) -> bool:
        """Whether the element belongs to another element like the scope: another row's cell is no lost one."""
        alike = self.scene.by_tag.get(scope.tag, []) if scope is not None else []
        return any(other is not scope and self.scene.holds(other, element) for other in alike)

    def misplaced(
        self, element: Element, scope: Element | None, around: tuple[Element | None, Element | None]
    ) -> Fault:
        """Where an element stands and where it should, by its neighbours `around`."""
        before, behind = around
        place = self.scene.tag_place(element)
        if scope is not None and not self.scene.holds(scope, element):
            return fault("element-outside", place, element.tag, inside=scope.tag)
        if before is not None and element.order <= self.scene.last(before):
            line = str(self.scene.line(before))
            return fault("element-early", place, element.tag, other=before.tag, line=line)
        if behind is not None and self.scene.last(element) >= behind.order:
            line = str(self.scene.line(behind))
            return fault("element-late", place, element.tag, other=behind.tag, line=line)
        return fault("element-not-direct", place, element.tag, inside=scope.tag if scope else "body")
