"""Questions to our own script inside a page, and their answers: every question ends exactly once, also in a dead page.

`runJavaScript` waits for no promise, turns objects and errors into "", and never comes back from a dead renderer. So a
question only starts a task there (`resources/page-scripts/answer.js`), and the answer is said on the console of the
application's own world, behind a token that no page can know.
"""

from __future__ import annotations

import itertools
import json
import logging
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

_log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[str], None]

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
LATE = "The page did not answer in time."
BROKEN = "The page could not answer."  # a fault in our own script, which is logged
GONE = "The page stopped working."


@dataclass(frozen=True, slots=True)
class _Question:
    done: Done
    failed: Failed
    timer: QTimer


class Asking(QObject):
    """The questions that are open in one page."""

    told = Signal(str, object)  # what a script says unasked, by its name: a JSON value, to be distrusted
    _said = Signal(str)  # queued, so that an answer may do anything, also end the page that it came from

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__(page)
        self._page = page
        self._ids = itertools.count(1)
        self._open: dict[int, _Question] = {}
        self.token = secrets.token_hex(16)
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)

    def ask(self, task: str, arguments: Sequence[object], done: Done, failed: Failed, *, limit: float) -> None:
        """Start `task` of the page's scripts with JSON `arguments`; one of `done(value)`, `failed(sentence)` is called.

        `limit` is in seconds. Several questions may be open at a time.
        """
        number = next(self._ids)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._fail, number, LATE))
        timer.start(round(limit * 1000))
        self._open[number] = _Question(done, failed, timer)
        call = f"midweek.answer({number}, {json.dumps(task)}, {json.dumps(arguments)})"
        self._page.runJavaScript(call, WORLD.value)

    def hear(self, message: str) -> None:
        """Take one console message; anything but an answer of ours is let go."""
        if message.startswith(self.token):
            self._said.emit(message[len(self.token) :])

    def give_up(self, sentence: str = GONE) -> None:
        """Fail every open question: the page is gone, or about to be another one."""
        for number in tuple(self._open):
            self._fail(number, sentence)

    def _on_said(self, text: str) -> None:
        try:
            answer = json.loads(text)
            if isinstance(told := answer.get("told"), str):
                self.told.emit(told, answer.get("value"))
                return
            number = answer["id"]
            if "error" in answer:
                _log.error("a page script failed: %s", answer["error"])
                self._fail(number, BROKEN)
                return
            value = answer["value"]
        except (ValueError, TypeError, KeyError, AttributeError):
            return  # not an answer; the time limit ends the question
        if (question := self._take(number)) is not None:
            question.done(value)

    def _fail(self, number: int, sentence: str) -> None:
        if (question := self._take(number)) is not None:
            question.failed(sentence)

    def _take(self, number: int) -> _Question | None:
        question = self._open.pop(number, None)
        if question is not None:
            question.timer.stop()
            question.timer.deleteLater()
        return question
