"""Emmet, once it is asked for: Tab writes out what is an abbreviation beyond doubt, and indents everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from writer import CTRL, Key, Writer


@pytest.fixture(autouse=True)
def emmet(writer: Writer) -> Iterator[None]:
    writer.editor.set_option("emmet", True)
    yield
    writer.editor.set_option("emmet", False)


@pytest.mark.parametrize(
    ("file", "typed", "after"),
    [
        ("index.html", "ul>li*2", "<ul>\n  <li></li>\n  <li></li>\n</ul>"),
        ("index.html", "  p", "  <p></p>"),
        ("index.html", "p.note", '<p class="note"></p>'),
        ("index.html", "Look: a{here}", 'Look: <a href="">here</a>'),
        ("style.css", "p { m0", "p { margin: 0;}"),
    ],
)
def test_tab_writes_out_an_abbreviation(writer: Writer, file: str, typed: str, after: str) -> None:
    writer.open("", file)
    writer.type(typed)
    writer.press(Key.Key_Escape)
    writer.type("x")
    writer.press(Key.Key_Backspace)
    writer.press(Key.Key_Tab)
    writer.text_is(after, file)


def test_what_is_to_be_filled_in_comes_next_and_one_step_takes_it_back(writer: Writer) -> None:
    writer.open("")
    writer.type("ul>li*2")
    writer.press(Key.Key_Tab)
    writer.text_is("<ul>\n  <li></li>\n  <li></li>\n</ul>")
    writer.type("One")
    writer.text_is("<ul>\n  <li>One</li>\n  <li></li>\n</ul>")
    writer.press(Key.Key_Z, CTRL, times=2)
    writer.text_is("ul>li*2")


@pytest.mark.parametrize("typed", ["Come to the table", "See the www.example", "A word", "e.g", "<p cl", "x = 3"])
def test_a_word_is_a_word(writer: Writer, typed: str) -> None:
    writer.open("")
    writer.type(typed)
    writer.press(Key.Key_Tab)
    writer.until(lambda: writer.editor.text("index.html") != typed, "the line is moved in")
    assert writer.settled().strip().startswith(typed)
    assert writer.settled().startswith("  ")


def test_it_is_off_until_it_is_asked_for(writer: Writer) -> None:
    writer.editor.set_option("emmet", False)
    writer.open("")
    writer.type("ul>li")
    writer.press(Key.Key_Tab)
    writer.text_is("  ul>li")


def test_what_was_chosen_in_the_list_goes_before(writer: Writer) -> None:
    writer.open("")
    writer.type("<ta")
    writer.until(lambda: writer.sees(".cm-tooltip-autocomplete li"), "the list opens")
    QTest.qWait(100)
    writer.press(Key.Key_Down)
    writer.press(Key.Key_Tab)
    writer.text_is("<table")
