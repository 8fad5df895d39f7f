"""Midweek and its floors as processes under measurement, and a home in which a lesson opens at once."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.screen import Box

PERSON = "Shazia Akhtar"
LESSON = [sys.executable, "-m", "app", "--person", PERSON, "--open"]
WINDOW = [sys.executable, "-m", "app"]
GROUND = (255, 0, 255)  # the ground of the measured page: a colour that stands nowhere else

HEADING_LINE = 11

EXERCISE = """---
id: measured
title: Measured
minutes: 4
kind: exercise
essential: true
---

## Learn
Nothing.

## Do
1. Nothing.

## Start
```html index.html
{page}
```

## Answer
```html index.html
{page}<p>More.</p>
```

## Checks

### There is more
```html
<p>More.</p>
```
"""
PACK = """---
format: 1
id: measured-pack
title: Measured
version: 1.0.0
language: en-GB
licence: CC-BY-4.0
authors: [Midweek contributors]
needs: 1.0
answer: always
---
A page to measure with.
"""
LESSON_FILE = "---\nid: measured-lesson\ntitle: Measured\nminutes: 4\n---\n\n## Aim\nNothing.\n"


def bare(kind: str) -> list[str]:
    """The command of a floor (see bare.py)."""
    return [sys.executable, "-m", "tests.benchmarks.bare", kind]


def a_page(lines: int) -> str:
    """A page of so many lines whose HEADING_LINE is a large heading on a ground of its own colour."""
    head = [  # short lines, so that none is wrapped and the arrow keys count as the lines do
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        "<title>Measured</title>",
        "<style>",
        "body { margin: 8px }",
        "h1 { font-size: 40px }",
        "</style>",
        "</head>",
        '<body bgcolor="#ff00ff">',  # in CSS the editor would show the colour as well
        "<h1></h1>",
    ]
    filling = [f"<p>Paragraph {n} of the page.</p>" for n in range(lines - len(head) - 2)]
    return "\n".join([*head, *filling, "</body>", "</html>"])


def a_home(folder: Path, lines: int = 40, goals: str = "") -> str:
    """Put the measured pack into a new home, more `goals` in its exercise; what to `--open`."""
    lesson = folder / "packs" / "measured-pack" / "01-measured"
    lesson.mkdir(parents=True)
    (lesson.parent / "pack.md").write_text(PACK, encoding="utf-8")
    (lesson / "lesson.md").write_text(LESSON_FILE, encoding="utf-8")
    (lesson / "01-measured.md").write_text(EXERCISE.format(page=a_page(lines)) + goals, encoding="utf-8")
    return "measured-pack/measured-lesson/measured"


def preview_box(whole: Box) -> Box:
    """The part of the page's ground in which its heading stands."""
    left, top, right, bottom = whole
    return left, top, right, min(bottom, top + 120)
