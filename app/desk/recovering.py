"""After a crash or a power cut: says once what is kept and since when, and offers what was there before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

from app.practice.recovery import Sessions, recover
from app.progress.store import Store
from app.ui.version_words import when_words

if TYPE_CHECKING:  # a start can do without
    from app.desk.lesson import LessonDesk
    from app.ui.window import Window

KEPT = "Midweek ended without closing. What you typed is kept: open the exercise to go on."
BEFORE = "See the version before"


class Recovering:
    """Of one window: whoever wires it says when it opens and closes, who sits down, and what is in front."""

    def __init__(self, window: Window, sessions: Path, store: Store, clock: Callable[[], datetime]) -> None:
        self._window, self._store, self._clock = window, store, clock
        self._sessions = Sessions(sessions, uuid4().hex)
        self._desk: LessonDesk | None = None
        self._said = ""
        window.notice.action_chosen.connect(self._on_action_chosen)

    def begin(self) -> None:
        """The window opens."""
        self._sessions.begin()

    def greet(self, person: str) -> None:
        """Somebody sits down: say that their work is kept, if they were cut off."""
        if self._sessions.left_by(person):
            self._window.show_notice(KEPT)

    def opened(self, desk: LessonDesk) -> None:
        """An exercise is in front: say of when its text is, if they were cut off in it."""
        self._desk = desk
        if desk.sitting is None:
            return
        said = recover(self._sessions, desk.sitting, self._words)
        self._sessions.remember(desk.sitting)
        if said and not desk.sitting.notice:
            self._said = said
            self._window.show_notice(said, BEFORE if desk.sitting.versions.all() else "")

    def end(self) -> None:
        """The window closes, with everything kept."""
        self._sessions.end()

    def _words(self, at: datetime) -> str:
        return when_words(at, self._clock(), ZoneInfo(self._store.meeting().zone))

    def _on_action_chosen(self) -> None:
        if self._desk is not None and self._window.notice.text == self._said:
            self._desk.screen.commands.choose("earlier_versions")
