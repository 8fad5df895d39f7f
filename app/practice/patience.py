"""When a typing slip may be told: never about what somebody is still typing.

A new slip is silent while the cursor is on the line that was typed last: on that line, below it (half a tag spoils what
follows), and above it where it says that something is not finished yet. It is told once the cursor leaves the line, or
after a longer pause. What was told stays told for as long as it is there: it does not flicker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.checks.report import Fault

Key = tuple[str, str, str, str]
UNFINISHED = frozenset(
    {
        *("unclosed", "missing-bracket", "unclosed-quote", "unclosed-comment"),
        *("missing-brace", "unclosed-string", "unclosed-css-comment", "unclosed-parenthesis"),
    }
)
"""Kinds of slips that typing on may still mend, lines after the place that they name."""


class Patience:
    """Hears what is typed and where the cursor is, and says which slips may be told. Lines count from 1."""

    def __init__(self) -> None:
        self._typed: tuple[str, int] | None = None  # the line that is still being typed
        self._told: Counter[Key] = Counter()

    def typed(self, file: str, before: str, after: str) -> None:
        """A text became another one."""
        self._typed = file, _last_changed_line(before, after)

    def cursor_moved(self, file: str, line: int) -> bool:
        """The cursor is here now; whether that ends the silence."""
        if self._typed in (None, (file, line)):
            return False
        self._typed = None
        return True

    def paused(self) -> bool:
        """Nothing was typed for long; whether that ends the silence."""
        ended = self._typed is not None
        self._typed = None
        return ended

    def tell(self, slips: Sequence[Fault]) -> tuple[Fault, ...]:
        """Those of a page's slips that may be told now, in their order."""
        left = self._told.copy()
        left.subtract(_key(slip) for slip in slips if not self._is_early(slip))
        told = []
        for slip in slips:
            if self._is_early(slip):
                if left[_key(slip)] <= 0:
                    continue
                left[_key(slip)] -= 1
            told.append(slip)
        self.remember(told)
        return tuple(told)

    def remember(self, told: Iterable[Fault]) -> None:
        """These slips were told, and no others: a check tells all there are."""
        self._told = Counter(_key(slip) for slip in told)

    def _is_early(self, slip: Fault) -> bool:
        if self._typed is None or slip.place is None or slip.place.file != self._typed[0]:
            return False
        return slip.place.line >= self._typed[1] or slip.kind in UNFINISHED


def _key(slip: Fault) -> Key:
    """What makes a slip the same on another day and another line."""
    return slip.place.file if slip.place else "", slip.kind, slip.subject, slip.found


def _last_changed_line(before: str, after: str) -> int:
    """The last line of `after` that is not as it was, counted from 1."""
    old, new = before.split("\n"), after.split("\n")
    pairs = zip(reversed(old), reversed(new), strict=False)
    same = next((count for count, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
    return max(len(new) - same, 1)
