"""Trying a pack before it is handed out: an exercise's answer passes, its start does not, its pages hold together.

Harmless variants of the answer, and mistakes made mechanically in it, are tried here once they can be made
(PACK-FORMAT.md, points 2 and 3): `_tries` is their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.authoring.examination import Render, examine
from app.authoring.reading_age import reading_age
from app.checks.report import Fault, Finding, Outcome, Report
from app.checks.rules import Check
from app.packs.library import read_assets
from app.packs.model import Exercise, Pack, Where
from app.page.page import File, Page
from app.page.references import Reference, pictures_without_text, references_of, resolves


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that trying an exercise showed: its kind, where in the pack, what, and what to do about it.

    A mild one is worth a look and does not stop the pack from being handed out. Kinds: `answer`, `start`, `unchecked`,
    `cannot-fail`, `hints`, `missing`, `outside`, `picture-text`.
    """

    kind: str
    where: Where
    message: str
    remedy: str
    mild: bool = False


@dataclass(frozen=True, slots=True)
class ExerciseTrial:
    """What trying one exercise showed; `reading_age` in years where its text is long enough to tell."""

    lesson: str
    exercise: str
    title: str
    file: str
    remarks: tuple[Remark, ...]
    reading_age: int | None

    @property
    def passed(self) -> bool:
        """Nothing but mild remarks."""
        return all(remark.mild for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a pack showed, exercise by exercise."""

    exercises: tuple[ExerciseTrial, ...]

    @property
    def passed(self) -> bool:
        """Whether the pack is fit to be handed out."""
        return all(exercise.passed for exercise in self.exercises)

    @property
    def unchecked(self) -> bool:
        """Whether something could not be tried, since the browser did not answer."""
        return any(remark.kind == "unchecked" for exercise in self.exercises for remark in exercise.remarks)


def try_pack(pack: Pack, render: Render) -> Trial:
    """Try every exercise of a pack; PackError where its assets cannot be read."""
    tried = []
    for lesson in pack.lessons:
        assets = read_assets(lesson.folder)
        for exercise in lesson.exercises:
            subject = Subject(exercise, assets, exercise.path.relative_to(pack.folder), render)
            tried.append(try_exercise(subject, lesson.id))
    return Trial(tuple(tried))


@dataclass(frozen=True, slots=True)
class Subject:
    """An exercise to be tried, with its lesson's assets, its place in the pack, and the browser to ask."""

    exercise: Exercise
    assets: Mapping[str, bytes]
    path: Path
    render: Render

    def examine(self, checks: tuple[Check, ...], files: tuple[File, ...]) -> Report:
        """The report on these files of the exercise."""
        return examine(checks, Page(files, self.assets), self.render)

    def where(self, line: int) -> Where:
        """A line of the exercise's own file."""
        return Where(self.path.as_posix(), line)

    def place(self, files: tuple[File, ...], name: str, line: int) -> Where:
        """Where a line of the start or the answer stands in the exercise's own file."""
        own = self.exercise
        firsts = own.start_lines if files is own.start else own.answer_lines
        lines = dict(zip([file.name for file in files], firsts, strict=False))
        return self.where(lines[name] + line - 1 if name in lines else 0)


def try_exercise(subject: Subject, lesson: str) -> ExerciseTrial:
    """Everything that trying one exercise shows, in the order of its file."""
    exercise = subject.exercise
    remarks = [remark for trial in _tries(exercise) for remark in trial(subject)]
    remarks.sort(key=lambda remark: remark.where.line)
    age = reading_age(f"{exercise.learn}\n\n{exercise.do}")
    return ExerciseTrial(lesson, exercise.id, exercise.title, subject.path.as_posix(), tuple(remarks), age)


def _tries(exercise: Exercise) -> tuple[Callable[[Subject], Iterator[Remark]], ...]:
    if exercise.kind in ("reading", "quiz"):
        return (_try_references,)
    return (_try_goals, _try_hints, _try_references)


def _try_goals(subject: Subject) -> Iterator[Remark]:
    exercise = subject.exercise
    answer = subject.examine(exercise.checks, exercise.answer)
    start = subject.examine(exercise.checks, exercise.start)
    for slip in answer.slips:
        yield _at_fault("The answer has a slip.", slip, subject, 0)
    for check, finding in zip(exercise.checks, answer.findings, strict=True):
        yield from _unmet(check, finding, subject)
    if start.passed:
        remedy = "Take something out of the start, or add a goal for what is to be done."
        line = exercise.start_lines[0] if exercise.start_lines else 0
        yield Remark("start", subject.where(line), "The start meets every goal already.", remedy)
    met = [
        check
        for check, *findings in zip(exercise.checks, answer.findings, start.findings, strict=True)
        if all(finding.outcome is Outcome.PASSED for finding in findings)
    ]
    yield from _cannot_fail(tuple(met), subject)


def _unmet(check: Check, finding: Finding, subject: Subject) -> Iterator[Remark]:
    line = check.rule.line
    if finding.outcome is Outcome.UNCHECKED:
        message = f"The goal “{check.goal}” could not be tried: the browser did not answer."
        yield Remark("unchecked", subject.where(line), message, "Try the pack again.")
    elif finding.outcome is Outcome.FAILED:
        message = f"The answer does not meet the goal “{check.goal}”."
        for fault in finding.faults:
            yield _at_fault(message, fault, subject, line)
        if not finding.faults:
            yield Remark("answer", subject.where(line), message, "Mend the answer, or the block under the goal.")


def _at_fault(message: str, fault: Fault, subject: Subject, line: int) -> Remark:
    place = fault.place
    where = subject.place(subject.exercise.answer, place.file, place.line) if place else subject.where(line)
    return Remark("answer", where, f"{message} {fault.text}", "Mend the answer, or the block under the goal.")


def _cannot_fail(checks: tuple[Check, ...], subject: Subject) -> Iterator[Remark]:
    """Goals of these that an empty page meets too; audits are left out, since any later slip can fail them."""
    checks = tuple(check for check in checks if check.rule.reading != "audit")
    if not checks:
        return
    empty = subject.examine(checks, tuple(File(file.name, "") for file in subject.exercise.answer))
    for check, finding in zip(checks, empty.findings, strict=True):
        if finding.outcome is Outcome.PASSED:
            mild = check.advice or check.rule.reading == "html not"
            message = f"An empty page meets the goal “{check.goal}” too, and so does the start."
            remedy = "Say in its block what must be there." if not mild else "Keep it if it guards against a slip."
            yield Remark("cannot-fail", subject.where(check.rule.line), message, remedy, mild)


def _try_hints(subject: Subject) -> Iterator[Remark]:
    exercise = subject.exercise
    if not exercise.hints and not any(check.hints for check in exercise.checks):
        remedy = "Add `## Hints`, or a line `Hint:` under a goal."
        yield Remark("hints", subject.where(0), "Somebody who is stuck finds no hint here.", remedy, mild=True)


def _try_references(subject: Subject) -> Iterator[Remark]:
    """What the pages load and link to; the start may be wrong on purpose, so remarks on it alone are mild."""
    exercise = subject.exercise
    known: set[str] = set()
    for files in (exercise.answer, exercise.start):
        if not files:
            continue
        page = Page(files, subject.assets)
        mild = files is exercise.start and bool(exercise.answer)
        for reference in references_of(page):
            remark = _reference_remark(reference, page, subject.place(files, reference.file, reference.line), mild)
            if remark and remark.message not in known:
                known.add(remark.message)
                yield remark
    for name, line in pictures_without_text(Page(exercise.answer, subject.assets)):
        message, remedy = "A picture in the answer has no text.", 'Add `alt="…"`, or `alt=""` if it is decoration.'
        yield Remark("picture-text", subject.place(exercise.answer, name, line), message, remedy)


def _reference_remark(reference: Reference, page: Page, where: Where, mild: bool) -> Remark | None:
    address = f"`{reference.address.strip()}`"
    if reference.inline or (reference.outside and not reference.loaded):
        return None
    if reference.outside:
        remedy = "Put a copy into the lesson's `files/`, so that it works without a network."
        return Remark("outside", where, f"The page loads {address} from outside the pack.", remedy, mild)
    if resolves(reference, page):
        return None
    if reference.loaded:
        remedy = "Put it into the lesson's `files/`, or mend the name; capitals matter."
        return Remark("missing", where, f"The page loads {address}, and there is no such file.", remedy, mild)
    message = f"A link leads to {address}, and there is no such page or place."
    return Remark("missing", where, message, "Mend the link, or add what it leads to.", mild)
