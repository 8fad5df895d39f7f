"""Point 4 of a trial, the words: hints for whoever is stuck, and text that is plain enough to read."""

from __future__ import annotations

from collections.abc import Iterator

from app.authoring.reading_age import reading_age
from app.authoring.trial.remark import Remark
from app.authoring.trial.subject import Subject
from app.packs.model import Exercise

PLAIN = 14  # years: a little over what CURRICULUM.md asks for, since the figure is rough for short texts


def age_of(exercise: Exercise) -> int | None:
    """The reading age of what a learner reads, in years; None where there is too little to tell."""
    return reading_age(f"{exercise.learn}\n\n{exercise.do}")


def try_words(subject: Subject) -> Iterator[Remark]:
    """Whether the text is plain."""
    age = age_of(subject.exercise)
    if age is not None and age > PLAIN:
        message = f"Its text reads as one for people of {age}."
        yield Remark("reading-age", subject.where(0), message, "Use shorter sentences and shorter words.", mild=True)


def try_hints(subject: Subject) -> Iterator[Remark]:
    """Whether somebody who is stuck finds a hint."""
    exercise = subject.exercise
    if not exercise.hints and not any(check.hints for check in exercise.checks):
        remedy = "Add `## Hints`, or a line `Hint:` under a goal."
        yield Remark("hints", subject.where(0), "Somebody who is stuck finds no hint here.", remedy, mild=True)
