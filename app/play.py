"""Plays the first exercise in the real window, with real key events and a mistake on the way, and saves pictures.

It is for machines without a screen, and for the smoke test of the frozen program. It drives the program from outside,
so here, and nowhere else, an event loop runs until something has happened.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import AppError, storage_error
from app.program import Program

PATIENCE = 30_000  # ms
_LOOK = 25  # ms between two looks
_SETTLE = 400  # ms after which a picture is taken: the browser paints in a process of its own


class Player:
    """Somebody at the window: waits, types, and takes pictures of it."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program, self.folder = program, folder
        self._taken = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error, f"the pictures in {folder}") from error

    def pause(self, milliseconds: int) -> None:
        """Let the program live for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self, happened: Callable[[], bool], what: str) -> None:
        """Let the program live until something has happened; AppError, naming what was waited for, if it does not."""
        for _ in range(PATIENCE // _LOOK):
            if happened():
                return
            self.pause(_LOOK)
        raise AppError(f"Midweek waited for {what}, and it did not come.", "Look at the last picture.")

    def picture(self, name: str) -> None:
        """Save the window as `01-name.png` and so on, in the order taken."""
        self.pause(_SETTLE)
        self._taken += 1
        file = self.folder / f"{self._taken:02}-{name}.png"
        if not self.program.window.grab().save(str(file)):
            raise AppError(f"The picture {file} was not saved.", "Check the folder and the room on its disk.")

    def type(self, widget: QWidget, text: str) -> None:
        """Press and release a key for every letter, in the widget or the web view it stands for."""
        for letter in text:
            self.press(widget, Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown, letter)

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        text: str = "",
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press and release one key."""
        target = widget.focusWidget() or widget.focusProxy() or widget
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(target, QKeyEvent(kind, key, held, text))


def play_first_exercise(program: Program, folder: Path) -> int:
    """Add a person, do the first exercise with one mistake, look at the group; 0, or 1 with the reason said."""
    try:
        player = Player(program, folder)
        _play(player)
    except AppError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The first exercise was played. Its pictures are in {folder}.")
    return 0


def _play(player: Player) -> None:
    program = player.program
    player.picture("who-is-here")
    program.add_person("Shazia Akhtar")
    player.picture("this-week")
    lesson = program.place.lesson if program.place else None
    if lesson is None:
        raise AppError("There is no lesson to play.", "Check the packs folder.")
    exercise = lesson.exercises[0]
    program.open_exercise(exercise.id)
    desk = program.wake_browser()
    painted: list[int] = []
    desk.screen.preview.painted.connect(painted.append)  # type: ignore[attr-defined]
    player.wait(lambda: bool(painted), "the preview")
    player.picture("first-exercise")
    retype(player, "Type here", "The Comunity Office")
    check(player)
    player.picture("a-mistake")
    retype(player, "Comunity", "Community")
    check(player)
    if not (desk.sitting and desk.sitting.report and desk.sitting.report.passed):
        raise AppError("The first exercise was done, and did not pass.", "Look at the last picture.")
    player.picture("passed")
    program.show_screen("group")
    player.picture("group")


def retype(player: Player, old: str, new: str) -> None:
    """Choose some words of the file in front, and type others in their place, or take them away."""
    desk = player.program.wake_browser()
    sitting = desk.sitting
    if sitting is None:
        raise AppError("No exercise is open.")
    name = desk.editor.current
    before, found, _ = sitting.page.text(name).partition(old)
    if not found:
        raise AppError(f"The page does not say {old}.")
    wanted = sitting.page.text(name).replace(old, new, 1)
    editor = desk.editor
    editor.show_line(name, before.count("\n") + 1, len(before) - before.rfind("\n"), len(old))
    player.pause(_SETTLE)
    if new:
        player.type(editor, new)
    else:
        player.press(editor, Qt.Key.Key_Backspace)
    player.wait(lambda: desk.sitting is not None and desk.sitting.page.text(name) == wanted, f"the words {new}")


def check(player: Player) -> None:
    """Press Ctrl+Enter in the editor, and wait for the report."""
    desk = player.program.wake_browser()
    if desk.sitting is None:
        raise AppError("No exercise is open.")
    sitting, before = desk.sitting, desk.sitting.report
    player.press(desk.editor, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
    player.wait(lambda: sitting.report is not before, "the report")
