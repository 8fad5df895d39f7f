"""Whether somebody may see the answer of an exercise yet: what its pack says of it, and what was tried so far."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from app.errors import AppError
from app.practice.record import Work
from app.progress import done, times
from app.progress.store import Store

AFTER_TRIES = re.compile(r"after-(\d+)-tries")


class AnswerBarredError(AppError):
    """The answer may not be seen yet; it says when."""


def demand_answer(work: Work, store: Store, now: datetime) -> None:
    """Nothing where the answer may be seen: AnswerBarredError says when it may, in a sentence for people.

    Whoever has passed the exercise may see it, unless the pack shows its answers to nobody.
    """
    rule = work.pack.answer
    if not work.exercise.answer:
        raise AnswerBarredError("This step has no answer to look at.")
    if rule == "never":
        raise AnswerBarredError("This course keeps its answers to itself.", "Open a hint, or ask for help.")
    effort = work.effort(store)
    if effort.passed or rule == "always":
        return
    if tries := AFTER_TRIES.fullmatch(rule):
        _demand_tries(effort.tries, int(tries[1]))
    else:
        _demand_meeting(done.started(store, work.person, work.ref), store, now)


def _demand_tries(made: int, wanted: int) -> None:
    if made < wanted:
        so_far = f"so far it was checked {_times(made)}" if made else "so far it was not checked"
        what = f"You can see the answer once your page was checked {_times(wanted)}; {so_far}."
        raise AnswerBarredError(what, "A hint can help now.")


def _demand_meeting(started: datetime | None, store: Store, now: datetime) -> None:
    meeting = store.meeting()
    if started is None:
        raise AnswerBarredError("You can see the answer after the next meeting.", "Check your page once before it.")
    coming = meeting.after(started)
    if coming is None or coming > now:
        day = f"on {times.long_day(coming.astimezone(ZoneInfo(meeting.zone)).date())}" if coming else "that follows"
        raise AnswerBarredError(f"You can see the answer after the meeting {day}.", "A hint can help now.")


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
