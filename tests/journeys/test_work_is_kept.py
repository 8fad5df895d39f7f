"""Nothing that was typed is lost, and every step can be taken back, on another day as well."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView

from app.play import Player, check, retype
from tests.journeys.typist import EVERY, LETTERS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


def test_undo_goes_back_to_the_start_on_another_day(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    texts = [text(player)]
    for old, new in [("Visiting us", "See us"), ("How to find us", "Here we are"), ("See us", "Come and see us")]:
        retype(player, old, new)
        texts.append(text(player))
    player = opened()  # closed at once: the last step was not told when it was
    begin(player, "headings")
    assert text(player) == texts[-1]
    for earlier in reversed(texts[:-1]):
        until(player, undo, earlier)
    undo(player)
    now_is(player, texts[0])  # and no further
    for later in texts[1:]:
        until(player, redo, later)
    redo(player)
    now_is(player, texts[-1])


def test_another_exercise_and_back_keeps_every_step(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    start = text(player)
    retype(player, "Visiting us", "See us")
    begin(player, "change-the-words")
    undo(player)  # nothing was typed here
    begin(player, "headings")
    until(player, undo, start)


def test_start_again_can_be_undone_with_one_key(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    start = text(player)
    retype(player, "Visiting us", "See us")
    typed = text(player)
    screen = player.program.wake_browser().screen
    screen.commands.choose("start_again")
    screen.dialog.accept()
    now_is(player, start)
    undo(player)
    now_is(player, typed)
    until(player, undo, start)
    until(player, redo, typed)
    redo(player)
    now_is(player, start)
    player = opened()
    begin(player, "headings")
    assert text(player) == start
    undo(player)
    now_is(player, typed)


def test_an_earlier_version_is_seen_and_taken_back_and_that_undone(opened, clock) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    start = text(player)
    check(player)
    clock.move(days=1)
    retype(player, "Visiting us", "See us")
    typed = text(player)
    take_keyboard(player)
    QTest.keyClick(keyboard(player), KEYS.Key_H, CTRL | SHIFT)
    screen = player.program.wake_browser().screen
    player.wait(lambda: screen.compare.places.text() == "1 place differs in index.html.", "the comparison")
    assert [line.accessibleName() for line in screen.compare.lines()] == [
        "Yesterday at 9:00, Checked: 1 of 5 goals met, shown"
    ]
    assert compared(player) == ["−  <title>Visiting us</title>", "+  <title>See us</title>"]
    take_keyboard(player)
    QTest.keyClick(keyboard(player), KEYS.Key_F7)
    player.wait(lambda: screen.compare.places.text() == "Difference 1 of 1", "the first difference")
    QTest.keyClick(keyboard(player), KEYS.Key_Escape)
    player.wait(lambda: not screen.is_comparing, "the editor")
    assert text(player) == typed  # looking changes nothing
    screen.commands.choose("earlier_versions")
    screen.compare.use.click()
    now_is(player, start)
    assert not screen.is_comparing
    versions = player.program.wake_browser().sitting.versions.all()
    assert [version.why for version in versions] == ["went back", "checked"]
    undo(player)
    now_is(player, typed)


def test_the_answer_is_seen_when_it_may_be_and_that_is_told(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    desk = player.program.wake_browser()
    desk.screen.commands.choose("compare_answer")
    assert player.program.window.notice.text == (
        "You can see the answer once your page was checked 3 times; so far it was not checked. A hint can help now."
    )
    assert not desk.screen.is_comparing
    for _ in range(3):
        check(player)
    desk.screen.commands.choose("compare_answer")
    player.wait(lambda: "differ" in desk.screen.compare.places.text(), "the comparison")
    assert "+  <h1>Visiting us</h1>" in compared(player)
    begin(player, "change-the-words")
    assert not desk.screen.is_comparing
    begin(player, "headings")
    assert desk.sitting.answer_seen


def test_after_a_crash_the_text_is_there_and_it_is_said_of_when_it_is(opened, home: Path) -> None:
    pressed = typed_elsewhere(home, letters=40, end=lambda typist: typist.kill())
    player = opened()
    assert player.program.window.notice.text == (
        "Midweek ended without closing. What you typed is kept: open the exercise to go on."
    )
    begin(player, "headings")
    saved = len(letters(player))
    assert letters(player) == (LETTERS * 20)[:saved]
    assert saved >= pressed - 1000 // EVERY  # a second at most
    notice = player.program.window.notice
    assert notice.text == "Midweek ended without closing. Your text of today at 9:00 is here."
    assert notice.action.text() == "See the version before"
    notice.action.click()
    screen = player.program.wake_browser().screen
    assert screen.is_comparing
    assert screen.compare.lines()[0].accessibleName().startswith("Today at 9:00, Shortly before Midweek ended")
    screen.compare.back.click()
    until(player, undo, start(player))
    player = opened()
    begin(player, "headings")
    assert player.program.window.notice.isHidden()  # it is said once


def test_what_another_process_closed_is_gone_on_with_here(opened, home: Path) -> None:
    pressed = typed_elsewhere(home, letters=15, end=lambda typist: typist.communicate(b"\n"))
    player = opened()
    begin(player, "headings")
    assert player.program.window.notice.isHidden()
    assert len(letters(player)) >= pressed
    end = text(player)
    until(player, undo, start(player))
    until(player, redo, end)


def test_a_letter_on_its_way_when_the_window_is_closed_or_the_exercise_left_is_kept(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    take_keyboard(player)
    QTest.keyClicks(keyboard(player), "abc")
    player.program.show_screen("week")
    task = player.program.drafts.last(player.program.person.id)[0]
    read = partial(player.program.drafts.read, player.program.person.id, task)
    player.wait(lambda: (draft := read()) is not None and draft.files[0].text.startswith("abc<"), "the letters")
    begin(player, "headings")
    take_keyboard(player)
    QTest.keyClicks(keyboard(player), "def")
    player.program.window.close()
    player.wait(lambda: not player.program.window.isVisible(), "the window to go")
    assert read().files[0].text.replace("def", "").startswith("abc<")
    assert "def" in read().files[0].text


def test_who_closes_twice_does_not_wait(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    player.program.window.close()
    assert player.program.window.isVisible()
    player.program.window.close()
    assert not player.program.window.isVisible()


# ---- the person at the keys ----


def typed_elsewhere(home: Path, letters: int, end: Callable[[subprocess.Popen[bytes]], object]) -> int:
    """Somebody types in a process of their own until it ends; how many letters they had pressed when that began."""
    command = [sys.executable, "-P", "-m", "tests.journeys.typist", str(home)]
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    typist = subprocess.Popen(command, cwd=root, env=environment, stdin=pipe, stdout=pipe, stderr=nowhere)
    try:
        assert typist.stdout is not None
        pressed = 0
        while pressed < letters:
            pressed = int(typist.stdout.readline())
        end(typist)
        typist.wait(60)
    finally:
        typist.kill()
        typist.communicate()
    return pressed


def letters(player: Player) -> str:
    """What was typed at the end of line 8."""
    return text(player).split("\n")[7].removeprefix(start(player).split("\n")[7])


def start(player: Player) -> str:
    return player.program.wake_browser().sitting.exercise.start[0].text


def compared(player: Player) -> list[str]:
    """The lines that only one of the two texts has, with their signs."""
    lines = "[...document.querySelectorAll('.compare .cm-line, .cm-deletedChunk > .cm-deletedLine')]"
    sign = "(getComputedStyle(l, '::before').content.match(/[\\u2212+]/)?.[0] ?? '')"
    return look(player, f"{lines}.map((l) => {sign} + l.textContent).filter((line) => /^[\\u2212+]/.test(line))")


def look(player: Player, script: str):
    """The value of an expression in the editor's page."""
    answers: list[object] = []
    view = player.program.wake_browser().editor.findChild(QWebEngineView)
    view.page().runJavaScript(f"JSON.stringify({script})", 0, answers.append)
    player.wait(lambda: bool(answers), "the editor's page")
    return json.loads(str(answers[0]))


