"""One lesson folder as a Lesson: lesson.md, its exercises in order, and their translations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.packs.assets import check_assets
from app.packs.body import list_items, parse_body
from app.packs.exercise import FACILITATOR, parse_exercise
from app.packs.fields import Fields
from app.packs.front_matter import parse_front_matter
from app.packs.layout import exercise_files, translations_of
from app.packs.model import Exercise, Lesson, Translation
from app.packs.problems import Problems
from app.packs.source import read_source

KEYS = ("id", "title", "minutes", "replaces")
SECTIONS = ("Aim", "Recap", "Review", FACILITATOR)
_CODE = ("Start", "Answer", "Checks", "Question")


def read_lesson(folder: Path, root: Path, fields: Fields, problems: Problems) -> Lesson | None:
    """The lesson in a folder of the pack `root`; None where there is no lesson.md that can be read."""
    here = problems.for_file(folder.relative_to(root).as_posix())
    found = [read_exercise_file(path, root, fields, problems) for path in exercise_files(folder, here)]
    check_assets(folder, here)
    in_file = problems.for_file(f"{here.file}/lesson.md")
    text = read_source(folder / "lesson.md", root, in_file)
    if text is None:
        return None
    lesson = _parse_lesson(text, folder, fields, in_file)
    translations = read_translations(folder / "lesson.md", root, SECTIONS, (fields, problems))
    return replace(lesson, exercises=tuple(e for e in found if e), translations=translations)


def read_exercise_file(path: Path, root: Path, fields: Fields, problems: Problems) -> Exercise | None:
    """The exercise in a file, with its translations; None where the file cannot be read."""
    in_file = problems.for_file(path.relative_to(root).as_posix())
    text = read_source(path, root, in_file)
    if text is None:
        return None
    exercise = parse_exercise(text, path, fields, in_file)
    translations = read_translations(path, root, ("Learn", "Do", "Hints", FACILITATOR), (fields, problems))
    return replace(exercise, translations=translations)


def read_translations(
    path: Path, root: Path, sections: tuple[str, ...], reading: tuple[Fields, Problems]
) -> tuple[Translation, ...]:
    """The translations beside a file: title and text sections; code and checks stay in the file itself."""
    fields, problems = reading
    found = []
    for language, other in translations_of(path):
        in_file = problems.for_file(other.relative_to(root).as_posix())
        text = read_source(other, root, in_file)
        if text is None:
            continue
        fields.check(text, in_file)
        front, first_line = parse_front_matter(text, in_file)
        front.check_keys(("id", "title"), "a translation")
        body = parse_body(text, first_line, (*sections, *_CODE), in_file)
        body.check_titles(sections, "a translation")
        texts = {title.lower(): fields.fill(body.markdown(title)) for title in sections}
        found.append(Translation(language, fields.fill(front.text("title")), texts))
    return tuple(found)


def _parse_lesson(text: str, folder: Path, fields: Fields, problems: Problems) -> Lesson:
    fields.check(text, problems)
    front, first_line = parse_front_matter(text, problems)
    front.check_keys(KEYS, "a lesson")
    body = parse_body(text, first_line, SECTIONS, problems)
    body.check_titles(SECTIONS, "a lesson")
    body.refuse_text_before("Aim")
    return Lesson(
        id=front.id(),
        title=fields.fill(front.text("title")),
        minutes=front.minutes(),
        replaces=front.ids("replaces"),
        aim=fields.fill(body.markdown("Aim")),
        recap=list_items(fields.fill(body.markdown("Recap"))),
        review=fields.fill(body.markdown("Review")),
        facilitator=fields.fill(body.markdown(FACILITATOR)),
        exercises=(),
        folder=folder,
    )
