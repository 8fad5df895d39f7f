"""Why a page does not have what an HTML block asks for: every fault that separates the two, each once.

The wanted elements are paired with those of the page (see pairing.py). What is paired and not the same is explained;
what is left over stands elsewhere, stands there without its tags, or is missing.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.checks.html.contents import contents
from app.checks.html.explaining import Explainer
from app.checks.html.likeness import Likeness, meant_tag
from app.checks.html.matching import Item, Matcher, fits_tag, takes_part
from app.checks.html.order import Order
from app.checks.html.pairing import Pairing
from app.checks.html.patterns import Block, Wanted
from app.checks.html.phrase import Phrase, fold, found_in, parse_phrase
from app.checks.html.places import Places
from app.checks.html.scene import Scene, end_of, tag_offset
from app.checks.html.unwanted import MOST_FAULTS, Unwanted, once
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.nodes import Text


class Diagnosis:
    """Explains the blocks that one scene does not fit."""

    def __init__(self, matcher: Matcher, blocks: Sequence[Block] = ()) -> None:
        """`blocks` are all that is wanted of the page: what says one thing that is wanted is not to say another."""
        self.matcher = matcher
        self.scene: Scene = matcher.scene
        self.likeness = Likeness(matcher)
        self.explainer = Explainer(self.scene, matcher)
        self.places = Places(self.scene)
        self.pairing = Pairing(self.likeness, self.places, blocks)
        self.order = Order(matcher, self.explainer, self.places)

    def faults(self, block: Block) -> tuple[Fault, ...]:
        """Everything that keeps the page from fitting the block; at least one fault where it does not."""
        found: list[Fault] = []
        if block.doctype and not self.matcher.has_doctype():
            found.append(fault("doctype-missing", self.scene.place((0, 0)), "html", "", "<!doctype html>"))
        found += self._inside(block.items, None, block.exact)
        return once(found) or (fault("goal-unmet", None, "html"),)

    def unwanted(self, block: Block) -> tuple[Fault, ...]:
        """A fault for everything in the page that stands in the block."""
        return Unwanted(self.matcher, self.explainer, self.places).faults(block)

    def _inside(
        self, items: Sequence[Item], scope: Element | None, exact: bool, any_order: bool = False
    ) -> Iterator[Fault]:
        if self.matcher.fits_inside(items, scope, exact=exact, any_order=any_order):
            return
        found: list[Fault] = []
        ordered: list[Wanted] = []
        for at, item in enumerate(items):
            if isinstance(item, Phrase):
                found += self._absent_text(item, scope, exact, any_order)
            elif not self.matcher.fits_number(item, scope, exact):
                found += self._number(item, scope, exact, self._ahead(items[:at], scope, exact))
            elif takes_part(item):
                ordered.append(item)
        found += self._in_order(ordered, scope, exact, any_order)
        if not found and scope is not None:
            found += self._mixed(items, scope, exact)
        yield from found

    def _ahead(self, items: Sequence[Item], scope: Element | None, exact: bool) -> Element | None:
        """The element of the nearest item before another that is there."""
        wanted = (item for item in reversed(items) if isinstance(item, Wanted))
        return next((e for item in wanted for e in self.matcher.matches(item, scope, exact)[:1]), None)

    def _absent_text(self, phrase: Phrase, scope: Element | None, exact: bool, any_order: bool) -> Iterator[Fault]:
        if scope is not None and not any_order:
            return
        if not self.matcher.page_says(phrase, scope, exact):
            yield fault("text-absent", self.places.missing(scope, None, None, "p"), "body", "", phrase.shown.strip())

    def _mixed(self, items: Sequence[Item], scope: Element, exact: bool) -> Iterator[Fault]:
        """Text between elements: the first that the element does not say, or else its first."""
        phrases = [item for item in items if isinstance(item, Phrase)]
        words = [item if isinstance(item, Phrase) else item.words for item in items]
        if phrases and all(phrase is not None and len(phrase.plain) == 1 for phrase in words):
            whole = parse_phrase(html.escape("".join(phrase.written for phrase in words if phrase)))
            if not self.scene.says(scope, whole, exact=exact):
                phrases = [whole]
        text = self.scene.text(scope)
        if (turned := self.order.turned(items, scope, exact)) is not None:
            yield turned
            return
        absent = [p for p in phrases if not found_in(p, text, self.scene.count, exact=exact)]
        for phrase in (absent or phrases)[:1]:
            yield self.explainer.words(phrase, scope, exact)

    def _in_order(
        self, items: Sequence[Wanted], scope: Element | None, exact: bool, any_order: bool
    ) -> Iterator[Fault]:
        aligned = self.pairing.aligned(items, scope, exact, any_order)
        swapped = None if any_order else self.order.swapped(items, aligned, scope, exact)
        if swapped is not None:
            yield swapped
            return
        for index, (wanted, element) in enumerate(zip(items, aligned, strict=True)):
            fits = element is not None and self.matcher.fits(wanted, element, exact)
            if element is None or (not fits and self.order.stands_in_for_another(wanted, element, scope, exact)):
                before = next((e for e in reversed(aligned[:index]) if e), None)
                behind = next((e for e in aligned[index + 1 :] if e), None)
                yield from self._missing(wanted, scope, (before, behind), exact)
            elif not fits:
                yield from self.explain(wanted, element, exact)

    def explain(self, wanted: Wanted, element: Element, exact: bool) -> Iterator[Fault]:
        """What separates one element from what is wanted."""
        exact = exact or wanted.exact
        yield from self.explainer.itself(wanted, element)
        words = wanted.words
        if words is not None:
            if not self.scene.says(element, words, exact=exact):
                yield self.explainer.words(words, element, exact)
            elif exact and words.plain:
                yield from self._extras(wanted, element)
            return
        found = list(self._inside(wanted.children, element, exact, wanted.any_order))
        yield from found
        if exact and not found:
            yield from self._extras(wanted, element)

    def _extras(self, wanted: Wanted, element: Element) -> Iterator[Fault]:
        """What stands in an element of an exact block and is not in the pattern, or stands there once too often."""
        nodes = contents(wanted, element)
        waiting = [child for child in wanted.children if isinstance(child, Wanted)]
        absent = [
            c for c in waiting if not any(isinstance(n, Element) and self.matcher.fits(c, n, True) for n in nodes)
        ]
        for node in nodes:
            if isinstance(node, Text):
                yield from self._extra_text(wanted, node, element)
                continue
            meets = next((child for child in waiting if self.matcher.fits(child, node, True)), None)
            if meets is None:
                halves = (c for c in absent if fits_tag(c, node) and c.words is None)  # its inside says which one it is
                explained = [told for child in halves for told in self.explain(child, node, True)]
                extra = fault("extra-element", self.scene.tag_place(node), node.tag, inside=element.tag)
                yield from explained or [extra]
            elif meets.times is None and meets.every is None:
                waiting.remove(meets)

    def _extra_text(self, wanted: Wanted, node: Text, element: Element) -> Iterator[Fault]:
        words = " ".join(node.text.split())
        phrases = [child for child in wanted.children if isinstance(child, Phrase)]
        if not any(phrase.matches(words, self.scene.count, exact=True) for phrase in phrases):
            place = self.scene.place(self.places.inked(node.span or (0, 0)))
            meant = next((p.plain[0].strip() for p in phrases if fold("".join(p.plain)) == fold(words)), "")
            yield fault("text-case" if meant else "extra-text", place, element.tag, words, meant)

    def _number(self, wanted: Wanted, scope: Element | None, exact: bool, before: Element | None) -> Iterator[Fault]:
        """Why `every` or `times` is not kept; `before` is what it should stand behind."""
        if wanted.every is not None:
            chosen = self.matcher.chosen(wanted, scope)
            unlike = [element for element in chosen if not self.matcher.fits(wanted, element, exact)]
            for element in unlike:
                yield from self.explain(wanted, element, exact)
            if not chosen:
                yield from self._missing(wanted, scope, (before, None), exact)
            if unlike or not chosen:
                return
        if wanted.times is not None:
            found = self.matcher.matches(wanted, scope, exact)
            if len(found) > wanted.times.least:
                yield self._too_many(wanted, found)
            else:
                yield from self._too_few(wanted, found, (scope, before), exact)

    def _too_many(self, wanted: Wanted, found: list[Element]) -> Fault:
        most = wanted.times.most or 0 if wanted.times else 0
        place = self.scene.tag_place(self._twin(found) or (found[most] if most < len(found) else found[-1]))
        lines = ", ".join(dict.fromkeys(str(self.scene.line(e)) for e in found[:MOST_FAULTS]))
        kind = "too-many-one" if len(found) == 1 else "too-many"
        kind += "" if wanted.shown == f"<{wanted.tag}>" else "-alike"
        tag = wanted.tag if wanted.tag != "any" else found[0].tag
        like = wanted.shown.replace("<any", f"<{tag}").replace("</any>", f"</{tag}>")
        return fault(kind, place, tag, str(len(found)), str(most) if most else "none", lines=lines, like=like)

    def _twin(self, found: Sequence[Element]) -> Element | None:
        """An element that says just what the one before it says, itself or what it stands in."""
        for one, other in pairwise(found[: 10 * MOST_FAULTS]):
            if self._source(one) == self._source(other):
                return other
        return None

    def _source(self, element: Element) -> str:
        return self.scene.document.source[tag_offset(element) : end_of(element)]

    def _too_few(
        self, wanted: Wanted, found: list[Element], where: tuple[Element | None, Element | None], exact: bool
    ) -> Iterator[Fault]:
        scope, before = where
        least = wanted.times.least if wanted.times else 1
        near = [
            (likeness, e)
            for likeness, e in self.pairing.options(wanted, scope, exact)
            if likeness < 1.0 and (not found or e.tag in wanted.tags or meant_tag(e.tag) in wanted.tags)
        ]
        near = sorted(near, key=lambda option: -option[0])[: least - len(found)]
        for _, element in sorted(near, key=lambda option: option[1].order):
            yield from self.explain(wanted, element, exact)
        if near:
            return
        if not found:
            yield from self._missing(wanted, scope, (before, None), exact)
            return
        place = self.places.missing(scope, found[-1], None, wanted.tag)
        kind = "too-few-one" if len(found) == 1 else "too-few"
        yield fault(kind, place, wanted.tag, str(len(found)), str(least))

    def _missing(
        self, wanted: Wanted, scope: Element | None, around: tuple[Element | None, Element | None], exact: bool
    ) -> Iterator[Fault]:
        before, behind = around
        elsewhere = self.order.elsewhere(wanted, scope, around, exact)
        if elsewhere is not None:
            yield self.order.misplaced(elsewhere, scope, around)
            return
        tag = wanted.tag
        bare = self.places.unwrapped(wanted, scope)
        if bare is not None:
            place, words = bare
            yield fault("unwrapped", place, tag, words, f"<{tag}>", close=f"</{tag}>")
            return
        level = self.explainer.deeper(wanted)
        if level is not None:
            yield level
            return
        place = self.places.missing(scope, before, behind, tag)
        if tag == "any" and wanted.attributes:
            yield fault("attribute-nowhere", place, tag, "", wanted.start_tag.removeprefix("<any ").removesuffix(">"))
            return
        kind = "element-missing" if scope is None else "element-missing-inside"
        kind += "" if wanted.shown == f"<{tag}>" else "-like"
        yield fault(kind, place, tag, "", wanted.shown, inside=scope.tag if scope else "")
