"""Folding: by key, by mouse, by name; and nothing that is marked or gone to is ever hidden."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from writer import CTRL, SHIFT, Key, Writer

PAGE = "<main>\n<section>\n<p>One</p>\n<p>Two</p>\n</section>\n<section>\n<p>Three</p>\n</section>\n</main>\n"
FOLDED = ["<main>", "<section>…</section>", "<section>"]


def lines(writer: Writer) -> list[str]:
    return writer.sees(".cm-line")


def fold(writer: Writer, line: int = 2) -> None:
    writer.show_line(line)
    writer.press(Key.Key_BracketLeft, CTRL | SHIFT)
    writer.settled()


def folded(writer: Writer) -> None:
    writer.until(lambda: lines(writer)[:3] == FOLDED, "it is folded")


def whole(writer: Writer) -> None:
    writer.until(lambda: lines(writer) == PAGE.split("\n"), "all is shown")


def test_a_part_is_folded_and_shown_again_by_key(writer: Writer) -> None:
    writer.open(PAGE)
    fold(writer)
    folded(writer)
    assert writer.sees(".cm-announced") == ["Folded away: lines 2 to 5."]
    writer.press(Key.Key_BracketRight, CTRL | SHIFT)
    whole(writer)
    assert writer.settled() == PAGE


def test_several_parts_are_shown_again_at_once(writer: Writer) -> None:
    writer.open(PAGE)
    fold(writer, 6)
    writer.until(lambda: writer.sees(".cm-foldPlaceholder") == ["…"], "one is folded")
    fold(writer)
    writer.until(lambda: writer.sees(".cm-foldPlaceholder") == ["…", "…"], "two are folded")
    writer.press(Key.Key_Period, CTRL | SHIFT)
    whole(writer)
    writer.editor.run("fold")
    folded(writer)
    writer.editor.run("unfold_all")
    whole(writer)
    writer.editor.run("fold")
    folded(writer)
    writer.editor.run("unfold")
    whole(writer)


def test_the_mouse_folds_in_the_gutter_and_opens_at_the_dots(writer: Writer) -> None:
    writer.open(PAGE)
    mark = ".cm-foldGutter .cm-gutterElement:nth-child(3) .cm-foldMark"  # the first is only there for its width
    writer.until(lambda: len(writer.sees(mark)) == 1, "the mark is there")
    QTest.qWait(200)  # everything has its place
    writer.click(mark)
    folded(writer)
    QTest.qWait(200)
    writer.click(".cm-foldPlaceholder")
    whole(writer)


def test_where_there_is_nothing_to_fold_that_is_said(writer: Writer) -> None:
    writer.open(PAGE)
    fold(writer, 3)
    writer.until(lambda: writer.sees(".cm-sentence"), "it is said")
    whole(writer)


def test_a_part_with_a_mark_stays_open(writer: Writer) -> None:
    writer.open(PAGE)
    writer.editor.set_marks("index.html", [writer.mark(4, 4, 3)])
    fold(writer)
    writer.until(
        lambda: writer.sees(".cm-sentence") == ["This part stays open: a place in it is marked."], "it is said"
    )
    whole(writer)


def test_a_mark_that_comes_opens_its_part_and_no_other(writer: Writer) -> None:
    writer.open(PAGE)
    fold(writer, 6)
    fold(writer, 2)
    writer.until(lambda: len(writer.sees(".cm-foldPlaceholder")) == 2, "two are folded")
    writer.editor.set_marks("index.html", [writer.mark(4, 4, 3)])
    writer.until(lambda: writer.sees(".cm-mark") == ["Two"], "the mark is seen")
    assert len(writer.sees(".cm-foldPlaceholder")) == 1


@pytest.mark.parametrize("way", ["show_line", "find", "undo"])
def test_what_is_gone_to_is_shown(writer: Writer, way: str) -> None:
    writer.open(PAGE)
    writer.show_line(4, 4, 3)
    writer.type("2")
    writer.text_is(PAGE.replace("Two", "2"))
    fold(writer)
    writer.until(lambda: writer.sees(".cm-foldPlaceholder"), "it is folded")
    if way == "show_line":
        writer.show_line(4)
    elif way == "find":
        writer.press(Key.Key_F, CTRL)
        writer.type("2")
        writer.press(Key.Key_Return)
    else:
        writer.press(Key.Key_Z, CTRL)
    writer.until(lambda: not writer.sees(".cm-foldPlaceholder"), "it is shown")


def test_css_folds_too(writer: Writer) -> None:
    writer.open("h1 {\n  color: red;\n  margin: 0;\n}\n", "style.css")
    fold(writer, 1)
    writer.until(lambda: lines(writer) == ["h1 {…}", ""], "it is folded")
