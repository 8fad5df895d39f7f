"""The next start knows of a crash, and of nothing else: not of a second window, a clock set back, or a proper end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from unit.practice.office import HEADED, sit

from app.page.page import File
from app.practice.drafts import Task
from app.practice.recovery import Sessions, recover
from app.practice.sitting import Desk, Sitting

TASK = Task("office-web", "first-page", "headings")
WINDOW = """
import sys
from pathlib import Path
from app.practice.recovery import Sessions
sessions = Sessions(Path(sys.argv[1]), "other")
sessions.begin()
class At: person, task = "lena", __import__("app.practice.drafts", fromlist=["Task"]).Task(*sys.argv[2:])
sessions.remember(At)
print("open", flush=True)
sys.stdin.read()
sessions.end()
"""


def words(at: datetime) -> str:
    return f"{at:%H:%M}"


@pytest.fixture
def sessions(home: Path) -> Sessions:
    return Sessions(home / "sessions", "this")


class OtherWindow:
    """Another process at an exercise."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-P", "-c", WINDOW, str(home / "sessions"), TASK.pack, TASK.lesson, TASK.exercise]
        root = Path(__file__).parents[3]
        environment, pipe = os.environ | {"PYTHONPATH": str(root)}, subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=root, env=environment, stdin=pipe, stdout=pipe)
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"open\n"

    def end(self, how: int | None = None) -> None:
        if how is None:
            self.process.communicate(b"")
        else:
            self.process.send_signal(how)
            self.process.communicate()


@pytest.fixture
def other(home: Path):
    other = OtherWindow(home)
    yield other
    if other.process.poll() is None:
        other.end(signal.SIGKILL)


def test_a_window_that_was_killed_is_known_until_somebody_was_told(sessions: Sessions, other: OtherWindow, home: Path):
    other.end(signal.SIGKILL)
    sessions.begin()
    assert sessions.left_by("lena") == (TASK,)
    assert sessions.left_by("tom") == ()
    sessions.end()
    later = Sessions(home / "sessions", "later")
    later.begin()
    assert later.left_by("lena") == (TASK,)  # nobody had opened it yet
    later.forget("lena", TASK)
    assert later.left_by("lena") == ()
    later.end()
    assert list((home / "sessions").iterdir()) == []


def test_two_windows_at_once_are_no_crash(sessions: Sessions, other: OtherWindow):
    sessions.begin()
    assert sessions.left_by("lena") == ()
    other.end(signal.SIGKILL)
    later = Sessions(sessions._folder, "later")
    later.begin()
    assert later.left_by("lena") == (TASK,)
    later.end()
    sessions.end()


def test_a_window_that_was_closed_leaves_nothing(sessions: Sessions, other: OtherWindow, home: Path):
    other.end()
    assert list((home / "sessions").iterdir()) == []
    sessions.begin()
    assert sessions.left_by("lena") == ()
    sessions.end()


@pytest.mark.parametrize("damage", [None, b"", b"{", b"\xff" * 9])
def test_what_cannot_be_read_says_nothing_and_goes(sessions: Sessions, other: OtherWindow, home: Path, damage):
    other.end(signal.SIGKILL)
    file = home / "sessions" / "other.json"
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    sessions.begin()
    assert sessions.left_by("lena") == ()
    sessions.end()
    assert list((home / "sessions").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_nobodys_trouble(home: Path, desk: Desk):
    (home / "sessions").write_text("a file where the folder should be")
    sessions = Sessions(home / "sessions", "this")
    sessions.begin()
    sessions.remember(sit(desk))
    assert sessions.left_by("lena") == ()
    sessions.end()


def cut_off(sessions: Sessions, other: OtherWindow) -> None:
    other.end(signal.SIGKILL)
    sessions.begin()


def test_it_is_said_of_when_the_text_is_and_what_was_before_becomes_a_version(
    sessions: Sessions, other: OtherWindow, desk: Desk, clock
):
    typed(desk, HEADED)
    clock.move(minutes=2)
    typed(desk, HEADED + "<p>")
    clock.move(hours=3)
    cut_off(sessions, other)
    sitting = sit(desk)
    said = recover(sessions, sitting, words)
    assert said == "Midweek ended without closing. Your text of 09:02 is here."
    (version,) = sitting.versions.all()
    assert (version.why, f"{version.at:%H:%M}") == ("ended", "09:00")
    assert version.files[0] == File("index.html", HEADED)
    assert recover(sessions, sitting, words) == ""  # once
    sessions.end()


def test_where_nothing_was_typed_nothing_is_said(sessions: Sessions, other: OtherWindow, desk: Desk):
    cut_off(sessions, other)
    assert recover(sessions, sit(desk), words) == ""
    sessions.end()


def typed(desk: Desk, text: str) -> Sitting:
    sitting = sit(desk)
    sitting.text_changed("index.html", text)
    sitting.close()
    return sitting
