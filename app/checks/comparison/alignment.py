"""Lines up two sequences of parts (the children of two elements) the way a person would.

1. What is equal at both ends is taken off; then parts that are equal and occur once on both sides are anchors, the
   longest increasing run of them (patience diff, Bram Cohen; longest increasing subsequence by patience sorting).
   Hash equality makes this n log n.
2. In the gaps between anchors it is asked first whether an element wraps what should stand free, or its contents stand
   free that it should wrap (its children are like the other side's parts, better than it is like any one of them).
3. What is left of a gap is paired by the cheapest alignment (Needleman and Wunsch's dynamic programme), where pairing
   costs unlikeness and leaving out costs size. Gaps too large for that are cut by what parts look like from outside.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from app.checks.comparison.page_tree import Part
from app.page.nearest import distance
from app.page.vocabulary import OLD_TAGS, TAGS

T = TypeVar("T")

_LARGEST = 2500  # pairs looked at in one gap
_LONGEST_SPELLED = 200  # code points compared letter by letter
ENOUGH = 0.3  # likeness below which two parts are two things


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: a pair, or one side alone; `inside` holds the steps between the contents of an element
    that wraps what should stand free (`found` is the wrapper) or is missing around it (`wanted` is).
    """

    wanted: Part | None
    found: Part | None
    inside: tuple[Step, ...] = ()


def align(wanted: list[Part], found: list[Part]) -> list[Step]:
    """The steps from one sequence to the other, in order."""
    steps: list[Step] = []
    pieces = list(between_equals(wanted, found, lambda part: part.sign))
    moving = _moving(pieces)
    for mine, its in pieces:
        if len(mine) == len(its) == 1 and mine[0].sign == its[0].sign:
            steps.append(Step(mine[0], its[0]))
            continue
        steps += [Step(part, None) for part in mine if part.sign in moving]
        steps += [Step(None, part) for part in its if part.sign in moving]
        steps += _gap([p for p in mine if p.sign not in moving], [p for p in its if p.sign not in moving])
    return steps


def _moving(pieces: list[tuple[list[Part], list[Part]]]) -> set[int]:
    """The signs of elements that stand in one gap here and in another there: never paired with what is else there."""
    gaps = [
        piece for piece in pieces if not (len(piece[0]) == len(piece[1]) == 1 and piece[0][0].sign == piece[1][0].sign)
    ]
    mine = {part.sign for piece in gaps for part in piece[0] if part.tag and part.size > 1}
    return {part.sign for piece in gaps for part in piece[1] if part.sign in mine}


def between_equals(wanted: list[T], found: list[T], key: Callable[[T], Hashable]) -> Iterator[tuple[list[T], list[T]]]:
    """Equal pairs, one by one, and the gaps between them, in order."""
    start, last = 0, min(len(wanted), len(found))
    while start < last and key(wanted[start]) == key(found[start]):
        yield [wanted[start]], [found[start]]
        start += 1
    end = 0
    while end < last - start and key(wanted[-1 - end]) == key(found[-1 - end]):
        end += 1
    mine, its = wanted[start : len(wanted) - end], found[start : len(found) - end]
    at, there = 0, 0
    for i, j in _anchors(mine, its, key):
        yield mine[at:i], its[there:j]
        yield [mine[i]], [its[j]]
        at, there = i + 1, j + 1
    yield mine[at:], its[there:]
    for offset in range(end, 0, -1):
        yield [wanted[-offset]], [found[-offset]]


def _anchors(mine: list[T], its: list[T], key: Callable[[T], Hashable]) -> list[tuple[int, int]]:
    """Places of parts that are equal and single on both sides, as many as keep their order."""
    if not mine or not its:
        return []
    places: dict[Hashable, int] = {}
    for at, part in enumerate(its):
        places[key(part)] = -1 if key(part) in places else at
    counts: dict[Hashable, int] = {}
    for part in mine:
        counts[key(part)] = counts.get(key(part), 0) + 1
    pairs = [(i, places.get(key(p), -1)) for i, p in enumerate(mine) if counts[key(p)] == 1]
    pairs = [pair for pair in pairs if pair[1] >= 0]
    order = sorted(place for _, place in pairs)
    turned = [index for index, (_, place) in enumerate(pairs) if place != order[index]]
    if len(turned) == 2:  # two have changed places: all the others stay
        return [pair for index, pair in enumerate(pairs) if index not in turned]
    return _longest_increasing(pairs)


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            ends.append(index)
        else:
            tops[pile], ends[pile] = place, index
    chosen: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _gap(wanted: list[Part], found: list[Part]) -> list[Step]:
    if not wanted or not found:
        return [*(Step(part, None) for part in wanted), *(Step(None, part) for part in found)]
    if len(wanted) * len(found) > _LARGEST:
        return _large_gap(wanted, found)
    return _wrapped(wanted, found) or _unwrapped(wanted, found) or _cheapest(wanted, found)


def _large_gap(wanted: list[Part], found: list[Part]) -> list[Step]:
    """Cut by what parts look like from outside; what is still too large then is paired in order."""
    pieces = list(between_equals(wanted, found, _outside))
    if len(pieces) == 1:
        return _in_order(wanted, found)
    steps: list[Step] = []
    for mine, its in pieces:
        steps += [Step(mine[0], its[0])] if len(mine) == len(its) == 1 else _gap(mine, its)
    return steps


def _outside(part: Part) -> Hashable:
    return part.word or (part.tag, frozenset(part.attributes.items()), len(part.children))


