"""Moments are said as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.progress import times

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 23, 9, 40, tzinfo=UTC), "today 9:40"),
        (datetime(2026, 11, 20, 16, 5, tzinfo=UTC), "Fri 16:05"),
        (datetime(2026, 11, 17, 10, 2, tzinfo=UTC), "Tue 10:02"),
        (datetime(2026, 11, 16, 10, 2, tzinfo=UTC), "16 Nov"),
        (datetime(2026, 7, 1, 10, 2, tzinfo=UTC), "1 Jul"),
        (datetime(2025, 11, 12, 10, 2, tzinfo=UTC), "12 Nov 2025"),
        (datetime(2031, 3, 3, 10, 2, tzinfo=UTC), "3 Mar 2031"),
    ],
)
def test_last_heard(at: datetime, said: str):
    assert times.heard(at, MONDAY, LONDON) == said


def test_the_day_is_the_day_on_the_wall_not_in_utc():
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight on 2 July in London
    assert times.heard(late, datetime(2026, 7, 2, 9, tzinfo=UTC), LONDON) == "today 0:30"


@pytest.mark.parametrize(
    ("day", "said"), [(23, "today"), (22, "yesterday"), (19, "on Thursday"), (17, "on Tuesday"), (12, "on 12 November")]
)
def test_where_one_stopped(day: int, said: str):
    assert times.stopped(datetime(2026, 11, day, 9, tzinfo=UTC), MONDAY, LONDON) == f"you stopped here {said}"


def test_the_rest():
    assert times.until(date(2026, 11, 30), date(2026, 11, 25)) == "until Monday"
    assert times.until(date(2026, 11, 30), date(2026, 11, 23)) == "until Monday"
    assert times.until(date(2026, 12, 30), date(2026, 11, 25)) == "until 30 December"
    assert [times.spoken_clock(t) for t in (time(16), time(9, 30), time(0), time(12))] == [
        "4 pm",
        "9:30 am",
        "12 am",
        "12 pm",
    ]
    assert times.span(date(2026, 11, 18), date(2026, 11, 25)) == "18 to 25 November"
    assert times.span(date(2026, 11, 25), date(2026, 12, 2)) == "25 November to 2 December"
