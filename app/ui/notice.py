"""One quiet line for one-sentence messages: what happened, what to do next, and Close; nothing has to be answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.errors import AppError
from app.ui.parts import Button, label, row
from app.ui.theme import Theme


class Notice(QFrame):
    """Shown above a screen until it is closed or another message takes its place.

    `action_chosen`: what was offered with the message is wanted.
    """

    action_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._words = label("")
        self.close_button = Button(theme, "Close", small=True).with_icon("x")
        self.close_button.clicked.connect(self.hide)
        self.action = Button(theme, "", small=True)
        self.action.clicked.connect(self._on_action_clicked)
        inside = row(self._words, self.action, self.close_button, gap=16, margins=(20, 8, 20, 8))
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_message(self, message: AppError | str, action: str = "") -> None:
        """Say one thing, and offer one to do, in a word or two, where there is one."""
        self._words.setText(str(message))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(self.text)
        self.show()
        announce(self, self.text)

    def _on_action_clicked(self) -> None:
        self.hide()
        self.action_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
