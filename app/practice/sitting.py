"""One person at one exercise: their text, kept as it is typed, and the way from a check to a report to an event."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from app.checks.report import Outcome, Report
from app.errors import AppError, StorageError
from app.packs.model import Exercise, Lesson, Pack
from app.page.page import File, Page
from app.practice.answer import demand_answer
from app.practice.drafts import Draft, Drafts, Task
from app.practice.inspector import Inquiry, Inspect, Inspector
from app.practice.look import Ask, Look
from app.practice.record import Work, record_try
from app.practice.versions import CHECKED, Version
from app.progress.store import Store


class CheckEndedError(AppError):
    """A check ended without a report, because the text changed, another check began, or the exercise was left.

    Nobody needs to be told: the screen only stops waiting.
    """


@dataclass(frozen=True, slots=True)
class Desk:
    """What every sitting on this PC works with: drafts, store, the browser's probe (`Probe.ask`), the clock.

    `inspect` looks at the text of pages.
    """

    drafts: Drafts
    store: Store
    ask: Ask
    clock: Callable[[], datetime]
    inspect: Inspect = field(default_factory=lambda: Inspector().inspect)


@dataclass(frozen=True, slots=True)
class _Check:
    """A check under way, and its two endings, of which exactly one is called, once."""

    look: Look
    done: Callable[[Report], None]
    failed: Callable[[AppError], None]


Seen = Callable[[Report, bool], None]
"""Is given a report, and whether it is the whole: goals that are still to be asked are unchecked in it."""


class Sitting:
    """From opening an exercise to leaving it.

    `notice` is a sentence for people about how the text was found (empty: nothing to say), `saved_at` when what was
    found was saved; `report` is the last report, also where it could not be recorded; `current`, `line` and
    `column` say where the cursor was left. `versions` are the earlier texts, `trails` the way back from each file.
    """

    def __init__(
        self,
        desk: Desk,
        person: str,
        pack: Pack,
        lesson: Lesson,
        exercise: Exercise,
        *,
        assets: Mapping[str, bytes] | None = None,
    ) -> None:
        self.person, self.pack, self.lesson, self.exercise = person, pack, lesson, exercise
        self.report: Report | None = None
        self.notice = ""
        self.saved_at: datetime | None = None
        self._changed = False
        self._unkept: list[Version] = []  # what was checked and could not be kept yet
        self.desk = desk
        self.task = Task(pack.id, lesson.id, exercise.id)
        self.versions, self.trails = desk.drafts.versions(person, self.task), desk.drafts.trails(person, self.task)
        self._check: _Check | None = None
        self._look: Look | None = None
        self._look_again: Seen | None = None
        self.page = Page(exercise.start, assets or {})
        self.current, self.line, self.column = exercise.first_file, 1, 1
        self.hints, self.answer_seen, self._mark = 0, False, ""
        self._open()

    def text_changed(self, file: str, text: str) -> None:
        """The learner typed. A check under way ends, since its lines may no longer be where it says."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text == self.page.text(file):
            return
        self.page = self.page.with_text(file, text)
        self.current, self._changed = file, True
        self._end("The page changed while it was being checked.", "Check it again.")

    def cursor_moved(self, file: str, line: int, column: int) -> None:
        """Where to go on another day, both from 1; kept with the next change of the text."""
        self.current, self.line, self.column = file, line, column

    def hint_opened(self) -> None:
        """One more hint was opened; how many stays on this PC."""
        self.hints += 1
        self._changed = True

    def see_answer(self) -> Page:
        """The page that the answer makes, which counts as seen from now on. AnswerBarredError: not yet, and why."""
        demand_answer(self._work(), self.desk.store, self.desk.clock())
        if not self.answer_seen:
            self.answer_seen = self._changed = True
        return Page(self.exercise.answer, self.page.assets)

    @property
    def dirty(self) -> bool:
        """Whether something is not on the disk yet."""
        return self._changed or self.trails.dirty or bool(self._unkept)

    def save(self) -> None:
        """Put on the disk whatever is not there. StorageError keeps it in memory, to be saved by calling again."""
        if self._changed:
            at = self.desk.clock()
            draft = Draft(self.page.files, self.current, self.line, self.column, at, self.hints, self.answer_seen)
            self._mark = self.desk.drafts.save(self.person, self.task, draft, self._mark)
            self._changed = False
        self.trails.save()
        while self._unkept:
            self.versions.add(self._unkept[0])
            del self._unkept[0]

    def check(self, done: Callable[[Report], None], failed: Callable[[AppError], None]) -> None:
        """Check the page as it stands; exactly one of `done(report)` and `failed(error)` is called, once.

        What the report says is recorded before `done` is called. Where it could not be recorded, `failed` is given the
        reason and `report` holds the report, so that it can be shown without a tick. Where the browser does not answer,
        the goals that need it are unchecked. CheckEndedError: see there.
        """
        self._end("Another check began.", "")
        self._let_look_go()
        with contextlib.suppress(StorageError):  # the window's timer saves again, and says what is wrong
            self.save()
        look = Look(self.desk.inspect, self.desk.ask, Inquiry(self.exercise.checks, self.page), self._on_checked)
        self._check = _Check(look, done, failed)
        look.begin()

    def look(self, seen: Seen) -> None:
        """See how the page stands. It is no try: nothing is recorded, nothing but `seen` hears of it.

        One look is under way at a time. Asked for another meanwhile, it looks once more when that one has ended, and
        what it saw of a page that has changed since is not told. Where a check is under way there is no look.
        """
        if self._check is not None:
            return
        if self._look is not None:
            self._look_again = seen
            return
        look = Look(
            self.desk.inspect, self.desk.ask, Inquiry(self.exercise.checks, self.page), partial(self._on_seen, seen)
        )
        self._look = look
        look.begin()

    def start_again(self) -> None:
        """Go back to the start files; the text so far is kept as a version first. StorageError changes nothing.

        `trails` knows it as one step of each file.
        """
        self._replace(self.exercise.start, "started again")

    def restore(self, version: Version) -> None:
        """Take the text of a version, the same way; the text so far becomes one too. StorageError changes nothing."""
        self._replace(self.page.with_texts(version.files).files, "went back")

    def close(self) -> None:
        """Leave the exercise: a check under way ends, and what changed is saved. StorageError: it is still here."""
        self._end("The exercise was left.", "")
        self._let_look_go()
        self.save()

    def _open(self) -> None:
        drafts = self.desk.drafts
        try:
            found = drafts.open(self.person, self.task)
            drafts.remember(self.person, self.task)
        except StorageError as error:
            self.notice = str(error)
            return
        self._mark, self.notice = found.mark, found.notice
        if found.draft:
            self._take(found.draft)

    def _take(self, draft: Draft) -> None:
        """Go on with a draft; where the pack now has other files, what no longer fits is kept as a version."""
        names = {file.name for file in draft.files}
        self.page, self.saved_at = self.page.with_texts(draft.files), draft.at
        self.hints, self.answer_seen = draft.hints, draft.answer_seen
        if draft.current in names and any(file.name == draft.current for file in self.page.files):
            self.current, self.line, self.column = draft.current, draft.line, draft.column
        if names - {file.name for file in self.page.files}:
            with contextlib.suppress(StorageError):
                self.versions.keep(draft.files, "other files")
                self._changed = True

    def _replace(self, files: tuple[File, ...], why: str) -> None:
        if files == self.page.files:
            return
        self.versions.keep(self.page.files, why)
        self._end("The page changed while it was being checked.", "Check it again.")
        self.trails.follow(self.page.files)
        self.page = Page(files, self.page.assets)
        self.current, self.line, self.column, self._changed = self.exercise.first_file, 1, 1, True
        self.save()

    def _work(self) -> Work:
        return Work(self.person, self.pack, self.lesson, self.exercise, self.hints > 0, self.answer_seen)

    def _end(self, message: str, remedy: str) -> None:
        check, self._check = self._check, None
        if check is not None:
            check.look.end()
            check.failed(CheckEndedError(message, remedy))

    def _let_look_go(self) -> None:
        if self._look is not None:
            self._look.end()
        self._look = self._look_again = None

    def _on_seen(self, seen: Seen, report: Report, whole: bool) -> None:
        look, again = self._look, self._look_again
        if whole:
            self._look = self._look_again = None
        if look is not None and look.page is self.page:
            seen(report, whole)
        elif whole and again is not None:
            self.look(again)

    def _on_checked(self, report: Report, whole: bool) -> None:
        check = self._check
        if check is None or not whole:
            return
        self._check, self.report = None, report
        self._unkept.append(_checked_version(self.desk.clock(), self.page, report))
        with contextlib.suppress(StorageError):  # as above
            self.save()
        try:
            record_try(self.desk.store, self._work(), report)
        except AppError as error:
            check.failed(error)
        else:
            check.done(report)


def _checked_version(at: datetime, page: Page, report: Report) -> Version:
    outcomes = [finding.outcome for finding in report.findings if not finding.advice]
    return Version(CHECKED, at, page.files, outcomes.count(Outcome.PASSED), len(outcomes), report.passed)


def next_exercise(lesson: Lesson, current: str, passed: Collection[str]) -> Exercise | None:
    """Where to go from an exercise: the next one not passed, else the first that was skipped; None when all are."""
    ids = [exercise.id for exercise in lesson.exercises]
    place = ids.index(current) + 1 if current in ids else 0
    round_trip = (*lesson.exercises[place:], *lesson.exercises[:place])
    return next((exercise for exercise in round_trip if exercise.id not in passed and exercise.id != current), None)
