"""Puts one person's sitting on the lesson screen: typing goes to the draft and the preview, a check to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.checks.report import Report
from app.desk.leading import Leading
from app.desk.looking import Looking
from app.desk.pointing import Pointing
from app.desk.showing import Showing
from app.errors import AppError, StorageError
from app.page.trail import Trail
from app.practice.sitting import CheckEndedError, Sitting
from app.ui.lesson import Lesson

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.editor import Editor
    from app.browser.preview import Preview

SAVE_AFTER = 500  # ms from the first letter that is not on the disk; well within a second
TRY_AGAIN_AFTER = 3000  # ms, where the disk did not take it


class LessonDesk(QObject):
    """`passed` after a pass was recorded and shown; `problem(AppError)` for the line under the bar."""

    passed = Signal()
    page_shown = Signal(object)  # the Page as it is in the preview now
    left = Signal()  # no exercise is in front any more
    problem = Signal(object)

    def __init__(self, screen: Lesson, editor: Editor, preview: Preview) -> None:
        super().__init__(screen)
        self.screen = screen
        self.sitting: Sitting | None = None
        self._last: Sitting | None = None  # left, and no other opened yet
        self._unsaved: list[Sitting] = []  # left while the disk refused what was typed
        self.editor, self.preview = editor, preview
        self.looking, self._showing = Looking(screen), Showing(screen, preview)
        self._showing.shown.connect(self.page_shown)
        self.left.connect(self._showing.stop)
        self.pointing, self._leading = Pointing(screen, editor, preview), Leading(screen, preview)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.timeout.connect(self.save)
        editor.text_edited.connect(self._on_text_edited)
        editor.trail_kept.connect(self._on_trail_kept)
        editor.cursor_moved.connect(self._on_cursor_moved)
        editor.stopped.connect(self._on_editor_stopped)
        screen.check_requested.connect(self._on_check_requested)
        screen.hint_opened.connect(self._on_hint_opened)
        screen.start_again_requested.connect(self._on_start_again_requested)

    def open(self, sitting: Sitting) -> None:
        """This sitting is in front from now on; the one before was left. The window shows its LessonView next."""
        self.leave()
        self.sitting, self._last = sitting, None
        self.editor.assets = tuple(sitting.page.assets)
        self.looking.follow(sitting)
        self._point_from(sitting)
        self._show_page()
        if sitting.notice:
            self.problem.emit(sitting.notice)

    def leave(self) -> None:
        """Leave the exercise; where the disk refuses what was typed, that is said and tried again."""
        sitting, self.sitting = self.sitting, None
        self.left.emit()
        self.looking.follow(None)
        self._point_from(None)
        if sitting is None:
            return
        self._last = sitting
        try:
            sitting.close()
        except StorageError as error:
            self._unsaved.append(sitting)
            self._save.start(TRY_AGAIN_AFTER)
            self.problem.emit(error)

    def save(self) -> bool:
        """Put all that was typed on the disk now; where it refuses, say why, try again later, and give False."""
        self._save.stop()
        try:
            for sitting in self._unsaved[:]:
                sitting.save()
                self._unsaved.remove(sitting)
            if self.sitting is not None:
                self.sitting.save()
        except StorageError as error:
            self.screen.show_unsaved(str(error))
            self._save.start(TRY_AGAIN_AFTER)
            return False
        self.screen.show_saved()
        return True

    def _point_from(self, sitting: Sitting | None) -> None:
        self.pointing.follow(sitting)
        self._leading.follow(sitting)

    def _show_page(self) -> None:
        if self.sitting is not None:
            self._showing.show(self.sitting.page)

    def _on_text_edited(self, file: str, text: str) -> None:
        if self.sitting is None:
            self._keep_late(file, text)
            return
        before = self.sitting.page.text(file)
        if text == before:
            return
        self.sitting.text_changed(file, text)
        self.looking.typed(file, before, text)
        self._showing.typed(self.sitting.page, file, before)
        self._save_soon()

    def _keep_late(self, file: str, text: str) -> None:
        """A letter that was on its way when the exercise was left."""
        last = self._last
        if last is None:
            return
        last.text_changed(file, text)
        if last.dirty and last not in self._unsaved:
            self._unsaved.append(last)
            self._save.start(SAVE_AFTER)

    def _on_trail_kept(self, file: str, trail: Trail) -> None:
        if self.sitting is not None:
            self.sitting.trails.keep(file, trail)
            self._save_soon()

    def _on_cursor_moved(self, file: str, line: int, column: int) -> None:
        if self.sitting is not None:
            self.sitting.cursor_moved(file, line, column)
            self.looking.cursor_moved(file, line)

    def _on_hint_opened(self, _open: int) -> None:
        if self.sitting is not None:
            self.sitting.hint_opened()
            self._save_soon()

    def _save_soon(self) -> None:
        if self.sitting is not None and self.sitting.dirty and not self._save.isActive():
            self._save.start(SAVE_AFTER)

    def _on_check_requested(self) -> None:
        if self.sitting is not None:
            self.screen.show_checking()
            self.sitting.check(self._on_checked, self._on_not_checked)

    def _on_checked(self, report: Report) -> None:
        self._show_report(report)
        if report.passed:
            self.passed.emit()

    def _on_not_checked(self, error: AppError) -> None:
        report = self.sitting.report if self.sitting else None
        if isinstance(error, CheckEndedError) or report is None or report.passed:
            self.screen.show_check_failed()  # a pass that is not recorded is not shown: it would be a tick that is lost
        else:
            self._show_report(report)
        if not isinstance(error, CheckEndedError):
            self.problem.emit(error)

    def _show_report(self, report: Report) -> None:
        self.screen.show_report(report)
        self.looking.checked(report)
        self._save_soon()

    def _on_start_again_requested(self) -> None:
        if self.sitting is None:
            return
        try:
            self.sitting.start_again()
        except StorageError as error:
            self.problem.emit(error)
            return
        self.show_text()

    def show_text(self) -> None:
        """The sitting's text became another one by itself: show it everywhere. Undo knows the way back."""
        if self.sitting is None:
            return
        self.looking.follow(self.sitting)
        files = self.sitting.page.files
        trails = self.sitting.trails.known
        self.editor.open_files([(file.name, file.text) for file in files], self.sitting.current, trails)
        self._show_page()
        self.screen.show_saved()

    def _on_editor_stopped(self, sentence: str) -> None:
        self.problem.emit(sentence)
