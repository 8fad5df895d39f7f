"""The library: every pack that can be read, every fault of those that cannot, and their pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builders import a_pack, the_good_pack

from app.errors import PackError
from app.packs.assets import read_assets
from app.packs.library import Library
from app.packs.reader import read_pack


def test_a_faulty_pack_does_not_stop_the_others(tmp_path: Path) -> None:
    a_pack(tmp_path / "packs" / "a-broken", "no front matter")
    the_good_pack(tmp_path / "packs")
    (tmp_path / "packs" / "c-empty").mkdir()
    (tmp_path / "packs" / ".hidden").mkdir()
    (tmp_path / "packs" / "a-file.txt").write_text("x", "utf-8")
    shelf = Library([tmp_path / "packs"]).read({"office.name": "Ms Owen's Office"})
    assert [pack.title for pack in shelf.packs] == ["Pages for Ms Owen's Office"]
    assert [(faulty.folder.name, faulty.problems[0].where.file) for faulty in shelf.faulty] == [
        ("a-broken", "01-first-page/01-exercise.md"),
        ("c-empty", "pack.md"),
    ]


def test_a_folder_that_vanished_is_said_and_one_that_may_come_is_not(tmp_path: Path) -> None:
    shelf = Library([tmp_path / "gone"], optional=[tmp_path / "not-yet"]).read()
    assert [(faulty.folder.name, faulty.problems[0].message) for faulty in shelf.faulty] == [
        ("gone", "The folder of packs is not there.")
    ]


def refuse(monkeypatch: pytest.MonkeyPatch, method: str, refused: Path) -> None:
    """Make the disk refuse one path, as it refuses everybody but root (whom tests may run as) without rights."""
    real = getattr(Path, method)

    def refusing(self: Path, *given, **named):
        if self == refused:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *given, **named)

    monkeypatch.setattr(Path, method, refusing)


def test_what_may_not_be_read_is_said_and_the_rest_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs, closed = tmp_path / "packs", tmp_path / "closed"
    the_good_pack(packs)
    a_pack(packs / "other")
    a_pack(packs / "third")
    refuse(monkeypatch, "read_bytes", packs / "other" / "pack.md")
    refuse(monkeypatch, "iterdir", packs / "third" / "01-first-page")
    refuse(monkeypatch, "iterdir", closed)
    shelf = Library([packs, closed]).read()
    assert [pack.folder.name for pack in shelf.packs] == ["good"]
    assert [(f.folder.name, f.problems[0].where.file, f.problems[0].message) for f in shelf.faulty] == [
        ("closed", "", "The folder of packs cannot be read."),
        ("other", "pack.md", "Midweek is not allowed to read this file."),
        ("third", "01-first-page", "Midweek cannot look into this folder."),
    ]


def test_a_pack_that_closes_while_it_is_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = a_pack(tmp_path / "pack")
    refuse(monkeypatch, "is_dir", pack / "01-first-page")
    (problem,) = read_pack(pack).problems
    assert problem.message == "This folder cannot be read."


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("x", "utf-8")
    (faulty,) = Library([tmp_path / "packs"]).read().faulty
    assert faulty.problems[0].message == "The folder of packs cannot be read."


def test_the_first_pack_of_an_id_counts(tmp_path: Path) -> None:
    a_pack(tmp_path / "one" / "sample")
    a_pack(tmp_path / "two" / "other")
    shelf = Library([tmp_path / "one", tmp_path / "two"]).read()
    assert [pack.folder.name for pack in shelf.packs] == ["sample"]
    assert [f.problems[0].message for f in shelf.faulty] == ["The pack in `sample` has the same id, `sample`."]


def test_assets_have_names_as_a_page_writes_them(tmp_path: Path) -> None:
    lesson = a_pack(tmp_path / "pack") / "01-first-page"
    assert read_assets(lesson) == {}
    (lesson / "files" / "people").mkdir(parents=True)
    (lesson / "files" / "fair.jpg").write_bytes(b"fair")
    (lesson / "files" / "people" / "owen.png").write_bytes(b"owen")
    (lesson / "files" / ".DS_Store").write_bytes(b"x")
    assert read_assets(lesson) == {"files/fair.jpg": b"fair", "files/people/owen.png": b"owen"}


def test_assets_that_are_too_large_are_told_and_not_read(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack")
    (pack / "01-first-page" / "files").mkdir()
    with (pack / "01-first-page" / "files" / "film.mp4").open("wb") as film:
        film.truncate(21_000_000)
    (problem,) = read_pack(pack).problems
    assert problem.where.file == "01-first-page/files"
    assert problem.message == "The files of this lesson are 21 MB large; 20 MB is the most."
    with pytest.raises(PackError, match="too large"):
        read_assets(pack / "01-first-page")


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights that people there seldom have")
def test_assets_that_are_broken_links_are_told(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack")
    (pack / "01-first-page" / "files").mkdir()
    (pack / "01-first-page" / "files" / "gone.jpg").symlink_to(pack / "01-first-page" / "nothing.jpg")
    (problem,) = read_pack(pack).problems
    assert (problem.where.file, problem.message) == ("01-first-page/files/gone.jpg", "This file cannot be read.")
    with pytest.raises(PackError, match="cannot be read"):
        read_assets(pack / "01-first-page")
