"""Trying a pack with changes of its answers: harmless ones must pass, mistakes must be noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_pack, exercise_text

from app.authoring.trial.added import added_spans
from app.authoring.trial.remark import ExerciseTrial, Remark
from app.authoring.trial.trying import try_pack
from app.packs.reader import read_pack

HEAD = "<!doctype html>\n<html lang='en-GB'>\n<head>\n  <title>Office</title>\n</head>\n"
START = HEAD + "<body>\n  <p>The Community Office</p>\n</body>\n</html>\n"
HEADING = START.replace("<p>", "<h1>").replace("</p>", "</h1>")
LIST = START.replace("</body>", "  <ul>\n    <li>Letters</li>\n    <li>Forms</li>\n  </ul>\n</body>")
STYLED = "### The heading is green\n```css\nh1 { color: green }\n```\n"


def never(served, entry, questions):
    raise AssertionError("asked")


def trial_of(folder: Path, text: str, render=never, seed: int = 0) -> ExerciseTrial:
    reading = read_pack(a_pack(folder / "pack", text))
    assert reading.problems == ()
    assert reading.pack
    (exercise,) = try_pack(reading.pack, render, seed).exercises
    return exercise


def of_kind(trial: ExerciseTrial, kind: str) -> list[Remark]:
    return [remark for remark in trial.remarks if remark.kind == kind]


def test_a_strict_goal_notices_every_mistake(tmp_path: Path) -> None:
    rule = '<h1 times="1" direct>The Community Office</h1>'
    trial = trial_of(tmp_path, exercise_text(start=START, answer=HEADING, rule=rule))
    assert trial.passed
    assert trial.remarks == ()
    assert trial.tally.mistakes == trial.tally.noticed >= 5
    assert trial.tally.variants == trial.tally.passed >= 8


def test_what_can_be_left_out_is_no_fit_answer(tmp_path: Path) -> None:
    trial = trial_of(tmp_path, exercise_text(start=START, answer=LIST, rule='<ul><li times="1+">…</li></ul>'))
    assert not trial.passed
    (first, second) = of_kind(trial, "left-out")
    assert first.message == "A learner can leave out `<li>Letters</li>` and still pass."
    assert first.where.line == trial_line(LIST, "<li>Letters")
    assert "<li>Letters</li>" in first.check
    assert first.check.startswith("### ")
    assert second.message == "A learner can leave out `<li>Forms</li>` and still pass."


def trial_line(answer: str, words: str) -> int:
    """The line of words of the answer in the file that exercise_text makes of START and it."""
    text = exercise_text(start=START, answer=answer)
    return text[: text.index(words, text.index("## Answer"))].count("\n") + 1


def test_in_a_project_what_can_be_left_out_is_only_worth_a_look(tmp_path: Path) -> None:
    text = exercise_text(start=START, answer=LIST, rule='<ul><li times="1+">…</li></ul>')
    trial = trial_of(tmp_path, text.replace("minutes: 5\n", "minutes: 5\nkind: project\n"))
    assert trial.passed
    assert [remark.mild for remark in of_kind(trial, "left-out")] == [True, True]


def test_an_attribute_and_tags_that_can_be_left_out_are_said(tmp_path: Path) -> None:
    answer = START.replace("The Community Office", "<a href='https://example.org/'>The Community Office</a>")
    trial = trial_of(
        tmp_path,
        exercise_text(start=START, answer=answer, rule="<p>The Community Office</p>").replace(
            "### The page has a main heading", "### There is a link in it\n```html\n<a>…</a>\n```\n\n### The name stays"
        ),
    )
    (remark,) = of_kind(trial, "left-out")
    assert remark.message.startswith("A learner can leave the attribute out of `<p><a href=")
    assert 'href="https://example.org/"' in remark.check


def test_other_mistakes_that_pass_are_mild_and_told_by_line(tmp_path: Path) -> None:
    trial = trial_of(tmp_path, exercise_text(start=START, answer=HEADING, rule="<h1>…</h1>"))
    assert trial.passed
    (remark,) = of_kind(trial, "slips-through")
    assert remark.mild
    assert remark.message == ("`<h1>The Community Office</h1>` would pass with the same twice.")
    assert remark.check.splitlines()[2] == '<h1 times="1">The Community Office</h1>'


def test_only_what_the_answer_adds_is_tried(tmp_path: Path) -> None:
    start = START.replace("</body>", "  <h2>Where we are</h2>\n  <p>Above the library.</p>\n</body>")
    answer = start.replace("<p>The Community Office</p>", "<h1>The Community Office</h1>")
    trial = trial_of(
        tmp_path, exercise_text(start=start, answer=answer, rule='<h1 times="1">The Community Office</h1>')
    )
    assert "library" not in " ".join(remark.message for remark in trial.remarks)
    assert trial.passed


@pytest.mark.parametrize(
    ("start", "answer", "added"),
    [
        ("<p>Office</p>\n", "<h1>Office</h1>\n", ["<h1", "</h1"]),
        ("<p>Open\n", "<p>Open on Friday\n", [" on Friday"]),
        ("<ul>\n</ul>\n", "<ul>\n  <li>One</li>\n</ul>\n", ["  <li>One</li>\n"]),
        ("<p>\n<b>x</b>\n</p>\n", "  <p>\n    <b>x</b>\n  </p>\n", []),
        ("", "<p>All", ["<p>All"]),
        ("<p>Gone", "", []),
    ],
)
def test_what_an_answer_adds(start: str, answer: str, added: list[str]) -> None:
    assert [answer[slice(*span)] for span in added_spans(start, answer)] == added


def test_the_browser_is_asked_once_of_all_variants_and_only_of_mistakes_that_text_does_not_tell(tmp_path: Path) -> None:
    asked: list[str] = []

    def green(served, entry, questions):
        asked.append(served[entry].decode())
        here = b"<h1" in served[entry].lower()
        return [{"elements": [{"order": 0, "holds": here, "found": "black"}]} for _ in questions]

    text = exercise_text(start=START, answer=HEADING, rule='<h1 times="1" direct>The Community Office</h1>')
    trial = trial_of(tmp_path, f"{text}\n{STYLED}", green)
    assert trial.passed
    assert trial.tally.mistakes == trial.tally.noticed
    assert len(asked) <= 4  # the answer, the start, an empty page, and the answer written otherwise


def test_a_goal_that_a_harmless_variant_fails_is_told(tmp_path: Path) -> None:
    def spelling(served, entry, questions):
        """A browser that is wrong-footed by anything but the answer's own text."""
        right = served[entry].decode() == HEADING
        return [{"elements": [{"order": 0, "holds": right, "found": "black"}]} for _ in questions]

    text = exercise_text(start=START, answer=HEADING, rule='<h1 times="1" direct>The Community Office</h1>')
    trial = trial_of(tmp_path, f"{text}\n{STYLED}", spelling)
    (remark,) = of_kind(trial, "variant")
    assert remark.message.startswith("The answer fails when it is written in another way (everything). ")
    assert not trial.passed
    assert trial.tally.variants == trial.tally.passed + 1


def test_the_same_seed_makes_the_same_trial(tmp_path: Path) -> None:
    text = exercise_text(start=START, answer=LIST, rule="<ul>…</ul>")
    one, same, other = (trial_of(tmp_path / str(n), text, seed=seed) for n, seed in enumerate((1, 1, 2)))
    assert one == same
    assert one.tally.mistakes == pytest.approx(other.tally.mistakes, abs=20)


def test_text_that_is_hard_to_read_is_told_mildly(tmp_path: Path) -> None:
    hard = (
        "Notwithstanding considerable organisational heterogeneity, participants necessarily internalise documentation "
        "terminology, institutional communication responsibilities and administrative accountability requirements."
    )
    text = exercise_text().replace("Make the name a main heading.", f"{hard} {hard}")
    (remark,) = of_kind(trial_of(tmp_path, text), "reading-age")
    assert remark.mild
    assert remark.message == "Its text reads as one for people of 20."
