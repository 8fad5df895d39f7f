"""Wears the lesson screen as one person likes it, and remembers what they change: the code's size, panes, switches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.errors import StorageError
from app.settings import Settings
from app.ui.lesson import Lesson

SWITCHES = ("show_place", "emmet")  # checkable commands that are remembered, each a preference of its name


class Likes(QObject):
    """Follows one person at a time on the lesson screen; `problem(AppError)` where the disk does not take a change."""

    problem = Signal(object)

    def __init__(self, screen: Lesson, settings: Settings) -> None:
        super().__init__(screen)
        self._screen, self._settings, self._person = screen, settings, ""
        screen.text_size_changed.connect(self._on_text_size_changed)
        screen.panes_changed.connect(self._on_panes_changed)
        screen.commands.switched.connect(self._on_switched)

    def follow(self, person: str) -> None:
        """The screen as this person likes it; what changes from now on is theirs."""
        self._person = person
        likes = self._settings.preferences(person)
        self._screen.set_text_size(likes.text_size)
        self._screen.set_panes(likes.panes)
        for name in SWITCHES:
            self._screen.commands.set_checked(name, getattr(likes, name))

    def _on_text_size_changed(self, size: int) -> None:
        self._prefer(text_size=size)

    def _on_panes_changed(self, sizes: list[int]) -> None:
        self._prefer(panes=tuple(sizes))

    def _on_switched(self, name: str, on: bool) -> None:
        if name in SWITCHES and getattr(self._settings.preferences(self._person), name) != on:
            self._prefer(**{name: on})

    def _prefer(self, **change: object) -> None:
        likes = replace(self._settings.preferences(self._person), **change)  # type: ignore[arg-type]
        try:
            self._settings.set_preferences(likes, self._person)
        except StorageError as error:
            self.problem.emit(error)
