"""What a lesson holds in memory, the whole tree of processes, against a bare web view."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.benchmarks.figure import show_figure
from tests.benchmarks.program import GROUND, LESSON, a_home, bare
from tests.benchmarks.screen import Screen, running

SETTLED = 4.0  # seconds after the first picture


def measure(screen: Screen) -> None:
    """Print `memory`: megabytes of proportional set size (PSS), in a lesson."""
    with TemporaryDirectory() as folder:
        view = _megabytes(screen, bare("view"), Path(folder) / "bare", (10, 98, 93))
        home = Path(folder) / "home"
        lesson = _megabytes(screen, [*LESSON, a_home(home)], home, GROUND)
    show_figure("memory", lesson, "MB", view)


def _megabytes(screen: Screen, command: list[str], home: Path, colour: tuple[int, int, int]) -> float:
    with running(command, home) as program:
        screen.wait(lambda: screen.shows(colour))
        time.sleep(SETTLED)
        root = psutil.Process(program.pid)
        total = sum(process.memory_full_info().pss for process in [root, *root.children(recursive=True)])
    screen.wait(lambda: not screen.painted())
    return total / 1e6
