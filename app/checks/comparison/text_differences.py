"""How a stretch of text differs from the one wanted, by words: each place that differs is one difference."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.comparison.alignment import Step
from app.checks.comparison.attribute_differences import start_tag
from app.checks.comparison.difference import Difference
from app.checks.comparison.page_tree import Part
from app.page.nearest import distance
from app.page.nodes import Span


def text_differences(steps: list[Step], parent: Part) -> list[Difference]:
    """The differences in a run of words with no element between them; `parent` is the submitted element around."""
    return [_difference(steps, group, parent) for group in _groups(steps)]


def _same(step: Step) -> bool:
    return step.wanted is not None and step.found is not None and step.wanted.word == step.found.word


def _groups(steps: list[Step]) -> Iterator[range]:
    """Stretches of steps that differ; where hardly a word is the same, the whole text is one stretch."""
    differing = [index for index, step in enumerate(steps) if not _same(step)]
    if not differing:
        return
    if len(differing) > 3 and len(steps) - len(differing) < len(differing) / 2:
        yield range(differing[0], differing[-1] + 1)
        return
    start = last = differing[0]
    for index in differing[1:]:
        if index > last + 1:
            yield range(start, last + 1)
            start = index
        last = index
    yield range(start, last + 1)


def _difference(steps: list[Step], group: range, parent: Part) -> Difference:
    inside = [steps[index] for index in group]
    found = [step.found for step in inside if step.found is not None]
    wanted = [step.wanted for step in inside if step.wanted is not None]
    texts = " ".join(part.word for part in found), " ".join(part.word for part in wanted)
    if not found:
        before = next((steps[i].found for i in range(group.start - 1, -1, -1) if steps[i].found), None)
        span = Span(before.start, before.end) if before else start_tag(parent)
        kind = "text-gone" if before else "text-gone-first"
        return Difference(kind, span, parent.tag, before.word if before else "", texts[1])
    span = Span(found[0].start, found[-1].end)
    if not wanted:
        return Difference("text-too-much", span, parent.tag, texts[0])
    slip = len(found) == len(wanted) and all(
        _slip(one.word, other.word) for one, other in zip(found, wanted, strict=True)
    )
    return Difference("text-mistyped" if slip else "text-wrong", span, parent.tag, *texts)


def _slip(found: str, wanted: str) -> bool:
    if any(character.isdigit() for character in found + wanted):
        return False
    return distance(found, wanted, 2) <= (1 if len(wanted) <= 4 else 2)
