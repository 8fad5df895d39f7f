"""A newcomer's whole way: a name, the first exercise with two mistakes, the group's table, and the next day."""

from __future__ import annotations

import json
import os
import signal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView

from app.play import Player, check, retype
from tests.journeys.conftest import Opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def test_a_newcomer_passes_the_first_exercise_and_finds_it_all_the_next_day(opened: Opened, clock) -> None:
    player = opened()
    give_name(player, "Shazia Akhtar")
    assert "Meet the window" in player.program.window.home.steps()[0].accessibleName()
    press(player, Qt.Key.Key_Return)  # the main button has the keyboard
    player.wait(lambda: player.program.window.screen_name == "lesson", "the lesson")
    type_in_heading(player, "The Comunity Office")

    check(player)
    said = message(player)
    assert "Line 8" in said
    assert "Comunity" in said
    assert "Community" in said

    retype(player, "Comunity", "Community")
    retype(player, "</h1>", "")
    check(player)
    assert "Line 8" in message(player)
    assert "</h1>" in message(player)

    retype(player, "Office", "Office</h1>")
    check(player)
    assert desk(player).sitting.report.passed
    assert_first_is_passed(player)

    clock.move(days=1)
    player = opened()
    assert player.program.person.name == "Shazia Akhtar"
    assert "1 of 8 done" in words(player.program.window.home)
    assert_first_is_passed(player)
    player.program.show_screen("week")
    player.program.open_exercise("the-window")
    assert "<h1>The Community Office</h1>" in desk(player).editor.text("index.html")


def test_goals_tick_themselves_before_anything_is_checked_and_a_slip_waits_until_its_line_is_left(
    opened: Opened,
) -> None:
    player = opened()
    give_name(player, "Tom")
    player.program.open_exercise("the-window")
    assert ticks(player) == ["not met yet, next", "not met yet"]
    type_in_heading(player, "The Community Office")
    player.wait(lambda: ticks(player) == ["met", "met"], "the goals to tick themselves")
    assert player.program.window.lesson.text.ready.isVisible()
    assert [event.kind for event in player.program.store.events()] == ["person.named"]

    editor = desk(player).editor
    for _ in range(len("</h1>")):
        player.press(editor, Qt.Key.Key_Delete)  # behind the words, where the cursor stands
    player.wait(lambda: ticks(player) != ["met", "met"], "a goal to lose its tick")
    assert marked(player) == []
    player.press(editor, Qt.Key.Key_Up)
    player.wait(lambda: marked(player) == ["<h1>"], "the slip to be marked")
    player.press(editor, Qt.Key.Key_F8)
    player.wait(
        lambda: "never closed" in look(player, "document.querySelector('.cm-sentence')?.textContent ?? ''"), "F8"
    )
    assert [event.kind for event in player.program.store.events()] == ["person.named"]


def test_a_page_of_two_thousand_lines_is_looked_at_and_checked_elsewhere(opened: Opened) -> None:
    player = opened()
    give_name(player, "Tom")
    player.program.open_exercise("the-window")
    type_in_heading(player, "The Community Office")
    player.wait(lambda: ticks(player) == ["met", "met"], "the goals to tick themselves")
    worker = player.program.inspecting
    assert worker.worker_id == 0  # a short page needs none
    text = desk(player).sitting.page.text("index.html")
    long = text.replace("</body>", "<p>One more line</p>\n" * 2000 + "</body>").replace("Office</h1>", "Ofice</h1>")
    desk(player).editor.open_files([("index.html", long)], "index.html")
    desk(player).editor.text_edited.emit("index.html", long)  # as if it had been pasted
    player.wait(lambda: ticks(player)[0] != "met", "a goal to lose its tick")
    assert worker.worker_id != 0

    happened: list[str] = []
    heart = QTimer()
    heart.timeout.connect(lambda: happened.append("beat"))
    heart.start(0)
    desk(player).screen.check_requested.connect(lambda: happened.append("asked"))
    desk(player).screen.text.message.shown.connect(lambda _: happened.append("told"))
    check(player)
    heart.stop()
    between = happened[happened.index("asked") : happened.index("told", happened.index("asked"))]
    assert "beat" in between  # the window went on
    assert "Line 8" in message(player)


def test_the_keyboard_alone_is_enough(opened: Opened) -> None:
    player = opened()
    give_name(player, "Tom")
    press(player, Qt.Key.Key_Return)
    player.wait(lambda: player.program.window.screen_name == "lesson", "the lesson")
    type_in_heading(player, "The Community Office")
    check(player)
    assert desk(player).sitting.report.passed
    player.press(desk(player).editor, Qt.Key.Key_Escape)
    player.press(desk(player).editor, Qt.Key.Key_Tab, "\t")
    player.wait(lambda: not desk(player).editor.isAncestorOf(focus(player)), "the keyboard to leave the editor")
    next_exercise = player.program.window.lesson.text.main
    next_exercise.setFocus()
    press(player, Qt.Key.Key_Space)
    player.wait(lambda: desk(player).sitting.exercise.id == "change-the-words", "the second exercise")


