"""*Check stored work again*, on the packs screen: it is offered quietly, done once, and its outcome is one sentence."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from builders import a_check, an_exercise
from fakes import Probe, all_hold
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.samples import LESSON, PACKS
from unit.practice.office import FILES, HEADED, Ending

from app.desk.rechecking import Rechecking
from app.packs.shelf import Shelf
from app.practice.drafts import Drafts
from app.practice.sitting import Desk, Sitting
from app.progress.people import add_person
from app.progress.store import Store
from app.ui.packs import Packs
from app.ui.theme import Theme

UNFAIR = an_exercise(start=FILES, checks=(a_check('<h1 title="x">…</h1>'),))
CORRECTED = an_exercise(start=FILES, checks=(a_check(), a_check("h1 { color: green }", "css")))


def screen(theme: Theme, qtbot: QtBot) -> Packs:
    packs = Packs(theme)
    qtbot.addWidget(packs)
    packs.show_packs(PACKS)
    packs.show()
    return packs


def test_pages_that_pass_now_are_named_and_pressing_twice_does_it_once(
    theme: Theme, home: Path, clock, qtbot: QtBot
) -> None:
    packs = screen(theme, qtbot)
    lesson = replace(LESSON, exercises=(CORRECTED,), folder=home)
    pack = replace(PACKS.packs[0], lessons=(lesson,))
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        probe = Probe(all_hold, waits=True)
        desk, ending = Desk(Drafts(home / "drafts", clock), store, probe.ask, clock), Ending(store)
        for name in ("Lena Brook", "Tom Oyelaran"):
            sitting = Sitting(desk, add_person(store, name).id, pack, lesson, UNFAIR)
            sitting.text_changed("index.html", HEADED)
            sitting.check(ending.done, ending.failed)
        assert not packs.rechecked.isVisible()
        Rechecking(packs, Shelf((pack,), ()), desk)
        for _ in range(2):
            qtbot.mouseClick(packs.recheck, Qt.MouseButton.LeftButton)
        assert packs.recheck.text() == "Checking…"
        for _ in range(2):
            qtbot.waitUntil(lambda: len(probe.waiting) == 1)
            probe.answer_next()
        qtbot.waitUntil(packs.rechecked.isVisible)
        title = CORRECTED.title
        assert packs.rechecked.text() == f"2 pages pass now: Lena Brook ({title}), Tom Oyelaran ({title})."
        assert packs.recheck.text() == "Check stored work again"
        assert [event.kind for event in store.events()].count("step.passed") == 2
        qtbot.mouseClick(packs.recheck, Qt.MouseButton.LeftButton)
        assert packs.rechecked.text() == "Nothing is left to check: every page that was tried has passed."


def test_the_outcome_is_brought_into_sight(theme: Theme, qtbot: QtBot) -> None:
    packs = screen(theme, qtbot)
    packs.resize(700, 300)
    qtbot.waitUntil(lambda: packs.verticalScrollBar().maximum() > 0)
    packs.show_rechecked("2 pages pass now.")
    qtbot.waitUntil(lambda: packs.rechecked.visibleRegion().boundingRect() == packs.rechecked.rect())


def test_without_a_pack_there_is_nothing_to_check(theme: Theme, qtbot: QtBot) -> None:
    packs = screen(theme, qtbot)
    assert packs.recheck.isVisible()
    packs.show_packs(replace(PACKS, packs=()))
    assert not packs.recheck.isVisible()
