"""What one person has done so far: at one step, in one lesson, in everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from app.progress.store import Store


@dataclass(frozen=True, slots=True)
class Effort:
    """Checks made at one step, how many of them failed, and whether it is passed."""

    tries: int = 0
    failed: int = 0
    passed: bool = False


def effort(store: Store, person: str, lesson: str, step: str) -> Effort:
    """What a person has done at one step; nothing yet is an Effort of zeros. `lesson` is a lesson_ref."""
    rows = store.read(
        "SELECT tries, failed, passed_at IS NOT NULL FROM cell WHERE lesson = ? AND person = ? AND step = ?",
        lesson,
        person,
        step,
    )
    return Effort(rows[0][0], rows[0][1], bool(rows[0][2])) if rows else Effort()


def open_steps(store: Store, lesson: str) -> frozenset[tuple[str, str]]:
    """(person, step) of whatever was tried in a lesson (a lesson_ref) and is not passed."""
    rows = store.read("SELECT person, step FROM cell WHERE lesson = ? AND tries > 0 AND passed_at IS NULL", lesson)
    return frozenset((person, step) for person, step in rows)


def passed_steps(store: Store, person: str, lesson: str) -> frozenset[str]:
    """The ids of the steps of a lesson (a lesson_ref) that a person has passed."""
    rows = store.read("SELECT step FROM cell WHERE lesson = ? AND person = ? AND passed_at IS NOT NULL", lesson, person)
    return frozenset(step for (step,) in rows)


def started(store: Store, person: str, lesson: str) -> datetime | None:
    """When a person first checked a page of a lesson (a lesson_ref), in UTC; None where they have not."""
    kind = "lesson.started"
    rows = store.read("SELECT at FROM milestone WHERE person = ? AND lesson = ? AND kind = ?", person, lesson, kind)
    return datetime.fromtimestamp(rows[0][0] / 1000, UTC) if rows else None


def lessons_with(store: Store, person: str, kind: str) -> frozenset[str]:
    """The lessons (lesson_refs) a person has started (`lesson.started`) or finished (`lesson.done`)."""
    rows = store.read("SELECT lesson FROM milestone WHERE person = ? AND kind = ?", person, kind)
    return frozenset(lesson for (lesson,) in rows)
