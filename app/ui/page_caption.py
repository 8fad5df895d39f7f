"""The line under the page: what the cursor's place means there, and a menu of the rules that style it.

It is always as high as its usual sentences need, so that the page over it does not jump while the cursor is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.checks.report import Place
from app.ui.parts import Button, label, row
from app.ui.theme import Theme

MARGINS = (14, 3, 10, 3)
WAITING = "The page waits while a tag is half typed."
USUAL = "This rule matches nothing on this page yet."  # as long as what is mostly said here


@dataclass(frozen=True, slots=True)
class Way:
    """Words in a menu, and the place that they lead to; None: they are only said."""

    words: str
    place: Place | None = None


class PageCaption(QWidget):
    """`rules_asked_for` wants `show_ways` called; `place_chosen(Place)` was chosen there."""

    rules_asked_for = Signal()
    place_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = label("", "small")
        self._said, self._tag, self._waiting = "", "", False
        self.rules = Button(theme, "Styled by…", "tool").with_icon("paintbrush")
        self.rules.setToolTip("Show the rules that style this (F9)")
        self.rules.clicked.connect(self.rules_asked_for)
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._on_chosen)
        inside = row(margins=MARGINS, gap=8)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(inside)
        theme.changed.connect(self._keep_height)
        self.say("")

    def say(self, words: str, tag: str = "") -> None:
        """What is said about the cursor's place; `tag`: of the element whose rules can be shown, "" for none."""
        self._said, self._tag = words, tag
        self.words.setText(WAITING if self._waiting else words)
        self.rules.setVisible(bool(tag) and not self._waiting)
        self.rules.setAccessibleName(f"Show the rules that style this {tag}")

    def set_waiting(self, waiting: bool) -> None:
        """Whether the page is an earlier one than the text, since no tag stands half typed in it."""
        if waiting != self._waiting:
            self._waiting = waiting
            self.say(self._said, self._tag)

    def show_ways(self, ways: Sequence[Way], at: QPoint | None = None) -> None:
        """Open a menu of places to go to, at a point of the screen, or over the button."""
        self.menu.clear()
        for way in ways:
            if len(self.menu.actions()) == 1:
                self.menu.addSeparator()  # between the thing itself and what belongs to it
            action = self.menu.addAction(way.words.replace("&", "&&"))
            action.setData(way.place)
            action.setEnabled(way.place is not None)
        if at is None:
            beside = self.rules if self.rules.isVisible() else self.words
            at = beside.mapToGlobal(QPoint(0, -self.menu.sizeHint().height()))
        self.menu.popup(at)
        able = [action for action in self.menu.actions() if action.isEnabled()]
        if able:
            self.menu.setActiveAction(able[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap for another width."""
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        left, top, right, bottom = MARGINS
        room = QRect(0, 0, max(self.width() - left - right, 1), 10_000)
        words = self.words.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, USUAL).height()
        self.setMinimumHeight(max(words, self.rules.sizeHint().height()) + top + bottom)

    def _on_chosen(self, action: QAction) -> None:
        self.place_chosen.emit(action.data())
