"""The store of events on this PC: what is committed is durable, and what follows from it can be read."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.progress import hlc, schema
from app.progress.event import Act, Event, body_text
from app.progress.opening import open_database, open_for_reading, plain_error
from app.progress.week import Meeting

_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
_LOG = "SELECT * FROM event ORDER BY hlc, stream, seq, id"
_FURTHEST_MS = 7_258_118_400_000
_MEETINGS_AHEAD = timedelta(days=370)


def new_uuid7() -> str:
    """A fresh id for an event or a person, version 7 of RFC 9562 (section 6.2, method 3): as text they sort by age.

    By hand, since every start makes one, and the `uuid6` package needs as long to load as all else that the store does.
    """
    ms, rest = divmod(time.time_ns(), 1_000_000)
    random = int.from_bytes(os.urandom(8), "big") >> 2
    digits = f"{ms << 80 | 7 << 76 | (rest << 12) // 1_000_000 << 64 | 2 << 62 | random:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


class Store:
    """Everything recorded on this PC. Open with `Store.open`; one object a thread.

    `notice` is a plain sentence for people (a damaged file was set aside, nothing can be recorded), empty where there
    is nothing to say. Where nothing can be written the store still opens: it reads what it can, `recording` is False,
    and every `commit` tries again and raises the AppError for as long as it must.
    """

    def __init__(
        self, path: Path, clock: Callable[[], datetime], new_id: Callable[[], str], local: tzinfo | None
    ) -> None:
        self._path = path
        self._clock = clock
        self._local = local
        self.new_id = new_id
        self.notice = ""
        self.recording = False
        self._file: tuple[int, int] | None = None
        self._connection = self._open()

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Callable[[], datetime],
        *,
        new_id: Callable[[], str] = new_uuid7,
        local: tzinfo | None = None,
    ) -> Store:
        """The store at `path`, made if not there. `clock` gives aware UTC times; `local`: instead of this PC's zone."""
        return cls(path, clock, new_id, local)

    def close(self) -> None:
        """Let the file go; the store cannot be used afterwards."""
        self._connection.close()

    def commit(self, *acts: Act) -> tuple[Event, ...]:
        """Record what somebody did, all or nothing; it is on the disk when this returns. AppError where it is not."""
        self._stay_with_file()
        with self._transaction():
            events = self._stamped(acts)
            self._insert(events)
        return events

    def ingest(self, events: Iterable[Event]) -> int:
        """Take in events from elsewhere, in any order; how many were new. Those known already change nothing."""
        self._stay_with_file()
        events = tuple(events)
        with self._transaction():
            now, last = self._now_ms(), self._connection.execute("SELECT hlc FROM device").fetchone()[0]
            for event in events:
                last = hlc.observe(last, event.hlc, now)
            self._connection.execute("UPDATE device SET hlc = ?", (last,))
            return self._insert(events)

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of a query over the tables of schema.py. AppError where the database does not answer."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise plain_error(error) from error

    def events(self) -> Iterator[Event]:
        """Every event, oldest first."""
        for row in self.read(_LOG):
            yield _from_row(row)

    def rebuild(self) -> None:
        """Drop every roll-up and make it again from the events; nothing should change by it."""
        with self._transaction():
            self._rebuild()

    def meeting(self) -> Meeting:
        """When the group meets, as last set; Wednesday at 16:00 in London where nobody has said."""
        rows = self.read("SELECT body FROM fact WHERE topic = 'meeting.set' ORDER BY rank DESC LIMIT 1")
        with contextlib.suppress(ValueError, AttributeError):
            return Meeting.from_body(json.loads(str(rows[0][0])) if rows else {})
        return Meeting()

    def _open(self) -> sqlite3.Connection:
        try:
            opened = open_database(self._path, self._clock(), self.new_id)
        except AppError as error:
            self.notice = str(error)
            return open_for_reading(self._path)
        self.notice, self.recording, self._file = opened.notice, True, _identity(self._path)
        return opened.connection

    def _stay_with_file(self) -> None:
        """Be on the file that the next start will read: if it was replaced or removed, take all we hold there."""
        if self.recording and _identity(self._path) == self._file:
            return
        opened = open_database(self._path, self._clock(), self.new_id)
        held, self._connection = self._connection, opened.connection
        self.notice, self.recording, self._file = opened.notice, True, _identity(self._path)
        with contextlib.suppress(sqlite3.Error, ValueError), contextlib.closing(held):
            self.ingest([_from_row(row) for row in held.execute(_LOG)])

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise plain_error(error) from error
        finally:
            if connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")

    def _stamped(self, acts: Iterable[Act]) -> tuple[Event, ...]:
        device, incarnation, seq, last = self._connection.execute(
            "SELECT id, incarnation, seq, hlc FROM device"
        ).fetchone()
        now = self._now_ms()
        at = from_ms(now)
        off = at.astimezone(self._local).utcoffset() or timedelta()
        events = []
        for act in acts:
            seq, last = seq + 1, hlc.tick(last, now)
            place = (f"{device}-{incarnation}", seq, last, at, int(off.total_seconds() // 60))
            events.append(Event(self.new_id(), *place, act.person, act.kind, act.lesson, act.step, act.body))
        self._connection.execute("UPDATE device SET seq = ?, hlc = ?", (seq, last))
        return tuple(events)

    def _insert(self, events: tuple[Event, ...]) -> int:
        if not events:
            return 0
        self._reach(min(event.at for event in events), max(event.at for event in events))
        new = self._connection.executemany(_INSERT, map(_to_row, events)).rowcount
        if new and any(event.kind == "meeting.set" for event in events):
            self._rebuild()
        return new

    def _reach(self, low: datetime, high: datetime) -> None:
        """Have every meeting from the one before `low` to well after `high` in the table of meetings."""
        first, last = self._connection.execute("SELECT min(at), max(at) FROM meeting WHERE at > 0").fetchone()
        if first is not None and first <= to_ms(low) and to_ms(high) < last:
            return
        meeting = self.meeting()
        low = min(low, from_ms(first)) if first is not None else low
        high = max(high, from_ms(last)) if last is not None else high
        times = meeting.between(meeting.before(low) or low, high + _MEETINGS_AHEAD)
        rows = [(0,), *((to_ms(time),) for time in times)]
        self._connection.executemany("INSERT INTO meeting VALUES (?) ON CONFLICT DO NOTHING", rows)

    def _rebuild(self) -> None:
        run = self._connection.execute
        meetings_set = run("SELECT * FROM fact WHERE topic = 'meeting.set'").fetchall()
        for table in schema.ROLLUP_TABLES:
            run(f"DROP TABLE IF EXISTS {table}")
        for statement in _statements(schema.ROLLUPS + schema.triggers()):
            run(statement)
        for fact in meetings_set:
            run("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", fact)
        low, high = run("SELECT min(at), max(at) FROM event").fetchone()
        if low is not None:
            self._reach(from_ms(low), from_ms(high))
        run("INSERT INTO replay SELECT * FROM event")

    def _now_ms(self) -> int:
        return to_ms(self._clock())


def to_ms(at: datetime) -> int:
    """A time as the tables keep it: milliseconds since 1970, UTC."""
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def from_ms(ms: int) -> datetime:
    """The time, in UTC, that the tables keep as this number; never further than the year 2200."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=max(0, min(ms, _FURTHEST_MS)))


def _to_row(e: Event) -> tuple[object, ...]:
    return (
        e.id,
        e.v,
        e.stream,
        e.seq,
        e.hlc,
        to_ms(e.at),
        e.off,
        e.person,
        e.kind,
        e.lesson,
        e.step,
        body_text(e.body),
    )


def _from_row(row: tuple[Any, ...]) -> Event:
    id, v, stream, seq, stamp, at, off, person, kind, lesson, step, body = row
    return Event(id, stream, seq, stamp, from_ms(at), off, person, kind, lesson, step, json.loads(body), v)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, so that one put in its place is noticed; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would end the transaction that they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
