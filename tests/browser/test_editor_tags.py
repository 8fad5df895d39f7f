"""Tags in pairs: both are shown, one key leads from one to the other, and renaming one renames the other."""

from __future__ import annotations

import random

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from writer import CTRL, SHIFT, Key, Writer

PAGE = '<main>\n  <p class="a">One <b>two</b></p>\n  <br>\n</main>\n'
RENAMED = PAGE.replace("<b>", "<em>").replace("</b>", "</em>")


def matched(writer: Writer, *tags: str) -> None:
    writer.until(lambda: writer.sees(".cm-matchingTag") == list(tags), f"{tags} are shown")


@pytest.mark.parametrize(
    ("place", "tags"),
    [
        ((1, 1), ["main", "main"]),
        ((1, 3), ["main", "main"]),  # in the name
        ((4, 4), ["main", "main"]),
        ((2, 11), ["p", "p"]),  # in an attribute
        ((2, 23), ["b", "b"]),  # after the >
        ((2, 18), []),  # in the text
        ((3, 4), []),  # br has no partner
    ],
)
def test_both_tags_of_an_element_are_shown(writer: Writer, place: tuple[int, int], tags: list[str]) -> None:
    writer.open(PAGE)
    writer.show_line(*place)
    matched(writer, *tags)
    assert writer.sees(".cm-lonelyTag") == []


@pytest.mark.parametrize(("text", "column"), [("<p>One <b>two</p>", 9), ("<p>One</b></p>", 8)])
def test_a_tag_that_stands_alone_is_shown_as_that(writer: Writer, text: str, column: int) -> None:
    writer.open(text)
    writer.show_line(1, column)
    writer.until(lambda: writer.sees(".cm-lonelyTag") == ["b"], "it is shown")
    assert writer.sees(".cm-matchingTag") == []
    writer.show_line(1, 5)
    writer.until(lambda: writer.sees(".cm-lonelyTag") == [], "it is left")


def test_nothing_is_said_of_a_tag_that_is_being_typed(writer: Writer) -> None:
    writer.open("<p>One</p>")
    writer.press(Key.Key_End, CTRL)
    writer.type("<sec")
    writer.settled()
    assert writer.sees(".cm-lonelyTag") == []


def test_brackets_are_shown_as_before(writer: Writer) -> None:
    writer.open("h1 { color: red }", "style.css")
    writer.show_line(1, 4)
    writer.until(lambda: writer.sees(".cm-matchingBracket") == ["{", "}"], "both are shown")


@pytest.mark.parametrize("by", ["key", "name"])
def test_one_goes_from_a_tag_to_its_partner_and_back(writer: Writer, by: str) -> None:
    writer.open(PAGE)
    writer.show_line(1, 3)

    def go() -> None:
        if by == "key":
            writer.press(Key.Key_M, CTRL | SHIFT)
        else:
            writer.editor.run("matching_tag")

    for place in ((4, 3), (1, 2)):
        go()
        writer.until(lambda: writer.heard["cursor_moved"][-1] == ("index.html", *place), str(place))  # noqa: B023
    writer.show_line(2, 18)
    go()
    writer.until(lambda: writer.sees(".cm-sentence") == ["The cursor is not in a tag or at a bracket."], "it is said")


@pytest.mark.parametrize("column", [21, 28], ids=["opening", "closing"])
def test_renaming_one_tag_renames_the_other_in_one_step(writer: Writer, column: int) -> None:
    writer.open(PAGE)
    writer.show_line(2, column, 1)
    writer.type("em")
    writer.text_is(RENAMED)
    assert all(text.count("<em") == text.count("</em") for _, text in writer.edits)  # never one without the other
    writer.press(Key.Key_Z, CTRL)
    writer.text_is(PAGE)
    writer.press(Key.Key_Y, CTRL)
    writer.text_is(RENAMED)


