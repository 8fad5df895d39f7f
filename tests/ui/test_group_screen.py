"""The group's table: the same facts for eyes and for a screen reader, and where help is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from ui.samples import GROUP, TABLE

from app.ui.group import Group
from app.ui.window import Window


@pytest.fixture
def group(window: Window) -> Group:
    window.group.show_group(GROUP)
    window.show_screen("group")
    return window.group


def said(group: Group, row: int, column: int) -> str:
    return group.table.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_head_says_week_lesson_and_group(group: Group) -> None:
    shown = [label.text() for label in group.findChildren(QLabel) if label.isVisible()]
    assert "Week of 18 to 25 November · Lesson 4: Pictures that speak" in shown
    assert "Constituency office" in shown
    assert "Wednesday 25 November, 4 pm" in shown
    assert "The group meets on Wednesday. 5 people expected." in shown


def test_columns_are_the_steps(group: Group) -> None:
    model = group.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Person", "This week", "1", "2", "3", "4", "Project", "Last heard"]


def test_every_cell_is_said_in_words(group: Group) -> None:
    assert said(group, 0, 1) == "Done"
    assert said(group, 0, 2) == "Lena Brook, Put a picture on the page: passed"
    assert said(group, 1, 4) == "Grace Ruddock, When a picture is only decoration: asked for help"
    assert said(group, 2, 3) == "Joan Pike, Say what the picture shows: 5 tries, not passed yet"
    assert said(group, 4, 6) == "Ruth Bell, a photo story of an event: not tried"
    assert said(group, 4, 7) == "never"


def test_arrows_walk_the_cells_and_tab_leaves(group: Group, window: Window, qtbot) -> None:
    assert group.table.hasFocus()
    qtbot.keyClick(group.table, Qt.Key.Key_Down)
    qtbot.keyClick(group.table, Qt.Key.Key_Right)
    at = group.table.currentIndex()
    assert (at.row(), at.column()) == (1, 1)
    qtbot.keyClick(group.table, Qt.Key.Key_Tab)
    assert not group.table.hasFocus()


def test_where_help_is_wanted_names_person_and_exercise(group: Group) -> None:
    assert group.help_wanted == [
        "Grace Ruddock, exercise 3: When a picture is only decoration · asked for help",
        "Joan Pike, exercise 2: Say what the picture shows · 5 tries, not passed yet · goal: A picture with text that "
        "says what it shows",
    ]


def test_nobody_and_no_trouble_are_said_plainly(group: Group) -> None:
    group.show_group(replace(GROUP, table=replace(TABLE, rows=())))
    shown = [label.text() for label in group.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Nobody is here yet.") for text in shown)
    assert group.help_wanted == ["Nobody is stuck, and nobody has asked."]
    assert not group.table.isVisible()
