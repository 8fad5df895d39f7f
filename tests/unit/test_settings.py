"""Preferences come back as they were set, for the PC and for each person, whatever happens to the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import StorageError
from app.settings import Preferences, Settings

TODAY = date(2026, 11, 23)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "settings.json"


def test_without_a_file_everything_is_as_usual_and_no_file_is_made(path: Path):
    settings = Settings(path, TODAY)
    assert settings.preferences("lena") == Preferences()
    assert (settings.last_person, settings.notice) == ("", "")
    assert not path.exists()


def test_what_was_set_is_there_the_next_day(path: Path):
    settings = Settings(path, TODAY)
    settings.set_preferences(Preferences(text_size=18, theme="dark"))
    settings.set_preferences(Preferences(text_size=24, theme="contrast", panes=(300, 500, 400)), "lena")
    settings.remember_person("lena")
    again = Settings(path, TODAY)
    assert again.preferences("lena") == Preferences(24, "contrast", (300, 500, 400))
    assert again.preferences("tom") == again.preferences() == Preferences(18, "dark")
    assert again.last_person == "lena"


def test_two_copies_of_the_program_keep_each_others_changes(path: Path):
    one, two = Settings(path, TODAY), Settings(path, TODAY)
    one.set_preferences(Preferences(text_size=20), "lena")
    two.set_preferences(Preferences(text_size=30), "tom")
    again = Settings(path, TODAY)
    assert [again.preferences(who).text_size for who in ("lena", "tom")] == [20, 30]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"pc": '])
def test_a_damaged_file_is_set_aside_and_said(path: Path, content: bytes):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path, TODAY)
    assert settings.preferences() == Preferences()
    assert "set aside" in settings.notice
    assert path.with_name("settings.damaged-2026-11-23.json").read_bytes() == content
    settings.remember_person("lena")
    assert Settings(path, TODAY).notice == ""


def test_values_that_make_no_sense_are_as_usual_and_the_others_stay(path: Path):
    path.parent.mkdir()
    path.write_text(
        '{"pc": {"text_size": 900, "theme": "dark", "panes": "wide", "new": 1}, "people": 3, "last_person": 4}'
    )
    settings = Settings(path, TODAY)
    assert settings.preferences("lena") == Preferences(theme="dark")
    assert settings.last_person == ""
    settings.set_preferences(Preferences(text_size=20))
    assert '"new": 1' in path.read_text()


def test_where_nothing_can_be_written_the_choice_holds_for_now(home: Path):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be")
    settings = Settings(home / "settings.json", TODAY)
    with pytest.raises(StorageError):
        settings.set_preferences(Preferences(text_size=20))
    assert settings.preferences().text_size == 20
