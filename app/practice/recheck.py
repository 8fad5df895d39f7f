"""Stored work, checked again after a pack was corrected: what passes now is passed, and nothing is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.checks.report import Report
from app.packs.assets import read_assets
from app.packs.model import Pack
from app.page.page import Page
from app.practice.drafts import Drafts, Task
from app.practice.inspector import Inquiry
from app.practice.record import Work, record_pass
from app.progress import done
from app.progress.event import lesson_ref
from app.progress.people import read_people
from app.progress.store import Store


@dataclass(frozen=True, slots=True)
class Stored:
    """A page that was tried and did not pass, as it was left, and the name of whose it is."""

    name: str
    work: Work
    page: Page

    @property
    def inquiry(self) -> Inquiry:
        """The page, and what its exercise asks of it today."""
        return Inquiry(self.work.exercise.checks, self.page)


@dataclass(slots=True)
class Recheck:
    """What came of it so far."""

    checked: int = 0
    unchecked: int = 0
    pass_now: list[Stored] = field(default_factory=list)

    def settle(self, stored: Stored, report: Report, store: Store) -> None:
        """Take in the report on a page; a pass is recorded when this returns. AppError where it cannot be.

        A page whose browser did not answer stays as it is, to be checked another day.
        """
        self.checked += 1
        self.unchecked += not report.passed and report.unchecked
        if report.passed and not stored.work.effort(store).passed:
            record_pass(store, stored.work)
            self.pass_now.append(stored)

    @property
    def sentence(self) -> str:
        """What came of it, for people."""
        if not self.checked:
            return "Nothing is left to check: every page that was tried has passed."
        said = f"{_pages(self.checked)} checked again; none of them passes yet."
        if self.pass_now:
            listed = ", ".join(f"{stored.name} ({stored.work.exercise.title})" for stored in self.pass_now)
            said = f"{len(self.pass_now)} {'page passes' if len(self.pass_now) == 1 else 'pages pass'} now: {listed}."
        if self.unchecked:
            said += f" {_pages(self.unchecked)} could not be checked, since the browser did not answer: try again."
        return said


def stored_work(packs: Iterable[Pack], store: Store, drafts: Drafts) -> Iterator[Stored]:
    """Every page on this PC that was tried in these packs and is not passed. PackError where assets cannot be read."""
    people = read_people(store)
    for pack in packs:
        for lesson in pack.lessons:
            tried = done.open_steps(store, lesson_ref(pack.id, lesson.id))
            assets = read_assets(lesson.folder) if tried else {}
            for person, exercise in ((p, e) for p in people for e in lesson.exercises if (p.id, e.id) in tried):
                draft = drafts.read(person.id, Task(pack.id, lesson.id, exercise.id))
                if draft is not None and exercise.checks:
                    work = Work(person.id, pack, lesson, exercise, draft.hints > 0, draft.answer_seen)
                    yield Stored(person.label, work, Page(exercise.start, assets).with_texts(draft.files))


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"
