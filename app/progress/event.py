"""Events: the only facts about people that Midweek records; everything else about progress is computed from them.

| kind | body | merge |
|---|---|---|
| person.named | name | last |
| group.set | name | last |
| plan.set | meeting, lessons | last |
| meeting.set | rule, time, zone, since, off | last |
| attend.set | meeting, state, until | last |
| help.asked | note, sha256 (empty: without the page) | last |
| help.cleared | | last |
| step.effort | tries, failed (both counted from the first check on), first_failing_check | max |
| lesson.started | rev | earliest |
| step.passed | rev, tries, hint (bool), answer_seen (bool) | earliest |
| lesson.done | rev | earliest |
| work.handed_in | sha256, bytes, title | set |
| note.added, note.removed, person.left | | set |
| step.accepted | by, note | set |
| person.erased | | beats all |

`lesson` is `pack/lesson`, since two packs may both have a lesson 1. `person` is empty for what belongs to the group.
Never recorded: keystrokes, idle time, screen, login or host names, addresses.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

VERSION = 1
BODY_LIMIT = 2048  # bytes of JSON
KINDS = frozenset(
    {
        *("person.named", "group.set", "plan.set", "meeting.set", "attend.set", "help.asked", "help.cleared"),
        *("step.effort", "lesson.started", "step.passed", "lesson.done", "work.handed_in", "step.accepted"),
        *("note.added", "note.removed", "person.left", "person.erased"),
    }
)
_COMPACT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
_OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
_NEWEST = datetime(2100, 1, 1, tzinfo=UTC)


def lesson_ref(pack: str, lesson: str) -> str:
    """How events and tables name a lesson: `office-web/first-page`."""
    return f"{pack}/{lesson}"


def body_text(body: dict[str, object]) -> str:
    """A body as it is kept: compact JSON with sorted keys. ValueError where it is longer than 2 KB or not JSON."""
    text = _COMPACT.encode(body)
    size = len(text.encode("utf-8"))  # a lone surrogate is a UnicodeEncodeError, which is a ValueError
    if size > BODY_LIMIT:
        raise ValueError(f"the body has {size} bytes, more than {BODY_LIMIT}")
    return text


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, before the store gives it its id, its place in the stream and its time."""

    kind: str
    person: str = ""
    lesson: str = ""
    step: str = ""
    body: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"there is no event of kind {self.kind!r}")
        body_text(self.body)


@dataclass(frozen=True, slots=True)
class Event:
    """One recorded fact, never changed: see the table above for kinds and bodies.

    `id` is a uuid7; `stream` is device id and incarnation (`5f0c…-1`) and `seq` counts in it from 1, to see gaps, never
    as a key; `hlc` orders (hlc.py); `at` is the wall time in UTC (milliseconds); `off` the local offset in minutes.
    A kind that this version does not know is kept and counts for nothing. ValueError where a field cannot be right.
    """

    id: str
    stream: str
    seq: int
    hlc: int
    at: datetime
    off: int
    person: str
    kind: str
    lesson: str = ""
    step: str = ""
    body: dict[str, object] = field(default_factory=dict)
    v: int = VERSION

    def __post_init__(self) -> None:
        body_text(self.body)
        if not (self.id and self.stream and self.kind):
            raise ValueError("an event needs an id, a stream and a kind")
        if self.at.tzinfo is None or not _OLDEST <= self.at < _NEWEST:
            raise ValueError(f"{self.at} is not a time an event can have")
        if self.seq < 1 or not 0 <= self.hlc < 2**63 or not -1440 < self.off < 1440:
            raise ValueError("seq, hlc or off is out of range")

    def __hash__(self) -> int:
        return hash(self.id)
