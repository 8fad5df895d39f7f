"""What the page should have: a line a goal, ticked as it is met, the next one standing out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.checks.report import Finding, Outcome
from app.checks.rules import Check
from app.ui.marks import State, Tick
from app.ui.notice import announce
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
    """Shows an exercise's checks, then how they come out: by a check, or by a look while somebody types."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = column(gap=9)
        self._title = label("Your page should have", "h3")
        self.setLayout(column(self._title, 8, self._lines))

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show the goals before anything was checked."""
        clear(self._lines)
        for check in checks:
            self._lines.addWidget(GoalLine(self._theme, check.goal, advice=check.advice))
        self.setVisible(bool(checks))
        self._show()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show how each goal came out in a check; they are those of the checks, in their order."""
        for line, finding in zip(self.lines(), findings, strict=True):
            line.outcome = finding.outcome
        self._show()

    def show_look(self, findings: Sequence[Finding]) -> None:
        """Tick what is met and untick what is not; what nobody could tell of stays as it was."""
        met = []
        for line, finding in zip(self.lines(), findings, strict=True):
            if finding.outcome is Outcome.PASSED and line.outcome is not Outcome.PASSED:
                met.append(line.goal)
            if finding.outcome is not Outcome.UNCHECKED:
                line.outcome = finding.outcome
        self._show()
        if met:
            announce(self, f"Met: {', '.join(met)}")

    @property
    def all_met(self) -> bool:
        """Whether every goal that is not advice is ticked, and there is one."""
        outcomes = {line.outcome for line in self.lines() if not line.advice}
        return outcomes == {Outcome.PASSED}

    def lines(self) -> list[GoalLine]:
        """The lines, in order."""
        return widgets_in(self._lines, GoalLine)

    def _show(self) -> None:
        following = True
        for line in self.lines():
            line.show_outcome(following=following)
            following = following and line.state != "next"


class GoalLine(QWidget):
    """One goal, how it came out last, and the state it is shown in."""

    def __init__(self, theme: Theme, goal: str, *, advice: bool) -> None:
        super().__init__()
        self.goal, self.advice = goal, advice
        self.outcome = Outcome.FAILED
        self.state: State | None = None
        self._tick, self._words = Tick(theme), TextView(theme)
        self._advice = label("advice", "softsmall", wrap=False)
        inside = row(gap=10)
        inside.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._advice, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)

    def show_outcome(self, *, following: bool) -> None:
        """Show the outcome; the first goal not met stands out, if this is it."""
        state = _state(self.outcome, advice=self.advice, following=following)
        if state == self.state:
            return
        self.state = state
        self._tick.set_state(state)
        self._words.show_line(f"**{self.goal}**" if state == "next" and "**" not in self.goal else self.goal)
        self._advice.setVisible(state == "advice")
        self.setAccessibleName(f"{self.goal}: {SAID[state]}")


def _state(outcome: Outcome, *, advice: bool, following: bool) -> State:
    if outcome is Outcome.PASSED:
        return "passed"
    if outcome is Outcome.UNCHECKED:
        return "unchecked"
    if advice:
        return "advice"
    return "next" if following else "open"
