"""How the tree of a submitted page differs from the one wanted: every difference once, named for what it is.

The two trees are walked from the top; the children of each pair are lined up (alignment.py). What is left over on both
sides anywhere is then looked at together: the same thing here and there was moved, two that stand in each other's
places were swapped, one too many of what stands beside it is a duplicate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from app.checks.comparison.alignment import Step, align, likeness
from app.checks.comparison.attribute_differences import attribute_differences, start_tag
from app.checks.comparison.difference import Difference
from app.checks.comparison.page_tree import Part
from app.checks.comparison.text_differences import text_differences
from app.page.nearest import distance
from app.page.nodes import Span
from app.page.vocabulary import OLD_TAGS, TAGS

_MOST_READ = 4000  # parts whose words are put together
_MOST_LEFT = 60  # left-over elements a side that are compared with each other


class _Missing(NamedTuple):
    """An element that is not there, with the submitted parent and the part before it, which say where it should be."""

    part: Part
    parent: Part
    before: Part | None


class _Extra(NamedTuple):
    """An element too many, with the submitted part before it."""

    part: Part
    before: Part | None


def tree_differences(wanted: Part, found: Part) -> list[Difference]:
    """The differences between two pages, in no order."""
    return _Trees(wanted, found).told


class _Trees:
    """The comparison of two trees; `told` is what came of it."""

    def __init__(self, wanted: Part, found: Part) -> None:
        self.told: list[Difference] = []
        self.partners: dict[int, Part] = {}  # submitted parts by the id of the wanted part they answer
        self.missing: list[_Missing] = []
        self.extra: list[_Extra] = []
        self.waiting = [(wanted, found)]
        self._compare()
        self._reconcile()

    def _compare(self) -> None:
        """Compare the pairs that wait, and those that come of them."""
        while self.waiting:
            wanted, found = self.waiting.pop()
            self.partners[id(wanted)] = found
            if wanted.sign == found.sign:
                self._known_inside(wanted, found)
                continue
            self._tags(wanted, found)
            self.told += attribute_differences(wanted, found)
            steps = align(wanted.children, found.children)
            self._steps(steps, found, mute=_only_tags_differ(steps))

    def _known_inside(self, wanted: Part, found: Part) -> None:
        if wanted.size > 1:
            for one, other in zip(wanted.walk(), found.walk(), strict=False):
                self.partners[id(one)] = other

    def _tags(self, wanted: Part, found: Part) -> None:
        if wanted.tag == found.tag:
            return
        known = found.tag in TAGS or found.tag in OLD_TAGS
        kind = "tag-misspelt" if not known and distance(wanted.tag, found.tag, 2) <= 2 else "tag-renamed"
        shown = (f"<{found.tag}>", f"<{wanted.tag}>") if kind == "tag-misspelt" else (found.tag, wanted.tag)
        self.told.append(Difference(kind, start_tag(found), found.tag, *shown))

    def _steps(self, steps: Sequence[Step], parent: Part, before: Part | None = None, *, mute: bool = False) -> None:
        """Take in the alignment of one element's children: pairs wait, the rest is left over or told.

        Text is not told where it is the same but for tags: there words run together with what stood outside of them.
        """
        words: list[Step] = []
        for step in steps:
            if _word(step):
                words.append(step)
                before = step.found or before
                continue
            self._tell_text([] if mute else words, parent)
            words = []
            before = self._element_step(step, parent, before, mute)
        self._tell_text([] if mute else words, parent)

    def _element_step(self, step: Step, parent: Part, before: Part | None, mute: bool) -> Part | None:
        wanted, found = step.wanted, step.found
        if wanted is not None and found is not None:
            self.waiting.append((wanted, found))
        elif step.inside and found is not None:
            held = " ".join(_shown(s.wanted) for s in step.inside if s.wanted is not None)
            self.told.append(Difference("wrapped", start_tag(found), found.tag, _shown(found), held))
            self._steps(step.inside, found, mute=mute)
        elif step.inside and wanted is not None:
            first = next((s.found for s in step.inside if s.found is not None), None)
            span = Span(first.start, first.end) if first else start_tag(parent)
            said = " ".join(_shown(s.found) for s in step.inside if s.found is not None)
            self.told.append(Difference("not-wrapped", span, parent.tag, said, f"<{wanted.tag}>"))
            self._steps(step.inside, parent, before, mute=mute)
            return next((s.found for s in reversed(step.inside) if s.found is not None), before)
        elif wanted is not None:
            self.missing.append(_Missing(wanted, parent, before))
        elif found is not None:
            self.extra.append(_Extra(found, before))
        return found or before

    def _tell_text(self, steps: list[Step], parent: Part) -> None:
        if steps:
            self.told += text_differences(steps, parent)

    # what is left over

    def _reconcile(self) -> None:
        """Tell moved, swapped and duplicated elements, then the rest as missing or too many."""
        moved = self._moved()
        self._swapped(moved)
        for missing, extra in moved:
            self._tell_moved(missing, extra)
        for missing in self.missing:
            self._tell_missing(missing)
        for extra in self.extra:
            kind = "element-twice" if self._has_twin(extra.part) else "element-extra"
            self.told.append(Difference(kind, start_tag(extra.part), extra.part.tag, _shown(extra.part)))

    def _tell_missing(self, missing: _Missing) -> None:
        parent, tag = missing.part.parent, missing.part.tag
        want = sum(1 for part in parent.children if part.tag == tag) if parent else 1
        have = sum(1 for part in missing.parent.children if part.tag == tag)
        kind, more = (
            ("element-gone-of-many", {"have": str(have), "want": str(want)})
            if 1 < have < want
            else ("element-gone", {})
        )
        self.told.append(Difference(kind, _place(missing), tag, "", _shown(missing.part), more))

    def _moved(self) -> list[tuple[_Missing, _Extra]]:
        """Left-over elements that are on both sides; those that changed on the way are compared inside."""
        by_sign: defaultdict[int, list[_Extra]] = defaultdict(list)
        for extra in self.extra:
            by_sign[extra.part.sign].append(extra)
        pairs = [(missing, by_sign[missing.part.sign].pop(0)) for missing in self.missing if by_sign[missing.part.sign]]
        self._take(pairs)
        changed: list[tuple[_Missing, _Extra]] = []
        for missing in list(self.missing)[:_MOST_LEFT]:
            near = [e for e in self.extra[:_MOST_LEFT] if e.part.tag == missing.part.tag and missing.part.size > 1]
            best = max(near, key=lambda e: likeness(missing.part, e.part), default=None)
            if best is not None and likeness(missing.part, best.part) >= 0.75:
                changed.append((missing, best))
                self._take([(missing, best)])
                self.waiting.append((missing.part, best.part))
        left = self.missing, self.extra
        self.missing, self.extra = [], []
        self._compare()
        self.missing, self.extra = left[0] + self.missing, left[1] + self.extra
        return pairs + changed

    def _take(self, pairs: list[tuple[_Missing, _Extra]]) -> None:
        gone = {id(missing.part) for missing, _ in pairs} | {id(extra.part) for _, extra in pairs}
        self.missing = [missing for missing in self.missing if id(missing.part) not in gone]
        self.extra = [extra for extra in self.extra if id(extra.part) not in gone]
        for missing, extra in pairs:
            self.partners[id(missing.part)] = extra.part

    def _swapped(self, moved: list[tuple[_Missing, _Extra]]) -> None:
        """Two that stand in each other's places are told as one, at the first of them."""
        away = {id(extra.part) for _, extra in moved}
        stay = {id(part) for part in self.partners.values()} - away
        slots = [(self._wanted_slot(missing, away), _slot(extra, stay)) for missing, extra in moved]
        left = list(range(len(moved)))
        for one in range(len(moved)):
            for other in range(one + 1, len(moved)):
                if (
                    one in left
                    and other in left
                    and slots[one][0] == slots[other][1]
                    and slots[other][0] == slots[one][1]
                ):
                    self._tell_swapped(moved[one][1].part, moved[other][1].part)
                    left.remove(one)
                    left.remove(other)
        moved[:] = [moved[index] for index in left]

    def _wanted_slot(self, missing: _Missing, away: set[int]) -> tuple[int, int]:
        """Where a moved element should be: in which submitted element, and after which that has not moved."""
        before = 0
        for part in missing.part.parent.children if missing.part.parent else []:
            if part is missing.part:
                break
            partner = self.partners.get(id(part))
            before = id(partner) if partner is not None and id(partner) not in away else before
        return id(missing.parent), before

    def _tell_swapped(self, one: Part, other: Part) -> None:
        first, second = sorted((one, other), key=lambda part: part.start)
        self.told.append(Difference("elements-swapped", start_tag(first), first.tag, _shown(first), _shown(second)))

    def _tell_moved(self, missing: _Missing, extra: _Extra) -> None:
        neighbour = self._jumped_over(missing.part, extra.part)
        if neighbour is not None:
            self._tell_swapped(extra.part, neighbour)
            return
        parent = missing.part.parent
        siblings = parent.children if parent else []
        at = next((i for i, part in enumerate(siblings) if part is missing.part), 0)
        kind, wanted = (
            ("element-moved", _shown(siblings[at - 1]))
            if at
            else ("element-moved-first", f"<{parent.tag if parent else ''}>")
        )
        self.told.append(Difference(kind, start_tag(extra.part), extra.part.tag, _shown(extra.part), wanted))

    def _jumped_over(self, wanted: Part, found: Part) -> Part | None:
        """The one neighbour that a moved element has changed places with."""
        siblings = wanted.parent.children if wanted.parent else []
        here = found.parent.children if found.parent else []
        at = next((i for i, part in enumerate(siblings) if part is wanted), 0)
        there = next((i for i, part in enumerate(here) if part is found), 0)
        after = self.partners.get(id(siblings[at + 1])) if at + 1 < len(siblings) else None
        before = self.partners.get(id(siblings[at - 1])) if at else None
        if after is not None and there and here[there - 1] is after:
            return after
        if before is not None and there + 1 < len(here) and here[there + 1] is before:
            return before
        return None

    @staticmethod
    def _has_twin(part: Part) -> bool:
        siblings = part.parent.children if part.parent else []
        return any(other.sign == part.sign for other in siblings if other is not part)


