"""The report of a check as a value: what passed, what failed and where, and what could not be asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How one goal came out; unchecked (the browser did not answer) is neither right nor wrong."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1, in code points; length 0 is a point between characters."""

    file: str
    line: int
    column: int
    length: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its kind (see wording/), its place, the tag or property it is about,
    what was found, what was wanted, and the whole as one plain sentence or two (code between backticks).
    """

    kind: str
    place: Place | None
    subject: str
    found: str
    wanted: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One goal of the exercise and how it came out, with every fault that stands in its way.

    `advice` never blocks. `if_not` is the author's own sentence, `hints` the goal's hints in order.
    """

    goal: str
    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    advice: bool = False
    if_not: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check run, in the order of the goals, and the typing slips found before them."""

    findings: tuple[Finding, ...]
    slips: tuple[Fault, ...] = ()

    @property
    def passed(self) -> bool:
        """Every goal that is not advice is met; an unchecked goal is not met."""
        return all(f.outcome is Outcome.PASSED for f in self.findings if not f.advice)

    @property
    def unchecked(self) -> bool:
        """Some goal that is not advice could not be asked."""
        return any(f.outcome is Outcome.UNCHECKED for f in self.findings if not f.advice)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Slips first, then the faults of goals, then those of advice: what to show first stands first."""
        goals = [fault for f in self.findings if not f.advice for fault in f.faults]
        advice = [fault for f in self.findings if f.advice for fault in f.faults]
        return (*self.slips, *goals, *advice)
