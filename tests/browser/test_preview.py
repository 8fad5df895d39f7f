"""The live preview: what somebody who types would notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.preview import Preview

LONG = (
    "<!doctype html><html lang=en><title>t</title><body style='background: rgb(10, 20, 30)'>{}<p style='height:3000px'>"
)


@pytest.fixture
def preview(keep: Callable[[Any], Any]) -> Preview:
    return keep(Preview())


class Reader:
    """Shows pages and reads them back."""

    def __init__(self, qtbot: QtBot, preview: Preview) -> None:
        self.qtbot, self.preview = qtbot, preview

    def show(self, html: str, **files: str) -> None:
        served = {"index.html": html.encode()} | {name.replace("_", "."): text.encode() for name, text in files.items()}
        with self.qtbot.waitSignal(self.preview.painted, timeout=20_000) as signal:
            version = self.preview.show_page(served, "index.html")
        assert signal.args == [version]

    def run(self, script: str) -> Any:
        answers: list[Any] = []
        self.preview.view.page().runJavaScript(script, WORLD.value, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]


@pytest.fixture
def reader(qtbot: QtBot, preview: Preview) -> Reader:
    return Reader(qtbot, preview)


def corner(preview: Preview) -> tuple[int, int, int]:
    return preview.view.grab().toImage().pixelColor(5, 5).getRgb()[:3]


def test_a_page_is_shown_and_patched_in_place(reader: Reader) -> None:
    reader.show(LONG.format("<h1>One</h1>"))
    reader.run("window.same = document.querySelector('h1'); scrollTo(0, 500); 1")
    reader.show(LONG.format("<h1>Two</h1>"))
    assert reader.run("same.textContent + ' ' + same.isConnected + ' ' + scrollY") == "Two true 500"


def test_the_colour_that_was_typed_is_what_is_painted(qtbot: QtBot, preview: Preview, reader: Reader) -> None:
    reader.show("<!doctype html><body style='background: rgb(200, 0, 0)'>")
    qtbot.waitUntil(lambda: corner(preview) == (200, 0, 0))
    reader.show("<!doctype html><body style='background: rgb(0, 200, 0)'>")
    qtbot.waitUntil(lambda: corner(preview) == (0, 200, 0))
