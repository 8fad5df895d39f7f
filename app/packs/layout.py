"""What lies in the folders of a pack: which are lessons, which files exercises, in which order, what is amiss."""

from __future__ import annotations

import re
from pathlib import Path

from app.packs.problems import Problems

_NUMBER = re.compile(r"(\d{1,4})-.+")
_TRANSLATION = re.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.md")
_FREE = ("README.md", "LICENSE.md", "CHANGES.md")


def lesson_folders(root: Path, problems: Problems) -> tuple[Path, ...]:
    """The lesson folders of a pack by their numbers; notes what has no number, or a number twice."""
    found = []
    for path in _entries(root, problems):
        in_file = problems.for_file(path.name)
        if path.is_dir() and (_NUMBER.fullmatch(path.name) or (path / "lesson.md").exists()):
            found.append(path)
        elif path.suffix == ".md" and not _belongs(path, "pack.md", problems) and path.name not in _FREE:
            in_file.add(0, "This file belongs to no lesson.", "Put it into a lesson's folder, such as `01-first-page`.")
    if not found:
        problems.add(0, "This pack has no lesson.", "Add a folder such as `01-first-page` with a lesson.md in it.")
    return _in_order(found, problems)


def exercise_files(folder: Path, problems: Problems) -> tuple[Path, ...]:
    """The exercise files of a lesson folder by their numbers; notes what else lies there."""
    found = []
    for path in _entries(folder, problems):
        in_file = problems.for_file(f"{problems.file}/{path.name}")
        if path.name in ("files", "lesson.md") or _belongs(path, "lesson.md", in_file):
            continue
        if path.suffix == ".md":
            found.append(path)
        elif path.is_dir():
            in_file.add(
                0, "Midweek does not look into this folder.", "Put pictures into `files`, and exercises beside it."
            )
        else:
            in_file.add(
                0, "This file stands beside the exercises.", "Move it into the folder `files`, or take it away."
            )
    if not found:
        problems.add(0, "This lesson has no exercise.", "Add a file such as `01-change-the-words.md`.")
    return _in_order(found, problems)


def translations_of(path: Path) -> tuple[tuple[str, Path], ...]:
    """The translations beside a file, by language: `02-headings.cy.md` beside `02-headings.md` is ("cy", …)."""
    found = []
    for other in sorted(path.parent.glob(f"{path.stem}.*.md")):
        parts = _TRANSLATION.fullmatch(other.name)
        if parts and parts[1] == path.stem:
            found.append((parts[2], other))
    return tuple(found)


def _belongs(path: Path, always: str, problems: Problems) -> bool:
    """Whether a file is the folder's own text file or a translation; notes a translation of nothing."""
    parts = _TRANSLATION.fullmatch(path.name)
    if parts and not path.with_name(f"{parts[1]}.md").exists():
        remedy = f"Name it after the file it translates, or take it away; there is no `{parts[1]}.md`."
        problems.add(0, "This translation belongs to no file.", remedy)
    return bool(parts) or path.name == always


def _entries(folder: Path, problems: Problems) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))
    except OSError:
        problems.add(0, "Midweek cannot look into this folder.", "Check that it is there and that you may read it.")
        return []


def _in_order(paths: list[Path], problems: Problems) -> tuple[Path, ...]:
    numbers: dict[int, str] = {}
    places: list[tuple[int, str, Path]] = []
    for path in paths:
        form = _NUMBER.fullmatch(path.name)
        number = int(form[1]) if form else 10_000
        in_file = problems.for_file(f"{problems.file}/{path.name}" if problems.file else path.name)
        if form is None:
            remedy = f"Begin its name with one, for example `{len(paths):02}-{path.name}`."
            in_file.add(0, "This name has no number, so Midweek does not know where it comes.", remedy)
        elif number in numbers:
            remedy = "Give one of them another number."
            in_file.add(0, f"`{path.name}` and `{numbers[number]}` have the same number.", remedy)
        numbers.setdefault(number, path.name)
        places.append((number, path.name, path))
    return tuple(path for _, _, path in sorted(places))