def test_what_was_typed_is_on_the_disk_within_a_second(opened: Opened, home) -> None:
    player = opened()
    give_name(player, "Tom")
    player.program.open_exercise("the-window")
    type_in_heading(player, "Half a he")
    player.pause(1000)
    kept = [file.read_text("utf-8") for file in home.glob("drafts/*/*/draft.json")]
    assert any("<h1>Half a he</h1>" in text for text in kept)


def test_an_editor_that_dies_comes_back_with_the_text(opened: Opened) -> None:
    player = opened()
    give_name(player, "Tom")
    player.program.open_exercise("the-window")
    type_in_heading(player, "Still here")
    restored: list[int] = []
    desk(player).editor.restored.connect(lambda: restored.append(1))
    kill_renderer(desk(player).editor)
    player.wait(lambda: bool(restored), "the editor to come back")
    player.type(desk(player).editor, ", and more")
    player.wait(lambda: "Still here, and more" in desk(player).sitting.page.text("index.html"), "more words")


def give_name(player: Player, name: str) -> None:
    QTest.keyClicks(focus(player), name)
    press(player, Qt.Key.Key_Return)
    player.wait(lambda: player.program.window.screen_name == "week", "this week")


def type_in_heading(player: Player, text: str) -> None:
    """Go to the heading of the first exercise with the arrow keys, and type over its words."""
    editor = desk(player).editor
    player.wait(lambda: editor.current == "index.html", "the editor")
    player.wait(lambda: bool(look(player, "!!document.querySelector('.cm-line')")), "the text in the editor")
    player.pause(400)
    press(player, Qt.Key.Key_F6)
    player.wait(lambda: editor.isAncestorOf(focus(player)), "the keyboard in the editor")
    player.wait(
        lambda: look(player, "document.hasFocus() && !!document.activeElement.closest('.cm-content')"), "its cursor"
    )
    for key, times, held in [
        (Qt.Key.Key_Home, 1, CTRL),
        (Qt.Key.Key_Down, 7, NONE),
        (Qt.Key.Key_End, 1, NONE),
        (Qt.Key.Key_Left, len("</h1>"), NONE),
        (Qt.Key.Key_Left, len("Type here"), SHIFT),
    ]:
        for _ in range(times):
            player.press(editor, key, held=held)
    player.type(editor, text)
    player.wait(lambda: f"<h1>{text}</h1>" in desk(player).sitting.page.text("index.html"), f"the words {text}")


def press(player: Player, key: Qt.Key) -> None:
    QTest.keyClick(focus(player), key)


def focus(player: Player):
    return player.program.window.focusWidget() or player.program.window


def kill_renderer(editor) -> None:
    page = editor.findChild(QWebEngineView).page()
    os.kill(page.renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def desk(player: Player):
    return player.program.wake_browser()


def message(player: Player) -> str:
    return words(player.program.window.lesson.text.message)


def ticks(player: Player) -> list[str]:
    """How each goal is said to stand."""
    return [line.accessibleName().rpartition(": ")[2] for line in player.program.window.lesson.text.goals.lines()]


def look(player: Player, script: str):
    """The value of an expression in the editor's page."""
    answers: list[object] = []
    desk(player).editor.findChild(QWebEngineView).page().runJavaScript(f"JSON.stringify({script})", 0, answers.append)
    player.wait(lambda: bool(answers), "the editor's page")
    return json.loads(str(answers[0]))


def marked(player: Player) -> list[str]:
    """What is underlined in the editor."""
    return look(player, "[...document.querySelectorAll('.cm-mark')].map((mark) => mark.textContent)")


def words(widget) -> str:
    """Everything that is written in a widget, as a person reads it."""
    from PySide6.QtWidgets import QLabel, QTextBrowser

    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    texts = [text.toPlainText() for text in widget.findChildren(QTextBrowser) if text.isVisible()]
    return "\n".join([*labels, *texts])


def assert_first_is_passed(player: Player) -> None:
    row = group_row(player)
    assert "Shazia Akhtar" in row[0]
    assert "1 of 8" in row[1]
    assert "passed" in row[2]
    assert all("not tried" in cell for cell in row[3:10])


def group_row(player: Player) -> list[str]:
    """The one row of the group's table, as a screen reader says it."""
    player.program.show_screen("group")
    table = player.program.window.group.table.model()
    said = Qt.ItemDataRole.AccessibleTextRole
    return [table.data(table.index(0, column), said) or "" for column in range(table.columnCount())]
