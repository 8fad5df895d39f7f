"""At twice the text on a small screen, and with words a third longer, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from ui.samples import FAILED, GROUP, HOME, LESSON_VIEW, PACKS, PASSED, ROWS, SHAZIA

from app.desk.lenses import NO_PAPER
from app.page.page import File, Page
from app.page.share_card import share_card
from app.page.spoken import Spoken
from app.ui.text_view import TextView
from app.ui.theme import Theme
from app.ui.top_bar import ElidedLabel
from app.ui.window import Window


def cut_off(screen: QWidget) -> list[str]:
    """Every visible text that has less room than it needs, or lies outside of what it stands in."""
    found = []
    for widget in (*screen.findChildren(QLabel), *screen.findChildren(QPushButton), *screen.findChildren(TextView)):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if not _fits(widget):
            found.append(f"{widget.__class__.__name__} {widget.accessibleName() or _text(widget)!r} {widget.size()}")
    return found


def _text(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, TextView) else widget.text()


def _fits(widget: QWidget) -> bool:
    high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()
    if widget.height() < high or widget.width() < widget.minimumSizeHint().width():
        return False
    if isinstance(widget, QPushButton) and widget.text() and widget.width() < widget.sizeHint().width():
        return False
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.objectName() == "qt_scrollarea_viewport" and isinstance(parent.parentWidget(), QScrollArea):
            return _inside(widget, parent, sideways_only=True)
        if not _inside(widget, parent):
            return False
        parent = parent.parentWidget()
    return True


def _inside(widget: QWidget, outer: QWidget, *, sideways_only: bool = False) -> bool:
    box = QRect(widget.mapTo(outer, widget.rect().topLeft()), widget.size())
    if sideways_only:
        return box.left() >= 0 and box.right() < outer.width()
    return outer.rect().contains(box)


@pytest.fixture(params=[(1366, 768, 1.0), (1280, 720, 1.0), (1280, 720, 1.5), (1280, 720, 2.0)], ids=str)
def sized(request: pytest.FixtureRequest, window: Window, theme: Theme) -> Iterator[Window]:
    width, height, scale = request.param
    theme.set_scale(scale)
    window.set_person(SHAZIA.person)
    window.resize(width, height)
    yield window
    assert window.width() == width  # nothing pushed it wider


def settled(window: Window, qtbot) -> None:
    """Give the layouts the turns of the loop that a person's eye would not notice."""
    for _ in range(6):
        qtbot.wait(1)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window]


LONG = HOME.lesson.exercises[0].title + " that is now a good third longer"


def test_the_week(sized: Window, qtbot) -> None:
    first = replace(HOME.lesson.exercises[0], title=LONG)
    lesson = replace(HOME.lesson, title=LONG, exercises=(first, *HOME.lesson.exercises[1:]))
    sized.home.show_week(replace(HOME, lesson=lesson))
    sized.show_screen("week")
    settled(sized, qtbot)
    assert cut_off(sized) == []


def test_the_group(sized: Window, qtbot) -> None:
    sized.group.show_group(GROUP)
    sized.show_screen("group")
    settled(sized, qtbot)
    assert cut_off(sized) == []


def test_the_packs(sized: Window, qtbot) -> None:
    sized.packs.show_packs(PACKS)
    sized.show_screen("packs")
    settled(sized, qtbot)
    assert cut_off(sized) == []


@pytest.mark.parametrize("people", [(), tuple(row.person for row in ROWS)], ids=["first", "known"])
def test_the_people(sized: Window, qtbot, people) -> None:
    sized.people.show_people(people)
    sized.show_screen("people")
    settled(sized, qtbot)
    assert cut_off(sized) == []


@pytest.mark.parametrize("report", [FAILED, PASSED], ids=["failed", "passed"])
def test_the_lesson(sized: Window, qtbot, report) -> None:
    sized.show_lesson(LESSON_VIEW)
    assert sized.lesson is not None
    sized.lesson.show_report(report)
    sized.lesson.text.open_hint()
    sized.home.show_week(HOME)
    sized.show_screen("week")
    sized.show_lesson(LESSON_VIEW)
    sized.lesson.show_report(report)
    sized.show_notice("There is no room left on the disk for your page. Free some space; Midweek tries again.")
    settled(sized, qtbot)
    assert cut_off(sized) == []


@pytest.mark.parametrize("name", ["tablet", "print", "read", "share"])
def test_every_way_of_looking_at_the_page(sized: Window, qtbot, name: str) -> None:
    sized.show_lesson(LESSON_VIEW)
    assert sized.lesson is not None
    pane = sized.lesson.page
    pane.offer_answer(True)
    pane.bar.choose(name)
    pane.foot.dark.setChecked(True)
    sized.lesson.preview.arranged.emit("Tablet: 768 wide, shown at 55%")
    sized.lesson.preview.dark_seen.emit(False)
    pane.paper.show_trouble(NO_PAPER)
    pane.reading.show_spoken([Spoken("picture", "Picture, no text", "", 1, True, 3)])
    pane.card.show_card("index.html", share_card(Page((File("index.html", f"<title>{LONG}</title>"),))))
    settled(sized, qtbot)
    assert cut_off(sized) == []
