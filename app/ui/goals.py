"""What the page should have: a line a goal, ticked as it is met, the next one standing out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.checks.report import Finding, Outcome
from app.checks.rules import Check
from app.ui.marks import State, Tick
from app.ui.parts import clear, column, label, row, widgets_in
from app.ui.text_view import TextView
from app.ui.theme import Theme

SAID: dict[State, str] = {
    "passed": "met",
    "next": "not met yet, next",
    "open": "not met yet",
    "unchecked": "could not be checked",
    "advice": "advice, not met yet",
}


class Goals(QWidget):
    """Shows an exercise's checks, then the findings of a report on them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(gap=9)
        self._title = label("Your page should have", "h3")
        self.setLayout(column(self._title, 8, self._lines))

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show the goals before anything was checked."""
        self._show([(check.goal, Outcome.FAILED, check.advice) for check in checks])

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show how each goal came out."""
        self._show([(finding.goal, finding.outcome, finding.advice) for finding in findings])

    def lines(self) -> list[GoalLine]:
        """The lines, in order."""
        return widgets_in(self._lines, GoalLine)

    def _show(self, goals: Sequence[tuple[str, Outcome, bool]]) -> None:
        self.setVisible(bool(goals))
        clear(self._lines)
        following = True
        for goal, outcome, advice in goals:
            state = _state(outcome, advice=advice, following=following)
            following = following and state != "next"
            self._lines.addWidget(GoalLine(self._theme, goal, state))


class GoalLine(QWidget):
    """One goal and its state."""

    def __init__(self, theme: Theme, goal: str, state: State) -> None:
        super().__init__()
        self.goal, self.state = goal, state
        words = TextView(theme)
        words.show_line(f"**{goal}**" if state == "next" and "**" not in goal else goal)
        tick = Tick(theme, state)
        inside = row(gap=10)
        inside.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(words, 1)
        if state == "advice":
            inside.addWidget(label("advice", "softsmall", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)
        self.setAccessibleName(f"{goal}: {SAID[state]}")


def _state(outcome: Outcome, *, advice: bool, following: bool) -> State:
    if outcome is Outcome.PASSED:
        return "passed"
    if outcome is Outcome.UNCHECKED:
        return "unchecked"
    if advice:
        return "advice"
    return "next" if following else "open"
