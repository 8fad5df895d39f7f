"""Nothing that was typed is lost, and every step can be taken back, on another day as well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.play import Player, retype

CTRL = Qt.KeyboardModifier.ControlModifier
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
    for earlier in (*reversed(texts[:-1]), texts[0]):
        undo(player)
        now_is(player, earlier)
    for later in (*texts[1:], texts[-1]):
        redo(player)
        now_is(player, later)


def test_another_exercise_and_back_keeps_every_step(opened) -> None:
    player = opened()
    player.program.add_person("Shazia Akhtar")
    begin(player, "headings")
    start = text(player)
    retype(player, "Visiting us", "See us")
    begin(player, "change-the-words")
    undo(player)  # nothing was typed here
    begin(player, "headings")
    undo(player)
    now_is(player, start)


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
    undo(player)
    now_is(player, start)
    redo(player)
    redo(player)
    now_is(player, start)
    player = opened()
    begin(player, "headings")
    assert text(player) == start
    undo(player)
    now_is(player, typed)


# ---- the person at the keys ----


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


def take_keyboard(player: Player) -> None:
    player.program.window.activateWindow()
    player.program.wake_browser().editor.setFocus()
    player.pause(60)


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
