"""No gesture leads out of a page: keys, clicks with keys held, what is dropped on it or pasted into it."""

# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.visiting import OutsidePrograms, open_windows, served, write_bait
from hostile.watching import FolderWatch, Listener
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.preview import Preview

Key, Held = Qt.Key, Qt.KeyboardModifier
PAGE = """<style>a,button,input,textarea,p{position:absolute;left:0;width:300px;height:40px;margin:0;display:block}</style>
<a style='top:0' href='{web}/link'>a link</a><a style='top:50px' href='{web}/blank' target=_blank download=x>another</a>
<a style='top:100px' href='mailto:a@b.example' accesskey=m><img src=own.png width=300 height=40></a>
<form action='{web}/form' target=_blank><button style='top:150px' accesskey=s>send</button><input style='top:200px' value=x></form>
<textarea style='top:250px'>words</textarea><p style='top:300px' contenteditable>words</p>
<a style='top:350px' href='file://{file}/leak.html' draggable=true>a file</a>"""
ROWS = range(20, 400, 50)
HELD = {
    "nothing": Held.NoModifier,
    "ctrl": Held.ControlModifier,
    "shift": Held.ShiftModifier,
    "alt": Held.AltModifier,
}
KEYS = (
    (Key.Key_S, Held.ControlModifier),
    (Key.Key_P, Held.ControlModifier),
    (Key.Key_O, Held.ControlModifier),
    (Key.Key_U, Held.ControlModifier),
    (Key.Key_N, Held.ControlModifier),
    (Key.Key_T, Held.ControlModifier),
    (Key.Key_R, Held.ControlModifier),
    (Key.Key_I, Held.ControlModifier | Held.ShiftModifier),
    (Key.Key_F12, Held.NoModifier),
    (Key.Key_F11, Held.NoModifier),
    (Key.Key_F7, Held.NoModifier),
    (Key.Key_F5, Held.NoModifier),
    (Key.Key_F1, Held.NoModifier),
    (Key.Key_Backspace, Held.NoModifier),
    (Key.Key_Left, Held.AltModifier),
    (Key.Key_Back, Held.NoModifier),
    (Key.Key_Refresh, Held.NoModifier),
    (Key.Key_HomePage, Held.NoModifier),
    (Key.Key_Search, Held.NoModifier),
    (Key.Key_M, Held.AltModifier),
    (Key.Key_S, Held.AltModifier),
    (Key.Key_Menu, Held.NoModifier),
    (Key.Key_F10, Held.ShiftModifier),
)


class Visitor:
    """Somebody on one page, and everything that would notice if something got out."""

    def __init__(self, qtbot: QtBot, preview: Preview, listener: Listener, folder: Path) -> None:
        write_bait(folder)
        self._qtbot, self._preview, self._listener = qtbot, preview, listener
        self._windows, self._hits = open_windows(), len(listener.hits)
        self._outside, self._disk = OutsidePrograms(), FolderWatch(folder)
        with qtbot.waitSignal(preview.painted, timeout=20_000):
            preview.show_page(served(PAGE, listener.port, folder), "index.html")
        self._address = preview.view.url()
        self.target: QWidget = preview.view.focusProxy() or preview.view
        self.bait = folder / "leak.html"

    def settle(self) -> None:
        self._qtbot.wait(25)

    def run(self, script: str) -> Any:
        answers: list[str] = []
        self._preview.view.page().runJavaScript(f"JSON.stringify({script})", WORLD.value, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0])

    def leaves_no_trace(self) -> None:
        self._qtbot.wait(150)
        self._outside.close()
        touched = self._disk.touched()
        self._disk.close()
        assert self._listener.hits[self._hits :] == []
        assert self._outside.opened == []
        assert touched == set()
        assert open_windows() == self._windows
        assert self._preview.view.url() == self._address
        assert self.run("document.title") == "calm"


def drop(receiver: QWidget, place: QPoint, data: QMimeData, qtbot: QtBot) -> None:
    """Drag something there, slowly enough for the page to say what it thinks of it, and let it go."""
    buttons, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(receiver, QDragEnterEvent(place, action, data, buttons, Held.NoModifier))
    for _ in range(3):
        QApplication.sendEvent(receiver, QDragMoveEvent(place, action, data, buttons, Held.NoModifier))
        qtbot.wait(30)
    QApplication.sendEvent(receiver, QDropEvent(QPointF(place), action, data, buttons, Held.NoModifier))


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(scope="module")
def preview(browser: None) -> Iterator[Preview]:
    widget = Preview()
    widget.resize(640, 480)
    widget.show()
    yield widget
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def visitor(qtbot: QtBot, preview: Preview, listener: Listener, tmp_path: Path) -> Visitor:
    return Visitor(qtbot, preview, listener, tmp_path)


