"""Earlier texts of one exercise, each in a file of its own: every text that was checked, or that gave way to another.

A text is kept once. Of many, the newest stay, then the newest of each day; the newest that passed always stays.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import disk
from app.errors import StorageError
from app.page.page import File
from app.practice.sealing import read_content, sealed, unsealed

CHECKED = "checked"
NEWEST = 50  # stay whatever day they are of
_WHAT = "an earlier version of your page"
_NUMBER = re.compile(r"(\d{6})-")  # in front of the time, so that a clock set back does not make the new the old
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was kept: why, when, and its files; of a checked one, how many of its goals were met and whether all.

    `why` is `checked`, or what it gave way to: `started again`, `went back`, `other window`, `other files`, `ended`.
    """

    why: str
    at: datetime
    files: tuple[File, ...]
    met: int = 0
    goals: int = 0
    passed: bool = False


class Versions:
    """The versions of one exercise of one person, in one folder that is made for the first."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def all(self) -> tuple[Version, ...]:
        """Those that can be read, newest first."""
        return tuple(version for _, version in self._read())

    def keep(self, files: tuple[File, ...], why: str) -> None:
        """Keep a text that something takes the place of. StorageError where it cannot be kept."""
        self.add(Version(why, self._clock(), files))

    def add(self, version: Version) -> None:
        """Keep a version, unless its text is kept already; a check of it says more than what took its place."""
        old = self._read()
        same = [(path, one) for path, one in old if one.files == version.files]
        if same and version.why != CHECKED:
            return
        version = replace(version, passed=version.passed or any(one.passed for _, one in same))
        path = self._free_path(old, version.at)
        disk.write_whole(path, sealed(_data(version)), _WHAT)
        left = [(path, version), *(one for one in old if one not in same)]
        for path in [path for path, _ in same] + _superfluous(left):
            with contextlib.suppress(OSError):  # one too many does no harm
                path.unlink()

    def _read(self) -> list[tuple[Path, Version]]:
        found = []
        for path in sorted(self._folder.glob("*.json"), key=_order, reverse=True):
            with contextlib.suppress(StorageError):  # held for a moment, or not ours: left where it is
                version = _version(unsealed(read_content(path, _WHAT)))
                if version is not None:
                    found.append((path, version))
        return found

    def _free_path(self, old: Sequence[tuple[Path, Version]], at: datetime) -> Path:
        number = max((_order(path)[0] for path in self._folder.glob("*.json")), default=0) + 1
        stamp = at.astimezone(UTC).strftime(_STAMP)
        names = (self._folder / f"{each:06}-{stamp}.json" for each in range(number, number + len(old) + 2))
        return next(name for name in names if not name.exists())


def _order(path: Path) -> tuple[int, str]:
    """Versions in the order in which they were kept."""
    number = _NUMBER.match(path.name)
    return int(number[1]) if number else 0, path.name


def _superfluous(newest_first: Sequence[tuple[Path, Version]]) -> list[Path]:
    days = {version.at.date() for _, version in newest_first[:NEWEST]}
    passed = next((path for path, version in newest_first if version.passed), None)
    found = []
    for path, version in newest_first[NEWEST:]:
        if version.at.date() in days and path != passed:
            found.append(path)
        days.add(version.at.date())
    return found


def files_data(files: Sequence[File]) -> list[dict[str, str]]:
    """Files as JSON has them."""
    return [{"name": file.name, "text": file.text} for file in files]


def files_of(data: Any) -> tuple[File, ...]:
    """Files from JSON. TypeError, KeyError or ValueError where there are none."""
    files = tuple(File(file["name"], file["text"]) for file in data["files"])
    if not files or not all(isinstance(part, str) for file in files for part in (file.name, file.text)):
        raise ValueError("a page has files with names and texts")
    return files


def _data(version: Version) -> dict[str, Any]:
    return asdict(version) | {"at": version.at.isoformat(), "files": files_data(version.files)}


def _version(data: Any) -> Version | None:
    try:
        at = datetime.fromisoformat(data["at"])
        outcome = int(data.get("met", 0)), int(data.get("goals", 0)), data.get("passed") is True
        return Version(str(data["why"]), at.astimezone(UTC), files_of(data), *outcome)
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError):
        return None
