"""What is committed stays, with one or two copies of the program, in folders that take it and folders that do not."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import RFC_4122, UUID

import pytest

import app
from app.errors import AppError, DatabaseError, DiskFullError, ReadOnlyError, StorageError
from app.progress.event import Act
from app.progress.people import add_person, read_people
from app.progress.store import Store, new_uuid7

HERE = Path(app.__file__).parent.parent


@pytest.fixture
def path(home: Path) -> Path:
    return home / "progress.sqlite3"


def tries(store: Store) -> int:
    rows = store.read("SELECT tries FROM cell")
    return int(rows[0][0]) if rows else 0


def effort(number: int, person: str = "p") -> Act:
    return Act("step.effort", person, "office-web/first-page", "headings", {"tries": number, "failed": number})


def test_nothing_is_made_until_a_store_is_opened_and_then_all_of_it(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        assert (store.notice, store.recording) == ("", True)
    assert path.exists()


def test_an_event_carries_who_what_when_and_where(path: Path, clock):
    with closing(Store.open(path, clock, local=timezone(timedelta(hours=1)))) as store:
        one, two = store.commit(effort(1), effort(2))
        assert list(store.events()) == [one, two]
    assert (one.at, one.off, one.person, one.kind) == (datetime(2026, 11, 23, 9, tzinfo=UTC), 60, "p", "step.effort")
    assert (one.seq, two.seq) == (1, 2)
    assert one.stream == two.stream
    assert one.hlc < two.hlc
    assert one.id != two.id


def test_everything_is_there_the_next_day_and_the_stream_goes_on(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        (before,) = store.commit(effort(1))
    clock.move(days=1)
    with closing(Store.open(path, clock)) as store:
        (after,) = store.commit(effort(2))
        assert list(store.events()) == [before, after]
    assert (after.stream, after.seq) == (before.stream, 2)


def test_the_last_name_counts_even_if_the_clock_was_set_back(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        lena = add_person(store, "Lena")
        clock.move(days=-400)
        store.commit(Act("person.named", lena.id, body={"name": "Lena Brook"}))
        assert [person.name for person in read_people(store)] == ["Lena Brook"]


def test_all_or_nothing(path: Path, clock):
    ids = iter(["one", "two", "two"])
    with closing(Store.open(path, clock, new_id=lambda: next(ids, "more"))) as store:
        store.commit(effort(1))
        with pytest.raises(ValueError, match="out of range"):
            store.ingest([*store.events(), *_broken(store)])
        assert tries(store) == 1


def _broken(store: Store):
    (event,) = store.events()
    yield type(event)(event.id, event.stream, 0, event.hlc, event.at, 0, "p", "step.effort")


def test_a_disk_that_is_full_is_said_and_loses_nothing(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        store.commit(effort(1))
        pages = store.read("PRAGMA page_count")[0][0]
        store.read(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError, match="no room left"):
            fill(store)
        assert tries(store) == len(list(store.events())) // 2 + 1
        store.read("PRAGMA max_page_count = 100000")
        store.commit(effort(500))
        assert tries(store) == 500


def fill(store: Store) -> None:
    for number in range(2, 200):
        store.commit(effort(number), Act("help.asked", "p", "l", str(number), {"note": "x" * 1500}))


def test_a_folder_that_cannot_be_there_lets_people_go_on_without_recording(home: Path, clock):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be")
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        assert not store.recording
        assert store.notice.endswith(".")
        assert read_people(store) == ()
        with pytest.raises(StorageError):
            store.commit(effort(1))
        home.unlink()  # and when it is mended, recording goes on by itself
        store.commit(effort(1))
        assert store.recording
        assert tries(store) == 1


@contextmanager
def only_readable(folder: Path) -> Iterator[None]:
    """The folder and its files may be read and not written, for an ordinary user; root becomes one for a while."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_folder_that_may_only_be_read_is_read(clock):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite3"
        with closing(Store.open(path, clock)) as store:
            lena = add_person(store, "Lena")
        with only_readable(Path(folder)), closing(Store.open(path, clock)) as store:
            assert "cannot write" in store.notice
            assert read_people(store) == (lena,)
            with pytest.raises(ReadOnlyError):
                store.commit(effort(1))
            assert read_people(store) == (lena,)
        with closing(Store.open(path, clock)) as store:
            assert (store.notice, read_people(store)) == ("", (lena,))


