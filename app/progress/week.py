"""Weeks that run from meeting to meeting: a local time, a zone and a recurrence rule, right over clock changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from app.progress import times

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

_RULE = re.compile(r"FREQ=(WEEKLY|MONTHLY)(;[A-Z]+=[A-Z0-9,+-]+)*\Z")  # anything finer would not be a meeting
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """From one meeting up to the next, `start` within it and `end` no longer; both in UTC."""

    start: datetime
    end: datetime
    zone: ZoneInfo

    @property
    def title(self) -> str:
        """`18 to 25 November`."""
        return times.span(self.start.astimezone(self.zone), self.end.astimezone(self.zone))

    @property
    def meets(self) -> str:
        """When it ends: `Wednesday 25 November, 4 pm`."""
        local = self.end.astimezone(self.zone)
        return f"{times.long_day(local)}, {times.spoken_clock(local.time())}"

    def __contains__(self, at: datetime) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Meeting:
    """When the group meets: at `time` on the clock of `zone`, on the days of `rule` (iCalendar), but not on `off`.

    The rule counts local days, because a rule in UTC would drift by an hour in summer. ValueError for a rule or zone
    that says nothing.
    """

    rule: str = "FREQ=WEEKLY;BYDAY=WE"
    time: time = time(16, 0)
    zone: str = "Europe/London"
    since: date = date(2020, 1, 1)
    off: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not _RULE.match(self.rule):
            raise ValueError(f"{self.rule} is not a rule for a meeting")
        try:
            ZoneInfo(self.zone)
        except (KeyError, OSError) as error:  # a zone's name is looked up as a path
            raise ValueError(f"{self.zone} is not a time zone") from error
        _local_times(self)

    @classmethod
    def from_body(cls, body: Mapping[str, object]) -> Meeting:
        """The meeting that a body of `meeting.set` tells; what is missing is as usual. ValueError where it is wrong."""
        off = body.get("off", [])
        given = {name: str(body[name]) for name in ("rule", "zone") if name in body}
        return cls(
            **given,
            time=time.fromisoformat(str(body.get("time", "16:00"))),
            since=date.fromisoformat(str(body.get("since", "2020-01-01"))),
            off=tuple(date.fromisoformat(str(day)) for day in (off if isinstance(off, list | tuple) else [])),
        )

    @property
    def body(self) -> dict[str, object]:
        """The same as the body of `meeting.set`."""
        return {
            "rule": self.rule,
            "time": self.time.isoformat("minutes"),
            "zone": self.zone,
            "since": self.since.isoformat(),
            "off": [day.isoformat() for day in self.off],
        }

    def before(self, at: datetime) -> datetime | None:
        """The last meeting at or before `at`, in UTC; None before the first."""
        local = self._local(at) + _DAY
        while found := _local_times(self).before(local, inc=True):
            if (moment := self._utc(found)) <= at:
                return moment
            local = found - timedelta(seconds=1)
        return None

    def after(self, at: datetime) -> datetime | None:
        """The first meeting after `at`, in UTC; None where the rule has ended."""
        local = self._local(at) - _DAY
        while found := _local_times(self).after(local):
            if (moment := self._utc(found)) > at:
                return moment
            local = found
        return None

    def between(self, low: datetime, high: datetime) -> list[datetime]:
        """Every meeting from `low` to `high`, both inclusive, in UTC."""
        near = _local_times(self).between(self._local(low) - _DAY, self._local(high) + _DAY, inc=True)
        return [moment for moment in map(self._utc, near) if low <= moment <= high]

    def week(self, now: datetime) -> Week:
        """The week that `now` lies in; one that has no meeting on a side is open for ever on that side."""
        start = self.before(now) or datetime(1970, 1, 1, tzinfo=UTC)
        return Week(start, self.after(now) or datetime(2200, 1, 1, tzinfo=UTC), ZoneInfo(self.zone))

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def _utc(self, local: datetime) -> datetime:
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


@lru_cache(maxsize=32)
def _local_times(meeting: Meeting) -> rruleset:
    from dateutil.rrule import rruleset, rrulestr  # here: a lesson opens without it

    times = rruleset(cache=True)
    first = datetime.combine(meeting.since, meeting.time)
    times.rrule(cast("rrule", rrulestr(meeting.rule, dtstart=first, cache=True)))
    for day in meeting.off:
        times.exdate(datetime.combine(day, meeting.time))
    return times
