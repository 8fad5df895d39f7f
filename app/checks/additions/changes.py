"""What an answer's page has that the start has not, and the other way round: one change a thing.

The two trees are lined up as two pages are compared (comparison/alignment.py), the answer being what is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from app.checks.additions.writing import whole
from app.checks.comparison.alignment import Step, align
from app.checks.comparison.page_tree import Part, page_tree
from app.page.html import Document, Element

Kind = Literal["added", "around", "attribute", "attribute-gone", "text", "gone"]
LARGEST = 8  # elements inside an added one that are asked for together with it; in a larger one each has its own goal


@dataclass(frozen=True, slots=True)
class Change:
    """One change: an element added, or put around what stood there; an attribute added, changed or gone (`name`); an
    element's own text changed; an element that is gone (`element` is of the start, `inside` of the answer).
    """

    kind: Kind
    element: Element
    name: str = ""
    inside: Element | None = None


def changes(start: Document, answer: Document) -> list[Change]:
    """Every change, in the order of the answer as far as it goes; what was moved is not also gone."""
    found = list(_between(start, answer))
    added = {whole(change.element) for change in found if change.kind in ("added", "around")}
    return [change for change in found if change.kind != "gone" or whole(change.element) not in added]


def _between(start: Document, answer: Document) -> Iterator[Change]:
    waiting: list[tuple[Part, Part] | Change] = [(page_tree(answer), page_tree(start))]
    while waiting:
        step = waiting.pop()
        if isinstance(step, Change):
            yield step
            continue
        wanted, found = step
        if wanted.sign == found.sign or wanted.element is None or found.element is None:
            continue
        if wanted.tag != found.tag:
            yield Change("added", wanted.element)
            if small(wanted.element):
                continue
        else:
            yield from _attributes(wanted, found)
        waiting.extend(reversed(list(_inside(align(wanted.children, found.children), wanted.element))))


def _attributes(wanted: Part, found: Part) -> Iterator[Change]:
    element = wanted.element
    if element is None:
        return
    if element.start is not None and (found.element is None or found.element.start is None):
        yield Change("added", element)
    for name, value in wanted.attributes.items():
        if found.attributes.get(name) != value:
            yield Change("attribute", element, name)
    for name in found.attributes:
        if name not in wanted.attributes:
            yield Change("attribute-gone", element, name)


def _inside(steps: Sequence[Step], parent: Element) -> Iterator[tuple[Part, Part] | Change]:
    """What comes of lining up the contents of an element: pairs that are still to be compared, and changes."""
    told = False
    for step in steps:
        part = step.wanted or step.found
        if part is not None and not part.tag:
            same = step.wanted and step.found and step.wanted.word == step.found.word
            if not same and not told:
                yield Change("text", parent)
            told = told or not same
        elif step.wanted is not None and step.found is not None:
            yield step.wanted, step.found
        elif step.wanted is not None and step.wanted.element is not None:
            yield from _added(step, step.wanted)
        elif step.found is not None and step.found.element is not None:
            yield Change("gone", step.found.element, inside=parent)
            yield from _inside(step.inside, parent)


def _added(step: Step, part: Part) -> Iterator[tuple[Part, Part] | Change]:
    element = part.element
    if element is None:
        return
    if step.inside:
        yield Change("around", element)
        yield from _inside(step.inside, element)
        return
    if element.start is not None:
        yield Change("added", element)
    if element.start is None or not small(element):
        for child in part.children:
            if child.tag:
                yield from _added(Step(child, None), child)


def small(element: Element, most: int = LARGEST) -> bool:
    """Whether few elements stand inside this one."""
    within = (node for node in element.walk() if isinstance(node, Element))
    return next(islice(within, most + 1, None), None) is None
