"""One person at one exercise: their text, kept as it is typed, and the way from a check to a report to an event."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from app.checks.inspection import Inspection, inspect
from app.checks.report import Outcome, Report
from app.errors import AppError, StorageError
from app.packs.model import Exercise, Lesson, Pack
from app.page.page import File, Page
from app.practice.drafts import Draft, Drafts, Task, Version
from app.progress import done as progress
from app.progress.event import Act, lesson_ref
from app.progress.store import Store

Answers = list[dict[str, Any]]
Ask = Callable[
    [dict[str, bytes], str, Sequence[Mapping[str, Any]], Callable[[Answers], None], Callable[[str], None]], object
]
_GOAL_LIMIT = 200  # letters of a goal that go into an event


class CheckEndedError(AppError):
    """A check ended without a report, because the text changed, another check began, or the exercise was left.

    Nobody needs to be told: the screen only stops waiting.
    """


@dataclass(frozen=True, slots=True)
class Desk:
    """What every sitting on this PC works with: drafts, store, the browser's probe (`Probe.ask`), and the clock."""

    drafts: Drafts
    store: Store
    ask: Ask
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Run:
    """A check under way: what it asks, and its two endings, of which exactly one is called, once."""

    inspection: Inspection
    done: Callable[[Report], None]
    failed: Callable[[AppError], None]


