"""Where somebody is, and what the lesson and packs screens show of it; it reads, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.packs.model import Lesson, Pack
from app.packs.shelf import Shelf
from app.practice.drafts import Drafts
from app.practice.sitting import Sitting
from app.progress import done
from app.progress.event import lesson_ref
from app.progress.store import Store
from app.ui.values import FaultyPack, LessonView, PacksView


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
