"""Collecting every problem of a pack while it is read, instead of stopping at the first."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from app.packs.model import Problem, Where


class Problems:
    """What is wrong so far; `for_file` gives a collector for one file that adds to the same list."""

    def __init__(self, file: str = "", found: list[Problem] | None = None) -> None:
        self.file = file
        self.found: list[Problem] = [] if found is None else found

    def for_file(self, file: str) -> Problems:
        """A collector for this file (relative to the pack's folder) that shares the list."""
        return Problems(file, self.found)

    def add(self, line: int, message: str, remedy: str) -> None:
        """Note one problem; line 0 means the file as a whole."""
        self.found.append(Problem(Where(self.file, line), message, remedy))

    def in_order(self) -> tuple[Problem, ...]:
        """All of them, each once, by file and line."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda problem: (problem.where.file, problem.where.line)))


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy for a word Midweek does not know: the nearest one it does, or all of them, or `otherwise`."""
    names = list(known)
    folded = {name.lower(): name for name in names}
    near = difflib.get_close_matches(word.lower(), folded, n=1)
    if near:
        return f"Did you mean `{folded[near[0]]}`?"
    return otherwise or f"Midweek knows {listed(names)}."


def listed(names: Iterable[str]) -> str:
    """Names as words: "`a`, `b` and `c`"."""
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)
