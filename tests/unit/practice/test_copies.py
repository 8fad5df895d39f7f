"""A page taken out of Midweek: what lies in the folder or zip, under which name, and what a full disk leaves behind."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from app.errors import DiskFullError, StorageError
from app.page.page import File, Page
from app.practice.copies import folder_name, write_folder, write_for_browser, write_zip

PAGE = Page(
    (File("index.html", "<p>Café 😀\n"), File("css/style.css", "p { color: teal }\n")),
    {"files/fair.jpg": b"\xff\xd8\0"},
)
CONTENTS = {
    "index.html": "<p>Café 😀\n".encode(),
    "css/style.css": b"p { color: teal }\n",
    "files/fair.jpg": b"\xff\xd8\0",
}


def found(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_holds_every_file_as_it_is_and_nothing_else(tmp_path: Path) -> None:
    folder = write_folder(PAGE, tmp_path, "Contact card")
    assert folder == tmp_path / "Contact card"
    assert found(tmp_path) == {f"Contact card/{name}": content for name, content in CONTENTS.items()}


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Contact card").mkdir()
    (tmp_path / "Contact card" / "index.html").write_text("mine", "utf-8")
    assert write_folder(PAGE, tmp_path, "Contact card").name == "Contact card 2"
    assert write_folder(PAGE, tmp_path, "Contact card").name == "Contact card 3"
    assert (tmp_path / "Contact card" / "index.html").read_text("utf-8") == "mine"


def test_a_zip_holds_every_file_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_zip(PAGE, tmp_path / name)
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == CONTENTS
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_browser_is_given_the_newest_page_at_the_same_address(tmp_path: Path) -> None:
    first = write_for_browser(PAGE, tmp_path / "opened")
    second = write_for_browser(PAGE.with_text("index.html", "<p>Newer"), tmp_path / "opened")
    assert first == second == tmp_path / "opened" / "index.html"
    assert first.read_text("utf-8") == "<p>Newer"
    assert (tmp_path / "opened" / "css" / "style.css").read_bytes() == CONTENTS["css/style.css"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    calls = iter(range(100))
    real = Path.write_bytes

    def write(self: Path, data: bytes) -> int:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, "full")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(DiskFullError, match="no room left on the disk for a copy of the page"):
        write_folder(PAGE, tmp_path, "Contact card")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_gone_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("not a folder", "utf-8")
    with pytest.raises(StorageError, match="copy of the page"):
        write_folder(PAGE, tmp_path / "stick", "Contact card")
    with pytest.raises(StorageError, match="copy of the page"):
        write_zip(PAGE, tmp_path / "stick" / "page.zip")


@pytest.mark.parametrize("name", ["../out.html", "/etc/out.html", 'a"b.html'])
def test_a_name_that_leads_out_is_not_written(tmp_path: Path, name: str) -> None:
    page = Page((File(name, "x"),))
    for write in (lambda: write_folder(page, tmp_path, "x"), lambda: write_zip(page, tmp_path / "x.zip")):
        with pytest.raises(StorageError, match="cannot be written"):
            write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Your first link", "Your first link"),
        ("What's new: 3/4 <b>", "What's new 3 4 b"),
        ("  ...  ", "Page"),
        ("CON", "Page CON"),
        ("nul.html", "Page nul.html"),
        ("Pwy sy'n gallu helpu?", "Pwy sy'n gallu helpu"),
        ("a" * 100, "a" * 60),
    ],
)
def test_a_title_becomes_a_name_that_windows_takes(title: str, name: str) -> None:
    assert folder_name(title) == name
