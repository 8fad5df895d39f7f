"""*This week*: what it says, and that it can be used with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from ui.samples import HOME, LESSON, ROWS, SHAZIA, STEPS

from app.progress.table import MyWeek
from app.ui.home import Home
from app.ui.home_words import day_words, short_name
from app.ui.window import Window


@pytest.fixture
def home(window: Window) -> Home:
    window.home.show_week(HOME)
    window.show_screen("week")
    return window.home


def texts(home: Home) -> str:
    return "\n".join(label.text() for label in home.findChildren(QLabel) if label.isVisible())


def test_it_says_when_what_and_how_far(home: Home) -> None:
    shown = texts(home)
    assert "Monday 23 November · meeting on Wednesday at 4\N{NO-BREAK SPACE}pm" in shown
    assert "Lesson 4: Pictures that speak" in shown
    assert "3 of 5 done · about 20 minutes left" in shown
    assert "5 min · you stopped here on Thursday" in shown
    assert "Project: a photo story of an event" in shown


def test_every_step_tells_its_state_in_words(home: Home) -> None:
    names = [step.accessibleName() for step in home.steps()]
    assert names[1] == "Exercise 2, Say what the picture shows, done, 5 minutes"
    assert names[3] == "Exercise 4, Give the picture its size, next, 5 minutes, you stopped here on Thursday"
    assert names[4] == "Project, a photo story of an event, not done yet, 15 minutes"


@pytest.mark.parametrize(
    ("mine", "said", "opened"),
    [
        (HOME.mine, "Continue exercise 4", "size"),
        (MyWeek(0, 5, 33, STEPS[0], ""), "Start exercise 1", "put"),
        (MyWeek(4, 5, 15, STEPS[4], ""), "Continue the project", "story"),
        (MyWeek(5, 5, 0, None, ""), "Look at it again", "put"),
    ],
)
def test_the_main_button_says_what_is_next_and_opens_it(
    home: Home, qtbot, mine: MyWeek, said: str, opened: str
) -> None:
    home.show_week(replace(HOME, mine=mine))
    assert home.main.text() == said
    home.main.setFocus()
    with qtbot.waitSignal(home.exercise_chosen) as chosen:
        qtbot.keyClick(home.main, Qt.Key.Key_Return)
    assert chosen.args == [opened]


def test_arrows_walk_the_steps_and_enter_opens_one(home: Home, window: Window, qtbot) -> None:
    steps = home.steps()
    steps[0].setFocus()
    qtbot.keyClick(steps[0], Qt.Key.Key_Up)
    assert steps[0].hasFocus()
    qtbot.keyClick(steps[0], Qt.Key.Key_Down)
    qtbot.keyClick(steps[1], Qt.Key.Key_Down)
    assert steps[2].hasFocus()
    with qtbot.waitSignal(home.exercise_chosen) as chosen:
        qtbot.keyClick(steps[2], Qt.Key.Key_Enter)
    assert chosen.args == ["decoration"]


def test_the_group_is_shown_quietly(home: Home) -> None:
    shown = texts(home)
    assert "Since last Wednesday" in shown
    assert "You" in shown.splitlines()
    for quiet in ("done for this week", "asked for help", "1 of 5", "away until Monday", "no news"):
        assert quiet in shown
    assert "Stuck" not in shown


def test_alone_there_is_no_group_and_without_a_meeting_no_meeting(home: Home) -> None:
    alone = replace(HOME.group, rows=(SHAZIA,))
    home.show_week(replace(HOME, group=alone, meeting=None, notes=(), course=HOME.course[:1]))
    shown = texts(home)
    assert "Our group" not in shown
    assert "We meet" not in shown
    assert "The course" not in shown
    assert "Monday 23 November" in shown.splitlines()


def test_a_week_shown_again_leaves_nothing_of_the_one_before(home: Home) -> None:
    shorter = replace(LESSON, exercises=LESSON.exercises[:2])
    home.show_week(replace(HOME, lesson=shorter, mine=MyWeek(2, 2, 0, None, "")))
    assert len(home.steps()) == 2


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "tomorrow"), (2, "on Wednesday"), (7, "next Monday"), (9, "on 2 December")]
)
def test_days_are_said_as_people_say_them(days: int, said: str) -> None:
    today = date(2026, 11, 23)
    assert day_words(today + timedelta(days), today) == said


def test_first_names_are_enough_where_they_tell_people_apart() -> None:
    names = ["Tom Oyelaran", "Tom Bell", "Ruth Bell"]
    assert [short_name(name, names) for name in names] == ["Tom Oyelaran", "Tom Bell", "Ruth"]
    assert ROWS[0].person.label.startswith("Lena")
