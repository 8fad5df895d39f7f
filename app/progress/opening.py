"""Opens the progress database and keeps it well: checked at every start, backed up daily, mended from a backup.

Only one copy of the program at a time goes through here; the lock is an empty SQLite file, because that works alike on
every system and is let go by itself when a program dies.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app import disk
from app.errors import AppError, DatabaseError, DiskFullError, ReadOnlyError, StorageError, storage_error
from app.progress import schema, times

APPLICATION_ID = 0x4D577031  # "MWp1", so that another program's database is never taken for ours
BACKUPS_KEPT = 3
BACKUP_EVERY = timedelta(days=1)
BUSY_SECONDS = 5.0
_WAL_IS_SOUND = sqlite3.sqlite_version_info >= (3, 51, 3)  # before, a rare race could corrupt a database in WAL mode
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database and what people should know about how it was opened (empty: nothing)."""

    connection: sqlite3.Connection
    notice: str


def open_database(path: Path, now: datetime, new_id: Callable[[], str]) -> Opened:
    """Check, mend, migrate and back up the database at `path`, and open it. AppError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path), contextlib.ExitStack() as undo:
            notice = _mend(path, now)
            connection = undo.enter_context(contextlib.closing(_connect(path)))
            connection.execute(f"PRAGMA journal_mode = {'WAL' if _WAL_IS_SOUND else 'TRUNCATE'}")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, path, now)
            _name_device(connection, new_id, again=bool(notice))
            _back_up_daily(connection, path, now)
            undo.pop_all()  # all is well: it stays open
        return Opened(connection, notice)
    except sqlite3.Error as error:
        raise plain_error(error) from error
    except OSError as error:
        raise storage_error(error, "the record of what was done") from error


def open_for_reading(path: Path) -> sqlite3.Connection:
    """What can be read when nothing can be written: the database as it lies there, or an empty one in memory."""
    with contextlib.suppress(sqlite3.Error), contextlib.ExitStack() as undo:
        connection = undo.enter_context(contextlib.closing(_connect(f"{path.absolute().as_uri()}?mode=ro")))
        if _version(connection) == schema.VERSION:
            undo.pop_all()
            return connection
    connection = _connect(":memory:")
    connection.executescript("".join(schema.MIGRATIONS))
    return connection


def plain_error(error: sqlite3.Error) -> AppError:
    """What went wrong in the database, in plain words, as a member of the error tree."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE:
        return DatabaseError(
            "The record of what was done is damaged.", "Close Midweek and open it again: it goes back to its last copy."
        )
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError(
            "There is no room left on the disk to record this.", "Free some space, then try again. Your text is kept."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH):
        return ReadOnlyError(
            "Midweek cannot write to the folder where it records what was done.",
            "Ask for write access to that folder. You can go on learning; nothing is recorded until then.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageError("Another copy of Midweek is busy recording.", "Try again in a moment.")
    return StorageError("The disk did not take the record of what was done.", "Check the drive, then try again.")


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    lock = sqlite3.connect(path.with_name(path.name + ".lock"), timeout=BUSY_SECONDS, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()


def _connect(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, uri=str(path).startswith("file:"))
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")  # one bad letter must not stop the program
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _mend(path: Path, now: datetime) -> str:
    """Leave a sound database, or none, at `path`; the sentence says what was done, empty where nothing was needed."""
    copies = _backups(path, now)
    there = path.exists() and path.stat().st_size > 0
    if (there and _sound(path)) or not (there or copies):
        return ""
    if path.exists():
        _set_aside(path, f"{now:%Y-%m-%d}")
    good = next((copy for copy in copies if _sound(copy)), None)
    happened = "was damaged and has been set aside" if there else "was missing"
    if good is None:
        return f"The record of what was done {happened}; Midweek has started a new one. What you typed is not touched."
    disk.write_whole(path, good.read_bytes(), "the record of what was done")
    day = times.long_day(_taken(good).astimezone())
    return f"The record of what was done {happened}; Midweek went back to its copy of {day}."


def _sound(path: Path) -> bool:
    """Whether this is a whole database of ours; other troubles than damage (no rights, no disk) are raised."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.text_factory = bytes  # damaged text may not be text
        version = _version(connection)
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or not version:
            return False
        if version == schema.VERSION and _tables(connection) != _tables_wanted():
            return False
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == b"ok")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in (*_DAMAGE, sqlite3.SQLITE_ERROR):  # a schema that cannot be read is an ordinary error to SQLite
            return False
        raise
    except UnicodeDecodeError:  # what SQLite says about damaged text need not be text either
        return False
    finally:
        connection.close()


def _tables(connection: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    """Every table, index, view and trigger as it was written."""
    return connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()


def _tables_wanted() -> list[tuple[bytes, bytes]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as fresh:
        fresh.text_factory = bytes
        fresh.executescript("".join(schema.MIGRATIONS))
        return _tables(fresh)


def _set_aside(path: Path, day: str) -> None:
    aside = disk.set_aside(path, day)
    for ending in ("-journal", "-wal", "-shm"):  # left behind, they would be played into the restored file
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{ending}", f"{aside}{ending}")


def _migrate(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    version = _version(connection)
    if version > schema.VERSION:
        raise DatabaseError(
            "The record of what was done was made by a newer Midweek.", "Update Midweek on this PC to record again."
        )
    if 0 < version < schema.VERSION:
        _back_up(connection, path, now)
    for number in range(version, schema.VERSION):
        connection.executescript(
            f"BEGIN IMMEDIATE; {schema.MIGRATIONS[number]} PRAGMA user_version = {number + 1};"
            f"PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
        )


def _name_device(connection: sqlite3.Connection, new_id: Callable[[], str], *, again: bool) -> None:
    """Give a new database its device; a restored one goes on in a new stream, for it may lack events of the old.

    It writes in any case: this is how a disk that takes nothing is found at the start, and not at the first tick.
    """
    connection.execute("BEGIN IMMEDIATE")
    device = new_id().replace("-", "")[-12:]
    connection.execute("INSERT INTO device VALUES (1, ?, 1, 0, 0) ON CONFLICT DO NOTHING", (device,))
    if again:
        connection.execute("UPDATE device SET incarnation = incarnation + 1, seq = 0")
    connection.execute("UPDATE device SET hlc = hlc")
    connection.execute("COMMIT")


def _back_up_daily(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    copies = _backups(path, now)
    if copies and timedelta(0) <= now - _taken(copies[0]) < BACKUP_EVERY:
        return
    with contextlib.suppress(
        OSError, sqlite3.Error
    ):  # a backup that cannot be made must not keep anybody from learning
        _back_up(connection, path, now)
        for old in _backups(path, now)[BACKUPS_KEPT:]:
            old.unlink()


def _back_up(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    fresh = folder / f"{path.stem}.tmp"
    fresh.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(fresh)) as copy:
        connection.backup(copy)
    disk.replace(fresh, folder / f"{path.stem}-{now.astimezone(UTC).strftime(_STAMP)}{path.suffix}")


def _backups(path: Path, now: datetime) -> list[Path]:
    """The backups of this database, newest first; one from the future (a clock that was wrong) counts as oldest."""
    found = []
    for copy in (path.parent / "backups").glob(f"{path.stem}-*{path.suffix}"):
        with contextlib.suppress(ValueError):
            found.append((_taken(copy) <= now, _taken(copy), copy))
    return [copy for _, _, copy in sorted(found, reverse=True)]


def _taken(copy: Path) -> datetime:
    return datetime.strptime(copy.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
