"""How soon the first pixel stands and how soon a lesson is ready, from the start of the process."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.figure import show_figure
from tests.benchmarks.program import GROUND, LESSON, WINDOW, a_home, bare
from tests.benchmarks.screen import Box, Screen, running

RUNS = 9
# What is watched, as small as may be: to fetch and look through the whole screen took 40 ms a look, as much as the
# differences measured here, and half of the machine that the programs are measured on.
CORNER: Box = (0, 0, 400, 150)
PREVIEW: Box = (1000, 250, 1300, 450)


def measure(screen: Screen) -> None:
    """Print `first-pixel` against a bare widget, `lesson-ready` against a bare web view; milliseconds, medians.

    People come back to a Midweek that they have used before, so each start is into the same home, and the first of
    them, which also warms the disk, is a figure of its own: `lesson-ready-new-home`.
    """
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        place = a_home(home)
        taken: dict[str, list[float]] = {name: [] for name in ("widget", "window", "view", "lesson")}
        for _ in range(RUNS):  # in turn, so that a slow moment of the machine falls on all
            taken["widget"].append(_milliseconds(screen, bare("widget"), home, lambda: screen.painted(CORNER)))
            taken["window"].append(_milliseconds(screen, WINDOW, home, lambda: screen.painted(CORNER)))
            taken["view"].append(_milliseconds(screen, bare("view"), home, partial(_shows_page, screen)))
            taken["lesson"].append(_milliseconds(screen, [*LESSON, place], home, lambda: screen.shows(GROUND, PREVIEW)))
    middle = {name: median(values[1:]) for name, values in taken.items()}
    show_figure("first-pixel", middle["window"], "ms", middle["widget"])
    show_figure("lesson-ready", middle["lesson"], "ms", middle["view"])
    show_figure("lesson-ready-new-home", taken["lesson"][0], "ms", taken["view"][0])


def _shows_page(screen: Screen) -> bool:
    return screen.shows((10, 98, 93), CORNER) and screen.shows((255, 255, 255), CORNER)


def _milliseconds(screen: Screen, command: list[str], home: Path, ready: Callable[[], bool]) -> float:
    began = time.monotonic()
    with running(command, home):
        took = screen.wait(ready) - began
    screen.wait(lambda: not screen.painted())
    return took * 1000
