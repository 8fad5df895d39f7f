"""Tries a pack, exercise by exercise (PACK-FORMAT.md, "Trying a pack")."""

from __future__ import annotations

from app.authoring.examination import Render
from app.authoring.trial.changes import try_changes
from app.authoring.trial.goals import try_goals
from app.authoring.trial.pages import try_pages
from app.authoring.trial.remark import ExerciseTrial, Tally, Trial
from app.authoring.trial.subject import Subject
from app.authoring.trial.texts import age_of, try_hints, try_words
from app.packs.assets import read_assets
from app.packs.model import Pack


def try_pack(pack: Pack, render: Render, seed: int = 0) -> Trial:
    """Try every exercise of a pack; PackError where its assets cannot be read."""
    tried = []
    for lesson in pack.lessons:
        assets = read_assets(lesson.folder)
        for exercise in lesson.exercises:
            subject = Subject(exercise, assets, exercise.path.relative_to(pack.folder), render, seed)
            tried.append(try_exercise(subject, lesson.id))
    return Trial(tuple(tried))


def try_exercise(subject: Subject, lesson: str) -> ExerciseTrial:
    """Everything that trying one exercise shows, in the order of its file."""
    exercise = subject.exercise
    remarks = [*try_words(subject), *try_pages(subject)]
    tally = Tally()
    if exercise.kind in ("exercise", "project"):
        goals = list(try_goals(subject))
        remarks += [*goals, *try_hints(subject)]
        if not any(remark.kind in ("answer", "unchecked") for remark in goals):  # else every change would say so again
            changes, tally = try_changes(subject)
            remarks += changes
    remarks.sort(key=lambda remark: remark.where.line)
    path = subject.path.as_posix()
    return ExerciseTrial(lesson, exercise.id, exercise.title, path, tuple(remarks), age_of(exercise), tally)
