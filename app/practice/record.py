"""What one person's work at a step adds to what is recorded: a try, a pass, and the lesson that begins or is done."""

from __future__ import annotations

from dataclasses import dataclass

from app.checks.report import Outcome, Report
from app.packs.model import Exercise, Lesson, Pack
from app.progress import done
from app.progress.event import Act, lesson_ref
from app.progress.store import Store

_GOAL_LIMIT = 200  # letters of a goal that go into an event


@dataclass(frozen=True, slots=True)
class Work:
    """One person at one step, and whether they opened a hint there or saw the answer."""

    person: str
    pack: Pack
    lesson: Lesson
    exercise: Exercise
    hint: bool = False
    answer_seen: bool = False

    @property
    def ref(self) -> str:
        """The lesson as events name it."""
        return lesson_ref(self.pack.id, self.lesson.id)

    def effort(self, store: Store) -> done.Effort:
        """What was recorded of it so far."""
        return done.effort(store, self.person, self.ref, self.exercise.id)


def record_try(store: Store, work: Work, report: Report) -> None:
    """Record that the page was checked and how it came out. AppError where it cannot be.

    A report of nothing but goals that could not be asked is no try, and what was passed before is nobody's business.
    """
    failing = [f.goal for f in report.findings if f.outcome is Outcome.FAILED and not f.advice]
    so_far = work.effort(store)
    if so_far.passed or not (report.passed or failing):
        return
    tries = so_far.tries + 1
    effort: dict[str, object] = {"tries": tries, "failed": so_far.failed + (not report.passed)}
    if failing:
        effort["first_failing_check"] = failing[0][:_GOAL_LIMIT]
    acts = [_act(work, "step.effort", effort)]
    if work.ref not in done.lessons_with(store, work.person, "lesson.started"):
        acts.insert(0, _act(work, "lesson.started", {"rev": work.pack.version}, step=""))
    if report.passed:
        acts += _passed(store, work, tries)
    store.commit(*acts)


def record_pass(store: Store, work: Work) -> None:
    """Record that work which was tried before passes as it is, with the tries there were. AppError where it cannot."""
    store.commit(*_passed(store, work, work.effort(store).tries))


def _passed(store: Store, work: Work, tries: int) -> list[Act]:
    rev = work.pack.version
    help_taken: dict[str, object] = {"hint": work.hint, "answer_seen": work.answer_seen}
    acts = [_act(work, "step.passed", {"rev": rev, "tries": tries} | help_taken)]
    passed = done.passed_steps(store, work.person, work.ref) | {work.exercise.id}
    if all(exercise.id in passed for exercise in work.lesson.exercises):
        acts.append(_act(work, "lesson.done", {"rev": rev}, step=""))
    return acts


def _act(work: Work, kind: str, body: dict[str, object], step: str | None = None) -> Act:
    return Act(kind, work.person, work.ref, work.exercise.id if step is None else step, body)
