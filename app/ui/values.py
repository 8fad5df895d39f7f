"""What the screens are given to show, where no room below has a value for it yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.packs.model import Exercise, Lesson, Pack, Problem
from app.page.page import File
from app.page.trail import Trail

if TYPE_CHECKING:
    from app.progress.table import MyWeek, Row, Table


@dataclass(frozen=True, slots=True)
class Stop:
    """One lesson on the course strip: its title, and whether every step of it is passed."""

    id: str
    title: str
    done: bool


@dataclass(frozen=True, slots=True)
class HomeView:
    """*This week* of one person.

    `row` and `mine` are the person's own; `number` counts lessons from 1; `today` and `meeting` are on the local clock
    (`meeting` None: none is planned); `group` is the table that the quiet list of the others is read from.
    """

    today: date
    meeting: datetime | None
    lesson: Lesson
    number: int
    row: Row | None
    mine: MyWeek
    course: Sequence[Stop]
    group: Table | None = None
    notes: Sequence[str] = ()

    def passed(self, step: str) -> bool:
        """Whether this step is passed."""
        if self.row is None:
            return False
        pairs = zip(self.lesson.exercises, self.row.cells, strict=False)
        return any(cell.state == "passed" for exercise, cell in pairs if exercise.id == step)


@dataclass(frozen=True, slots=True)
class LessonView:
    """One exercise as it is opened: `files` with what was typed last, `current` the file to show first.

    `trails` is the way back from each file, as far as it is known, for undo.
    `number` is the lesson's, `step` the exercise's place in it, both from 1; `passed` holds the ids of passed steps.
    """

    lesson: Lesson
    number: int
    step: int
    files: Sequence[File]
    current: str
    passed: frozenset[str] = frozenset()
    trails: Mapping[str, Trail] = field(default_factory=dict)

    @property
    def exercise(self) -> Exercise:
        """The exercise itself."""
        return self.lesson.exercises[self.step - 1]

    @property
    def last(self) -> bool:
        """Whether nothing comes after it in this lesson."""
        return self.step == len(self.lesson.exercises)


@dataclass(frozen=True, slots=True)
class GroupView:
    """The group's week: its name, the lesson and its number, the table, and when it meets next (local, or None)."""

    name: str
    number: int
    lesson: str
    table: Table
    meeting: datetime | None = None


@dataclass(frozen=True, slots=True)
class FaultyPack:
    """A pack that cannot be opened: its folder's name and everything that is wrong with it."""

    name: str
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class PacksView:
    """The packs that are there and those that are faulty."""

    packs: Sequence[Pack]
    faulty: Sequence[FaultyPack] = ()
