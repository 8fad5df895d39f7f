"""For each change from start to answer, the checks that could ask for it: the plainest first, then ever stricter ones.

The plainest may be met by the start already (a paragraph that was moved was there before), so whoever proposes takes
the first that the answer meets and the start does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.checks.additions.changes import LARGEST, Change, small
from app.checks.additions.writing import around, attribute, hollow, literal, said, whole
from app.checks.rules import Reading
from app.checks.wording.sentences import sentence
from app.page.html import Document, Element
from app.page.nodes import Text

_ONLY_ONE = frozenset(("html", "head", "body", "title", "main", "h1"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A check that could be made: how its block is read, the block, and the goal in a learner's words."""

    reading: Reading
    block: str
    goal: str


class Proposals:
    """Proposals for the changes that lead to one answer."""

    def __init__(self, answer: Document) -> None:
        self.answer = answer

    def of(self, change: Change) -> Iterator[Proposal]:
        """What could ask for a change, the plainest first."""
        element = change.element
        if change.kind == "gone":
            yield from self._gone(element, change.inside)
        elif change.kind == "attribute":
            yield from self._attribute(element, change.name)
        elif change.kind == "attribute-gone":
            yield from self._no_attribute(element, change.name)
        elif change.kind == "text" and not small(element):
            yield from self._own_text(element)
        else:
            yield from self._there(element, _around_neighbours(element) if change.kind == "around" else _shown(element))

    def _there(self, element: Element, block: str) -> Iterator[Proposal]:
        """An element is there; so often; inside its parent; among its neighbours; letter for letter."""
        thing = _thing(element)
        yield _proposal("html", block, "proposed", thing=thing)
        yield from self._number(element, thing)
        parent = self.answer.parent(element)
        if parent is not None and parent.start is not None:
            yield _proposal("html", around(block, parent), "proposed-in", thing=thing, inside=parent.tag)
            yield from self._neighbours(element, parent, block)
        if parent is not None and parent.start is not None:
            direct = around(_again(element, "direct"), parent)
            yield _proposal("html", direct, "proposed-in", thing=thing, inside=parent.tag)
        yield from self._exactly(element)
        if parent is not None and parent.start is not None:
            yield from self._exactly(parent)

    def _neighbours(self, element: Element, parent: Element, block: str) -> Iterator[Proposal]:
        thing, siblings = _thing(element), [e for e in parent.elements if e.start is not None]
        at = next((n for n, sibling in enumerate(siblings) if sibling is element), 0)
        for before, behind in ((at - 1, at), (at, at + 1)):
            if before < 0 or behind >= len(siblings):
                continue
            other = siblings[behind if before == at else before]
            blocks = (block, _shown(other)) if before == at else (_shown(other), block)
            things = (thing, _thing(other)) if before == at else (_thing(other), thing)
            yield _proposal("html", "\n".join(blocks), "proposed-order", thing=things[0], other=things[1])
        for word, kind, place in (("first", "proposed-first", 0), ("last", "proposed-last", len(siblings) - 1)):
            if at == place:
                yield _proposal("html", around(_again(element, word), parent), kind, thing=thing, inside=parent.tag)

    def _number(self, element: Element, thing: str) -> Iterator[Proposal]:
        """So many of them: as many as the answer has."""
        number = self._numbers[whole(element)] if small(element) else 0
        if number:
            kind = "proposed-once" if number == 1 else "proposed-number"
            yield _proposal("html", whole(element, f'times="{number}"'), kind, thing=thing, times=str(number))

    @cached_property
    def _numbers(self) -> Counter[str]:
        """How many elements there are of each kind in the answer, but for large ones."""
        return Counter(whole(element) for element in self.answer.elements if small(element))

    def _exactly(self, element: Element) -> Iterator[Proposal]:
        if small(element, 3 * LARGEST):
            yield _proposal("html", whole(element, "exact"), "proposed-exact", thing=_thing(element))

    def _own_text(self, element: Element) -> Iterator[Proposal]:
        """The text that stands directly in a large element, piece by piece."""
        for child in element.children:
            if isinstance(child, Text) and child.text.strip():
                yield _proposal("html", literal(child.text), "proposed-text", said=child.text)

    def _attribute(self, element: Element, name: str) -> Iterator[Proposal]:
        written = element.attribute(name)
        if written is None:
            return
        shown = f'{name}="{written.value}"' if written.written else name
        words = said(element)
        kind = "proposed-attribute-of" if words and element.tag not in _ONLY_ONE else "proposed-attribute"
        goal = sentence(kind, {"tag": element.tag, "said": words, "shown": shown})
        yield Proposal("html", hollow(element, only=(name,)), goal)
        if small(element) and words:
            yield Proposal("html", whole(element), goal)
        yield from self._there(element, _shown(element))

    def _no_attribute(self, element: Element, name: str) -> Iterator[Proposal]:
        goal = sentence("proposed-no-attribute", {"tag": element.tag, "shown": name})
        if element.tag in _ONLY_ONE:
            yield Proposal("html", hollow(element, f'without="{name}"', only=()), goal)
        yield Proposal("html not", f"<{element.tag} {name}></{element.tag}>", goal)
        yield Proposal("html", _again(element, f'without="{name}"'), goal)
        yield from self._there(element, _again(element, f'without="{name}"'))

    def _gone(self, element: Element, parent: Element | None) -> Iterator[Proposal]:
        """An element is there no more; not inside its parent; not so often; its parent is just as the answer has it."""
        thing = _thing(element)
        yield _proposal("html not", _shown(element), "proposed-gone", thing=thing)
        yield from self._number(element, thing)
        if parent is not None and parent.start is not None:
            shown = around(_again(element, "direct"), parent)
            yield _proposal("html not", shown, "proposed-gone-in", thing=thing, inside=parent.tag)
            yield from self._exactly(parent)


def _proposal(reading: Reading, block: str, kind: str, **fields: str) -> Proposal:
    goal = sentence(kind, fields)
    return Proposal(reading, block, goal[:1].upper() + goal[1:])


def _shown(element: Element) -> str:
    """The element with all inside, or only its tag where there is much inside."""
    return whole(element) if small(element) else hollow(element)


def _again(element: Element, words: str) -> str:
    return whole(element, words) if small(element) else hollow(element, words)


def _around_neighbours(element: Element) -> str:
    """An element with the first and the last thing in it, for one that was put around what stood there."""
    if small(element) or len(element.elements) < 2:
        return _shown(element)
    first, *_, last = (e for e in element.elements if e.start is not None)
    return around(f"\n  {_shown(first)}\n  {_shown(last)}\n", element)


def _thing(element: Element) -> str:
    """What an element is called: by its words, or else by its attributes."""
    words = said(element) if small(element) else ""
    shown = " ".join(map(attribute, element.attributes))
    kind = "thing-says" if words else "thing-with" if shown else "thing"
    return sentence(kind, {"tag": element.tag, "said": words, "shown": shown})
