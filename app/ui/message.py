"""The message under the goals: one thing at a time, where it is, what was found, what next; or that all is met."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.checks.report import Report
from app.ui.flow import Flow
from app.ui.messages import RIGHT_NOW, Message, still
from app.ui.notice import announce
from app.ui.parts import Button, column, label, restyle, row
from app.ui.text_view import TextView
from app.ui.theme import Theme


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
        lower.setLayout(Flow(self.show_line, self.hint, self._turning(), gap=0))
        self.setLayout(column(row(self.words, margins=(14, 12, 14, 6)), row(lower, margins=(8, 0, 0, 8))))
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
        self._say()
        if self.message:
            announce(self, self.words.toPlainText())

    def show_look(self, report: Report) -> None:
        """Let go of what is no longer so, saying only that it is right now; what still is so keeps its words.

        While the keyboard is in the card nothing of it is taken from under it.
        """
        focus = self.window().focusWidget()
        if not self._messages or (focus is not None and self.isAncestorOf(focus)):
            return
        kept = [still(message, report) for message in self._messages]
        left = [message for message in kept if message is not None]
        if self.message is not RIGHT_NOW and kept[self._at] is None:
            self._messages, self._at = [RIGHT_NOW, *left], 0
            announce(self, RIGHT_NOW.lead)
        else:
            self._at = sum(message is not None for message in kept[: self._at])
            self._messages = left
        self._say()

    def _turning(self) -> QWidget:
        self.back.setAccessibleName("The message before")
        self.forward.setAccessibleName("The next message")
        self.back.setToolTip("The message before")
        self.forward.setToolTip("The next message")
        self.back.clicked.connect(self._on_back_clicked)
        self.forward.clicked.connect(self._on_forward_clicked)
        holder = QWidget()
        holder.setLayout(row(self.back, self._count, self.forward, gap=4))  # a ring of focus covers no figure
        return holder

    def _say(self) -> None:
        message = self.message
        self.setVisible(message is not None)
        if message is None:
            return
        good = message is RIGHT_NOW
        self.setProperty("role", "passed" if good else "message")
        restyle(self)
        self.words.set_strong("good" if good else "care")
        self.words.show_line(message.line)
        self.show_line.setVisible(message.place is not None)
        many = len(self._messages)
        for part in (self.back, self._count, self.forward):
            part.setVisible(many > 1)
        self._count.setText(f"{many - 1} more" if good else f"{self._at + 1} of {many}")
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._messages) - 1)
        self.setAccessibleName(self.words.toPlainText())
        self.shown.emit(message)

    def _turn(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._messages) - 1)
        self._say()
        announce(self, self.words.toPlainText())
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
