"""The rules a goal can be made of, as data: what stood in the block, ready to be asked."""

from __future__ import annotations

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
