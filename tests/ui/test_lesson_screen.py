"""The lesson screen: texts, goals, one message at a time, hints, panes, keys; editor and preview are fakes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from ui.samples import FAILED, GOALS, IN_CSS, LESSON_VIEW, MISSPELT, PASSED, UNCHECKED

from app.checks.report import Finding, Outcome, Report
from app.ui.lesson import Lesson
from app.ui.messages import messages_of
from app.ui.window import Window


@pytest.fixture
def lesson(window: Window) -> Lesson:
    window.show_lesson(LESSON_VIEW)
    assert window.lesson is not None
    return window.lesson


def states(lesson: Lesson) -> list[str]:
    return [line.accessibleName() for line in lesson.text.goals.lines()]


def message(lesson: Lesson) -> str:
    return lesson.text.message.words.toPlainText() if lesson.text.message.isVisible() else ""


def test_an_exercise_is_opened_whole(lesson: Lesson) -> None:
    assert lesson.text.title.text() == "Give the picture its size"
    assert "Say it with width and height." in lesson.text.learn.toPlainText()
    assert '<img width="640">' in lesson.text.learn.toPlainText()
    assert lesson.editor.files == {file.name: file.text for file in LESSON_VIEW.files}
    assert [lesson.tabs.bar.tabText(n) for n in range(2)] == ["index.html", "style.css"]
    assert states(lesson) == [f"{GOALS[0]}: not met yet, next", *[f"{goal}: not met yet" for goal in GOALS[1:]]]
    assert message(lesson) == ""
    assert lesson.text.main.text() == "Check my page"
    assert lesson.text.area.hasFocus()  # reading comes first


def test_a_check_names_the_line_and_marks_every_place(lesson: Lesson) -> None:
    lesson.show_report(FAILED)
    assert message(lesson) == 'Line 12: nearly there. The picture <img> has widht="640". The word is width.'
    assert states(lesson) == [f"{GOALS[0]}: met", f"{GOALS[1]}: met", f"{GOALS[2]}: not met yet, next"]
    assert [
        (mark["line"], mark["column"], mark["length"], mark["kind"]) for mark in lesson.editor.marks["index.html"]
    ] == [(12, 4, 4, "fault")]
    assert len(lesson.editor.marks["style.css"]) == 1


def test_more_messages_wait_their_turn(lesson: Lesson, qtbot) -> None:
    lesson.show_report(FAILED)
    card = lesson.text.message
    assert not card.back.isEnabled()
    card.forward.setFocus()
    qtbot.keyClick(card.forward, Qt.Key.Key_Space)
    assert message(lesson) == "style.css, line 1: not there yet. Nothing in your CSS sets color yet."
    assert not card.forward.isEnabled()
    assert card.back.hasFocus()
    qtbot.keyClick(card.back, Qt.Key.Key_Space)
    assert message(lesson).startswith("Line 12")


def test_show_me_the_line_takes_the_keyboard_there_even_in_another_file(lesson: Lesson, qtbot) -> None:
    lesson.show_report(replace(FAILED, slips=(IN_CSS,)))
    with qtbot.waitSignal(lesson.line_requested) as asked:
        qtbot.keyClick(lesson.text.message.show_line, Qt.Key.Key_Return)
    assert asked.args == [IN_CSS.place]
    assert lesson.editor.hasFocus()
    assert lesson.editor.current == "style.css"
    assert lesson.editor.textCursor().selectedText() == "h1"
    assert lesson.tabs.bar.tabText(lesson.tabs.bar.currentIndex()) == "style.css"


def test_ctrl_enter_checks_from_the_text_and_from_the_editor(lesson: Lesson, qtbot) -> None:
    lesson.text.area.setFocus()
    with qtbot.waitSignal(lesson.check_requested):
        qtbot.keyClick(lesson.text.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(lesson.check_requested):
        lesson.editor.command_requested.emit("check")


def test_while_it_checks_the_button_says_so_keeps_the_keyboard_and_asks_once(lesson: Lesson, qtbot) -> None:
    lesson.text.main.setFocus()
    lesson.show_checking()
    assert lesson.text.main.text() == "Checking…"
    assert lesson.text.main.hasFocus()
    with qtbot.assertNotEmitted(lesson.check_requested):
        qtbot.keyClick(lesson.text.main, Qt.Key.Key_Return)
    lesson.show_check_failed()
    assert lesson.text.main.text() == "Check my page"
    with qtbot.waitSignal(lesson.check_requested):
        qtbot.keyClick(lesson.text.main, Qt.Key.Key_Return)


def test_when_all_is_met_the_main_button_goes_on(lesson: Lesson, qtbot) -> None:
    lesson.show_report(FAILED)
    lesson.show_report(PASSED)
    assert message(lesson) == ""
    assert lesson.text.passed.words.toPlainText() == "Passed. All 3 goals are met. Your page is kept."
    assert lesson.text.main.text() == "Next exercise"
    with qtbot.waitSignal(lesson.next_requested):
        qtbot.keyClick(lesson.text.main, Qt.Key.Key_Return)
    with qtbot.waitSignal(lesson.check_requested):
        qtbot.mouseClick(lesson.text.again, Qt.MouseButton.LeftButton)


def test_after_the_last_exercise_the_way_leads_back_to_the_week(window: Window) -> None:
    window.show_lesson(replace(LESSON_VIEW, step=5))
    assert window.lesson is not None
    window.lesson.show_report(PASSED)
    assert window.lesson.text.main.text() == "Back to this week"


def test_what_could_not_be_checked_is_neither_right_nor_wrong(lesson: Lesson) -> None:
    lesson.show_report(UNCHECKED)
    assert states(lesson)[2] == f"{GOALS[2]}: could not be checked"
    assert message(lesson).startswith("This could not be checked.")
    assert lesson.text.main.text() == "Check my page"


def test_hints_open_one_at_a_time(lesson: Lesson, qtbot) -> None:
    lesson.show_report(FAILED)
    with qtbot.waitSignal(lesson.hint_opened) as opened:
        qtbot.keyClick(lesson.text.message.hint, Qt.Key.Key_Return)
    assert opened.args == [1]
    assert "Count the letters." in lesson.text.hints.words.toPlainText()
    assert "Look again." not in lesson.text.hints.words.toPlainText()
    with qtbot.waitSignal(lesson.hint_opened) as opened:
        qtbot.mouseClick(lesson.text.hint, Qt.MouseButton.LeftButton)
    assert opened.args == [2]
    assert "Look again." in lesson.text.hints.words.toPlainText()
    assert not lesson.text.hint.isEnabled()


def test_another_exercise_starts_clean(lesson: Lesson, window: Window, qtbot) -> None:
    lesson.show_report(FAILED)
    lesson.text.open_hint()
    window.show_lesson(replace(LESSON_VIEW, step=2))
    assert message(lesson) == ""
    assert not lesson.text.hints.isVisible()
    assert lesson.editor.marks == {"index.html": [], "style.css": []}
    assert lesson.text.hint.isEnabled()


def test_tabs_sizes_and_preview_tools_reach_editor_and_preview(lesson: Lesson, qtbot) -> None:
    lesson.tabs.bar.setCurrentIndex(1)
    assert lesson.editor.current == "style.css"
    with qtbot.waitSignal(lesson.text_size_changed) as changed:
        qtbot.mouseClick(lesson.tabs.larger, Qt.MouseButton.LeftButton)
    assert changed.args == [lesson.editor.text_size] == [18]
    qtbot.mouseClick(lesson.preview_bar.buttons["phone"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(lesson.page.foot.larger, Qt.MouseButton.LeftButton)
    assert (lesson.preview.width_name, lesson.preview.zoom) == ("phone", 125)
    assert lesson.page.foot.percent.text() == "125%"


def test_the_status_line_says_whether_work_is_kept_and_where_one_is(lesson: Lesson) -> None:
    lesson.show_unsaved("There is no room left on the disk.")
    assert lesson.status.saved.text() == "Not saved yet: There is no room left on the disk."
    lesson.show_saved()
    assert lesson.status.saved.text() == "Saved a moment ago"
    lesson.editor.cursor_moved.emit("index.html", 13, 1)
    assert lesson.status.line.text() == "Line 13"


def test_f6_walks_the_panes_and_escape_leaves_the_editor(lesson: Lesson, window: Window, qtbot) -> None:
    lesson.text.area.setFocus()
    qtbot.keyClick(lesson.text.area, Qt.Key.Key_F6)
    assert lesson.editor.hasFocus()
    qtbot.keyClick(lesson.editor, Qt.Key.Key_Escape)
    assert lesson.preview_bar.buttons["screen"].hasFocus()
    qtbot.keyClick(lesson.preview_bar.buttons["screen"], Qt.Key.Key_F6)
    assert lesson.text.area.hasFocus()
    qtbot.keyClick(lesson.text.area, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert lesson.preview_bar.buttons["screen"].hasFocus()


def test_no_pane_is_ever_without_width(lesson: Lesson, window: Window) -> None:
    for sizes in ([], [0, 0, 0], [1, 1300, 1], [-5, "x", 3][:2], [400, 500, 466]):
        lesson.set_panes(sizes)
        assert min(lesson.panes.sizes()) >= 200
    kept = lesson.panes.sizes()
    lesson.set_panes(kept)
    assert lesson.panes.sizes() == kept


def test_starting_again_is_asked_first(lesson: Lesson, qtbot) -> None:
    lesson.commands.choose("start_again")
    dialog = lesson.dialog
    assert dialog is not None
    with qtbot.assertNotEmitted(lesson.start_again_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    lesson.commands.choose("start_again")
    with qtbot.waitSignal(lesson.start_again_requested):
        lesson.dialog.accept()


def test_a_preview_that_stopped_says_so_until_it_paints(lesson: Lesson) -> None:
    lesson.preview.stopped.emit("The page took too long to show.")
    assert lesson.page.stopped.isVisible()
    assert lesson.page.stopped.text() == "The page took too long to show."
    lesson.preview.painted.emit(3)
    assert not lesson.page.stopped.isVisible()


def test_advice_comes_last_and_the_authors_sentence_follows_what_was_found() -> None:
    report = Report(
        (
            Finding("Nice to have", Outcome.FAILED, (IN_CSS,), advice=True),
            Finding(GOALS[0], Outcome.FAILED, (MISSPELT,), if_not="Numbers only."),
        )
    )
    said = [message.line for message in messages_of(report)]
    assert said[0].endswith("The word is `width`. Numbers only.")
    assert said[1].startswith("**Advice, style.css, line 1:**")


def test_a_failed_page_without_a_fault_is_told_the_authors_sentence_or_the_goal() -> None:
    report = Report((Finding(GOALS[0], Outcome.FAILED, if_not="Say it."), Finding(GOALS[1], Outcome.FAILED)))
    said = [message.line for message in messages_of(report)]
    assert said == ["**Not there yet.** Say it.", f"**Not there yet.** The goal is: {GOALS[1]}."]


def test_nothing_is_said_of_goals_that_only_wait_for_what_is_told_already() -> None:
    slip = replace(MISSPELT, kind="unclosed", text="The link `<a>` is never closed.")
    report = Report(
        (Finding(GOALS[0], Outcome.FAILED, if_not="Say what it shows."), Finding(GOALS[1], Outcome.FAILED, (IN_CSS,))),
        (slip,),
    )
    said = [message.line for message in messages_of(report)]
    assert said[0] == "**Line 12: nearly there.** The link `<a>` is never closed."
    assert [line[:22] for line in said[1:]] == ["**style.css, line 1: n"]


def test_a_line_of_another_file_than_the_page_is_told_with_its_file() -> None:
    report = Report((Finding(GOALS[0], Outcome.FAILED, (IN_CSS, MISSPELT)),))
    said = [message.line for message in messages_of(report)]
    assert said[0].startswith("**style.css, line 1: ")
    assert said[1].startswith("**Line 12: ")
