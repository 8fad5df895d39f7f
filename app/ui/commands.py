"""What can be done in a lesson by name: one table, of which the Tools menu, the keys and the list of keys are made.

A command of the editor has its key in the editor's page (resources/editor/source/commands.js); the keys of all others
work anywhere in the lesson.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

Place = Literal["editor", "page", "lesson"]
EDITOR_GROUPS = ("Edit", "Find and go to", "Lines", "Letters and leaving")
GROUPS: dict[str, Place] = {
    **dict.fromkeys(EDITOR_GROUPS, "editor"),
    "Page": "page",
    "Look at the page": "page",
    "Lesson": "lesson",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: `words` of a menu, `keys` as QKeySequence reads them ("" for none), a group of GROUPS.

    `mac` are other keys where a Mac's own habits differ; elsewhere Ctrl is read as Cmd there.
    """

    name: str
    words: str
    keys: str
    group: str
    checkable: bool = False
    mac: str = ""

    @property
    def sequence(self) -> QKeySequence:
        """The keys on this machine."""
        return QKeySequence(self.mac if self.mac and sys.platform == "darwin" else self.keys)

    @property
    def keys_text(self) -> str:
        """The keys as people here know them, "" for none."""
        return self.sequence.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


COMMANDS = (
    Command("undo", "Undo", "Ctrl+Z", "Edit"),
    Command("redo", "Redo", "Ctrl+Y", "Edit"),
    Command("cut", "Cut", "Ctrl+X", "Edit"),
    Command("copy", "Copy", "Ctrl+C", "Edit"),
    Command("paste", "Paste", "Ctrl+V", "Edit"),
    Command("select_all", "Select all", "Ctrl+A", "Edit"),
    Command("complete", "What may come next", "Ctrl+Space", "Edit", mac="Meta+Space"),
    Command("tidy", "Tidy this file", "Shift+Alt+F", "Edit"),
    Command("explain", "What this means", "Shift+F1", "Edit"),
    Command("emmet", "Emmet: Tab writes out abbreviations", "", "Edit", checkable=True),
    Command("colour", "Choose a colour", "Alt+Return", "Edit"),
    Command("find", "Find", "Ctrl+F", "Find and go to"),
    Command("find_next", "Find the next", "F3", "Find and go to"),
    Command("find_before", "Find the one before", "Shift+F3", "Find and go to"),
    Command("replace", "Find and replace", "Ctrl+H", "Find and go to", mac="Ctrl+Alt+F"),
    Command("go_to_line", "Go to a line", "Ctrl+G", "Find and go to", mac="Meta+G"),
    Command("matching_tag", "Go to the other tag of a pair", "Ctrl+Shift+M", "Find and go to"),
    Command("next_mark", "Next marked place", "F8", "Find and go to"),
    Command("mark_before", "Marked place before", "Shift+F8", "Find and go to"),
    Command("comment", "Comment, or not any more", "Ctrl+/", "Lines"),
    Command("indent", "Further in", "Tab", "Lines"),
    Command("outdent", "Further out", "Shift+Tab", "Lines"),
    Command("move_up", "Move the line up", "Alt+Up", "Lines"),
    Command("move_down", "Move the line down", "Alt+Down", "Lines"),
    Command("copy_up", "Copy the line above", "Shift+Alt+Up", "Lines"),
    Command("copy_down", "Copy the line below", "Shift+Alt+Down", "Lines"),
    Command("delete_line", "Delete the line", "Ctrl+Shift+K", "Lines"),
    Command("fold", "Fold away", "Ctrl+Shift+[", "Lines", mac="Ctrl+Alt+["),
    Command("unfold", "Show again", "Ctrl+Shift+]", "Lines", mac="Ctrl+Alt+]"),
    Command("unfold_all", "Show everything again", "Ctrl+Shift+.", "Lines"),
    Command("larger_code", "Larger letters", "Ctrl++", "Letters and leaving"),
    Command("smaller_code", "Smaller letters", "Ctrl+-", "Letters and leaving"),
    Command("usual_code", "Letters as at first", "Ctrl+0", "Letters and leaving"),
    Command("leave", "Leave the editor", "Esc, Tab", "Letters and leaving"),
    Command("show_place", "Show where I am in the page", "Shift+F9", "Page", checkable=True),
    Command("show_rules", "Show the rules that style this", "F9", "Page"),
    Command("pictures", "Put a picture in…", "Ctrl+Shift+P", "Page"),
    Command("open_in_browser", "Open my page in the browser", "Ctrl+Shift+O", "Page"),
    Command("save_folder", "Save a copy as a folder…", "", "Page"),
    Command("save_zip", "Save a copy as a zip file…", "", "Page"),
    Command("look_screen", "As wide as there is room", "Ctrl+1", "Look at the page"),
    Command("look_tablet", "On a tablet", "Ctrl+2", "Look at the page"),
    Command("look_phone", "On a phone", "Ctrl+3", "Look at the page"),
    Command("look_print", "On paper", "Ctrl+4", "Look at the page"),
    Command("look_read", "Read aloud: what a screen reader meets", "Ctrl+5", "Look at the page"),
    Command("look_share", "Share card", "Ctrl+6", "Look at the page"),
    Command("look_dark", "In dark colours, or not", "Ctrl+7", "Look at the page"),
    Command("look_answer", "Beside the answer’s page", "", "Look at the page"),
    Command("look_larger", "Larger", "", "Look at the page"),
    Command("look_smaller", "Smaller", "", "Look at the page"),
    Command("check", "Check my page", "Ctrl+Return", "Lesson"),
    Command("keys", "All keys", "F1", "Lesson"),
    Command("start_again", "Start this exercise again", "", "Lesson"),
    Command("earlier_versions", "Earlier versions", "Ctrl+Shift+H", "Lesson"),
    Command("compare_answer", "Compare with the answer", "", "Lesson"),
    Command("next_difference", "Next place that differs", "F7", "Lesson"),
    Command("difference_before", "Previous place that differs", "Shift+F7", "Lesson"),
    Command("next_pane", "Next part of the screen", "F6", "Lesson"),
    Command("pane_before", "Part of the screen before", "Shift+F6", "Lesson"),
)
CONTEXT = ("undo", "redo", "", "cut", "copy", "paste", "", "select_all", "find", "comment", "matching_tag")
EDITOR_COMMANDS = frozenset(command.name for command in COMMANDS if command.group in EDITOR_GROUPS)


