"""Looks at short pages at once and at long ones in a process of its own, so that the window never stands still.

The process is started when it is first wanted, works at one inquiry at a time in the order they came, and is ended with
the program, or when it has worked too long at one: then the next inquiry starts another.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, QTimer

from app.paths import program_dir, worker_command
from app.practice.inspector import Inquiry, Inspector, Result
from app.practice.worker import READY, packed, unpacked

_log = logging.getLogger("midweek")

LIMIT = 2.0  # seconds for one inquiry, and one more for every so many characters: a slow PC is not a page that hangs
CHARACTERS = 20_000
START_LIMIT = 20.0  # seconds until the process is there: an office's scanner of viruses takes its time
Told = Callable[[Result | None], None]


class Inspecting(QObject):
    """`inspect` is an `Inspect`. `command` starts a worker, by default this program itself."""

    def __init__(
        self, parent: QObject | None = None, *, limit: float = LIMIT, command: list[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._here = Inspector()
        self._limit, self._command = limit, command or worker_command()
        self._process: QProcess | None = None
        self._ready = False
        self._heard = b""
        self._waiting: deque[tuple[Inquiry, Told]] = deque()
        self._current: Told | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)

    @property
    def worker_id(self) -> int:
        """The process that looks at long pages; 0 where there is none."""
        return self._process.processId() if self._process else 0

    def inspect(self, inquiry: Inquiry, told: Told) -> None:
        """Look; `told` is called once, at once for a short page, later for a long one, with None where it took long."""
        if not inquiry.is_long:
            told(self._here.result(inquiry))
            return
        self._waiting.append((inquiry, told))
        self._go_on()

    def close(self) -> None:
        """End the process; nothing more is told."""
        self._waiting.clear()
        self._current = None
        self._stop()
        for process in self.findChildren(QProcess):
            process.waitForFinished(1000)  # it has been killed: this is the moment until the system says so

    def _go_on(self) -> None:
        """Ask the next thing, if nothing is being asked; start the process if need be."""
        if self._current is not None or not self._waiting:
            return
        if self._process is None:
            self._start()
        elif self._ready:
            inquiry, self._current = self._waiting.popleft()
            self._timer.start(round((self._limit + inquiry.length / CHARACTERS) * 1000))
            self._process.write(QByteArray(packed(inquiry.light)))

    def _start(self) -> None:
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(program_dir()))
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_said)
        process.errorOccurred.connect(self._on_gone)
        process.finished.connect(self._on_gone)
        self._timer.start(round(START_LIMIT * 1000))
        process.start(self._command[0], self._command[1:])

    def _stop(self) -> None:
        process, self._process = self._process, None
        self._ready, self._heard = False, b""
        self._timer.stop()
        if process is not None:
            process.finished.connect(process.deleteLater)
            process.kill()

    def _on_said(self) -> None:
        if self._process is None or self.sender() is not self._process:
            return
        self._heard += self._process.readAllStandardOutput().data()
        while (message := unpacked(self._heard)) is not None:
            value, self._heard = message
            self._on_message(value)

    def _on_message(self, value: Any) -> None:
        self._timer.stop()
        if value == READY:
            self._ready = True
        else:
            self._tell(value)
        self._go_on()

    def _on_time_over(self) -> None:
        _log.warning("A page was looked at for too long, and let go.")
        self._give_up()

    def _on_gone(self, *_: object) -> None:
        if self.sender() is not self._process:  # one that we ended ourselves
            return
        _log.warning("The process that looks at long pages has ended.")
        self._give_up()

    def _give_up(self) -> None:
        """Without this process: what it was asked is not known; where it never came, nothing that waits is either."""
        was_ready = self._ready
        self._stop()
        if was_ready:
            self._tell(None)
        else:
            waiting, self._waiting = self._waiting, deque()
            for _, told in waiting:
                told(None)
        self._go_on()

    def _tell(self, result: Result | None) -> None:
        told, self._current = self._current, None
        if told is not None:
            told(result)
