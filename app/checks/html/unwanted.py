"""What stands in a page and should not, by an `html not` block."""

from __future__ import annotations

from collections.abc import Sequence

from app.checks.html.explaining import Explainer, as_written
from app.checks.html.matching import Matcher
from app.checks.html.patterns import Block, Wanted
from app.checks.html.phrase import Phrase, fold
from app.checks.html.places import Places
from app.checks.html.scene import inner_end, tag_offset
from app.checks.report import Fault
from app.checks.vocabulary import SET_ATTRIBUTES
from app.checks.wording.sentences import fault
from app.page.html import Element

MOST_FAULTS = 12  # of one goal: more are no help


class Unwanted:
    """Finds in one scene what is not wanted."""

    def __init__(self, matcher: Matcher, explainer: Explainer, places: Places) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self.explainer = explainer
        self.places = places

    def faults(self, block: Block) -> tuple[Fault, ...]:
        """A fault for everything in the page that stands in the block."""
        found: list[Fault] = []
        for item in block.items:
            if isinstance(item, Phrase):
                if self.matcher.page_says(item, None, block.exact):
                    found.append(self._unwanted_text(item))
            elif self._is_unwanted(item, block.exact):
                elements = self.matcher.matches(item, None, block.exact)[:MOST_FAULTS]
                found += [self._unwanted_element(item, element, block.exact) for element in elements]
        return once(found)

    def _is_unwanted(self, wanted: Wanted, exact: bool) -> bool:
        """Whether what is not wanted is so: with `times`, that there are so many; with `every`, that all are alike."""
        if wanted.times is None and wanted.every is None:
            return True
        return self.matcher.fits_number(wanted, None, exact)

    def _unwanted_element(self, wanted: Wanted, element: Element, exact: bool, *, alone: bool = True) -> Fault:
        """An element that should not be there; where it is only not wanted inside another, or with some words, that."""
        inner = next((child for child in reversed(wanted.children) if isinstance(child, Wanted)), None)
        last = self.matcher.first_free(inner, element, exact) if inner is not None else None
        if inner is not None and last is not None:
            found = self._unwanted_element(inner, last, exact, alone=False)
            if found.kind != "unwanted":
                return found
            return fault("unwanted-inside", found.place, last.tag, found.found, inner.shown, inside=element.tag)
        place, words = self.scene.tag_place(element), wanted.words
        if words is not None and not words.anything:
            said = next((p.strip("… ") for p in words.plain), "") or " ".join(self.scene.text(element).split())
            place = self.explainer.place_within(said, element)
            return fault("unwanted-words", place, element.tag, said, wanted.shown)
        told = self._unwanted_attribute(wanted, element) if alone else None
        if told is not None and (words is None or words.anything):
            return told
        return fault("unwanted", place, element.tag, self.places.start_tag(element), wanted.shown)

    def _unwanted_attribute(self, wanted: Wanted, element: Element) -> Fault | None:
        """The attribute that should not be there, or should say something else, where the element itself may stay."""
        if wanted.without or any(isinstance(child, Wanted) for child in wanted.children):
            return None
        for attribute in wanted.attributes:
            found = element.attribute(attribute.name)
            any_value = attribute.value is None or attribute.value.anything
            if found is None or (any_value and wanted.tag != "any"):
                continue
            kind = "attribute-unwanted" if any_value or found.name in SET_ATTRIBUTES else "unwanted-value"
            place = self.scene.place(found.value_span or found.name_span)
            return fault(kind, place, element.tag, as_written(found))
        return None

    def _unwanted_text(self, phrase: Phrase) -> Fault:
        """The unwanted words, of several the first that stand there."""
        body = next(iter(self.scene.inside(None, ("body",))), self.scene.document.root)
        text = self.scene.folded(body)
        words = next((plain for plain in phrase.plain if fold(plain) in text), phrase.written).strip()
        start = body.start.end if body.start else tag_offset(body)
        where = (start, max(start, inner_end(body)))
        return fault("text-unwanted", self.explainer.place_of(words, where), "body", words)


def once(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults without repetitions, and no more than are of help."""
    return tuple({(f.kind, f.place, f.found, f.wanted): f for f in faults}.values())[:MOST_FAULTS]
