"""Looks after what the window stands on: whether its pages get drawn, and whether Midweek lies on a network drive.

What can be done is offered as a button beside the sentence; what is to be opened then is `follow_up`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.browser.painting import FirstPicture
from app.errors import AppError
from app.local_copy import copy_program, lies_on_network
from app.paths import Home, own_command, program_dir
from app.settings import Drawing, Settings
from app.ui.window import Window

NOT_DRAWN = (
    "The editor and the preview cannot be drawn on this computer as they are. Try another way of drawing: Midweek "
    "closes and opens again."
)
OTHERWISE: dict[Drawing, tuple[Drawing, str]] = {
    "software": ("gpu", "Draw with the graphics card"),
    "gpu": ("software", "Draw without the graphics card"),
}
FAR_AWAY = (
    "Midweek runs from a network drive, where pages can stay blank. A copy on this computer is safer, and quicker."
)
FAR_AWAY_SOURCE = "Midweek runs from a network drive, where pages can stay blank. Move its folder to this computer."
COPY = "Copy it here and open it"
COPYING = "Midweek is being copied to this computer. You can go on; the copy opens when it is there."


class Footing(QObject):
    """`follow_up`: the command to start once the window is closed; empty for none."""

    _copied = Signal(object)  # the program, or an AppError; from the thread that copies

    def __init__(self, window: Window, settings: Settings, home: Home) -> None:
        super().__init__(window)
        self._window, self._settings, self._home = window, settings, home
        self._offered: tuple[str, Callable[[], None]] | None = None
        self._open = True
        self._place = Path()
        self.follow_up: list[str] = []
        window.notice.action_chosen.connect(self._on_action_chosen)
        self._copied.connect(self._on_copied)

    def look(self, *, place: Path | None = None, frozen: bool = getattr(sys, "frozen", False)) -> None:
        """Say so where the program lies on a network drive, and offer a copy where it can be had by a button."""
        self._place = place or (Path(sys.executable).parent if frozen else program_dir())
        if not lies_on_network(self._place):
            return
        if frozen and not lies_on_network(self._home.root):
            self._offer(FAR_AWAY, COPY, self._copy)
        elif sys.platform == "win32":  # from source elsewhere, no trouble is known
            self._window.show_notice(FAR_AWAY_SOURCE)

    def watch(self, editor: QWidget) -> None:
        """Say so where nothing of the editor can be seen, and offer to draw in another way."""
        self._picture = FirstPicture(editor)
        self._picture.missing.connect(self._on_missing)
        self._picture.expect()

    def _offer(self, sentence: str, words: str, accept: Callable[[], None]) -> None:
        self._offered = sentence, accept
        self._window.show_notice(sentence, words)

    def _on_action_chosen(self) -> None:
        if self._offered is not None and self._window.notice.text == self._offered[0]:
            self._offered[1]()

    def _on_missing(self) -> None:
        _, words = OTHERWISE[self._settings.preferences().drawing]
        self._offer(NOT_DRAWN, words, self._draw_otherwise)

    def _draw_otherwise(self) -> None:
        likes = self._settings.preferences()
        try:
            self._settings.set_preferences(replace(likes, drawing=OTHERWISE[likes.drawing][0]))
        except AppError as error:
            self._window.show_notice(error)
            return
        self._open_instead(own_command())

    def _open_instead(self, command: list[str]) -> None:
        self.follow_up = command
        if not self._window.close():  # something is not on the disk yet, which is said
            self.follow_up = []

    def _copy(self) -> None:
        self._window.show_notice(COPYING)
        Thread(target=self._copy_slowly, args=(self._place, self._home.program)).start()

    def _copy_slowly(self, source: Path, target: Path) -> None:
        ended: object
        try:
            ended = copy_program(source, target, lambda: self._open)
        except AppError as error:
            ended = error
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._copied.emit(ended)

    def _on_copied(self, ended: object) -> None:
        if isinstance(ended, Path):
            self._open_instead([str(ended)])
        elif isinstance(ended, AppError) and self._open:
            self._window.show_notice(ended)

    def close(self) -> None:
        """Stop a copy that is under way; what is there of it goes."""
        self._open = False
