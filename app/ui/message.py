"""The message under the goals: one thing at a time, where it is, what was found, what next; or that all is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.checks.report import Fault, Outcome, Place, Report
from app.ui.flow import Flow
from app.ui.notice import announce
from app.ui.parts import Button, column, label, row
from app.ui.text_view import TextView
from app.ui.theme import Theme

NEAR = ("-misspelt", "-mistyped", "-wrong", "-empty", "-case", "-level", "slip")  # what is there and is not quite it


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say about a page: words in front, the sentence, its place, and the hints of its goal."""

    lead: str
    text: str
    place: Place | None = None
    hints: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The whole, with the lead strong."""
        return f"**{self.lead}** {self.text}"


class MessageCard(QFrame):
    """Steps through messages. `place_asked_for` carries a Place, `shown` the message now seen."""

    place_asked_for = Signal(object)
    hint_asked_for = Signal()
    shown = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self.words = TextView(theme, strong="care")
        self.show_line = Button(theme, "Show me the line", small=True).with_keys("Alt+L")
        self.hint = Button(theme, "A hint", small=True)
        self.back = Button(theme, "", "tool").with_icon("chevron-left")
        self.forward = Button(theme, "", "tool").with_icon("chevron-right")
        self._count = label("", "small", wrap=False)
        self._messages: Sequence[Message] = ()
        self._at = 0
        lower = QWidget()
        lower.setLayout(Flow(self.show_line, self.hint, self._turning(), gap=2))
        self.setLayout(column(row(self.words, margins=(14, 12, 14, 6)), row(lower, margins=(8, 0, 4, 8))))
        self.show_line.clicked.connect(self._on_line_clicked)
        self.hint.clicked.connect(self.hint_asked_for)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is said now."""
        return self._messages[self._at] if self._messages else None

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Say the first of these; with none, say nothing."""
        self._messages, self._at = messages, 0
        self.setVisible(bool(messages))
        self._say()

    def _turning(self) -> QWidget:
        self.back.setAccessibleName("The message before")
        self.forward.setAccessibleName("The next message")
        self.back.setToolTip("The message before")
        self.forward.setToolTip("The next message")
        self.back.clicked.connect(self._on_back_clicked)
        self.forward.clicked.connect(self._on_forward_clicked)
        holder = QWidget()
        holder.setLayout(row(self.back, self._count, self.forward))
        return holder

    def _say(self) -> None:
        message = self.message
        if message is None:
            return
        self.words.show_line(message.line)
        self.show_line.setVisible(message.place is not None)
        many = len(self._messages) > 1
        for part in (self.back, self._count, self.forward):
            part.setVisible(many)
        self._count.setText(f"{self._at + 1} of {len(self._messages)}")
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._messages) - 1)
        self.setAccessibleName(self.words.toPlainText())
        self.shown.emit(message)
        announce(self, self.words.toPlainText())

    def _turn(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._messages) - 1)
        self._say()
        if not self.back.isEnabled():
            self.forward.setFocus()
        elif not self.forward.isEnabled():
            self.back.setFocus()

    def _on_back_clicked(self) -> None:
        self._turn(-1)

    def _on_forward_clicked(self) -> None:
        self._turn(1)

    def _on_line_clicked(self) -> None:
        if self.message and self.message.place:
            self.place_asked_for.emit(self.message.place)


class PassedCard(QFrame):
    """Says what was met, and what could still be better."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "passed")
        self.words = TextView(theme, strong="good")
        self.setLayout(row(self.words, margins=(14, 12, 14, 8)))
        self.hide()

    def show_report(self, report: Report) -> None:
        """Say that every goal is met."""
        goals = [finding for finding in report.findings if not finding.advice]
        many = {0: "It is done.", 1: "The goal is met.", 2: "Both goals are met."}
        met = many.get(len(goals)) or f"All {len(goals)} goals are met."
        self.words.show_line(f"**Passed.** {met} Your page is kept.")
        self.setAccessibleName(self.words.toPlainText())
        self.show()
        announce(self, self.words.toPlainText())


class HintsCard(QFrame):
    """The hints that were opened so far, one under the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "hint")
        self.words = TextView(theme, strong="teal")
        self.setLayout(row(self.words, margins=(14, 12, 14, 4)))
        self.hide()

    def show_hints(self, hints: Sequence[str]) -> None:
        """Show these, or nothing."""
        many = len(hints) > 1
        self.words.show_markdown("\n\n".join(f"**Hint{f' {n}' if many else ''}:** {h}" for n, h in enumerate(hints, 1)))
        self.setVisible(bool(hints))
        self.setAccessibleName(self.words.toPlainText())
        if hints:
            announce(self, f"Hint: {hints[-1]}")


def messages_of(report: Report) -> tuple[Message, ...]:
    """Everything there is to say about a report, what to say first standing first."""
    found = [_of_fault(slip) for slip in report.slips]
    ordered = sorted(report.findings, key=lambda finding: finding.advice)
    for finding in ordered:
        if finding.outcome is Outcome.UNCHECKED:
            found.append(
                Message("This could not be checked.", f"{finding.goal}. Check once more.", None, finding.hints)
            )
        elif finding.outcome is Outcome.FAILED:
            own = finding.if_not
            faults = [_of_fault(fault, own, finding.hints, advice=finding.advice) for fault in finding.faults]
            lead = "Advice:" if finding.advice else "Not there yet."
            found += faults or [Message(lead, own or f"{finding.goal}.", None, finding.hints)]
    return tuple(found)


def _of_fault(fault: Fault, own: str = "", hints: tuple[str, ...] = (), *, advice: bool = False) -> Message:
    near = "nearly there." if fault.kind.endswith(NEAR) else "not there yet."
    lead = f"Line {fault.place.line}: {near}" if fault.place else near.capitalize()
    if advice:
        lead = f"Advice, line {fault.place.line}:" if fault.place else "Advice:"
    return Message(lead, f"{fault.text} {own}".strip(), fault.place, hints)
