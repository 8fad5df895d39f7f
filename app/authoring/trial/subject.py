"""An exercise to be tried, with all that it takes: its lesson's assets, its place in the pack, the browser to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.authoring.examination import Render, examine
from app.checks.inspection import inspect
from app.checks.report import Outcome, Report
from app.checks.rules import Check
from app.packs.model import Exercise, Where
from app.page.page import File, Page


@dataclass(frozen=True, slots=True)
class Subject:
    """An exercise to be tried; `seed` chooses among the changes of its answer."""

    exercise: Exercise
    assets: Mapping[str, bytes]
    path: Path
    render: Render
    seed: int = 0

    @property
    def start(self) -> Page:
        """The page that a learner begins with."""
        return Page(self.exercise.start, self.assets)

    @property
    def answer(self) -> Page:
        """The page as it should be at the end."""
        return Page(self.exercise.answer, self.assets)

    def report(self, page: Page, checks: Sequence[Check] | None = None, *, rendered: bool = True) -> Report:
        """The report on a page by all goals, or by these; without the browser, goals that need it are unchecked."""
        given = self.exercise.checks if checks is None else checks
        return examine(given, page, self.render) if rendered else inspect(given, page).report(None)

    def passes(self, page: Page, checks: Sequence[Check] | None = None) -> bool:
        """Whether a page passes without a slip; the browser is asked only if its text alone says nothing against it."""
        by_text = self.report(page, checks, rendered=False)
        if fails(by_text) or not by_text.unchecked:
            return not fails(by_text)
        return self.report(page, checks).passed

    def where(self, line: int) -> Where:
        """A line of the exercise's own file."""
        return Where(self.path.as_posix(), line)

    def place(self, page: Page, name: str, line: int) -> Where:
        """Where a line of the start or the answer stands in the exercise's own file."""
        own = self.exercise
        files: tuple[File, ...] = page.files
        firsts = own.start_lines if files is own.start else own.answer_lines
        lines = dict(zip([file.name for file in files], firsts, strict=False))
        return self.where(lines[name] + line - 1 if name in lines else 0)


def fails(report: Report) -> bool:
    """Whether something is said against a page: a slip, or a goal that is not met and is no advice."""
    unmet = any(finding.outcome is Outcome.FAILED and not finding.advice for finding in report.findings)
    return unmet or bool(report.slips)
