"""What a learner sees while typing: goals tick themselves, slips wait, and what was said goes once it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from builders import START, a_check, an_exercise
from fakes import Probe, all_hold, no_answer
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from pytestqt.qtbot import QtBot
from ui.samples import LESSON, PACKS

from app.desk.lesson import LessonDesk
from app.packs.model import Exercise
from app.page.page import File
from app.practice.drafts import Drafts
from app.practice.sitting import Desk, Sitting
from app.progress.store import Store
from app.ui.lesson import Lesson
from app.ui.values import LessonView
from app.ui.window import Window

GOALS = ("The page has a main heading", "The heading is dark green", "The page says when it is open")
CHECKS = (
    a_check(goal=GOALS[0]),
    a_check("h1 { color: darkgreen }", "css", GOALS[1]),
    a_check("<p>…Friday…</p>", goal=GOALS[2]),
)
FILES = (File("index.html", START), File("style.css", "h1 { color: darkgreen }\n"))
EXERCISE = an_exercise(checks=CHECKS, start=FILES)
HEADED = START.replace("<p>", "<h1>").replace("</p>", "</h1>")
DONE = HEADED + "<p>Open on Friday</p>\n"
NAME_LINE = 4


class Somebody:
    """One person at the lesson screen, whose keys reach the fake editor."""

    def __init__(self, window: Window, work: Desk, qtbot: QtBot) -> None:
        assert window.lesson is not None
        self.window, self.work, self.store, self.qtbot = window, work, work.store, qtbot
        self.screen: Lesson = window.lesson
        self.editor = self.screen.editor
        self.probe = Probe(all_hold)
        self.desk = LessonDesk(self.screen, self.editor, self.screen.preview)

    def sit(self, exercise: Exercise = EXERCISE, probe: Probe | None = None) -> Sitting:
        self.probe = probe or self.probe
        work = replace(self.work, ask=self.probe.ask)
        lesson = replace(LESSON, exercises=(exercise,))
        sitting = Sitting(work, "lena", PACKS.packs[0], lesson, exercise)
        self.window.show_lesson(LessonView(lesson, 1, 1, sitting.page.files, sitting.current))
        self.desk.open(sitting)
        return sitting

    def write(self, text: str, line: int = 1) -> None:
        """Have the editor say this, with the cursor at the end of a line."""
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        cursor = QTextCursor(self.editor.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.editor.setTextCursor(cursor)
        self.editor.blockSignals(False)
        self.editor.textChanged.emit()
        self.editor.cursorPositionChanged.emit()

    def ticks(self) -> str:
        """`x` for each goal that is met, `.` for each that is not, `?` for one that could not be checked."""
        signs = {"passed": "x", "unchecked": "?"}
        return "".join(signs.get(line.state or "", ".") for line in self.screen.text.goals.lines())

    def sees_ticks(self, signs: str) -> None:
        self.qtbot.waitUntil(lambda: self.ticks() == signs)

    def marked(self, file: str = "index.html") -> list[tuple[object, object]]:
        return [(mark["kind"], mark["line"]) for mark in self.editor.marks.get(file, [])]

    def card(self) -> str:
        card = self.screen.text.message
        return card.words.toPlainText() if card.isVisible() else ""


@pytest.fixture
def somebody(window: Window, home: Path, clock, qtbot: QtBot) -> Iterator[Somebody]:
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        yield Somebody(window, Desk(Drafts(home / "drafts", clock), store, Probe(all_hold).ask, clock), qtbot)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say."""
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    return said


def test_goals_tick_and_untick_themselves_and_nothing_is_recorded(somebody: Somebody, spoken: list[str]) -> None:
    sitting = somebody.sit()
    focus = somebody.window.focusWidget()
    somebody.write(HEADED, NAME_LINE)
    somebody.sees_ticks("xx.")
    lines = somebody.screen.text.goals.lines()
    assert [line.accessibleName() for line in lines] == [
        f"{GOALS[0]}: met",
        f"{GOALS[1]}: met",
        f"{GOALS[2]}: not met yet, next",
    ]
    assert [said for said in spoken if said.startswith("Met")] == [f"Met: {GOALS[0]}", f"Met: {GOALS[1]}"]
    somebody.write(START, NAME_LINE)
    somebody.sees_ticks(".x.")  # a fake browser finds every heading green
    assert somebody.card() == ""
    assert list(somebody.store.events()) == []
    assert sitting.report is None
    assert somebody.window.focusWidget() is focus
    assert somebody.screen.text.goals.lines() == lines  # the same lines, so that nobody who reads one loses it


