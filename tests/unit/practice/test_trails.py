"""The way back from a text is on the disk beside it; whatever happens to it, the text is not touched."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from builders import START
from unit.practice.office import HEADED, sit
from unit.practice.refusing import STEPS, refuse

from app.errors import StorageError
from app.page.page import File
from app.page.trail import LONGEST, Trail
from app.practice.sitting import Desk
from app.practice.trails import Trails

ODD = Trail('{"done":[],"undone":[]}', ("<p>\ud83d T\u0177\x00\n", "b"))


@pytest.fixture
def path(home: Path) -> Path:
    return home / "undo.json"


def test_a_trail_comes_back_as_it_was(path: Path):
    trails = Trails(path)
    trails.save()
    assert not path.exists()  # nothing was done
    trails.keep("index.html", ODD)
    assert trails.dirty
    trails.save()
    assert not trails.dirty
    assert Trails(path).known == {"index.html": ODD}


def test_what_takes_the_place_of_a_text_is_a_step_more(path: Path):
    trails = Trails(path)
    trails.keep("index.html", Trail("steps", ("a",)))
    trails.follow((File("index.html", "a"), File("style.css", "h1 {}")))
    assert trails.known == {"index.html": Trail("steps", ("a",)), "style.css": Trail("", ("h1 {}",))}
    trails.follow((File("index.html", "b"),))
    assert trails.known["index.html"] == Trail("steps", ("a", "b"))


def test_a_trail_has_an_end(path: Path):
    trail = Trail("steps", ("0",))
    for number in range(1, 100):
        trail = trail.followed_by(str(number))
    assert trail == Trail("", tuple(str(number) for number in range(100 - LONGEST, 100)))


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff" * 90, b'{"v": 1, "sha256": "", "data": {"files": {}}}', b"[]", b"null"]
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(path: Path, damage: bytes):
    trails = Trails(path)
    trails.keep("index.html", ODD)
    trails.save()
    path.write_bytes(damage)
    assert Trails(path).known == {}


def test_a_folder_in_its_place_is_nobodys_trouble(path: Path):
    path.mkdir(parents=True)
    assert Trails(path).known == {}


@pytest.mark.parametrize("step", STEPS)
def test_whatever_the_disk_refuses_the_text_is_safe_and_it_is_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.save()
    sitting.trails.keep("index.html", ODD)
    with monkeypatch.context() as disk:
        refuse(disk, step, errno.ENOSPC)
        with pytest.raises(StorageError) as refused:
            sitting.save()
    assert refused.value.message == "There is no room left on the disk for the steps that undo takes back."
    assert sit(desk).page.text("index.html") == HEADED
    assert sitting.dirty
    sitting.close()
    assert sit(desk).trails.known == {"index.html": ODD}


def test_start_again_is_a_step_of_each_file(desk: Desk):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.start_again()
    assert sit(desk).trails.known["index.html"] == Trail("", (HEADED,))
    assert sit(desk).page.text("index.html") == START
