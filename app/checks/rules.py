"""The rules a goal can be made of, as data: what stood in the block, ready to be asked, and its problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Reading = Literal["html", "html exact", "html not", "css", "css written", "audit"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One block under a goal: how it is read, its text, and the line of the exercise file where the text begins."""

    reading: Reading
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Check:
    """One goal, in the learner's words, with its rule; `advice` never blocks."""

    goal: str
    rule: Rule
    advice: bool = False
    if_not: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """One thing that is wrong with a rule as an author wrote it: the exercise file's line, what, and what to do."""

    line: int
    message: str
    remedy: str


def selector_problems(selector: str, line: int) -> Iterator[RuleProblem]:
    """One problem where a selector cannot be read."""
    import soupsieve  # here, since whoever only carries rules about, as a start does, need not wait for it

    try:
        soupsieve.compile(selector)
    except (soupsieve.SelectorSyntaxError, ValueError, TypeError, RecursionError):
        yield RuleProblem(line, f"The selector `{selector}` cannot be read.", "Check its brackets, dots and commas.")
