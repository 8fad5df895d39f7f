"""How like an element is to what is wanted, from 0 to 1: tag, attributes, text and what stands inside, weighed.

Another tag only counts where something else speaks for it (its words, an attribute, what stands inside): an `<h1>` is
not a mistaken `<h2>` merely because a heading is missing.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from app.checks.html.matching import Matcher
from app.checks.html.patterns import Wanted, WantedAttribute
from app.checks.html.phrase import Phrase, fold
from app.checks.vocabulary import ADDRESS_ATTRIBUTES, akin
from app.page.html import Element
from app.page.nearest import nearest
from app.page.vocabulary import OLD_TAGS, TAGS

ENOUGH = 0.5  # less than this, and the element is another thing
EVIDENCE = 0.85  # how like something else must be before another tag is taken for a mistake
MOST_WEIGHED = 20_000  # pairs of one page: then what is not right is another thing
_INNER = 60
LONGEST_COMPARED = 600
_SORTS = {"http": "web", "https": "web", "mailto": "mail", "tel": "telephone", "sms": "telephone"}
_NEVER_TAKEN = frozenset(("html", "head", "body", "title", "meta", "link", "style", "script", "base"))


def meant_tag(tag: str) -> str | None:
    """The tag that an unknown one was most likely meant to be."""
    known = tag in TAGS or tag in OLD_TAGS or "-" in tag
    return None if known else nearest(tag, TAGS)


class Likeness:
    """Likenesses of one scene; every answer is remembered."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self.scene = matcher.scene
        self._known: dict[tuple[Wanted, int], float] = {}
        self._left = MOST_WEIGHED

    def of(self, wanted: Wanted, element: Element, exact: bool = False) -> float:
        """1 for a match, 0 for another thing altogether."""
        key = (wanted, element.order)
        if key not in self._known:
            fits = self.matcher.fits(wanted, element, exact)
            self._left -= 1
            self._known[key] = 1.0 if fits else min(0.99, self._weighed(wanted, element)) if self._left > 0 else 0.0
        return self._known[key]

    def _weighed(self, wanted: Wanted, element: Element) -> float:
        tag = _tag_likeness(wanted, element)
        if tag == 0.0:
            return 0.0
        evidence = [self._attribute(attribute, element) for attribute in wanted.attributes]
        parts = [*([(3.0, tag)] if wanted.tags else []), *((1.5, likeness) for likeness in evidence)]
        if wanted.children:
            content = self._content(wanted, element)
            says_something = wanted.words is None or not wanted.words.anything
            parts += [(3.0, content)] if says_something or wanted.tags else []
            evidence += [content] if says_something else []
        other_thing = tag < 0.85 or any(_leads_elsewhere(attribute, element) for attribute in wanted.attributes)
        if other_thing and max(evidence, default=0.0) < EVIDENCE:
            return 0.0
        return sum(weight * likeness for weight, likeness in parts) / (sum(weight for weight, _ in parts) or 1.0)

    def _attribute(self, attribute: WantedAttribute, element: Element) -> float:
        value = element.get(attribute.name)
        written = attribute.value.written if attribute.value else ""
        if value is None:
            same = [a for a in element.attributes if nearest(a.name, [attribute.name])]
            return 0.8 if same else 0.0
        if self.matcher.fits_attribute(attribute, element):
            return 0.5 if attribute.value is None or attribute.value.anything else 1.0
        return 0.3 + 0.5 * alike(fold(written), fold(value))

    def _content(self, wanted: Wanted, element: Element) -> float:
        words = [child for child in wanted.children if isinstance(child, Phrase)]
        inside = [child for child in wanted.children if isinstance(child, Wanted)]
        likenesses = [max((self.of(child, e) for e in self._inner(child, element)), default=0.0) for child in inside]
        likenesses += [self.of_words(phrase, element) for phrase in words]
        return sum(likenesses) / len(likenesses)

    def _inner(self, wanted: Wanted, element: Element) -> list[Element]:
        """The elements inside that are weighed: some of its tag, and some of any."""
        same = self.scene.inside(element, wanted.tags) if wanted.tags else []
        return [*same[:_INNER], *self.scene.inside(element)[:_INNER]]

    def of_words(self, phrase: Phrase, element: Element) -> float:
        """How like an element's text is to a phrase."""
        if self.scene.says(element, phrase):
            return 1.0
        text = self.scene.folded(element)[:LONGEST_COMPARED]
        whole = max((alike(fold(plain), text) for plain in phrase.plain), default=0.0)
        pieces = [fold(p) for pieces in phrase.alternatives if len(pieces) > 1 for p in pieces if isinstance(p, str)]
        return max([whole, *(_part_likeness(piece, text) for piece in pieces if piece)])


def _tag_likeness(wanted: Wanted, element: Element) -> float:
    tag = element.tag.lower()
    if not wanted.tags or tag in wanted.tags:
        return 1.0
    if tag in _NEVER_TAKEN or any(t in _NEVER_TAKEN for t in wanted.tags):
        return 0.0
    if tag not in TAGS | OLD_TAGS and nearest(tag, wanted.tags):
        return 0.9
    return 0.6 if any(akin(tag, t) for t in wanted.tags) else 0.2


def _leads_elsewhere(attribute: WantedAttribute, element: Element) -> bool:
    """Whether an address is of another sort: a telephone number is no mistaken web page."""
    if attribute.name not in ADDRESS_ATTRIBUTES or attribute.value is None:
        return False
    wanted = _sort_of_address(attribute.value.written)
    found = _sort_of_address(element.get(attribute.name) or "")
    return bool(wanted and found) and wanted != found


def _sort_of_address(address: str) -> str:
    scheme, colon, _ = address.strip().lower().partition(":")
    return _SORTS.get(scheme, "") if colon else ""


def alike(one: str, other: str) -> float:
    """How like two texts are, from 0 to 1."""
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, one[:LONGEST_COMPARED], other[:LONGEST_COMPARED], autojunk=False).ratio()


def _part_likeness(piece: str, text: str) -> float:
    """How like the most like stretch of as many words is to a piece."""
    if piece in text:
        return 0.9
    words, length = text.split(), len(piece.split())
    stretches = (" ".join(words[at : at + length]) for at in range(max(1, len(words) - length + 1)))
    return 0.8 * max((alike(piece, stretch) for stretch in stretches), default=0.0)
