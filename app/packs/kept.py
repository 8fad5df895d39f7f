"""Keeps on the disk what reading the packs came to, so that no start reads a thousand exercises again.

It is used only while all that it was made of is as it was: every file of the packs, by name, size and time, and this
program. A shelf with faulty packs is never kept, since what is wrong with them may not be in their files. Reading it
back makes the values of a pack and nothing else, whatever somebody may have put into the file.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app import VERSION, disk
from app.checks.rules import Check, Rule
from app.errors import StorageError
from app.packs.model import Exercise, Lesson, Option, Pack, Question, Translation
from app.packs.shelf import Shelf
from app.page.page import File

_VALUES = (Shelf, Pack, Lesson, Exercise, Option, Question, Translation, Check, Rule, File, type(Path()))
_KNOWN = {(value.__module__, value.__qualname__): value for value in _VALUES}
_READERS = ("packs", "checks", "page")  # the rooms that decide what a pack comes to
_DIGEST = hashlib.sha256().digest_size
_Stamp = tuple[str, int, int]  # a path, its size and the time of its last change


def read_shelf(dirs: Sequence[Path], optional: Sequence[Path], kept: Path) -> Shelf:
    """The shelf of these folders (see `Library`), from the file `kept` while that is true, else read and kept there."""
    print_of_all = _print_of((*dirs, *optional))
    shelf = _unpacked(kept, print_of_all) if print_of_all else None
    if shelf is not None:
        return shelf
    from app.packs.library import Library  # here: reading wakes the whole check engine, a third of a second

    shelf = Library(dirs, optional).read()
    if print_of_all and not shelf.faulty:
        with contextlib.suppress(StorageError):  # then the next start reads the packs again: nothing is lost
            disk.write_whole(kept, _packed(shelf, print_of_all), "what the packs came to", durable=False)
    return shelf


def _packed(shelf: Shelf, print_of_all: bytes) -> bytes:
    content = pickle.dumps(shelf, pickle.HIGHEST_PROTOCOL)
    return print_of_all + hashlib.sha256(content).digest() + content


def _unpacked(kept: Path, print_of_all: bytes) -> Shelf | None:
    """The shelf in the file; None where it is of other packs, not whole, or not there."""
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    content = data[2 * _DIGEST :]
    if data[: 2 * _DIGEST] != print_of_all + hashlib.sha256(content).digest():
        return None
    with contextlib.suppress(pickle.UnpicklingError, EOFError, LookupError, TypeError, ValueError, AttributeError):
        shelf = _Values(io.BytesIO(content)).load()
        return shelf if isinstance(shelf, Shelf) else None
    return None


class _Values(pickle.Unpickler):
    """Makes what a shelf is made of, and refuses everything else."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"no part of a pack: {module}.{name}")
        return _KNOWN[module, name]


def _print_of(folders: Sequence[Path]) -> bytes:
    """What tells these packs, read by this program, from others; empty where a folder cannot be looked through."""
    code = Path(__file__).parent.parent  # not there when frozen: then the program is one file
    try:
        stamps = [_stamp(sys.executable, os.stat(sys.executable))]
        for folder in (*(code / room for room in _READERS), *folders):
            if folder.is_dir():
                stamps += [stamp for stamp in _stamps(folder) if not stamp[0].endswith(".pyc")]
    except OSError:
        return b""
    return hashlib.sha256(repr((VERSION, sorted(stamps))).encode("utf-8", "surrogatepass")).digest()


def _stamps(folder: str | Path) -> Iterator[_Stamp]:
    """Every file below a folder; what a link to a folder leads to belongs to a pack only where it also stands in it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(entry.path)
            else:
                yield _stamp(entry.path, entry.stat(follow_symlinks=False))


def _stamp(path: str, state: os.stat_result) -> _Stamp:
    return path, state.st_size, state.st_mtime_ns
