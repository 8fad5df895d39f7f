"""Lets the window go when everything is kept; letters that are still on their way are waited for, but not for long.

Where the disk refuses, that is said once, and the window closes when it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication

from app.errors import AppError
from app.ui.window import Window

if TYPE_CHECKING:  # a start can do without
    from app.browser.editor_messages import Message
    from app.desk.lesson import LessonDesk

PATIENCE = 500  # ms
REFUSED = AppError("What you typed is not on the disk yet.", "Leave the window open, or close it again to lose it.")


class Closing(QObject):
    """Of one window; `kept` is called when it goes. Once it is `at_once`, nothing is waited for."""

    def __init__(self, window: Window, kept: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._kept = window, kept
        self._desk: LessonDesk | None = None
        self._settled = self._warned = self.at_once = False
        self._limit = QTimer(self, singleShot=True, interval=PATIENCE)
        self._limit.timeout.connect(self._on_settled)
        window.closing.connect(self._on_closing)

    def follow(self, desk: LessonDesk) -> None:
        """There is a desk now, at which somebody may be typing."""
        self._desk = desk
        desk.editor.said.connect(self._on_said)

    def _on_closing(self, event: QCloseEvent) -> None:
        if self._is_early():
            event.ignore()
            return
        self._settled = False
        if self._desk is None or self._desk.save() or self._warned:
            self._kept()
            return
        self._warned = True
        event.ignore()
        self._window.show_notice(REFUSED)

    def _is_early(self) -> bool:
        """Whether the editor is to be asked first; whoever asks a second time does not wait."""
        if self._desk is None or self._desk.sitting is None or self._settled or self.at_once:
            return False
        if self._limit.isActive() or _is_shutting_down():
            return False
        self._desk.editor.tell("settle")
        self._limit.start()
        return True

    def _on_said(self, message: Message) -> None:
        if message.what == "settled" and self._limit.isActive():
            self._on_settled()

    def _on_settled(self) -> None:
        self._limit.stop()
        self._settled = True
        self._window.close()


def _is_shutting_down() -> bool:
    """Whether the computer is: who waits then would stop it."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
