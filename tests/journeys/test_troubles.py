"""Whatever is wrong with packs, folders and files, the window opens and says one clear thing."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.opening import make_program
from app.paths import Home
from app.play import Player
from app.program import Program
from app.ui.theme import Theme
from app.ui.window import Window
from tests.journeys.conftest import closed


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What would have been a traceback."""
    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *bug: seen.append(bug))
    yield seen
    assert not seen


@contextmanager
def opened(app: QApplication, home: Path, clock, packs: Path | None = None) -> Iterator[Program]:
    program = make_program(Window(Theme(app)), Home(home), clock, packs)
    program.begin()
    try:
        yield program
    finally:
        closed(program)


def test_a_missing_folder_of_packs(qapp, home, clock, tmp_path, bugs) -> None:
    with opened(qapp, home, clock, tmp_path / "nowhere") as program:
        program.add_person("Tom")
        assert program.window.screen_name == "packs"
        assert program.shelf.faulty[0].problems[0].message == "The folder of packs is not there."


def test_a_broken_pack_is_listed_and_stops_no_other(qapp, home, clock, bugs) -> None:
    broken = home / "packs" / "broken"
    broken.mkdir(parents=True)
    (broken / "pack.md").write_bytes(b"\xff\xfe\x00 not a pack")
    with opened(qapp, home, clock) as program:
        program.add_person("Tom")
        assert program.window.screen_name == "week"
        assert [faulty.folder.name for faulty in program.shelf.faulty] == ["broken"]


def test_a_folder_that_cannot_be_written(qapp, home, clock, bugs) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    with opened(qapp, home, clock) as program:
        assert program.window.notice.text
        program.add_person("Tom")
        assert program.window.people.problem
        assert program.window.screen_name == "people"


def test_a_full_disk_keeps_what_is_typed_and_saves_it_when_there_is_room(qapp, home, clock, bugs) -> None:
    with opened(qapp, home, clock) as program:
        program.add_person("Tom")
        program.open_exercise("the-window")
        desk = program.wake_browser()
        with full_disk():
            desk.sitting.text_changed("index.html", "<h1>Kept</h1>")
            assert not desk.save()
            assert "Not saved" in desk.screen.status.saved.text()
            program.show_screen("week")  # leaving the exercise loses nothing either
        assert desk.save()
    kept = [file.read_text("utf-8") for file in home.glob("drafts/*/*/draft.json")]
    assert any("Kept" in text for text in kept)


def test_closing_the_window_on_a_full_disk_asks_once(qapp, home, clock, bugs, tmp_path) -> None:
    with opened(qapp, home, clock) as program:
        player = Player(program, tmp_path / "pictures")
        program.add_person("Tom")
        program.open_exercise("the-window")
        with full_disk():
            program.wake_browser().sitting.text_changed("index.html", "<h1>Kept</h1>")
            program.window.close()
            player.wait(lambda: "not on the disk" in program.window.notice.text, "the question")
            assert program.window.isVisible()
            program.window.close()
            player.wait(lambda: not program.window.isVisible(), "the window to go")


def test_a_damaged_database_is_set_aside_and_said(qapp, home, clock, bugs) -> None:
    home.mkdir(parents=True)
    (home / "progress.sqlite3").write_bytes(b"this is no database" * 500)
    with opened(qapp, home, clock) as program:
        assert program.window.notice.text
        program.add_person("Tom")
        assert program.window.screen_name == "week"
    assert len([file for file in home.iterdir() if file.is_file() and file.read_bytes().startswith(b"this is no")]) == 1


def test_a_second_copy_of_the_program(qapp, home, clock, bugs) -> None:
    with opened(qapp, home, clock) as first, opened(qapp, home, clock) as second:
        first.add_person("Tom")
        second.add_person("Lena")
        first.show_screen("group")
        table = first.window.group.table.model()
        assert {table.data(table.index(row, 0)) for row in range(table.rowCount())} == {"Tom", "Lena"}


def test_the_window_comes_back_where_it_stood(qapp, home, clock, bugs) -> None:
    with opened(qapp, home, clock) as program:
        program.window.resize(790, 610)
        program.window.close()
        kept = program.settings.preferences().window
    window = Window(Theme(qapp))
    window.restore_place(kept)
    assert (window.width(), window.height()) == (790, 610)
    window.deleteLater()


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow in this process, which is what a full disk feels like."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