class Commands(QObject):
    """The commands of one lesson screen, in a menu and under their keys; `command_chosen` says which was asked for.

    A checkable one is switched first, so that `is_checked` is what is wanted now; `switched` says so, also of
    `set_checked`.
    """

    command_chosen = Signal(str)
    switched = Signal(str, bool)

    def __init__(self, screen: QWidget, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(screen)
        self.menu = QMenu(screen)
        self._actions: dict[str, QAction] = {}
        for group in GROUPS:
            own = [command for command in commands if command.group == group]
            if own:
                self._add_group(group, own)
        self.context = QMenu(screen)  # the few that are wanted where the mouse is, in the editor
        for name in CONTEXT:
            if not name:
                self.context.addSeparator()
            elif name in self._actions:
                self.context.addAction(self._actions[name])
        for command in commands:
            if command.keys and GROUPS[command.group] != "editor":
                self._add_keys(command, screen)

    def choose(self, name: str) -> None:
        """As if it had been chosen in the menu; one that is not known or not to be had now is let be."""
        action = self._actions.get(name)
        if action is not None:
            action.trigger()

    def set_enabled(self, name: str, enabled: bool) -> None:
        """Whether it can be had now."""
        self._actions[name].setEnabled(enabled)

    def set_checked(self, name: str, checked: bool) -> None:
        """Show a checkable command as on or off, without choosing it."""
        self._actions[name].setChecked(checked)

    def is_checked(self, name: str) -> bool:
        """Whether a checkable command is on."""
        return self._actions[name].isChecked()

    def _add_group(self, group: str, commands: Sequence[Command]) -> None:
        inside = self.menu.addMenu(group)
        for command in commands:
            tab = "\t" if command.keys else ""  # QMenu puts what follows in a column of its own
            action = QAction(f"{command.words}{tab}{command.keys_text}", self)
            action.setCheckable(command.checkable)
            action.setData(command.name)
            action.triggered.connect(self._on_triggered)
            action.toggled.connect(self._on_toggled)
            inside.addAction(action)
            self._actions[command.name] = action

    def _add_keys(self, command: Command, screen: QWidget) -> None:
        texts = {command.sequence.toString(), command.sequence.toString().replace("Return", "Enter")}
        for text in texts:
            key = QShortcut(QKeySequence(text), screen)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._actions[command.name].trigger)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.command_chosen.emit(action.data())

    def _on_toggled(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.switched.emit(action.data(), on)
