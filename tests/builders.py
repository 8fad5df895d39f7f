"""What tests build: a page, an exercise as a value, the text of an exercise, a pack on disk."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from app.checks.rules import Check, Reading, Rule
from app.packs.model import Exercise
from app.page.page import File, Page

SAMPLES = Path(__file__).parent / "packs"
START = "<!doctype html>\n<html lang='en-GB'>\n<title>Office</title>\n<p>The Community Office</p>\n"
ANSWER = START.replace("<p>", "<h1>").replace("</p>", "</h1>")

PACK = """---
format: 1
id: sample
title: A sample
version: 1.0.0
fields:
  office.name: The Community Office
---
For tests.
"""

LESSON = """---
id: {id}
title: Your first page
minutes: 45
---

## Aim
Change a page.
"""

EXERCISE = """---
id: {id}
title: {title}
minutes: 5
---

## Do
Make the name a main heading.

## Start
```html index.html
{start}```

## Answer
```html index.html
{answer}```

## Checks

### {goal}
```{reading}
{rule}
```
If not: A main heading stands between `<h1>` and `</h1>`.
Hint: Look at line 4.
"""


def page(html: str = "<p>hi", *, css: str | None = None, assets: dict[str, bytes] | None = None) -> Page:
    """A page of one HTML file, with a style.css beside it where `css` is given."""
    files = [File("index.html", html)]
    if css is not None:
        files.append(File("style.css", css))
    return Page(tuple(files), assets or {})


def a_check(rule: str = "<h1>…</h1>", reading: Reading = "html", goal: str = "The page has a main heading") -> Check:
    """One goal with its rule."""
    return Check(goal, Rule(reading, rule, 1))


def an_exercise(**changes: object) -> Exercise:
    """An exercise as a value: a paragraph to be made a heading; `changes` replace its parts."""
    exercise = Exercise(
        id="headings",
        title="Give the page its heading",
        minutes=5,
        kind="exercise",
        essential=True,
        replaces=(),
        learn="A main heading stands between `<h1>` and `</h1>`.",
        do="Make the name a main heading.",
        start=(File("index.html", START),),
        answer=(File("index.html", ANSWER),),
        checks=(a_check(),),
        hints=("Look at line 4.",),
        questions=(),
        facilitator="",
        path=Path("01-first-page/01-headings.md"),
    )
    return replace(exercise, **changes)  # type: ignore[arg-type]


def exercise_text(id: str = "headings", *, start: str = START, answer: str = ANSWER, **words: str) -> str:
    """The text of an exercise file; `words` are title, goal, reading and rule."""
    told = {"title": "Give the page its heading", "goal": "The page has a main heading", "reading": "html"}
    told |= {"rule": "<h1>…</h1>"} | words
    return EXERCISE.format(id=id, start=start, answer=answer, **told)


def a_pack(folder: Path, *exercises: str, **files: str) -> Path:
    """A pack on disk with one lesson of these exercises (texts), one where none is given; its folder.

    `files` replace what lies at a place: `a_pack(folder, pack="…", lesson="…")`.
    """
    lesson = folder / "01-first-page"
    lesson.mkdir(parents=True)
    (folder / "pack.md").write_text(files.get("pack", PACK), "utf-8")
    (lesson / "lesson.md").write_text(files.get("lesson", LESSON.format(id="first-page")), "utf-8")
    for number, text in enumerate(exercises or (exercise_text(),), 1):
        (lesson / f"{number:02}-exercise.md").write_text(text, "utf-8")
    return folder


def the_good_pack(folder: Path) -> Path:
    """A copy of the whole good sample pack, to be changed by a test."""
    return Path(shutil.copytree(SAMPLES / "good", folder / "good"))
