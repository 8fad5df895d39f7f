"""A lesson's screen: the text and goals, the editor, the preview, side by side in panes that can be dragged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.checks.report import Fault, Place, Report
from app.ui.dialogs import StartAgainDialog
from app.ui.file_tabs import SIZES, FileTabs
from app.ui.parts import column, label, row
from app.ui.preview_bar import PreviewBar
from app.ui.status_bar import StatusBar
from app.ui.text_pane import TextPane
from app.ui.theme import Theme
from app.ui.values import LessonView

PANES = (372, 542, 452)  # px, as drawn
LEAST = (300, 260, 220)


class EditorLike(Protocol):
    """What the lesson asks of the editor it is given, which is a widget as well."""

    cursor_moved: SignalInstance
    check_requested: SignalInstance
    leave_requested: SignalInstance

    def open_files(self, files: Sequence[tuple[str, str]], current: str) -> None:
        """Show these files."""

    def show_file(self, name: str) -> None:
        """Put one in front."""

    def show_line(self, file: str, line: int, column: int = 1, length: int = 0) -> None:
        """Go to a place and take the keyboard."""

    def set_marks(self, file: str, marks: Sequence[Mapping[str, object]]) -> None:
        """Mark places in a file."""

    def set_text_size(self, px: int) -> None:
        """Write the code larger or smaller."""

    def set_theme(self, name: str) -> None:
        """Wear another theme."""


class PreviewLike(Protocol):
    """What the lesson asks of the preview it is given, which is a widget as well."""

    painted: SignalInstance
    stopped: SignalInstance

    def set_width(self, width: str) -> None:
        """`screen` or `phone`."""

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""


class Lesson(QWidget):
    """One exercise in front of one person.

    Signals: `check_requested`, `next_requested`, `start_again_requested` (after a yes); `hint_opened(int)` how many are
    open; `line_requested(Place)` after the editor was sent there; `text_size_changed(int)`, `panes_changed(list)` px.
    """

    check_requested = Signal()
    next_requested = Signal()
    start_again_requested = Signal()
    hint_opened = Signal(int)
    line_requested = Signal(object)
    text_size_changed = Signal(int)
    panes_changed = Signal(object)

    def __init__(self, theme: Theme, editor: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._editor: EditorLike = editor  # type: ignore[assignment] # a widget that is also this
        self._preview: PreviewLike = preview  # type: ignore[assignment]
        self.editor, self.preview = editor, preview
        editor.setProperty("own_focus", True)  # its caret shows it
        self.text, self.tabs, self.status = TextPane(theme), FileTabs(theme), StatusBar(theme)
        self.preview_bar, self.stopped = PreviewBar(theme), label("", "care")
        self._files: Sequence[str] = ()
        self.dialog: StartAgainDialog | None = None
        self.panes = self._splitter(self._middle(), self._right())
        self.setLayout(column(self.panes))
        self._connect()
        self._add_keys()
        self.set_text_size(16)
        self._on_theme_changed()

    def show_exercise(self, view: LessonView) -> None:
        """Open an exercise: its texts, its files in the editor, nothing checked yet."""
        self._files = [file.name for file in view.files]
        self.text.show_exercise(view)
        self.tabs.show_files(self._files, view.current)
        self._editor.open_files([(file.name, file.text) for file in view.files], view.current)
        self._mark(None)
        self.status.show_saved()
        self.status.show_line(1)

    def show_checking(self) -> None:
        """A check is under way: the main button says so, and asks for no other."""
        self.text.show_checking()

    def show_report(self, report: Report) -> None:
        """Show how a check came out: goals, one message at a time, marks in the editor."""
        self.text.show_report(report)
        self._mark(report)

    def show_check_failed(self) -> None:
        """The check could not be made; the window's notice says why."""
        self.text.show_failed()

    def show_saved(self) -> None:
        """All that was typed is on the disk."""
        self.status.show_saved()

    def show_unsaved(self, why: str) -> None:
        """What was typed is not on the disk yet, and why."""
        self.status.show_unsaved(why)

    def set_text_size(self, size: int) -> None:
        """The size of the code in pixels, before the program's own text scale."""
        size = min(max(size, SIZES[0]), SIZES[-1])
        self.tabs.show_size(size)
        self._editor.set_text_size(self._theme.px(size))

    def set_panes(self, sizes: Sequence[int]) -> None:
        """The widths of the three panes in pixels; anything but three widths above zero is as drawn."""
        good = len(sizes) == len(PANES) and all(size > 0 for size in sizes)
        self.panes.setSizes([max(size, least) for size, least in zip(sizes if good else PANES, LEAST, strict=True)])

    def go_to_pane(self, by: int) -> None:
        """Take the keyboard to the next pane (1) or the one before (-1)."""
        places: tuple[QWidget, ...] = (self.text.area, self.editor, self.preview_bar.screen_button)
        now, here = self.focusWidget(), -1 if by > 0 else 0
        for place in range(self.panes.count()):
            pane = self.panes.widget(place)
            if pane and now and pane.isAncestorOf(now):
                here = place
        places[(here + by) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)

    def _splitter(self, middle: QWidget, right: QWidget) -> QSplitter:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)  # Qt makes the part that can be gripped wider
        panes.setChildrenCollapsible(False)
        for pane, least in zip((self.text, middle, right), LEAST, strict=True):
            pane.setMinimumWidth(least)
            panes.addWidget(pane)
        for place, stretch in enumerate((1, 3, 2)):
            panes.setStretchFactor(place, stretch)
        panes.setSizes(list(PANES))
        panes.splitterMoved.connect(self._on_pane_moved)
        return panes

    def _middle(self) -> QWidget:
        return _pane("code", column(self.tabs, self.editor, self.status), self.editor)

    def _right(self) -> QWidget:
        self.stopped.hide()
        around = row(self.preview, margins=(14, 4, 14, 14))
        note = row(self.stopped, margins=(14, 0, 14, 0))
        inside = column(self.preview_bar, note)
        inside.addLayout(around, 1)
        return _pane("well", inside, None)

    def _connect(self) -> None:
        for signal, slot in (
            (self.text.check_requested, self.check_requested),
            (self.text.next_requested, self.next_requested),
            (self.text.hint_opened, self.hint_opened),
            (self.text.message.place_asked_for, self._on_place_asked_for),
            (self.tabs.file_chosen, self._editor.show_file),
            (self.tabs.size_chosen, self._on_size_chosen),
            (self.tabs.start_again_asked_for, self._on_start_again_asked_for),
            (self.preview_bar.width_chosen, self._preview.set_width),
            (self.preview_bar.zoom_chosen, self._preview.set_zoom),
            (self._editor.check_requested, self.text.ask_for_check),
            (self._editor.cursor_moved, self._on_cursor_moved),
            (self._editor.leave_requested, self._on_leave_requested),
            (self._preview.stopped, self._on_preview_stopped),
            (self._preview.painted, self.stopped.hide),
            (self._theme.changed, self._on_theme_changed),
        ):
            signal.connect(slot)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+Return", self.text.ask_for_check),
            ("Ctrl+Enter", self.text.ask_for_check),
            ("F6", self._on_next_pane),
            ("Shift+F6", self._on_pane_before),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(slot)

    def _mark(self, report: Report | None) -> None:
        marks: dict[str, list[dict[str, object]]] = {name: [] for name in self._files}
        for fault, kind in _kinds(report) if report else ():
            if fault.place and fault.place.file in marks:
                at = fault.place
                mark = {"line": at.line, "column": at.column, "length": at.length, "kind": kind, "text": fault.text}
                marks[at.file].append(mark)
        for name, found in marks.items():
            self._editor.set_marks(name, found)

    def _on_place_asked_for(self, place: Place) -> None:
        self.tabs.show_file(place.file)
        self._editor.show_file(place.file)
        self._editor.show_line(place.file, place.line, place.column, place.length)
        self.line_requested.emit(place)

    def _on_cursor_moved(self, file: str, line: int, _column: int) -> None:
        self.tabs.show_file(file)
        self.status.show_line(line)

    def _on_leave_requested(self) -> None:
        self.preview_bar.screen_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_size_chosen(self, size: int) -> None:
        self.set_text_size(size)
        self.text_size_changed.emit(size)

    def _on_start_again_asked_for(self) -> None:
        self.dialog = StartAgainDialog(self._theme, self)
        self.dialog.accepted.connect(self.start_again_requested)
        self.dialog.open()

    def _on_preview_stopped(self, sentence: str) -> None:
        self.stopped.setText(sentence)
        self.stopped.show()

    def _on_pane_moved(self, _position: int, _handle: int) -> None:
        self.panes_changed.emit(self.panes.sizes())

    def _on_next_pane(self) -> None:
        self.go_to_pane(1)

    def _on_pane_before(self) -> None:
        self.go_to_pane(-1)

    def _on_theme_changed(self) -> None:
        self._editor.set_theme(self._theme.name)
        self.set_text_size(self.tabs.size_now)


def _kinds(report: Report) -> list[tuple[Fault, str]]:
    of_goals = [(fault, "advice" if f.advice else "fault") for f in report.findings for fault in f.faults]
    return [(slip, "slip") for slip in report.slips] + of_goals


def _pane(ground: str, inside: QVBoxLayout, stretched: QWidget | None) -> QWidget:
    made = QWidget()
    made.setProperty("ground", ground)
    made.setLayout(inside)
    if stretched is not None:
        inside.setStretchFactor(stretched, 1)
    return made
