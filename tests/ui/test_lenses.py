"""The ways of looking at the page: the bar that offers them, the foot that sizes them, what each shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QAccessible, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QLabel, QPushButton
from ui.samples import LESSON_VIEW

from app.checks.report import Place
from app.page.page import File, Page
from app.page.share_card import share_card
from app.page.spoken import Spoken
from app.ui.lenses.paper import MOST
from app.ui.lesson import Lesson
from app.ui.window import Window

SPOKEN = (
    Spoken("page", "Page", "Visiting us", 0, False, 4),
    Spoken("landmark", "Main part", "", 0, False, 6),
    Spoken("heading", "Heading 1", "Visiting us", 0, False, 7),
    Spoken("link", "Link", "Find us", 1, False, 8),
    Spoken("picture", "Picture, no text", "", 1, True, 9),
    Spoken("heading", "Heading 2", "When we are <open>", 1, False, 10),
)


@pytest.fixture
def lesson(window: Window) -> Lesson:
    window.show_lesson(LESSON_VIEW)
    assert window.lesson is not None
    return window.lesson


def press(qtbot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def a_pdf(pages: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height() // 2, Qt.GlobalColor.darkGreen)
    painter.end()
    return bytes(buffer.data().data())


def a_picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def numbers(lesson: Lesson) -> list[str]:
    words = (one.text() for one in lesson.page.paper.findChildren(QLabel) if one.isVisible())
    return [each for each in words if each.startswith("Page ")]


# ---- bar and foot ----


def test_widths_reach_the_preview_and_last_into_the_next_exercise(lesson: Lesson, window: Window, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["tablet"])
    assert lesson.preview.width_name == "tablet"
    press(qtbot, lesson.preview_bar.buttons["print"])
    assert not lesson.preview.isVisible()
    assert lesson.page.paper.isVisible()
    window.show_lesson(LESSON_VIEW)
    assert lesson.preview.isVisible()
    assert lesson.preview_bar.buttons["tablet"].isChecked()


def test_arrows_walk_the_ways_of_looking(lesson: Lesson, qtbot) -> None:
    lesson.preview_bar.setFocus()
    screen = lesson.preview_bar.buttons["screen"]
    assert screen.hasFocus()
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert lesson.preview.width_name == "tablet"
    assert lesson.preview_bar.buttons["tablet"].hasFocus()


def test_zoom_by_button_menu_and_keys(lesson: Lesson, qtbot) -> None:
    foot, screen = lesson.page.foot, lesson.preview_bar.buttons["screen"]
    screen.setFocus()
    for _ in range(10):
        qtbot.keyClick(screen, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (lesson.preview.zoom, foot.percent.text(), foot.larger.isEnabled()) == (400, "400%", False)
    qtbot.keyClick(screen, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert lesson.preview.zoom == 300
    qtbot.keyClick(screen, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert lesson.preview.zoom == 100
    assert [action.text() for action in foot.percent.menu().actions()] == ["100%", "200%", "400%"]
    foot.percent.menu().actions()[2].trigger()
    assert lesson.preview.zoom == 400


def test_every_way_of_looking_has_a_key_that_works_from_the_editor_and_leaves_the_keyboard_there(
    lesson: Lesson, qtbot
) -> None:
    lesson.editor.setFocus()
    for number, name in enumerate(lesson.preview_bar.buttons, 1):
        qtbot.keyClick(lesson.editor, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert lesson.page.lens == name
        assert f"Ctrl+{number}" in lesson.preview_bar.buttons[name].toolTip()
    lesson.commands.choose("look_screen")
    lesson.commands.choose("look_dark")
    lesson.commands.choose("look_larger")
    assert (lesson.preview.dark, lesson.preview.zoom) == (True, 125)
    assert lesson.editor.hasFocus()


def test_keys_of_the_preview_leave_the_editor_alone(lesson: Lesson, qtbot) -> None:
    qtbot.keyClick(lesson.editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert lesson.preview.zoom == 100


def test_dark_is_told_to_the_preview_and_said_where_the_page_has_no_word_of_it(lesson: Lesson, qtbot) -> None:
    foot = lesson.page.foot
    press(qtbot, foot.dark)
    assert lesson.preview.dark
    lesson.preview.dark_seen.emit(False)
    assert foot.caption.text() == "This page says nothing about dark colours, so it looks the same to everyone."
    lesson.preview.dark_seen.emit(True)
    assert not foot.caption.isVisible()
    press(qtbot, lesson.preview_bar.buttons["share"])
    assert not foot.isVisible()
    press(qtbot, lesson.preview_bar.buttons["phone"])
    assert foot.dark.isVisible()
    press(qtbot, foot.dark)
    assert not lesson.preview.dark


# ---- paper ----


def test_paper_shows_every_page_with_its_number(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["print"])
    lesson.page.paper.show_pdf(a_pdf(3))
    qtbot.waitUntil(lambda: numbers(lesson) == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"])
    assert lesson.page.foot.caption.text() == "3 pages on paper. Backgrounds are left out, as browsers do."
    qtbot.waitUntil(lambda: lesson.page.paper.grab().toImage().pixelColor(100, 40).name() == "#008000")
    lesson.page.paper.show_pdf(a_pdf(1))
    qtbot.waitUntil(lambda: numbers(lesson) == ["Page 1 of 1"])
    assert lesson.page.foot.caption.text().startswith("1 page on paper")


def test_paper_fits_the_pane_and_grows_with_the_zoom(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["print"])
    paper = lesson.page.paper
    paper.show_pdf(a_pdf(2))
    sheet = paper._sheets[0]
    assert sheet.width() == pytest.approx(paper.viewport().width(), abs=6)
    assert sheet.height() / sheet.width() == pytest.approx(297 / 210, abs=0.01)
    narrow = sheet.width()
    press(qtbot, lesson.page.foot.larger)
    assert sheet.width() == pytest.approx(narrow * 1.25, abs=2)


def test_paper_is_scrolled_and_zoomed_by_keys(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["print"])
    paper = lesson.page.paper
    paper.show_pdf(a_pdf(3))
    paper.setFocus()
    qtbot.waitUntil(lambda: paper.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(paper, Qt.Key.Key_PageDown)
    assert paper.verticalScrollBar().value() > 100
    wide = paper._sheets[0].width()
    qtbot.keyClick(paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert paper._sheets[0].width() > wide


def test_paper_of_a_very_long_page_says_how_much_is_shown(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["print"])
    lesson.page.paper.show_pdf(a_pdf(MOST + 5))
    qtbot.waitUntil(lambda: numbers(lesson)[-1:] == [f"Page {MOST} of {MOST + 5}"])
    assert f"the first {MOST} are shown" in lesson.page.foot.caption.text()


def test_paper_that_cannot_be_had_says_so_until_it_can(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["print"])
    lesson.page.paper.show_trouble("This page could not be put on paper.")
    assert lesson.page.paper.trouble.isVisible()
    lesson.page.paper.show_pdf(a_pdf(1))
    assert not lesson.page.paper.trouble.isVisible()


# ---- read aloud ----


def lines(lesson: Lesson) -> list[str]:
    return [one.sentence for one in lesson.page.reading.list.things.shown]


@pytest.fixture
def reading(lesson: Lesson, qtbot) -> Lesson:
    press(qtbot, lesson.preview_bar.buttons["read"])
    lesson.page.reading.show_spoken(SPOKEN)
    return lesson


def test_everything_is_read_in_order_and_filters_choose(reading: Lesson, qtbot) -> None:
    assert lines(reading) == [
        "Page: Visiting us",
        "Main part",
        "Heading 1: Visiting us",
        "Link: Find us",
        "Picture, no text",
        "Heading 2: When we are <open>",
    ]
    filters = reading.page.reading.filters
    assert [button.text() for button in filters.values()] == ["Everything", "Headings (2)", "Links (1)", "Pictures (1)"]
    press(qtbot, filters["Headings"])
    assert lines(reading) == ["Heading 1: Visiting us", "Heading 2: When we are <open>"]
    reading.page.reading.show_spoken(SPOKEN[:2])
    assert lines(reading) == []
    assert reading.page.reading.nothing.text() == "There are no headings to jump to."
    assert reading.page.foot.caption.isVisible() is False


def test_what_says_nothing_is_counted_under_the_list(reading: Lesson) -> None:
    assert reading.page.foot.caption.text() == "1 thing says nothing to people who cannot see the page."


def test_a_click_or_enter_asks_for_the_element(reading: Lesson, qtbot) -> None:
    shown = reading.page.reading.list
    box = shown.visualRect(shown.things.index(3))
    with qtbot.waitSignal(reading.page.reading.element_asked_for) as asked:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked.args == [8]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(reading.page.reading.element_asked_for) as asked:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert asked.args == [9]


def test_a_screen_reader_hears_whole_sentences(reading: Lesson) -> None:
    heard = QAccessible.queryAccessibleInterface(reading.page.reading.list)
    assert heard.text(QAccessible.Text.Name) == "What a screen reader meets"
    assert heard.role() == QAccessible.Role.List
    assert heard.child(4).text(QAccessible.Text.Name) == "Picture, no text"


def test_typing_keeps_the_line_one_was_on(reading: Lesson) -> None:
    shown = reading.page.reading.list
    shown.setCurrentIndex(shown.things.index(3))
    reading.page.reading.show_spoken((*SPOKEN, Spoken("text", "", "More", 2, False, 11)))
    assert (shown.currentIndex().row(), shown.things.rowCount()) == (3, 7)


def test_long_words_take_as_many_lines_as_they_need(reading: Lesson, qtbot) -> None:
    shown = reading.page.reading.list
    reading.page.reading.show_spoken((Spoken("text", "", "word " * 60, 1, False, 3), SPOKEN[0]))
    long, short = (shown.visualRect(shown.things.index(row)).height() for row in range(2))
    assert long > 4 * short


# ---- share card ----

CARD = (
    "<head><title>Fair</title>\n<meta property=og:image content=fair.png>\n"
    "<meta property=og:title content='The fair'><meta property=og:description content='It rained.'></head>"
)


def test_the_card_shows_what_the_page_says_and_leads_to_its_lines(lesson: Lesson, qtbot) -> None:
    press(qtbot, lesson.preview_bar.buttons["share"])
    shared = Page((File("index.html", CARD),), {"fair.png": a_picture(300, 300)})
    lesson.page.card.show_card("index.html", share_card(shared))
    card = lesson.page.card
    assert (card.title.text(), card.description.text()) == ("The fair", "It rained.")
    assert card.picture.image.width() == 300
    assert card.picture.width() / card.picture.height() == pytest.approx(1.91, abs=0.02)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in card.findChildren(QPushButton)))
    buttons = card.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Line 2", "Line 2"]
    with qtbot.waitSignal(lesson.line_requested) as asked:
        press(qtbot, buttons[0])
    assert asked.args == [Place("index.html", 2, 1)]


@pytest.mark.parametrize(
    "picture", [b"", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"\x89PNG"]
)
def test_a_picture_that_no_site_would_show_is_not_shown(lesson: Lesson, qtbot, picture: bytes) -> None:
    press(qtbot, lesson.preview_bar.buttons["share"])
    lesson.page.card.show_card("index.html", share_card(Page((File("index.html", CARD),), {"fair.png": picture})))
    assert lesson.page.card.picture.image.isNull()
    assert lesson.page.card.picture.accessibleName() == "No picture"
