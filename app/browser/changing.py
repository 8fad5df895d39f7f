"""What makes one text of another, so that a page that has the one need not be sent all of the other with every key."""

from __future__ import annotations

from collections.abc import Sequence


def change(before: str, after: str) -> list[int | str]:
    """`[from, to, insert, length]`: what takes the place of what, and the length afterwards; in UTF-16 units."""
    start = _shared(before, after)
    rest = min(len(before), len(after)) - start
    end = _shared(before[len(before) - rest :][::-1], after[len(after) - rest :][::-1])
    old, insert = before[start : len(before) - end], after[start : len(after) - end]
    at = _units(before[:start])
    return [at, at + _units(old), insert, _units(after)]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters both begin with: halved again and again, since slices are compared at the speed of memory."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
