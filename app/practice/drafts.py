"""What people are typing, on disk: one draft a person and exercise, replaced whole, with the one before kept beside it.

    drafts/<person>/last.json                     the exercise to come back to
    drafts/<person>/<exercise>/draft.json         the text, and draft.bak.json the one before
    drafts/<person>/<exercise>/versions/*.json    text that something else took the place of

Every file is JSON with a check sum. Nothing is ever truncated in place, and nothing that cannot be read is thrown away.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import disk
from app.errors import StorageError, storage_error
from app.page.page import File

_WHAT = "what you typed"
_STAMP = "%Y%m%dT%H%M%S%fZ"


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

    def over(self, files: tuple[File, ...]) -> tuple[File, ...]:
        """These files as the draft has them; one that it does not have stays as it is."""
        texts = {file.name: file.text for file in self.files}
        return tuple(File(file.name, texts.get(file.name, file.text)) for file in files)


@dataclass(frozen=True, slots=True)
class Found:
    """A draft as it was found: `mark` knows it again, `notice` says in a sentence what was wrong (empty: nothing)."""

    draft: Draft | None
    mark: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """Text that was put aside: why (`started again`, `other window`, `other files`), when, and its files."""

    why: str
    at: datetime
    files: tuple[File, ...]


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
            self.keep_version(person, task, other.files, "other window")
        content = _sealed(_draft_data(draft))
        disk.write_whole(path, content, _WHAT, before=_before(path) if other is not None else None)
        return _mark(content)

    def keep_version(self, person: str, task: Task, files: tuple[File, ...], why: str) -> Version:
        """Keep a text beside the draft, for somebody who wants it back. StorageError where it cannot be kept."""
        version = Version(why, self._clock(), files)
        folder = self._path(person, task).parent / "versions"
        stamp = version.at.astimezone(UTC).strftime(_STAMP)
        names = (folder / f"{stamp}-{number:03}.json" for number in range(1000))
        path = next(name for name in names if not name.exists())
        disk.write_whole(path, _sealed({"why": why, "at": version.at.isoformat(), "files": _files_data(files)}), _WHAT)
        return version

    def versions(self, person: str, task: Task) -> tuple[Version, ...]:
        """The versions kept of an exercise, newest first; one that cannot be read is left out."""
        folder = self._path(person, task).parent / "versions"
        read = [_version(_unsealed(_bytes(path))) for path in sorted(folder.glob("*.json"), reverse=True)]
        return tuple(version for version in read if version is not None)

    def remember(self, person: str, task: Task) -> None:
        """This is the exercise to come back to. StorageError where that could not be kept."""
        content = _sealed({**asdict(task), "at": self._clock().isoformat()})
        disk.write_whole(self._folder / _safe(person) / "last.json", content, "where you are")

    def last(self, person: str) -> tuple[Task, datetime] | None:
        """The exercise to come back to and when it was last opened or saved; None where nothing is known of it."""
        try:
            data = _unsealed(_bytes(self._folder / _safe(person) / "last.json"))
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
        content = _bytes(path)
        draft = _draft(_unsealed(content))
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


def _bytes(path: Path) -> bytes:
    """A file's content, empty where there is none. StorageError where it is there and cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise storage_error(error, _WHAT) from error


def _sealed(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, sort_keys=True)
    return json.dumps(
        {"v": 1, "sha256": hashlib.sha256(text.encode()).hexdigest(), "data": data}, sort_keys=True
    ).encode()


def _unsealed(content: bytes) -> Any:
    """What was sealed, or None where it is not whole."""
    try:
        outer = json.loads(content)
        text = json.dumps(outer["data"], sort_keys=True)
        return outer["data"] if hashlib.sha256(text.encode()).hexdigest() == outer["sha256"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _files_data(files: tuple[File, ...]) -> list[dict[str, str]]:
    return [{"name": file.name, "text": file.text} for file in files]


def _draft_data(draft: Draft) -> dict[str, Any]:
    return {
        "files": _files_data(draft.files),
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
        return Draft(_files(data), data["current"], data["line"], data["column"], at, data["hints"], seen)
    except (TypeError, KeyError, ValueError):
        return None


def _version(data: Any) -> Version | None:
    try:
        return Version(data["why"], datetime.fromisoformat(data["at"]), _files(data))
    except (TypeError, KeyError, ValueError):
        return None


def _files(data: Any) -> tuple[File, ...]:
    return tuple(File(file["name"], file["text"]) for file in data["files"])
