"""Who is here: choosing, adding, and being told kindly why a name was not taken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from ui.samples import ROWS

from app.errors import AppError
from app.ui.people import People
from app.ui.window import Window

EVERYBODY = [row.person for row in ROWS]


@pytest.fixture
def people(window: Window) -> People:
    window.people.show_people(EVERYBODY)
    window.show_screen("people")
    return window.people


def texts(people: People) -> str:
    return "\n".join(label.text() for label in people.findChildren(QLabel) if label.isVisible())


def test_the_first_person_is_welcomed_and_may_type_at_once(window: Window, qtbot) -> None:
    people = window.people
    people.show_people([])
    window.show_screen("people")
    assert "Welcome to Midweek" in texts(people)
    assert people.field.hasFocus()
    qtbot.keyClicks(people.field, "Joan Pike")
    with qtbot.waitSignal(people.name_given) as given:
        qtbot.keyClick(people.field, Qt.Key.Key_Return)
    assert given.args == ["Joan Pike"]


def test_a_name_is_chosen_with_arrows_and_enter(people: People, qtbot) -> None:
    rows = people.rows()
    assert [row.accessibleName() for row in rows] == [person.label for person in EVERYBODY]
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(people.person_chosen) as chosen:
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert chosen.args == [EVERYBODY[1].id]


def test_a_name_that_was_not_taken_stays_to_be_mended(people: People, qtbot) -> None:
    people.field.setText("x" * 70)
    people.show_problem(AppError("This name is longer than 60 letters.", "Type a shorter form of it."))
    assert people.problem == "This name is longer than 60 letters. Type a shorter form of it."
    assert people.field.text() == "x" * 70
    assert people.field.hasFocus()
    assert people.field.accessibleDescription() == people.problem
    qtbot.keyClicks(people.field, "Tom")
    assert people.problem == ""
    assert people.field.text() == "Tom"


def test_the_button_adds_as_well(people: People, qtbot) -> None:
    people.field.setText("Tom")
    with qtbot.waitSignal(people.name_given) as given:
        qtbot.mouseClick(people.add, Qt.MouseButton.LeftButton)
    assert given.args == ["Tom"]
