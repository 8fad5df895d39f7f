"""Takes the page in front out of Midweek: to the browser, a folder or a zip; the window waits for no disk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.desk.lesson import LessonDesk
from app.errors import AppError
from app.page.page import Page
from app.practice.copies import folder_name, write_folder, write_for_browser, write_zip
from app.practice.sitting import Sitting

Write = Callable[[], Path]


class Copying(QObject):
    """`said` carries a sentence or an AppError for the line under the bar; `dialog` is the one that asks where to."""

    said = Signal(object)
    _ended = Signal(object)  # what to call on the window's thread

    def __init__(self, desk: LessonDesk, opened: Path) -> None:
        """`opened`: the folder of Midweek's own from which this computer's browser is shown pages."""
        super().__init__(desk)
        self._desk, self._opened = desk, opened
        self.dialog: QFileDialog | None = None
        self._ended.connect(self._on_ended)
        desk.screen.commands.command_chosen.connect(self._on_command_chosen)

    def _on_command_chosen(self, name: str) -> None:
        sitting = self._desk.sitting
        ways = {"open_in_browser": self._open, "save_folder": self._ask_for_place, "save_zip": self._ask_for_zip}
        if sitting is not None and name in ways:
            ways[name](sitting)

    def _open(self, sitting: Sitting) -> None:
        folder = self._opened / sitting.person / sitting.exercise.id
        self._begin(partial(write_for_browser, sitting.page, folder), self._on_written_for_browser)

    def _ask_for_place(self, sitting: Sitting) -> None:
        dialog = self._ask("Where should the folder of your page go?")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(partial(self._on_place_chosen, sitting.page, folder_name(sitting.exercise.title)))
        dialog.open()

    def _ask_for_zip(self, sitting: Sitting) -> None:
        dialog = self._ask("Save your page as a zip file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilter("Zip files (*.zip)")
        dialog.selectFile(f"{folder_name(sitting.exercise.title)}.zip")
        dialog.fileSelected.connect(partial(self._on_zip_chosen, sitting.page))
        dialog.open()

    def _ask(self, title: str) -> QFileDialog:
        self.dialog = QFileDialog(self._desk.screen, title)
        self.dialog.finished.connect(self.dialog.deleteLater)
        return self.dialog

    def _begin(self, write: Write, done: Callable[[Path], None]) -> None:
        """Write on a thread of its own; Python waits for it before the program ends, so that no copy is half there."""
        Thread(target=self._write, args=(write, done)).start()

    def _write(self, write: Write, done: Callable[[Path], None]) -> None:
        try:
            ended = partial(done, write())
        except AppError as error:
            ended = partial(self.said.emit, error)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._ended.emit(ended)

    def _on_ended(self, tell: Callable[[], None]) -> None:
        tell()

    def _on_place_chosen(self, page: Page, name: str, place: str) -> None:
        self._begin(partial(write_folder, page, Path(place), name), self._on_written)

    def _on_zip_chosen(self, page: Page, path: str) -> None:
        self._begin(partial(_zipped, page, Path(path)), self._on_written)

    def _on_written(self, path: Path) -> None:
        self.said.emit(f"A copy of your page is in {path}.")

    def _on_written_for_browser(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(AppError("No browser opened your page.", f"You find it in {path}."))


def _zipped(page: Page, path: Path) -> Path:
    write_zip(page, path)
    return path
