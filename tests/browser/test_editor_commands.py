"""The commands of the editor by name and by key, in the real page."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from writer import Writer

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
    writer.type("x")
    writer.text_is("x")
    writer.close()


def press(writer: Writer, name: str) -> None:
    """The keys that people are told for a command."""
    command = next(command for command in COMMANDS if command.name == name)
    for at in range(command.sequence.count()):
        combination = command.sequence[at]
        QTest.keyClick(writer.keyboard, combination.key(), combination.keyboardModifiers())


# What each command makes of a text, from line, column and length of what is chosen: by its key, and by its name.
EFFECTS = {
    "cut": ("<p>a</p>", (1, 4, 1), "<p></p>"),
}
OTHERWISE = {
    "undo",
    "redo",
    "copy",
    "paste",
    "select_all",
    "complete",
    "explain",
    "find",
}  # tested in words of their own


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
    assert named == EFFECTS.keys() | OTHERWISE


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
