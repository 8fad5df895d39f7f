"""The nearest right word to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, drop or swap with their neighbour (optimal string alignment); above `most`, most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The closest word, if it is so close that a slip of the finger made the difference; else None.

    A short word may be one letter off, or have its letters in another order.
    """
    letters = sorted(word)
    best: tuple[int, str] | None = None
    for candidate in words:
        most = 1 if len(word) <= 4 and (len(word) < 4 or sorted(candidate) != letters) else 2
        near = distance(word, candidate, most if best is None else best[0])
        if near <= most and (
            best is None or (near, _strangeness(word, candidate)) < (best[0], _strangeness(word, best[1]))
        ):
            best = (near, candidate)
    return best[1] if best else None


def _strangeness(word: str, candidate: str) -> tuple[bool, bool, int, str]:
    """Among words equally near: those with the same letters, the same first letter, the longest, by the alphabet."""
    return sorted(word) != sorted(candidate), word[:1] != candidate[:1], -len(candidate), candidate
