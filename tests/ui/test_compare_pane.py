"""The pane of earlier versions: a list in plain words, to be gone through by keyboard, and never a change unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from ui.samples import LESSON_VIEW

from app.page.page import File
from app.practice.versions import CHECKED, Version
from app.ui.compare_pane import ComparePane, VersionLine
from app.ui.version_words import when_words, why_words
from app.ui.window import Window

NOW = datetime(2026, 11, 23, 16, 42, tzinfo=UTC)  # a Monday
LINES = [
    VersionLine("today at 16:42", "Checked: passed", passed=True, is_now=True),
    VersionLine("today at 16:30", "Checked: 3 of 4 goals met"),
    VersionLine("yesterday at 9:05", "Before you started again"),
]


@pytest.fixture
def pane(window: Window) -> ComparePane:
    window.show_lesson(LESSON_VIEW)
    assert window.lesson is not None
    window.lesson.compare.show_versions(LINES)
    window.lesson.show_side(comparing=True)
    return window.lesson.compare


def said(pane: ComparePane) -> list[str]:
    return [line.accessibleName() for line in pane.lines()]


def test_when_it_was_in_plain_words() -> None:
    zone = ZoneInfo("Europe/London")
    ago = {
        timedelta(0): "today at 16:42",
        timedelta(hours=16): "today at 0:42",
        timedelta(hours=17): "yesterday at 23:42",
        timedelta(days=3): "Friday at 16:42",
        timedelta(days=7): "16 November at 16:42",
        timedelta(days=400): "19 October 2025 at 17:42",  # in summer time
        timedelta(days=-2): "25 November at 16:42",  # a clock was set back since
    }
    assert {back: when_words(NOW - back, NOW, zone) for back in ago} == ago


def test_why_it_was_kept_in_plain_words() -> None:
    checked = Version(CHECKED, NOW, (File("index.html", ""),), 3, 4)
    assert why_words(checked) == "Checked: 3 of 4 goals met"
    assert why_words(replace(checked, met=0, goals=1)) == "Checked: 0 of 1 goal met"
    assert why_words(replace(checked, met=4, passed=True)) == "Checked: passed"
    assert why_words(replace(checked, met=0, goals=0)) == "Checked"
    for why in ("started again", "went back", "other window", "other files", "ended"):
        assert len(why_words(replace(checked, why=why))) > 15
    assert why_words(replace(checked, why="of a newer Midweek")) == "Kept"


def test_versions_are_chosen_by_keyboard(pane: ComparePane, qtbot) -> None:
    assert said(pane) == [
        "Today at 16:42, Checked: passed, as your page is now",
        "Today at 16:30, Checked: 3 of 4 goals met",
        "Yesterday at 9:05, Before you started again",
    ]
    chosen: list[int] = []
    pane.version_chosen.connect(chosen.append)
    pane.first.setFocus()
    qtbot.keyClick(pane.lines()[0], Qt.Key.Key_Down)
    assert pane.lines()[1].hasFocus()
    qtbot.keyClick(pane.lines()[1], Qt.Key.Key_Return)
    qtbot.mouseClick(pane.lines()[2], Qt.MouseButton.LeftButton)
    assert chosen == [1, 2]


def test_what_is_now_cannot_be_taken_again(pane: ComparePane) -> None:
    assert not pane.use.isEnabled()
    pane.show_chosen(1, usable=True)
    assert said(pane)[1].endswith(", shown")
    assert pane.first is pane.lines()[1]
    assert pane.use.isEnabled()
    pane.show_chosen(0, usable=False)
    assert not pane.use.isEnabled()
    assert not said(pane)[1].endswith(", shown")


def test_how_much_differs_and_where_else(pane: ComparePane) -> None:
    pane.show_places("index.html", 1)
    assert pane.places.text() == "1 place differs in index.html."
    pane.show_places("index.html", 0, ["style.css", "more.html"])
    assert pane.places.text() == "Nothing differs in index.html. style.css and more.html differ too."
    assert not pane.after.isVisible()
    pane.show_places("index.html", 3, ["style.css"])
    assert pane.places.text() == "3 places differ in index.html. style.css differs too."
    assert pane.after.isVisible()
    pane.show_step(2, 3)
    assert pane.places.text() == "Difference 2 of 3"


def test_escape_and_the_button_go_back(pane: ComparePane, qtbot) -> None:
    asked: list[bool] = []
    pane.close_requested.connect(lambda: asked.append(True))
    pane.lines()[0].setFocus()
    qtbot.keyClick(pane.lines()[0], Qt.Key.Key_Escape)
    pane.back.click()
    assert len(asked) == 2


def test_with_no_version_it_says_how_one_comes_to_be(pane: ComparePane) -> None:
    pane.show_versions(())
    assert "Each time you check your page" in pane.words.text()
    assert not pane.use.isVisible()
    assert pane.first is pane.back


def test_f6_goes_round_it_as_round_every_pane(window: Window, pane: ComparePane) -> None:
    assert window.lesson is not None
    window.lesson.editor.setFocus()
    window.lesson.go_to_pane(-1)
    assert pane.first.hasFocus()
    window.lesson.show_side(comparing=False)
    window.lesson.go_to_pane(1)
    window.lesson.go_to_pane(-1)
    assert window.lesson.text.area.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped(window: Window, pane: ComparePane, scale: float, qtbot) -> None:
    window.theme.set_scale(scale)
    window.resize(1280, 720)
    pane.show_places("a-rather-long-name.html", 12, ["style.css"])
    qtbot.wait(50)
    for button in (pane.before, pane.after, pane.use, pane.back):
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= 24
        assert pane.rect().contains(button.mapTo(pane, button.rect().bottomRight()))
    for line in pane.lines():
        assert line.height() >= line.heightForWidth(line.width())
    assert pane.use.mapTo(pane, pane.use.rect().bottomLeft()).y() <= pane.height()
