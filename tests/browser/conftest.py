"""A real browser for every test in this folder: one start, as main.py does it, and pages to show in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from writer import Writer

from app.browser.start import prepare_environment, start_browser

prepare_environment(sys.argv)  # before pytest-qt makes the QApplication

# What Chromium and the offscreen plugin say where there is no GPU, no screen and no sandbox; all else fails a test.
_EXPECTED = (
    "^Sandboxing disabled by user",
    "^QRhiGles2: Failed to create",
    "^Failed to create RHI for backend",
    "^GPUInfo not initialized",
    "^This plugin does not support",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore(*_EXPECTED, extend=True))


@pytest.fixture(scope="session")
def browser(qapp: object) -> None:
    """The schemes, registered once; WebEngine starts with the first page."""
    start_browser()


@pytest.fixture
def keep(qtbot: QtBot, browser: None) -> Iterator[Callable[[QWidget], QWidget]]:
    """Show a widget for this test, and delete it for good afterwards: pages must not outlive their profile."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        kept.append(widget)
        widget.resize(640, 480)
        widget.show()
        return widget

    yield show
    for widget in kept:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def writer(browser: None) -> Iterator[Writer]:
    """Somebody at one editor, shared by a module's tests since a start takes long; each test opens its own files."""
    hand = Writer()
    yield hand
    hand.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
