"""A picture from the shelf goes into the page, and the page goes out: to the browser, into a folder, into a zip."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.desk.copying import Copying
from app.desk.picturing import NONE, Picturing
from app.play import Player
from app.views import find_place
from tests.journeys.conftest import Opened
from tests.journeys.test_first_lesson import desk, give_name

GOOD = Path(__file__).parent.parent / "packs" / "good"
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
COLOUR = "#c81e96"  # of the picture, and of nothing else on the screen


@pytest.fixture
def player(opened: Opened, home: Path) -> Player:
    """Somebody at an exercise whose lesson has two pictures, and of whose page one part can be changed."""
    pack = shutil.copytree(GOOD, home / "packs" / "good")
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(COLOUR)
    assert picture.save(str(pack / "01-first-page" / "files" / "the fair.png"))
    player = opened()
    give_name(player, "Grace")
    place = find_place(player.program.shelf.packs, "sample", "first-page")
    assert place is not None
    player.program.place = place
    painted: list[int] = []
    player.program.wake_browser().preview.painted.connect(painted.append)
    player.program.open_exercise("headings")
    player.wait(lambda: bool(painted), "the preview")
    player.pause(800)
    desk(player).editor.setFocus()
    return player


class Browser(QObject):
    """This computer's browser: remembers what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


def press(player: Player, key: Qt.Key) -> None:
    player.press(desk(player).editor, key, held=BOTH)


def beside(player: Player, kind: type) -> QObject:
    return desk(player).findChild(kind)


def put_in(player: Player) -> None:
    """Choose the second picture and say what it shows, by keys alone."""
    press(player, Qt.Key.Key_P)
    player.wait(lambda: beside(player, Picturing).shelf is not None, "the shelf")
    shelf = beside(player, Picturing).shelf
    player.wait(shelf.list.hasFocus, "the shelf to have the keyboard")
    QTest.keyClick(shelf.list, Qt.Key.Key_Down)
    QTest.keyClick(shelf.list, Qt.Key.Key_Tab)
    QTest.keyClicks(shelf.words, "Stalls & tea")
    QTest.keyClick(shelf.words, Qt.Key.Key_Return)
    player.wait(lambda: "Stalls &amp; tea" in desk(player).sitting.page.text("index.html"), "the picture in the text")
    player.program.window.activateWindow()  # there is no window manager here


def test_a_picture_is_put_in_by_keys_and_is_seen_in_the_preview(player: Player) -> None:
    player.press(desk(player).editor, Qt.Key.Key_Right)  # into the tag that stands there: it must stay whole
    put_in(player)
    tag = '<img src="files/the%20fair.png" alt="Stalls &amp; tea" width="300" height="200">'
    assert f"<p>{tag}The Community Office" in desk(player).sitting.page.text("index.html")
    player.wait(lambda: shows(player, COLOUR), "the picture in the preview")
    player.type(desk(player).editor, "!")  # the keyboard is back in the editor, behind the picture
    player.wait(lambda: f"{tag}!" in desk(player).sitting.page.text("index.html"), "what is typed behind it")
    player.press(desk(player).editor, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    player.press(desk(player).editor, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    player.wait(lambda: "Stalls &amp;" not in desk(player).sitting.page.text("index.html"), "undo")


def test_where_a_picture_cannot_stand_nothing_is_written(player: Player) -> None:
    before = desk(player).sitting.page.text("index.html")
    player.press(desk(player).editor, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    press(player, Qt.Key.Key_P)
    player.wait(lambda: beside(player, Picturing).shelf is not None, "the shelf")
    shelf = beside(player, Picturing).shelf
    QTest.keyClicks(shelf.words, "Stalls")
    QTest.keyClick(shelf.words, Qt.Key.Key_Return)
    player.pause(500)
    assert desk(player).sitting.page.text("index.html") == before


def test_a_lesson_without_pictures_says_so(opened: Opened) -> None:
    player = opened()
    give_name(player, "Tom")
    player.program.open_exercise("the-window")
    player.wait(lambda: desk(player).editor.current == "index.html", "the editor")
    desk(player).screen.commands.choose("pictures")
    assert player.program.window.notice.text == NONE


def test_the_page_is_opened_in_the_browser_of_this_computer_as_it_stands(player: Player) -> None:
    put_in(player)
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    try:
        press(player, Qt.Key.Key_O)
        player.wait(lambda: bool(browser.opened), "the browser")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    page = Path(browser.opened[0].toLocalFile())
    assert page.read_text("utf-8") == desk(player).sitting.page.text("index.html")
    assert (page.parent / "style.css").is_file()
    assert QImage(str(page.parent / "files" / "the fair.png")).width() == 300


def test_the_page_is_saved_as_a_folder_and_as_a_zip(player: Player, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    put_in(player)
    notice = player.program.window.notice
    save(player, "save_folder", str(stick))
    player.wait(lambda: not notice.isHidden(), "word of the folder")
    folder = stick / "Give the page its headings"
    assert notice.text == f"A copy of your page is in {folder}."
    assert (folder / "index.html").read_text("utf-8") == desk(player).sitting.page.text("index.html")
    assert (folder / "files" / "the fair.png").is_file()
    save(player, "save_zip", str(stick / "page"))
    player.wait((stick / "page.zip").is_file, "the zip")
    with zipfile.ZipFile(stick / "page.zip") as archive:
        assert set(archive.namelist()) == {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}


def test_a_place_that_does_not_take_it_is_said_in_a_sentence(player: Player, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("taken out", "utf-8")
    asked = open_dialog(player, "save_zip")
    asked.fileSelected.emit(str(tmp_path / "stick" / "page.zip"))
    player.wait(lambda: "did not take a copy of the page" in player.program.window.notice.text, "the reason")
    asked.reject()


def open_dialog(player: Player, command: str):
    desk(player).screen.commands.choose(command)
    asked = beside(player, Copying).dialog
    player.wait(asked.isVisible, "the dialog")
    return asked


def save(player: Player, command: str, path: str) -> None:
    """Put a path into the dialog that asks for one, and press Enter."""
    field = open_dialog(player, command).findChild(QLineEdit, "fileNameEdit")
    field.setText(path)  # letter by letter, Qt's completion would have a say in it
    QTest.keyClick(field, Qt.Key.Key_Return)


def shows(player: Player, colour: str) -> bool:
    picture = desk(player).preview.grab().toImage()
    spots = ((x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9))
    return any(picture.pixelColor(*spot).name() == colour for spot in spots)
