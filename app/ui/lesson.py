"""A lesson's screen: the text and goals, the editor, the preview, side by side in panes that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QSplitter, QStackedWidget, QWidget

from app.checks.report import Fault, Place, Report
from app.ui.code_pane import CodePane
from app.ui.commands import EDITOR_COMMANDS, Commands
from app.ui.compare_pane import ComparePane
from app.ui.dialogs import StartAgainDialog
from app.ui.key_list import KeyList
from app.ui.parts import column
from app.ui.preview_pane import PreviewPane
from app.ui.text_pane import TextPane
from app.ui.theme import Theme
from app.ui.values import LessonView

PANES = (372, 542, 452)  # px, as drawn
LEAST = (300, 260, 220)


class Lesson(QWidget):
    """One exercise in front of one person; `editor` and `preview` are widgets as code_pane.py and preview_pane.py ask.

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
        self._theme, self.editor, self.preview = theme, editor, preview
        self.text, self.code, self.page = TextPane(theme), CodePane(theme, editor), PreviewPane(theme, preview)
        self.tabs, self.status, self.preview_bar = self.code.tabs, self.code.status, self.page.bar
        self.compare, self.side = ComparePane(theme), QStackedWidget()
        self.commands = Commands(self)
        self.tabs.set_menu(self.commands.menu)
        self.dialog: QDialog | None = None
        self.panes = self._splitter()
        self.setLayout(column(self.panes))
        self._connect()

    def show_exercise(self, view: LessonView) -> None:
        """Open an exercise: its texts, its files in the editor, nothing checked yet."""
        self.show_side(comparing=False)
        self.text.show_exercise(view)
        self.page.show_page()
        self.code.show_files(view.files, view.current, view.trails)

    def show_checking(self) -> None:
        """A check is under way: the main button says so, and asks for no other."""
        self.text.show_checking()

    def show_report(self, report: Report) -> None:
        """Show how a check came out: goals, one message at a time, marks in the editor."""
        self.text.show_report(report)
        self.code.mark(report)

    def show_look(self, report: Report, slips: Sequence[Fault] | None) -> None:
        """Show how the page stands while somebody types: ticks, and marks of `slips`; None: more is still to come."""
        self.text.show_look(report, whole=slips is not None)
        if slips is not None:
            self.code.mark_look(report, slips)

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
        self.code.set_text_size(size)

    def set_panes(self, sizes: Sequence[int]) -> None:
        """The widths of the three panes in pixels; anything but three widths above zero is as drawn."""
        good = len(sizes) == len(PANES) and all(size > 0 for size in sizes)
        self.panes.setSizes([max(size, least) for size, least in zip(sizes if good else PANES, LEAST, strict=True)])

    @property
    def is_comparing(self) -> bool:
        """Whether the left pane is that of two texts compared."""
        return self.side.currentWidget() is self.compare

    def show_side(self, *, comparing: bool) -> None:
        """Show in the left pane what belongs to two texts compared, or the exercise."""
        self.side.setCurrentWidget(self.compare if comparing else self.text)
        self.status.show_comparing(comparing)

    def go_to_pane(self, by: int) -> None:
        """Take the keyboard to the next pane (1) or the one before (-1)."""
        side = self.compare.first if self.is_comparing else self.text.area
        places: tuple[QWidget, ...] = (side, self.editor, self.preview_bar)
        now, here = self.focusWidget(), -1 if by > 0 else 0
        for place, pane in enumerate((self.side, self.code, self.page)):
            if now and pane.isAncestorOf(now):
                here = place
        places[(here + by) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)

    def _splitter(self) -> QSplitter:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)  # Qt makes the part that can be gripped wider
        panes.setChildrenCollapsible(False)
        self.side.addWidget(self.text)
        self.side.addWidget(self.compare)
        for place, (pane, least) in enumerate(zip((self.side, self.code, self.page), LEAST, strict=True)):
            pane.setMinimumWidth(least)
            panes.addWidget(pane)
            panes.setStretchFactor(place, (1, 3, 2)[place])
        panes.setSizes(list(PANES))
        panes.splitterMoved.connect(self._on_pane_moved)
        return panes

    def _connect(self) -> None:
        self.text.check_requested.connect(self.check_requested)
        self.text.next_requested.connect(self.next_requested)
        self.text.hint_opened.connect(self.hint_opened)
        self.text.message.place_asked_for.connect(self._on_place_asked_for)
        self.page.place_asked_for.connect(self._on_place_asked_for)
        self.code.text_size_changed.connect(self.text_size_changed)
        self.commands.command_chosen.connect(self._on_command_chosen)
        self.commands.switched.connect(self.code.editor.set_option)
        self.code.editor.command_requested.connect(self.commands.choose)
        self.code.editor.menu_requested.connect(self.commands.context.popup)
        self.code.editor.leave_requested.connect(self._on_leave_requested)

    def _on_command_chosen(self, name: str) -> None:
        match name:
            case "check":
                self.text.ask_for_check()
            case "start_again":
                self._ask_to_start_again()
            case "next_pane" | "pane_before":
                self.go_to_pane(1 if name == "next_pane" else -1)
            case "larger_code" | "smaller_code" | "usual_code":
                self.tabs.change_size(name)
            case "keys":
                self.dialog = KeyList(self._theme, self)
                self.dialog.open()
            case "leave":
                self._on_leave_requested()
            case _ if name in EDITOR_COMMANDS:
                self.code.editor.run(name)
            case _:
                self.page.run(name)

    def _on_place_asked_for(self, place: Place) -> None:
        self.code.go_to(place)
        self.line_requested.emit(place)

    def _on_leave_requested(self) -> None:
        self.preview_bar.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_to_start_again(self) -> None:
        self.dialog = StartAgainDialog(self._theme, self)
        self.dialog.accepted.connect(self.start_again_requested)
        self.dialog.open()

    def _on_pane_moved(self, _position: int, _handle: int) -> None:
        self.panes_changed.emit(self.panes.sizes())
