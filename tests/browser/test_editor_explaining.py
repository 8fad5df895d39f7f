"""What a word means: on hover and by its key, in a sentence or two, also spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from writer import CTRL, NONE, SHIFT, Key, Writer

ALT = Qt.KeyboardModifier.AltModifier

PAGE = (
    '<!doctype html>\n<img src="fair.jpg" loading="lazy">\n<p>Words &amp; more</p>\n'
    "<style>\np:hover { display: flex; margin: 1rem }\n.note { }\n@media print { }\n</style>\n"
)
SHEET = "main #top { column-span: all; list-style: none }\n"


def go_to(writer: Writer, text: str, word: str) -> None:
    before = text[: text.index(word)]
    writer.show_line(before.count("\n") + 1, len(before) - before.rfind("\n") + 1)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("doctype", "<!doctype html> Says that this is a page of today's HTML."),
        ("img", "<img> A picture."),
        ("src", "src The file that is shown"),
        ("lazy", "lazy The picture is fetched when"),
        ("&amp;", "&amp; The sign & itself."),
        ("Words", "<p> A paragraph of text."),
        ("hover", ":hover While the mouse is over it."),
        ("display", "display How it takes its place"),
        ("flex", "flex What is inside stands in a row"),
        ("rem", "rem 1rem is the size of the page's usual letters."),
        ("note", ".note The rule is for everything with this name"),
        ("media", "@media Rules that count only sometimes"),
    ],
)
def test_its_key_says_what_the_word_at_the_cursor_means(writer: Writer, word: str, said: str) -> None:
    writer.open(PAGE)
    go_to(writer, PAGE, word)
    writer.press(Key.Key_F1, SHIFT)
    writer.until(lambda: any(text.startswith(said) for text in writer.sees(".cm-sentence")), said)
    assert writer.sees(".cm-announced") == writer.sees(".cm-sentence")
    writer.press(Key.Key_Right)
    writer.until(lambda: not writer.sees(".cm-sentence"), "it goes when the cursor moves")
    assert writer.settled() == PAGE


def test_what_we_have_no_words_for_is_told_shortly_in_british_spelling(writer: Writer) -> None:
    writer.open(SHEET, "style.css")
    go_to(writer, SHEET, "column-span")
    writer.press(Key.Key_F1, SHIFT)
    writer.until(lambda: writer.sees(".cm-sentence"), "it is told")
    assert writer.sees(".cm-sentence")[0].startswith("column-span ")
    assert len(writer.sees(".cm-sentence")[0]) < 300


def test_it_says_where_there_is_nothing_to_explain(writer: Writer) -> None:
    writer.open("Words\n")
    writer.press(Key.Key_F1, SHIFT)
    writer.until(lambda: writer.sees(".cm-sentence") == ["There is nothing to explain here."], "it is said")


def test_the_mouse_over_a_word_shows_its_meaning(writer: Writer) -> None:
    writer.open(PAGE)
    spans = "[...document.querySelectorAll('.cm-line span')]"
    box = writer.look(f"{spans}.find((span) => span.textContent === 'loading').getBoundingClientRect()")
    for nudge in (0, 2):
        QTest.mouseMove(writer.keyboard, QPoint(round(box["x"] + 9 + nudge), round(box["y"] + box["height"] / 2)))
        QTest.qWait(30)
    writer.until(lambda: writer.sees(".cm-sentence"), "it is shown")
    assert writer.sees(".cm-sentence")[0].startswith("loading With lazy")
    assert writer.sees(".cm-sentence code")[0] == "loading"
    QTest.mouseMove(writer.below)
    writer.type("x")
    writer.until(lambda: not writer.sees(".cm-sentence"), "it goes when something is typed")


def test_the_chosen_one_of_the_list_is_explained(writer: Writer) -> None:
    writer.open("<main></main>")
    writer.press(Key.Key_Right, times=6)
    writer.type("<")
    writer.until(lambda: writer.sees(".cm-tooltip-autocomplete li"), "the list opens")
    QTest.qWait(100)
    writer.press(Key.Key_Down)
    writer.until(
        lambda: writer.sees(".cm-completionInfo") == ["The main heading: what this page is about. A page has one."]
    )
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(".cm-tooltip-autocomplete"), "the list goes")


def test_a_meaning_goes_with_escape_and_gives_way_to_whatever_is_opened(writer: Writer) -> None:
    writer.open(PAGE)
    for key, held, opened in [
        (Key.Key_Escape, NONE, ".cm-editor"),
        (Key.Key_Space, CTRL, ".cm-tooltip-autocomplete"),
        (Key.Key_F, CTRL, ".cm-search"),
    ]:
        go_to(writer, PAGE, "img")
        writer.press(Key.Key_F1, SHIFT)
        writer.until(lambda: writer.sees(".cm-sentence"), "the meaning")
        writer.press(key, held)
        writer.until(lambda: not writer.sees(".cm-sentence"), "the meaning to go")
        writer.until(lambda opened=opened: writer.sees(opened), "what was opened")
        writer.press(Key.Key_Escape)


def test_a_meaning_gives_way_to_the_picker_of_colours(writer: Writer) -> None:
    text = "<style>p { color: teal }</style>"
    writer.open(text)
    go_to(writer, text, "teal")
    writer.press(Key.Key_F1, SHIFT)
    writer.until(lambda: writer.sees(".cm-sentence"), "the meaning")
    writer.press(Key.Key_Return, ALT)
    writer.until(lambda: writer.sees(".cm-picker"), "the picker")
    assert not writer.sees(".cm-sentence")
