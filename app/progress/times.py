"""Says moments as people say them: "today 9:40", "Fri 16:05", "you stopped here on Thursday"."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

# Not strftime's names: those follow the system's language, and a sentence must not change its own half-way.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NEAR_DAYS = 6  # a weekday's name alone means one of the last six days


def heard(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`today 9:40`, `Fri 16:05` within six days, else `12 Nov`, with the year where it is another one (or to come)."""
    then, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - then.date()).days
    if days == 0:
        return f"today {clock(then.time())}"
    if 0 < days <= _NEAR_DAYS:
        return f"{_day(then)[:3]} {clock(then.time())}"
    return f"{then.day} {_month(then)[:3]}" + ("" if then.year == today.year else f" {then.year}")


def stopped(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`you stopped here today`, `… yesterday`, `… on Thursday`, `… on 12 November`."""
    then, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    days = (today - then).days
    if days in (0, 1):
        return f"you stopped here {'yesterday' if days else 'today'}"
    return f"you stopped here on {_weekday_or_date(then, days, _NEAR_DAYS)}"


def until(day: date, today: date) -> str:
    """`until Monday` for one of the next seven days, else `until 12 November`."""
    return f"until {_weekday_or_date(day, (day - today).days, 7)}"


def long_day(day: date) -> str:
    """`Wednesday 25 November`."""
    return f"{_day(day)} {day.day} {_month(day)}"


def clock(moment: time) -> str:
    """`9:40`, `16:05`: no zero in front, as people write it."""
    return f"{moment.hour}:{moment:%M}"


def spoken_clock(moment: time) -> str:
    """`4 pm`, `9:30 am`."""
    hour, half = moment.hour % 12 or 12, "am" if moment.hour < 12 else "pm"
    return f"{hour}:{moment:%M} {half}" if moment.minute else f"{hour} {half}"


def span(start: date, end: date) -> str:
    """`18 to 25 November`, `25 November to 2 December`: the days of a week from meeting to meeting."""
    first = f"{start.day}" if (start.year, start.month) == (end.year, end.month) else f"{start.day} {_month(start)}"
    return f"{first} to {end.day} {_month(end)}"


def _weekday_or_date(day: date, away: int, near: int) -> str:
    return _day(day) if 0 < away <= near else f"{day.day} {_month(day)}"


def _day(day: date) -> str:
    return DAYS[day.weekday()]


def _month(day: date) -> str:
    return MONTHS[day.month - 1]
