"""Trying a pack: what an author is told about answers, starts, goals, pictures and links."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import ANSWER, START, a_pack, exercise_text, the_good_pack

from app.authoring.trial.remark import Trial
from app.authoring.trial.trying import try_pack
from app.errors import PackError
from app.packs.reader import read_pack

OF_MISTAKES = ("left-out", "slips-through")


def holds(served, entry, questions):
    """A browser in which a rendered rule holds where the page has an h1, and axe-core finds nothing."""
    here = b"<h1" in served[entry].lower()
    effect = {"elements": [{"order": 0, "holds": here, "found": "rgb(0, 0, 0)"}]}
    return [{"violations": []} if question["ask"] == "audit" else effect for question in questions]


def silent(served, entry, questions):
    """A browser that does not answer."""


def trial_of(folder: Path, render=holds) -> Trial:
    reading = read_pack(folder)
    assert reading.problems == ()
    assert reading.pack
    return try_pack(reading.pack, render)


def remarks(folder: Path, text: str, files: dict[str, bytes] | None = None, render=holds) -> list[str]:
    """What trying a pack of this one exercise shows, as `kind line: message`; mild ones begin with a tilde.

    What mistakes would pass is left to test_trial_changes.py: the answers here hold more than their goal asks for.
    """
    pack = a_pack(folder / "pack", text)
    for name, content in (files or {}).items():
        path = pack / "01-first-page" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (exercise,) = trial_of(pack, render).exercises
    return [
        f"{'~' if r.mild else ''}{r.kind} {r.where.line}: {r.message}"
        for r in exercise.remarks
        if r.kind not in OF_MISTAKES
    ]


def test_the_good_pack_is_fit(tmp_path: Path) -> None:
    trial = trial_of(the_good_pack(tmp_path))
    told = [(e.exercise, [r.message for r in e.remarks if r.kind not in OF_MISTAKES]) for e in trial.exercises]
    assert told == [
        ("what-a-page-is", []),
        ("headings", []),
        ("what-you-know", []),
        ("notice", []),
    ]
    assert all(r.mild or r.kind in OF_MISTAKES for e in trial.exercises for r in e.remarks)  # this browser sees no CSS
    assert trial.exercises[1].file == "01-first-page/02-headings.md"


def test_a_goal_that_the_answer_misses_is_told_where_the_answer_stands(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, exercise_text(rule='<h1 lang="cy">…</h1>'))
    kind, line, message = remark.split(" ", 2)
    assert (kind, line) == ("answer", "23:")
    assert message.startswith("The answer does not meet the goal “The page has a main heading”. ")
    assert "`lang`" in message


def test_a_slip_in_the_answer_is_told(tmp_path: Path) -> None:
    told = remarks(tmp_path, exercise_text(answer=ANSWER + "<p>Open on <em>Friday.</p>\n", rule="<h1></h1>"))
    assert [t.split(" The answer has a slip.")[0] for t in told] == ["answer 24:"]


def test_a_start_that_is_the_answer_is_told(tmp_path: Path) -> None:
    assert remarks(tmp_path, exercise_text(start=ANSWER)) == ["start 12: The start meets every goal already."]


def always(served, entry, questions):
    """A browser in which every effect holds, whatever the page, and axe-core finds nothing."""
    effect = {"elements": [{"order": 0, "holds": True, "found": "rgb(0, 0, 0)"}]}
    return [{"violations": []} if question["ask"] == "audit" else effect for question in questions]


def test_a_goal_that_cannot_fail_is_told(tmp_path: Path) -> None:
    second = "### The words are black\n```css\nhtml { color: black }\n```\n"
    advice = "### The page is white (advice)\n```css\nhtml { background-color: white }\n```\n"
    guard = "### There is no picture\n```html not\n<img>\n```\n"
    audit = "### The headings are in order\n```audit\nheading-order\n```\n"
    told = remarks(tmp_path, f"{exercise_text()}\n{second}\n{advice}\n{guard}\n{audit}", render=always)
    assert told == [
        "cannot-fail 37: An empty page meets the goal “The words are black” too, and so does the start.",
        "~cannot-fail 42: An empty page meets the goal “The page is white” too, and so does the start.",
        "~cannot-fail 47: An empty page meets the goal “There is no picture” too, and so does the start.",
    ]


def test_a_goal_that_the_start_keeps_is_no_remark(tmp_path: Path) -> None:
    text = exercise_text() + "\n### The title stays\n```html\n<title>Office</title>\n```\n"
    assert remarks(tmp_path, text) == []


def test_a_browser_that_does_not_answer_is_no_pass(tmp_path: Path) -> None:
    trial = trial_of(the_good_pack(tmp_path), silent)
    assert trial.unchecked
    assert not trial.passed
    assert [r.message for r in trial.exercises[1].remarks if r.kind == "unchecked"] == [
        "The goal “The heading is dark green” could not be tried: the browser did not answer.",
        "The goal “Every picture says what it shows” could not be tried: the browser did not answer.",
    ]


def test_the_browser_is_not_asked_for_rules_of_text(tmp_path: Path) -> None:
    def never(served, entry, questions):
        raise AssertionError("asked")

    assert trial_of(a_pack(tmp_path / "pack"), never).passed


def test_an_exercise_without_any_hint_is_told_mildly(tmp_path: Path) -> None:
    text = exercise_text().replace("Hint: Look at line 4.\n", "")
    assert remarks(tmp_path, text) == ["~hints 0: Somebody who is stuck finds no hint here."]


@pytest.mark.parametrize(
    ("markup", "remark"),
    [
        ("<img src='files/fair.jpg'>", "picture-text 24: A picture in the answer has no text."),
        (
            "<img src='files/Fair.jpg' alt=''>",
            "missing 24: The page loads `files/Fair.jpg`, and there is no such file.",
        ),
        (
            "<img src='https://example.org/a.jpg' alt='A fair'>",
            "outside 24: The page loads `https://example.org/a.jpg` from outside the pack.",
        ),
        (
            "<img srcset='files/fair.jpg 1x, //example.org/b.jpg 2x' alt='A fair'>",
            "outside 24: The page loads `//example.org/b.jpg` from outside the pack.",
        ),
        (
            "<link rel=stylesheet href=none.css>",
            "missing 24: The page loads `none.css`, and there is no such file.",
        ),
        (
            "<style>p { background: url(https://example.org/c.png) }</style>",
            "outside 24: The page loads `https://example.org/c.png` from outside the pack.",
        ),
        (
            "<a href='contact.html'>Contact us</a>",
            "missing 24: A link leads to `contact.html`, and there is no such page or place.",
        ),
        ("<a href='#hours'>Hours</a>", "missing 24: A link leads to `#hours`, and there is no such page or place."),
        (
            "<a href='../../secret.html'>Up</a>",
            "missing 24: A link leads to `../../secret.html`, and there is no such page or place.",
        ),
    ],
)
def test_what_a_page_points_at_is_looked_up(markup: str, remark: str, tmp_path: Path) -> None:
    text = exercise_text(answer=f"{ANSWER}{markup}\n")
    assert remarks(tmp_path, text, {"files/fair.jpg": b"jpg"}) == [remark]


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='files/fair.jpg' alt='A fair'>",
        "<img src='files/summer%20fair.jpg' alt=''>",
        "<img src='data:image/gif;base64,R0lGOD' alt=''>",
        "<a href='https://www.parliament.uk/'>Parliament</a>",
        "<a href='mailto:office@example.org'>Write to us</a>",
        "<a href='#top'>Up</a> <a href='#'>Up</a> <a href='index.html#hours'>Hours</a> <p id=hours>Hours</p>",
        "<link rel=canonical href='https://example.org/'>",
    ],
)
def test_what_may_stand_on_a_page_is_no_remark(markup: str, tmp_path: Path) -> None:
    text = exercise_text(answer=f"{ANSWER}{markup}\n")
    assert remarks(tmp_path, text, {"files/fair.jpg": b"jpg", "files/summer fair.jpg": b"jpg"}) == []


def test_a_start_may_be_wrong_on_purpose(tmp_path: Path) -> None:
    text = exercise_text(start=START + "<a href='gone.html'>Gone</a><img src=gone.jpg>\n")
    assert remarks(tmp_path, text) == [
        "~missing 16: A link leads to `gone.html`, and there is no such page or place.",
        "~missing 16: The page loads `gone.jpg`, and there is no such file.",
    ]


def test_assets_that_vanish_are_an_expected_failure(tmp_path: Path) -> None:
    pack = the_good_pack(tmp_path)
    reading = read_pack(pack)
    assert reading.pack
    with (pack / "01-first-page" / "files" / "film.mp4").open("wb") as film:
        film.truncate(30_000_000)
    with pytest.raises(PackError, match="too large"):
        try_pack(reading.pack, holds)
