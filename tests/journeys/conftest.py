"""The real program in a journey: its window, its browser, a home of its own, a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.browser.start import prepare_environment
from app.opening import make_program
from app.paths import Home
from app.play import Player
from app.program import Program
from app.ui.theme import Theme
from app.ui.window import Window

Opened = Callable[[], Player]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    prepare_environment([])
    return QApplication


def closed(program: Program) -> None:
    """End a program for good: a second close is never refused."""
    program.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(qapp: QApplication, home: Path, clock, tmp_path: Path) -> Iterator[Opened]:
    """Open the program; asked again, it is another day: the first is closed and the program opens anew."""
    programs: list[Program] = []

    def end() -> None:
        while programs:
            closed(programs.pop())

    def open_program() -> Player:
        end()
        program = make_program(Window(Theme(qapp)), Home(home), clock)
        programs.append(program)
        program.begin()
        return Player(program, tmp_path / "pictures")

    yield open_program
    end()
