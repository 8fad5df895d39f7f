"""One exercise file as an Exercise: its front matter, its texts, its pages, its goals or questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from app.checks.proposing import propose
from app.checks.rules import Check
from app.packs.body import Block, Body, Section, list_items, parse_body
from app.packs.fields import Fields
from app.packs.front_matter import FrontMatter, parse_front_matter
from app.packs.goals import read_goals
from app.packs.model import Exercise, Kind, Question
from app.packs.problems import Problems, did_you_mean, listed
from app.packs.quiz import read_question
from app.page.page import File, Page

KINDS = cast(tuple[str, ...], get_args(Kind))
KEYS = ("id", "title", "minutes", "kind", "essential", "replaces")
FACILITATOR = "For the facilitator"
_PRACTICE = ("Learn", "Do", "Start", "Answer", "Checks", "Hints", FACILITATOR)
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "exercise": _PRACTICE,
    "project": _PRACTICE,
    "reading": ("Learn", "Do", "Start", FACILITATOR),
    "quiz": ("Learn", "Question", "Hints", FACILITATOR),
}
_ARTICLES = {"exercise": "an exercise"}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "exercise": ("Do", "Start", "Answer"),
    "project": ("Do", "Start", "Answer"),
    "reading": ("Learn",),
    "quiz": ("Question",),
}
_REMEDIES = {
    "Start": "Add it with the file people begin with, in a block that begins ```html index.html, even if it is empty.",
    "Answer": "Add it with the page as it should be at the end, in a block that begins ```html index.html.",
}
_EVERY_SECTION = (*_PRACTICE, "Question")
_ENDINGS: Mapping[str, tuple[str, ...]] = {"html": (".html", ".htm"), "css": (".css",)}
_EXAMPLES = {"html": "index.html", "css": "style.css"}
_NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*")
_Pages = tuple[tuple[File, int], ...]
"""Files, each with the line of the exercise file where its text begins."""


def parse_exercise(text: str, path: Path, fields: Fields, problems: Problems) -> Exercise:
    """The exercise that a file's text says; where problems were noted, with gaps."""
    fields.check(text, problems)
    front, first_line = parse_front_matter(text, problems)
    front.check_keys(KEYS, "an exercise")
    kind = front.choice("kind", KINDS, "exercise")
    body = parse_body(text, first_line, _EVERY_SECTION, problems)
    body.check_titles(SECTIONS[kind], _ARTICLES.get(kind, f"a {kind}"), repeated=("Question",))
    body.refuse_text_before("Learn")
    start, answer = _read_pages(body, fields, problems)
    _check_whole(kind, body, problems)
    return Exercise(
        id=front.id(),
        title=fields.fill(front.text("title")),
        minutes=front.minutes(),
        kind=cast(Kind, kind),
        essential=front.yes("essential", True),
        replaces=_replaces(front, problems),
        learn=fields.fill(body.markdown("Learn")),
        do=fields.fill(body.markdown("Do")),
        start=tuple(file for file, _ in start),
        answer=tuple(file for file, _ in answer),
        checks=_read_checks(kind, body, (start, answer), fields, problems),
        hints=list_items(fields.fill(body.markdown("Hints"))),
        questions=_read_questions(body, fields, problems) if kind == "quiz" else (),
        facilitator=fields.fill(body.markdown(FACILITATOR)),
        path=path,
        start_lines=tuple(line for _, line in start),
        answer_lines=tuple(line for _, line in answer),
    )


def _replaces(front: FrontMatter, problems: Problems) -> tuple[str, ...]:
    replaces = front.ids("replaces")
    if front.text("id", " ").strip() in replaces:
        problems.add(front.line("replaces"), "This exercise replaces itself.", "List only the ids it had before.")
    return replaces


def _check_whole(kind: str, body: Body, problems: Problems) -> None:
    """Note each section without which an exercise of this kind cannot be worked through."""
    for title in _NEEDED[kind]:
        section = body.section(title)
        if body.lacks(title):
            remedy = _REMEDIES.get(title, f"Add a line `## {title}` and write under it.")
            problems.add(0, f"There is no `## {title}`.", remedy)
        elif section and title in ("Do", "Learn") and not section.markdown:
            problems.add(section.line, f"There is nothing under `## {title}`.", "Write there what the learner reads.")


