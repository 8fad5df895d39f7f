"""Input methods, dead keys, right-to-left lines, emoji and odd characters: what is typed arrives, in its place."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication
from writer import CTRL, SHIFT, Key, Writer

FAMILY = "👩‍👩‍👧"


def paste(writer: Writer, text: str) -> None:
    QApplication.clipboard().setText(text)
    writer.press(Key.Key_V, CTRL)


@pytest.mark.parametrize("letter", ["😀", FAMILY, "🇬🇧", "👍🏽", "e\u0301", "ü"])
def test_backspace_takes_a_whole_letter_and_columns_count_code_points(writer: Writer, letter: str) -> None:
    writer.open(f"<p>{letter}</p>")
    writer.press(Key.Key_Right, times=4)
    writer.until(lambda: writer.heard["cursor_moved"][-1:] == [("index.html", 1, 4 + len(letter))], "one is behind it")
    writer.press(Key.Key_Backspace)
    writer.text_is("<p></p>")


def test_marks_behind_emoji_stand_right(writer: Writer) -> None:
    text = f"<p>{FAMILY}😀 hello</p>"
    writer.open(text)
    writer.editor.set_marks("index.html", [writer.mark(1, text.index("hello") + 1, 5)])
    writer.until(lambda: writer.sees(".cm-mark") == ["hello"], "the word is marked")


@pytest.mark.parametrize("words", ["مرحبا بكم", "שלום עולם"])
def test_right_to_left_lines_are_typed_walked_and_taken_away(writer: Writer, words: str) -> None:
    writer.open("<p></p>")
    writer.press(Key.Key_Right, times=3)
    writer.compose(words[:2], commit=words)
    writer.text_is(f"<p>{words}</p>")
    writer.until(lambda: writer.heard["cursor_moved"][-1] == ("index.html", 1, 4 + len(words)), "the cursor is behind")
    writer.press(Key.Key_Backspace)
    writer.text_is(f"<p>{words[:-1]}</p>")
    writer.press(Key.Key_Home)
    writer.type("x")
    writer.text_is(f"x<p>{words[:-1]}</p>")


def test_dead_keys_and_a_composition_that_is_left_write_nothing_else(writer: Writer) -> None:
    writer.open("<p></p>")
    writer.press(Key.Key_Right, times=3)
    for accent, letter in (("´", "é"), ("`", "à"), ("¨", "ö")):
        writer.compose(accent, commit=letter)
    writer.text_is("<p>éàö</p>")
    writer.compose("に", "", commit="")
    assert writer.settled() == "<p>éàö</p>"
    assert writer.page_text() == "<p>éàö</p>"


@pytest.mark.parametrize(
    ("pasted", "arrives"),
    [
        ("a\r\nb\r\nc", "a\nb\nc"),
        ("a\rb", "a\nb"),
        ("a\u2028b\u0085c\u000bd", "a\u2028b\u0085c\u000bd"),
        ("a\ufeff\u200bb\u00ad", "a\ufeff\u200bb\u00ad"),
    ],
)
def test_what_is_pasted_arrives(writer: Writer, pasted: str, arrives: str) -> None:
    writer.open("")
    paste(writer, pasted)
    writer.text_is(arrives)
    assert writer.page_text() == arrives


def test_a_nul_that_is_pasted_leaves_page_and_program_in_step(writer: Writer) -> None:
    writer.open("<p>")
    paste(writer, "a\0b")
    assert writer.settled() == writer.page_text()


def test_a_large_paste_arrives_whole(writer: Writer) -> None:
    text = "<p>Words 😀 and more</p>\n" * 20_000
    writer.open("")
    paste(writer, text)
    writer.text_is(text)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_done_the_program_has_the_pages_text(writer: Writer, seed: int) -> None:
    chance = random.Random(seed)
    writer.open('<p class="a">One <b>two</b> 😀</p>\n<style>p { color: red }</style>\nمرحبا <i>x</i>\n')
    pieces = ["<b>", "</", "😀", FAMILY, "e\u0301", "שלום", "\r\n", "{", '"', "a\u2028b", "<p>\r\n</p>"]
    moves = [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End]
    deeds = (
        lambda: writer.type(chance.choice('ab<>/"{}=# ')),
        lambda: paste(writer, chance.choice(pieces)),
        lambda: writer.compose(chance.choice(("に", "´")), commit=chance.choice(("日本", "é", "h1", FAMILY))),
        lambda: writer.press(chance.choice((Key.Key_Backspace, Key.Key_Delete, Key.Key_Return))),
        lambda: writer.press(chance.choice(moves), chance.choice((CTRL, SHIFT))),
        lambda: writer.press(chance.choice(moves)),
        lambda: writer.press(chance.choice((Key.Key_Z, Key.Key_Y, Key.Key_Slash)), CTRL),
    )
    for _ in range(80):
        chance.choice(deeds)()
    assert writer.settled() == writer.page_text()
