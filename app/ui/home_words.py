"""What *This week* says, in words: dates, the main button, how far; and the others, putting nobody on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.packs.model import Exercise
from app.progress import times
from app.progress.status import Word
from app.progress.table import Row, Table
from app.ui.marks import State
from app.ui.values import HomeView

NO_BREAK = "\N{NO-BREAK SPACE}"


def date_line(today: date, meeting: datetime | None) -> str:
    """`Monday 23 November · meeting on Wednesday at 4 pm`."""
    line = f"{today:%A} {today.day} {today:%B}"
    if meeting is None:
        return line
    clock = times.spoken_clock(meeting.time()).replace(" ", NO_BREAK)
    return f"{line} · meeting {day_words(meeting.date(), today)} at {clock}"


def day_words(day: date, today: date) -> str:
    """`today`, `tomorrow`, `on Wednesday`, `next Wednesday` (in just a week), `on 12 December`."""
    days = (day - today).days
    if days in (0, 1):
        return "tomorrow" if days else "today"
    if days == 7:
        return f"next {day:%A}"
    return f"on {day:%A}" if 0 < days < 7 else f"on {day.day} {day:%B}"


def main_words(view: HomeView) -> str:
    """What the main button says: start, continue, or look again."""
    following = view.mine.next
    if following is None:
        return "Look at it again"
    verb = "Continue" if view.mine.stopped or view.mine.passed else "Start"
    number = [exercise.id for exercise in view.lesson.exercises].index(following.id) + 1
    project = view.lesson.exercises[number - 1].kind == "project"
    return f"{verb} the project" if project else f"{verb} exercise {number}"


def progress_words(view: HomeView) -> str:
    """`3 of 8 done · about 25 minutes left`."""
    if not view.mine.planned:
        return ""
    if view.mine.next is None:
        return f"all {view.mine.planned} done"
    return f"{view.mine.passed} of {view.mine.planned} done · about {view.mine.minutes_left} minutes left"


def step_words(exercise: Exercise, number: int, state: State, stopped: str) -> str:
    """`Exercise 2, Headings, done, 5 minutes`, for a screen reader."""
    kind = "Project" if exercise.kind == "project" else f"Exercise {number}"
    said = {"passed": "done", "next": "next"}.get(state, "not done yet")
    return ", ".join(part for part in (kind, exercise.title, said, f"{exercise.minutes} minutes", stopped) if part)


def since_words(table: Table) -> str:
    """`Since last Wednesday`, or nothing where the group has not met yet."""
    met = table.week.start.astimezone(table.week.zone).date()
    days = (table.now.astimezone(table.week.zone).date() - met).days
    if days > 400:
        return ""
    return "Since today's meeting" if days == 0 else f"Since last {met:%A}" if days < 7 else f"Since {met.day} {met:%B}"


def quiet_status(one: Row) -> str:
    """How far somebody is, in words that put nobody on the spot."""
    if one.status.word is Word.DONE:
        return "done for this week"
    if one.status.word in (Word.ASKED, Word.AWAY, Word.NO_NEWS):
        return one.status.text[0].lower() + one.status.text[1:]
    return f"{one.passed} of {len(one.cells)}"


def short_name(name: str, names: Sequence[str]) -> str:
    """The first name where nobody else has it, else the whole."""
    first = name.split(" ", maxsplit=1)[0]
    return first if sum(other.split(" ")[0] == first for other in names) == 1 else name
