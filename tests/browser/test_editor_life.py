"""The editor's page and its renderer: sealed, without a flash, and back with the text when it dies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from writer import CTRL, Key, Writer

PAGE = "<!doctype html>\n<p>😀 Text</p>\n"


def test_a_renderer_that_dies_while_somebody_types_comes_back_with_the_text(writer: Writer) -> None:
    writer.open(PAGE, style_css="h1 { }")
    writer.editor.set_theme("dark")
    writer.press(Key.Key_Down)
    writer.press(Key.Key_Right, times=4)
    writer.type("abc")
    writer.text_is(PAGE.replace("😀", "😀abc"))
    writer.type("d")
    writer.kill()
    writer.until(lambda: writer.heard["restored"], "it is back")
    text = writer.editor.text("index.html")
    assert text in (PAGE.replace("😀", "😀abc"), PAGE.replace("😀", "😀abcd"))  # one round trip at the most
    writer.focus()
    writer.type("X")
    writer.text_is(text.replace(" Text", "X Text"))  # where the cursor was
    assert writer.editor.text("style.css") == "h1 { }"
    assert writer.look("document.documentElement.dataset.theme") == "dark"
    writer.editor.set_theme("light")


def test_a_renderer_that_dies_again_and_again_is_given_up_until_asked_for(
    qtbot: QtBot, keep: Callable[[Any], Any]
) -> None:
    hand = Writer()
    keep(hand.window)
    hand.open(PAGE)
    for death in (1, 2):
        hand.kill()
        hand.until(lambda: len(hand.heard["restored"]) == death, "it is back")  # noqa: B023
    hand.kill()
    hand.until(lambda: hand.heard["stopped"], "it is given up")
    assert hand.heard["stopped"] == [("The editor stopped working. Everything you typed is kept.",)]
    assert [label.text() for label in hand.editor.findChildren(QLabel) if label.isVisible()] == list(
        hand.heard["stopped"][0]
    )
    assert hand.editor.text("index.html") == PAGE
    (button,) = (button for button in hand.editor.findChildren(QPushButton) if button.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.until(lambda: len(hand.heard["restored"]) == 3, "it is back")
    hand.focus()
    hand.type("a")
    hand.text_is("a" + PAGE)


def test_what_is_asked_before_the_page_stands_is_done_when_it_does(keep: Callable[[Any], Any]) -> None:
    hand = Writer()
    keep(hand.window)
    hand.editor.open_files([("old.html", "old")], "old.html")
    hand.editor.open_files([("index.html", PAGE), ("style.css", "h1 { }")], "index.html")
    hand.editor.set_marks("index.html", [hand.mark(2, 1, 3)])
    hand.editor.show_line("style.css", 1, 6)
    hand.editor.set_text_size(20)
    hand.until(lambda: hand.heard["ready"], "the files are open")
    hand.focus()
    hand.type("x")
    hand.text_is("h1 { x}", "style.css")
    hand.editor.show_file("index.html")
    hand.until(lambda: hand.sees(".cm-mark") == ["<p>"], "the mark is there")
    assert hand.look("getComputedStyle(document.querySelector('.cm-line')).fontSize") == "20px"


def test_it_never_flashes_while_it_starts(browser: None, keep: Callable[[Any], Any]) -> None:
    from app.browser.editor import Editor

    editor = Editor()
    editor.set_theme("dark")
    ready: list[bool] = []
    editor.ready.connect(lambda: ready.append(True))
    editor.open_files([("index.html", "")], "index.html")
    keep(editor)
    seen = set()
    while not ready:
        seen.add(editor.grab().toImage().pixelColor(600, 440).name())
        QTest.qWait(10)
    assert seen == {"#191f22"}


@pytest.mark.qt_log_ignore("Refused", "Not allowed", "Fetch API cannot load", extend=True)
def test_nothing_but_its_own_files_can_be_reached(writer: Writer) -> None:
    writer.open(PAGE)
    addresses = [
        "https://example.com/",
        "file:///etc/passwd",
        "qrc:///qtwebchannel/qwebchannel.js",
        "data:text/plain,x",
    ]
    own = ["midweek-editor://app/../pyproject.toml", "midweek-editor://app/package.json", "midweek-editor://other/x.js"]
    fetched = "fetch('{}').then((reply) => reply.text()).then(() => got = 'read', () => got = 'refused')"
    for address in (*addresses, *own):
        writer.look(f"(window.got = null, {fetched.format(address)}, 1)")
        writer.until(lambda: writer.look("got"), address)
        assert writer.look("got") == "refused", address
    for way in (
        "location = '{}'",
        "open('{}')",
        "document.body.append(Object.assign(document.createElement('iframe'), {{src: '{}'}}))",
    ):
        for address in addresses:
            writer.look(f"({way.format(address)}, 1)")
    QTest.qWait(200)
    assert writer.look("location.href") == "midweek-editor://app/index.html"
    writer.look("document.querySelectorAll('iframe').forEach((frame) => frame.remove())")


def test_paste_and_drop_bring_only_text(writer: Writer, qapp: Any) -> None:
    from PySide6.QtCore import QMimeData

    rich = QMimeData()
    rich.setHtml("<b onclick=alert(1)>bold</b>")
    rich.setText("<b>bold</b>\r\n")
    qapp.clipboard().setMimeData(rich)
    writer.open("")
    writer.press(Key.Key_V, CTRL)
    writer.text_is("<b>bold</b>\n")
    qapp.clipboard().clear()  # what was made in Python must not outlive it


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_the_menu_is_asked_for_by_mouse_and_by_key(writer: Writer, by: str) -> None:
    writer.open("<p>One</p>")
    if by == "mouse":
        QTest.mouseClick(writer.keyboard, Qt.MouseButton.RightButton, pos=QPoint(150, 20))
    else:
        writer.press(Qt.Key.Key_Menu)
    writer.until(lambda: writer.heard["menu_requested"], "a menu is asked for")
    ((where,),) = writer.heard["menu_requested"]
    assert writer.editor.rect().contains(writer.editor.mapFromGlobal(where))


def test_an_editor_that_goes_while_it_starts_goes_quietly(browser: None, qtbot: QtBot) -> None:
    from app.browser.editor import Editor

    for wait in (0, 100, 250):
        editor = Editor()
        editor.open_files([("index.html", PAGE)], "index.html")
        editor.show()
        QTest.qWait(wait)
        with qtbot.waitSignal(editor.destroyed):
            editor.deleteLater()
    QTest.qWait(200)
