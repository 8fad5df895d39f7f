"""A pack as frozen values: Pack, Lesson, Exercise, and the Problems that a faulty one has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.checks.rules import Check
from app.page.page import File, Page

Kind = Literal["exercise", "project", "reading", "quiz"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a pack: the file, relative to the pack's folder, and its line (0: the whole file)."""

    file: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a pack: where, what in one sentence, and what to do about it in another."""

    where: Where
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a quiz question, whether it is right, and the line that explains it."""

    text: str
    right: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a quiz: its text (Markdown) and its options; several may be right."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of a file in another language: its code (`cy`), title, and Markdown by section in lower case (`do`)."""

    language: str
    title: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One step of a lesson; texts are Markdown with merge fields filled in.

    `start` are files in the order written; `answer` is the whole page: a file the author did not repeat is as it was in
    the start. `checks` are goals in order; `hints` belong to the whole exercise; `minutes` is what the author expects.
    `facilitator` never reaches a learner's screen. `start_lines` and `answer_lines` are the lines of the exercise file
    where each file's text begins.
    """

    id: str
    title: str
    minutes: int
    kind: Kind
    essential: bool
    replaces: tuple[str, ...]
    learn: str
    do: str
    start: tuple[File, ...]
    answer: tuple[File, ...]
    checks: tuple[Check, ...]
    hints: tuple[str, ...]
    questions: tuple[Question, ...]
    facilitator: str
    path: Path
    start_lines: tuple[int, ...] = ()
    answer_lines: tuple[int, ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def first_file(self) -> str:
        """The file to begin with: the page itself, or, where the answer leaves that as it is, the first it changes."""
        entry = Page(self.start).entry
        answers = {file.name: file.text for file in self.answer}
        changed = [file.name for file in self.start if answers.get(file.name, file.text) != file.text]
        return entry if entry in changed or not changed else changed[0]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One week: its texts (Markdown), its steps in order, and the folder whose `files/` its pages use.

    `recap` holds one question an entry. `facilitator` never reaches a learner's screen.
    """

    id: str
    title: str
    minutes: int
    replaces: tuple[str, ...]
    aim: str
    recap: tuple[str, ...]
    review: str
    facilitator: str
    exercises: tuple[Exercise, ...]
    folder: Path
    translations: tuple[Translation, ...] = ()

    def exercise(self, id: str) -> Exercise | None:
        """The step of this id, or None."""
        return next((step for step in self.exercises if step.id == id), None)


@dataclass(frozen=True, slots=True)
class Pack:
    """A course or a single sitting: its front matter, its text, its changes by version, its lessons in order.

    `answer` is `always`, `after-N-tries`, `after-meeting` or `never`.
    """

    id: str
    title: str
    version: str
    language: str
    licence: str
    authors: tuple[str, ...]
    needs: str
    answer: str
    fields: Mapping[str, str]
    about: str
    changes: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    folder: Path
    translations: tuple[Translation, ...] = ()

    def lesson(self, id: str) -> Lesson | None:
        """The lesson of this id, or None."""
        return next((lesson for lesson in self.lessons if lesson.id == id), None)
