"""Reading one text file of a pack from disk: whatever it holds, the answer is its text or a problem."""

from __future__ import annotations

import stat
from pathlib import Path

from app.packs.problems import Problems

LARGEST_TEXT = 1_000_000
"""Bytes; the longest exercise anybody wrote by hand is a twentieth of it."""


def read_source(path: Path, root: Path, problems: Problems) -> str | None:
    """The text of a file inside `root`, newlines as single line feeds; None where a problem was noted instead."""
    try:
        if not lies_inside(path, root):
            problems.add(0, "This file is a link to a place outside the pack.", "Put a copy of the file here instead.")
            return None
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.add(0, "This is not a file.", "Put a text file of this name here.")
            return None
        if status.st_size > LARGEST_TEXT:
            size = f"{status.st_size / 1_000_000:.0f} MB"
            problems.add(0, f"This file is {size} large, too large for a text.", "Keep pictures in `files/` beside it.")
            return None
        return _text(path.read_bytes(), problems)
    except (FileNotFoundError, NotADirectoryError):
        problems.add(0, "This file is not there.", f"Write a file named `{path.name}`.")
    except PermissionError:
        problems.add(0, "Midweek is not allowed to read this file.", "Ask for read access to it.")
    except (OSError, RuntimeError, ValueError):
        problems.add(0, "This file cannot be read.", "Check that the drive is connected, and open the file yourself.")
    return None


def lies_inside(path: Path, root: Path) -> bool:
    """Whether a path is inside a folder once every link is followed; OSError or RuntimeError for a ring of links."""
    return path.resolve().is_relative_to(root.resolve())


def _text(raw: bytes, problems: Problems) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(0, "This file is saved as UTF-16.", "Save it as UTF-8 (in the editor: Save as, Encoding).")
        return None
    if b"\0" in raw:
        problems.add(0, "This file is not text.", "Write the exercise in a text editor, not in a word processor.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problems.add(
            line,
            "This line has a character that is not UTF-8.",
            "Save the file as UTF-8 (in the editor: Save as, Encoding).",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.add(0, "This file is empty.", "Begin with `---`, a line `id: …` and a line `title: …`, then `---`.")
        return None
    return text
