"""Reading a pack folder, or a single exercise, whole: a frozen value, or every problem it has."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app import VERSION
from app.packs.body import Body, list_items, parse_body
from app.packs.fields import Fields
from app.packs.front_matter import FrontMatter, parse_front_matter
from app.packs.layout import lesson_folders
from app.packs.lesson import read_exercise_file, read_lesson, read_translations
from app.packs.model import Exercise, Lesson, Pack, Problem
from app.packs.problems import Problems
from app.packs.source import read_source

FORMAT = "1"
KEYS = ("format", "id", "title", "version", "language", "licence", "authors", "needs", "answer", "fields")
ANSWER = "always|after-[1-9][0-9]?-tries|after-meeting|never"
_NO_FIELDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a pack: the pack, or None and every problem, by file and line."""

    pack: Pack | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ExerciseReading:
    """What came of reading a single exercise: the exercise, or None and every problem of its file."""

    exercise: Exercise | None
    problems: tuple[Problem, ...]


def read_pack(folder: Path, fields: Mapping[str, str] = _NO_FIELDS) -> Reading:
    """Read a pack; `fields` are a group's own values for its merge fields. Never raises for what lies on disk."""
    problems = Problems()
    pack = None
    try:
        pack = _read_pack(folder, fields, problems)
    except OSError:  # a folder that vanishes, or closes, between one look and the next
        problems.add(0, "This folder cannot be read.", "Check that the drive is connected and that you may read it.")
    found = problems.in_order()
    return Reading(None if found else pack, found)


def read_exercise(path: Path, fields: Mapping[str, str] = _NO_FIELDS) -> ExerciseReading:
    """Read one exercise; the pack two folders above it, where there is one, says its merge fields."""
    path = path.absolute()
    root = path.parent.parent
    in_pack = os.access(root / "pack.md", os.R_OK)
    defaults = _declared_fields(root) if in_pack else {}
    problems = Problems()
    exercise = read_exercise_file(path, root if in_pack else path.parent, Fields(defaults, fields), problems)
    found = problems.in_order()
    return ExerciseReading(None if found else exercise, found)


def _declared_fields(root: Path) -> dict[str, str]:
    """The merge fields of a pack, whatever else may be wrong with it."""
    aside = Problems()
    text = read_source(root / "pack.md", root, aside)
    return parse_front_matter(text, aside)[0].fields() if text else {}


def _read_pack(folder: Path, own: Mapping[str, str], problems: Problems) -> Pack | None:
    if not folder.is_dir():
        problems.add(0, "There is no such folder.", "A pack is a folder with a file `pack.md` in it.")
        return None
    in_file = problems.for_file("pack.md")
    text = read_source(folder / "pack.md", folder, in_file)
    if text is None:
        return None
    front, first_line = parse_front_matter(text, in_file)
    if _too_new(front, in_file):
        return None
    fields = Fields(front.fields(), own)
    fields.check(text, in_file)
    pack = _parse_pack(front, parse_body(text, first_line, ("Changes",), in_file), fields)
    found = [read_lesson(path, folder, fields, problems) for path in lesson_folders(folder, problems)]
    lessons = tuple(lesson for lesson in found if lesson)
    _check_ids(lessons, folder, problems)
    translations = read_translations(folder / "pack.md", folder, (), (fields, problems))
    return replace(pack, folder=folder, lessons=lessons, translations=translations)


def _parse_pack(front: FrontMatter, body: Body, fields: Fields) -> Pack:
    """The pack without its lessons."""
    front.check_keys(KEYS, "a pack")
    front.text("format")
    body.check_titles(("Changes",), "a pack")
    return Pack(
        id=front.id(),
        title=fields.fill(front.text("title")),
        version=front.matching("version", r"\d+(\.\d+){0,2}", "`version: 1.0.0`"),
        language=front.matching("language", r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "`language: en-GB`", "en-GB"),
        licence=front.text("licence", ""),
        authors=front.words("authors"),
        needs=front.matching("needs", r"\d+(\.\d+){0,2}", "`needs: 1.0`", "1.0"),
        answer=front.matching(
            "answer", ANSWER, "`always`, `after-3-tries`, `after-meeting` or `never`", "after-3-tries"
        ),
        fields=fields.values,
        about=fields.fill(body.before.markdown),
        changes=list_items(fields.fill(body.markdown("Changes"))),
        lessons=(),
        folder=Path(),
    )


def _check_ids(lessons: tuple[Lesson, ...], root: Path, problems: Problems) -> None:
    """Note each id that two lessons or two exercises of the pack share, and each that replaces one still in use."""
    exercises = [exercise for lesson in lessons for exercise in lesson.exercises]
    _check_unique([(lesson.id, lesson.replaces, lesson.folder / "lesson.md") for lesson in lessons], root, problems)
    _check_unique([(exercise.id, exercise.replaces, exercise.path) for exercise in exercises], root, problems)


def _check_unique(things: list[tuple[str, tuple[str, ...], Path]], root: Path, problems: Problems) -> None:
    first = {id: path for id, _, path in reversed(things)}
    for id, replaces, path in things:
        in_file = problems.for_file(path.relative_to(root).as_posix())
        if id and first[id] != path:
            message = f"`{id}` is also the id of {first[id].relative_to(root).as_posix()}."
            in_file.add(_line_of("id", path, root), message, "Give one of them another id; an id is never used twice.")
        for old in replaces:
            if old in first and old != id:
                message = f"`replaces` names `{old}`, which {first[old].relative_to(root).as_posix()} still has."
                in_file.add(_line_of("replaces", path, root), message, "List only ids that are no longer in the pack.")


def _line_of(key: str, path: Path, root: Path) -> int:
    """The line of a key in a file that was read before."""
    aside = Problems()
    return parse_front_matter(read_source(path, root, aside) or "", aside)[0].line(key)


def _too_new(front: FrontMatter, problems: Problems) -> bool:
    """Whether the pack is of another format or a newer Midweek, which is then its only problem."""
    format, needs = front.text("format", FORMAT), front.text("needs", "1.0")
    if format != FORMAT:
        remedy = "Update Midweek, or ask for the pack in format 1." if format.isdigit() else "Write `format: 1`."
        problems.add(
            front.line("format"), f"This pack is written in format {format}; this Midweek reads format 1.", remedy
        )
        return True
    if re.fullmatch(r"\d+(\.\d+){0,2}", needs) and _version(needs) > _version(VERSION):
        message = f"This pack needs Midweek {needs}; this is Midweek {VERSION}."
        problems.add(front.line("needs"), message, "Update Midweek, or ask for an older version of the pack.")
        return True
    return False


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(part) for part in text.split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))
