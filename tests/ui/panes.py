"""An editor and a preview without a browser: small real widgets with the real signals and methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit


class FakeEditor(QPlainTextEdit):
    """One text field that shows one of several files."""

    text_edited = Signal(str, str)
    trail_kept = Signal(str, object)
    cursor_moved = Signal(str, int, int)
    command_requested = Signal(str)
    menu_requested = Signal(object)
    restored = Signal()
    leave_requested = Signal()
    stopped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, str] = {}
        self.current = ""
        self.marks: dict[str, list[Mapping[str, object]]] = {}
        self.text_size = 0
        self.theme_name = ""
        self.ran: list[str] = []
        self.options: dict[str, bool] = {}
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def open_files(self, files: Sequence[tuple[str, str]], current: str, trails: object = None) -> None:
        self.files = dict(files)
        self.show_file(current)

    def show_file(self, name: str) -> None:
        self.current = name
        self.setPlainText(self.files[name])

    def text(self, name: str) -> str:
        return self.files[name]

    def show_line(self, file: str, line: int, column: int = 1, length: int = 0, *, focus: bool = True) -> None:
        self.show_file(file)
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, column - 1)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, length)
        self.setTextCursor(cursor)
        if focus:
            self.setFocus()

    def set_marks(self, file: str, marks: Sequence[Mapping[str, object]]) -> None:
        self.marks[file] = list(marks)

    def set_text_size(self, px: int) -> None:
        self.text_size = px

    def set_theme(self, name: str) -> None:
        self.theme_name = name

    def run(self, command: str) -> None:
        self.ran.append(command)

    def set_option(self, name: str, value: bool) -> None:
        self.options[name] = value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False  # Tab belongs to the text

    def _on_text_changed(self) -> None:
        if self.current:
            self.files[self.current] = self.toPlainText()
            self.text_edited.emit(self.current, self.toPlainText())

    def _on_cursor_moved(self) -> None:
        cursor = self.textCursor()
        self.cursor_moved.emit(self.current, cursor.blockNumber() + 1, cursor.positionInBlock() + 1)


class FakePointer(QObject):
    """Remembers what it was asked to point at."""

    pointed = Signal(object)
    clicked = Signal(bool, QPoint)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.at: list[tuple[object, ...]] = []
        self.outlines = self
        self.on, self.quiet = True, False

    def point_at_element(self, *at: object, reveal: bool) -> None:
        self.at.append((*at, reveal))

    def point_at_rule(self, *at: object) -> None:
        self.at.append(at)

    def point_at_nothing(self) -> None:
        self.at.append(())

    def set_on(self, on: bool) -> None:
        self.on = on

    def set_quiet(self, quiet: bool) -> None:
        self.quiet = quiet


class FakePreview(QLabel):
    """Remembers how it was asked to show the page."""

    painted = Signal(int)
    held = Signal(int)
    stopped = Signal(str)
    arranged = Signal(str)
    dark_seen = Signal(bool)
    busy = False

    def __init__(self) -> None:
        super().__init__("The page")
        self.pointer = FakePointer(self)
        self.width_name = "screen"
        self.dark = False
        self.zoom = 100
        self.served: Mapping[str, bytes] = {}

    def show_page(self, served: Mapping[str, bytes], entry: str) -> None:
        self.served = served

    def set_lens(self, name: str) -> None:
        self.width_name = name

    def set_zoom(self, percent: int) -> None:
        self.zoom = percent

    def set_dark(self, dark: bool) -> None:
        self.dark = dark
