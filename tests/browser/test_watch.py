"""A page that eats memory or cannot be drawn is stopped, said so, and not felt by whoever types beside it.

The limits are lowered here, so that no test takes much of the machine it runs on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hostile.corpus import GREEDY_PAGES
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from writer import Writer

from app.browser import pulse
from app.browser.live import GREEDY, HANGS
from app.browser.preview import Preview
from app.browser.probe import GREEDY as GREEDY_PROBE
from app.browser.probe import Probe
from app.browser.watch import MOST, taken, usual_limit

GOOD = b"<!doctype html><title>t</title><body style='margin: 0; background: rgb(10, 20, 30)'><h1>good</h1>"
SLOW = (  # to draw, not to think about
    f"<style>p {{ font-size: 200px; text-shadow: {', '.join(['0 0 200px red'] * 400)} }}</style>"
    + "<p>words words words" * 50
)
SOME = 400 << 20  # bytes: an ordinary page takes a quarter of it


def corner(preview: Preview) -> tuple[int, ...]:
    return preview.grab().toImage().pixelColor(preview.width() - 40, 5).getRgb()[:3]


@pytest.fixture
def preview(keep: Callable[[Any], Any], qtbot: QtBot) -> Preview:
    preview: Preview = keep(Preview())
    preview.view.watch.limit = SOME
    show_good(preview, qtbot)
    qtbot.waitUntil(lambda: corner(preview) == (10, 20, 30), timeout=10_000)
    return preview


def show_good(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.painted, timeout=30_000):
        preview.show_page({"index.html": GOOD}, "index.html")


@pytest.mark.parametrize("page", GREEDY_PAGES)
def test_a_page_that_eats_memory_is_stopped_and_the_last_good_one_stays(
    qtbot: QtBot, preview: Preview, page: str
) -> None:
    with qtbot.waitSignal(preview.stopped, timeout=30_000) as stopped:
        preview.show_page({"index.html": GOOD + GREEDY_PAGES[page].encode()}, "index.html")
    assert stopped.args == [GREEDY]
    assert corner(preview) == (10, 20, 30)
    show_good(preview, qtbot)


def test_what_is_composed_in_our_own_process_counts_too(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.stopped, timeout=10_000) as stopped:
        ballast = bytearray(b"x") * SOME
    assert stopped.args == [GREEDY]
    assert len(ballast) == SOME


def test_an_ordinary_page_is_left_alone(qtbot: QtBot, preview: Preview) -> None:
    stopped = QSignalSpy(preview.stopped)
    qtbot.wait(600)
    pid = preview.view.page().renderProcessPid()
    assert 0 < taken(pid) < SOME
    assert stopped.count() == 0
    assert (taken(0), taken(-1)) == (0, 0)
    assert 0 < usual_limit() <= MOST


def test_a_page_that_thinks_but_cannot_be_drawn_is_stopped(qtbot: QtBot, preview: Preview) -> None:
    preview.view.watch.limit = MOST * 100
    with qtbot.waitSignal(preview.stopped, timeout=60_000) as stopped:
        for words in ("one", "two", "three"):
            preview.show_page({"index.html": GOOD + f"{SLOW}{words}".encode()}, "index.html")
            qtbot.wait(300)
    assert stopped.args == [HANGS]
    show_good(preview, qtbot)


COMPOSED = (  # by our own process, for the editor beside it as well
    "<style>@keyframes a{to{filter:blur(300px)}}"
    "b{position:fixed;inset:0;background:red;animation:a 1s infinite alternate}</style>" + "<b>x</b>" * 80
)


def test_a_page_that_holds_up_all_that_is_drawn_is_stopped(
    qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "EVERY", 100)
    preview.view.watch.limit = MOST * 100
    with qtbot.waitSignal(preview.stopped, timeout=60_000) as stopped:
        preview.show_page({"index.html": GOOD + COMPOSED.encode()}, "index.html")
    assert stopped.args == [HANGS]
    show_good(preview, qtbot)


def test_an_ordinary_animation_goes_on(qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY", 50)
    stopped = QSignalSpy(preview.stopped)
    moving = (
        "<style>@keyframes a{to{transform:rotate(1turn);filter:blur(9px)}}b{animation:a .1s infinite}</style><b>x</b>"
    )
    preview.show_page({"index.html": GOOD + moving.encode()}, "index.html")
    qtbot.wait(1500)
    assert stopped.count() == 0


def test_a_probe_says_of_a_greedy_page_that_it_is_one_and_answers_about_the_next(qtbot: QtBot, browser: None) -> None:
    probe, ends = Probe(limit=30), []
    probe._view.watch.limit = SOME
    question = {"ask": "effect", "selector": "h1", "property": "color", "value": "red"}
    for html in (GOOD + GREEDY_PAGES["svg use bomb"].encode(), GOOD):
        probe.ask({"index.html": html}, "index.html", [question], ends.append, ends.append)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=60_000)
    assert ends[0] == GREEDY_PROBE
    assert ends[1][0]["matched"] == 1
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def beside(browser: None) -> Iterator[tuple[Writer, Preview]]:
    """An editor with a preview in the same window."""
    hand = Writer()
    preview = Preview()
    layout = hand.window.layout()
    assert layout is not None
    layout.addWidget(preview)
    preview.setMinimumHeight(200)
    yield hand, preview
    hand.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("page", GREEDY_PAGES.values(), ids=GREEDY_PAGES)
def test_whoever_types_beside_it_does_not_feel_it(qtbot: QtBot, beside: tuple[Writer, Preview], page: str) -> None:
    hand, preview = beside
    preview.view.watch.limit = SOME
    hand.open("<p>words</p>")
    show_good(preview, qtbot)
    stopped = QSignalSpy(preview.stopped)
    preview.show_page({"index.html": GOOD + page.encode()}, "index.html")
    typed = ""
    while not stopped.count():
        typed += "x"
        before = len(hand.edits)
        hand.type("x")
        hand.until(lambda before=before: len(hand.edits) > before, "the letter is in the text")
        preview.show_page({"index.html": GOOD + page.encode()}, "index.html")
        qtbot.wait(30)
    assert len(typed) > 3
    assert typed in hand.edits[-1][1]
    show_good(preview, qtbot)
