"""What somebody does on the page, by mouse and keys, stays done while its text is typed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.preview import Preview

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PAGE = """<!doctype html><html lang=en><title>t</title>
<style>body {{ margin: 0 }} a {{ display: block; height: 30px }} a:hover {{ background: rgb(200, 0, 0) }}
#scroller {{ height: 60px; overflow: auto }} h1, #words {{ height: 30px; margin: 0; overflow: hidden }}</style>
<a href=#there>Somewhere</a><p id=words>Alpha beta gamma</p>
<details><summary>More</summary><p>Inside</p></details>
<form><input id=name value=a><input type=checkbox id=agree><select id=day><option>One<option>Two</select></form>
<div id=scroller><p style="height: 900px">Long</p></div>
<h1>{}</h1><p style="height: 3000px">Tall</p>"""


class Visitor:
    """Somebody at the page, beside somebody who types its heading letter by letter."""

    def __init__(self, qtbot: QtBot, preview: Preview) -> None:
        self.qtbot, self.preview = qtbot, preview
        self.loads: list[bool] = []
        preview.view.loadFinished.connect(self.loads.append)
        self.show("")

    @property
    def surface(self) -> QWidget:
        return self.preview.view.focusProxy()

    def show(self, heading: str) -> None:
        with self.qtbot.waitSignal(self.preview.painted, timeout=20_000):
            self.preview.show_page({"index.html": PAGE.format(heading).encode()}, "index.html")

    def type(self, heading: str = "Our <em>office</em>") -> None:
        for length in range(1, len(heading) + 1):
            self.show(heading[:length])
        assert self.run("document.querySelector('h1').textContent") == "Our office"
        assert len(self.loads) == 1

    def run(self, script: str) -> Any:
        answers: list[Any] = []
        self.preview.view.page().runJavaScript(script, WORLD.value, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    def until(self, script: str) -> None:
        self.qtbot.waitUntil(lambda: self.run(script) is True, timeout=10_000)

    def middle(self, selector: str) -> QPoint:
        box = f"document.querySelector({selector!r}).getBoundingClientRect()"
        left, top = (int(self.run(f"Math.round({box}.{side})")) for side in ("left", "top"))
        return QPoint(left + 8, top + 8)

    def click(self, selector: str) -> None:
        QTest.mouseClick(self.surface, LEFT, NONE, self.middle(selector))


@pytest.fixture
def visitor(qtbot: QtBot, keep: Callable[[Any], Any]) -> Visitor:
    return Visitor(qtbot, keep(Preview()))


def test_the_mouse_that_rests_on_a_link_still_does(visitor: Visitor) -> None:
    QTest.mouseMove(visitor.surface, QPoint(300, 200))
    QTest.mouseMove(visitor.surface, visitor.middle("a"))
    visitor.until("document.querySelector('a:hover') !== null")
    visitor.type()
    assert visitor.run("document.querySelector('a').matches(':hover')") is True
    image = visitor.preview.grab().toImage()
    assert image.pixelColor(300, 15).getRgb()[:3] == (200, 0, 0)


def test_words_that_were_chosen_are_chosen_still(visitor: Visitor) -> None:
    at = visitor.middle("#words")
    QTest.mousePress(visitor.surface, LEFT, NONE, at)
    QTest.mouseMove(visitor.surface, at + QPoint(60, 0))
    visitor.until("getSelection().toString().length > 3")
    QTest.mouseRelease(visitor.surface, LEFT, NONE, at + QPoint(60, 0))
    chosen = visitor.run("getSelection().toString()")
    visitor.type()
    assert visitor.run("getSelection().toString()") == chosen


def test_what_was_opened_ticked_and_typed_stays(visitor: Visitor) -> None:
    visitor.click("summary")
    visitor.until("document.querySelector('details').open")
    visitor.click("#agree")
    visitor.until("agree.checked")
    visitor.click("#name")
    visitor.until("document.activeElement.id === 'name'")
    QTest.keyClick(visitor.surface, Qt.Key.Key_End)
    QTest.keyClicks(visitor.surface, "bc")
    visitor.until("document.getElementById('name').value === 'abc'")
    visitor.run("day.selectedIndex = 1")
    visitor.type()
    kept = "[document.querySelector('details').open, agree.checked, document.getElementById('name').value, day.value]"
    assert visitor.run(f"JSON.stringify({kept})") == '[true,true,"abc","Two"]'
    assert visitor.run("document.activeElement.id") == "name"
    QTest.keyClicks(visitor.surface, "d")
    visitor.until("document.getElementById('name').value === 'abcd'")


def test_what_was_scrolled_stays_where_it_is(visitor: Visitor) -> None:
    for selector, read in (("#scroller", "scroller.scrollTop"), ("h1", "scrollY")):
        at = visitor.middle(selector)
        place, there = QPointF(at), QPointF(visitor.surface.mapToGlobal(at))
        turned = QWheelEvent(
            place, there, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(visitor.surface, turned)
        visitor.until(f"{read} > 40")
    visitor.qtbot.wait(400)  # it glides
    before = visitor.run("JSON.stringify([scroller.scrollTop, scrollY])")
    visitor.type()
    assert visitor.run("JSON.stringify([scroller.scrollTop, scrollY])") == before
