"""The nearest right word: how far apart two words are in typing slips, and which known word was meant."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str, limit: int = 3) -> int:
    """Slips between two words (letter left out, added, changed, or two swapped), or limit + 1 where there are more.

    The restricted Damerau-Levenshtein distance (optimal string alignment), row by row.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may have and still be recognised."""
    return 0 if len(word) < 2 else 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word this one was most likely meant to be, or None; a word that is known is its own nearest.

    Between equals, one with the same first letter and the same letters wins, then the first in the alphabet.
    """
    word = word.lower()
    best: tuple[int, bool, bool, str] | None = None
    for candidate in known:
        limit = slips_allowed(max(word, candidate, key=len))
        slips = distance(word, candidate, limit)
        if slips > limit or slips >= len(candidate):
            continue
        rank = (slips, sorted(word) != sorted(candidate), word[:1] != candidate[:1], candidate)
        best = rank if best is None or rank < best else best
    return best[3] if best else None
