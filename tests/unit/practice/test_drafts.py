"""What people type is on the disk, whole, and comes back; what anything takes the place of is kept."""

from __future__ import annotations

import errno
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.practice.refusing import STEPS, refuse

from app.errors import DiskFullError, StorageError
from app.page.page import File
from app.practice.drafts import Draft, Drafts, Task

TASK = Task("office-web", "first-page", "headings")


@pytest.fixture
def drafts(home: Path, clock) -> Drafts:
    return Drafts(home / "drafts", clock)


def draft(text: str, at: datetime, css: str = "") -> Draft:
    return Draft((File("index.html", text), File("style.css", css)), "style.css", 3, 7, at, 1)


def the_file(home: Path, name: str = "draft.json") -> Path:
    (found,) = (home / "drafts").glob(f"*/*/{name}")
    return found


def test_a_draft_comes_back_with_file_cursor_and_hints(drafts: Drafts, home: Path, clock):
    assert drafts.open("lena", TASK).draft is None
    typed = draft("<p>Tŷ\n\ud83d</p>\x00", clock(), "p { }\n")
    drafts.save("lena", TASK, typed, "")
    found = Drafts(home / "drafts", clock).open("lena", TASK)
    assert (found.draft, found.notice) == (typed, "")


def test_people_and_exercises_are_kept_apart(drafts: Drafts, clock):
    drafts.save("lena", TASK, draft("lena", clock()), "")
    drafts.save("tom", TASK, draft("tom", clock()), "")
    for other in (Task("office-web", "first-page", "Headings"), Task("other", "first-page", "headings")):
        assert drafts.open("lena", other).draft is None
    found = drafts.open("lena", TASK).draft
    assert found is not None
    assert found.files[0].text == "lena"


ODD_IDS = ["con", "NUL", "..", "a/b", "a\\b", "x" * 300, " ", "ä ö", "x.", "*?<>|", "A", "a", "\ud800"]


def test_any_id_is_a_safe_folder_name(drafts: Drafts, home: Path, clock):
    for id in ODD_IDS:
        drafts.save(id, Task("p", "l", id), draft(id, clock()), "")
    for id in ODD_IDS:
        found = drafts.open(id, Task("p", "l", id)).draft
        assert found is not None
        assert found.files[0].text == id
    names = [path.name for path in (home / "drafts").glob("*")] + [path.name for path in (home / "drafts").glob("*/*")]
    assert len({name.lower() for name in names}) == len(names) == 2 * len(ODD_IDS)
    assert all(len(name) < 60 and name.isascii() and not name.endswith((" ", ".")) for name in names)


@given(texts=st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back(tmp_path_factory, texts: list[str]):
    at = datetime.fromisoformat("2026-11-23T09:00:00+00:00")
    drafts = Drafts(tmp_path_factory.mktemp("d"), lambda: at)
    mark = ""
    for text in texts:
        mark = drafts.save("lena", TASK, draft(text, at), mark)
    assert drafts.open("lena", TASK).draft == draft(texts[-1], at)
    assert drafts.versions("lena", TASK).all() == ()


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 100, None])
def test_a_damaged_draft_is_set_aside_and_the_one_before_is_used(drafts: Drafts, home: Path, clock, damage):
    mark = drafts.save("lena", TASK, draft("first", clock()), "")
    drafts.save("lena", TASK, draft("second", clock()), mark)
    file = the_file(home)
    content = file.read_bytes().replace(b"second", b"sekond") if damage is None else damage
    file.write_bytes(content)
    found = drafts.open("lena", TASK)
    assert found.draft == draft("first", clock())
    assert found.notice == (
        "The saved text of this exercise was damaged and has been set aside; the copy from just before it is here."
    )
    assert the_file(home, "draft.damaged-2026-11-23.json").read_bytes() == content
    again = drafts.open("lena", TASK)
    assert (again.draft, again.notice) == (found.draft, "")


def test_with_no_copy_left_the_exercise_starts_anew_and_says_so(drafts: Drafts, home: Path, clock):
    drafts.save("lena", TASK, draft("first", clock()), "")
    the_file(home).write_bytes(b"x")
    found = drafts.open("lena", TASK)
    assert found.draft is None
    assert "starts anew" in found.notice


def test_a_save_cut_off_between_its_two_renamings_is_no_damage(drafts: Drafts, home: Path, clock):
    mark = drafts.save("lena", TASK, draft("first", clock()), "")
    drafts.save("lena", TASK, draft("second", clock()), mark)
    the_file(home).unlink()
    found = drafts.open("lena", TASK)
    assert (found.draft, found.notice) == (draft("first", clock()), "")


def test_of_two_windows_the_last_that_typed_wins_and_the_other_text_is_kept(drafts: Drafts, clock):
    mark = drafts.save("lena", TASK, draft("both see this", clock()), "")
    mark_one = drafts.save("lena", TASK, draft("typed in one", clock()), mark)
    mark_two = drafts.save("lena", TASK, draft("typed in two", clock()), mark)
    found = drafts.open("lena", TASK).draft
    assert found == draft("typed in two", clock())
    (version,) = drafts.versions("lena", TASK).all()
    assert (version.why, version.files[0].text) == ("other window", "typed in one")
    drafts.save("lena", TASK, draft("typed in two, on", clock()), mark_two)
    assert len(drafts.versions("lena", TASK).all()) == 1
    drafts.save("lena", TASK, draft("typed in one, on", clock()), mark_one)
    assert [version.files[0].text for version in drafts.versions("lena", TASK).all()] == [
        "typed in two, on",
        "typed in one",
    ]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_whatever_the_disk_refuses_the_old_text_stays_whole(
    drafts: Drafts, home: Path, clock, monkeypatch, step: str, number: int
):
    mark = drafts.save("lena", TASK, draft("first", clock()), "")
    with monkeypatch.context() as disk:
        refuse(disk, step, number)
        with pytest.raises(StorageError) as refused:
            drafts.save("lena", TASK, draft("second", clock()), mark)
    assert isinstance(refused.value, DiskFullError) == (number == errno.ENOSPC)
    assert "what you typed" in refused.value.message
    assert drafts.open("lena", TASK).draft == draft("first", clock())
    assert not list((home / "drafts").rglob("*.tmp"))
    drafts.save("lena", TASK, draft("second", clock()), mark)  # and later it is taken
    assert drafts.open("lena", TASK).draft == draft("second", clock())
    assert drafts.versions("lena", TASK).all() == ()


def test_the_exercise_to_come_back_to(drafts: Drafts, home: Path, clock):
    assert drafts.last("lena") is None
    drafts.remember("lena", TASK)
    opened = clock()
    assert drafts.last("lena") == (TASK, opened)
    clock.move(minutes=5)
    drafts.save("lena", TASK, draft("typed", clock()), "")
    assert drafts.last("lena") == (TASK, opened + timedelta(minutes=5))
    the_file(home).write_bytes(b"x")
    assert drafts.last("lena") == (TASK, opened)
    assert "damaged" in drafts.open("lena", TASK).notice  # having looked did not hide it
    (last,) = (home / "drafts").glob("*/last.json")
    last.write_bytes(b"{")
    assert drafts.last("lena") is None
