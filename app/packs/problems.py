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


def meant(word: str, known: Iterable[str]) -> str | None:
    """The nearest word that Midweek knows to one it does not, or None."""
    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for a word Midweek does not know: the nearest one it does, else `otherwise`."""
    near = meant(word, known)
    return f"Did you mean `{near}`?" if near else otherwise


def listed(names: Iterable[str]) -> str:
    """Names as words: "`a`, `b` and `c`"."""
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)
