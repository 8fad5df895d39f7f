"""Knows that Midweek ended without closing: an open window holds a file, which a crash or a power cut leaves unheld.

    sessions/<name>.held    of a window that is open, or was left so
    sessions/<name>.json    who was at which exercise there

No clock is asked, and no process by its number: two windows at once are no crash, and neither is a clock set back.
Where the disk cannot hold files, nothing is known and nothing is said.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from app import disk
from app.errors import StorageError
from app.practice.drafts import Task
from app.practice.sealing import read_content, sealed, unsealed
from app.practice.sitting import Sitting
from app.practice.versions import Version

_WHAT = "where you are"


class Sessions:
    """Of all windows on this PC; `name` is one that no other window has."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._held: BinaryIO | None = None
        self._left: dict[Path, tuple[str, Task]] = {}

    def begin(self) -> None:
        """A window opens: see what others left behind, and hold a file of its own until `end`."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for path in sorted(self._folder.glob("*.held")):
                self._look_at(path)
            self._held = disk.hold(self._folder / f"{self._name}.held")

    def remember(self, sitting: Sitting) -> None:
        """Somebody is at this exercise now."""
        if self._held is not None:
            with contextlib.suppress(StorageError):
                content = sealed({"person": sitting.person, **asdict(sitting.task)})
                disk.write_whole(self._folder / f"{self._name}.json", content, _WHAT)

    def left_by(self, person: str) -> tuple[Task, ...]:
        """The exercises that were in front of somebody when Midweek ended without closing, until they were told."""
        return tuple(task for other, task in self._left.values() if other == person)

    def forget(self, person: str, task: Task) -> None:
        """They were told."""
        for path in [path for path, left in self._left.items() if left == (person, task)]:
            del self._left[path]
            _remove(path)

    def end(self) -> None:
        """The window closes."""
        if self._held is not None:
            self._held.close()
            self._held = None
            _remove(self._folder / f"{self._name}.held")

    def _look_at(self, path: Path) -> None:
        with contextlib.suppress(OSError, StorageError):
            held = disk.hold(path)
            if held is None:
                return  # its window is open
            held.close()
            left = _left(unsealed(read_content(path.with_suffix(".json"), _WHAT)))
            if left is None:
                _remove(path)
            else:
                self._left[path] = left


def recover(sessions: Sessions, sitting: Sitting, words: Callable[[datetime], str]) -> str:
    """What to say of an exercise that was in front when Midweek ended without closing; empty where it was not.

    What lay on the disk shortly before becomes a version, so that both can be compared. `words` says a moment.
    """
    if sitting.task not in sessions.left_by(sitting.person):
        return ""
    sessions.forget(sitting.person, sitting.task)
    if sitting.saved_at is None:
        return ""
    before = sitting.desk.drafts.before(sitting.person, sitting.task)
    if before is not None and before.files != sitting.page.files:
        with contextlib.suppress(StorageError):
            sitting.versions.add(Version("ended", before.at, before.files))
    return f"Midweek ended without closing. Your text of {words(sitting.saved_at)} is here."


def _left(data: Any) -> tuple[str, Task] | None:
    try:
        left = data["person"], Task(data["pack"], data["lesson"], data["exercise"])
    except (TypeError, KeyError):
        return None
    return left if all(isinstance(part, str) for part in (left[0], *asdict(left[1]).values())) else None


def _remove(path: Path) -> None:
    for file in (path.with_suffix(".json"), path):
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