def test_a_name_can_be_taken_away_and_written_anew(writer: Writer) -> None:
    writer.open("<div>One <h1>two</h1></div>")
    writer.show_line(1, 13)
    writer.press(Key.Key_Backspace, times=2)
    writer.text_is("<div>One <>two</></div>")
    writer.type("h2")
    writer.text_is("<div>One <h2>two</h2></div>")
    writer.type(' id="x"')
    writer.text_is('<div>One <h2 id="x">two</h2></div>')


def test_pasting_and_cutting_rename_too(writer: Writer) -> None:
    QApplication.clipboard().setText("h2")
    writer.open("<p>One</p>")
    writer.show_line(1, 2, 1)
    writer.press(Key.Key_V, CTRL)
    writer.text_is("<h2>One</h2>")
    writer.press(Key.Key_Left, SHIFT)
    writer.press(Key.Key_X, CTRL)
    writer.text_is("<h>One</h>")


@pytest.mark.parametrize(
    ("text", "place", "typed", "after"),
    [
        ("<h1>One</h2>", (1, 4), "x", "<h1x>One</h2>"),  # they were not one name
        ("<h1>One", (1, 4), "x", "<h1x>One"),
        ("<b>One</b>", (1, 3), " ", "<b >One</b>"),  # the name is over
        ("<p>One</p>", (1, 4), "p", "<p>pOne</p>"),
        ("<b><b>One</b>", (1, 3), "x", "<bx><b>One</b>"),
    ],
)
def test_what_is_no_pair_or_no_name_is_not_renamed(
    writer: Writer, text: str, place: tuple[int, int], typed: str, after: str
) -> None:
    writer.open(text)
    writer.show_line(*place)
    writer.type(typed)
    writer.text_is(after)


def test_nothing_is_renamed_where_the_partner_stays_as_it_is(writer: Writer) -> None:
    text = "<main>\n<!-- edit from here -->\n<p>One</p></main>\n<!-- to here -->\n"
    writer.open(text)
    writer.show_line(3, 17)
    writer.type("x")
    writer.text_is(text.replace("</main>", "</mainx>"))


def test_a_tag_typed_whole_before_one_of_its_name_leaves_that_alone(writer: Writer) -> None:
    writer.open("<b>One</b>\n")
    writer.type("<b>new</b> ")
    writer.text_is("<b>new</b> <b>One</b>\n")
    writer.press(Key.Key_Backspace, times=11)
    writer.text_is("<b>One</b>\n")


def test_an_input_method_that_writes_a_name_renames_when_it_is_done(writer: Writer) -> None:
    writer.open("<p>One</p>")
    writer.show_line(1, 2, 1)
    writer.compose("h", "h1", commit="h1")
    writer.text_is("<h1>One</h1>")
    QTest.qWait(100)
    writer.press(Key.Key_Z, CTRL)
    writer.text_is("<p>One</p>")


def test_a_partner_that_is_far_away_is_renamed_as_well(writer: Writer) -> None:
    text = "<main>\n" + "<p>Words <b>and</b> more</p>\n" * 1000 + "</main>\n"
    writer.open(text)
    writer.show_line(1, 6)
    matched(writer, "main")  # the other is out of sight, so it is not painted: the text has been read to its end
    writer.type("x")
    writer.text_is(text.replace("main>", "mainx>"))


def test_names_typed_at_random_stay_in_step(writer: Writer) -> None:
    chance = random.Random(4)
    writer.open("<i>One <b>two</b></i>")
    writer.show_line(1, 3)
    for _ in range(60):
        if chance.random() < 0.4:
            writer.press(chance.choice((Key.Key_Backspace, Key.Key_Left, Key.Key_Right)))
            if writer.settled().count("<") != 4 or not writer.editor.text("index.html").startswith("<"):
                writer.press(Key.Key_Z, CTRL)
        else:
            writer.type(chance.choice("abh12"))
    assert writer.settled() == writer.page_text()
