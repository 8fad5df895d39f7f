"""Reading packs: what a good one says, and what an author is told about each thing that is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builders import EXERCISE, LESSON, PACK, SAMPLES, a_pack, exercise_text, the_good_pack
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.packs.body import parse_body
from app.packs.exercise import parse_exercise
from app.packs.fields import Fields
from app.packs.model import Pack, Problem
from app.packs.problems import Problems
from app.packs.reader import read_exercise, read_pack

BROKEN = sorted((SAMPLES / "broken").rglob("*.md"))
TOLD = "\n<!-- What an author is told:\n"


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{p.where.file}:{p.where.line}: {p.message} {p.remedy}" for p in problems]


def good(tmp_path: Path, **fields: str) -> Pack:
    reading = read_pack(the_good_pack(tmp_path), fields)
    assert told(reading.problems) == []
    assert reading.pack
    return reading.pack


@pytest.mark.parametrize("sample", BROKEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_broken_file_is_told_with_line_and_remedy(sample: Path, tmp_path: Path) -> None:
    text, _, expected = sample.read_text("utf-8").partition(TOLD)
    kind = sample.parent.name
    pack = a_pack(tmp_path / "pack", text) if kind == "exercise" else a_pack(tmp_path / "pack", **{kind: text})
    reading = read_pack(pack)
    file = {"exercise": "01-first-page/01-exercise.md", "lesson": "01-first-page/lesson.md", "pack": "pack.md"}[kind]
    assert reading.pack is None
    assert told(reading.problems) == [f"{file}:{line}" for line in expected.removesuffix("\n-->\n").split("\n")]


def test_the_good_pack_says_what_it_is(tmp_path: Path) -> None:
    pack = good(tmp_path)
    assert (pack.id, pack.title, pack.version) == ("sample", "Pages for The Community Office", "1.2.0")
    assert (pack.needs, pack.answer, pack.authors) == ("1.0", "after-3-tries", ("Midweek contributors",))
    assert pack.about == "For staff of The Community Office who start from nothing."
    assert pack.changes == ("1.2.0: A quiz.", "1.1.0: A second lesson,\nwith colours.")
    assert [lesson.id for lesson in pack.lessons] == ["first-page", "colour"]
    lesson = pack.lessons[0]
    assert lesson.recap == ("What is a tag?", "What is a heading for?")
    assert "The Community Office" in lesson.facilitator
    assert [step.id for step in lesson.exercises] == ["what-a-page-is", "headings", "what-you-know"]
    assert [step.kind for step in lesson.exercises] == ["reading", "exercise", "quiz"]


def test_an_exercise_has_its_pages_goals_and_hints(tmp_path: Path) -> None:
    exercise = good(tmp_path).lessons[0].exercises[1]
    assert [file.name for file in exercise.start] == ["index.html", "style.css"]
    assert "<!-- edit from here -->\n<p>The Community Office</p>\n<!-- to here -->" in exercise.start[0].text
    assert exercise.answer[1].text == "h1 { color: darkgreen }\n"
    first, colour, pictures = exercise.checks
    assert first.goal == "The page has one main heading, with the name of The Community Office"
    assert first.rule.reading == "html"
    assert first.rule.text == '<h1 times="1">The Community Office</h1>\n'
    assert first.if_not == "A main heading stands between `<h1>` and `</h1>`."
    assert first.hints == ("Look at the first paragraph.", "Change both tags of it.")
    assert (colour.rule.reading, pictures.rule.reading, pictures.advice) == ("css", "audit", True)
    assert pictures.goal == "Every picture says what it shows"
    assert exercise.hints == ("Begin with the heading.\n```html\n<h1>…</h1>\n```", "Then change `black`.")


def test_lines_point_into_the_exercise_file(tmp_path: Path) -> None:
    exercise = good(tmp_path).lessons[0].exercises[1]
    lines = exercise.path.read_text("utf-8").split("\n")
    assert lines[exercise.start_lines[0] - 1] == "<!doctype html>"
    assert lines[exercise.answer_lines[1] - 1] == "h1 { color: darkgreen }"
    assert lines[exercise.checks[1].rule.line - 1] == "h1 { color: darkgreen }"


def test_a_file_the_answer_does_not_repeat_is_as_in_the_start(tmp_path: Path) -> None:
    text = exercise_text().replace("## Answer", "```css style.css\np { margin: 0 }\n```\n\n## Answer")
    reading = read_pack(a_pack(tmp_path / "pack", text))
    assert reading.pack
    assert [file.name for file in reading.pack.lessons[0].exercises[0].answer] == ["index.html", "style.css"]


def test_a_group_fills_in_its_own_words(tmp_path: Path) -> None:
    pack = good(tmp_path, **{"office.name": "Ms Owen's\nOffice", "weather": "Rain"})
    exercise = pack.lessons[0].exercises[1]
    assert pack.title == "Pages for Ms Owen's Office"
    assert "<p>Ms Owen's Office</p>" in exercise.start[0].text
    assert "We are open on Friday." in exercise.start[0].text
    assert exercise.checks[0].rule.text == '<h1 times="1">Ms Owen\'s Office</h1>\n'


def test_a_quiz_has_questions_with_explanations(tmp_path: Path) -> None:
    one, two = good(tmp_path).lessons[0].exercises[2].questions
    assert one.text == "Which of these is a main heading?\n\n```html\n<h1>Hello</h1>\n```"
    assert [(o.text, o.right) for o in one.options] == [("`<h1>`", True), ("`<h2>`", False)]
    assert one.options[1].explanation == "This is a heading of a part."
    assert [o.right for o in two.options] == [True, True, False]


def test_a_block_of_four_backticks_shows_one_of_three(tmp_path: Path) -> None:
    learn = good(tmp_path).lessons[0].exercises[0].learn
    assert learn.endswith("````markdown\n## Start\n```html index.html\n<p>Hello\n```\n````")


def test_a_translation_is_text_and_no_step_of_its_own(tmp_path: Path) -> None:
    exercise = good(tmp_path).lessons[0].exercises[1]
    (welsh,) = exercise.translations
    assert (welsh.language, welsh.title) == ("cy", "Rhoi ei phenawdau i'r dudalen")
    assert welsh.texts["do"] == "1. Gwnewch enw The Community Office yn brif bennawd."


def test_a_translation_with_code_is_told(tmp_path: Path) -> None:
    pack = the_good_pack(tmp_path)
    welsh = pack / "01-first-page" / "02-headings.cy.md"
    welsh.write_text(welsh.read_text("utf-8") + "\n## Start\n```html index.html\n```\n", "utf-8")
    (pack / "01-first-page" / "09-lost.cy.md").write_text("---\ntitle: Ar goll\n---\n", "utf-8")
    assert told(read_pack(pack).problems) == [
        "01-first-page/02-headings.cy.md:11: `## Start` is not a section of a translation. "
        "Sections are `Learn`, `Do`, `Hints` and `For the facilitator`.",
        "01-first-page/09-lost.cy.md:0: This translation belongs to no file. "
        "Name it after the file it translates, or take it away; there is no `09-lost.md`.",
    ]


def test_everything_is_told_at_once_over_all_files(tmp_path: Path) -> None:
    pack = the_good_pack(tmp_path)
    for file, old, new in (
        ("pack.md", "licence:", "license:"),
        ("02-colour/lesson.md", "minutes: 30", "minutes: half an hour"),
        ("02-colour/01-notice.md", "id: notice", "id: headings"),
        ("01-first-page/02-headings.md", "{{ office.surgery_day }}. <a", "{{ office.surgery_dya }}. <a"),
    ):
        path = pack / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [line.partition(" ")[0] for line in told(read_pack(pack).problems)] == [
        "01-first-page/02-headings.md:33:",
        "02-colour/01-notice.md:2:",
        "02-colour/lesson.md:4:",
        "pack.md:7:",
    ]


def test_an_id_is_never_used_twice(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text("headings"), exercise_text("headings"))
    assert told(read_pack(pack).problems) == [
        "01-first-page/02-exercise.md:2: `headings` is also the id of 01-first-page/01-exercise.md. "
        "Give one of them another id; an id is never used twice."
    ]


def test_an_id_in_use_cannot_be_replaced(tmp_path: Path) -> None:
    second = exercise_text("headings-2").replace("minutes: 5", "minutes: 5\nreplaces: [headings]")
    pack = a_pack(tmp_path / "pack", exercise_text("headings"), second)
    assert told(read_pack(pack).problems) == [
        "01-first-page/02-exercise.md:5: `replaces` names `headings`, which 01-first-page/01-exercise.md still has. "
        "List only ids that are no longer in the pack."
    ]


def test_windows_newlines_a_byte_order_mark_and_tabs_change_nothing(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack", exercise_text(start="<p>\tOffice\n"))
    before = read_pack(pack).pack
    for path in pack.rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_pack(pack).pack == before
    assert before
    assert before.lessons[0].exercises[0].start[0].text == "<p>\tOffice\n"


UNREADABLE = {
    "empty": (b" \n\n", "0: This file is empty. Begin with `---`, a line `id: …` and a line `title: …`, then `---`."),
    "binary": (
        b"PK\x03\x04\0\0",
        "0: This file is not text. Write the exercise in a text editor, not in a word processor.",
    ),
    "utf-16": (
        PACK.encode("utf-16"),
        "0: This file is saved as UTF-16. Save it as UTF-8 (in the editor: Save as, Encoding).",
    ),
    "latin-1": (
        b"---\nid: a\ntitle: caf\xe9\n---\n",
        "3: This line has a character that is not UTF-8. Save the file as UTF-8 (in the editor: Save as, Encoding).",
    ),
    "large": (
        b"a" * 50_000_000,
        "0: This file is 50 MB large, too large for a text. Keep pictures in `files/` beside it.",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("file", ["pack.md", "01-first-page/lesson.md", "01-first-page/01-exercise.md"])
def test_a_file_that_is_no_text_is_told(name: str, file: str, tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack")
    raw, expected = UNREADABLE[name]
    (pack / file).write_bytes(raw)
    assert told(read_pack(pack).problems) == [f"{file}:{expected}"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights that people there seldom have")
def test_links_out_of_the_pack_are_refused(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack")
    (tmp_path / "secret.md").write_text(exercise_text("secret"), "utf-8")
    (pack / "01-first-page" / "02-secret.md").symlink_to(tmp_path / "secret.md")
    (pack / "01-first-page" / "03-ring.md").symlink_to(pack / "01-first-page" / "03-ring.md")
    (pack / "01-first-page" / "files").mkdir()
    (pack / "01-first-page" / "files" / "secret.svg").symlink_to(tmp_path / "secret.md")
    assert [line.partition(".")[0] for line in told(read_pack(pack).problems)] == [
        "01-first-page/02-secret",
        "01-first-page/03-ring",
        "01-first-page/files/secret",
    ]


def test_what_is_out_of_place_is_told(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack")
    lesson = pack / "01-first-page"
    (lesson / "extra.md").write_text(exercise_text("extra"), "utf-8")
    (lesson / "01-again.md").write_text(exercise_text("again"), "utf-8")
    (lesson / "fair.jpg").write_bytes(b"\xff\xd8")
    (lesson / "pictures").mkdir()
    (lesson / "02-folder.md").mkdir()
    (pack / "02-empty").mkdir()
    (pack / "notes.md").write_text("Notes", "utf-8")
    (pack / "README.md").write_text("About", "utf-8")
    (pack / ".git").mkdir()
    assert told(read_pack(pack).problems) == [
        "01-first-page/01-exercise.md:0: `01-exercise.md` and `01-again.md` have the same number. "
        "Give one of them another number.",
        "01-first-page/02-folder.md:0: This is not a file. Put a text file of this name here.",
        "01-first-page/extra.md:0: This name has no number, so Midweek does not know where it comes. "
        "Begin its name with one, for example `04-extra.md`.",
        "01-first-page/fair.jpg:0: This file stands beside the exercises. "
        "Move it into the folder `files`, or take it away.",
        "01-first-page/pictures:0: Midweek does not look into this folder. "
        "Put pictures into `files`, and exercises beside it.",
        "02-empty:0: This lesson has no exercise. Add a file such as `01-change-the-words.md`.",
        "02-empty/lesson.md:0: This file is not there. Write a file named `lesson.md`.",
        "notes.md:0: This file belongs to no lesson. Put it into a lesson's folder, such as `01-first-page`.",
    ]


def test_a_folder_that_is_no_pack_is_told(tmp_path: Path) -> None:
    assert told(read_pack(tmp_path / "nothing").problems) == [
        ":0: There is no such folder. A pack is a folder with a file `pack.md` in it."
    ]
    assert told(read_pack(tmp_path).problems) == ["pack.md:0: This file is not there. Write a file named `pack.md`."]
    (tmp_path / "pack.md").write_text(PACK, "utf-8")
    assert told(read_pack(tmp_path).problems) == [
        ":0: This pack has no lesson. Add a folder such as `01-first-page` with a lesson.md in it."
    ]


def test_one_exercise_is_read_with_the_fields_of_its_pack(tmp_path: Path) -> None:
    pack = the_good_pack(tmp_path)
    reading = read_exercise(pack / "01-first-page" / "02-headings.md")
    assert reading.exercise
    assert "The Community Office" in reading.exercise.do


def test_one_exercise_alone_has_no_fields(tmp_path: Path) -> None:
    path = tmp_path / "alone.md"
    path.write_text(exercise_text(goal="The name of {{office.name}} is there"), "utf-8")
    reading = read_exercise(path)
    assert reading.exercise is None
    assert told(reading.problems) == [
        "alone.md:28: `{{office.name}}` is not a field of this pack. Add `office.name: …` under `fields:` in pack.md."
    ]


@given(st.text(st.sampled_from(list("#-`~: \n\tx[]{}<>!'\"&*|")), max_size=200))
@settings(max_examples=200)
def test_no_text_stops_the_reader(text: str) -> None:
    for whole in (text, f"---\nid: a\n{text}\n---\n{text}", f"---\nid: a\n---\n## Checks\n### x\n{text}"):
        parse_exercise(whole, Path("a.md"), Fields({}, {}), Problems())


@given(st.data())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_no_loss_of_lines_stops_the_reader(data: st.DataObject) -> None:
    lines = (SAMPLES / "good" / "01-first-page" / "02-headings.md").read_text("utf-8").split("\n")
    kept = data.draw(st.sets(st.integers(0, len(lines) - 1), min_size=len(lines) - 8))
    text = "\n".join(line for number, line in enumerate(lines) if number in kept)
    problems = Problems("a.md")
    parse_exercise(text, Path("a.md"), Fields({}, {}), problems)
    assert all(0 <= p.where.line <= len(kept) + 1 and p.message and p.remedy for p in problems.found)


def test_deep_yaml_is_told_and_grows_nothing() -> None:
    for yaml in (
        "a: " + "[" * 5000,
        "a: &a [x]\n" + "\n".join(f"b{n}: [*a, *a]" for n in range(99)),
        "a: !!python/none",
    ):
        problems = Problems("a.md")
        parse_exercise(f"---\n{yaml}\n---\n", Path("a.md"), Fields({}, {}), problems)
        assert problems.found


def test_a_block_keeps_every_character_of_a_page() -> None:
    body = parse_body("## Start\n   ~~~html a.html\n   <p>\n     `` ~~ \u2028x\n   ~~~~\nafter", 1, (), Problems())
    section = body.section("Start")
    assert section
    (block,) = section.blocks
    assert (block.info, block.text, block.line) == ("html a.html", "<p>\n  `` ~~ \u2028x\n", 2)
    assert [line.text for line in section.lines] == ["after"]


def test_the_builders_make_what_they_say() -> None:
    assert "{" not in exercise_text() + LESSON.format(id="a")
    assert EXERCISE.count("```") == 6
