"""The frozen program: the folder that `build.spec` makes runs by itself, opens lesson 1, and checks an answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.packs.model import Exercise
from app.packs.reader import read_exercise
from app.page.page import File, Page
from app.paths import WORKER
from app.practice.inspector import Inquiry, Inspector
from app.practice.worker import READY, packed, unpacked

ROOT = Path(__file__).parents[2]
EXERCISE = "lessons/office-web/01-first-page/02-change-the-words.md"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder as somebody gets it; it is large, so it is not kept."""
    work = tmp_path_factory.mktemp("frozen")
    command = [
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
        f"--distpath={work}",
        f"--workpath={work / 'work'}",
    ]
    subprocess.run([sys.executable, "-m", *command, str(ROOT / "build.spec")], check=True)
    yield work / "midweek"
    shutil.rmtree(work)


def midweek(frozen: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the frozen program from elsewhere, without the Python that this test runs on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    program = [frozen / "midweek", *words]
    return subprocess.run(program, cwd=frozen.parent, env=kept, capture_output=True, encoding="utf-8", check=False)


def exercise() -> Exercise:
    read = read_exercise(ROOT / EXERCISE).exercise
    assert read
    return read


def page(folder: Path, files: tuple[File, ...]) -> Path:
    folder.mkdir()
    for file in files:
        (folder / file.name).write_text(file.text, "utf-8")
    return folder


def test_the_first_exercise_is_played_in_its_window(frozen: Path, tmp_path: Path) -> None:
    done = midweek(frozen, "--show", tmp_path / "pictures")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    pictures = list((tmp_path / "pictures").glob("*.png"))
    assert len(pictures) >= 3
    assert all(picture.stat().st_size > 5_000 for picture in pictures)  # an empty window is smaller


def test_an_answer_passes_and_a_start_does_not(frozen: Path, tmp_path: Path) -> None:
    asked = ("check", frozen / "_internal" / EXERCISE, "--page")
    answer = midweek(frozen, *asked, page(tmp_path / "answer", exercise().answer))
    start = midweek(frozen, *asked, page(tmp_path / "start", exercise().start))
    assert (answer.returncode, start.returncode) == (0, 1), answer.stderr + start.stderr


def test_it_looks_at_long_pages_in_a_process_of_its_own(frozen: Path) -> None:
    inquiry = Inquiry(exercise().checks, Page(exercise().answer))
    worker = [frozen / "midweek", WORKER]
    done = subprocess.run(worker, input=packed(inquiry), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    ready, said = unpacked(done.stdout) or ("", b"")
    assert ready == READY
    assert unpacked(said) == (Inspector().result(inquiry), b"")


def test_what_builds_the_editor_and_most_of_qt_stay_behind(frozen: Path) -> None:
    places = {path.relative_to(frozen).as_posix() for path in frozen.rglob("*")}
    left_behind = ("node_modules", "/editor/source", "/qml/", "devtools", "QtQuick3D", "QtMultimedia", "/.npmrc")
    assert [place for place in places if any(name in place for name in left_behind)] == []
    if sys.platform == "linux":  # Chromium loads these by name
        assert {f"_internal/lib{name}.so" for name in ("softokn3", "freebl3", "nssckbi")} <= places
