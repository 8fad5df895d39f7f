"""The window: one bar, one screen at a time, a quiet line for messages, the ring around what has the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from ui.samples import GROUP, HOME, LESSON_VIEW, PACKS, SHAZIA

from app.errors import AppError
from app.ui.dialogs import BugDialog
from app.ui.focus import WIDTH
from app.ui.text_view import TextView
from app.ui.theme import CHOICES, Theme
from app.ui.window import Window


def visible_texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_before_somebody_is_chosen_there_is_no_week(window: Window) -> None:
    window.set_person(None)
    window.show_screen("people")
    assert [name for name, tab in window.bar.tabs.items() if tab.isVisible()] == ["group", "packs"]


def test_tabs_ask_and_the_bar_says_who_sits_here(window: Window, qtbot) -> None:
    window.set_person(SHAZIA.person)
    window.home.show_week(HOME)
    window.show_screen("week")
    assert "Shazia Akhtar" in visible_texts(window.bar)
    for name, tab in window.bar.tabs.items():
        with qtbot.waitSignal(window.asked_for) as asked:
            qtbot.keyClick(tab, Qt.Key.Key_Space)
        assert asked.args == [name]
    with qtbot.waitSignal(window.asked_for) as asked:
        qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert asked.args == ["people"]


def test_in_a_lesson_the_bar_says_where_one_is_and_leads_back(window: Window, qtbot) -> None:
    window.set_person(SHAZIA.person)
    window.show_lesson(LESSON_VIEW)
    assert window.screen_name == "lesson"
    shown = visible_texts(window.bar)
    assert "Lesson 4 · Pictures that speak" in shown
    assert "4 of 5" in shown
    assert not any(tab.isVisible() for tab in window.bar.tabs.values())
    with qtbot.waitSignal(window.asked_for) as asked:
        qtbot.keyClick(window.bar.back, Qt.Key.Key_Return)
    assert asked.args == ["week"]


def test_a_message_is_one_line_that_can_be_closed(window: Window, qtbot) -> None:
    window.show_notice(AppError("There is no room left on the disk.", "Free some space."))
    assert window.notice.isVisible()
    assert window.notice.text == "There is no room left on the disk. Free some space."
    qtbot.keyClick(window.notice.close_button, Qt.Key.Key_Escape)
    assert not window.notice.isVisible()
    window.show_notice("Once more.")
    qtbot.keyClick(window.notice.close_button, Qt.Key.Key_Return)
    assert not window.notice.isVisible()


def test_a_faulty_pack_is_listed_with_everything_that_is_wrong(window: Window) -> None:
    window.packs.show_packs(PACKS)
    window.show_screen("packs")
    shown = [*visible_texts(window.packs), *[view.toPlainText() for view in window.packs.findChildren(TextView)]]
    assert "my-pack" in shown
    assert "This pack cannot be opened yet: 2 things are wrong with it." in shown
    assert "first-page/01.md, line 12: There is no key tittle. Did you mean title?" in shown
    assert "pack.md: The version is missing. Write version: 1.0.0." in shown
    assert "Web pages for the office" in shown
    assert "5 steps · 60 minutes" in shown


def test_a_bug_is_told_calmly_with_where_the_log_lies(window: Window, theme: Theme, qtbot) -> None:
    dialog = BugDialog(theme, Path("home") / "midweek.log", window)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Something in Midweek went wrong. Your work is kept." in visible_texts(dialog)
    assert any("midweek.log" in text for text in visible_texts(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_returns_to_where_it_was(window: Window, theme: Theme, qtbot) -> None:
    window.resize(790, 600)
    other = Window(theme)
    qtbot.addWidget(other)
    other.restore_place(window.place())
    assert other.size() == window.size()
    other.restore_place("nonsense ŵ")
    assert other.size() == window.size()


@pytest.mark.parametrize("choice", CHOICES)
def test_the_focus_ring_is_three_pixels_wide_between_two_edges(window: Window, theme: Theme, qtbot, choice) -> None:
    theme.set_choice(choice)
    window.set_person(SHAZIA.person)
    window.home.show_week(HOME)
    window.show_screen("week")
    window.home.main.setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    picture = window.grab().toImage()
    button = window.home.main
    middle = button.mapTo(window, button.rect().center()).y()
    left = button.mapTo(window, button.rect().topLeft()).x()
    ratio = picture.devicePixelRatio()
    line = [picture.pixelColor(round(x * ratio), round(middle * ratio)) for x in range(left - 8, left)]
    ring = [place for place, colour in enumerate(line) if colour == QColor(theme.colours.focus)]
    assert len(ring) == WIDTH == 3
    assert ring == list(range(ring[0], ring[0] + 3))
    edge = QColor(theme.colours.card)
    assert line[ring[0] - 1] == edge
    assert line[ring[-1] + 1] == edge


def test_a_whole_pane_is_ringed_only_for_who_uses_keys(window: Window, qtbot) -> None:
    window.show_lesson(LESSON_VIEW)
    assert window.lesson is not None
    assert window.lesson.text.area.hasFocus()
    assert not window.ring.isVisible()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F6)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.lesson.text.area.hasFocus()
    assert window.ring.isVisible()


def test_the_mouse_shows_no_ring_and_the_next_key_does(window: Window, qtbot) -> None:
    window.group.show_group(GROUP)
    window.home.show_week(HOME)
    window.set_person(SHAZIA.person)
    window.show_screen("week")
    window.home.main.setFocus()
    assert window.ring.isVisible()
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.home.main.pos())
    assert not window.ring.isVisible()
    window.home.steps()[0].setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    assert window.home.steps()[1].hasFocus()
    assert window.ring.isVisible()
