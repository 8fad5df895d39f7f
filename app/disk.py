"""Writes a file whole or not at all, so that a power cut leaves the old one or the new one and never half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.errors import storage_error

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2)  # seconds; on Windows a virus scanner or indexer may hold a file for a moment


def write_whole(path: Path, content: bytes, what: str, *, before: Path | None = None, durable: bool = True) -> None:
    """Replace `path` by `content`, durable when this returns; folders are made. StorageError says `what` was not taken.

    With `before`, what stood at `path` is kept under that name instead of being replaced. What need not be `durable`
    is not waited for: after a power cut it may be gone, which its reader must be able to tell.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if before is not None and path.exists():
            replace(path, before)
        replace(fresh, path)
        if durable:
            _keep_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise storage_error(error, what) from error


def replace(old: Path, new: Path) -> None:
    """Rename a file over another; a sharing violation on Windows is tried again for less than half a second."""
    patiently(lambda: os.replace(old, new))


def patiently(act: Callable[[], None]) -> None:
    """Do what another program may hold up for a moment; the last refusal is raised."""
    for pause in PATIENCE if sys.platform == "win32" else ():
        try:
            return act()
        except PermissionError:
            time.sleep(pause)
    return act()


def hold(path: Path) -> BinaryIO | None:
    """A file that is ours until it is closed or this process ends, however it ends; None where it is another's now.

    OSError where the folder cannot be written, or its disk knows no such thing.
    """
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return None
        raise
    return file


def set_aside(path: Path, day: str) -> Path:
    """Rename a damaged file so that it is out of the way but kept: `x.json` becomes `x.damaged-2026-11-23.json`."""
    for number in range(1, 1000):
        more = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.damaged-{day}{more}{path.suffix}")
        if not aside.exists():
            break
    replace(path, aside)
    return aside


def _keep_folder(folder: Path) -> None:
    """Make the renaming itself durable; Windows has no such thing for folders, and some network drives refuse."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
