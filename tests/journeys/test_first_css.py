"""A rule of one's own, in the second of two files: a mistake is told with its file and line, mended, and passes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.play import Player, check, retype
from app.views import find_place
from tests.journeys.conftest import Opened
from tests.journeys.test_first_lesson import desk, give_name, marked, message, ticks

CTRL = Qt.KeyboardModifier.ControlModifier
MET, NEXT = "met", "not met yet, next"


def test_a_rule_typed_with_a_slip_is_told_with_its_file_and_passes_when_mended(opened: Opened) -> None:
    player = open_exercise(opened(), "a-rule")
    editor = desk(player).editor
    assert editor.current == "style.css"  # the file that is to change is in front

    type_at_the_end(player, "h2 {\ncolour: darkgreen")
    player.wait(lambda: ticks(player) == [NEXT, "not met yet", MET], "the goal that is met to tick itself")
    assert marked(player) == []  # nobody is interrupted on the line that is typed
    player.press(editor, Qt.Key.Key_Up)
    player.wait(lambda: marked(player) == ["colour"], "the slip to be marked")

    player.program.window.lesson.tabs.bar.setCurrentIndex(0)
    player.wait(lambda: editor.current == "index.html", "the other file")
    check(player)
    assert "style.css, line 6" in message(player)
    assert "color" in message(player)
    QTest.keyClick(player.program.window.lesson.text.message.show_line, Qt.Key.Key_Space)
    player.wait(lambda: editor.current == "style.css", "the file of the message")

    retype(player, "colour", "color")
    player.wait(lambda: ticks(player)[0] == MET, "the goal to tick itself")
    assert "right now" in message(player)
    type_at_the_end(player, "\n\np {\ncolor: darkslategray;")
    player.wait(lambda: ticks(player) == [MET, MET, MET], "the browser's goals to tick themselves")
    assert not desk(player).sitting.report.passed  # only a check is a try
    check(player)
    assert desk(player).sitting.report.passed


def open_exercise(player: Player, id: str) -> Player:
    give_name(player, "Grace")
    player.program.place = find_place(player.program.shelf.packs, "office-web", "first-css")
    player.program.open_exercise(id)
    player.wait(lambda: desk(player).editor.current == "style.css", "the editor")
    player.pause(800)
    desk(player).editor.setFocus()
    return player


def type_at_the_end(player: Player, text: str) -> None:
    """Behind everything that stands in the file in front."""
    editor = desk(player).editor
    player.press(editor, Qt.Key.Key_End, held=CTRL)
    player.type(editor, text)
    last = text.rpartition("\n")[2]
    player.wait(lambda: last in desk(player).sitting.page.text("style.css"), f"the words {last}")