@pytest.mark.parametrize(
    ("button", "held"),
    [
        *((Qt.MouseButton.LeftButton, held) for held in HELD),
        (Qt.MouseButton.MiddleButton, "nothing"),
        (Qt.MouseButton.MiddleButton, "shift"),
        (Qt.MouseButton.RightButton, "nothing"),
    ],
)
def test_a_click(visitor: Visitor, held: str, button: Qt.MouseButton) -> None:
    for row in ROWS:
        QTest.mouseClick(visitor.target, button, HELD[held], QPoint(60, row))
        visitor.settle()
    visitor.leaves_no_trace()


@pytest.mark.parametrize("held", HELD)
def test_enter_and_space_on_everything(visitor: Visitor, held: str) -> None:
    for _ in ROWS:
        QTest.keyClick(visitor.target, Key.Key_Tab)
        for key in (Key.Key_Return, Key.Key_Space, Key.Key_Enter):
            QTest.keyClick(visitor.target, key, HELD[held])
            visitor.settle()
    visitor.leaves_no_trace()


def test_keys_that_mean_something_to_a_browser(visitor: Visitor) -> None:
    for key, held in KEYS:
        QTest.keyClick(visitor.target, key, held)
        visitor.settle()
    visitor.leaves_no_trace()


def test_double_clicks_and_a_menu(visitor: Visitor) -> None:
    for row in ROWS:
        place = QPoint(60, row)
        QTest.mouseDClick(visitor.target, Qt.MouseButton.LeftButton, Held.NoModifier, place)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, visitor.target.mapToGlobal(place))
        QApplication.sendEvent(visitor.target, asked)
        visitor.settle()
        assert not [
            widget for widget in QApplication.topLevelWidgets() if widget.inherits("QMenu") and widget.isVisible()
        ]
    visitor.leaves_no_trace()


@pytest.mark.parametrize("widget", ["view", "target"])
def test_what_is_dropped_on_it(visitor: Visitor, preview: Preview, qtbot: QtBot, widget: str) -> None:
    """A file from the desktop, a link from another program, text for a text field."""
    receiver = preview.view if widget == "view" else visitor.target
    for row in ROWS:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(visitor.bait)), QUrl("http://127.0.0.1:9/")])
        data.setHtml(f"<img src='{visitor.bait.as_uri()}'><script>document.title = 'ran'</script>")
        drop(receiver, QPoint(60, row), data, qtbot)
        visitor.settle()
    visitor.leaves_no_trace()


def test_what_is_pasted_into_it(visitor: Visitor) -> None:
    data = QMimeData()
    data.setHtml(
        f"<img src='{visitor.bait.as_uri()}' onerror='document.title=1'><iframe src='{visitor.bait.as_uri()}'>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    for row in ROWS:
        QTest.mouseClick(visitor.target, Qt.MouseButton.LeftButton, Held.NoModifier, QPoint(60, row))
        QTest.keyClick(visitor.target, Key.Key_V, Held.ControlModifier)
        visitor.settle()
    visitor.leaves_no_trace()
    QGuiApplication.clipboard().clear()  # Python's data must not outlive Python


def test_a_page_takes_no_keys_from_whoever_types_elsewhere(qtbot: QtBot, preview: Preview, listener: Listener) -> None:
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.activateWindow()
    other.setFocus()
    page = "<!doctype html><input autofocus><dialog open><button autofocus>x</button></dialog><p tabindex=0 autofocus>"
    for number in range(3):
        with qtbot.waitSignal(preview.painted, timeout=20_000):
            preview.show_page({"index.html": f"{page}{number}".encode()}, "index.html")
        qtbot.wait(50)
        assert QApplication.focusWidget() is other
    other.deleteLater()


class _Bare(QWebEnginePage):
    """An ordinary page that says where it would have gone."""

    def __init__(self, profile: QWebEngineProfile, parent: QWidget) -> None:
        super().__init__(profile, parent)
        self.led: set[str] = set()

    def acceptNavigationRequest(self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, _is_main: bool) -> bool:
        self.led.add(QUrl(url).toString())
        return QUrl(url).scheme() == "data"  # as which `setHtml` comes

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        self.led.add("a window")
        return None  # type: ignore[return-value]


def test_the_same_gestures_lead_out_of_a_bare_view(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> None:
    """Nothing is proved by gestures that nobody would feel."""
    view = QWebEngineView()
    profile = QWebEngineProfile()
    page = _Bare(profile, view)
    profile.setParent(view)  # after the page, so that the page is deleted first
    view.setPage(page)
    keep(view)
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.setHtml(PAGE.replace("{web}", "http://127.0.0.1:9"), QUrl("http://127.0.0.1:9/"))
    target = view.focusProxy() or view
    for row in ROWS:
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(target, button, Held.NoModifier, QPoint(60, row))
            qtbot.wait(25)
    qtbot.waitUntil(lambda: page.led >= {"http://127.0.0.1:9/link", "mailto:a@b.example", "a window"}, timeout=5_000)
