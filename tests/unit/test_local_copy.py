"""A program on a network drive is known as one, and copied whole or not at all."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from app.errors import StorageError
from app.local_copy import CancelledError, copy_program, is_network_drive, lies_on_network, mount_type, standing_copy

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
server:/office /mnt/office nfs4 rw 0 0
//server/share /mnt/our\\040share cifs rw 0 0
me@server: /mnt/office/far fuse.sshfs rw 0 0
tmpfs /mnt/office/far/near tmpfs rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/opt/midweek", "ext4"),
        ("/mnt/office/midweek", "nfs4"),
        ("/mnt/officers/midweek", "ext4"),
        ("/mnt/our share/midweek", "cifs"),
        ("/mnt/office/far/midweek", "fuse.sshfs"),
        ("/mnt/office/far/near/midweek", "tmpfs"),
    ],
)
def test_the_mount_that_holds_a_folder_tells_its_kind(path: str, kind: str) -> None:
    assert mount_type(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "there"), [("C:\\Midweek", False), ("N:\\Midweek", True), ("\\\\server\\share\\Midweek", True)]
)
def test_windows_knows_its_network_drives(path: str, there: bool) -> None:
    windows: Any = PureWindowsPath(path)
    assert is_network_drive(windows, {"C:\\": 3, "N:\\": 4}.__getitem__) is there


def test_this_folder_lies_here(tmp_path: Path) -> None:
    assert not lies_on_network(tmp_path)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "share" / "midweek"
    (folder / "_internal" / "empty").mkdir(parents=True)
    (folder / Path(sys.executable).name).write_bytes(b"program")
    (folder / "_internal" / "libÄ.so").write_bytes(b"x" * 100_000)
    (folder / "_internal" / "link.so").symlink_to("libÄ.so")
    return folder


def test_a_copy_is_whole_and_takes_the_place_of_an_older_one(program: Path, tmp_path: Path) -> None:
    target = tmp_path / "home" / "program"
    target.mkdir(parents=True)
    (target / "of yesterday").write_text("x")
    started = copy_program(program, target, lambda: True)
    assert started.read_bytes() == b"program"
    assert standing_copy(program / started.name, target) == started
    assert (target / "_internal" / "libÄ.so").stat().st_size == 100_000
    assert (target / "_internal" / "link.so").is_symlink()
    assert (target / "_internal" / "empty").is_dir()
    assert sorted(path.name for path in target.parent.iterdir()) == ["program"]
    assert not (target / "of yesterday").exists()


def test_a_newer_program_is_not_taken_for_its_copy(program: Path, tmp_path: Path) -> None:
    started = copy_program(program, tmp_path / "program", lambda: True)
    os.utime(program / started.name, (1, 1))
    assert standing_copy(program / started.name, tmp_path / "program") is None
    assert standing_copy(program / "gone", tmp_path / "program") is None


def test_who_changes_their_mind_leaves_nothing_behind(program: Path, tmp_path: Path) -> None:
    target = tmp_path / "home" / "program"
    with pytest.raises(CancelledError):
        copy_program(program, target, iter([True, True, False]).__next__)
    assert list(target.parent.iterdir()) == []


def test_a_full_disk_is_said_and_an_older_copy_stays(program: Path, tmp_path: Path) -> None:
    target = tmp_path / "home" / "program"
    copy_program(program, target, lambda: True)
    (program / "_internal" / "more").write_bytes(b"y" * 5_000_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        with pytest.raises(StorageError, match="a copy of Midweek"):
            copy_program(program, target, lambda: True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (target / "_internal" / "libÄ.so").exists()
    assert sorted(path.name for path in target.parent.iterdir()) == ["program"]
