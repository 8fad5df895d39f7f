"""Feels how long a page's frames take: one thread of ours composes every page, so a slow one holds the editor's up."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.browser.asking import LATE
from app.browser.painting import is_exposed
from app.browser.seal import SealedView

EVERY = 2000  # ms between two looks
SLOW = 1.5  # seconds for two frames; an ordinary page needs a thirtieth of one
LIMIT = 5.0  # seconds
TIMES = 3  # in a row: a moment in which the computer is busy is nobody's fault


class Pulse(QObject):
    """Asks a page that stands for two more frames, again and again; `stuck` where they keep taking too long."""

    stuck = Signal()

    def __init__(self, view: SealedView) -> None:
        super().__init__(view)
        self._view = view
        self._slow = 0
        self._asked_at = 0.0  # 0: nothing is asked
        self._timer = QTimer(self, singleShot=True, interval=EVERY)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """A page stands, as far as anybody knows."""
        if not self._asked_at and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """It does not any more."""
        self._timer.stop()
        self._slow, self._asked_at = 0, 0.0

    def _on_time(self) -> None:
        if is_exposed(self._view):
            self._asked_at = time.monotonic()
            self._view.ask("drawn", done=self._on_drawn, failed=self._on_not_drawn, limit=LIMIT)
        else:
            self._slow = 0  # nothing is painted that nobody can see
            self._timer.start()

    def _on_drawn(self, _answer: object) -> None:
        self._count(slow=time.monotonic() - self._asked_at > SLOW)

    def _on_not_drawn(self, sentence: str) -> None:
        if sentence == LATE:
            self._count(slow=is_exposed(self._view))

    def _count(self, *, slow: bool) -> None:
        self._slow = self._slow + 1 if slow else 0
        self._asked_at = 0.0
        if self._slow < TIMES:
            self.begin()
        else:
            self._slow = 0
            self.stuck.emit()
