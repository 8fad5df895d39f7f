"""The middle pane of a lesson: the files' tabs, the editor that is given, and the line under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.checks.report import Fault, Place, Report
from app.page.page import File
from app.page.trail import Trail
from app.ui.file_tabs import SIZES, FileTabs
from app.ui.parts import column
from app.ui.status_bar import StatusBar
from app.ui.theme import Theme


class EditorLike(Protocol):
    """What the lesson asks of the editor it is given, which is a widget as well."""

    cursor_moved: SignalInstance
    command_requested: SignalInstance
    menu_requested: SignalInstance
    leave_requested: SignalInstance

    def open_files(
        self, files: Sequence[tuple[str, str]], current: str, trails: Mapping[str, Trail] | None = None
    ) -> None:
        """Show these files; undo goes the way back that is known of them."""

    def show_file(self, name: str) -> None:
        """Put one in front."""

    def show_line(self, file: str, line: int, column: int = 1, length: int = 0, *, focus: bool = True) -> None:
        """Go to a place, and take the keyboard or leave it where it is."""

    def set_marks(self, file: str, marks: Sequence[Mapping[str, object]]) -> None:
        """Mark places in a file."""

    def run(self, command: str) -> None:
        """Do one of its own commands; others are let be."""

    def set_text_size(self, px: int) -> None:
        """Write the code larger or smaller."""

    def set_theme(self, name: str) -> None:
        """Wear another theme."""

    def set_option(self, name: str, value: bool) -> None:
        """Switch one of its manners on or off; one that it does not know changes nothing."""


class CodePane(QWidget):
    """`text_size_changed` carries the pixels that somebody chose."""

    text_size_changed = Signal(int)

    def __init__(self, theme: Theme, editor: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "code")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.editor: EditorLike = editor  # type: ignore[assignment] # a widget that is also this
        editor.setProperty("own_focus", True)  # its caret shows it
        self.tabs, self.status = FileTabs(theme), StatusBar()
        self._files: Sequence[str] = ()
        self._named: set[tuple[str, ...]] = set()  # the faults that the last check named
        inside = column(self.tabs)
        inside.addWidget(editor, 1)
        inside.addWidget(self.status)
        self.setLayout(inside)
        self.tabs.file_chosen.connect(self.editor.show_file)
        self.tabs.size_chosen.connect(self._on_size_chosen)
        self.editor.cursor_moved.connect(self._on_cursor_moved)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_files(self, files: Sequence[File], current: str, trails: Mapping[str, Trail]) -> None:
        """Open these files, without a mark."""
        self._files = [file.name for file in files]
        self.tabs.show_files(self._files, current)
        self.editor.open_files([(file.name, file.text) for file in files], current, trails)
        self.mark(None)
        self.status.show_saved()
        self.status.show_line(1)

    def go_to(self, place: Place, *, focus: bool = True) -> None:
        """Show a place, and take the keyboard there or leave it where it is."""
        self.tabs.show_file(place.file)
        self.editor.show_file(place.file)
        self.editor.show_line(place.file, place.line, place.column, place.length, focus=focus)

    def mark(self, report: Report | None) -> None:
        """Mark every place that a check's report names, and nothing else."""
        faults = _kinds(report) if report else []
        self._named = {_name(fault) for fault, _ in faults}
        self._set_marks(faults)

    def mark_look(self, report: Report, slips: Sequence[Fault]) -> None:
        """Mark these typing slips, and what the last check named and is still so, where it now is."""
        of_goals = [(fault, kind) for fault, kind in _kinds(report) if kind != "slip" and _name(fault) in self._named]
        self._set_marks([*((slip, "slip") for slip in slips), *of_goals])

    def _set_marks(self, faults: Sequence[tuple[Fault, str]]) -> None:
        marks: dict[str, list[dict[str, object]]] = {name: [] for name in self._files}
        for fault, kind in faults:
            if fault.place and fault.place.file in marks:
                at = fault.place
                mark = {"line": at.line, "column": at.column, "length": at.length, "kind": kind, "text": fault.text}
                marks[at.file].append(mark)
        for name, found in marks.items():
            self.editor.set_marks(name, found)
        self.status.show_marks(sum(map(len, marks.values())))

    def set_text_size(self, size: int) -> None:
        """The size of the code in pixels, before the program's own text scale; out of bounds is the nearest in them."""
        size = min(max(size, SIZES[0]), SIZES[-1])
        self.tabs.show_size(size)
        self.editor.set_text_size(self._theme.px(size))

    def _on_size_chosen(self, size: int) -> None:
        self.set_text_size(size)
        self.text_size_changed.emit(size)

    def _on_cursor_moved(self, file: str, line: int, _column: int) -> None:
        self.tabs.show_file(file)
        self.status.show_line(line)

    def _on_theme_changed(self) -> None:
        self.editor.set_theme(self._theme.name)
        self.set_text_size(self.tabs.size_now)


def _kinds(report: Report) -> list[tuple[Fault, str]]:
    of_goals = [(fault, "advice" if f.advice else "fault") for f in report.findings for fault in f.faults]
    return [(slip, "slip") for slip in report.slips] + of_goals


def _name(fault: Fault) -> tuple[str, ...]:
    """What makes a fault the same after other lines have moved it."""
    return fault.place.file if fault.place else "", fault.kind, fault.subject, fault.found, fault.wanted
