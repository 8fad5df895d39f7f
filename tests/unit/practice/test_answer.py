"""The answer may be seen when the pack says so, and that it was seen is told with the pass and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import ANSWER
from unit.practice.office import HEADED, HEADINGS, LESSON, PACK, Ending, recorded

from app.practice.answer import AnswerBarredError
from app.practice.sitting import Desk, Sitting
from app.progress.store import Store


def sit(desk: Desk, rule: str, **changes) -> Sitting:
    return Sitting(desk, "lena", replace(PACK, answer=rule), LESSON, replace(HEADINGS, **changes))


def why_not(sitting: Sitting) -> str:
    with pytest.raises(AnswerBarredError) as barred:
        sitting.see_answer()
    assert not sitting.answer_seen
    return barred.value.message


def test_after_so_many_tries(desk: Desk, ending: Ending):
    sitting = sit(desk, "after-3-tries")
    told = []
    for _ in range(3):
        told.append(why_not(sitting))
        sitting.check(ending.done, ending.failed)
    assert told == [
        "You can see the answer once your page was checked 3 times; so far it was not checked.",
        "You can see the answer once your page was checked 3 times; so far it was checked once.",
        "You can see the answer once your page was checked 3 times; so far it was checked twice.",
    ]
    assert sitting.see_answer().text("index.html") == ANSWER


def test_always_and_never(desk: Desk, ending: Ending):
    assert sit(desk, "always").see_answer().text("index.html") == ANSWER
    never = sit(desk, "never")
    assert why_not(never) == "This course keeps its answers to itself."
    never.text_changed("index.html", HEADED)
    never.check(ending.done, ending.failed)
    assert ending.reports[0].passed
    assert why_not(never) == "This course keeps its answers to itself."


def test_whoever_has_passed_may_see_it(desk: Desk, ending: Ending):
    sitting = sit(desk, "after-3-tries")
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    assert sitting.see_answer().text("index.html") == ANSWER


def test_after_the_meeting_that_follows_the_first_try(desk: Desk, ending: Ending, clock):
    sitting = sit(desk, "after-meeting")
    assert why_not(sitting) == "You can see the answer after the next meeting."
    clock.move(days=7)  # a meeting went by, and nothing was tried before it
    assert why_not(sitting) == "You can see the answer after the next meeting."
    sitting.check(ending.done, ending.failed)
    assert why_not(sitting) == "You can see the answer after the meeting on Wednesday 2 December."
    clock.move(days=2, hours=7)  # from Monday 09:00 to Wednesday 16:00
    assert sitting.see_answer().text("index.html") == ANSWER


def test_a_step_without_an_answer_says_so(desk: Desk):
    assert why_not(sit(desk, "always", answer=())) == "This step has no answer to look at."


def test_that_it_was_seen_is_kept_and_told_with_the_pass(desk: Desk, store: Store, ending: Ending):
    sitting = sit(desk, "always")
    sitting.see_answer()
    assert sitting.dirty
    sitting.close()
    assert recorded(store) == []  # looking is nobody's business until it is passed
    again = sit(desk, "always")
    assert again.answer_seen
    again.text_changed("index.html", HEADED)
    again.check(ending.done, ending.failed)
    assert recorded(store)[-1][2]["answer_seen"] is True
