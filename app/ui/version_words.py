"""What is said of an earlier version of a page: when it was, and why it was kept."""

from __future__ import annotations

from datetime import datetime, tzinfo

from app.practice.versions import CHECKED, Version
from app.progress import times

_WHY = {
    "started again": "Before you started again",
    "went back": "Before you went back to an earlier version",
    "other window": "Typed in another window",
    "other files": "Before the exercise was changed",
    "ended": "Shortly before Midweek ended without closing",
}
_NEAR_DAYS = 6  # a weekday's name alone means one of the last six days


def when_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`today at 16:42`, `yesterday at 9:05`, `Friday at 9:05`, `12 November at 9:05`, with the year if another one."""
    then, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (today - then.date()).days
    if days in (0, 1):
        day = "yesterday" if days else "today"
    elif 0 < days <= _NEAR_DAYS:
        day = times.DAYS[then.weekday()]
    else:
        day = f"{then.day} {times.MONTHS[then.month - 1]}" + ("" if then.year == today.year else f" {then.year}")
    return f"{day} at {times.clock(then.time())}"


def why_words(version: Version) -> str:
    """`Checked: 3 of 4 goals met`, `Before you started again`."""
    if version.why != CHECKED:
        return _WHY.get(version.why, "Kept")
    if version.passed:
        return "Checked: passed"
    if not version.goals:
        return "Checked"
    return f"Checked: {version.met} of {version.goals} {'goal' if version.goals == 1 else 'goals'} met"
