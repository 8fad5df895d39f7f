"""A browser woken before anybody wants it: nothing is seen of that, and the first page is right whenever it comes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.browser.preview import Preview
from app.browser.start import Browser

PAGE = b"<!doctype html><html lang=en><title>t</title><body style='margin: 0; background: rgb(10, 20, 30)'>"


def colour(preview: Preview) -> tuple[int, ...]:
    return preview.grab().toImage().pixelColor(preview.width() - 40, 5).getRgb()[:3]


@pytest.fixture
def preview(browser: None) -> Preview:
    """Not shown yet, as in a window that shows another screen."""
    return Preview()


@pytest.mark.parametrize("after", [0, 1, 20, 60, 150, 1500])
def test_the_first_page_is_shown_however_soon_it_comes(
    qtbot: QtBot, keep: Callable[[Any], Any], preview: Preview, after: int
) -> None:
    """Also within the milliseconds in which the renderer starts: the one load is never taken for the other."""
    preview.wake()
    qtbot.wait(after)
    with qtbot.waitSignal(preview.painted, timeout=20_000) as painted:
        keep(preview)
        version = preview.show_page({"index.html": PAGE}, "index.html")
    assert painted.args == [version]
    qtbot.waitUntil(lambda: colour(preview) == (10, 20, 30), timeout=10_000)


def test_the_renderer_is_there_before_the_page(qtbot: QtBot, keep: Callable[[Any], Any], preview: Preview) -> None:
    preview.wake()
    qtbot.waitUntil(lambda: preview.view.page().renderProcessPid() > 0, timeout=20_000)
    woken = preview.view.page().renderProcessPid()
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        keep(preview)
        preview.show_page({"index.html": PAGE}, "index.html")
    assert preview.view.page().renderProcessPid() == woken


def test_nobody_hears_of_a_renderer_that_dies_before_its_first_page(
    qtbot: QtBot, keep: Callable[[Any], Any], preview: Preview
) -> None:
    said: list[str] = []
    preview.stopped.connect(said.append)
    preview.wake()
    qtbot.waitUntil(lambda: preview.view.page().renderProcessPid() > 0, timeout=20_000)
    with qtbot.waitSignal(preview.view.page().renderProcessTerminated, timeout=20_000):
        os.kill(preview.view.page().renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        keep(preview)
        preview.show_page({"index.html": PAGE}, "index.html")
    assert said == []


def test_a_page_that_is_shown_is_not_taken_away_by_waking(
    qtbot: QtBot, keep: Callable[[Any], Any], preview: Preview
) -> None:
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        keep(preview)
        preview.show_page({"index.html": PAGE}, "index.html")
    loads: list[bool] = []
    preview.view.loadFinished.connect(loads.append)
    preview.wake()
    qtbot.wait(200)
    assert loads == []
    assert colour(preview) == (10, 20, 30)


def test_a_browser_is_woken_once_and_lets_go_what_no_window_took(qtbot: QtBot, browser: None) -> None:
    woken = Browser()
    for _ in woken.waking():
        qtbot.wait(1)
    editor, preview = woken.editor, woken.preview
    for _ in woken.waking():
        qtbot.wait(1)
    assert (woken.editor, woken.preview) == (editor, preview)
    with qtbot.waitSignals([editor.destroyed, preview.destroyed], timeout=10_000):
        woken.close()
