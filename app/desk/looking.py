"""Looks at the page shortly after each pause in the typing, and shows what it saw; nothing of it counts as a try."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.checks.report import Report
from app.practice.patience import Patience
from app.practice.sitting import Sitting
from app.ui.lesson import Lesson

LOOK_AFTER = 500  # ms since the last key
SPEAK_AFTER = 3000  # ms since the last key, after which a slip is told though the cursor is still on its line


class Looking(QObject):
    """Follows one sitting at a time on the lesson screen; whoever wires it says what is typed and checked."""

    def __init__(self, screen: Lesson) -> None:
        super().__init__(screen)
        self._screen = screen
        self._sitting: Sitting | None = None
        self._patience = Patience()
        self._report: Report | None = None  # of the page as it stands; None where it was not looked at yet
        self._look, self._speak = QTimer(self), QTimer(self)
        for timer, interval, slot in (
            (self._look, LOOK_AFTER, self._on_look_due),
            (self._speak, SPEAK_AFTER, self._on_long_pause),
        ):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(slot)
        screen.tabs.file_chosen.connect(self._on_file_chosen)

    def follow(self, sitting: Sitting | None) -> None:
        """Look at this one from now on, and soon, if something was typed in it on another day."""
        self._sitting, self._report, self._patience = sitting, None, Patience()
        self._look.stop()
        self._speak.stop()
        if sitting is not None and sitting.page.files != sitting.exercise.start:
            self._look.start()

    def typed(self, file: str, before: str, after: str) -> None:
        """A text became another one."""
        self._report = None
        self._patience.typed(file, before, after)
        self._look.start()
        self._speak.start()

    def cursor_moved(self, file: str, line: int) -> None:
        """The cursor is here now."""
        if self._patience.cursor_moved(file, line):
            self._tell()
        elif self._speak.isActive():
            self._speak.start()

    def checked(self, report: Report) -> None:
        """A check has told all there is about the page as it stands."""
        self._report = report
        self._patience.remember(report.slips)

    def _tell(self) -> None:
        if self._report is not None:
            self._screen.code.mark_look(self._report, self._patience.tell(self._report.slips))

    def _on_look_due(self) -> None:
        if self._sitting is not None:
            self._sitting.look(self._on_seen)

    def _on_seen(self, report: Report, whole: bool) -> None:
        self._report = report if whole else None
        self._screen.show_look(report, self._patience.tell(report.slips) if whole else None)

    def _on_long_pause(self) -> None:
        if self._patience.paused():
            self._tell()

    def _on_file_chosen(self, name: str) -> None:
        self.cursor_moved(name, 0)  # wherever it is there, it has left the line that was typed
