"""`midweek pack recheck`: work on this PC that passes now that the pack was corrected."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from builders import ANSWER, a_pack, exercise_text
from unit.practice.office import Ending

from app.cli import run
from app.packs.reader import read_pack
from app.practice.drafts import Drafts
from app.practice.sitting import Desk, Sitting
from app.progress.people import add_person
from app.progress.store import Store

Out = pytest.CaptureFixture[str]


def silent(served, entry, questions):
    """A browser that does not answer."""


@pytest.fixture
def pack(tmp_path: Path, home: Path, clock) -> Path:
    """A pack whose check was unfair to Lena's page, and has been corrected since."""
    folder = a_pack(tmp_path / "pack", exercise_text(rule='<h1 class="big">…</h1>'))
    pack = read_pack(folder).pack
    assert pack
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        desk, ending = Desk(Drafts(home / "drafts", clock), store, silent, clock), Ending(store)
        lesson = pack.lessons[0]
        sitting = Sitting(desk, add_person(store, "Lena Brook").id, pack, lesson, lesson.exercises[0])
        sitting.text_changed("index.html", ANSWER)
        sitting.check(ending.done, ending.failed)
        assert not ending.reports[0].passed
    file = folder / "01-first-page" / "01-exercise.md"
    file.write_text(file.read_text("utf-8").replace(' class="big"', ""), "utf-8")
    return folder


def test_what_passes_now_is_named_and_recorded(pack: Path, home: Path, clock, capsys: Out) -> None:
    assert run(["pack", "recheck", str(pack)], silent) == 0
    assert capsys.readouterr().out == "1 page passes now: Lena Brook (Give the page its heading).\n"
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        assert "step.passed" in [event.kind for event in store.events()]
    assert run(["pack", "recheck", str(pack)], silent) == 0
    assert capsys.readouterr().out == "Nothing is left to check: every page that was tried has passed.\n"


def test_as_json(pack: Path, capsys: Out) -> None:
    assert run(["pack", "recheck", str(pack), "--json"], silent) == 0
    lena = {
        "person": "Lena Brook",
        "lesson": "first-page",
        "exercise": "headings",
        "title": "Give the page its heading",
    }
    told = {
        "path": str(pack),
        "passed": True,
        "checked": 1,
        "pass_now": [lena | {"title": "Give the page its heading"}],
        "unchecked": 0,
    }
    assert json.loads(capsys.readouterr().out) == told


def test_a_browser_that_does_not_answer_is_said_and_nothing_is_recorded(pack: Path, capsys: Out) -> None:
    file = pack / "01-first-page" / "01-exercise.md"
    text = file.read_text("utf-8").replace("```html\n<h1>…</h1>", "```css\nh1 { color: green }")
    file.write_text(text, "utf-8")
    assert run(["pack", "recheck", str(pack)], silent) == 2
    assert "could not be checked" in capsys.readouterr().err


def test_a_faulty_pack_is_answered_as_by_lint(pack: Path, capsys: Out) -> None:
    file = pack / "01-first-page" / "01-exercise.md"
    file.write_text(file.read_text("utf-8").replace("## Do", "## Doo"), "utf-8")
    assert run(["pack", "recheck", str(pack)], silent) == 1
    assert "`## Doo`" in capsys.readouterr().out


def test_where_nobody_ever_worked_nothing_is_made(tmp_path: Path, home: Path, capsys: Out) -> None:
    assert run(["pack", "recheck", str(a_pack(tmp_path / "other"))], silent) == 0
    assert capsys.readouterr().out == "Nothing is left to check: every page that was tried has passed.\n"
    assert not home.exists()


def test_one_exercise_is_not_a_pack(pack: Path, capsys: Out) -> None:
    assert run(["pack", "recheck", str(pack / "01-first-page" / "01-exercise.md")], silent) == 2
    assert "Give the pack's folder" in capsys.readouterr().err
