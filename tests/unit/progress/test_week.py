"""Weeks run from meeting to meeting on the clock of the wall, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.progress.week import Meeting


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_wednesday_at_four_in_london_unless_somebody_says_otherwise():
    week = Meeting().week(at(2026, 11, 23, 9))
    assert (week.start, week.end) == (at(2026, 11, 18, 16), at(2026, 11, 25, 16))


def test_in_summer_the_meeting_is_an_hour_earlier_by_utc_and_still_at_four():
    week = Meeting().week(at(2026, 7, 1, 15))  # Wednesday 1 July, 4 pm on the wall
    assert (week.start, week.end) == (at(2026, 7, 1, 15), at(2026, 7, 8, 15))
    assert (week.title, week.meets) == ("1 to 8 July", "Wednesday 8 July, 4 pm")


@pytest.mark.parametrize(
    ("now", "days", "hours"), [(at(2026, 3, 27, 12), 6, 23), (at(2026, 10, 23, 12), 7, 1), (at(2026, 5, 8, 12), 7, 0)]
)
def test_a_week_with_a_clock_change_is_an_hour_shorter_or_longer(now: datetime, days: int, hours: int):
    week = Meeting().week(now)
    assert week.end - week.start == timedelta(days=days, hours=hours)


def test_the_moment_of_the_meeting_belongs_to_the_new_week():
    meeting = Meeting()
    start = at(2026, 11, 25, 16)
    assert meeting.week(start).start == start
    assert meeting.week(start - timedelta(milliseconds=1)).end == start
    assert start in meeting.week(start)
    assert meeting.week(start).end not in meeting.week(start)


def test_weeks_off_make_one_long_week():
    meeting = Meeting(off=(date(2026, 12, 23), date(2026, 12, 30)))
    week = meeting.week(at(2026, 12, 28, 9))
    assert (week.start, week.end) == (at(2026, 12, 16, 16), at(2027, 1, 6, 16))


def test_a_leap_day_is_a_day():
    assert Meeting(rule="FREQ=WEEKLY;BYDAY=TH").week(at(2024, 2, 28, 9)).end == at(2024, 2, 29, 16)


def test_every_other_week_counts_from_the_first():
    meeting = Meeting(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", since=date(2026, 11, 4))
    assert [moment.day for moment in meeting.between(at(2026, 11, 1), at(2026, 12, 1))] == [4, 18]


def test_before_the_first_meeting_there_is_a_week_all_the_same():
    week = Meeting(since=date(2026, 11, 25)).week(at(2026, 11, 23, 9))
    assert at(2026, 11, 23, 9) in week
    assert week.end == at(2026, 11, 25, 16)


@given(
    now=st.timedeltas(timedelta(0), timedelta(days=5000)).map(lambda later: at(2021, 1, 1) + later),
    hour=st.times(),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"]),
)
def test_every_moment_lies_in_exactly_one_week_and_weeks_touch(now: datetime, hour: time, zone: str):
    meeting = Meeting(time=hour.replace(second=0, microsecond=0), zone=zone)
    week = meeting.week(now)
    assert now in week
    assert meeting.week(week.end).start == week.end
    assert meeting.week(week.start - timedelta(seconds=1)).end == week.start
    assert meeting.between(week.start, week.end) == [week.start, week.end]


def test_what_the_group_set_is_read_back():
    meeting = Meeting("FREQ=WEEKLY;BYDAY=MO", time(9, 30), "Europe/Paris", date(2026, 1, 1), (date(2026, 12, 28),))
    assert Meeting.from_body(meeting.body) == meeting
    assert Meeting.from_body({}) == Meeting()


@pytest.mark.parametrize(
    "body",
    [
        {"rule": "FREQ=SECONDLY"},
        {"rule": "often"},
        {"zone": "Mars/Base"},
        {"time": "soon"},
        {"off": ["x"]},
        {"zone": "/"},
    ],
)
def test_a_meeting_that_says_nothing_is_refused(body: dict[str, object]):
    with pytest.raises(ValueError, match=" "):
        Meeting.from_body(body)
