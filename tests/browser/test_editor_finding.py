"""Find and replace, by key: what somebody sees who looks for a word."""

from __future__ import annotations

from writer import CTRL, SHIFT, Key, Writer

PAGE = "<p>Fair</p>\n<p>the fair</p>\n<p>a fairly good fair</p>\n"
LOCKED = "<p>fair</p>\n<!-- edit from here -->\n<p>fair</p>\n<p>fair</p>\n<!-- to here -->\n"


def said(writer: Writer, words: str) -> None:
    writer.until(lambda: writer.sees(".cm-findSaid") == [words], words)


def find(writer: Writer, words: str) -> None:
    writer.press(Key.Key_F, CTRL)
    writer.until(lambda: writer.look("document.activeElement.name") == "search", "the panel is open")
    writer.type(words)


def test_what_is_found_is_counted_and_walked_through(writer: Writer) -> None:
    writer.open(PAGE)
    find(writer, "fair")
    said(writer, "4 found")
    for standing in ("1 of 4", "2 of 4"):
        writer.press(Key.Key_Return)
        said(writer, standing)
    writer.press(Key.Key_Return, SHIFT)
    said(writer, "1 of 4")
    writer.press(Key.Key_F3)
    said(writer, "2 of 4")
    writer.press(Key.Key_F3, SHIFT)
    said(writer, "1 of 4")
    writer.click('.cm-search [name="case"]')
    said(writer, "3 found")
    writer.click('.cm-search [name="word"]')
    said(writer, "2 found")
    writer.click('.cm-search [name="search"]')
    writer.type("ground")
    said(writer, "Not found")
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(".cm-search"), "it is closed")
    writer.until(lambda: writer.look("!!document.activeElement.closest('.cm-content')"), "the keyboard is in the text")


def test_finding_goes_on_in_the_text(writer: Writer) -> None:
    writer.open(PAGE)
    find(writer, "fair")
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(".cm-search"), "it is closed")
    for command in ("find_next", "find_before", "find_next"):
        writer.editor.run(command)
    writer.look("1")  # it has been done
    writer.type("X")
    writer.text_is(PAGE.replace("the fair", "the X"))


def test_replacing_one_and_all(writer: Writer) -> None:
    writer.open(PAGE)
    writer.press(Key.Key_H, CTRL)
    writer.until(lambda: writer.look("document.activeElement.name") == "search", "the panel is open")
    writer.type("fair")
    writer.press(Key.Key_Tab, times=3)
    writer.until(lambda: writer.look("document.activeElement.name") == "replace", "Tab leads there")
    writer.type("market")
    writer.press(Key.Key_Return, times=2)  # to the first, and replace it
    writer.text_is(PAGE.replace("Fair", "market"))
    writer.press(Key.Key_Tab, times=2)
    writer.press(Key.Key_Return)
    writer.text_is(PAGE.replace("Fair", "market").replace("fair", "market"))
    said(writer, "3 replaced")
    writer.press(Key.Key_Escape)
    writer.press(Key.Key_Z, CTRL)
    writer.text_is(PAGE.replace("Fair", "market"))


def test_what_may_not_be_changed_is_found_and_stays(writer: Writer) -> None:
    writer.open(LOCKED)
    writer.editor.run("replace")
    writer.until(lambda: writer.look("document.activeElement.name") == "search", "the panel is open")
    writer.type("fair")
    said(writer, "3 found")
    writer.press(Key.Key_Home, CTRL)
    writer.click('.cm-search [name="replace"]')
    writer.type("x")
    writer.press(Key.Key_Return, times=3)  # the first in the part, then it, then the next
    writer.press(Key.Key_Return)  # round to the first of all, which stays
    said(writer, "This place stays as it is: that part cannot be changed")
    text = LOCKED.replace("<p>fair</p>\n<p>fair</p>", "<p>x</p>\n<p>x</p>")
    writer.text_is(text)
    writer.press(Key.Key_Z, CTRL)


def test_replacing_all_leaves_what_may_not_be_changed_and_says_how_many(writer: Writer) -> None:
    writer.open(LOCKED)
    writer.press(Key.Key_H, CTRL)
    writer.until(lambda: writer.look("document.activeElement.name") == "search", "the panel is open")
    writer.type("fair")
    writer.click('.cm-search [name="replace"]')
    writer.type("market")
    writer.press(Key.Key_Tab, times=2)
    writer.press(Key.Key_Return)
    said(writer, "2 replaced, 1 stays as it is: that part cannot be changed")
    writer.text_is(LOCKED.replace("<p>fair</p>\n<p>fair</p>", "<p>market</p>\n<p>market</p>"))


def test_a_backslash_is_only_a_backslash(writer: Writer) -> None:
    writer.open("a\\nb\n")
    find(writer, "\\n")
    said(writer, "1 found")
