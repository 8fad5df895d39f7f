"""Tells whether the program lies on a network drive, where the sandbox can show blank pages; copies it from there.

A copy is whole or not there: it is written beside its place, read back, and only then put there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from app.errors import AppError, storage_error

_REMOTE_DRIVE = 4  # Windows' DRIVE_REMOTE
_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.davfs", "9p", "afs", "ncp", "webdav")  # how such a mount begins
_WHAT = "a copy of Midweek on this computer"


class CancelledError(AppError):
    """Somebody changed their mind, or closed the window."""


def lies_on_network(path: Path) -> bool:
    """Whether a file or folder lies on another computer, as far as this system tells."""
    if sys.platform == "win32":
        import ctypes

        return is_network_drive(path, ctypes.windll.kernel32.GetDriveTypeW)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return False  # not Linux: macOS gives no trouble that is known
    return mount_type(path, mounts).startswith(_NETWORK)


def is_network_drive(path: Path, drive_type: Callable[[str], int]) -> bool:
    """Whether Windows' path is one of a share, by its server's name, or of a letter that stands for one."""
    anchor = path.anchor
    return anchor.startswith("\\\\") or drive_type(anchor) == _REMOTE_DRIVE


def mount_type(path: Path, mounts: str) -> str:
    """The kind of file system that holds a path, by the text of `/proc/self/mounts`; "" where none is named."""
    rows = [line.split(" ") for line in mounts.splitlines()]
    places = [(Path(_unescaped(row[1])), row[2]) for row in rows if len(row) > 2]
    holding = [(len(place.parts), kind) for place, kind in places if path.is_relative_to(place)]
    return max(holding, key=lambda pair: pair[0])[1] if holding else ""


def standing_copy(program: Path, folder: Path) -> Path | None:
    """The copy of this very program that stands in `folder`, by its size and its time; None where there is none."""
    copy = folder / program.name
    try:
        ours, theirs = program.stat(), copy.stat()
    except OSError:
        return None
    return copy if (ours.st_size, int(ours.st_mtime)) == (theirs.st_size, int(theirs.st_mtime)) else None


def copy_program(source: Path, target: Path, go_on: Callable[[], bool]) -> Path:
    """Copy the program's folder to `target`, instead of what is there, and give the program in it.

    Every file is read back. `go_on` is asked before each; where it says no, CancelledError. StorageError where the
    disk does not take it. Either way nothing is left behind, and an older copy stays as it was.
    """
    fresh, old = (target.with_name(f"{target.name}.{end}") for end in ("new", "old"))
    try:
        _remove(fresh, old)
        for path in sorted(source.rglob("*")):
            if not go_on():
                raise CancelledError("Midweek was not copied.")
            _copy(path, fresh / path.relative_to(source))
        if target.exists():
            os.replace(target, old)
        os.replace(fresh, target)
        _remove(old)
    except OSError as error:
        _remove(fresh)
        raise storage_error(error, _WHAT) from error
    except CancelledError:
        _remove(fresh)
        raise
    return target / Path(sys.executable).name


def _copy(path: Path, to: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        to.mkdir(parents=True, exist_ok=True)
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, to, follow_symlinks=False)
    if not path.is_symlink() and _digest(path) != _digest(to):
        raise OSError(f"{to} is not what was copied")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _unescaped(place: str) -> str:
    """A mount's place as it is: blanks and the like are written as octal numbers there."""
    return (
        place.encode("latin-1", "replace")
        .decode("unicode_escape")
        .encode("latin-1", "replace")
        .decode("utf-8", "replace")
    )
