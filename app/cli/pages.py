"""Reading somebody's page from disk: a folder with index.html, or one HTML file with what it links to beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from app.errors import UsageError
from app.page.page import File, Page
from app.page.references import references_of

LARGEST_PAGE = 50_000_000
"""Bytes of a page with all its pictures."""

MOST_FILES = 1_000
_TEXTS = (".html", ".htm", ".css")


def read_page(path: Path, lesson_assets: Mapping[str, bytes]) -> Page:
    """The page at a path, with the lesson's own assets under its own; UsageError where there is none."""
    if path.is_dir():
        names = list(_names(path))
        entry = _entry(names, path)
        contents = _Contents(path)
        for name in names:
            contents.read(name)
    elif path.is_file():
        entry = path.name
        if not entry.lower().endswith((".html", ".htm")):
            raise UsageError(f"{path} is not an HTML page.", "Give a file that ends in .html, or the folder it is in.")
        contents = _Contents(path.parent)
        contents.read(entry)
        contents.read_linked()
    else:
        raise UsageError(f"There is no page at {path}.", "Give an HTML file, or a folder with index.html in it.")
    files = sorted(contents.texts.values(), key=lambda file: file.name != entry)
    return Page(tuple(files), {**lesson_assets, **contents.assets})


class _Contents:
    """What has been read from a folder so far, by the names a page would use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, File] = {}
        self.assets: dict[str, bytes] = {}
        self._size = 0

    def read(self, name: str) -> None:
        """Read one file."""
        path = self.folder / name
        self._size += path.stat().st_size
        if self._size > LARGEST_PAGE or len(self.texts) + len(self.assets) >= MOST_FILES:
            message = f"There is more in {self.folder} than belongs to one page."
            raise UsageError(message, "Give a folder that holds only the page and its pictures.")
        raw = path.read_bytes()
        if name.lower().endswith(_TEXTS):
            self.texts[name] = File(name, _text(raw, path))
        else:
            self.assets[name] = raw

    def read_linked(self) -> None:
        """Read whatever the texts point at, and what that points at, as far as it lies in the folder."""
        seen = set(self.texts)
        waiting = list(self.texts.values())
        while waiting:
            file = waiting.pop()
            for name in _addressed(file):
                if name not in seen and (self.folder / name).is_file():
                    self.read(name)
                    waiting += [self.texts[name]] if name in self.texts else []
                seen.add(name)


def _addressed(file: File) -> Iterator[str]:
    """The names inside the folder that a file points at."""
    for reference in references_of(Page((file,))):
        path = "" if reference.outside else unquote(urlsplit(reference.address.strip()).path)
        name = normpath(join(dirname(file.name), path))
        if path and "\0" not in path and not path.startswith("/") and name.split("/")[0] != "..":
            yield name


def _names(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(here, name).is_file():
                yield Path(here, name).relative_to(folder).as_posix()


def _entry(names: list[str], folder: Path) -> str:
    pages = [name for name in names if name.lower().endswith((".html", ".htm")) and "/" not in name]
    if "index.html" in pages:
        return "index.html"
    if len(pages) == 1:
        return pages[0]
    said = "no page" if not pages else "several pages and no index.html"
    raise UsageError(f"There is {said} in {folder}.", "Give the HTML file itself.")


def _text(raw: bytes, path: Path) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text.", "Save it as UTF-8 (in the editor: Save as, Encoding).") from None
    if "\0" in text:
        raise UsageError(f"{path} is not text.", "Give a page written in a text editor.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
