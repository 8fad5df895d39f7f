"""Two texts side by side or one below the other: what differs is told by signs and words; nothing can be changed."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from writer import SHIFT, Key, Writer

from app.browser.comparing import Comparing

LEFT = "<h1>One</h1>\n<p>Same 😀</p>\n<p>Gone</p>\n<ul></ul>\n"
RIGHT = "<h1>Two</h1>\n<p>Same 😀</p>\n<ul></ul>\n<p>New</p>\n"
NAMES = ("yesterday's page", "your page now")


class Reader:
    """Somebody who compares."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.comparing = writer, Comparing(writer.editor)
        self.counted, self.stepped, self.left = [], [], []
        self.comparing.counted.connect(self.counted.append)
        self.comparing.stepped.connect(lambda number, of: self.stepped.append((number, of)))
        self.comparing.left.connect(lambda: self.left.append(True))

    def show(self, left: str = LEFT, right: str = RIGHT, **more: tuple[str, str]) -> None:
        self.writer.open(right, **{name: texts[1] for name, texts in more.items()})
        self.counted.clear()
        files = [("index.html", left, right)]
        files += [(name.replace("_", "."), *texts) for name, texts in more.items()]
        self.comparing.show(NAMES, files, "index.html", focus=True)
        self.writer.until(lambda: self.counted, "it is shown")

    def lines(self) -> list[str]:
        """What is read, with the sign in front of each line that only one side has."""
        return self.writer.look(
            "[...document.querySelectorAll('.compare .cm-line, .cm-deletedChunk > .cm-deletedLine')].map((l) => "
            "(getComputedStyle(l, '::before').content.match(/[−+]/)?.[0] ?? ' ') + l.textContent)"
        )


@pytest.fixture
def reader(writer: Writer):
    reader = Reader(writer)
    yield reader
    reader.comparing.hide()
    reader.comparing.deleteLater()
    writer.window.resize(640, 560)


def test_below_each_other_where_there_is_little_room(reader: Reader, writer: Writer) -> None:
    reader.show()
    assert reader.lines() == [
        "−<h1>One</h1>",
        "+<h1>Two</h1>",
        " <p>Same 😀</p>",
        "−<p>Gone</p>",
        " <ul></ul>",
        "+<p>New</p>",
        " ",
    ]
    assert reader.counted == [{"index.html": 3}]
    lines = "[...document.querySelectorAll('.compare .cm-line, .cm-deletedChunk > .cm-deletedLine')]"
    assert len(set(writer.look(f"{lines}.map((l) => getComputedStyle(l).paddingLeft)"))) == 1  # letters stand in line
    assert writer.sees(".compare-names span") == list(NAMES)
    spoken = writer.look("getComputedStyle(document.querySelector('.cm-deletedLine'), '::before').content")
    assert spoken == '"−" / "Only in yesterday\'s page: "'
    texts = "document.querySelector('.compare .cm-content')"
    assert writer.look(f"[{texts}.role, {texts}.isContentEditable]") == ["document", False]
    assert writer.look(f"{texts}.ariaLabel").startswith("index.html, yesterday's page and your page now compared.")
    assert writer.look("getComputedStyle(document.querySelector('.cm-editor')).display") == "none"  # not beside it


def test_side_by_side_where_there_is_room(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.window.resize(1300, 560)
    writer.until(lambda: writer.sees(".cm-merge-a .cm-line"), "there are two")
    assert [line for line in reader.lines() if line[0] != " "] == [
        "−<h1>One</h1>",
        "−<p>Gone</p>",
        "+<h1>Two</h1>",
        "+<p>New</p>",
    ]
    left, right = writer.look("[...document.querySelectorAll('.cm-mergeViewEditor')].map((e) => e.offsetWidth)")
    assert abs(left - right) < 8
    writer.window.resize(640, 560)
    writer.until(lambda: not writer.sees(".cm-merge-a"), "there is one again")


def test_a_key_goes_from_difference_to_difference(reader: Reader, writer: Writer) -> None:
    reader.show()
    for key, modifier, at in [
        (Key.Key_F7, None, 1),
        (Key.Key_F7, None, 2),
        (Key.Key_F7, None, 3),
        (Key.Key_F7, None, 1),
        (Key.Key_F7, SHIFT, 3),
    ]:
        reader.stepped.clear()
        QTest.keyClick(writer.keyboard, key, modifier) if modifier else QTest.keyClick(writer.keyboard, key)
        writer.until(lambda: reader.stepped, "it went there")
        assert reader.stepped == [(at, 3)]
    writer.until(lambda: "Difference 3 of 3, line 4" in str(writer.sees("[aria-live]")), "it is said")
    reader.comparing.step(-1)
    writer.until(lambda: reader.stepped[-1] == (2, 3), "the program asked for it")


def test_nothing_that_is_typed_changes_anything(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.type("abc")
    writer.press(Key.Key_Backspace, times=3)
    writer.press(Key.Key_Return)
    writer.editor.run("undo")
    assert writer.settled() == RIGHT
    assert writer.edits == []
    assert len(reader.lines()) == 7


def test_escape_goes_back_to_the_editor(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.press(Key.Key_Escape)
    writer.until(lambda: reader.left, "it was left")
    reader.comparing.hide()
    writer.type("a")
    writer.text_is("a" + RIGHT)


def test_the_keyboard_goes_to_what_is_shown(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.below.setFocus()
    writer.editor.setFocus()
    writer.until(lambda: writer.look("!!document.activeElement.closest('.compare .cm-content')"), "the texts have it")
    reader.comparing.hide()
    writer.until(lambda: writer.look("!!document.activeElement.closest('body > .cm-editor')"), "the editor has it")
    writer.type("a")
    writer.text_is("a" + RIGHT)


def test_each_file_has_its_own_comparison(reader: Reader, writer: Writer) -> None:
    reader.show(style_css=("h1 { color: red }\n", "h1 { color: green }\n"), more_css=("p {}", "p {}"))
    assert reader.counted == [{"index.html": 3, "style.css": 1, "more.css": 0}]
    writer.editor.show_file("style.css")
    writer.until(lambda: reader.lines()[0] == "−h1 { color: red }", "the other file is shown")
    writer.editor.show_file("more.css")
    writer.until(lambda: reader.lines() == [" p {}"], "and the third")
    reader.comparing.step(1)  # there is nothing to go to
    reader.comparing.hide()
    writer.until(lambda: writer.sees(".cm-line") == ["p {}"], "the editor is there, with the same file")


def test_other_files_and_a_place_to_go_to_end_it(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.editor.show_line("index.html", 2)
    writer.until(lambda: reader.left, "it was left")
    assert writer.sees(".compare") == []
    reader.show()
    writer.open("<p>other</p>")
    assert writer.sees(".compare") == []


def test_a_renderer_that_dies_brings_the_editor_back(reader: Reader, writer: Writer) -> None:
    reader.show()
    writer.heard["restored"].clear()
    writer.kill()
    writer.until(lambda: writer.heard["restored"], "it is back")
    assert writer.sees(".compare") == []
    writer.focus()
    writer.type("a")
    writer.text_is("a" + RIGHT)


def test_a_long_page_that_is_all_other_is_compared_in_no_time(reader: Reader, writer: Writer) -> None:
    left = "".join(f"<p>line {number}</p>\n" for number in range(2000))
    right = "".join(f"<li class='x'>{number * 7919 % 2003} words</li>\n" for number in range(2000))
    reader.show(left, right)
    assert reader.counted[0]["index.html"] >= 1
