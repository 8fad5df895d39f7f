"""The pictures and other assets in a lesson's `files/`, within limits that a browser and a network drive can bear."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.errors import PackError
from app.packs.problems import Problems
from app.packs.source import lies_inside

LARGEST_ASSETS = 20_000_000
"""Bytes of all that lies in one lesson's `files/`."""


def read_assets(lesson_folder: Path) -> dict[str, bytes]:
    """Every asset of a lesson by its name on a page (`files/fair.jpg`); empty where there is no `files`.

    PackError where one cannot be read, lies outside the lesson, or all of them are too large.
    """
    try:
        assets = list(_assets(lesson_folder))
        if sum(path.stat().st_size for path in assets) > LARGEST_ASSETS:
            raise PackError(f"The pictures in {lesson_folder.name}/files are too large.", _SMALLER)
        return {_name(path, lesson_folder): path.read_bytes() for path in assets if lies_inside(path, lesson_folder)}
    except (OSError, RuntimeError) as error:
        message = f"The pictures in {lesson_folder.name}/files cannot be read."
        raise PackError(message, "Check that the drive is connected and that you may read them.") from error


def check_assets(lesson_folder: Path, problems: Problems) -> None:
    """Note assets that are too large, cannot be read, or lie outside the lesson; none is opened."""
    size = 0
    in_file = problems
    try:
        for path in _assets(lesson_folder):
            in_file = problems.for_file(f"{problems.file}/{_name(path, lesson_folder)}")
            if not lies_inside(path, lesson_folder):
                in_file.add(0, "This file is a link out of the lesson.", "Put a copy of the file here instead.")
            else:
                size += path.stat().st_size
            if not os.access(path, os.R_OK):
                in_file.add(0, "Midweek is not allowed to read this file.", "Ask for read access to it.")
    except (OSError, RuntimeError):
        in_file.add(0, "This file cannot be read.", "Check that it is there, or take it away.")
    if size > LARGEST_ASSETS:
        in_files = problems.for_file(f"{problems.file}/files")
        in_files.add(0, f"The files of this lesson are {size / 1_000_000:.0f} MB large; 20 MB is the most.", _SMALLER)


_SMALLER = "Make the pictures smaller; 1,600 pixels across is enough for any page."


def _assets(lesson_folder: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(lesson_folder / "files"):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _name(path: Path, lesson_folder: Path) -> str:
    return path.relative_to(lesson_folder).as_posix()
