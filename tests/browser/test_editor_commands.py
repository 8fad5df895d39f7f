"""The commands of the editor by name and by key, in the real page."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from writer import CTRL, Key, Writer

from app.ui.commands import COMMANDS, EDITOR_GROUPS

PAGE = "<h1>One</h1>\n<p>Two</p>\n"


def test_a_command_is_done_by_name_and_takes_the_keyboard_there(writer: Writer) -> None:
    writer.open(PAGE)
    writer.type("a")
    writer.text_is("a" + PAGE)
    writer.below.setFocus()
    writer.editor.run("undo")
    writer.text_is(PAGE)
    writer.until(lambda: writer.look("document.hasFocus()"), "it has the keyboard")
    writer.editor.run("redo")
    writer.text_is("a" + PAGE)
    writer.editor.run("nobody's")
    writer.editor.run("select_all")
    writer.until(lambda: writer.look("getSelection().toString().length") > 20, "all is selected")
    writer.editor.run("cut")
    writer.text_is("")
    writer.editor.run("paste")
    writer.text_is("a" + PAGE)


def test_an_option_that_is_nobodys_changes_nothing(writer: Writer) -> None:
    writer.open(PAGE)
    writer.editor.set_option("nobody's", True)
    writer.type("a")
    writer.text_is("a" + PAGE)


def test_a_command_before_the_page_is_awake_waits_for_it(browser: None) -> None:
    writer = Writer()
    writer.editor.open_files([("index.html", PAGE)], "index.html")
    writer.editor.run("select_all")
    writer.until(lambda: writer.heard["ready"], "the files are open")
    writer.look("1")  # it has been done
    writer.type("x")
    writer.text_is("x")
    writer.close()


def press(writer: Writer, name: str) -> None:
    """The keys that people are told for a command."""
    command = next(command for command in COMMANDS if command.name == name)
    for at in range(command.sequence.count()):
        combination = command.sequence[at]
        QTest.keyClick(writer.keyboard, combination.key(), combination.keyboardModifiers())


LINES = "a\nb\nc\n"

# What each command makes of a text, from line, column and length of what is chosen: by its key, and by its name.
EFFECTS = {
    "cut": ("<p>a</p>", (1, 4, 1), "<p></p>"),
    "comment": ("<p>a</p>\n<p>b</p>", (2, 3, 0), "<p>a</p>\n<!-- <p>b</p> -->"),
    "indent": ("<p>a</p>\n<p>b</p>", (2, 3, 2), "<p>a</p>\n  <p>b</p>"),
    "outdent": ("  <p>a</p>", (1, 5, 0), "<p>a</p>"),
    "move_up": (LINES, (2, 1, 0), "b\na\nc\n"),
    "move_down": (LINES, (2, 1, 0), "a\nc\nb\n"),
    "copy_up": (LINES, (2, 1, 0), "a\nb\nb\nc\n"),
    "copy_down": (LINES, (2, 1, 0), "a\nb\nb\nc\n"),
    "delete_line": (LINES, (2, 1, 0), "a\nc\n"),
}
# Those that change nothing, or something else, are tried in the tests below and in those of their own.
IN_WORDS = {"undo", "redo", "copy", "paste", "select_all", "go_to_line"}
ELSEWHERE = {
    *("find", "find_next", "find_before", "replace"),  # test_editor_finding.py
    *("fold", "unfold", "unfold_all"),  # test_editor_folding.py
    "colour",  # test_editor_colours.py
    "matching_tag",  # test_editor_tags.py
    *("complete", "explain", "tidy"),  # test_editor_completing.py, test_editor_explaining.py, test_editor_tidying.py
    "emmet",  # test_editor_emmet.py
    *("next_mark", "mark_before"),  # test_editor_pointing.py
    *("larger_code", "smaller_code", "usual_code", "leave"),  # test_editor.py
}


@pytest.mark.parametrize("by", ["key", "name"])
@pytest.mark.parametrize("name", EFFECTS)
def test_it_does_what_it_says(writer: Writer, name: str, by: str) -> None:
    before, place, after = EFFECTS[name]
    writer.open(before)
    writer.show_line(*place)
    if by == "key":
        press(writer, name)
    else:
        writer.editor.run(name)
    writer.text_is(after)


def test_every_command_of_the_editor_is_tried() -> None:
    named = {command.name for command in COMMANDS if command.group in EDITOR_GROUPS}
    assert named == EFFECTS.keys() | IN_WORDS | ELSEWHERE


def test_undo_redo_select_copy_and_paste_by_their_keys(writer: Writer) -> None:
    writer.open(PAGE)
    writer.type("a")
    writer.text_is("a" + PAGE)
    press(writer, "undo")
    writer.text_is(PAGE)
    press(writer, "redo")
    writer.text_is("a" + PAGE)
    for name in ("select_all", "copy", "paste", "paste"):
        press(writer, name)
    writer.text_is(2 * ("a" + PAGE))


@pytest.mark.parametrize("by", ["key", "name"])
def test_going_to_a_line(writer: Writer, by: str) -> None:
    writer.open("\n".join("abcdefgh"))
    if by == "key":
        press(writer, "go_to_line")
    else:
        writer.editor.run("go_to_line")
    writer.until(lambda: writer.sees(".cm-goto-line"), "the line is asked for")
    writer.press(Key.Key_A, CTRL)
    writer.type("5")
    writer.press(Key.Key_Return)
    writer.until(lambda: writer.heard["cursor_moved"][-1:] == [("index.html", 5, 1)], "one is there")
    writer.type("x")
    writer.until(lambda: writer.editor.text("index.html").split("\n")[4] == "xe", "the keyboard is in the text")


@pytest.mark.parametrize(
    ("name", "text", "line", "after"),
    [
        ("index.html", "<style>\nh1 { color: red }\n</style>", 2, "<style>\n/* h1 { color: red } */\n</style>"),
        ("style.css", "h1 {\n  color: red;\n}", 2, "h1 {\n  /* color: red; */\n}"),
    ],
)
def test_a_comment_is_in_the_language_of_its_place_and_goes_by_the_same_key(
    writer: Writer, name: str, text: str, line: int, after: str
) -> None:
    writer.open(text, name)
    writer.show_line(line, 1)
    press(writer, "comment")
    writer.text_is(after, name)
    press(writer, "comment")
    writer.text_is(text, name)


@pytest.mark.parametrize("name", ["comment", "move_down", "delete_line", "indent", "copy_down"])
def test_a_command_leaves_what_may_not_be_changed_and_says_so(writer: Writer, name: str) -> None:
    text = "<h1>Ours</h1>\n<!-- edit from here -->\n<p>Yours</p>\n<!-- to here -->\n"
    writer.open(text)
    writer.show_line(1, 3)
    press(writer, name)
    writer.until(
        lambda: writer.sees(".cm-sentence") == ["This part stays as it is. You can change line 3."], "it is said"
    )
    assert writer.settled() == text
