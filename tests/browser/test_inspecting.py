"""Long pages are looked at in a process of its own: the window goes on, and outlives whatever becomes of it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import psutil
import pytest
from builders import START, a_check, page
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.desk.inspecting import Inspecting
from app.practice.inspector import Inquiry, Inspector, Result

LINES = START + "".join(f"<p>Line {number} <b>of many</b></p>\n" for number in range(2_000))
LONG = Inquiry((a_check("<h1>…</h1>"), a_check("<p>Line 1999…</p>", goal="The last line")), page(LINES))
SHORT = Inquiry((a_check("<h1>…</h1>"),), page(START))
LONGER = Inquiry((a_check("<h1>…</h1>"),), page(START + "<p>More</p>\n" * 150))  # than can be looked at here
HANGS = [sys.executable, "-c", "import sys, time, pickle\nfrom app.practice.worker import READY, packed\n"
         "sys.stdout.buffer.write(packed(READY)); sys.stdout.buffer.flush(); time.sleep(60)"]  # fmt: skip
Told = list[Result | None]
Made = Callable[..., Inspecting]


@pytest.fixture
def made(qapp: object) -> Iterator[Made]:
    inspectings: list[Inspecting] = []

    def make(**how: object) -> Inspecting:
        inspectings.append(Inspecting(**how))  # type: ignore[arg-type]
        return inspectings[-1]

    yield make
    for inspecting in inspectings:
        inspecting.close()


def test_a_short_page_is_looked_at_here_and_now(made: Made) -> None:
    told: Told = []
    inspecting = made()
    inspecting.inspect(SHORT, told.append)
    assert told == [Inspector().result(SHORT)]
    assert inspecting.worker_id == 0


def test_two_thousand_lines_are_looked_at_elsewhere_while_the_window_goes_on(made: Made, qtbot: QtBot) -> None:
    """What happens is told in the order in which it does: each round of the event loop is a beat."""
    happened: list[str] = []
    told: Told = []
    inspecting = made(limit=60)
    heart = QTimer()
    heart.timeout.connect(lambda: happened.append("beat"))
    heart.start(0)

    def tell(result: Result | None) -> None:
        happened.append("told")
        told.append(result)

    for _ in range(2):  # the first starts the process
        happened.clear()
        inspecting.inspect(LONG, tell)
        assert happened == []  # it did not wait
        qtbot.waitUntil(lambda: "told" in happened, timeout=60_000)
        assert happened.index("beat") < happened.index("told")
        assert inspecting.worker_id not in (0, os.getpid())
    heart.stop()
    assert told == [Inspector().result(LONG)] * 2
    assert told[0] is not None
    assert [finding.outcome for finding in told[0].report.findings] == ["failed", "passed"]


def test_they_are_answered_in_the_order_they_came(made: Made, qtbot: QtBot) -> None:
    told: Told = []
    inspecting = made(limit=60)
    others = [Inquiry(LONG.checks, page(LINES.replace("Line 1999", "Nothing"))), LONG, LONG]
    for inquiry in others:
        inspecting.inspect(inquiry, told.append)
    qtbot.waitUntil(lambda: len(told) == 3, timeout=60_000)
    assert told == [Inspector().result(inquiry) for inquiry in others]


def test_one_that_hangs_is_given_up_and_the_next_question_gets_another(made: Made, qtbot: QtBot) -> None:
    told: Told = []
    inspecting = made(limit=0.2, command=HANGS)
    for count in (1, 2):
        inspecting.inspect(LONGER, told.append)
        qtbot.waitUntil(lambda: len(told) == count, timeout=60_000)  # noqa: B023
        assert told[-1] is None
        assert inspecting.worker_id == 0


@pytest.mark.skipif(os.name == "nt", reason="there a process cannot be killed by a signal")
def test_one_that_dies_is_replaced(made: Made, qtbot: QtBot) -> None:
    told: Told = []
    inspecting = made(limit=60)
    inspecting.inspect(LONG, told.append)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=60_000)
    first = inspecting.worker_id
    os.kill(first, signal.SIGKILL)
    inspecting.inspect(LONG, told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    inspecting.inspect(LONG, told.append)
    qtbot.waitUntil(lambda: len(told) == 3, timeout=60_000)
    assert told[2] == told[0]
    assert inspecting.worker_id not in (0, first)


def test_one_that_cannot_be_started_leaves_nobody_waiting(made: Made, qtbot: QtBot) -> None:
    told: Told = []
    inspecting = made(command=["no-such-program"])
    for _ in range(2):
        inspecting.inspect(LONG, told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    assert told == [None, None]


def test_none_is_left_behind(qapp: object, qtbot: QtBot) -> None:
    told: Told = []
    with closing(Inspecting(limit=60)) as inspecting:
        inspecting.inspect(LONG, told.append)
        qtbot.waitUntil(lambda: len(told) == 1, timeout=60_000)
        worker = inspecting.worker_id
        inspecting.inspect(LONG, told.append)
    assert not psutil.pid_exists(worker)
    assert len(told) == 1
