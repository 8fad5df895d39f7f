"""Marks, the line that is shown, and parts that stay as they are."""

from __future__ import annotations

from writer import CTRL, Key, Writer

FAIR = '<img src="fair.jpg"\n     widht="640">\n<p>Over 400 came</p>\n'
LOCKED = "<h1>Ours</h1>\n<!-- edit from here -->\n<p>Yours</p>\n<!-- to here -->\n<p>Ours</p>\n"


def background(writer: Writer, selector: str) -> str:
    return writer.look(f"getComputedStyle(document.querySelector('{selector}'), '::before').backgroundColor")


def test_a_mark_is_underlined_its_line_tinted_and_its_sentence_shown_on_hover(writer: Writer) -> None:
    writer.open(FAIR)
    writer.editor.set_marks("index.html", [writer.mark(2, 6, 5, text="The word is `width`, not <b>.")])
    writer.until(lambda: writer.sees(".cm-mark-fault") == ["widht"], "it is underlined")
    assert writer.sees(".cm-line.cm-faultLine") == ['     widht="640">']
    assert writer.sees(".cm-lineNumbers .cm-faultLine") == ["2"]
    writer.point_at(".cm-mark-fault")
    writer.until(lambda: writer.sees(".cm-sentence") == ["The word is width, not <b>."], "the sentence is shown")
    assert writer.sees(".cm-sentence code") == ["width"]


def test_f8_goes_from_mark_to_mark_and_says_each(writer: Writer) -> None:
    writer.open(FAIR)
    marks = [writer.mark(3, 4, 4, text="Second."), writer.mark(2, 6, 5, text="First.", kind="advice")]
    writer.editor.set_marks("index.html", marks)
    writer.until(lambda: len(writer.sees(".cm-mark")) == 2, "both are marked")
    for sentence, place in (("First.", (2, 11)), ("Second.", (3, 8)), ("First.", (2, 11))):
        writer.press(Key.Key_F8)
        writer.until(lambda: writer.sees(".cm-sentence") == [sentence], sentence)  # noqa: B023
        assert writer.sees(".cm-announced") == [sentence]
        assert writer.heard["cursor_moved"][-1] == ("index.html", *place)


def test_marks_that_are_set_again_while_somebody_reads_one_disturb_nobody(writer: Writer) -> None:
    """A look after every pause sets them: what is read stays open, and the cursor stays where it is."""
    writer.open(FAIR)
    marks = [writer.mark(2, 6, 5, kind="slip", text="The word is `width`.")]
    writer.editor.set_marks("index.html", marks)
    writer.until(lambda: writer.sees(".cm-mark-slip") == ["widht"], "it is underlined")
    writer.point_at(".cm-mark-slip")
    writer.until(lambda: writer.sees(".cm-sentence") == ["The word is width."], "the sentence is shown")
    moved = len(writer.heard["cursor_moved"])
    writer.editor.set_marks("index.html", [*marks, writer.mark(3, 4, 4, kind="slip")])
    writer.until(lambda: writer.sees(".cm-mark-slip") == ["widht", "Over"], "both are marked")
    assert writer.sees(".cm-sentence") == ["The word is width."]
    assert len(writer.heard["cursor_moved"]) == moved
    writer.editor.set_marks("index.html", [])
    writer.until(lambda: not writer.sees(".cm-mark"), "no mark is left")


def test_mending_a_mark_ends_it_and_leaves_the_others(writer: Writer) -> None:
    writer.open(FAIR)
    writer.editor.set_marks("index.html", [writer.mark(2, 6, 5), writer.mark(3, 4, 4)])
    writer.show_line(2, 6, 5)
    writer.type("width")
    writer.until(lambda: writer.sees(".cm-mark") == ["Over"], "the mended mark is gone")
    assert writer.sees(".cm-line.cm-faultLine") == ["<p>Over 400 came</p>"]
    writer.editor.set_marks("index.html", [])
    writer.until(lambda: not writer.sees(".cm-mark, .cm-faultLine"), "no mark is left")


def test_marks_count_letters_not_units_and_lie_in_other_files_too(writer: Writer) -> None:
    writer.open("<p>", style_css="/* 😀 */ h1 { colour: red }")
    writer.editor.set_marks("style.css", [writer.mark(1, 14, 6), writer.mark(1, 999, 5), writer.mark(77, 1, 0)])
    writer.editor.show_file("style.css")
    writer.until(lambda: "colour" in writer.sees(".cm-mark"), "the right word is marked")


def test_a_mark_without_length_is_still_seen(writer: Writer) -> None:
    writer.open("<p>a\n\n")
    writer.editor.set_marks("index.html", [writer.mark(1, 5, 0), writer.mark(2, 1, 0)])
    writer.until(lambda: writer.sees(".cm-mark") == ["a"], "the letter before the end is marked")
    assert len(writer.sees(".cm-line.cm-faultLine")) == 2


def test_the_line_is_shown_in_the_middle_selected_tinted_until_the_next_edit(writer: Writer) -> None:
    writer.open("\n".join(f"<p>{number}</p>" for number in range(1, 301)))
    writer.below.setFocus()
    writer.show_line(200, 4, 3)
    writer.until(lambda: writer.sees(".cm-line.cm-shownLine") == ["<p>200</p>"], "the line is tinted")
    assert background(writer, ".cm-line.cm-shownLine") == "rgb(251, 239, 217)"
    middle = "(({top, height}) => (top + height / 2) / innerHeight)"
    writer.until(
        lambda: 0.3 < writer.look(f"{middle}(document.querySelector('.cm-shownLine').getBoundingClientRect())") < 0.7,
        "it is in the middle",
    )
    assert writer.heard["cursor_moved"][-1] == ("index.html", 200, 7)
    writer.type("x")
    writer.until(lambda: "<p>x</p>" in writer.editor.text("index.html"), "what was selected is typed over")
    writer.until(lambda: not writer.sees(".cm-shownLine"), "the tint is gone")


