"""What can be done by name: the Tools menu, the keys that work anywhere in the lesson, and no key twice."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from ui.samples import LESSON_VIEW

from app.ui.commands import COMMANDS, GROUPS, Command, Commands
from app.ui.lesson import Lesson
from app.ui.top_bar import KEYS
from app.ui.window import Window

SOME = (
    Command("fold", "Fold", "Ctrl+Shift+[", "Lines"),
    Command("emmet", "Emmet", "", "Edit", checkable=True),
    Command("open", "Open it", "Ctrl+Alt+F12", "Page"),
)


@pytest.fixture
def lesson(window: Window) -> Lesson:
    window.show_lesson(LESSON_VIEW)
    assert window.lesson is not None
    return window.lesson


def submenu(menu: QMenu, group: str) -> QMenu:
    found = next(action.menu() for action in menu.actions() if action.text() == group)
    assert isinstance(found, QMenu)
    return found


def test_the_tools_menu_holds_every_command_with_its_key(lesson: Lesson, qtbot) -> None:
    qtbot.keyClick(lesson.tabs.tools, Qt.Key.Key_Return)
    menu = lesson.commands.menu
    assert menu.isVisible()
    offered = [action.text() for group in GROUPS for action in _actions(menu, group)]
    assert sorted(offered) == sorted("\t".join(filter(None, (c.words, c.keys_text))) for c in COMMANDS)
    assert lesson.tabs.tools.text() == "Tools"


def _actions(menu: QMenu, group: str):
    found = [action.menu() for action in menu.actions() if action.text() == group]
    return found[0].actions() if found else []


def test_a_choice_goes_to_the_editor_which_takes_the_keyboard(lesson: Lesson, qtbot) -> None:
    menu = submenu(lesson.commands.menu, "Edit")
    menu.popup(lesson.mapToGlobal(lesson.rect().center()))
    menu.setActiveAction(menu.actions()[1])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert lesson.editor.ran == ["redo"]


def test_the_page_can_ask_for_what_is_not_its_own(lesson: Lesson, qtbot) -> None:
    with qtbot.waitSignal(lesson.check_requested):
        lesson.editor.command_requested.emit("check")
    lesson.editor.command_requested.emit("nobody's")
    assert lesson.editor.ran == []


def test_keys_work_anywhere_in_the_lesson_but_those_of_the_editor_do_not(window: Window, qtbot) -> None:
    screen = QWidget(window)
    inner = QWidget(screen)
    inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    commands, chosen = Commands(screen, SOME), list[str]()
    commands.command_chosen.connect(chosen.append)
    screen.show()
    inner.setFocus()
    qtbot.keyClick(inner, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(
        inner, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert chosen == ["open"]
    commands.set_enabled("open", False)
    qtbot.keyClick(inner, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert chosen == ["open"]


def test_what_is_switched_is_switched_when_it_is_told(window: Window) -> None:
    commands, chosen = Commands(QWidget(window), SOME), list[tuple[str, bool]]()
    commands.command_chosen.connect(lambda name: chosen.append((name, commands.is_checked(name))))
    commands.choose("emmet")
    commands.set_checked("emmet", False)
    commands.choose("emmet")
    assert chosen == [("emmet", True), ("emmet", True)]


def test_no_key_has_two_meanings() -> None:
    keys = [command.sequence.toString() for command in COMMANDS if command.keys]
    keys += [*KEYS.values(), "Alt+H", "Alt+L", "Alt+T"]  # buttons of the window and the lesson
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert all(command.sequence.toString() for command in COMMANDS if command.keys)  # Qt can read them
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
