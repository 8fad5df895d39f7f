"""Checks read a page with html5lib and ask Chromium about elements by number: both must see the same elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.seal import SealedView
from app.page.html import parse_html
from app.paths import lessons_dir
from tests.patching.edits import edits

SAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "pages").glob("*"))}
_KNOWN = re.compile("<template shadowrootmode|<select|<html[^>]*>\\s*<template")
_SELECT = re.compile("<select.*?</select>", re.DOTALL)
BLOCK = re.compile(r"^```html [^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LESSONS = {
    f"{path.parent.name}/{path.stem}/{number}": text
    for path in sorted(lessons_dir().glob("*/*/*.md"))
    for number, text in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")))
}
TAGS = "JSON.stringify([...document.querySelectorAll('*')].map((element) => element.localName))"


@pytest.fixture(scope="module")
def view(browser: None) -> Iterator[SealedView]:
    view = SealedView([])
    view.show()
    yield view
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def chromium(qtbot: QtBot, view: SealedView, text: str) -> list[str]:
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.open_page({"index.html": text.encode()}, "index.html")
    answers: list[Any] = []
    view.page().runJavaScript(TAGS, WORLD.value, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return json.loads(answers[0])


def html5lib(text: str) -> list[str]:
    return [element.tag for element in parse_html(text).elements]


@pytest.mark.parametrize("text", [*SAMPLES.values(), *LESSONS.values()], ids=[*SAMPLES, *LESSONS])
def test_both_see_the_same_elements(qtbot: QtBot, view: SealedView, text: str) -> None:
    assert html5lib(text) == chromium(qtbot, view, text)


@pytest.mark.parametrize("name", SAMPLES)
def test_both_see_the_same_elements_of_half_typed_pages(qtbot: QtBot, view: SealedView, name: str) -> None:
    """A few edits away from a whole page. Known to differ: what Chromium since 2025 lets stand in a <select>, shadow
    roots, a <template> before the head (html5lib begins the body with it), and elements mixed into a table that is not
    closed (Beautiful Soup puts one of them elsewhere).
    """
    sample = _SELECT.sub("", SAMPLES[name])
    texts = [text for seed in range(12) for text in edits(sample, 3, seed) if not _KNOWN.search(text)]
    assert len(texts) > 20
    wrong = [text for text in texts if html5lib(text) != chromium(qtbot, view, text)]
    assert wrong == []
