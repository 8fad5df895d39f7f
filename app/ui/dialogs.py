"""The two questions and statements that need a window of their own: something went wrong, and start again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from app.ui.focus import FocusRing
from app.ui.parts import Button, column, label, row
from app.ui.theme import Theme


class BugDialog(QDialog):
    """Says calmly that something in Midweek went wrong, that the work is kept, and where the log lies."""

    def __init__(self, theme: Theme, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Midweek")
        where = label(
            f"What happened is written in {log}. Whoever looks after Midweek for you can read it there.", "soft"
        )
        close = Button(theme, "Go on", "main")
        close.clicked.connect(self.accept)
        words = label("You can go on. If it happens again, close Midweek and open it once more.")
        _fill(self, theme, [label("Something in Midweek went wrong. Your work is kept.", "h2"), words, where], [close])


class StartAgainDialog(QDialog):
    """Asks before an exercise's files are put back to their start; `accepted` is the answer yes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Start again")
        keep, again = Button(theme, "Keep my page", "main"), Button(theme, "Start again", "quiet")
        keep.clicked.connect(self.reject)
        again.clicked.connect(self.accept)
        words = label(
            "Your page goes back to how it was when you opened this exercise first. "
            "Ticks you have earned stay, and Ctrl+Z in the editor brings your text back."
        )
        _fill(self, theme, [label("Start this exercise again?", "h2"), words], [keep, again])
        keep.setFocus()


def _fill(dialog: QDialog, theme: Theme, words: list[QWidget], buttons: list[QWidget]) -> None:
    dialog.setModal(True)
    dialog.setLayout(column(*words, 8, row(None, *buttons, gap=10), gap=10, margins=(24, 22, 24, 20)))
    dialog.setMinimumWidth(min(theme.px(460), 900))
    FocusRing(theme, dialog)
