"""The small whole pack that `midweek pack new` writes: it lints, it tries clean, and its comments say how to go on."""

from __future__ import annotations

from pathlib import Path

from app.errors import PackError, storage_error
from app.packs.front_matter import slug

_PACK = """---
format: 1
id: {id}                        # lower-case letters, digits and hyphens; never changed, never used again
title: {title}
version: 1.0.0
language: en-GB
licence: CC-BY-4.0
authors: [Your name]
needs: 1.0                      # the oldest Midweek that can open it
answer: after-3-tries           # or: always, after-meeting, never
fields:                         # what every group may say in its own words: {{{{office.name}}}}
  office.name: The Community Office
---
<!-- For you: text between these marks is for authors only. Say below who the pack is for, and what they can do
at the end. Then look at the folder 01-first-page: a folder is a lesson, and its number gives the order. -->
For people at {{{{office.name}}}} who start from nothing. At the end they can change a page.

## Changes
- 1.0.0: The first one.
"""

_LESSON = """---
id: first-page
title: Your first page
minutes: 20
---

## Aim
Change a page, and see it change.

## Recap
1. What does a tag tell the browser?

## Review
A main heading stands between `<h1>` and `</h1>`.

## For the facilitator
<!-- What stands here never reaches a learner's screen. -->
- 5 minutes: show a page of {{office.name}} and its headings.
- 15 minutes: exercises.
"""

_EXERCISE = """---
id: main-heading
title: Give the page its heading
minutes: 5
kind: exercise                  # or: project, reading, quiz
essential: true                 # on the short path for somebody who missed a week
---

## Learn
A main heading says what a page is about. It stands between `<h1>` and `</h1>`:

```html
<h1>Opening hours</h1>
```

## Do
1. Make the name of the office the main heading.

## Start
<!-- The page people begin with. Pictures lie in the folder files/ beside this file: <img src="files/fair.jpg"> -->
```html index.html
<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>{{office.name}}</title>
</head>
<body>
  <p>{{office.name}}</p>
  <p>We are open from Monday to Friday.</p>
</body>
</html>
```

## Answer
<!-- The page as it should be at the end. -->
```html index.html
<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>{{office.name}}</title>
</head>
<body>
  <h1>{{office.name}}</h1>
  <p>We are open from Monday to Friday.</p>
</body>
</html>
```

## Checks
<!-- One heading for each goal, in the learner's words. Under it, what must stand in the page: … is anything that is
not empty, and times="1" says how many. Other blocks: html not, html exact, css, audit. -->

### The page has one main heading, and it says {{office.name}}
```html
<h1 times="1">{{office.name}}</h1>
```
If not: A main heading stands between `<h1>` and `</h1>`.
Hint: Look at the first line under `<body>`.
Hint: Change both tags: `<p>` at its start and `</p>` at its end.

## For the facilitator
People often change the first tag and forget the second.
"""


def write_template(folder: Path) -> tuple[Path, ...]:
    """Write a new pack into a folder that is not there or empty; the files written.

    PackError where something is there already, StorageError where the disk does not take it.
    """
    id = slug(folder.absolute().name)
    title = id.replace("-", " ").capitalize()
    texts = {
        folder / "pack.md": _PACK.format(id=id, title=title),
        folder / "01-first-page" / "lesson.md": _LESSON,
        folder / "01-first-page" / "01-main-heading.md": _EXERCISE,
    }
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise PackError(
                f"There is something at {folder} already.", "Choose the name of a folder that is not there."
            )
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise storage_error(error, "the new pack") from error
    return tuple(texts)
