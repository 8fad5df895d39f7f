"""Takes a page out of Midweek: a plain folder or a zip that any browser, editor or web host understands.

Nothing that is there is ever written over: a second folder of one name gets a number.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import zipfile
from pathlib import Path, PurePosixPath

from app import disk
from app.errors import StorageError, storage_error
from app.page.page import Page

_WHAT = "a copy of the page"
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # Windows takes none of these
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 60  # characters; a path of Windows has room for 260
_TRIES = 1000


def folder_name(title: str) -> str:
    """A title as a name that every system takes for a file or folder."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST].strip(" .")
    return f"Page {name}".strip() if not name or _DEVICES.match(name) else name


def write_folder(page: Page, place: Path, name: str) -> Path:
    """Put the page into a new folder `name` of `place` (`name 2` where that is taken); where it is now.

    StorageError leaves nothing half written behind.
    """
    contents = _contents(page)
    fresh = place / f".{name}.{os.getpid()}.tmp"
    try:
        fresh.mkdir(parents=True)
        for inside, content in contents.items():
            path = fresh / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return _named(fresh, place, name)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise storage_error(error, _WHAT) from error


def write_zip(page: Page, path: Path) -> None:
    """Write the page as a zip, whole or not at all; a file that is there is replaced. StorageError."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, content in _contents(page).items():
            archive.writestr(zipfile.ZipInfo(inside.as_posix()), content)  # of no date: one page, one zip
    disk.write_whole(path, packed.getvalue(), _WHAT)


def write_for_browser(page: Page, folder: Path) -> Path:
    """Put the page into a folder of Midweek's own, over what it put there before; the file to open. StorageError."""
    for inside, content in _contents(page).items():
        disk.write_whole(folder / inside, content, _WHAT)
    return folder / page.entry


def _contents(page: Page) -> dict[PurePosixPath, bytes]:
    contents = {PurePosixPath(name): content for name, content in page.served().items()}
    for inside in contents:
        if inside.is_absolute() or ".." in inside.parts or _NOT_IN_NAMES.search(inside.name):
            raise StorageError(f"The file {inside} has a name that cannot be written.", "Tell whoever made the pack.")
    return contents


def _named(fresh: Path, place: Path, name: str) -> Path:
    """Give a finished folder its name, or the next that is free; two windows at once each get their own."""
    for number in range(1, _TRIES):
        wanted = place / (name if number == 1 else f"{name} {number}")
        if wanted.exists():
            continue
        disk.replace(fresh, wanted)
        return wanted
    raise StorageError(f"There are too many folders called {name}.", "Choose another place.")