def _read_checks(
    kind: str, body: Body, pages: tuple[_Pages, _Pages], fields: Fields, problems: Problems
) -> tuple[Check, ...]:
    """The goals as written; where there is no `## Checks`, those that follow from what the answer adds."""
    section = body.section("Checks")
    if section:
        return read_goals(section, fields, problems)
    start, answer = (Page(tuple(file for file, _ in files)) for files in pages)
    if kind not in ("exercise", "project") or not body.lacks("Checks") or not start.files or not answer.files:
        return ()
    checks = propose(start, answer)
    if not checks:
        remedy = "Add to the answer what is to be done, or add `## Checks` with a `###` heading and a block under it."
        problems.add(0, "There is no `## Checks`, and the answer adds nothing to the start.", remedy)
    return checks


def _read_questions(body: Body, fields: Fields, problems: Problems) -> tuple[Question, ...]:
    return tuple(read_question(section, fields, problems) for section in body.sections("Question"))


def _read_pages(body: Body, fields: Fields, problems: Problems) -> tuple[_Pages, _Pages]:
    """The files of the start, and those of the answer over them."""
    start = _read_files(body.section("Start"), fields, problems)
    written = _read_files(body.section("Answer"), fields, problems)
    known = {file.name for file, _ in start}
    for file, line in written:
        if start and file.name not in known:
            remedy = f"Add it to `## Start`, empty if need be; it has {listed(sorted(known))}."
            problems.add(line - 1, f"The answer has a file `{file.name}` that the start does not have.", remedy)
    for file, line in start:
        _check_region(file, line, problems)
    changed = {file.name: (file, line) for file, line in written}
    answer = [changed.pop(file.name, (file, line)) for file, line in start]
    return start, (*answer, *changed.values()) if written else ()


def _read_files(section: Section | None, fields: Fields, problems: Problems) -> _Pages:
    if section is None:
        return ()
    for line in section.lines[:1]:
        remedy = "Put the text under `## Do`, and the page into a block that begins ```html index.html."
        problems.add(line.line, f"This text under `## {section.title}` stands in no file.", remedy)
    if not section.blocks and not section.lines:
        remedy = "Write the page in a block that begins ```html index.html."
        problems.add(section.line, f"There is no file under `## {section.title}`.", remedy)
    files: dict[str, tuple[File, int]] = {}
    for block in section.blocks:
        name = _file_name(block, problems)
        if name in files:
            problems.add(block.line, f"`{name}` stands here twice.", "Keep one of them, or give one another name.")
        elif name:
            files[name] = (File(name, fields.fill(block.text)), block.line + 1)
    return tuple(files.values())


def _file_name(block: Block, problems: Problems) -> str:
    """The name behind the language of a block, empty where a problem was noted."""
    language, _, name = block.info.partition(" ")
    if language.lower() not in _ENDINGS:
        said = f"`{language}` is not a kind of file." if language else "This block does not say which file it is."
        remedy = did_you_mean(language, _ENDINGS, "Begin it with ```html index.html or ```css style.css.")
        problems.add(block.line, said, remedy)
        return ""
    endings = _ENDINGS[language.lower()]
    example = f"Begin it like this: ```{language.lower()} {_EXAMPLES[language.lower()]}."
    if not name:
        problems.add(block.line, "This block does not say which file it is.", example)
    elif not _NAME.fullmatch(name) or "//" in name or name.startswith("files/"):
        remedy = "Use letters, digits, `-`, `_` and dots, and no folder above; `files/` is kept for pictures."
        problems.add(block.line, f"`{name}` cannot be the name of a file.", remedy)
    elif not name.lower().endswith(endings):
        problems.add(block.line, f"`{name}` does not end as {language.upper()} files do.", example)
    else:
        return name
    return ""


def _check_region(file: File, line: int, problems: Problems) -> None:
    """Note markers of the part that can be edited that do not make one part."""
    opened = [match.start() for match in re.finditer(r"<!--\s*edit from here\s*-->", file.text)]
    closed = [match.start() for match in re.finditer(r"<!--\s*to here\s*-->", file.text)]
    if not opened and not closed:
        return
    if len(opened) != 1 or len(closed) != 1 or opened[0] > closed[0]:
        at = line + file.text.count("\n", 0, min([*opened, *closed]))
        remedy = "Write `<!-- edit from here -->` once, and `<!-- to here -->` once below it."
        problems.add(at, f"The part of `{file.name}` that can be edited has no clear beginning and end.", remedy)
