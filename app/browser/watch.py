"""Watches how much memory a page takes, so that none can bring the program or the computer down.

A page takes memory in the process that draws it, and in our own: what is composed of its layers, filters and frames is
composed here.
"""

from __future__ import annotations

import os
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage

INTERVAL = 200  # ms; a page can take gigabytes in a second, and a look costs some 50 microseconds
MOST = 1 << 30  # bytes; an ordinary page takes a tenth
SHARE = 4  # and never more than a quarter of what the computer has


class MemoryWatch(QObject):
    """Looks at the memory of one page as long as it lives; `exceeded` each time that it is above `limit` bytes."""

    exceeded = Signal()

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__(page)
        self.limit = 0  # bytes; 0: what is usual on this computer
        self._page = page
        self._before = 0  # bytes that our own process had in use when the page was begun
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        page.loadStarted.connect(self._on_load_started)

    def _on_load_started(self) -> None:
        self._before = taken(os.getpid())
        self._timer.start(INTERVAL)

    def _on_time(self) -> None:
        limit = self.limit or usual_limit()
        if taken(self._page.renderProcessPid()) > limit or taken(os.getpid()) - self._before > limit:
            self.exceeded.emit()


@cache
def usual_limit() -> int:
    """How many bytes a page may take on this computer."""
    import psutil  # here, so that a window opens without it

    return min(MOST, psutil.virtual_memory().total // SHARE)


def taken(pid: int) -> int:
    """The bytes of memory that a process has in use; 0 where there is no such process, or it may not be asked."""
    import psutil

    try:
        return psutil.Process(pid).memory_info().rss if pid > 0 else 0
    except psutil.Error:
        return 0
