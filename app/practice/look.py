"""One page on its way to a report: first what its text tells, then, with the browser's answers, the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.checks.report import Finding, Outcome, Report
from app.checks.rules import Check
from app.page.page import Page
from app.practice.inspector import Answers, Inquiry, Inspect, Result

Ask = Callable[
    [dict[str, bytes], str, Sequence[Mapping[str, Any]], Callable[[Answers], None], Callable[[str], None]], object
]
"""`Probe.ask`."""


class Look:
    """`told(report, whole)` is called with what the text tells, if more can come, and exactly once with the whole.

    What nobody could tell is unchecked. Once it was ended, nothing is told any more.
    """

    def __init__(self, inspect: Inspect, ask: Ask, inquiry: Inquiry, told: Callable[[Report, bool], None]) -> None:
        self._inspect, self._ask, self._inquiry, self._told = inspect, ask, inquiry, told
        self._report = _unchecked(inquiry.checks)
        self._ended = False

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        return self._inquiry.page

    def begin(self) -> None:
        """Look at the text."""
        self._inspect(self._inquiry, self._on_read)

    def end(self) -> None:
        """Let it go, whatever may still come."""
        self._ended = True

    def _on_read(self, result: Result | None) -> None:
        if result is None or not result.questions:
            self._on_answers_weighed(result)
            return
        self._report = result.report
        self._tell(whole=False)
        if not self._ended:
            self._ask(self.page.served(), self.page.entry, result.questions, self._on_answered, self._on_not_answered)

    def _on_answered(self, answers: Answers) -> None:
        if not self._ended:
            self._inspect(replace(self._inquiry, answers=answers), self._on_answers_weighed)

    def _on_not_answered(self, _sentence: str) -> None:
        self._tell(whole=True)

    def _on_answers_weighed(self, result: Result | None) -> None:
        if result is not None:
            self._report = result.report
        self._tell(whole=True)

    def _tell(self, *, whole: bool) -> None:
        if not self._ended:
            self._told(self._report, whole)


def _unchecked(checks: Sequence[Check]) -> Report:
    """The report where nobody could look."""
    return Report(
        tuple(Finding(c.goal, Outcome.UNCHECKED, (), c.advice, c.if_not, c.hints) for c in checks),
    )
