"""The list of what may come next, by real keys and the mouse: few, the likely first, and never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from writer import CTRL, Key, Writer, wait_for

CHOICES = ".cm-tooltip-autocomplete li"
CHOSEN = ".cm-tooltip-autocomplete li[aria-selected]"
SHEET = "/* .old { } */\n.notice { color: #fff }\n#times, .card:hover { margin: 0 }\n"


def listed(writer: Writer) -> list[str]:
    writer.until(lambda: writer.sees(CHOICES), "the list opens")
    return writer.sees(CHOICES)


def nothing_is_listed(writer: Writer) -> None:
    QTest.qWait(300)
    assert writer.sees(CHOICES) == []


def choose(writer: Writer, name: str) -> None:
    """With the arrow down, as somebody does who has seen the list."""
    offered = listed(writer)
    QTest.qWait(100)  # CodeMirror lets a key through that was pressed before anybody could see the list
    writer.press(Key.Key_Down, times=offered.index(name) + 1)
    writer.until(lambda: writer.sees(CHOSEN) == [name], f"{name} is chosen")


@pytest.mark.parametrize(
    ("file", "typed", "first"),
    [
        ("index.html", "<main><", ["h1", "h2", "p"]),
        ("index.html", "<main><h", ["h1", "h2", "h3"]),
        ("index.html", "<ul><", ["li"]),
        ("index.html", "<table><", ["caption", "thead"]),
        ("index.html", "<img ", ["src", "alt", "width", "height"]),
        ("index.html", '<img src="" a', ["alt"]),
        ("index.html", '<html lang="', ["en-GB", "cy"]),
        ("index.html", '<input type="', ["text", "email", "tel"]),
        ("index.html", '<th scope="', ["col", "row"]),
        ("index.html", "<style>p { co", ["color"]),
        ("index.html", "<style>p { color: ", ["black"]),
        ("index.html", '<p style="text-a', ["text-align"]),
        ("index.html", "<!", ["!doctype html"]),
        ("style.css", "p { fo", ["font-size", "font-family"]),
        ("style.css", "p { text-align: ", ["left", "center"]),
        ("style.css", "p { margin: 2", ["2rem"]),
        ("style.css", "a:h", [":hover"]),
        ("style.css", "@m", ["@media"]),
        ("style.css", "@media ", ["print", "screen"]),
    ],
)
def test_few_are_offered_and_the_likely_first(writer: Writer, file: str, typed: str, first: list[str]) -> None:
    writer.open("", file)
    writer.type(typed)
    offered = listed(writer)
    assert offered[: len(first)] == first
    assert len(offered) <= 8


@pytest.mark.parametrize("typed", ["<c", "<fo", "<p on", "<body bg", "<td al"])
def test_nothing_old_is_offered_and_no_handler(writer: Writer, typed: str) -> None:
    writer.open("")
    writer.type(typed)
    wait_for(lambda: writer.sees(CHOICES), 0.4)
    unwanted = {"center", "font", "onclick", "onload", "bgcolor", "align"}
    assert not unwanted & set(writer.sees(CHOICES))


def test_nothing_of_one_browser_is_offered(writer: Writer) -> None:
    writer.open("", "style.css")
    writer.type("p { -w")
    nothing_is_listed(writer)


@pytest.mark.parametrize(
    "typed",
    [
        "Some words",
        "<p>Some words",
        "<!-- a <b",
        "<p>Five < six",
        "<p>Done</p",
        "<title>The fair",
        "<style>/* co",
        "&am",
    ],
)
def test_words_and_comments_are_left_in_peace(writer: Writer, typed: str) -> None:
    writer.open("")
    writer.type(typed)
    nothing_is_listed(writer)


def test_the_authors_own_classes_and_ids_are_offered(writer: Writer) -> None:
    writer.open('<a href="#top">Up</a><h2 id="news">News</h2>', style_css=SHEET)
    writer.press(Key.Key_End)
    writer.type('<p class="')
    assert listed(writer) == ["notice", "card"]
    writer.type("notice ")
    writer.until(lambda: writer.sees(CHOICES) == ["card"], "only the other one is left")
    writer.type('" id="')
    writer.until(lambda: writer.sees(CHOICES) == ["top", "times"], "what is pointed at, and what is not there yet")
    writer.type('x"><a href="#')
    writer.until(lambda: writer.sees(CHOICES) == ["#news", "#x"], "what can be pointed at")
    writer.type('news"></a></p><label for="')
    writer.until(lambda: writer.sees(CHOICES) == ["news", "x"], "the ids of the page")


def test_a_rule_is_offered_what_the_page_has(writer: Writer) -> None:
    page = '<body class="wide"><address id="times"><em>Mon</em></address></body>'
    writer.open("", "style.css", index_html=page)
    writer.type(".")
    assert listed(writer) == [".wide"]
    writer.press(Key.Key_Backspace)
    writer.type("#")
    writer.until(lambda: writer.sees(CHOICES) == ["#times"], "the id")
    writer.press(Key.Key_Backspace)
    writer.type("a")
    writer.until(lambda: writer.sees(CHOICES)[:1] == ["address"], "the page's own tag comes first")


def test_files_and_pictures_can_be_named(writer: Writer) -> None:
    writer.editor.assets = ["files/fair.jpg", "form.pdf"]
    writer.open("", two_html="", style_css="")
    writer.type('<img src="')
    assert listed(writer) == ["files/fair.jpg"]
    choose(writer, "files/fair.jpg")
    writer.press(Key.Key_Return)
    writer.text_is('<img src="files/fair.jpg"')
    writer.type('"><a href="')
    assert listed(writer)[:2] == ["two.html", "form.pdf"]
    writer.type('"></a><link href="')
    writer.until(lambda: writer.sees(CHOICES) == ["style.css"], "the style sheet")
    writer.editor.assets = []


def test_enter_is_a_new_line_and_tab_indents_while_the_list_is_open(writer: Writer) -> None:
    writer.open("")
    writer.type("<p")
    listed(writer)
    QTest.qWait(100)
    writer.press(Key.Key_Return)
    writer.text_is("<p\n  ")
    writer.type("t")
    listed(writer)
    QTest.qWait(100)
    writer.press(Key.Key_Tab)
    writer.text_is("<p\n    t")


def test_the_arrow_up_moves_the_cursor_where_nobody_has_moved_into_the_list(writer: Writer) -> None:
    writer.open("a\n")
    writer.press(Key.Key_Down)
    writer.type("<t")
    listed(writer)
    QTest.qWait(100)
    writer.press(Key.Key_Up)
    writer.until(lambda: not writer.sees(CHOICES), "the list goes")
    assert writer.heard["cursor_moved"][-1][1] == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_what_was_chosen_with_an_arrow_is_taken(writer: Writer, key: Key) -> None:
    writer.open("")
    writer.type("<ta")
    choose(writer, "table")
    writer.press(key)
    writer.text_is("<table")
    writer.type(">")
    writer.text_is("<table></table>")


def test_control_space_opens_the_list_with_the_first_chosen(writer: Writer) -> None:
    writer.open("p {  }", "style.css")
    writer.press(Key.Key_Right, times=4)
    writer.press(Key.Key_Space, CTRL)
    writer.until(lambda: writer.sees(CHOSEN) == ["color"], "the first is chosen")
    QTest.qWait(100)
    writer.press(Key.Key_Return)
    writer.text_is("p { color:  }", "style.css")
    writer.until(lambda: writer.sees(CHOICES)[:1] == ["black"], "its values follow")
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(CHOICES), "the list goes")


def test_control_space_says_where_nothing_can_be_suggested(writer: Writer) -> None:
    writer.open("<p>Words")
    writer.press(Key.Key_End)
    writer.press(Key.Key_Space, CTRL)
    writer.until(lambda: writer.sees(".cm-sentence") == ["There is nothing to suggest here."], "it is said")
    assert writer.settled() == "<p>Words"


def test_the_mouse_takes_one(writer: Writer) -> None:
    writer.open("")
    writer.type("<ta")
    listed(writer)
    QTest.qWait(100)
    box = writer.look(f"document.querySelector('{CHOICES}').getBoundingClientRect()")
    QTest.mouseClick(
        writer.keyboard,
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(box["x"] + 20), round(box["y"] + box["height"] / 2)),
    )
    writer.text_is("<table")


def test_what_a_choice_brings_need_not_be_typed_and_may_be(writer: Writer) -> None:
    writer.open("")
    writer.type("<a hr")
    choose(writer, "href")
    writer.press(Key.Key_Return)
    writer.text_is('<a href=""')
    writer.type('="two.html" class="x">Two</a>')  # every letter all the same
    writer.text_is('<a href="two.html" class="x">Two</a>')
    writer.open("", "style.css")
    writer.type("p { fo")
    choose(writer, "font-size")
    writer.press(Key.Key_Return)
    writer.type(": 2rem; color: r")
    writer.text_is("p { font-size: 2rem; color: r}", "style.css")
    writer.until(lambda: "rgb()" in writer.sees(CHOICES), "the values are listed")
    choose(writer, "rgb()")
    writer.press(Key.Key_Return)
    writer.type("(1 2 3); }")
    writer.text_is("p { font-size: 2rem; color: rgb(1 2 3); }", "style.css")


def test_a_choice_is_undone_in_one_step(writer: Writer) -> None:
    writer.open("")
    writer.type("<a hr")
    choose(writer, "href")
    writer.press(Key.Key_Return)
    writer.text_is('<a href=""')
    writer.press(Key.Key_Z, CTRL)
    writer.text_is("<a hr")


@pytest.mark.parametrize(
    ("file", "typed"),
    [
        ("index.html", '<p class="note" id=a>Hi <b>you</b></p>'),
        ("index.html", "<ul><li>1</li></ul><img src=a.png>"),
        ("index.html", '<p style="color: red">a & b</p>'),
        ("style.css", "p.note:hover { margin: 0 auto; color: rgb(1,2,3) }"),
    ],
)
def test_whoever_types_every_letter_with_the_list_open_gets_exactly_that(writer: Writer, file: str, typed: str) -> None:
    writer.open("", file)
    seen = 0
    for letter in typed:
        writer.type(letter)
        seen += wait_for(lambda: writer.sees(CHOICES), 0.15)
    writer.text_is(typed, file)
    assert seen > len(typed) / 4  # or it was not open, and this shows nothing


def test_an_input_method_is_left_in_peace(writer: Writer) -> None:
    writer.open('<p class=""></p>', style_css=".日本 { } .other { }")
    writer.press(Key.Key_Right, times=10)
    writer.compose("に", "にほ", commit="日本")
    nothing_is_listed(writer)
    writer.text_is('<p class="日本"></p>')


def test_parts_that_stay_as_they_are_are_offered_nothing(writer: Writer) -> None:
    writer.open("<p \n<!-- edit from here -->\n<!-- to here -->\n")
    writer.press(Key.Key_Home, CTRL)
    writer.press(Key.Key_End)
    writer.press(Key.Key_Space, CTRL)
    writer.until(lambda: writer.sees(".cm-sentence"), "it is said")
    assert writer.sees(CHOICES) == []


def test_a_screen_reader_is_told_of_the_list_and_of_the_choice(writer: Writer) -> None:
    writer.open("")
    writer.type("<ta")
    choose(writer, "table")
    content = writer.look(
        "(({ariaHasPopup, ariaAutoComplete}) => [ariaHasPopup, ariaAutoComplete])(document.activeElement)"
    )
    assert content == ["listbox", "list"]
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    assert writer.look(f"{active}.textContent") == "table"
    assert writer.look(f"{active}.role") == "option"
    assert writer.look(f"{active}.parentElement.ariaLabel") == "Suggestions"
    described = f"document.getElementById({active}.getAttribute('aria-describedby')).textContent"
    assert writer.look(described).startswith("A table of facts")