class Sitting:
    """From opening an exercise to leaving it.

    `notice` is a sentence for people about how the text was found (empty: nothing to say); `report` is the last report,
    also where it could not be recorded; `current`, `line` and `column` say where the cursor was left.
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
        self.dirty = False
        self._desk = desk
        self._task = Task(pack.id, lesson.id, exercise.id)
        self._ref = lesson_ref(pack.id, lesson.id)
        self._run: _Run | None = None
        self.page = Page(exercise.start, assets or {})
        self.current, self.line, self.column = self.page.entry, 1, 1
        self.hints, self._mark = 0, ""
        self._open()

    def text_changed(self, file: str, text: str) -> None:
        """The learner typed. A check under way ends, since its lines may no longer be where it says."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text == self.page.text(file):
            return
        self.page = self.page.with_text(file, text)
        self.current, self.dirty = file, True
        self._end("The page changed while it was being checked.", "Check it again.")

    def cursor_moved(self, file: str, line: int, column: int) -> None:
        """Where to go on another day, both from 1; kept with the next change of the text."""
        self.current, self.line, self.column = file, line, column

    def hint_opened(self) -> None:
        """One more hint was opened; how many stays on this PC."""
        self.hints += 1
        self.dirty = True

    def save(self) -> None:
        """Put the text on the disk if it changed. StorageError keeps it in memory, to be saved by calling again."""
        if not self.dirty:
            return
        at = self._desk.clock()
        draft = Draft(self.page.files, self.current, self.line, self.column, at, self.hints)
        self._mark = self._desk.drafts.save(self.person, self._task, draft, self._mark)
        self.dirty = False

    def check(self, done: Callable[[Report], None], failed: Callable[[AppError], None]) -> None:
        """Check the page as it stands; exactly one of `done(report)` and `failed(error)` is called, once.

        What the report says is recorded before `done` is called. Where it could not be recorded, `failed` is given the
        reason and `report` holds the report, so that it can be shown without a tick. Where the browser does not answer,
        the goals that need it are unchecked. CheckEndedError: see there.
        """
        self._end("Another check began.", "")
        with contextlib.suppress(StorageError):  # the window's timer saves again, and says what is wrong
            self.save()
        run = self._run = _Run(inspect(self.exercise.checks, self.page), done, failed)
        questions = run.inspection.questions
        if not questions:
            self._finish(run, [])
            return
        unanswered = partial(self._unanswered, run)
        self._desk.ask(self.page.served(), self.page.entry, questions, partial(self._finish, run), unanswered)

    def start_again(self) -> None:
        """Go back to the start files; the text so far is kept as a version first. StorageError changes nothing."""
        self._replace(self.exercise.start, "started again")

    def restore(self, version: Version) -> None:
        """Take the text of a version; the text so far becomes one itself. StorageError changes nothing."""
        self._replace(version.files, "before going back")

    def versions(self) -> tuple[Version, ...]:
        """Texts of this exercise that were put aside, newest first."""
        return self._desk.drafts.versions(self.person, self._task)

    def close(self) -> None:
        """Leave the exercise: a check under way ends, and what changed is saved. StorageError: it is still here."""
        self._end("The exercise was left.", "")
        self.save()

    def _open(self) -> None:
        drafts = self._desk.drafts
        try:
            found = drafts.open(self.person, self._task)
            drafts.remember(self.person, self._task)
        except StorageError as error:
            self.notice = str(error)
            return
        self._mark, self.notice = found.mark, found.notice
        if found.draft:
            self._take(found.draft)

    def _take(self, draft: Draft) -> None:
        """Go on with a draft; where the pack now has other files, what no longer fits is kept as a version."""
        texts = {file.name: file.text for file in draft.files}
        self.page = Page(tuple(File(f.name, texts.get(f.name, f.text)) for f in self.page.files), self.page.assets)
        self.hints = draft.hints
        if draft.current in texts and any(file.name == draft.current for file in self.page.files):
            self.current, self.line, self.column = draft.current, draft.line, draft.column
        if texts.keys() - {file.name for file in self.page.files}:
            with contextlib.suppress(StorageError):
                self._desk.drafts.keep_version(self.person, self._task, draft.files, "other files")
                self.dirty = True

    def _replace(self, files: tuple[File, ...], why: str) -> None:
        if files == self.page.files:
            return
        self._desk.drafts.keep_version(self.person, self._task, self.page.files, why)
        self._end("The page changed while it was being checked.", "Check it again.")
        self.page = Page(files, self.page.assets)
        self.current, self.line, self.column, self.dirty = self.page.entry, 1, 1, True
        self.save()

    def _end(self, message: str, remedy: str) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.failed(CheckEndedError(message, remedy))

    def _unanswered(self, run: _Run, _sentence: str) -> None:
        self._finish(run, None)

    def _finish(self, run: _Run, answers: Answers | None) -> None:
        if run is not self._run:
            return  # an answer that comes late, after its check has ended
        self._run = None
        self.report = run.inspection.report(answers)
        try:
            self._record(self.report)
        except AppError as error:
            run.failed(error)
        else:
            run.done(self.report)

    def _record(self, report: Report) -> None:
        failing = [f.goal for f in report.findings if f.outcome is Outcome.FAILED and not f.advice]
        if not (report.passed or failing):
            return  # nothing but goals that could not be asked: that is no try
        store, step = self._desk.store, self.exercise.id
        so_far = progress.effort(store, self.person, self._ref, step)
        if so_far.passed:
            return  # done again for pleasure: nobody's business
        tries = so_far.tries + 1
        effort: dict[str, object] = {"tries": tries, "failed": so_far.failed + (not report.passed)}
        if failing:
            effort["first_failing_check"] = failing[0][:_GOAL_LIMIT]
        acts = [self._act("step.effort", effort)]
        if self._ref not in progress.lessons_with(store, self.person, "lesson.started"):
            acts.insert(0, self._act("lesson.started", {"rev": self.pack.version}, step=""))
        if report.passed:
            acts += self._passed(tries)
        store.commit(*acts)

    def _passed(self, tries: int) -> list[Act]:
        rev = self.pack.version
        body: dict[str, object] = {"rev": rev, "tries": tries, "hint": self.hints > 0, "answer_seen": False}
        passed = progress.passed_steps(self._desk.store, self.person, self._ref) | {self.exercise.id}
        acts = [self._act("step.passed", body)]
        if all(exercise.id in passed for exercise in self.lesson.exercises):
            acts.append(self._act("lesson.done", {"rev": rev}, step=""))
        return acts

    def _act(self, kind: str, body: dict[str, object], step: str | None = None) -> Act:
        return Act(kind, self.person, self._ref, self.exercise.id if step is None else step, body)


def next_exercise(lesson: Lesson, current: str, passed: Collection[str]) -> Exercise | None:
    """Where to go from an exercise: the next one not passed, else the first that was skipped; None when all are."""
    ids = [exercise.id for exercise in lesson.exercises]
    place = ids.index(current) + 1 if current in ids else 0
    round_trip = (*lesson.exercises[place:], *lesson.exercises[:place])
    return next((exercise for exercise in round_trip if exercise.id not in passed and exercise.id != current), None)
