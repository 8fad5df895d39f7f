"""One person at one exercise: what is typed is kept, and what a check finds is recorded before it is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import START
from fakes import Probe, all_hold, no_answer, none_hold
from unit.practice.office import COLOURS, HEADED, HEADING, HEADINGS, LAST, LESSON, Ending, recorded, sit

from app.checks.report import Outcome
from app.errors import ReadOnlyError, StorageError
from app.page.page import File
from app.practice.sitting import CheckEndedError, Desk, next_exercise
from app.progress.store import Store


def test_a_new_exercise_begins_with_its_start_files(desk: Desk, home: Path):
    sitting = sit(desk, assets={"files/fair.jpg": b"jpg"})
    assert sitting.page.text("index.html") == START
    assert sitting.page.served()["files/fair.jpg"] == b"jpg"
    assert (sitting.current, sitting.line, sitting.column, sitting.notice) == ("index.html", 1, 1, "")
    sitting.close()
    assert not list(home.rglob("draft.json"))  # looking is not typing


def test_the_next_day_everything_is_where_it_was(desk: Desk, clock):
    sitting = sit(desk)
    sitting.text_changed("style.css", "h1 {\r\n}\r\n")
    sitting.cursor_moved("style.css", 2, 1)
    sitting.hint_opened()
    assert sitting.dirty
    sitting.save()
    assert not sitting.dirty
    clock.move(days=1)
    again = sit(desk, assets={"a.png": b""})
    assert again.page.text("style.css") == "h1 {\n}\n"
    assert again.page.assets == {"a.png": b""}
    assert (again.current, again.line, again.column, again.hints) == ("style.css", 2, 1, 1)
    last = desk.drafts.last("lena")
    assert last is not None
    assert last[0].exercise == "headings"


def test_a_check_that_fails_is_a_try_and_one_that_passes_a_pass(desk: Desk, store: Store, ending: Ending):
    sitting = sit(desk)
    sitting.check(ending.done, ending.failed)
    assert not ending.reports[0].passed
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    assert ending.reports[1].passed
    assert sitting.report is ending.reports[1]
    assert recorded(store) == [
        ("lesson.started", "", {"rev": "1.2.0"}),
        ("step.effort", "headings", {"tries": 1, "failed": 1, "first_failing_check": HEADING.goal}),
        ("step.effort", "headings", {"tries": 2, "failed": 1}),
        ("step.passed", "headings", {"rev": "1.2.0", "tries": 2, "hint": False, "answer_seen": False}),
    ]
    assert ending.recorded == 4  # all of it before the tick


def test_the_last_exercise_passed_makes_the_lesson_done(desk: Desk, store: Store, ending: Ending):
    for exercise in (COLOURS, HEADINGS):
        sitting = sit(desk, exercise)
        sitting.text_changed("index.html", HEADED)
        sitting.check(ending.done, ending.failed)
        sitting.close()
    kinds = [kind for kind, _, _ in recorded(store)]
    assert kinds == ["lesson.started", "step.effort", "step.passed", "step.effort", "step.passed", "lesson.done"]


def test_doing_it_again_for_pleasure_is_nobodys_business(desk: Desk, store: Store, ending: Ending):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    before = recorded(store)
    sitting.text_changed("index.html", START)
    sitting.check(ending.done, ending.failed)
    assert len(ending.reports) == 2
    assert recorded(store) == before


def test_that_hints_were_opened_is_told_and_how_many_is_not(desk: Desk, store: Store, ending: Ending):
    sitting = sit(desk)
    for _ in range(3):
        sitting.hint_opened()
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    assert recorded(store)[-1][2]["hint"] is True
    assert sitting.hints == 3


def test_the_browser_is_asked_about_the_page_as_it_stands(desk: Desk, ending: Ending):
    probe = Probe(none_hold)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS, assets={"files/fair.jpg": b"jpg"})
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    served, entry, questions = probe.asked[0]
    assert (served["index.html"].decode(), served["files/fair.jpg"], entry) == (HEADED, b"jpg", "index.html")
    assert [question["property"] for question in questions] == ["color"]
    assert [finding.outcome for finding in ending.reports[0].findings] == [Outcome.PASSED, Outcome.FAILED]


def test_a_browser_that_does_not_answer_leaves_goals_unchecked_and_makes_no_try(
    desk: Desk, store: Store, ending: Ending
):
    sitting = sit(replace(desk, ask=Probe(no_answer).ask), COLOURS)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    (report,) = ending.reports
    assert [finding.outcome for finding in report.findings] == [Outcome.PASSED, Outcome.UNCHECKED]
    assert (report.passed, report.unchecked) == (False, True)
    assert recorded(store) == []


def test_an_answer_that_comes_after_more_was_typed_ends_nothing_twice(desk: Desk, store: Store, ending: Ending):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    sitting.text_changed("index.html", HEADED)  # the same text is no change
    assert len(ending) == 0
    sitting.text_changed("index.html", HEADED + "<p>")
    assert [type(error) for error in ending.errors] == [CheckEndedError]
    probe.answer_next()
    assert len(ending) == 1
    assert recorded(store) == []
    sitting.check(ending.done, ending.failed)
    probe.answer_next()
    assert len(ending.reports) == 1


def test_of_two_checks_the_newer_counts_and_both_end_once(desk: Desk, store: Store, ending: Ending):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    sitting.check(ending.done, ending.failed)
    probe.answer_next()
    probe.answer_next()
    assert (len(ending.errors), len(ending.reports)) == (1, 1)
    assert [kind for kind, _, _ in recorded(store)] == ["lesson.started", "step.effort", "step.passed"]


def test_leaving_during_a_check_ends_it_and_keeps_the_text(desk: Desk, store: Store, ending: Ending):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.check(ending.done, ending.failed)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    sitting.text_changed("style.css", "h1 { }")
    sitting.close()
    while probe.waiting:
        probe.answer_next()
    assert len(ending) == 2
    assert recorded(store) == []
    assert sit(desk, COLOURS).page.text("style.css") == "h1 { }"


def test_where_nothing_can_be_recorded_the_report_is_still_there(desk: Desk, store: Store, ending: Ending):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    store.read("PRAGMA query_only = 1")
    sitting.check(ending.done, ending.failed)
    assert [type(error) for error in ending.errors] == [ReadOnlyError]
    assert sitting.report is not None
    assert sitting.report.passed
    assert recorded(store) == []
    store.read("PRAGMA query_only = 0")
    sitting.check(ending.done, ending.failed)  # and when it can, the same button does it
    assert ending.reports[0].passed
    assert [kind for kind, _, _ in recorded(store)] == ["lesson.started", "step.effort", "step.passed"]


def test_where_nothing_can_be_saved_the_text_stays_and_is_tried_again(desk: Desk, home: Path):
    (home / "drafts").write_text("a file where the folder should be")
    sitting = sit(desk)
    assert sitting.notice
    sitting.text_changed("index.html", HEADED)
    with pytest.raises(StorageError):
        sitting.save()
    assert (sitting.dirty, sitting.page.text("index.html")) == (True, HEADED)
    (home / "drafts").unlink()
    sitting.save()
    assert sit(desk).page.text("index.html") == HEADED


def test_start_again_can_be_undone(desk: Desk, clock):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    clock.move(seconds=1)
    sitting.start_again()
    assert sitting.page.text("index.html") == START
    assert sit(desk).page.text("index.html") == START
    (version,) = sitting.versions.all()
    assert version.why == "started again"
    sitting.restore(version)
    assert sit(desk).page.text("index.html") == HEADED


def test_a_pack_that_has_other_files_now_loses_nobodys_text(desk: Desk):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.text_changed("style.css", "h1 { }")
    sitting.close()
    newer = replace(HEADINGS, start=(File("index.html", START), File("more.html", "<p>")))
    again = sit(desk, newer)
    assert [(file.name, file.text) for file in again.page.files] == [("index.html", HEADED), ("more.html", "<p>")]
    (version,) = again.versions.all()
    assert version.files[1] == File("style.css", "h1 { }")
    again.save()
    assert len(sit(desk, newer).versions.all()) == 1


def test_the_next_exercise_is_the_next_not_passed_then_what_was_skipped():
    lesson = replace(LESSON, exercises=(HEADINGS, COLOURS, LAST))
    assert next_exercise(lesson, "headings", {"headings"}) is COLOURS
    assert next_exercise(lesson, "headings", {"headings", "colours"}) is LAST
    assert next_exercise(lesson, "last", {"last", "colours"}) is HEADINGS
    assert next_exercise(lesson, "last", {"last", "colours", "headings"}) is None
    assert next_exercise(lesson, "headings", set()) is COLOURS


def test_an_exercise_opens_with_the_file_that_is_to_change(desk: Desk):
    page, sheet = File("index.html", START), File("style.css", "h1 {}")
    changed = File("style.css", "h1 { color: green }")
    assert sit(desk, replace(HEADINGS, start=(page, sheet), answer=(page, changed))).current == "style.css"
    both = (File("index.html", HEADED), changed)
    assert sit(desk, replace(HEADINGS, id="both", start=(page, sheet), answer=both)).current == "index.html"
    assert sit(desk, replace(HEADINGS, id="same", start=(page, sheet), answer=(page, sheet))).current == "index.html"
