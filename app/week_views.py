"""What *This week* and the group's screen show, made from what is recorded; it reads, and changes nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from app.packs.model import Exercise
from app.practice.drafts import Drafts
from app.progress import done
from app.progress.event import lesson_ref
from app.progress.people import group_name
from app.progress.store import Store
from app.progress.table import Plan, Step, Table, my_week, week_table
from app.ui.values import GroupView, HomeView, Stop
from app.views import Place


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
