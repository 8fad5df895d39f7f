"""Pairs what is wanted with the elements of a page, in order and without overlap, likest first.

Likenesses (see likeness.py) are squared and added up to the most, by dynamic programming over where elements end: one
perfect pair is worth more than two poor ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from app.checks.html.likeness import ENOUGH, Likeness
from app.checks.html.patterns import Block, Wanted
from app.checks.html.phrase import fold
from app.checks.html.places import Places
from app.checks.html.scene import Scene
from app.checks.vocabulary import akin
from app.page.html import Element
from app.page.vocabulary import OLD_TAGS, TAGS

ALIKE = 0.7  # words less like than this are others, where the right ones stand without their tags
_LOOKED_AT = 2000
_SAME, _STRANGE, _OTHER = 200, 40, 60  # how many candidates of each sort are weighed


class Pairing:
    """Pairs within one scene."""

    def __init__(self, likeness: Likeness, places: Places, blocks: Sequence[Block]) -> None:
        self.likeness = likeness
        self.matcher = likeness.matcher
        self.scene = likeness.scene
        self.places = places
        self.blocks = blocks

    @cached_property
    def _spoken_for(self) -> frozenset[int]:
        """The elements, by order, that already say what some goal wants of the page."""
        items = (item for block in self.blocks for item in block.items if isinstance(item, Wanted))
        said = (wanted for wanted in items if wanted.words is not None and wanted.words.plain)
        return frozenset(e.order for wanted in said for e in self.matcher.matches(wanted, None, False)[:1])

    def aligned(
        self, items: Sequence[Wanted], scope: Element | None, exact: bool, any_order: bool
    ) -> list[Element | None]:
        """One element an item, or None where none is like it."""
        options = [self.options(item, scope, exact) for item in items]
        return _assigned(options) if any_order else _chained(options, self.scene)

    def options(self, wanted: Wanted, scope: Element | None, exact: bool) -> list[tuple[float, Element]]:
        """The elements that are like enough, each with its likeness, in document order."""
        weighed = ((self.likeness.of(wanted, e, exact), e) for e in self._candidates(wanted, scope))
        options = [(likeness, element) for likeness, element in weighed if likeness >= ENOUGH]
        if scope is None and wanted.words is not None and wanted.words.plain:
            options = [(like, e) for like, e in options if e.order not in self._spoken_for or self._says(wanted, e)]
        if (
            wanted.words
            and options
            and max(options, key=lambda o: o[0])[0] < 1
            and self.places.unwrapped(wanted, scope)
        ):
            words = wanted.words
            return [(like, e) for like, e in options if self.likeness.of_words(words, e) > ALIKE]
        return options

    def _says(self, wanted: Wanted, element: Element) -> bool:
        return wanted.words is not None and self.scene.says(element, wanted.words)

    def _candidates(self, wanted: Wanted, scope: Element | None) -> list[Element]:
        """What could be meant: elements of the tag, of no known tag, of a tag akin, or with the same words."""
        here = self.scene.by_tag
        same = wanted.tags or tuple(here)
        strange = [tag for tag in here if tag not in TAGS and tag not in OLD_TAGS]
        kin = [tag for tag in here if any(akin(tag, other) for other in wanted.tags)]
        plain = {fold(words) for words in wanted.words.plain} if wanted.words else set()
        inside = self.scene.inside(scope)[:_LOOKED_AT]
        alike = [e for e in inside if self.scene.folded(e) in plain] if plain else inside
        sorts = ((same, _SAME), (strange, _STRANGE), (kin, _OTHER))
        chosen = {e.order: e for tags, most in sorts if tags for e in self.scene.inside(scope, tags)[:most]}
        chosen |= {e.order: e for e in alike[:_OTHER]}
        found = (chosen[order] for order in sorted(chosen))
        return [e for e in found if not wanted.direct or self.matcher.is_direct(e, scope)]


def _chained(options: Sequence[Sequence[tuple[float, Element]]], scene: Scene) -> list[Element | None]:
    """One element an item, in order and without overlap, so that the squares of their likenesses add up to the most."""
    states: list[tuple[int, float, tuple[Element | None, ...]]] = [(-1, 0.0, ())]
    for item in options:
        reached = [(end, score, (*chain, None)) for end, score, chain in states]
        for likeness, element in item:
            before = [state for state in states if state[0] < element.order]
            if before:
                _, score, chain = max(before, key=lambda state: state[1])
                reached.append((scene.last(element), score + likeness**2, (*chain, element)))
        states = _undominated(reached)
    return list(max(states, key=lambda state: state[1])[2])


def _undominated(
    states: list[tuple[int, float, tuple[Element | None, ...]]],
) -> list[tuple[int, float, tuple[Element | None, ...]]]:
    """Only the states that no other beats in both end and score."""
    kept: list[tuple[int, float, tuple[Element | None, ...]]] = []
    for state in sorted(states, key=lambda s: (s[0], -s[1])):
        if not kept or state[1] > kept[-1][1]:
            kept.append(state)
    return kept


def _assigned(options: Sequence[Sequence[tuple[float, Element]]]) -> list[Element | None]:
    """One element an item, each used once, the likest pairs first."""
    pairs = sorted(((-like, i, e.order, e) for i, item in enumerate(options) for like, e in item), key=lambda p: p[:3])
    chosen: dict[int, Element] = {}
    used: set[int] = set()
    for _, item, order, element in pairs:
        if item not in chosen and order not in used:
            chosen[item] = element
            used.add(order)
    return [chosen.get(item) for item in range(len(options))]
