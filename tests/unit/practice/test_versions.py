"""Every text that was checked, or gave way to another, is kept: once, in order, not without end, and never lost."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from builders import START
from unit.practice.office import HEADED, Ending, sit
from unit.practice.refusing import STEPS, refuse

from app.errors import StorageError
from app.page.page import File
from app.practice.sitting import Desk
from app.practice.versions import CHECKED, NEWEST, Version, Versions


@pytest.fixture
def versions(home: Path, clock) -> Versions:
    return Versions(home / "versions", clock)


def files(text: str) -> tuple[File, ...]:
    return (File("index.html", text),)


def texts(versions: Versions) -> list[str]:
    return [version.files[0].text for version in versions.all()]


def test_a_check_keeps_its_text_with_how_it_came_out(desk: Desk, ending: Ending, clock):
    sitting = sit(desk)
    sitting.check(ending.done, ending.failed)
    clock.move(minutes=3)
    sitting.text_changed("index.html", HEADED)
    sitting.check(ending.done, ending.failed)
    passed, failed = sitting.versions.all()
    assert (failed.why, failed.met, failed.goals, failed.passed) == (CHECKED, 0, 1, False)
    assert (passed.met, passed.goals, passed.passed, passed.at) == (1, 1, True, clock())
    assert [version.files[0].text for version in (failed, passed)] == [START, HEADED]
    clock.move(minutes=3)
    sitting.start_again()
    assert sitting.versions.all() == (passed, failed)  # that text is there, and says more


def test_the_same_text_is_kept_once_and_its_pass_with_it(versions: Versions, clock):
    at = clock()
    versions.add(Version(CHECKED, at, files("a"), 2, 2, passed=True))
    versions.keep(files("b"), "went back")
    clock.move(minutes=1)
    versions.add(Version(CHECKED, clock(), files("a"), 1, 2))  # the pack asks for more now
    assert [(v.files[0].text, v.met, v.passed) for v in versions.all()] == [("a", 1, True), ("b", 0, False)]
    versions.keep(files("b"), "started again")
    assert texts(versions) == ["a", "b"]


def test_of_many_the_newest_stay_and_one_of_each_day_and_the_only_pass(versions: Versions, home: Path, clock):
    versions.add(Version(CHECKED, clock(), files("passed"), 1, 1, passed=True))
    for day in range(4):
        for number in range(30):
            versions.keep(files(f"{day}.{number}"), "went back")
        clock.move(days=1)
    kept = texts(versions)
    assert kept[:NEWEST] == [f"{day}.{number}" for day in (3, 2) for number in reversed(range(30))][:NEWEST]
    assert kept[NEWEST:] == ["1.29", "0.29", "passed"]
    assert len(list((home / "versions").iterdir())) == len(kept)


def test_a_clock_set_back_makes_nothing_new_the_oldest(versions: Versions, clock):
    clock.move(days=900)
    for number in range(NEWEST):
        versions.keep(files(f"then {number}"), "went back")
    clock.move(days=-900)
    for number in range(3):
        versions.keep(files(f"now {number}"), "went back")
    assert texts(versions)[:3] == ["now 2", "now 1", "now 0"]


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff" * 90, b'{"v": 1, "sha256": "", "data": {}}'])
def test_one_that_cannot_be_read_is_left_alone_and_takes_no_other_with_it(
    versions: Versions, home: Path, damage: bytes
):
    for text in ("a", "b", "c"):
        versions.keep(files(text), "went back")
    broken = sorted((home / "versions").iterdir())[1]
    broken.write_bytes(damage)
    versions.keep(files("d"), "went back")
    assert texts(versions) == ["d", "c", "a"]
    assert broken.read_bytes() == damage


@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_refuses_loses_no_version_of_a_checked_text(
    desk: Desk, ending: Ending, monkeypatch: pytest.MonkeyPatch, step: str
):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.save()
    with monkeypatch.context() as disk:
        refuse(disk, step, errno.ENOSPC)
        sitting.check(ending.done, ending.failed)
        with pytest.raises(StorageError) as refused:
            sitting.save()
    assert ending.reports[0].passed  # and it was told and recorded
    assert refused.value.message == "There is no room left on the disk for an earlier version of your page."
    assert sitting.dirty
    sitting.save()
    assert not sitting.dirty
    (version,) = sitting.versions.all()
    assert (version.files[0].text, version.passed) == (HEADED, True)


@pytest.mark.parametrize("step", STEPS)
def test_nothing_gives_way_where_it_cannot_be_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str):
    sitting = sit(desk)
    sitting.text_changed("index.html", HEADED)
    sitting.save()
    with monkeypatch.context() as disk:
        refuse(disk, step, errno.EACCES)
        with pytest.raises(StorageError):
            sitting.start_again()
        with pytest.raises(StorageError):
            sitting.restore(Version(CHECKED, desk.clock(), files("<p>old")))
    assert sitting.page.text("index.html") == HEADED
    sitting.restore(Version(CHECKED, desk.clock(), files("<p>old")))
    assert sitting.page.text("index.html") == "<p>old"
    (version,) = sitting.versions.all()
    assert (version.why, version.files[0].text) == ("went back", HEADED)


def test_a_version_of_other_files_gives_what_fits(desk: Desk):
    sitting = sit(desk)
    old = Version(CHECKED, desk.clock(), (File("index.html", HEADED), File("gone.css", "x")))
    sitting.restore(old)
    assert [file.name for file in sitting.page.files] == ["index.html", "style.css"]
    assert sitting.page.text("index.html") == HEADED
    sitting.restore(replace(old, files=(File("gone.css", "x"),)))
    assert sitting.page.text("index.html") == HEADED


def test_one_too_many_that_cannot_be_deleted_does_no_harm(versions: Versions, clock, monkeypatch: pytest.MonkeyPatch):
    def no(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    for number in range(NEWEST + 3):
        with monkeypatch.context() as disk:
            disk.setattr(Path, "unlink", no)
            versions.keep(files(str(number)), "went back")
    assert len(texts(versions)) == NEWEST + 3
    versions.keep(files("last"), "went back")
    assert texts(versions) == ["last", *(str(number) for number in reversed(range(4, NEWEST + 3)))]
