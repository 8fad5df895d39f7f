"""What the screens show, made from the packs, the drafts and what is recorded; it reads, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.packs.model import Exercise, Lesson, Pack
from app.packs.shelf import Shelf
from app.practice.drafts import Drafts
from app.practice.sitting import Sitting
from app.progress import done
from app.progress.event import lesson_ref
from app.progress.people import group_name
from app.progress.store import Store
from app.progress.table import Plan, Step, Table, my_week, week_table
from app.ui.values import FaultyPack, GroupView, HomeView, LessonView, PacksView, Stop


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is in the course: pack, lesson, and the lesson's number from 1."""

    pack: Pack
    lesson: Lesson
    number: int

    @property
    def ref(self) -> str:
        """The lesson as events name it."""
        return lesson_ref(self.pack.id, self.lesson.id)


def find_place(packs: Sequence[Pack], pack_id: str, lesson_id: str) -> Place | None:
    """The lesson of these ids, or None."""
    for pack in packs:
        for number, lesson in enumerate(pack.lessons, 1):
            if (pack.id, lesson.id) == (pack_id, lesson_id):
                return Place(pack, lesson, number)
    return None


def this_week(packs: Sequence[Pack], store: Store, drafts: Drafts, person: str) -> Place | None:
    """The lesson that is somebody's now: the first not done of the pack they last worked in; None without lessons.

    Until a group plans its weeks, everybody goes through the course in order.
    """
    stocked = [pack for pack in packs if pack.lessons]
    if not stocked:
        return None
    last = drafts.last(person)
    pack = next((pack for pack in stocked if last and pack.id == last[0].pack), stocked[0])
    finished = done.lessons_with(store, person, "lesson.done")
    todo = [lesson for lesson in pack.lessons if lesson_ref(pack.id, lesson.id) not in finished]
    lesson = todo[0] if todo else pack.lessons[-1]
    return Place(pack, lesson, pack.lessons.index(lesson) + 1)


def home_view(place: Place, store: Store, drafts: Drafts, person: str, now: datetime) -> HomeView:
    """*This week* of one person."""
    table = _table(place, store, now)
    finished = done.lessons_with(store, person, "lesson.done")
    last = drafts.last(person)
    here = last and (last[0].pack, last[0].lesson) == (place.pack.id, place.lesson.id)
    return HomeView(
        today=now.astimezone(ZoneInfo(store.meeting().zone)).date(),
        meeting=_meeting(store, now),
        lesson=place.lesson,
        number=place.number,
        row=table.row(person),
        mine=my_week(table, person, (last[0].exercise, last[1]) if last and here else None),
        course=[
            Stop(lesson.id, lesson.title, lesson_ref(place.pack.id, lesson.id) in finished)
            for lesson in place.pack.lessons
        ],
        group=table,
    )


def group_view(place: Place, store: Store, now: datetime) -> GroupView:
    """The group's week at this lesson."""
    return GroupView(
        group_name(store), place.number, place.lesson.title, _table(place, store, now), _meeting(store, now)
    )


def lesson_view(place: Place, sitting: Sitting, store: Store) -> LessonView:
    """The exercise of a sitting, as it is opened."""
    return LessonView(
        lesson=place.lesson,
        number=place.number,
        step=place.lesson.exercises.index(sitting.exercise) + 1,
        files=sitting.page.files,
        current=sitting.current,
        trails=sitting.trails.known,
        passed=done.passed_steps(store, sitting.person, place.ref),
    )


def packs_view(shelf: Shelf) -> PacksView:
    """The packs that are there, and what is wrong with the others."""
    return PacksView(shelf.packs, [FaultyPack(folder.name, problems) for folder, problems in shelf.faulty])


def _table(place: Place, store: Store, now: datetime) -> Table:
    plan = Plan(place.ref, tuple(_step(exercise) for exercise in place.lesson.exercises))
    return week_table(store, plan, store.meeting().week(now), now)


def _step(exercise: Exercise) -> Step:
    label = "Project" if exercise.kind == "project" else ""
    return Step(exercise.id, exercise.title, exercise.minutes, label)


def _meeting(store: Store, now: datetime) -> datetime | None:
    meeting = store.meeting()
    coming = meeting.after(now)
    return coming.astimezone(ZoneInfo(meeting.zone)) if coming else None
