"""What can be done by name: the Tools menu, the keys that work anywhere in the lesson, and no key twice."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from ui.samples import LESSON_VIEW

from app.ui.commands import COMMANDS, GROUPS, Command, Commands
from app.ui.key_list import KeyList
from app.ui.lesson import Lesson
from app.ui.theme import Theme
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


def test_a_switch_is_told_to_the_editor(lesson: Lesson) -> None:
    lesson.commands.choose("emmet")
    assert lesson.editor.options["emmet"] is True
    lesson.commands.set_checked("emmet", False)
    assert lesson.editor.options["emmet"] is False


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


def test_f1_lists_every_key_and_esc_leads_back(lesson: Lesson, window: Window, qtbot) -> None:
    for place in (lesson.editor, lesson.text.area, lesson.tabs.smaller):
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_F1)
        listed = lesson.dialog
        assert isinstance(listed, KeyList)
        qtbot.waitUntil(listed.isVisible)
        texts = {label.text() for label in listed.findChildren(QLabel)}
        assert texts >= {command.keys_text for command in COMMANDS if command.keys}
        assert texts >= {"Alt+T", "Alt+W", "In the editor", "At the page", "Anywhere in the lesson"}
        with qtbot.waitActive(window):
            qtbot.keyClick(listed, Qt.Key.Key_Escape)
        assert not listed.isVisible()
        qtbot.waitUntil(place.hasFocus)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_key_and_no_word_of_the_list_is_cut_off(lesson: Lesson, window: Window, theme: Theme, scale, qtbot) -> None:
    window.resize(1280, 720)
    theme.set_scale(scale)
    lesson.commands.choose("keys")
    listed = lesson.dialog
    assert isinstance(listed, KeyList)
    qtbot.waitUntil(listed.isVisible)
    qtbot.wait(20)
    area = listed.area
    assert area.horizontalScrollBar().maximum() == 0
    for label in area.widget().findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap(), label.text()
        assert label.width() >= label.minimumSizeHint().width(), label.text()


def test_the_line_under_the_editor_names_the_key_where_there_is_room(lesson: Lesson, window: Window, qtbot) -> None:
    lesson.set_panes([300, 700, 300])
    qtbot.waitUntil(lesson.status.all_keys.isVisible)
    lesson.set_panes([600, 300, 400])
    qtbot.waitUntil(lambda: not lesson.status.all_keys.isVisible())


def test_the_editors_own_menu_holds_few_of_them(lesson: Lesson, window: Window, qtbot) -> None:
    lesson.editor.menu_requested.emit(window.mapToGlobal(window.rect().center()))
    menu = lesson.commands.context
    qtbot.waitUntil(menu.isVisible)
    offered = [action.text() for action in menu.actions() if action.text()]
    assert offered[:3] == ["Undo\tCtrl+Z", "Redo\tCtrl+Y", "Cut\tCtrl+X"]
    menu.setActiveAction(menu.actions()[1])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert lesson.editor.ran == ["redo"]
