"""A look at the page while somebody types: it sees what a check would see, and nobody records it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from fakes import Probe, all_hold, no_answer
from unit.practice.office import COLOURS, HEADED, HEADINGS, Ending, recorded, sit

from app.checks.report import Outcome, Report
from app.practice.inspector import Inquiry, Inspector, Result
from app.practice.sitting import CheckEndedError, Desk

P, F, U = Outcome.PASSED, Outcome.FAILED, Outcome.UNCHECKED


@dataclass
class Eye:
    """What was seen, in order: the outcomes, and whether that was the whole."""

    seen: list[tuple[list[Outcome], bool]] = field(default_factory=list)

    def __call__(self, report: Report, whole: bool) -> None:
        self.seen.append(([finding.outcome for finding in report.findings], whole))


@pytest.fixture
def eye() -> Eye:
    return Eye()


def test_a_look_sees_what_is_met_and_records_nothing(desk: Desk, store, eye: Eye, home: Path):
    sitting = sit(desk, COLOURS)
    sitting.text_changed("index.html", HEADED)
    before = sitting.dirty, sitting.page, sitting.report
    sitting.look(eye)
    assert eye.seen == [([P, U], False), ([P, P], True)]  # the text at once, then what the browser says
    assert recorded(store) == []
    assert (sitting.dirty, sitting.page, sitting.report) == before
    assert not list(home.rglob("draft.json"))


def test_a_page_without_questions_for_the_browser_is_seen_once(desk: Desk, eye: Eye):
    sitting = sit(desk, HEADINGS)
    sitting.look(eye)
    assert eye.seen == [([F], True)]


def test_of_many_looks_one_is_under_way_and_the_newest_page_is_seen(desk: Desk, eye: Eye):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    for more in ("", "<p>", "<p>a", "<p>ab"):
        sitting.text_changed("index.html", HEADED + more)
        sitting.look(eye)
    assert len(probe.asked) == 1
    eye.seen.clear()
    probe.answer_next()
    assert eye.seen == [([P, U], False)]  # not a word of the old page
    assert len(probe.asked) == 2
    assert probe.asked[-1][0]["index.html"].decode() == HEADED + "<p>ab"
    probe.answer_next()
    assert eye.seen[-1] == ([P, P], True)
    assert probe.waiting == []


def test_what_was_seen_of_a_page_that_has_changed_is_not_told(desk: Desk, eye: Eye):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.look(eye)
    eye.seen.clear()
    sitting.text_changed("index.html", HEADED)
    probe.answer_next()
    assert eye.seen == []


def test_a_check_ends_a_look_and_lets_none_begin(desk: Desk, store, eye: Eye, ending: Ending):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.text_changed("index.html", HEADED)
    sitting.look(eye)
    eye.seen.clear()
    sitting.check(ending.done, ending.failed)
    sitting.look(eye)
    probe.answer_next()
    assert (eye.seen, len(ending)) == ([], 0)
    probe.answer_next()
    assert ending.reports[0].passed
    assert (eye.seen, probe.waiting) == ([], [])
    assert [kind for kind, _, _ in recorded(store)] == ["lesson.started", "step.effort", "step.passed"]


def test_typing_on_ends_a_check_and_the_next_look_sees_the_page(desk: Desk, eye: Eye, ending: Ending):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.check(ending.done, ending.failed)
    sitting.text_changed("index.html", HEADED)
    assert [type(error) for error in ending.errors] == [CheckEndedError]
    sitting.look(eye)
    probe.answer_next()
    probe.answer_next()
    assert eye.seen[-1] == ([P, P], True)


def test_nothing_is_seen_once_the_exercise_was_left(desk: Desk, eye: Eye):
    probe = Probe(all_hold, waits=True)
    sitting = sit(replace(desk, ask=probe.ask), COLOURS)
    sitting.look(eye)
    eye.seen.clear()
    sitting.close()
    probe.answer_next()
    assert eye.seen == []


def test_a_browser_that_does_not_answer_leaves_its_goals_unchecked(desk: Desk, eye: Eye):
    sitting = sit(replace(desk, ask=Probe(no_answer).ask), COLOURS)
    sitting.text_changed("index.html", HEADED)
    sitting.look(eye)
    assert eye.seen[-1] == ([P, U], True)


def test_where_nobody_could_look_in_time_nothing_is_right_or_wrong(desk: Desk, store, eye: Eye, ending: Ending):
    def give_up(_inquiry: Inquiry, told) -> None:
        told(None)

    sitting = sit(replace(desk, inspect=give_up), COLOURS)
    sitting.look(eye)
    assert eye.seen == [([U, U], True)]
    sitting.check(ending.done, ending.failed)
    assert ending.reports[0].unchecked
    assert recorded(store) == []


def test_a_page_is_read_once_for_a_look_and_its_answers(desk: Desk, eye: Eye):
    """Long pages are looked at elsewhere, in two steps: what the browser is to be asked, then what it answered."""
    asked: list[Inquiry] = []
    inspector, waiting = Inspector(), []

    def inspect(inquiry: Inquiry, told) -> None:
        asked.append(inquiry)
        waiting.append((told, inspector.result(inquiry)))

    def come_back() -> None:
        told, result = waiting.pop(0)
        assert isinstance(result, Result)
        told(result)

    sitting = sit(replace(desk, inspect=inspect), COLOURS)
    sitting.look(eye)
    assert eye.seen == []
    come_back()
    come_back()
    assert [inquiry.answers is None for inquiry in asked] == [True, False]
    assert [whole for _, whole in eye.seen] == [False, True]
