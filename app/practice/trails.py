"""The way back from the files of one exercise, on disk beside the draft, so that undo outlives the program.

It follows the text and is never ahead of it: where the two were written at different moments, the step between them is
one that can be undone. What cannot be read is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app import disk
from app.errors import StorageError
from app.page.page import File
from app.page.trail import Trail
from app.practice.sealing import read_content, sealed, unsealed

SIZE_LIMIT = 20_000_000  # bytes of the file; a page of several long files with all their steps has less
_WHAT = "the steps that undo takes back"


class Trails:
    """What is known of an exercise's files by their names; `dirty` until it is on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _read(path)
        self.dirty = False

    @property
    def known(self) -> Mapping[str, Trail]:
        """The trails as they are now."""
        return dict(self._known)

    def keep(self, file: str, trail: Trail) -> None:
        """The editor told how a file came about."""
        self._known[file] = trail
        self.dirty = True

    def follow(self, files: tuple[File, ...]) -> None:
        """Other texts take the place of these, which is one step more."""
        for file in files:
            trail = self._known.get(file.name)
            self.keep(file.name, trail.followed_by(file.text) if trail else Trail("", (file.text,)))

    def save(self) -> None:
        """Put them on the disk if they changed. StorageError leaves what was there as it was."""
        if not self.dirty:
            return
        files = {name: {"steps": trail.steps, "texts": list(trail.texts)} for name, trail in self._known.items()}
        disk.write_whole(self._path, sealed({"files": files}), _WHAT)
        self.dirty = False


def _read(path: Path) -> dict[str, Trail]:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            return {}
        data = unsealed(read_content(path, _WHAT))
        return {name: _trail(kept) for name, kept in data["files"].items()}
    except (OSError, StorageError, TypeError, KeyError, ValueError, AttributeError):
        return {}


def _trail(kept: Any) -> Trail:
    steps, texts = kept["steps"], kept["texts"]
    if not isinstance(steps, str) or not texts or not all(isinstance(text, str) for text in texts):
        raise ValueError("not a trail")
    return Trail(steps, tuple(texts))
