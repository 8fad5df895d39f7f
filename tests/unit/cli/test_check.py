"""`midweek check`: what somebody reads, what a script reads, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import ANSWER, START, a_pack, exercise_text, the_good_pack

from app.cli import run

GREEN = "rgb(0, 100, 0)"


def seen(served, entry, questions):
    """A browser that knows one style: the heading is dark green if style.css says so."""
    holds = b"darkgreen" in served.get("style.css", b"")
    effect = {"elements": [{"order": 4, "holds": holds, "found": GREEN if holds else "rgb(0, 0, 0)"}]}
    return [{"violations": []} if question["ask"] == "audit" else effect for question in questions]


def silent(served, entry, questions):
    """A browser that does not answer."""


def never(served, entry, questions):
    raise AssertionError("the browser was asked")


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    return a_pack(tmp_path / "pack") / "01-first-page" / "01-exercise.md"


def a_page(folder: Path, html: str = ANSWER, name: str = "index.html", **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(html, "utf-8")
    for file, text in files.items():
        (folder / file.replace("_", ".")).write_text(text, "utf-8")
    return folder


def check(exercise: Path, page: Path, *more: str, render=never) -> int:
    return run(["check", str(exercise), "--page", str(page), *more], render)


def test_a_page_that_is_right_passes(exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(exercise, a_page(tmp_path / "page")) == 0
    assert capsys.readouterr().out == (
        "Give the page its heading\n\n  passed     The page has a main heading\n\nAll 1 goal met.\n"
    )


def test_a_page_that_is_not_is_told_why_and_where(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(exercise, a_page(tmp_path / "page", START)) == 1
    title, _, goal, if_not, fault, _, met = capsys.readouterr().out.splitlines()
    assert title == "Give the page its heading"
    assert goal == "  not yet    The page has a main heading"
    assert if_not == "             A main heading stands between `<h1>` and `</h1>`."
    assert fault.startswith("             Line 4: ")
    assert met == "0 of 1 goal met."


def test_the_same_as_json(exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(exercise, a_page(tmp_path / "page", START), "--json") == 1
    told = json.loads(capsys.readouterr().out)
    (goal,) = told["goals"]
    (message,) = goal.pop("messages")
    assert told == {"exercise": "headings", "passed": False, "goals": [goal], "slips": []}
    assert goal == {
        "goal": "The page has a main heading",
        "outcome": "failed",
        "advice": False,
        "if_not": "A main heading stands between `<h1>` and `</h1>`.",
        "hints": ["Look at line 4."],
    }
    assert set(message) == {"text", "line", "column", "file", "kind"}
    assert (message["file"], message["line"]) == ("index.html", 4)


def test_a_slip_comes_first(exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = a_page(tmp_path / "page", ANSWER.replace("</h1>", "</h1"))
    check(exercise, page)
    assert capsys.readouterr().out.splitlines()[2].startswith("  slip       Line 4: ")
    check(exercise, page, "--json")
    assert json.loads(capsys.readouterr().out)["slips"][0]["line"] == 4


def test_a_folder_brings_its_style_and_the_lesson_its_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exercise = the_good_pack(tmp_path) / "01-first-page" / "02-headings.md"
    served: dict[str, bytes] = {}

    def watch(files, entry, questions):
        served.update(files)
        return seen(files, entry, questions)

    html = "<link rel=stylesheet href=style.css><h1>The Community Office</h1>"
    page = a_page(tmp_path / "page", html, style_css="h1 { color: darkgreen }")
    assert check(exercise, page, render=watch) == 0
    assert set(served) == {"index.html", "style.css", "files/fair.svg"}
    assert capsys.readouterr().out.endswith("All 2 goals met.\n")


def test_one_file_brings_what_it_links_to(tmp_path: Path) -> None:
    exercise = the_good_pack(tmp_path) / "01-first-page" / "02-headings.md"
    served: dict[str, bytes] = {}

    def watch(files, entry, questions):
        served.update(files, entry=entry.encode())
        return seen(files, entry, questions)

    html = (
        "<link rel=stylesheet href=style.css><h1>The Community Office</h1><a href='../pack/pack.md'>x</a>"
        "<a href='other.html'>Other</a><img src='https://example.org/a.jpg'><img src='%00'><img src='/etc/passwd'>"
    )
    page = a_page(
        tmp_path / "page", html, "mine.html", style_css="p { background: url(a.png) }", a_png="png", b_png="no"
    )
    (page / "other.html").write_text("<a href=mine.html>Back</a>", "utf-8")
    check(exercise, page / "mine.html", render=watch)
    assert set(served) == {"mine.html", "other.html", "style.css", "a.png", "files/fair.svg", "entry"}
    assert served["entry"] == b"mine.html"


def test_a_browser_that_does_not_answer_is_neither_passed_nor_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exercise = the_good_pack(tmp_path) / "01-first-page" / "02-headings.md"
    assert check(exercise, a_page(tmp_path / "page", "<h1>The Community Office</h1>"), render=silent) == 2
    told = capsys.readouterr()
    assert "  unchecked  The heading is dark green\n" in told.out
    assert told.err == "midweek: The browser did not answer, so some goals could not be checked. Try again.\n"
    assert check(exercise, a_page(tmp_path / "page", "<p>The Community Office</p>"), render=silent) == 1


def test_advice_never_blocks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        exercise_text(goal="The page has a main heading (advice)") + "\n### A title\n```html\n<title>…</title>\n```\n"
    )
    exercise = a_pack(tmp_path / "pack", text) / "01-first-page" / "01-exercise.md"
    assert check(exercise, a_page(tmp_path / "page", START)) == 0
    told = capsys.readouterr().out
    assert "\n  advice     The page has a main heading\n" in told
    assert told.endswith("\nAll 1 goal met.\n")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("midweek: ")
    assert told.err.count("\n") == 1
    return told.err.removeprefix("midweek: ").removesuffix("\n")


def test_a_broken_exercise_could_not_run(exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exercise.write_text(exercise.read_text("utf-8").replace("minutes: 5", "minuts: 5"), "utf-8")
    assert check(exercise, a_page(tmp_path / "page")) == 2
    assert said(capsys) == f"{exercise}, line 4: `minuts` is not a key of an exercise. Did you mean `minutes`?"
    exercise.write_text(exercise.read_text("utf-8").replace("## Do", "## Doo"), "utf-8")
    assert check(exercise, a_page(tmp_path / "page")) == 2
    assert said(capsys).endswith(f"(and 1 more problem: `midweek pack lint {exercise}` lists them)")


def test_a_quiz_has_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = the_good_pack(tmp_path) / "01-first-page" / "03-what-you-know.md"
    assert check(quiz, a_page(tmp_path / "page")) == 2
    assert said(capsys) == f"{quiz} is a quiz: it has no page to check. Give an exercise or a project."


def test_what_cannot_be_read_is_one_sentence(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = a_page(tmp_path / "page")
    (tmp_path / "binary.md").write_bytes(b"\x00\x01\x02")
    (tmp_path / "latin.html").write_bytes(b"<p>caf\xe9")
    (tmp_path / "zero.html").write_bytes(b"<p>\0")
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    (tmp_path / "none").mkdir()
    a_page(tmp_path / "two", name="a.html", b_html="<p>")
    expected = {
        (tmp_path / "gone.md", page): f"{tmp_path / 'gone.md'}: This file is not there. Write a file named `gone.md`.",
        (tmp_path, page): f"{tmp_path}: This is not a file. Put a text file of this name here.",
        (tmp_path / "binary.md", page): f"{tmp_path / 'binary.md'}: This file is not text. "
        "Write the exercise in a text editor, not in a word processor.",
        (exercise, tmp_path / "gone.html"): f"There is no page at {tmp_path / 'gone.html'}. "
        "Give an HTML file, or a folder with index.html in it.",
        (exercise, tmp_path / "latin.html"): f"{tmp_path / 'latin.html'} is not UTF-8 text. "
        "Save it as UTF-8 (in the editor: Save as, Encoding).",
        (
            exercise,
            tmp_path / "zero.html",
        ): f"{tmp_path / 'zero.html'} is not text. Give a page written in a text editor.",
        (exercise, tmp_path / "notes.txt"): f"{tmp_path / 'notes.txt'} is not an HTML page. "
        "Give a file that ends in .html, or the folder it is in.",
        (exercise, tmp_path / "none"): f"There is no page in {tmp_path / 'none'}. Give the HTML file itself.",
        (exercise, tmp_path / "two"): f"There is several pages and no index.html in {tmp_path / 'two'}. "
        "Give the HTML file itself.",
    }
    for (file, at), sentence in expected.items():
        assert check(file, at) == 2
        assert said(capsys) == sentence


def test_paths_that_no_disk_takes_are_one_sentence(exercise: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for page in ("a" * 5000, "a/" * 5000):
        assert run(["check", str(exercise), "--page", page], never) == 2
        assert run(["check", page, "--page", str(exercise)], never) == 2
        assert run(["pack", "lint", page], never) == 2
        assert run(["pack", "new", page], never) == 2
        assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_is_no_page_is_not_read_whole(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = a_page(tmp_path / "page")
    with (page / "film.mp4").open("wb") as film:
        film.truncate(60_000_000)
    assert check(exercise, page) == 2
    assert said(capsys).startswith(f"There is more in {page} than belongs to one page.")
