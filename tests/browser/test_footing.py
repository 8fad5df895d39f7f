"""What the window stands on: pages that are drawn, a helper that may run, a program that lies on this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import app.desk.footing as footing_room
from app.browser import painting
from app.browser.editor import NOT_STARTED, Editor
from app.browser.painting import FirstPicture
from app.browser.process import FORBIDDEN, MISSING, check_process
from app.desk.footing import COPY, FAR_AWAY, NOT_DRAWN, Footing
from app.errors import BrowserError
from app.local_copy import lies_on_network
from app.opening import make_program
from app.paths import Home
from app.settings import Settings
from app.ui.theme import Theme
from app.ui.window import Window

ROOT = Path(__file__).parents[2]


class Black(QWidget):
    """Draws as a remote desktop without a graphics card can: all black, or at last some line."""

    lines = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if self.lines:
            painter.fillRect(0, 0, 3, 3, QColor("white"))
        painter.end()


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "LOOK_EVERY", 20)
    monkeypatch.setattr(painting, "LOOKS", 5)


def test_the_editor_is_seen(keep: Callable[[QWidget], QWidget], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "LOOKS", 500)
    editor = Editor()
    keep(editor)
    editor.open_files([("index.html", "")], "index.html")
    picture = FirstPicture(editor)
    missing = QSignalSpy(picture.missing)
    picture.expect()
    qtbot.waitUntil(lambda: not picture._timer.isActive(), timeout=20_000)
    assert missing.count() == 0


def test_what_is_never_drawn_is_missed_once_and_what_comes_late_is_not(
    keep: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    black, late = Black(), Black()
    for widget in (black, late):
        keep(widget)
    pictures = [FirstPicture(black), FirstPicture(late)]
    spies = [QSignalSpy(picture.missing) for picture in pictures]
    for picture in pictures:
        picture.expect()
    qtbot.wait(45)
    late.lines = True
    late.update()
    qtbot.wait(400)
    assert [spy.count() for spy in spies] == [1, 0]


def test_what_nobody_can_see_is_not_missed(keep: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    black = keep(Black())
    black.hide()
    picture = FirstPicture(black)
    missing = QSignalSpy(picture.missing)
    picture.expect()
    qtbot.wait(300)
    assert missing.count() == 0


@pytest.fixture
def window(qapp: QApplication, home: Path) -> Iterator[Window]:
    window = Window(Theme(qapp))
    window.show()
    yield window
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(home: Path, clock: Callable[[], object]) -> Settings:
    return Settings(Home(home).settings, clock().date())  # type: ignore[attr-defined]


def test_another_way_of_drawing_is_offered_and_taken(
    window: Window, settings: Settings, home: Path, keep: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    footing = Footing(window, settings, Home(home))
    footing.watch(keep(Black()))
    qtbot.waitUntil(lambda: window.notice.text == NOT_DRAWN, timeout=5_000)
    assert window.notice.action.text() == "Draw with the graphics card"
    window.notice.action.click()
    assert settings.preferences().drawing == "gpu"
    assert not window.isVisible()
    assert footing.follow_up[0] == sys.executable


def test_a_copy_is_offered_on_a_network_drive_made_and_opened(
    window: Window, settings: Settings, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (share / Path(sys.executable).name).write_bytes(b"program")
    monkeypatch.setattr(footing_room, "lies_on_network", lambda path: path == share or lies_on_network(path))
    footing = Footing(window, settings, Home(home))
    footing.look(place=share, frozen=True)
    assert (window.notice.text, window.notice.action.text()) == (FAR_AWAY, COPY)
    window.notice.action.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert footing.follow_up == [str(Home(home).program / Path(sys.executable).name)]
    assert Path(footing.follow_up[0]).read_bytes() == b"program"


def test_nothing_is_said_where_all_is_well(window: Window, settings: Settings, home: Path) -> None:
    Footing(window, settings, Home(home)).look()
    assert not window.notice.isVisible()


def test_a_helper_that_is_missing_or_forbidden_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_process()  # all is well here
    monkeypatch.setenv("QTWEBENGINEPROCESS_PATH", str(tmp_path / "gone"))
    with pytest.raises(BrowserError, match=MISSING):
        check_process()
    forbidden = tmp_path / "forbidden"
    forbidden.write_text("")
    monkeypatch.setenv("QTWEBENGINEPROCESS_PATH", str(forbidden))
    with pytest.raises(BrowserError, match=FORBIDDEN):
        check_process()


def test_a_helper_that_ends_at_once_is_a_sentence_in_the_editors_place(tmp_path: Path) -> None:
    helper = tmp_path / "helper"
    helper.write_text("#!/bin/sh\nexit 1\n")
    helper.chmod(0o755)
    program = f"""
import os
from app.browser.start import prepare_environment, start_browser
prepare_environment([])
os.environ["QTWEBENGINEPROCESS_PATH"] = {str(helper)!r}
from PySide6.QtWidgets import QApplication
application = QApplication(["midweek"])
editor = start_browser().editor()
editor.show()
editor.stopped.connect(lambda sentence: (print(sentence), application.quit()))
application.exec()
os._exit(0)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.strip() == NOT_STARTED, ended.stderr[-2000:]


def test_the_window_opens_at_the_week_where_the_helper_is_missing(
    window: Window, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QTWEBENGINEPROCESS_PATH", str(tmp_path / "gone"))
    program = make_program(window, Home(home))
    program.begin("Tom", "office-web/first-page/change-the-words")
    assert window.screen_name == "week"
    assert window.notice.text.startswith(MISSING)
    program.close()
