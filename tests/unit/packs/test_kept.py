"""What reading the packs came to is kept, and believed only while it is true; nothing else comes out of the file."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_pack, the_good_pack

from app.packs import kept as kept_module
from app.packs.kept import read_shelf
from app.packs.library import Library
from app.packs.shelf import Shelf

DIGEST = hashlib.sha256().digest_size


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[Shelf, bool]]:
    """Read the shelf of tmp_path/packs; with it, whether the packs themselves were read for it."""
    readings: list[Library] = []
    real = Library.read

    def counting(self: Library) -> Shelf:
        readings.append(self)
        return real(self)

    monkeypatch.setattr(Library, "read", counting)

    def shelf() -> tuple[Shelf, bool]:
        readings.clear()
        found = read_shelf([tmp_path / "packs"], [tmp_path / "added"], tmp_path / "home" / "packs.kept")
        return found, bool(readings)

    return shelf


def test_packs_are_read_once_and_come_back_as_they_were(tmp_path: Path, read) -> None:
    the_good_pack(tmp_path / "packs")
    first, was_read = read()
    assert was_read
    assert [pack.id for pack in first.packs] == ["sample"]
    assert read() == (first, False)


@pytest.mark.parametrize("change", ["edited", "touched", "added", "gone", "another pack", "new program"])
def test_whatever_changes_they_are_read_again(tmp_path: Path, read, monkeypatch, change: str) -> None:
    the_good_pack(tmp_path / "packs")
    read()
    file = sorted((tmp_path / "packs" / "good").rglob("*.md"))[-1]
    match change:
        case "edited":
            file.write_text(file.read_text("utf-8").replace("minutes:", "minutes :"), "utf-8")
        case "touched":
            os.utime(file, ns=(1, 1))
        case "added":
            (file.parent / "notes.txt").write_text("later", "utf-8")
        case "gone":
            file.unlink()
        case "another pack":
            a_pack(tmp_path / "added" / "other")
        case "new program":
            monkeypatch.setattr(kept_module, "VERSION", "99.0")
    assert read()[1]


def test_what_is_wrong_with_a_pack_is_looked_for_at_every_start(tmp_path: Path, read) -> None:
    a_pack(tmp_path / "packs" / "broken", "no front matter")
    assert read()[0].faulty
    assert read()[1]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 5000])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, read, damage: bytes) -> None:
    the_good_pack(tmp_path / "packs")
    first, _ = read()
    kept = tmp_path / "home" / "packs.kept"
    kept.write_bytes(damage)
    assert read() == (first, True)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert read() == (first, True)


class Burglar:
    """What would run a program as soon as it is read."""

    def __reduce__(self):
        return os.mkdir, ("broken-in",)


@pytest.mark.parametrize("inside", [Burglar(), [1, 2], {"a": Path}])
def test_nothing_but_packs_comes_out_of_the_file(tmp_path: Path, read, monkeypatch, inside: object) -> None:
    monkeypatch.chdir(tmp_path)
    the_good_pack(tmp_path / "packs")
    first, _ = read()
    kept = tmp_path / "home" / "packs.kept"
    content = pickle.dumps(inside)
    kept.write_bytes(kept.read_bytes()[:DIGEST] + hashlib.sha256(content).digest() + content)
    assert read() == (first, True)
    assert not (tmp_path / "broken-in").exists()


def test_a_home_that_takes_nothing_costs_only_time(tmp_path: Path, read) -> None:
    the_good_pack(tmp_path / "packs")
    (tmp_path / "home").write_text("a file where the folder should be", "utf-8")
    assert [pack.id for pack in read()[0].packs] == ["sample"]
    assert read()[1]
