"""`midweek pack new|lint|try`: what an author reads, what a script reads, and the exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from builders import ANSWER, a_pack, exercise_text, the_good_pack

from app.cli import run

Out = pytest.CaptureFixture[str]


def never(served, entry, questions):
    raise AssertionError("the browser was asked")


def silent(served, entry, questions):
    """A browser that does not answer."""


def without_numbers(told: str) -> str:
    """What was printed, every mistake noticed and every variant passed being `N of N`."""
    return re.sub(r"\b(\d+) of \1 (?=variants|mistakes)", "N of N ", told)


def test_a_new_pack_can_be_linted_and_tried(tmp_path: Path, capsys: Out) -> None:
    path = str(tmp_path / "my-pack")
    assert run(["pack", "new", path], never) == 0
    assert capsys.readouterr().out == (
        f"A new pack is at {path}:\n  pack.md\n  01-first-page/lesson.md\n  01-first-page/01-main-heading.md\n"
        f"Change its words, then run `midweek pack try {path}`.\n"
    )
    assert run(["pack", "lint", path], never) == 0
    assert capsys.readouterr().out == "No problems.\n"
    assert run(["pack", "try", path], never) == 0
    assert without_numbers(capsys.readouterr().out) == (
        "fit      Give the page its heading  reading age 7, N of N variants pass, N of N mistakes noticed\n\n"
        "1 of 1 exercise fit to be handed out.\n"
    )
    assert run(["pack", "new", path, "--json"], never) == 2
    assert "already" in capsys.readouterr().err


def test_problems_are_listed_by_file_and_line(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text().replace("minutes: 5", "minuts: 5").replace("## Do", "## Doo"))
    (pack / "01-first-page" / "02-empty.md").write_text("", "utf-8")
    assert run(["pack", "lint", str(pack)], never) == 1
    assert capsys.readouterr().out == (
        "01-first-page/01-exercise.md\n"
        "  Line 4:    `minuts` is not a key of an exercise. Did you mean `minutes`?\n"
        "  Line 7:    `## Doo` is not a section of an exercise. Did you mean `Do`?\n"
        "\n"
        "01-first-page/02-empty.md\n"
        "             This file is empty. Begin with `---`, a line `id: …` and a line `title: …`, then `---`.\n"
        "\n"
        "3 problems in 2 files.\n"
    )


def test_problems_as_json(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text().replace("minutes: 5", "minuts: 5"))
    problem = {
        "file": "01-first-page/01-exercise.md",
        "line": 4,
        "message": "`minuts` is not a key of an exercise.",
        "remedy": "Did you mean `minutes`?",
    }
    assert run(["pack", "lint", str(pack), "--json"], never) == 1
    assert json.loads(capsys.readouterr().out) == {"path": str(pack), "passed": False, "problems": [problem]}
    assert run(["pack", "try", str(pack), "--json"], never) == 1
    assert json.loads(capsys.readouterr().out) == {
        "path": str(pack),
        "passed": False,
        "problems": [problem],
        "exercises": [],
    }


def test_one_exercise_can_be_linted(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text().replace("minutes: 5", "minuts: 5"))
    lesson = pack / "01-first-page"
    assert run(["pack", "lint", str(lesson / "01-exercise.md")], never) == 1
    one = capsys.readouterr().out
    assert "minuts" in one
    for whole in (pack / "pack.md", lesson / "lesson.md", pack):
        assert run(["pack", "lint", str(whole)], never) == 1
        assert capsys.readouterr().out == one
    assert run(["pack", "try", str(lesson / "01-exercise.md")], never) == 2
    assert capsys.readouterr().err.endswith("is one file. Give the pack's folder: a pack is tried as a whole.\n")


def test_a_trial_says_what_is_not_fit(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text("one"), exercise_text("two", start=ANSWER, title="Start again"))
    assert run(["pack", "try", str(pack)], never) == 1
    assert without_numbers(capsys.readouterr().out) == (
        "fit      Give the page its heading  N of N variants pass, 6 of 7 mistakes noticed\n"
        "  Line 23:   (mild) `<h1>The Community Office</h1>` would pass with the same twice. "
        "If that is not meant, this goal would notice:\n"
        "               ### The page has a main heading that says “The Community Office”, once\n"
        "               ```html\n"
        '               <h1 times="1">The Community Office</h1>\n'
        "               ```\n"
        "not yet  Start again                N of N variants pass\n"
        "  Line 12:   The start meets every goal already. "
        "Take something out of the start, or add a goal for what is to be done.\n"
        "\n"
        "1 of 2 exercises fit to be handed out.\n"
    )


def test_a_trial_as_json(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text(start=ANSWER))
    assert run(["pack", "try", str(pack), "--json"], never) == 1
    exercises = json.loads(capsys.readouterr().out)["exercises"]
    assert exercises == [
        {
            "lesson": "first-page",
            "exercise": "headings",
            "title": "Give the page its heading",
            "file": "01-first-page/01-exercise.md",
            "passed": False,
            "reading_age": None,
            "remarks": [
                {
                    "kind": "start",
                    "file": "01-first-page/01-exercise.md",
                    "line": 12,
                    "message": "The start meets every goal already.",
                    "remedy": "Take something out of the start, or add a goal for what is to be done.",
                    "mild": False,
                    "check": "",
                }
            ],
            "variants": {"tried": exercises[0]["variants"]["passed"], "passed": exercises[0]["variants"]["passed"]},
            "mistakes": {"made": 0, "noticed": 0},
        }
    ]
    assert exercises[0]["variants"]["tried"] > 5


def test_the_seed_of_a_trial_is_a_whole_number(tmp_path: Path, capsys: Out) -> None:
    pack = str(a_pack(tmp_path / "pack"))
    assert run(["pack", "try", pack, "--seed", "7"], never) == 0
    assert run(["pack", "try", pack, "--seed", "seven"], never) == 2
    assert "--seed needs a whole number after it." in capsys.readouterr().err


def test_a_trial_without_a_browser_could_not_run(tmp_path: Path, capsys: Out) -> None:
    assert run(["pack", "try", str(the_good_pack(tmp_path))], silent) == 2
    told = capsys.readouterr()
    assert "could not be tried: the browser did not answer" in told.out
    assert told.err == "midweek: The browser did not answer, so some goals could not be tried. Try again.\n"


def test_a_path_without_a_pack_could_not_run(tmp_path: Path, capsys: Out) -> None:
    for path, sentence in (
        (tmp_path / "gone", f"There is nothing at {tmp_path / 'gone'}. Give the pack's folder."),
        (tmp_path, f"There is no pack.md in {tmp_path}. Give the folder that holds the pack's pack.md."),
    ):
        for command in ("lint", "try"):
            assert run(["pack", command, str(path)], never) == 2
            assert capsys.readouterr() == ("", f"midweek: {sentence}\n")


def test_a_pack_cannot_take_hold_of_the_terminal(tmp_path: Path, capsys: Out) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text(title='"\\e]0;mine\\aHeading"'))
    assert run(["pack", "try", str(pack)], never) == 0
    assert "\x1b" not in capsys.readouterr().out
