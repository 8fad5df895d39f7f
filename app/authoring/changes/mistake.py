"""One mistake as it can be made in one file of a page, and pages with such mistakes made in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.authoring.changes.edits import Edit, edited, moved
from app.page.nodes import Span
from app.page.page import Page


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: its kind, its file, and the edits of the right text that make it.

    `at` is what it is made at: a start or end tag, an attribute, a word, a declaration, a selector. `places` are
    offsets into the right text, each a place that a message may point at; if `put_in`, so is the beginning of what the
    last edit put in. A whole message names `subject` (a tag, attribute, property or selector), what is `found` and what
    is `wanted`, where these are not "".
    """

    kind: str
    file: str
    edits: tuple[Edit, ...]
    at: Span
    places: tuple[int, ...]
    subject: str
    found: str = ""
    wanted: str = ""
    put_in: bool = False

    @property
    def extent(self) -> Span:
        """All that it touches, from its first edit to its last."""
        starts, ends = [edit.start for edit in self.edits], [edit.end for edit in self.edits]
        return Span(min(self.at.start, *starts), max(self.at.end, *ends))


def with_mistakes(page: Page, mistakes: Sequence[Mistake]) -> tuple[Page, list[set[int]]]:
    """The page with the mistakes made, and for each the lines of its file (from 1) that a message may rightly name.

    The mistakes must be apart from each other.
    """
    lines: dict[int, set[int]] = {}
    for name in dict.fromkeys(mistake.file for mistake in mistakes):
        here = [mistake for mistake in mistakes if mistake.file == name]
        edits = sorted((edit for mistake in here for edit in mistake.edits), key=lambda edit: (edit.start, edit.end))
        text = edited(page.text(name), edits)
        page = page.with_text(name, text)
        for mistake in here:
            lines[id(mistake)] = {text.count("\n", 0, place) + 1 for place in _places(mistake, edits)}
    return page, [lines[id(mistake)] for mistake in mistakes]


def _places(mistake: Mistake, edits: Sequence[Edit]) -> list[int]:
    places = [moved(place, edits) for place in mistake.places]
    if mistake.put_in:
        last = mistake.edits[-1]
        before = [edit for edit in edits if edit.end <= last.start and edit is not last]
        start = last.start + sum(len(edit.text) - (edit.end - edit.start) for edit in before)
        places.append(start + len(last.text) - len(last.text.lstrip()))
    return places


def apart(one: Mistake, other: Mistake) -> bool:
    """Whether two mistakes are far enough from each other to be two."""
    mine, its = one.extent, other.extent
    return one.file != other.file or mine.end < its.start or its.end < mine.start
