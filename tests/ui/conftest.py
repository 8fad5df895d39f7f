"""What the screens' tests stand on: a theme, a window with a lesson screen whose editor and preview are fakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from ui.panes import FakeEditor, FakePreview

from app.ui.lesson import Lesson
from app.ui.theme import Theme
from app.ui.window import Window

_HERE = Path(__file__).parent
_EXPECTED = ("This plugin does not support (propagateSizeHints|raise|grabbing)",)  # the offscreen platform, of windows


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_EXPECTED, extend=True))


@pytest.fixture
def theme(qapp) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or every window lives on to the end


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    """The window as it opens on an office screen, nothing filled in."""
    window = Window(theme)
    qtbot.addWidget(window)
    window.add_lesson(Lesson(theme, FakeEditor(), FakePreview()))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    return window
