"""`midweek pack new|lint|try PATH`: a pack's first files, its problems, and what trying it shows.

With `--json`, one object each; `line` is null where the whole file is meant, `file` is relative to the pack::

    new   {"path": "…", "files": ["pack.md", …]}
    lint  {"path": "…", "passed": false, "problems": [{"file", "line", "message", "remedy"}]}
    try   {"path": "…", "passed": false, "problems": […as lint…],
           "exercises": [{"lesson", "exercise", "title", "file", "passed", "reading_age",
                          "variants": {"tried", "passed"}, "mistakes": {"made", "noticed"},
                          "remarks": [{"kind", "file", "line", "message", "remedy", "mild", "check"}]}]}

`try` of a pack with problems lists only those. The kinds of remarks are listed in app/authoring/trial/remark.py; mild
ones do not fail the trial, `check` is a goal (Markdown) that would notice the mistake, or "", and `reading_age` is in
years, or null. `--seed N` makes other changes of the answers; the same number makes the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from app.authoring.examination import Render
from app.authoring.template import write_template
from app.authoring.trial.remark import ExerciseTrial, Remark, Trial
from app.authoring.trial.trying import try_pack
from app.cli.outcome import NOT_PASSED, PASSED, counted, say, say_json
from app.errors import BrowserError, PackError
from app.packs.model import Problem
from app.packs.reader import read_exercise, read_pack


def new(path: str, as_json: bool) -> int:
    """Write a small whole pack; the exit code."""
    folder = Path(path)
    files = [file.relative_to(folder).as_posix() for file in write_template(folder)]
    if as_json:
        say_json({"path": path, "files": files})
        return PASSED
    say(f"A new pack is at {path}:")
    for file in files:
        say(f"  {file}")
    say(f"Change its words, then run `midweek pack try {path}`.")
    return PASSED


def lint(path: str, as_json: bool) -> int:
    """List every problem of a pack, or of one exercise; the exit code."""
    target = _target(Path(path))
    problems = read_pack(target).problems if target.is_dir() else read_exercise(target).problems
    if as_json:
        say_json({"path": path, "passed": not problems, "problems": [_problem(problem) for problem in problems]})
    else:
        _print_problems(problems)
    return NOT_PASSED if problems else PASSED


def try_out(path: str, as_json: bool, render: Render, seed: int = 0) -> int:
    """Try every exercise of a pack; the exit code."""
    reading = read_pack(pack_folder(path))
    trial = try_pack(reading.pack, render, seed) if reading.pack else Trial(())
    passed = reading.pack is not None and trial.passed
    if as_json:
        exercises = [_exercise(tried) for tried in trial.exercises]
        problems = [_problem(problem) for problem in reading.problems]
        say_json({"path": path, "passed": passed, "problems": problems, "exercises": exercises})
    elif reading.pack is None:
        _print_problems(reading.problems)
    else:
        _print_trial(trial)
    failed = any(not r.mild and r.kind != "unchecked" for tried in trial.exercises for r in tried.remarks)
    if trial.unchecked and not failed:
        raise BrowserError("The browser did not answer, so some goals could not be tried.", "Try again.")
    return PASSED if passed else NOT_PASSED


def pack_folder(path: str) -> Path:
    """The folder of a pack that is wanted as a whole. PackError where there is none, or only an exercise."""
    target = _target(Path(path))
    if not target.is_dir():
        raise PackError(f"{path} is one file.", "Give the pack's folder: a pack is tried as a whole.")
    return target


def _target(path: Path) -> Path:
    """The pack's folder, or the exercise file, that a path means."""
    if path.name in ("pack.md", "lesson.md") and path.is_file():
        return path.absolute().parents[0 if path.name == "pack.md" else 1]
    if path.is_file() or (path / "pack.md").is_file():
        return path
    if path.is_dir():
        raise PackError(f"There is no pack.md in {path}.", "Give the folder that holds the pack's pack.md.")
    raise PackError(f"There is nothing at {path}.", "Give the pack's folder.")


def _problem(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {"file": where.file, "line": where.line or None, "message": problem.message, "remedy": problem.remedy}


def _exercise(tried: ExerciseTrial) -> dict[str, Any]:
    told = asdict(tried) | {"passed": tried.passed}
    tally = told.pop("tally")
    told["variants"] = {"tried": tally["variants"], "passed": tally["passed"]}
    told["mistakes"] = {"made": tally["mistakes"], "noticed": tally["noticed"]}
    told["remarks"] = [
        {"kind": r.kind, "file": r.where.file, "line": r.where.line or None}
        | {"message": r.message, "remedy": r.remedy, "mild": r.mild, "check": r.check}
        for r in tried.remarks
    ]
    return told


def _print_problems(problems: Sequence[Problem]) -> None:
    for file, found in groupby(problems, key=lambda problem: problem.where.file):
        say(file or "The pack")
        for problem in found:
            _print_line(problem)
        say()
    files = len({problem.where.file for problem in problems})
    say(f"{counted(len(problems), 'problem')} in {counted(files, 'file')}." if problems else "No problems.")


def _print_trial(trial: Trial) -> None:
    width = max((len(tried.title) for tried in trial.exercises), default=0)
    for tried in trial.exercises:
        say(f"{'fit' if tried.passed else 'not yet':<9}{tried.title:<{width}}  {_figures(tried)}".rstrip())
        shown: set[str] = set()
        for remark in tried.remarks:
            _print_line(remark)
            for line in ["(the one above)"] if remark.check in shown else remark.check.splitlines():
                say(f"{'':<15}{line}")
            shown.update(filter(None, [remark.check]))
    fit = sum(tried.passed for tried in trial.exercises)
    say()
    say(f"{fit} of {counted(len(trial.exercises), 'exercise')} fit to be handed out.")


def _figures(tried: ExerciseTrial) -> str:
    age = f"reading age {tried.reading_age}" if tried.reading_age else ""
    tally = tried.tally
    variants = f"{tally.passed} of {tally.variants} variants pass" if tally.variants else ""
    mistakes = f"{tally.noticed} of {tally.mistakes} mistakes noticed" if tally.mistakes else ""
    return ", ".join(filter(None, (age, variants, mistakes)))


def _print_line(told: Problem | Remark) -> None:
    line = f"Line {told.where.line}:" if told.where.line else ""
    mild = "(mild) " if isinstance(told, Remark) and told.mild else ""
    say(f"  {line:<10} {mild}{told.message} {told.remedy}")
