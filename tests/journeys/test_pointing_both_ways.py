"""The cursor is shown on the page, a rule's matches are counted, a click comes back to its line: in the real window."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.browser.asking import WORLD
from app.browser.outlines import BLUE
from app.checks.report import Place
from app.play import Player
from app.views import find_place
from tests.journeys.conftest import Opened
from tests.journeys.test_first_lesson import desk, give_name

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_pointing_at_one_side_shows_the_other(opened: Opened) -> None:
    player = open_class(opened())
    editor, pointer = desk(player).editor, desk(player).preview.pointer
    put_cursor(player, "style.css", "}\n", behind=True)
    player.type(editor, "\n.notice {\ncolor: darkred;")
    player.wait(lambda: said(player) == "This rule matches nothing on this page yet.", "the sentence")

    put_cursor(player, "index.html", ">We are closed")
    player.type(editor, ' class="notice"')
    player.wait(lambda: rects(player, "p.notice"), "the class on the page")
    player.wait(lambda: outlined(player) == rects(player, "p.notice"), "the outline")
    assert pointer.outlines.label == "p"
    player.wait(lambda: colour_beside(player) == BLUE.name(), "the blue")
    player.press(editor, Qt.Key.Key_Up)
    player.wait(lambda: outlined(player) == rects(player, "p"), "the outline of the line above")
    player.press(editor, Qt.Key.Key_Home, held=CTRL)
    player.wait(lambda: outlined(player) == [], "no outline")

    put_cursor(player, "style.css", ".notice")
    player.wait(lambda: said(player) == "This rule matches 1 element.", "the number")
    player.press(editor, Qt.Key.Key_Home, held=CTRL)
    player.wait(lambda: outlined(player) == rects(player, "body"), "the outline of the body")

    click(player, "p.notice")
    player.wait(lambda: editor.current == "index.html", "the page's own text")
    line = (
        desk(player)
        .sitting.page.text("index.html")
        .split("\n")
        .index('  <p class="notice">We are closed on Monday.</p>')
    )
    player.wait(lambda: cursor(player)[:2] == ("index.html", line + 1), "the cursor there")
    assert desk(player).screen.tabs.bar.currentIndex() == 0
    player.wait(lambda: outlined(player) == rects(player, "p.notice"), "its outline")
    player.wait(lambda: colour_beside(player) == BLUE.name(), "the keyboard in the editor, so that it is strong")
    player.type(editor, "x")  # the keyboard is there
    player.wait(lambda: "x" in desk(player).sitting.page.text("index.html").split("\n")[line], "the letter")


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)  # a menu, without a screen
def test_the_rules_are_a_key_away_and_the_outline_can_be_switched_off(opened: Opened) -> None:
    player = open_class(opened())
    editor, pointer = desk(player).editor, desk(player).preview.pointer
    put_cursor(player, "index.html", "<body>")
    player.wait(lambda: pointer.outlines.label == "body", "the outline")
    player.press(editor, Qt.Key.Key_F9)
    menu = desk(player).screen.page.caption.menu
    player.wait(menu.isVisible, "the menu")
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "body\tindex.html, line 8",
        "body\tstyle.css, line 1",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    player.wait(lambda: editor.current == "style.css", "the rule's file")
    player.wait(lambda: cursor(player) == ("style.css", 1, 1), "the rule")

    assert pointer.outlines.isVisible()
    player.press(editor, Qt.Key.Key_F9, held=SHIFT)
    player.wait(lambda: not pointer.outlines.isVisible(), "no outline")

    player = open_class(opened())  # another day
    put_cursor(player, "index.html", "<h1>")
    player.pause(400)
    assert outlined(player) == []
    assert not desk(player).screen.commands.is_checked("show_place")
    click(player, "h1", Qt.MouseButton.RightButton)
    menu = desk(player).screen.page.caption.menu
    player.wait(menu.isVisible, "the menu")
    assert menu.actions()[0].text() == "h1\tindex.html, line 9"
    menu.close()


def open_class(player: Player) -> Player:
    if player.program.person is None:
        give_name(player, "Grace")
    player.program.place = find_place(player.program.shelf.packs, "office-web", "first-css")
    player.program.open_exercise("a-class")
    painted: list[int] = []
    desk(player).preview.painted.connect(painted.append)
    desk(player).cursors = []
    desk(player).editor.cursor_moved.connect(lambda *at: desk(player).cursors.append(at))
    player.wait(lambda: bool(painted), "the preview")
    desk(player).editor.setFocus()
    player.pause(500)
    return player


def put_cursor(player: Player, name: str, words: str, *, behind: bool = False) -> None:
    """Put the cursor before some words of a file, or behind them."""
    before, found, _ = desk(player).sitting.page.text(name).partition(words)
    before += found if behind else ""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    desk(player).screen.code.go_to(Place(name, line, column))
    player.wait(lambda: desk(player).cursors[-1:] == [(name, line, column)], "the cursor")


def cursor(player: Player) -> Any:
    return desk(player).cursors[-1]


def said(player: Player) -> str:
    return desk(player).screen.page.caption.words.text()


def outlined(player: Player) -> list[list[float]]:
    return [list(box) for box in desk(player).preview.pointer.outlines.boxes]


def rects(player: Player, selector: str) -> list[list[float]]:
    """The boxes of the first element that a selector finds."""
    answers: list[str] = []
    script = (
        f"JSON.stringify([...document.querySelector('{selector}')?.getClientRects() ?? []].map("
        "({left, top, width, height}) => [left, top, width, height].map((n) => Math.round(n * 100) / 100)))"
    )
    desk(player).preview.view.page().runJavaScript(script, WORLD.value, answers.append)
    player.wait(lambda: bool(answers), "the page's answer")
    return json.loads(answers[0])


def click(player: Player, selector: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    left, top, _, height = rects(player, selector)[0]
    at = QPoint(round(left + 3), round(top + height / 2))
    QTest.mouseClick(desk(player).preview.view.focusProxy(), button, Qt.KeyboardModifier.NoModifier, at)


def colour_beside(player: Player) -> str:
    """What is on the screen just left of what is outlined, halfway down."""
    pointing = desk(player).preview.pointer
    left, top, _, height = pointing.outlines.boxes[0] if pointing.outlines.boxes else (0, 0, 0, 0)
    at = pointing.outlines.mapTo(player.program.window, QPoint(round(left - 4), round(top + height / 2)))
    return player.program.window.grab().toImage().pixelColor(at).name()
