"""One status a person: the first that fits."""

from __future__ import annotations

import pytest

from app.progress.status import Standing, Word, status

EVERYTHING = Standing(
    asked=True, passed=8, planned=8, stuck_on=2, passed_since=True, tried_since=True, away="until Monday"
)


@pytest.mark.parametrize(
    ("standing", "text"),
    [
        (EVERYTHING, "Asked for help"),
        (Standing(passed=8, planned=8, stuck_on=0, passed_since=True, tried_since=True, away="until Monday"), "Done"),
        (
            Standing(passed=5, planned=8, stuck_on=2, passed_since=True, tried_since=True, away="until Monday"),
            "Stuck on 2",
        ),
        (Standing(planned=8, stuck_on=0), "Stuck in another lesson"),
        (Standing(passed=5, planned=8, passed_since=True, tried_since=True, away="until Monday"), "Moving, 5 of 8"),
        (Standing(passed=0, planned=8, passed_since=True), "Moving, in another lesson"),
        (Standing(planned=8, tried_since=True, away="until Monday"), "Started"),
        (Standing(passed=3, planned=8, away="until Monday"), "Away until Monday"),
        (Standing(passed=3, planned=8), "No news"),
        (Standing(), "No news"),
    ],
)
def test_the_first_that_fits(standing: Standing, text: str):
    assert status(standing).text == text


def test_a_week_with_nothing_planned_is_not_done():
    assert status(Standing(planned=0)).word is Word.NO_NEWS
