"""The expected failures, as one tree; everything else is a bug.

AppError                a failure with one plain sentence and what to do next
├── StorageError        a disk or folder would not take or give what was asked
│   ├── DiskFullError
│   └── ReadOnlyError
├── DatabaseError       the progress database could not be opened or mended
├── PackError           a pack could not be read at all (missing, too new)
├── BrowserError        a page, editor or probe did not answer
└── UsageError          the command line was asked for something it cannot do

A wrong answer is never an error (it is a Report), and a faulty pack is a list of Problems.
"""

from __future__ import annotations

import errno


class AppError(Exception):
    """An expected failure: `message` is one sentence of what happened, `remedy` one of what to do next."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class StorageError(AppError):
    """A disk or folder would not take or give what was asked."""


class DiskFullError(StorageError):
    """No room left where Midweek keeps people's work."""


class ReadOnlyError(StorageError):
    """The folder cannot be written to."""


class DatabaseError(AppError):
    """The progress database could not be opened or mended."""


class PackError(AppError):
    """A pack could not be read at all."""


class BrowserError(AppError):
    """A page, the editor or the probe did not answer."""


class UsageError(AppError):
    """The command line was asked for something it cannot do."""


def storage_error(error: OSError, what: str) -> StorageError:
    """The member of the tree that fits an operating system error, `what` naming the thing in plain words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(f"There is no room left on the disk for {what}.", "Free some space; Midweek tries again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyError(
            f"Midweek is not allowed to write {what}.", "Ask for write access to the folder, or choose another one."
        )
    return StorageError(f"The disk did not take {what}.", "Check that the drive is connected; Midweek tries again.")
