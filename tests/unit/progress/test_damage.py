"""A damaged record is set aside, the newest good backup takes its place, and people are told in one sentence."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.progress.event import Act
from app.progress.people import add_person, read_people
from app.progress.store import Store
from app.progress.table import Plan, Step, week_table


@pytest.fixture
def path(home: Path) -> Path:
    return home / "progress.sqlite3"


@pytest.fixture
def kept(path: Path, clock) -> Path:
    """A record with Lena in it, and a backup of it from the day after, Tuesday."""
    with closing(Store.open(path, clock)) as store:
        add_person(store, "Lena")
    clock.move(days=1)
    Store.open(path, clock).close()
    return path


def backups(path: Path) -> list[str]:
    return sorted(copy.name for copy in (path.parent / "backups").iterdir())


def names(path: Path, clock) -> tuple[list[str], str]:
    with closing(Store.open(path, clock)) as store:
        return [person.name for person in read_people(store)], store.notice


def test_a_damaged_record_goes_back_to_its_last_copy_and_says_so(kept: Path, clock):
    kept.write_bytes(b"not a database" * 1000)
    clock.move(days=1)
    people, notice = names(kept, clock)
    assert people == ["Lena"]
    assert notice == (
        "The record of what was done was damaged and has been set aside; "
        "Midweek went back to its copy of Tuesday 24 November."
    )
    assert kept.with_name("progress.damaged-2026-11-25.sqlite3").read_bytes().startswith(b"not a database")
    assert names(kept, clock) == (["Lena"], "")  # told once


def test_after_going_back_a_new_stream_begins_so_that_no_number_comes_twice(kept: Path, clock):
    with closing(Store.open(kept, clock)) as store:
        (lost,) = store.commit(Act("help.asked", "p"))
    kept.write_bytes(b"x" * 5000)
    with closing(Store.open(kept, clock)) as store:
        (event,) = store.commit(Act("help.asked", "p"))
    assert event.stream != lost.stream
    assert event.stream.rpartition("-")[0] == lost.stream.rpartition("-")[0]
    assert event.hlc >= lost.hlc


def test_a_damaged_backup_is_passed_over(kept: Path, clock):
    newest = kept.parent / "backups" / backups(kept)[-1]
    clock.move(days=2)
    Store.open(kept, clock).close()
    damaged = kept.parent / "backups" / backups(kept)[-1]
    assert damaged != newest
    damaged.write_bytes(b"x" * 5000)
    kept.write_bytes(b"x" * 5000)
    people, notice = names(kept, clock)
    assert people == ["Lena"]
    assert "copy of Tuesday 24 November" in notice


def test_without_any_backup_a_new_record_is_begun(kept: Path, clock):
    for copy in (kept.parent / "backups").iterdir():
        copy.unlink()
    kept.write_bytes(b"x" * 5000)
    people, notice = names(kept, clock)
    assert people == []
    assert notice.endswith("Midweek has started a new one. What you typed is not touched.")


@pytest.mark.parametrize("emptied", [True, False])
def test_a_record_that_vanished_or_is_empty_comes_back_from_the_backup(kept: Path, clock, emptied: bool):
    kept.write_bytes(b"") if emptied else kept.unlink()
    people, notice = names(kept, clock)
    assert people == ["Lena"]
    assert "was missing" in notice


def test_a_journal_left_by_the_damaged_file_is_not_played_into_the_restored_one(kept: Path, clock):
    kept.write_bytes(b"x" * 5000)
    Path(f"{kept}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 4000)
    assert names(kept, clock)[0] == ["Lena"]
    assert names(kept, clock) == (["Lena"], "")


def test_another_programs_database_is_not_taken_for_ours(kept: Path, clock):
    kept.unlink()
    with closing(sqlite3.connect(kept)) as other:
        other.executescript("PRAGMA user_version = 1; CREATE TABLE event (id TEXT)")
    assert names(kept, clock)[0] == ["Lena"]


def test_one_backup_a_day_three_kept(path: Path, clock):
    for _ in range(6):
        Store.open(path, clock).close()
        Store.open(path, clock).close()
        clock.move(hours=25)
    assert backups(path) == [f"progress-202611{day}Z.sqlite3" for day in ("26T120000", "27T130000", "28T140000")]


def test_backups_from_a_clock_that_was_years_ahead_make_room_for_new_ones(path: Path, clock):
    clock.move(days=5 * 365)
    for _ in range(3):
        Store.open(path, clock).close()
        clock.move(hours=25)
    clock.move(days=-5 * 365)
    Store.open(path, clock).close()
    assert any("-202611" in name for name in backups(path))
    assert len(backups(path)) == 3


@pytest.mark.parametrize("seed", range(80))
def test_whatever_is_damaged_the_program_starts_reads_and_records(kept: Path, clock, seed: int):
    chance = random.Random(seed)
    content = bytearray(kept.read_bytes())
    start = chance.randrange(len(content))
    if seed % 4 == 0:
        del content[start:]
    elif seed % 4 == 1:
        content[start] ^= 1 << chance.randrange(8)
    elif seed % 4 == 2:
        content[start : start + 4096] = bytes(4096)
    else:
        length = chance.randrange(1, 3000)
        content[start : start + length] = chance.randbytes(length)
    kept.write_bytes(content)
    with closing(Store.open(kept, clock)) as store:
        assert store.recording
        table = week_table(store, Plan("l", (Step("s", "S", 4),)), store.meeting().week(clock()), clock())
        assert len(table.rows) <= 1
        assert table.rows or store.notice == ""
        store.commit(Act("help.asked", "p", "l", "s"))
