"""What people are typing, on disk: one draft a person and exercise, replaced whole, with the one before kept beside it.

    drafts/<person>/last.json                     the exercise to come back to
    drafts/<person>/<exercise>/draft.json         the text, and draft.bak.json the one before
    drafts/<person>/<exercise>/undo.json          the steps that undo takes back (trails.py)
    drafts/<person>/<exercise>/versions/*.json    texts that were checked, or that gave way to another (versions.py)

Every file is JSON with a check sum. Nothing is ever truncated in place, and no text that cannot be read is thrown away.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app import disk
from app.errors import StorageError, storage_error
from app.page.page import File
from app.practice.sealing import read_content, sealed, unsealed
from app.practice.trails import Trails
from app.practice.versions import Versions, files_data, files_of

_WHAT = "what you typed"


@dataclass(frozen=True, slots=True)
class Task:
    """Which exercise of which lesson of which pack, by their ids."""

    pack: str
    lesson: str
    exercise: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an exercise as somebody left it: files, the one in front, the cursor (from 1) and when (UTC).

    `hints` is how many were opened, and `answer_seen` whether the answer was looked at; both stay on this PC.
    """

    files: tuple[File, ...]
    current: str
    line: int
    column: int
    at: datetime
    hints: int = 0
    answer_seen: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A draft as it was found: `mark` knows it again, `notice` says in a sentence what was wrong (empty: nothing)."""

    draft: Draft | None
    mark: str = ""
    notice: str = ""


class Drafts:
    """The drafts of everybody on this PC, under one folder that is made when somebody types."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def open(self, person: str, task: Task) -> Found:
        """The draft of an exercise; a damaged one is set aside and the one before is used. StorageError if barred."""
        path = self._path(person, task)
        draft, mark = self._read(path)
        if draft is not None:
            return Found(draft, mark)
        damaged = path.exists()
        if damaged:
            self._set_aside(path)
        draft, mark = self._read(_before(path))
        if not damaged:
            return Found(draft, mark)  # a save that was cut off between its two renamings leaves only the one before
        found = (
            "the copy from just before it is here" if draft else "no copy of it was found, so the exercise starts anew"
        )
        return Found(draft, mark, f"The saved text of this exercise was damaged and has been set aside; {found}.")

    def read(self, person: str, task: Task) -> Draft | None:
        """The draft of an exercise, only looked at; None where there is none that can be read."""
        path = self._path(person, task)
        try:
            return self._read(path)[0] or self._read(_before(path))[0]
        except StorageError:
            return None

    def save(self, person: str, task: Task, draft: Draft, mark: str) -> str:
        """Put a draft on the disk; its new mark. StorageError leaves what was there as it was.

        `mark` is that of the draft last opened or saved here. If another lies there by now, another window wrote it:
        this draft wins, being typed last, and that one is kept as a version.
        """
        path = self._path(person, task)
        other, found = self._read(path)
        if other is not None and found != mark and other.files != draft.files:
            self.versions(person, task).keep(other.files, "other window")
        content = sealed(_draft_data(draft))
        disk.write_whole(path, content, _WHAT, before=_before(path) if other is not None else None)
        return _mark(content)

    def versions(self, person: str, task: Task) -> Versions:
        """The earlier versions of an exercise."""
        return Versions(self._path(person, task).parent / "versions", self._clock)

    def trails(self, person: str, task: Task) -> Trails:
        """The way back from its files."""
        return Trails(self._path(person, task).parent / "undo.json")

    def before(self, person: str, task: Task) -> Draft | None:
        """The draft that was on the disk before the last one, only looked at; None where there is none to be read."""
        try:
            return self._read(_before(self._path(person, task)))[0]
        except StorageError:
            return None

    def remember(self, person: str, task: Task) -> None:
        """This is the exercise to come back to. StorageError where that could not be kept."""
        content = sealed({**asdict(task), "at": self._clock().isoformat()})
        disk.write_whole(self._folder / _safe(person) / "last.json", content, "where you are", durable=False)

    def last(self, person: str) -> tuple[Task, datetime] | None:
        """The exercise to come back to and when it was last opened or saved; None where nothing is known of it."""
        try:
            data = unsealed(read_content(self._folder / _safe(person) / "last.json", _WHAT))
            task = Task(data["pack"], data["lesson"], data["exercise"])
            at = datetime.fromisoformat(data["at"])
            draft, _ = self._read(self._path(person, task))  # only a look: mending, and saying so, is for `open`
        except (TypeError, KeyError, ValueError, StorageError):
            return None
        return task, max(at, draft.at) if draft else at

    def _path(self, person: str, task: Task) -> Path:
        name = _safe(task.exercise, f"{task.pack}/{task.lesson}/{task.exercise}")
        return self._folder / _safe(person) / name / "draft.json"

    def _read(self, path: Path) -> tuple[Draft | None, str]:
        content = read_content(path, _WHAT)
        draft = _draft(unsealed(content))
        return draft, _mark(content) if draft else ""

    def _set_aside(self, path: Path) -> None:
        try:
            disk.set_aside(path, f"{self._clock():%Y-%m-%d}")
        except OSError as error:
            raise storage_error(error, _WHAT) from error


def _safe(name: str, whole: str = "") -> str:
    """A folder name for any id on any system: readable, short, and with a sum that keeps `A` and `a` or `x/y` apart."""
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    return f"{readable or 'x'}-{hashlib.sha256((whole or name).encode('utf-8', 'replace')).hexdigest()[:10]}"


def _before(path: Path) -> Path:
    return path.with_name("draft.bak.json")


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _draft_data(draft: Draft) -> dict[str, Any]:
    return {
        "files": files_data(draft.files),
        "current": draft.current,
        "line": draft.line,
        "column": draft.column,
        "at": draft.at.isoformat(),
        "hints": draft.hints,
        "answer_seen": draft.answer_seen,
    }


def _draft(data: Any) -> Draft | None:
    try:
        at = datetime.fromisoformat(data["at"])
        seen = data.get("answer_seen") is True  # not there in older drafts
        return Draft(files_of(data), data["current"], data["line"], data["column"], at, data["hints"], seen)
    except (TypeError, KeyError, ValueError):
        return None
