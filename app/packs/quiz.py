"""The questions of a quiz: `## Question`, then `- [x]` and `- [ ]` with a line of explanation under each."""

from __future__ import annotations

import re

from app.packs.body import Line, Section
from app.packs.fields import Fields
from app.packs.model import Option, Question
from app.packs.problems import Problems

_OPTION = re.compile(r" {0,3}[-*]\s*\[\s*([xX]?)\s*\]\s*(.*)")


def read_question(section: Section, fields: Fields, problems: Problems) -> Question:
    """One question; several of its options may be right, at least one is."""
    text: list[str] = []
    options: list[tuple[Line, str, str, list[str]]] = []
    for item in section.items:
        option = _OPTION.fullmatch(item.text) if isinstance(item, Line) else None
        if option and isinstance(item, Line):
            options.append((item, option[1], option[2].strip(), []))
        elif options:
            options[-1][3].append(item.text.strip() if isinstance(item, Line) else item.written)
        else:
            text.append(item.text if isinstance(item, Line) else item.written)
    for item, _, words, explanation in options:
        if not words:
            problems.add(item.line, "This answer has no words.", "Write it behind the brackets.")
        elif not "".join(explanation):
            problems.add(item.line, "This answer has no explanation.", "Say in a line under it why it is right or not.")
    question = fields.fill("\n".join(text).strip())
    _check_question(section.line, question, [mark for _, mark, _, _ in options], problems)
    return Question(
        question,
        tuple(Option(fields.fill(w), bool(mark), fields.fill("\n".join(e).strip())) for _, mark, w, e in options),
    )


def _check_question(line: int, text: str, marks: list[str], problems: Problems) -> None:
    if not text:
        problems.add(line, "This question has no words.", "Write the question under `## Question`.")
    if len(marks) < 2:
        problems.add(line, "This question has fewer than two answers.", "Write them as `- [x] …` and `- [ ] …`.")
    elif not any(marks):
        problems.add(line, "No answer of this question is right.", "Mark the right one with `- [x]`.")