def _in_order(wanted: list[Part], found: list[Part]) -> list[Step]:
    step = int(math.sqrt(_LARGEST))
    steps: list[Step] = []
    for at in range(0, max(len(wanted), len(found)), step):
        steps += _gap(wanted[at : at + step], found[at : at + step])
    return steps


# wrapping


def _wrapped(wanted: list[Part], found: list[Part]) -> list[Step] | None:
    """The alignment around an element that holds what should stand free; None where there is no such element."""
    for at, part in enumerate(found):
        run = _free_run(part, wanted, found)
        if run is not None:
            first, last = run
            inside = tuple(align(wanted[first:last], part.children))
            before = _gap(wanted[:first], found[:at])
            return [*before, Step(None, part, inside), *_gap(wanted[last:], found[at + 1 :])]
    return None


def _unwrapped(wanted: list[Part], found: list[Part]) -> list[Step] | None:
    """The alignment around an element that is missing while its contents stand free; None where there is none."""
    for at, part in enumerate(wanted):
        run = _free_run(part, found, wanted)
        if run is not None:
            first, last = run
            inside = tuple(align(part.children, found[first:last]))
            before = _gap(wanted[:at], found[:first])
            return [*before, Step(part, None, inside), *_gap(wanted[at + 1 :], found[last:])]
    return None


def _free_run(part: Part, others: list[Part], own: list[Part]) -> tuple[int, int] | None:
    """The stretch of the other side that is like what stands inside this element; None where it is not.

    An element that is more like one of the others itself, or whose contents are those of an element of its own name
    there, is no wrapper.
    """
    if not part.tag or not part.children:
        return None
    signs = {other.sign for other in own}
    places: list[int] = []
    held = total = 0.0
    for child in part.children[:50]:
        likenesses = [(likeness(child, other), -i) for i, other in enumerate(others) if other.sign not in signs]
        best, place = max(likenesses, default=(0.0, 0))
        total += _weight(child)
        if best >= 0.6:
            held += _weight(child) * best
            places.append(-place)
    if not places or held < 0.6 * total:
        return None
    first, last = min(places), max(places) + 1
    if last - first > 2 * len(part.children) + 1:
        return None
    rivals = [likeness(part, other) for other in others if other.tag]
    return None if max(rivals, default=0.0) >= held / total else (first, last)


# likeness


def likeness(wanted: Part, found: Part) -> float:
    """How like two parts are, from 0 to 1: tag, attributes, and what stands inside."""
    if wanted.sign == found.sign:
        return 1.0
    if not wanted.tag or not found.tag:
        return 0.0 if wanted.tag or found.tag else _word_likeness(wanted.word, found.word)
    mine, its = wanted.atoms, found.atoms
    shared = sum((mine & its).values())
    total = mine.total() + its.total()
    inside = 2 * shared / total if total else 1.0
    if wanted.tag == found.tag:
        return 0.35 + 0.64 * max(inside, _spelled_alike(wanted, found) if inside < 0.6 else 0.0)
    if not total:
        return 0.5 if _misspelt(wanted, found) else 0.3
    if _misspelt(wanted, found):
        return 0.3 + 0.6 * inside
    return 0.8 * inside if _direct(wanted, found) else 0.5 * inside


def _spelled_alike(wanted: Part, found: Part) -> float:
    """How like the words of two short elements are, letter by letter."""
    if max(wanted.size, found.size) > 12:
        return 0.0
    mine, its = (" ".join(part.words)[:_LONGEST_SPELLED] for part in (wanted, found))
    return 0.9 * SequenceMatcher(None, mine, its, autojunk=False).ratio() if mine and its else 0.0


def _misspelt(wanted: Part, found: Part) -> bool:
    known = found.tag in TAGS or found.tag in OLD_TAGS
    return not known and distance(wanted.tag, found.tag, 2) <= 2


def _direct(wanted: Part, found: Part) -> bool:
    """Whether the two hold the same things themselves, and not one of them the other's contents one level deeper."""
    mine, its = [child.sign for child in wanted.children], [child.sign for child in found.children]
    return mine == its or bool(set(mine) & set(its)) or not mine or not its


def _word_likeness(wanted: str, found: str) -> float:
    most = 2 if len(wanted) > 4 else 1
    return 0.7 if distance(wanted, found, most) <= most else 0.45


def _weight(part: Part) -> float:
    return 0.7 if not part.tag else 1.0 + math.log2(part.size)


def _cheapest(wanted: list[Part], found: list[Part]) -> list[Step]:
    """The cheapest alignment of two short sequences."""
    mine, its = [_weight(part) for part in wanted], [_weight(part) for part in found]
    rows = [[0.0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    moves = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) + 1):
        for j in range(len(found) + 1):
            options: list[tuple[float, int]] = []
            if i and j:
                like = likeness(wanted[i - 1], found[j - 1])
                if like >= ENOUGH:
                    options.append((rows[i - 1][j - 1] + (1 - like) * (mine[i - 1] + its[j - 1]), 0))
            if i:
                options.append((rows[i - 1][j] + mine[i - 1], 1))
            if j:
                options.append((rows[i][j - 1] + its[j - 1], 2))
            if options:
                rows[i][j], moves[i][j] = min(options)
    return _traced(wanted, found, moves)


def _traced(wanted: list[Part], found: list[Part], moves: list[list[int]]) -> list[Step]:
    steps: list[Step] = []
    i, j = len(wanted), len(found)
    while i or j:
        move = moves[i][j]
        if move == 0:
            i, j = i - 1, j - 1
            steps.append(Step(wanted[i], found[j]))
        elif move == 1:
            i -= 1
            steps.append(Step(wanted[i], None))
        else:
            j -= 1
            steps.append(Step(None, found[j]))
    return steps[::-1]
