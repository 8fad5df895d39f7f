"""After a pack's check was corrected, the work that is stored is checked again, and nobody has to do it once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_check, an_exercise
from unit.practice.office import FILES, HEADED, LESSON, PACK, Ending, recorded

from app.authoring.examination import examine
from app.packs.model import Exercise, Pack
from app.practice.recheck import Recheck, stored_work
from app.practice.sitting import Desk, Sitting
from app.progress import done
from app.progress.people import Person, add_person
from app.progress.store import Store

UNFAIR = an_exercise(start=FILES, checks=(a_check('<h1 title="x">…</h1>'),))
FAIR = an_exercise(start=FILES)
RENDERED = an_exercise(start=FILES, checks=(a_check("h1 { color: green }", "css"),))
REF = "office-web/first-page"


def holding(*exercises: Exercise, folder: Path) -> Pack:
    return replace(PACK, version="1.3.0", lessons=(replace(LESSON, exercises=exercises, folder=folder),))


def tried(desk: Desk, person: Person, text: str, ending: Ending, exercise: Exercise = UNFAIR) -> None:
    """Somebody types a page, opens a hint, checks it and leaves."""
    sitting = Sitting(desk, person.id, PACK, LESSON, exercise)
    sitting.text_changed("index.html", text)
    sitting.hint_opened()
    sitting.check(ending.done, ending.failed)
    sitting.close()


def silent(served, entry, questions) -> None:
    """A browser that does not answer."""


def rechecked(pack: Pack, desk: Desk) -> Recheck:
    found = Recheck()
    for stored in stored_work([pack], desk.store, desk.drafts):
        found.settle(stored, examine(stored.inquiry.checks, stored.page, silent), desk.store)
    return found


@pytest.fixture
def lena(store: Store) -> Person:
    return add_person(store, "Lena Brook")


def test_what_passes_now_is_passed_with_the_tries_there_were(
    desk: Desk, store: Store, lena: Person, ending: Ending, home: Path
) -> None:
    for _ in range(2):
        tried(desk, lena, HEADED, ending)
    texts = {path: path.read_bytes() for path in home.rglob("draft.json")}
    found = rechecked(holding(FAIR, folder=home), desk)
    assert found.sentence == "1 page passes now: Lena Brook (Give the page its heading)."
    assert done.effort(store, lena.id, REF, "headings") == done.Effort(2, 2, True)
    assert recorded(store)[-2:] == [
        ("step.passed", "headings", {"rev": "1.3.0", "tries": 2, "hint": True, "answer_seen": False}),
        ("lesson.done", "", {"rev": "1.3.0"}),
    ]
    assert {path: path.read_bytes() for path in home.rglob("draft.json")} == texts
    events = recorded(store)
    assert (
        rechecked(holding(FAIR, folder=home), desk).sentence
        == "Nothing is left to check: every page that was tried has passed."
    )
    assert recorded(store) == events


def test_a_page_that_is_still_wrong_stays_as_it_is(
    desk: Desk, store: Store, lena: Person, ending: Ending, home: Path
) -> None:
    tried(desk, lena, "<p>nothing", ending)
    events = recorded(store)
    assert rechecked(holding(FAIR, folder=home), desk).sentence == "1 page checked again; none of them passes yet."
    assert recorded(store) == events  # and it was no try


def test_no_pass_is_ever_taken_away(desk: Desk, store: Store, lena: Person, ending: Ending, home: Path) -> None:
    tried(desk, lena, HEADED, ending, FAIR)
    assert rechecked(holding(UNFAIR, folder=home), desk).checked == 0
    assert done.effort(store, lena.id, REF, "headings").passed


def test_work_that_was_never_checked_is_nobodys_business(desk: Desk, store: Store, lena: Person, home: Path) -> None:
    sitting = Sitting(desk, lena.id, PACK, LESSON, UNFAIR)
    sitting.text_changed("index.html", HEADED)
    sitting.close()
    assert rechecked(holding(FAIR, folder=home), desk).checked == 0


def test_a_page_that_the_browser_does_not_answer_for_stays_as_it_is(
    desk: Desk, store: Store, lena: Person, ending: Ending, home: Path
) -> None:
    tried(desk, lena, HEADED, ending)
    found = rechecked(holding(RENDERED, folder=home), desk)
    assert "1 page could not be checked" in found.sentence
    assert not done.effort(store, lena.id, REF, "headings").passed


def test_a_draft_that_cannot_be_read_is_left_for_its_owner(
    desk: Desk, lena: Person, ending: Ending, home: Path
) -> None:
    tried(desk, lena, HEADED, ending)
    for path in home.rglob("draft*.json"):
        path.write_text("{", "utf-8")
    assert rechecked(holding(FAIR, folder=home), desk).checked == 0
    assert all(path.read_text("utf-8") == "{" for path in home.rglob("draft*.json"))


def test_everybody_on_this_pc_is_thought_of(desk: Desk, store: Store, ending: Ending, home: Path) -> None:
    for name, text in (("Tom Oyelaran", HEADED), ("Grace Ruddock", "<p>"), ("Lena Brook", HEADED)):
        tried(desk, add_person(store, name), text, ending)
    found = rechecked(holding(FAIR, folder=home), desk)
    assert [stored.name for stored in found.pass_now] == ["Lena Brook", "Tom Oyelaran"]
    assert found.sentence.startswith("2 pages pass now: Lena Brook (")
