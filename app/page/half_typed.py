"""Whether somebody is in the middle of typing a tag, so that a browser would take what follows for a part of it."""

from __future__ import annotations

import re

_BEGUN = re.compile(r"<(?:[A-Za-z/!][^<>]*)?\Z")
_LOOK_BACK, _LOOK_AHEAD = 2_000, 2_000  # characters; no tag that somebody types is longer


def in_half_typed_tag(text: str, at: int) -> bool:
    """Whether the tag that `text[:at]` ends in has no `>` of its own: the next thing is another tag, or the end."""
    if not _BEGUN.search(text, max(0, at - _LOOK_BACK), at):
        return False
    following = next((letter for letter in text[at : at + _LOOK_AHEAD] if letter in "<>"), "<")
    return following == "<"


def edit_end(before: str, after: str) -> int:
    """Where in `after` the change ends that made it of `before`; len(after) where it was at the end."""
    shorter = min(len(before), len(after))
    low, high = 0, shorter  # of the longest common ending, by halves: comparing slices is quick
    while low < high:
        middle = (low + high + 1) // 2
        if before[len(before) - middle :] == after[len(after) - middle :]:
            low = middle
        else:
            high = middle - 1
    return len(after) - low