def _slot(extra: _Extra, stay: set[int]) -> tuple[int, int]:
    """Where a moved element is: in which element, and after which that has not moved."""
    before = 0
    for part in extra.part.parent.children if extra.part.parent else []:
        if part is extra.part:
            break
        before = id(part) if id(part) in stay else before
    return id(extra.part.parent), before


def _only_tags_differ(steps: list[Step]) -> bool:
    """Whether the words are the same but for where tags part them: `<b>word</b>.` without its tags is `word.`"""
    lone = [step for step in steps if step.inside or (not _word(step) and (step.wanted is None or step.found is None))]
    if not lone or sum(part.size for step in steps for part in (step.wanted, step.found) if part) > _MOST_READ:
        return False
    sides: tuple[list[str], list[str]] = [], []
    for step in steps:
        for part, words in zip((step.wanted, step.found), sides, strict=True):
            words.extend(part.words if part is not None and (step not in lone or step.inside) else [])
        for inner in step.inside:
            other = inner.found if step.wanted is not None else inner.wanted
            sides[step.wanted is not None].extend(other.words if other is not None else [])
    return "".join(sides[0]) == "".join(sides[1])


def _word(step: Step) -> bool:
    part = step.wanted or step.found
    return part is not None and not part.tag


def _place(missing: _Missing) -> Span:
    """Where a missing element should stand: at the end of what stands before it, or at its parent's start tag."""
    before, parent = missing.before, missing.parent
    while before is None and parent.parent is not None and parent.element is not None and parent.element.start is None:
        siblings = parent.parent.children  # nobody wrote the parent: what stands before that, then
        at = next((index for index, part in enumerate(siblings) if part is parent), 0)
        before, parent = (siblings[at - 1] if at else None), parent.parent
    if before is None:
        return start_tag(parent)
    return Span(max(before.start, before.end - 1), before.end)


def _shown(part: Part) -> str:
    """An element by its start tag and first words."""
    if not part.tag:
        return part.word
    element = part.element
    attributes = element.attributes if element else ()
    written = "".join(f' {a.name}="{a.value}"' if a.written else f" {a.name}" for a in attributes)
    return f"<{part.tag}{written}>{' '.join(part.first_words(8))}"
