"""The pack that `midweek pack new` writes: it reads without a problem and tries clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.authoring.template import write_template
from app.authoring.trial.trying import try_pack
from app.errors import PackError
from app.packs.reader import read_pack


def never(served, entry, questions):
    raise AssertionError("the template needs no browser")


@pytest.mark.parametrize(
    ("name", "id", "title"),
    [
        ("Our office", "our-office", "Our office"),
        ("été", "t", "T"),
        ("...", "first-page", "First page"),
        ("null", "null", "Null"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_new_pack_lints_and_tries_clean(name: str, id: str, title: str, tmp_path: Path) -> None:
    files = write_template(tmp_path / name)
    assert [file.name for file in files] == ["pack.md", "lesson.md", "01-main-heading.md"]
    reading = read_pack(tmp_path / name)
    assert reading.problems == ()
    assert reading.pack
    assert (reading.pack.id, reading.pack.title) == (id, title)
    assert [exercise.remarks for exercise in try_pack(reading.pack, never).exercises] == [()]


def test_an_empty_folder_is_filled_and_a_full_one_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_template(tmp_path / "empty")
    before = (tmp_path / "empty" / "pack.md").read_bytes()
    with pytest.raises(PackError, match="already"):
        write_template(tmp_path / "empty")
    assert (tmp_path / "empty" / "pack.md").read_bytes() == before


def test_a_new_pack_says_nothing_of_its_author_to_learners(tmp_path: Path) -> None:
    write_template(tmp_path / "pack")
    pack = read_pack(tmp_path / "pack").pack
    assert pack
    exercise = pack.lessons[0].exercises[0]
    assert "For you" not in pack.about
    assert pack.about.startswith("For people at The Community Office")
    assert "<!--" not in exercise.learn + exercise.do + exercise.start[0].text + pack.lessons[0].facilitator
