"""The window and the command line say the same of every sample page: right, unfinished, and wrong in several ways."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stdout
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from builders import SAMPLES
from pytestqt.qtbot import QtBot

from app import cli
from app.authoring.changes.mistake import with_mistakes
from app.authoring.changes.mistakes import mistakes_in
from app.browser.probe import Probe
from app.browser.render import Renderer
from app.checks.report import Fault, Report
from app.packs.assets import read_assets
from app.packs.model import Exercise, Lesson, Pack
from app.packs.reader import read_pack
from app.page.page import File, Page
from app.practice.drafts import Drafts
from app.practice.sitting import Desk, Sitting
from app.progress.store import Store

ROOT = Path(__file__).parents[2]
MISTAKES = 4  # of each answer, chosen by chance
Says = Callable[[Lesson, Exercise, tuple[File, ...]], Any]


def packs() -> Iterator[Pack]:
    for folder in (*sorted((ROOT / "lessons").iterdir()), SAMPLES / "good"):
        if folder.is_dir():
            pack = read_pack(folder).pack
            assert pack, folder
            yield pack


PACKS = {pack.id: pack for pack in packs()}
SAMPLE_PAGES = [
    pytest.param(pack.id, lesson, exercise, id=f"{lesson.id}/{exercise.id}")
    for pack in PACKS.values()
    for lesson in pack.lessons
    for exercise in lesson.exercises
    if exercise.checks
]


def pages(exercise: Exercise) -> Iterator[tuple[File, ...]]:
    """The start, the answer, and the answer with one mistake or another."""
    yield exercise.start
    yield exercise.answer
    answer = Page(exercise.answer)
    found = list(islice(mistakes_in(answer, seed=3), 400))
    random.Random(exercise.id).shuffle(found)
    for mistake in found[:MISTAKES]:
        yield with_mistakes(answer, [mistake])[0].files


def told(fault: Fault) -> dict[str, Any]:
    place = fault.place
    line, column, file = (place.line, place.column, place.file) if place else (None, None, None)
    return {"text": fault.text, "line": line, "column": column, "file": file, "kind": fault.kind}


def as_told(exercise: Exercise, report: Report) -> dict[str, Any]:
    """A report in the words of `midweek check --json`."""
    return {
        "exercise": exercise.id,
        "passed": report.passed,
        "goals": [
            {"goal": f.goal, "outcome": f.outcome, "advice": f.advice, "if_not": f.if_not, "hints": list(f.hints)}
            | {"messages": [told(fault) for fault in f.faults]}
            for f in report.findings
        ],
        "slips": [told(slip) for slip in report.slips],
    }


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe()
    yield probe
    probe.deleteLater()


@pytest.fixture(scope="module")
def renderer(browser: None) -> Iterator[Renderer]:
    renderer = Renderer()
    yield renderer
    renderer.close()


@pytest.fixture
def window_says(probe: Probe, home: Path, clock, qtbot: QtBot) -> Iterator[Says]:
    """What the lesson screen is given after these files were typed and *Check my page* was pressed."""
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        desk = Desk(Drafts(home / "drafts", clock), store, probe.ask, clock)

        def check(lesson: Lesson, exercise: Exercise, files: tuple[File, ...]) -> Any:
            reports: list[Report] = []
            sitting = Sitting(desk, "lena", pack_of(lesson), lesson, exercise, assets=read_assets(lesson.folder))
            for file in files:
                sitting.text_changed(file.name, file.text)
            sitting.check(reports.append, pytest.fail)
            qtbot.waitUntil(lambda: bool(reports), timeout=20_000)
            return as_told(exercise, reports[0])

        yield check


def pack_of(lesson: Lesson) -> Pack:
    return next(pack for pack in PACKS.values() if lesson in pack.lessons)


def written(folder: Path, files: tuple[File, ...]) -> Path:
    for file in files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode("utf-8"))
    return folder


@pytest.fixture
def command_line_says(renderer: Renderer, tmp_path: Path) -> Says:
    """What `midweek check --json` prints about the same files in a folder."""

    def check(_lesson: Lesson, exercise: Exercise, files: tuple[File, ...]) -> Any:
        page = written(tmp_path / f"page-{len(list(tmp_path.iterdir()))}", files)
        with redirect_stdout(io.StringIO()) as printed:
            cli.run(["check", str(exercise.path), "--page", str(page), "--json"], renderer.render)
        return json.loads(printed.getvalue())

    return check


@pytest.mark.parametrize(("_pack", "lesson", "exercise"), SAMPLE_PAGES)
def test_both_say_the_same(
    _pack: str, lesson: Lesson, exercise: Exercise, window_says: Says, command_line_says: Says
) -> None:
    said = []
    for files in pages(exercise):
        in_window = window_says(lesson, exercise, files)
        assert in_window == command_line_says(lesson, exercise, files), files
        said.append(in_window)
    assert [report["passed"] for report in said[:2]] == [False, True]


def test_a_process_says_the_same(window_says: Says, tmp_path: Path) -> None:
    lesson = next(lesson for lesson in PACKS["office-web"].lessons if lesson.id == "first-page")
    exercise = lesson.exercises[-1]  # the project, which the browser is asked about
    files = (File("index.html", exercise.answer[0].text.replace("</h1>", "</h2>")),)
    command = [sys.executable, "-m", "app", "check", exercise.path, "--page", written(tmp_path / "page", files)]
    done = subprocess.run([*command, "--json"], cwd=ROOT, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout) == window_says(lesson, exercise, files)