def test_what_the_browser_does_not_say_stays_as_it_was(somebody: Somebody) -> None:
    somebody.sit(probe=Probe(no_answer))
    somebody.write(DONE, 5)
    somebody.sees_ticks("x.x")
    assert "could not" not in " ".join(line.accessibleName() for line in somebody.screen.text.goals.lines())


def test_when_all_is_ticked_the_way_to_the_end_is_said_and_a_check_is_still_wanted(
    somebody: Somebody, spoken: list[str]
) -> None:
    somebody.sit()
    text = somebody.screen.text
    somebody.write(DONE, 5)
    somebody.sees_ticks("xxx")
    assert text.ready.isVisible()
    assert text.ready.text() == "All 3 goals are ticked"
    assert text.main.text() == "Check my page"
    assert not text.passed.isVisible()
    assert spoken[-1] == "All 3 goals are ticked. Check your page to pass."
    assert list(somebody.store.events()) == []
    somebody.qtbot.mouseClick(text.main, Qt.MouseButton.LeftButton)
    assert (text.main.text(), text.ready.isVisible(), text.passed.isVisible()) == ("Back to this week", False, True)
    assert [event.kind for event in somebody.store.events()].count("step.passed") == 1
    somebody.write(HEADED, NAME_LINE)
    somebody.sees_ticks("xx.")
    assert not text.passed.isVisible()  # it says that all goals are met
    assert text.main.text() == "Back to this week"  # the pass is nobody's to take away


def test_a_saved_page_is_looked_at_when_it_is_opened_and_an_untouched_start_is_not(somebody: Somebody) -> None:
    sitting = somebody.sit()
    somebody.qtbot.wait(700)
    assert somebody.probe.asked == []
    sitting.text_changed("index.html", DONE)
    somebody.desk.looking.follow(sitting)
    somebody.sees_ticks("xxx")


def test_a_slip_is_silent_until_the_cursor_leaves_its_line(somebody: Somebody) -> None:
    somebody.sit()
    slip = HEADED.replace("</h1>", "</h2>")
    somebody.write(slip, NAME_LINE)
    somebody.qtbot.waitUntil(lambda: len(somebody.probe.asked) == 1)
    assert somebody.marked() == []
    somebody.editor.cursor_moved.emit("index.html", NAME_LINE, 2)
    assert somebody.marked() == []
    somebody.editor.cursor_moved.emit("index.html", 2, 1)
    assert somebody.marked() == [("slip", NAME_LINE)]
    assert "Write `</h1>`" in str(somebody.editor.marks["index.html"][0]["text"])
    assert somebody.screen.status.keys.text() == "1 place is marked: F8 goes there"
    assert somebody.card() == ""
    somebody.write(HEADED, NAME_LINE)
    somebody.qtbot.waitUntil(lambda: somebody.marked() == [])
    assert somebody.screen.status.keys.text() == "Esc then Tab leaves the editor"


def test_a_long_pause_ends_the_silence(somebody: Somebody) -> None:
    somebody.sit()
    somebody.write(HEADED.replace("</h1>", "</h2>"), NAME_LINE)
    somebody.qtbot.waitUntil(lambda: len(somebody.probe.asked) == 1)
    assert somebody.marked() == []
    somebody.qtbot.waitUntil(lambda: somebody.marked() == [("slip", NAME_LINE)])


def test_going_to_another_file_leaves_the_line(somebody: Somebody) -> None:
    somebody.sit()
    somebody.write(HEADED.replace("</h1>", "</h2>"), NAME_LINE)
    somebody.qtbot.waitUntil(lambda: len(somebody.probe.asked) == 1)
    somebody.screen.tabs.bar.setCurrentIndex(1)
    assert somebody.marked() == [("slip", NAME_LINE)]


