"""Colour swatches and their picker, by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from writer import CTRL, Key, Writer

ALT = Qt.KeyboardModifier.AltModifier
CSS = "h1 {\n  color: #0a625d;\n  background: white;\n}\n"


def names(writer: Writer) -> list[str]:
    return writer.look("[...document.querySelectorAll('.cm-swatch')].map((swatch) => swatch.ariaLabel)")


def shown(writer: Writer, count: int) -> None:
    writer.until(lambda: len(names(writer)) == count, f"{count} swatches, not {names(writer)}")


def opened(writer: Writer) -> None:
    writer.until(
        lambda: writer.look("document.activeElement.closest('.cm-picker') && 1"), "the picker has the keyboard"
    )


@pytest.mark.parametrize(
    ("colour", "painted"),
    [
        ("red", "#ff0000"),
        ("#0A625D", "#0a625d"),
        ("#fa0", "#ffaa00"),
        ("rgb(10, 98, 93)", "#0a625d"),
        ("rgb(10 98 93 / 50%)", "#0a625d80"),
        ("hsl(120, 100%, 25%)", "#008000"),
    ],
)
def test_each_colour_has_a_square_that_shows_it_and_says_its_name(writer: Writer, colour: str, painted: str) -> None:
    writer.open(f"h1 {{ color: {colour} }}\n", "style.css")
    shown(writer, 1)
    assert names(writer) == [f"The colour {colour}. Choose another"]
    assert writer.look("document.querySelector('.cm-swatch').style.getPropertyValue('--colour')") == painted
    box = writer.look("document.querySelector('.cm-swatch').getBoundingClientRect()")
    assert box["width"] >= 16
    assert box["height"] >= 16


def test_squares_stand_in_style_elements_and_attributes_and_not_at_other_words(writer: Writer) -> None:
    writer.open(
        "<style>p { color: navy; font-family: Tan; border: 1px solid #ccc }</style>\n"
        '<p title="red" style="background: teal">red</p>'
    )
    shown(writer, 3)
    assert [name.split(".")[0] for name in names(writer)] == ["The colour navy", "The colour #ccc", "The colour teal"]
    writer.open("h1 { color: currentcolor; background: transparent; border-color: canvas }", "style.css")
    QTest.qWait(100)
    assert names(writer) == []


def test_a_colour_is_chosen_by_key_in_its_own_notation_and_undone_in_one_step(writer: Writer) -> None:
    writer.open(CSS, "style.css")
    writer.show_line(2, 12)
    writer.press(Key.Key_Return, ALT)
    opened(writer)
    assert "With white: 7.2 to 1, very good to read" in writer.sees(".cm-pickerWords p")
    writer.press(Key.Key_Home)  # the hue begins at red
    writer.press(Key.Key_Return)
    writer.text_is(CSS.replace("#0a625d", "#620a0a"), "style.css")
    writer.until(lambda: writer.look("!!document.activeElement.closest('.cm-content')"), "the keyboard is in the text")
    writer.press(Key.Key_Z, CTRL)
    writer.text_is(CSS, "style.css")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rgb(10, 98, 93)", "rgb(98, 10, 10)"),
        ("rgb(10 98 93 / 0.5)", "rgb(98 10 10 / 0.5)"),
        ("hsl(176, 81%, 21%)", "hsl(0, 81%, 21%)"),
        ("teal", "#800000"),
        ("#0A625D", "#620A0A"),
    ],
)
def test_the_notation_stays(writer: Writer, old: str, new: str) -> None:
    writer.open(f"h1 {{ color: {old} }}\n", "style.css")
    writer.show_line(1, 14)
    writer.editor.run("colour")
    opened(writer)
    writer.press(Key.Key_Home)
    writer.press(Key.Key_Return)
    writer.text_is(f"h1 {{ color: {new} }}\n", "style.css")


def test_a_colour_is_chosen_by_mouse_and_by_name(writer: Writer) -> None:
    writer.open(CSS, "style.css")
    shown(writer, 2)
    QTest.qWait(200)  # everything has its place
    writer.click(".cm-swatch")
    opened(writer)
    writer.click('.cm-pickerName[title="navy"]')
    writer.click(".cm-pickerUse")
    writer.text_is(CSS.replace("#0a625d", "navy"), "style.css")


def test_a_number_is_typed_and_escape_leaves_everything_as_it_was(writer: Writer) -> None:
    writer.open(CSS, "style.css")
    writer.show_line(3, 15)
    writer.press(Key.Key_Return, ALT)
    opened(writer)
    assert any(line.startswith("With #0a625d:") for line in writer.sees(".cm-pickerWords p"))
    writer.click('.cm-picker [name="hex"]')
    writer.press(Key.Key_A, CTRL)
    writer.type("#123456")
    writer.until(
        lambda: writer.look("document.querySelector('.cm-picker [name=l]').value") == "20", "the sliders follow"
    )
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(".cm-picker"), "it is closed")
    assert writer.settled() == CSS
    writer.press(Key.Key_Tab)  # goes on indenting: Escape was the picker's
    writer.text_is(CSS.replace("  background", "    background"), "style.css")


def test_tab_stays_in_the_picker(writer: Writer) -> None:
    writer.open(CSS, "style.css")
    writer.show_line(2, 12)
    writer.press(Key.Key_Return, ALT)
    opened(writer)
    count = writer.look("document.querySelectorAll('.cm-picker input, .cm-picker button').length")
    writer.press(Key.Key_Tab, times=count)
    writer.settled()
    assert writer.look("document.activeElement.name") == "h"
    assert not writer.heard["leave_requested"]


def test_a_colour_that_stays_as_it_is_is_shown_and_does_not_open(writer: Writer) -> None:
    text = "h1 { color: red }\n/* edit from here */\nh2 { color: navy }\n/* to here */\n"
    writer.open(text, "style.css")
    shown(writer, 2)
    assert names(writer) == ["The colour red, which stays as it is", "The colour navy. Choose another"]
    QTest.qWait(200)
    writer.click(".cm-swatch")
    writer.until(lambda: writer.sees(".cm-sentence") == ["This colour stays as it is."], "it is said")
    assert not writer.sees(".cm-picker")


def test_where_there_is_no_colour_that_is_said(writer: Writer) -> None:
    writer.open(CSS, "style.css")
    writer.editor.run("colour")
    writer.until(lambda: writer.sees(".cm-sentence") == ["The cursor is not in a colour."], "it is said")


def test_squares_follow_what_is_typed(writer: Writer) -> None:
    writer.open("h1 { color: }\n", "style.css")
    writer.show_line(1, 12)
    writer.type(" re")
    QTest.qWait(100)
    assert names(writer) == []
    writer.type("d")
    shown(writer, 1)
    writer.text_is("h1 { color: red }\n", "style.css")