def test_a_record_from_a_newer_midweek_is_left_alone(path: Path, clock):
    Store.open(path, clock).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with closing(Store.open(path, clock)) as store:
        assert "newer Midweek" in store.notice
        with pytest.raises(DatabaseError):
            store.commit(effort(1))
    assert path.read_bytes() == before


def test_a_file_taken_away_while_open_takes_nothing_along(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        store.commit(effort(1))
        path.rename(path.with_suffix(".elsewhere"))
        store.commit(effort(2))
        events = list(store.events())
    with closing(Store.open(path, clock)) as store:
        assert list(store.events()) == events
        assert tries(store) == 2


def test_a_copy_of_yesterday_put_in_place_while_open_gets_what_it_lacks(path: Path, clock):
    with closing(Store.open(path, clock)) as store:
        store.commit(effort(1))
        yesterday = path.read_bytes()
        store.commit(effort(2))
        path.unlink()
        path.write_bytes(yesterday)
        store.commit(effort(3))
        assert [event.body["tries"] for event in store.events()] == [1, 2, 3]


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import RFC_4122, UUID
from app.progress.event import Act
from app.progress.store import Store, new_uuid7
store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))
for number in range(1, int(sys.argv[3]) + 1):
    body = {"tries": number, "failed": number}
    (event,) = store.commit(Act("step.effort", sys.argv[2], "office-web/first-page", "headings", body))
    print(event.id, flush=True)
"""


def writer(path: Path, person: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), person, str(count)]
    return subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)


def test_two_copies_at_once_both_write(path: Path, clock):
    both = [writer(path, person, 40) for person in ("lena", "tom")]
    ids = [line.strip() for copy in both for line in copy.communicate(timeout=60)[0].splitlines()]
    assert [copy.returncode for copy in both] == [0, 0]
    with closing(Store.open(path, clock)) as store:
        events = list(store.events())
        assert store.read("SELECT person, tries FROM cell ORDER BY person") == [("lena", 40), ("tom", 40)]
    assert sorted(ids) == sorted(event.id for event in events)
    assert [event.seq for event in events] == list(range(1, 81))  # one device, one stream, no number twice


def test_killed_at_any_moment_nothing_acknowledged_is_lost(path: Path, clock):
    acknowledged: set[str] = set()
    for kill in range(20):
        child = writer(path, f"person {kill}", 100_000)
        assert child.stdout is not None
        for _ in range(1 + kill * 3 % 17):
            acknowledged.add(child.stdout.readline().strip())
        child.kill()
        acknowledged.update(line.strip() for line in child.stdout if line.endswith("\n"))
        child.stdout.close()
        child.wait()
    with closing(Store.open(path, clock)) as store:
        assert store.notice == ""
        recorded = {event.id for event in store.events()}
        counted = store.read("SELECT sum(tries) FROM cell")[0][0]
    assert acknowledged - recorded == set()
    assert len(recorded) - len(acknowledged) <= 20  # at most one a kill was durable and not yet told
    assert counted == len(recorded)  # the roll-ups were killed and kept together with the events


def test_errors_are_for_people(path: Path, clock):
    with closing(Store.open(path, clock)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        store.read("PRAGMA busy_timeout = 10")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(AppError) as busy:
            store.commit(effort(1))
        assert str(busy.value) == "Another copy of Midweek is busy recording. Try again in a moment."
        other.execute("ROLLBACK")
        store.commit(effort(1))


def test_ids_are_of_version_7_and_sort_by_age() -> None:
    ids = [new_uuid7() for _ in range(200)]
    assert {(UUID(id).version, UUID(id).variant, str(UUID(id)) == id) for id in ids} == {(7, RFC_4122, True)}
    assert len(set(ids)) == 200
    assert [id[:14] for id in ids] == sorted(id[:14] for id in ids)
    assert abs(int(ids[0].replace("-", "")[:12], 16) / 1000 - time.time()) < 60
