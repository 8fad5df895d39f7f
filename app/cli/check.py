"""`midweek check EXERCISE.md --page PAGE`: a page against the goals of an exercise.

With `--json`, one object::

    {"exercise": "headings", "passed": false,
     "goals": [{"goal": "The heading is dark green", "outcome": "passed" | "failed" | "unchecked", "advice": false,
                "if_not": "", "hints": [], "messages": [MESSAGE]}],
     "slips": [MESSAGE]}

A MESSAGE is described in app/cli/messages.py. `slips` are mistypings found before the goals were looked at. Exit code 2
where no goal failed and the browser did not answer for one: that is neither passed nor not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.authoring.examination import Render, examine
from app.checks.report import Fault, Finding, Outcome, Report
from app.cli.messages import message
from app.cli.outcome import NOT_PASSED, PASSED, counted, say, say_json
from app.cli.pages import read_page
from app.errors import BrowserError, PackError, UsageError
from app.packs.assets import read_assets
from app.packs.model import Exercise
from app.packs.reader import read_exercise


def check(exercise_path: str, page_path: str, as_json: bool, render: Render) -> int:
    """Check a page and print what came of it; the exit code."""
    exercise = _read_exercise(Path(exercise_path))
    page = read_page(Path(page_path), read_assets(exercise.path.parent))
    report = examine(exercise.checks, page, render)
    if as_json:
        say_json(_as_json(exercise, report))
    else:
        _print(exercise, report, page.entry)
    if report.passed:
        return PASSED
    if any(finding.outcome is Outcome.FAILED and not finding.advice for finding in report.findings):
        return NOT_PASSED
    raise BrowserError("The browser did not answer, so some goals could not be checked.", "Try again.")


def _read_exercise(path: Path) -> Exercise:
    reading = read_exercise(path)
    if reading.exercise is None:
        first, *others = reading.problems
        line = f", line {first.where.line}" if first.where.line else ""
        more = f" (and {counted(len(others), 'more problem')}: `midweek pack lint {path}` lists them)" if others else ""
        raise PackError(f"{path}{line}: {first.message}", f"{first.remedy}{more}")
    if not reading.exercise.checks:
        raise UsageError(
            f"{path} is a {reading.exercise.kind}: it has no page to check.", "Give an exercise or a project."
        )
    return reading.exercise


def _as_json(exercise: Exercise, report: Report) -> dict[str, Any]:
    goals = [
        {
            "goal": finding.goal,
            "outcome": finding.outcome.value,
            "advice": finding.advice,
            "if_not": finding.if_not,
            "hints": list(finding.hints),
            "messages": [message(fault) for fault in finding.faults],
        }
        for finding in report.findings
    ]
    slips = [message(slip) for slip in report.slips]
    return {"exercise": exercise.id, "passed": report.passed, "goals": goals, "slips": slips}


def _print(exercise: Exercise, report: Report, entry: str) -> None:
    say(exercise.title)
    say()
    for slip in report.slips:
        say(f"  {'slip':<11}{_sentence(slip, entry)}")
    for finding in report.findings:
        say(f"  {_word(finding):<11}{finding.goal}")
        if finding.outcome is Outcome.FAILED:
            for text in filter(None, (finding.if_not, *(_sentence(fault, entry) for fault in finding.faults))):
                say(f"{'':<13}{text}")
    say()
    goals = [finding for finding in report.findings if not finding.advice]
    met = sum(finding.outcome is Outcome.PASSED for finding in goals)
    say(f"{met} of {counted(len(goals), 'goal')} met." if met < len(goals) else f"All {counted(met, 'goal')} met.")


def _word(finding: Finding) -> str:
    if finding.outcome is Outcome.FAILED:
        return "advice" if finding.advice else "not yet"
    return finding.outcome.value


def _sentence(fault: Fault, entry: str) -> str:
    if fault.place is None:
        return fault.text
    file = "" if fault.place.file == entry else f"{fault.place.file}, "
    where = f"{file}line {fault.place.line}: "
    return f"{where[0].upper() if not file else where[0]}{where[1:]}{fault.text}"
