"""The way of looking that is in front follows the typing, and only that one asks the browser anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from fakes import Probe
from PySide6.QtCore import Qt
from ui.samples import LESSON_VIEW

from app.checks.report import Place
from app.desk.lenses import FEED_AFTER, NO_PAPER, NO_READING, Lenses
from app.page.page import File, Page
from app.ui.window import Window

PAGE = Page((File("index.html", "<!doctype html>\n<title>t</title>\n<h1>Hello</h1>"), File("style.css", "")))


def answers(questions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"rows": [{"role": "heading", "name": "Hello", "level": 1, "order": 4}], "pdf": b""} for _ in questions]


class Looking:
    """Somebody at the preview pane of a page that is typed."""

    def __init__(self, window: Window, qtbot, probe: Probe) -> None:
        window.show_lesson(LESSON_VIEW)
        assert window.lesson is not None
        self.lesson, self.qtbot, self.probe = window.lesson, qtbot, probe
        self.pane = window.lesson.page
        self.lenses = Lenses(self.pane, probe.ask)

    def choose(self, name: str) -> None:
        self.qtbot.mouseClick(self.pane.bar.buttons[name], Qt.MouseButton.LeftButton)

    def type(self, html: str) -> Page:
        page = PAGE.with_text("index.html", html)
        self.lenses.show_page(page)
        return page

    def asked(self) -> list[tuple[str, str]]:
        return [(questions[0]["ask"], served["index.html"].decode()) for served, _, questions in self.probe.asked]

    def lines(self) -> list[str]:
        return [one.sentence for one in self.pane.reading.list.things.shown]


@pytest.fixture
def looking(window: Window, qtbot) -> Looking:
    return Looking(window, qtbot, Probe(answers))


@pytest.fixture
def waiting(window: Window, qtbot) -> Looking:
    return Looking(window, qtbot, Probe(answers, waits=True))


def test_the_live_page_asks_nothing(looking: Looking, qtbot) -> None:
    looking.type("one")
    qtbot.wait(FEED_AFTER + 50)
    assert looking.asked() == []


def test_what_comes_in_front_is_fed_at_once_and_not_again(looking: Looking) -> None:
    looking.type("<h1>Hello</h1>")
    looking.choose("read")
    assert looking.asked() == [("reading", "<h1>Hello</h1>")]
    assert looking.lines() == ["Heading 1: Hello"]
    looking.choose("screen")
    looking.choose("read")
    assert len(looking.asked()) == 1


def test_a_thing_leads_to_its_line_in_the_editor(looking: Looking, qtbot) -> None:
    looking.type("<!doctype html>\n<title>t</title>\n<h1>Hello</h1>")
    looking.choose("read")
    shown = looking.pane.reading.list
    with qtbot.waitSignal(looking.lesson.line_requested) as asked:
        qtbot.mouseClick(
            shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.things.index(0)).center()
        )
    assert asked.args == [Place("index.html", 3, 1)]
    assert looking.lesson.editor.hasFocus()
    assert looking.lesson.editor.textCursor().blockNumber() == 2


def test_a_burst_of_typing_is_asked_about_once(looking: Looking, qtbot) -> None:
    looking.type("0")
    looking.choose("print")
    for letter in "123":
        looking.type(letter)
    qtbot.waitUntil(lambda: len(looking.asked()) == 2)
    assert looking.asked()[1] == ("print", "3")


def test_one_question_at_a_time_and_the_newest_page_wins(waiting: Looking, qtbot) -> None:
    waiting.type("1")
    waiting.choose("read")
    waiting.type("2")
    qtbot.wait(FEED_AFTER + 50)
    waiting.type("3")
    qtbot.wait(FEED_AFTER + 50)
    assert waiting.asked() == [("reading", "1")]
    waiting.probe.answer_next()
    assert waiting.asked()[1:] == [("reading", "3")]
    waiting.probe.answer_next()
    assert len(waiting.asked()) == 2


def test_the_share_card_needs_no_browser(looking: Looking) -> None:
    looking.type("<title>Fair</title>")
    looking.choose("share")
    assert looking.pane.card.title.text() == "Fair"
    assert looking.asked() == []


@pytest.mark.parametrize(("name", "sentence"), [("print", NO_PAPER), ("read", NO_READING)])
def test_a_page_that_does_not_answer_is_said_and_tried_again_later(
    window: Window, qtbot, name: str, sentence: str
) -> None:
    looking = Looking(window, qtbot, Probe(lambda _: None))
    looking.type("1")
    looking.choose(name)
    shown = {"print": looking.pane.paper, "read": looking.pane.reading}[name]
    assert shown.trouble.text() == sentence
    assert shown.trouble.isVisible()
    assert len(looking.asked()) == 1
    looking.choose("screen")
    looking.choose(name)
    assert len(looking.asked()) == 2


def test_a_page_that_comes_out_empty_from_the_printer_is_said(looking: Looking) -> None:
    looking.type("1")
    looking.choose("print")
    assert looking.pane.paper.trouble.text() == NO_PAPER
