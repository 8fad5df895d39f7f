"""The shelf of pictures, by keys and mouse: no picture goes into a page without a thought for its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.pictures import ASK, Pictures
from app.ui.theme import Theme


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#80a97c"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


SHELF = {
    "files/fair.png": png(640, 360),
    "files/door.png": png(1600, 1200),
    "files/broken.jpg": b"\xff\xd8 nothing",
    "files/line.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="4"></svg>',
}


@pytest.fixture
def shelf(qtbot: QtBot, theme: Theme) -> Pictures:
    return opened(qtbot, theme, "index.html")


def opened(qtbot: QtBot, theme: Theme, page: str) -> Pictures:
    shelf = Pictures(theme, SHELF, page)
    qtbot.addWidget(shelf)
    shelf.open()
    qtbot.waitExposed(shelf)
    shelf.list.setFocus()
    return shelf


def test_a_picture_is_chosen_said_and_put_in_by_keys_alone(qtbot: QtBot, shelf: Pictures) -> None:
    written: list[str] = []
    shelf.chosen.connect(written.append)
    qtbot.keyClick(shelf.list, Qt.Key.Key_Down)
    qtbot.keyClick(shelf.list, Qt.Key.Key_Tab)
    assert shelf.words.hasFocus()
    qtbot.keyClicks(shelf.words, "The office door")
    assert shelf.code.text() == '<img src="files/door.png" alt="The office door" width="800" height="600">'
    qtbot.keyClick(shelf.words, Qt.Key.Key_Return)
    assert written == ['<img src="files/door.png" alt="The office door" width="800" height="600">']
    assert not shelf.isVisible()


def test_without_words_it_asks_for_them_and_stays(qtbot: QtBot, shelf: Pictures) -> None:
    written: list[str] = []
    shelf.chosen.connect(written.append)
    qtbot.mouseClick(shelf.put, Qt.MouseButton.LeftButton)
    assert shelf.isVisible()
    assert shelf.remark.text() == ASK
    assert shelf.words.hasFocus()
    assert written == []


def test_decoration_needs_no_words(qtbot: QtBot, shelf: Pictures) -> None:
    written: list[str] = []
    shelf.chosen.connect(written.append)
    qtbot.keyClick(shelf.decoration, Qt.Key.Key_Space)
    assert not shelf.words.isEnabled()
    qtbot.mouseClick(shelf.put, Qt.MouseButton.LeftButton)
    assert written == ['<img src="files/fair.png" alt="" width="640" height="360">']


def test_a_style_sheet_gets_an_address(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme, "style.css")
    written: list[str] = []
    shelf.chosen.connect(written.append)
    assert not shelf.words.isVisible()
    qtbot.mouseClick(shelf.put, Qt.MouseButton.LeftButton)
    assert written == ['url("files/fair.png")']


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # what Qt's reader says of the broken one
def test_every_picture_stands_there_with_its_size_also_one_that_is_broken(qtbot: QtBot, shelf: Pictures) -> None:
    def texts() -> list[str]:
        return [shelf.list.item(row).text() for row in range(shelf.list.count())]

    qtbot.waitUntil(lambda: texts()[3].endswith("pixels"))
    assert texts() == [
        "fair.png\n640 × 360 pixels",
        "door.png\n1,600 × 1,200 pixels",
        "broken.jpg",
        "line.svg\n40 × 4 pixels",
    ]
    shelf.list.setCurrentRow(2)
    qtbot.keyClicks(shelf.words, "x")
    assert shelf.code.text() == '<img src="files/broken.jpg" alt="x">'


def test_escape_puts_nothing_in(qtbot: QtBot, shelf: Pictures) -> None:
    written: list[str] = []
    shelf.chosen.connect(written.append)
    qtbot.keyClick(shelf, Qt.Key.Key_Escape)
    assert not shelf.isVisible()
    assert written == []
