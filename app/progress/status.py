"""One status a person, the same on screen, paper and in files: GROUP.md's seven, first match wins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Word(StrEnum):
    """The seven statuses. Their order here is that of a table's rows, not that of matching."""

    DONE = "done"
    ASKED = "asked"
    STUCK = "stuck"
    MOVING = "moving"
    STARTED = "started"
    NO_NEWS = "no news"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Terms:
    """What counts as stuck; a group can set its own."""

    failed: int = 4
    days: int = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known about one person this week.

    `asked`: help is wanted with a step not passed. `passed` of `planned` steps of this week's lesson. `stuck_on`: the
    number of the step of this lesson, 0 for one of another lesson, None for nowhere. `passed_since`, `tried_since`: in
    any lesson since the last meeting. `away`: `until Monday`, or empty where the register does not say so.
    """

    asked: bool = False
    passed: int = 0
    planned: int = 0
    stuck_on: int | None = None
    passed_since: bool = False
    tried_since: bool = False
    away: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The status and how it is said: `Moving, 5 of 8`."""

    word: Word
    text: str


def status(of: Standing) -> Status:
    """The first that fits. Somebody away of whom nothing is recorded is away, never shown as late or silent."""
    if of.asked:
        return Status(Word.ASKED, "Asked for help")
    if of.planned and of.passed >= of.planned:
        return Status(Word.DONE, "Done")
    if of.stuck_on is not None:
        return Status(Word.STUCK, f"Stuck on {of.stuck_on}" if of.stuck_on else "Stuck in another lesson")
    if of.passed_since:
        return Status(Word.MOVING, f"Moving, {of.passed} of {of.planned}" if of.passed else "Moving, in another lesson")
    if of.tried_since:
        return Status(Word.STARTED, "Started")
    if of.away:
        return Status(Word.AWAY, f"Away {of.away}")
    return Status(Word.NO_NEWS, "No news")
