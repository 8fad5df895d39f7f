"""Point 1 of a trial: the answer meets every goal, the start does not, and each goal can fail."""

from __future__ import annotations

from collections.abc import Iterator

from app.authoring.trial.remark import Remark
from app.authoring.trial.subject import Subject
from app.checks.report import Fault, Finding, Outcome
from app.checks.rules import Check
from app.page.page import File, Page


def try_goals(subject: Subject) -> Iterator[Remark]:
    """What the goals say of the answer, of the start, and of an empty page."""
    exercise = subject.exercise
    answer = subject.report(subject.answer)
    start = subject.report(subject.start)
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
    where = subject.place(subject.answer, place.file, place.line) if place else subject.where(line)
    return Remark("answer", where, f"{message} {fault.text}", "Mend the answer, or the block under the goal.")


def _cannot_fail(checks: tuple[Check, ...], subject: Subject) -> Iterator[Remark]:
    """Goals of these that an empty page meets too; audits are left out, since any later slip can fail them."""
    checks = tuple(check for check in checks if check.rule.reading != "audit")
    if not checks:
        return
    empty = Page(tuple(File(file.name, "") for file in subject.exercise.answer), subject.assets)
    for check, finding in zip(checks, subject.report(empty, checks).findings, strict=True):
        if finding.outcome is Outcome.PASSED:
            mild = check.advice or check.rule.reading == "html not"
            message = f"An empty page meets the goal “{check.goal}” too, and so does the start."
            remedy = "Say in its block what must be there." if not mild else "Keep it if it guards against a slip."
            yield Remark("cannot-fail", subject.where(check.rule.line), message, remedy, mild)
