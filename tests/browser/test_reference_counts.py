"""PySide must not lose references to True and None: 6.12.0 on Python 3.11 did, and crashed within an hour of typing."""

from __future__ import annotations

import gc
import sys
from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.seal import SealedView

MANY = 5_000
SLACK = MANY // 5  # references that come and go with everything else in the process


class Switch(QObject):
    turned = Signal(bool)


def counts() -> tuple[int, int]:
    gc.collect()
    return sys.getrefcount(True), sys.getrefcount(None)


def has_fallen(before: tuple[int, int]) -> bool:
    return any(now < then - SLACK for now, then in zip(counts(), before, strict=True))


def test_signals_that_carry_a_bool_keep_the_count(qapp: object) -> None:
    switch = Switch()
    heard: list[int] = []
    switch.turned.connect(lambda on: heard.append(1 if on else 0))
    before = counts()
    for _ in range(MANY):
        switch.turned.emit(True)
    assert len(heard) == MANY
    assert not has_fallen(before)


def test_replies_from_a_page_keep_the_count(qtbot: QtBot, keep: Any) -> None:
    view: SealedView = keep(SealedView([]))
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.open_page({"index.html": b"<p>"}, "index.html")
    heard: list[int] = []
    before = counts()
    for value in ("true", "null"):
        for _ in range(MANY // 2):
            view.page().runJavaScript(value, WORLD.value, lambda _answer: heard.append(1))
    qtbot.waitUntil(lambda: len(heard) == MANY, timeout=60_000)
    assert not has_fallen(before)
