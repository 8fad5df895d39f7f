"""Why one element is not quite what is wanted: its tag, its attributes, its words, its place among its siblings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.html.likeness import meant_tag
from app.checks.html.matching import Matcher, fits_tag, is_first, is_last
from app.checks.html.mistyped import difference, nearest_alternative
from app.checks.html.patterns import Wanted, WantedAttribute
from app.checks.html.phrase import KINDS, Kind, Phrase
from app.checks.html.scene import Scene, inner_end, tag_offset
from app.checks.html.values import missing_members
from app.checks.report import Fault, Place
from app.checks.vocabulary import BREAKING_TAGS, SET_ATTRIBUTES
from app.checks.wording.sentences import fault
from app.page.html import Attribute, Element
from app.page.nearest import nearest

_HEADINGS = re.compile("h[1-6]")


class Explainer:
    """Explains single elements of one scene."""

    def __init__(self, scene: Scene, matcher: Matcher) -> None:
        self.scene = scene
        self.matcher = matcher

    def itself(self, wanted: Wanted, element: Element) -> Iterator[Fault]:
        """What is wrong with tag, attributes and place among siblings."""
        yield from self._tag(wanted, element)
        for attribute in wanted.attributes:
            if not self.matcher.fits_attribute(attribute, element):
                yield self._attribute(attribute, element)
        for name in wanted.without:
            if found := element.attribute(name):
                yield fault("attribute-unwanted", self._whole(found), element.tag, as_written(found))
        yield from self._rank(wanted, element)

    def _tag(self, wanted: Wanted, element: Element) -> Iterator[Fault]:
        if fits_tag(wanted, element):
            return
        tag, place = element.tag, self.scene.tag_place(element)
        if element.start is None:
            yield fault("element-missing", place, wanted.tag, "", wanted.start_tag)
        elif (meant := meant_tag(tag)) and meant in wanted.tags:
            yield fault("tag-misspelt", place, tag, f"<{tag}>", f"<{meant}>")
        elif _HEADINGS.fullmatch(tag) and _HEADINGS.fullmatch(wanted.tag):
            yield fault("heading-level", place, tag, f"<{tag}>", f"<{wanted.tag}>")
        elif tag == "a" and wanted.tag in BREAKING_TAGS and (said := " ".join(self.scene.text(element).split())):
            yield fault("unwrapped-link", place, tag, said, f"<{wanted.tag}>", close=f"</{wanted.tag}>")
        elif wanted.words and (said := " ".join(self.scene.text(element).split())):
            yield fault("tag-wrong-around", place, tag, tag, f"<{wanted.tag}>", said=said)
        else:
            yield fault("tag-wrong", place, tag, tag, f"<{wanted.tag}>")

    def deeper(self, wanted: Wanted) -> Fault | None:
        """The first heading of a deeper level, where any heading of one level is missing."""
        asks = wanted.attributes or (wanted.children and not (wanted.words and wanted.words.anything))
        if asks or not _HEADINGS.fullmatch(wanted.tag) or self.scene.inside(None, [wanted.tag]):
            return None
        deeper = [f"h{level}" for level in range(int(wanted.tag[1]) + 1, 7)] if wanted.tag != "h1" else []
        for found in self.scene.inside(None, deeper)[:1] if deeper else ():
            return fault("heading-level", self.scene.tag_place(found), found.tag, f"<{found.tag}>", f"<{wanted.tag}>")
        return None

    def _attribute(self, wanted: WantedAttribute, element: Element) -> Fault:
        tag, name = element.tag, wanted.name
        found = element.attribute(name)
        value = nearest_alternative(wanted.value, found.value if found else "") if wanted.value else None
        shown = name if value is None else f'{name}="{value.shown}"'
        if found is None:
            near = next((a for a in element.attributes if nearest(a.name, [name])), None)
            if near is not None:
                return fault("attribute-misspelt", self.scene.place(near.name_span), tag, as_written(near), name)
            return fault("attribute-missing", self.scene.tag_place(element), tag, "", shown, name=name)
        place = self.scene.place(found.value_span or found.name_span) if found.value else self._whole(found)
        if not found.value.strip() and value and value.shown:
            return fault("attribute-empty", place, tag, as_written(found), shown, name=name)
        if name in SET_ATTRIBUTES and found.value.strip():
            missing = " ".join(missing_members(wanted, found.value, self.scene.count))
            return fault("class-missing", place, tag, as_written(found), missing, name=name)
        if value is not None and value.kind:
            return fault("attribute-kind", place, tag, as_written(found), shown, what=value.kind)
        return fault("attribute-wrong", place, tag, as_written(found), shown, name=name)

    def _whole(self, attribute: Attribute) -> Place:
        """The place of an attribute from its name to its value."""
        end = attribute.value_span.end if attribute.value_span else attribute.name_span.end
        return self.scene.place((attribute.name_span.start, end))

    def _rank(self, wanted: Wanted, element: Element) -> Iterator[Fault]:
        parent = self.scene.document.parent(element)
        place = self.scene.tag_place(element)
        if wanted.first and not is_first(self.scene, element) and parent:
            yield fault("element-not-first", place, element.tag, inside=parent.tag)
        if wanted.last and not is_last(self.scene, element) and parent:
            yield fault("element-not-last", place, element.tag, inside=parent.tag)

    def words(self, phrase: Phrase, element: Element, exact: bool) -> Fault:
        """Why the element does not say what the phrase asks for."""
        text = " ".join(self.scene.text(element).split())
        where = self._content(element)
        if not text:
            kind, wanted = _of_nothing(phrase)
            return fault(kind, self.scene.place((where[0], where[0])), element.tag, "", wanted)
        found = difference(phrase, text, self.scene.count, exact=exact)
        return fault(found.kind, self.place_of(found.found, where), element.tag, found.found, found.wanted)

    def _content(self, element: Element) -> tuple[int, int]:
        start = element.start.end if element.start else tag_offset(element)
        return start, max(start, inner_end(element))

    def place_within(self, words: str, element: Element) -> Place:
        """The place of words inside an element."""
        return self.place_of(words, self._content(element))

    def place_of(self, words: str, where: tuple[int, int]) -> Place:
        """The place of words inside a stretch of the source; of the stretch's first line where they are not found."""
        start, end = where
        region = self.scene.document.source[start : min(end, start + 20_000)]
        parts = [re.escape(word).replace("&", "&(?:amp;)?") for word in words.split()[:40]]
        between = r"(?:\s|&nbsp;|<[^<>]{0,200}>)+"
        pattern = between.join(parts)
        found = re.search(rf"(?<!\w){pattern}(?!\w)", region) or re.search(pattern, region)
        if words and found:
            return self.scene.place((start + found.start(), start + found.end()))
        begin = start + len(region) - len(region.lstrip())
        return self.scene.place((min(begin, end), max(min(begin, end), start + len(region.rstrip()))))


def _of_nothing(phrase: Phrase) -> tuple[str, str]:
    """The kind of fault where there is no text at all, and what is wanted there."""
    if phrase.anything:
        return "text-empty", phrase.written.strip()
    pieces = phrase.alternatives[0] if phrase.alternatives else ()
    kinds = [piece.name for piece in pieces if isinstance(piece, Kind)]
    if kinds and not any(isinstance(piece, str) and piece.strip() for piece in pieces):
        return "text-kind-missing", KINDS[kinds[0]][1]
    return "text-missing", phrase.shown.strip().strip("….").strip() or phrase.shown.strip()


def as_written(attribute: Attribute) -> str:
    """An attribute as a learner reads it."""
    return f'{attribute.name}="{attribute.value}"' if attribute.written else attribute.name
