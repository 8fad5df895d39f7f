"""The editor, by real key and mouse events: what somebody who types would notice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from writer import CTRL, SHIFT, Key, Writer

from app.browser.editor_messages import Message

PAGE = "<!doctype html>\n<h1>One</h1>\n<p>Two</p>\n"


def test_every_key_arrives_as_text_of_the_file(writer: Writer) -> None:
    writer.open(PAGE)
    writer.type("Hi")
    writer.text_is("Hi" + PAGE)
    assert writer.edits == [("index.html", "H" + PAGE), ("index.html", "Hi" + PAGE)]
    assert writer.heard["cursor_moved"][-1] == ("index.html", 1, 3)


@pytest.mark.parametrize(
    "typed",
    [
        '<p class="note">Hello, "you" & me: don\'t (stop)</p>',
        "<ul><li>One</li><li>Two <b>bold</b></li></ul>",
        "<p><br></p><img src=a.png><div></div>",
        "<style>h1 { color: red } a[href] { margin: 0 }</style>",
        '<a href="mailto:a@b.c">Write</a>',
    ],
)
def test_whoever_types_every_letter_gets_exactly_that(writer: Writer, typed: str) -> None:
    """Although the editor closes tags, brackets and quotes by itself."""
    writer.open("\n<p>After</p>")
    writer.type(typed)
    writer.text_is(typed + "\n<p>After</p>")


def test_a_page_typed_line_by_line_is_that_page(writer: Writer) -> None:
    lines = ["<html>", "<body>", "<h1>Title</h1>", "<p>Words", "here</p>", "</body>", "</html>"]
    writer.open("")
    for number, line in enumerate(lines):
        if number:
            writer.press(Key.Key_Return)
        writer.type(line)
    assert [line.strip() for line in writer.settled().split("\n")] == lines


def test_a_tag_typed_before_words_goes_round_them(writer: Writer) -> None:
    writer.open("<p>Find it here</p>")
    writer.press(Key.Key_Right, times=3)
    writer.type('<a href="x.html">')
    writer.text_is('<p><a href="x.html">Find it here</p>')
    writer.press(Key.Key_Right, times=len("Find it"))
    writer.type("</a>")
    writer.text_is('<p><a href="x.html">Find it</a> here</p>')


def test_another_closing_tag_than_the_one_that_waits_leaves_nothing_of_it(writer: Writer) -> None:
    writer.open("")
    writer.type("<h1>Hello</h2>")
    writer.text_is("<h1>Hello</h2>")


def test_a_brace_typed_where_it_was_missing_stands_alone(writer: Writer) -> None:
    writer.open(".notice \n  color: red;\n}\n", "style.css")
    writer.press(Key.Key_End)
    writer.type("{")
    writer.text_is(".notice {\n  color: red;\n}\n", "style.css")
    writer.press(Key.Key_End, CTRL)
    writer.type("p {")
    writer.text_is(".notice {\n  color: red;\n}\np {}", "style.css")


@pytest.mark.parametrize("letter", ['"', "(", "{", "x"])
def test_what_is_chosen_gives_way_to_what_is_typed(writer: Writer, letter: str) -> None:
    """A straight quote typed over a curly one stands alone: nothing is put round what was chosen."""
    writer.open("<a href=“x>")
    writer.press(Key.Key_Right, times=8)
    writer.press(Key.Key_Right, SHIFT)
    writer.type(letter)
    writer.text_is(f"<a href={letter}x>")


def test_a_tag_closes_itself(writer: Writer) -> None:
    writer.open("")
    writer.type("<h1>Fair")
    writer.text_is("<h1>Fair</h1>")


def test_control_enter_asks_for_a_check_and_changes_nothing(writer: Writer) -> None:
    writer.open(PAGE)
    writer.press(Key.Key_Return, CTRL)
    writer.until(lambda: writer.heard["command_requested"] == [("check",)])
    assert writer.settled() == PAGE


def test_tab_indents(writer: Writer) -> None:
    writer.open("<p>")
    writer.press(Key.Key_Tab)
    writer.text_is("  <p>")
    writer.press(Key.Key_Backtab, SHIFT)
    writer.text_is("<p>")


def test_escape_then_tab_leaves_however_slowly(writer: Writer) -> None:
    writer.open(PAGE)
    writer.press(Key.Key_Escape)
    QTest.qWait(2500)  # longer than CodeMirror would wait
    writer.press(Key.Key_Tab)
    writer.until(lambda: writer.heard["leave_requested"], "it is left")
    assert writer.window.focusWidget() is writer.below
    writer.focus()
    writer.press(Key.Key_Escape)
    writer.press(Key.Key_Backtab, SHIFT)
    writer.until(lambda: writer.window.focusWidget() is writer.above, "it is left backwards")
    assert writer.settled() == PAGE


def test_another_key_after_escape_calls_leaving_off(writer: Writer) -> None:
    writer.open("")
    writer.press(Key.Key_Escape)
    writer.type("a")
    writer.press(Key.Key_Tab)
    writer.until(lambda: writer.settled() != "a", "the tab is typed")
    assert not writer.heard["leave_requested"]


def test_control_plus_minus_nought_ask_for_text_sizes(writer: Writer) -> None:
    writer.open(PAGE)
    for key in (Key.Key_Equal, Key.Key_Plus, Key.Key_Minus, Key.Key_0):
        writer.press(key, CTRL)
    writer.until(
        lambda: (
            [command for (command,) in writer.heard["command_requested"]]
            == ["larger_code", "larger_code", "smaller_code", "usual_code"]
        )
    )
    writer.editor.set_text_size(30)
    writer.until(lambda: writer.look("getComputedStyle(document.querySelector('.cm-line')).fontSize") == "30px")
    writer.editor.set_text_size(15)


def test_letters_outside_the_first_plane_count_as_one(writer: Writer) -> None:
    writer.open("<p>😀😀</p>\n<p>e\u0301</p>")
    writer.press(Key.Key_Right, times=5)
    writer.until(lambda: writer.heard["cursor_moved"][-1:] == [("index.html", 1, 6)], "the cursor is after the second")
    writer.type("!")
    writer.text_is("<p>😀😀!</p>\n<p>e\u0301</p>")
    writer.press(Key.Key_Backspace, times=2)
    writer.text_is("<p>😀</p>\n<p>e\u0301</p>")
    writer.show_line(1, 4, 1)
    writer.type("x")
    writer.text_is("<p>x</p>\n<p>e\u0301</p>")
    writer.show_line(2, 4, 2)
    writer.type("y")
    writer.text_is("<p>x</p>\n<p>y</p>")


def test_an_input_method_composes(writer: Writer) -> None:
    writer.open("<p></p>")
    writer.press(Key.Key_Right, times=3)
    writer.compose("に", "にほ", "にほん", commit="日本")
    writer.text_is("<p>日本</p>")
    writer.compose("´", commit="é")  # a dead key
    writer.compose(commit="👩‍👩‍👧")
    writer.text_is("<p>日本é👩‍👩‍👧</p>")


def test_each_file_has_its_own_undo_cursor_and_text(writer: Writer) -> None:
    writer.open("<p>", style_css="h1 { }")
    writer.type("a")
    writer.text_is("a<p>")
    writer.show_file("style.css")
    writer.type("/*")
    writer.text_is("/*h1 { }", "style.css")
    writer.show_file("index.html")
    writer.press(Key.Key_Z, CTRL)
    writer.text_is("<p>")
    assert writer.editor.text("style.css") == "/*h1 { }"
    writer.press(Key.Key_Y, CTRL)
    writer.text_is("a<p>")
    writer.type("b")
    writer.text_is("ab<p>")


def test_what_was_typed_into_files_that_were_replaced_is_let_go(writer: Writer) -> None:
    writer.open("old")
    late = Message("text", writer.editor._epoch, "index.html", text="late", version=1)
    writer.open("new")
    writer.editor._pane.editor_page.said.emit(late)
    assert writer.settled() == "new"
    writer.type("d")
    writer.text_is("dnew")


def test_an_edit_out_of_step_brings_the_whole_text(writer: Writer) -> None:
    writer.open("<p>")
    writer.editor._files["index.html"] = replace(writer.editor._files["index.html"], text="something else")
    writer.type("a")
    writer.text_is("a<p>")
    writer.type("b")
    writer.text_is("ab<p>")


HOSTILE = {
    "script": "</script><script>document.title = 'x'</script><img src=x onerror=alert(1)>",
    "template": "`${document.title = 'x'}` \\u0041 \\x41 \\ ' \" '''",
    "separators": "one\u2028two\u2029three\x0bfour\x0cfive\x85six",
    "nul": "a\x00b\x01\x1b[31m\x7f\ufeff\ufffe",
    "surrogates": "lone \ud83d here, \ude00 there, 😀 whole",
    "bidi": "<p>مرحبا <b>שלום</b> \u202egnp.exe\u202c</p>",
    "proto": '{"__proto__": {"do": "open"}}',
    "long": "<p>" + "x" * 100_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_text_stays_text(writer: Writer, kind: str) -> None:
    writer.open(HOSTILE[kind])
    writer.type("!")
    writer.text_is("!" + HOSTILE[kind])
    writer.press(Key.Key_End, CTRL)
    writer.type("?")
    writer.text_is("!" + HOSTILE[kind] + "?")
    writer.editor.set_marks("index.html", [writer.mark(1, 1, 3, text=HOSTILE[kind][:200])])
    writer.show_line(1)
    writer.until(lambda: writer.sees(".cm-mark"), "it is marked")
    writer.press(Key.Key_F8)
    writer.until(lambda: writer.sees(".cm-sentence"), "the sentence is shown")
    assert writer.look("document.title") == "Editor"
    assert writer.look("document.querySelectorAll('.cm-sentence img, img[onerror], body script').length") == 0


def test_windows_line_ends_become_plain_ones(writer: Writer) -> None:
    writer.open("a\r\nb\rc")
    assert writer.editor.text("index.html") == "a\nb\nc"
    writer.type("x")
    writer.text_is("xa\nb\nc")


def test_an_unknown_file_or_theme_is_said_at_once(writer: Writer) -> None:
    writer.open(PAGE)
    for call in (writer.editor.show_file, writer.editor.text, writer.editor.show_line, writer.editor.set_theme):
        with pytest.raises(KeyError):
            call(*(["nowhere", 1] if call == writer.editor.show_line else ["nowhere"]))


def test_find_is_there_and_escape_closes_it(writer: Writer) -> None:
    writer.open(PAGE)
    writer.press(Key.Key_F, CTRL)
    writer.until(lambda: writer.sees(".cm-search"), "the search panel opens")
    writer.type("Two")
    writer.press(Key.Key_Return)
    writer.until(lambda: writer.sees(".cm-searchMatch-selected") == ["Two"], "it is found")
    writer.press(Key.Key_Escape)
    writer.until(lambda: not writer.sees(".cm-search"), "the panel closes")
    writer.type("Three")
    writer.text_is(PAGE.replace("Two", "Three"))