def test_a_place_that_is_no_longer_there_is_the_nearest_one(writer: Writer) -> None:
    writer.open("<p>a</p>")
    writer.show_line(99, 99, 99)
    writer.type("!")
    writer.text_is("<p>a</p>!")


def test_only_what_stands_between_the_markers_can_be_changed(writer: Writer) -> None:
    writer.open(LOCKED)
    free = "[...document.querySelectorAll('.cm-line')].map((line) => line.classList.contains('cm-editable'))"
    assert writer.look(free) == [False, False, True, False, False, False]
    assert "You can change line 3." in writer.look(
        "document.querySelector('.cm-content').getAttribute('aria-description')"
    )
    writer.type("a")  # the cursor begins where something can be done
    writer.text_is(LOCKED.replace("<p>Yours", "a<p>Yours"))
    writer.press(Key.Key_Home, CTRL)
    writer.type("b")
    writer.until(
        lambda: writer.sees(".cm-sentence") == ["This part stays as it is. You can change line 3."], "it is said"
    )
    assert writer.settled() == LOCKED.replace("<p>Yours", "a<p>Yours")
    writer.press(Key.Key_Right)
    writer.until(lambda: not writer.sees(".cm-sentence"), "the sentence goes")


def test_the_edges_of_the_part_hold(writer: Writer) -> None:
    writer.open(LOCKED)
    writer.press(Key.Key_Backspace)
    writer.press(Key.Key_End)
    writer.press(Key.Key_Delete)
    assert writer.settled() == LOCKED
    writer.press(Key.Key_Return)
    writer.type("more")
    writer.text_is(LOCKED.replace("Yours</p>", "Yours</p>\nmore"))
    for key in (Key.Key_A, Key.Key_X):
        writer.press(key, CTRL)
    writer.text_is(LOCKED.replace("<p>Yours</p>", ""))
    writer.type("again")
    writer.text_is(LOCKED.replace("<p>Yours</p>", "again"))
    for key in (Key.Key_A, Key.Key_A, Key.Key_X):  # twice: the whole file
        writer.press(key, CTRL)
    assert writer.settled() == LOCKED.replace("<p>Yours</p>", "again")


def test_markers_may_share_a_line_with_the_part(writer: Writer) -> None:
    text = "<p><!-- edit from here -->Yours<!-- to here --></p>"
    writer.open(text)
    writer.type("x")
    writer.text_is(text.replace("Yours", "xYours"))
    writer.press(Key.Key_End)
    writer.type("y")
    assert writer.settled() == text.replace("Yours", "xYours")


def test_an_empty_part_can_be_filled(writer: Writer) -> None:
    writer.open("<!-- edit from here -->\n<!-- to here -->\n")
    writer.press(Key.Key_Return)
    writer.type("new")
    writer.text_is("<!-- edit from here -->\nnew\n<!-- to here -->\n")


def test_a_file_cannot_grow_without_end(writer: Writer) -> None:
    text = "x" * 999_999 + "\n"
    writer.open(text)
    writer.type("a")
    writer.until(lambda: writer.sees(".cm-sentence") == ["This file cannot grow any longer."], "it is said")
    writer.press(Key.Key_Delete)
    writer.text_is(text[1:])


def test_nothing_moves_when_a_theme_is_chosen(writer: Writer) -> None:
    writer.open(FAIR)
    for theme, ground in (("dark", "#191f22"), ("contrast", "#000000"), ("light", "#fffdf9")):
        writer.editor.set_theme(theme)
        writer.until(lambda: writer.editor.grab().toImage().pixelColor(600, 300).name() == ground, theme)  # noqa: B023


def test_where_the_cursor_is_in_the_file_that_comes_in_front_is_told(writer: Writer) -> None:
    writer.open("<p>\n<p>\n", style_css="h1 { }\np { }\n")
    writer.press(Key.Key_Down)
    writer.until(lambda: writer.heard["cursor_moved"][-1:] == [("index.html", 2, 1)], "the cursor has moved")
    for name, place in (("style.css", (1, 1)), ("index.html", (2, 1)), ("style.css", (1, 1))):
        writer.show_file(name)
        writer.until(lambda: writer.heard["cursor_moved"][-1] == (name, *place), "it is told")  # noqa: B023


def test_a_place_is_shown_without_the_keyboard_and_without_moving_what_is_seen(writer: Writer) -> None:
    writer.open("\n".join(f"<p>{number}</p>" for number in range(1, 301)))
    writer.below.setFocus()
    writer.editor.show_line("index.html", 5, 4, focus=False)
    writer.until(lambda: writer.sees(".cm-line.cm-shownLine") == ["<p>5</p>"], "the line is tinted")
    assert writer.heard["cursor_moved"][-1] == ("index.html", 5, 4)
    assert writer.look("document.querySelector('.cm-scroller').scrollTop") == 0
    assert writer.below.hasFocus()
    writer.editor.show_line("index.html", 200, focus=False)
    writer.until(lambda: writer.look("document.querySelector('.cm-scroller').scrollTop") > 1000, "it is in view")
    assert writer.below.hasFocus()