def begin(player: Player, exercise: str) -> None:
    """Open an exercise and put the cursor into its editor."""
    program = player.program
    program.window.show()
    ready: list[bool] = []
    desk = program.wake_browser()
    desk.editor.ready.connect(lambda: ready.append(True))
    program.open_exercise(exercise)
    player.wait(lambda: bool(ready), "the editor")
    desk.editor.setFocus()
    player.pause(100)


def text(player: Player) -> str:
    sitting = player.program.wake_browser().sitting
    return sitting.page.text(sitting.current)


def undo(player: Player) -> None:
    take_keyboard(player)
    QTest.keyClick(keyboard(player), KEYS.Key_Z, CTRL)


def redo(player: Player) -> None:
    take_keyboard(player)
    QTest.keyClick(keyboard(player), KEYS.Key_Y, CTRL)


def until(player: Player, key: Callable[[Player], None], wanted: str) -> None:
    """Undo or redo as often as it takes: on a slow machine, words may have become several steps."""
    for _ in range(20):
        if text(player) == wanted:
            break
        before = text(player)
        key(player)
        player.wait(lambda: text(player) != before, "another text")  # noqa: B023
    now_is(player, wanted)


def take_keyboard(player: Player) -> None:
    player.program.window.activateWindow()
    player.program.wake_browser().editor.setFocus()
    has_cursor = "document.hasFocus() && !!document.activeElement.closest('.cm-content')"
    player.wait(lambda: look(player, has_cursor), "the cursor")


def keyboard(player: Player):
    widget = player.program.wake_browser().editor
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def now_is(player: Player, wanted: str) -> None:
    """In the editor's own copy, in the sitting, and so on the disk in a second."""
    desk = player.program.wake_browser()
    player.wait(lambda: text(player) == wanted == desk.editor.text(desk.editor.current), f"the text {wanted[:400]}")
    player.pause(60)
    assert text(player) == wanted
