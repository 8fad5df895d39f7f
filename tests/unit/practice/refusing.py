"""A disk that refuses, in one way at a time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

STEPS = ("mkdir", "open", "write", "fsync", "replace")


def refuse(disk: pytest.MonkeyPatch, step: str, number: int) -> None:
    """From now on this step of writing a file fails with this errno."""

    def no(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if step == "open":
        real = Path.open
        disk.setattr(Path, "open", lambda self, mode="r", *a, **k: no() if "w" in mode else real(self, mode, *a, **k))
    elif step == "write":
        real_open = Path.open

        def open_full(self: Path, mode: str = "r", *a: object, **k: object):
            file = real_open(self, mode, *a, **k)
            if "w" not in mode:
                return file
            return Full(file, no)

        disk.setattr(Path, "open", open_full)
    elif step == "mkdir":
        disk.setattr(Path, "mkdir", no)
    else:
        disk.setattr(os, step, no)


class Full:
    """A file on a disk that fills up half-way through."""

    def __init__(self, file, no) -> None:
        self._file, self._no = file, no

    def __enter__(self) -> Full:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, content: bytes) -> None:
        self._file.write(content[: len(content) // 2])
        self._no()