def test_a_slip_that_a_check_named_is_marked_once_and_follows_its_line(somebody: Somebody) -> None:
    somebody.sit()
    slip = HEADED.replace("</h1>", "</h2>")
    somebody.write(slip, NAME_LINE)
    somebody.screen.text.ask_for_check()
    assert somebody.marked().count(("slip", NAME_LINE)) == 1
    asked = len(somebody.probe.asked)
    somebody.write(slip.replace("<title>", "\n<title>"), 3)
    somebody.qtbot.waitUntil(lambda: len(somebody.probe.asked) > asked)
    somebody.qtbot.waitUntil(lambda: ("slip", NAME_LINE + 1) in somebody.marked())
    assert [kind for kind, _ in somebody.marked()].count("slip") == 1


def test_what_a_check_said_stays_until_it_is_mended_and_then_goes_calmly(somebody: Somebody, spoken: list[str]) -> None:
    somebody.sit(an_exercise(checks=(a_check("<h1>The Community Office</h1>"), CHECKS[2]), start=FILES))
    somebody.write(HEADED.replace("Community", "Comunity"), NAME_LINE)
    somebody.screen.text.ask_for_check()
    said = somebody.card()
    assert said.startswith("Line 4")
    assert somebody.screen.text.message._count.text() == "1 of 2"
    somebody.write(HEADED.replace("Community", "Comm"), NAME_LINE)  # half-way
    somebody.qtbot.wait(700)
    assert somebody.card() == said
    somebody.write(HEADED, NAME_LINE)
    somebody.sees_ticks("x.")
    assert somebody.card() == "That one is right now."
    assert somebody.screen.text.message._count.text() == "1 more"
    assert "That one is right now." in spoken
    assert somebody.screen.text.message.property("role") == "passed"
    spoken.clear()
    somebody.write(HEADED + "<p>", 5)
    somebody.qtbot.waitUntil(lambda: "no paragraph" in somebody.card())  # what the check had said besides
    assert spoken == []
    somebody.write(DONE, 5)
    somebody.sees_ticks("xx")
    assert somebody.card() == "That one is right now."
    somebody.write(DONE + "\n", 6)
    somebody.qtbot.waitUntil(lambda: somebody.card() == "")
    assert [event.kind for event in somebody.store.events()].count("step.effort") == 1


def test_nothing_is_taken_from_under_the_keyboard(somebody: Somebody) -> None:
    somebody.sit(an_exercise(checks=(a_check(), CHECKS[2]), start=FILES, hints=("Look at line 4.",)))
    somebody.screen.text.ask_for_check()
    said = somebody.card()
    for button in (somebody.screen.text.message.forward, somebody.screen.text.hint):
        button.setFocus()
        somebody.write(DONE, 5)
        somebody.sees_ticks("xx")
        assert button.hasFocus()
        assert button.isVisible()
        assert somebody.card() == said or button is somebody.screen.text.hint
        somebody.write(START, NAME_LINE)
        somebody.sees_ticks("..")


def test_a_message_knows_the_line_it_is_on_after_others_were_put_above(somebody: Somebody) -> None:
    somebody.sit()
    slip = HEADED.replace("</h1>", "</h2>")
    somebody.write(slip, NAME_LINE)
    somebody.screen.text.ask_for_check()
    assert somebody.card().startswith("Line 4")
    somebody.write(slip.replace("<title>", "\n\n<title>"), 3)
    somebody.qtbot.waitUntil(lambda: somebody.card().startswith("Line 6"))


def test_starting_again_forgets_what_was_seen(somebody: Somebody) -> None:
    sitting = somebody.sit()
    somebody.write(HEADED.replace("</h1>", "</h2>"), NAME_LINE)
    somebody.desk.looking.follow(None)
    asked = len(somebody.probe.asked)
    somebody.qtbot.wait(700)
    assert len(somebody.probe.asked) == asked
    assert sitting.report is None
