"""Edits to a text, and where what stood in it stands after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from `start` to `end` (offsets in code points, end exclusive) becomes `text`."""

    start: int
    end: int
    text: str


def edited(source: str, edits: Iterable[Edit]) -> str:
    """The text with these edits made; of two that overlap, only the one that begins first."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= at:
            parts += [source[at : edit.start], edit.text]
            at = edit.end
    return "".join([*parts, source[at:]])


def moved(place: int, edits: Sequence[Edit]) -> int:
    """Where an offset into the text before the edits is in the text after them."""
    shift = 0
    for edit in edits:
        if edit.end <= place and not edit.start == edit.end == place:
            shift += len(edit.text) - (edit.end - edit.start)
        elif edit.start < place < edit.end:
            return edit.start + shift
    return place + shift
