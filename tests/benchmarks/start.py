"""How soon the first pixel stands and how soon a lesson is ready, from the start of the process."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.figure import show_figure
from tests.benchmarks.program import GROUND, LESSON, WINDOW, a_home, bare
from tests.benchmarks.screen import Screen, running

RUNS = 7


def measure(screen: Screen) -> None:
    """Print `first-pixel` against a bare widget, `lesson-ready` against a bare web view; milliseconds, medians."""
    figures: dict[str, list[float]] = {}
    for _ in range(RUNS):  # in turn, so that a slow moment of the machine falls on both
        for name, command, ready in _programs(screen):
            figures.setdefault(name, []).append(_milliseconds(screen, command, ready))
    middle = {name: median(values[1:]) for name, values in figures.items()}  # the first run warms the disk
    show_figure("first-pixel", middle["window"], "ms", middle["widget"])
    show_figure("lesson-ready", middle["lesson"], "ms", middle["view"])


def _programs(screen: Screen):
    return [
        ("widget", lambda home: bare("widget"), screen.painted),
        ("window", lambda home: WINDOW, screen.painted),
        ("view", lambda home: bare("view"), lambda: screen.shows((10, 98, 93)) and screen.shows((255, 255, 255))),
        ("lesson", lambda home: [*LESSON, a_home(home)], lambda: screen.shows(GROUND)),
    ]


def _milliseconds(screen: Screen, command: Callable[[Path], list[str]], ready: Callable[[], bool]) -> float:
    with TemporaryDirectory() as folder:
        words = command(Path(folder) / "home")
        began = time.monotonic()
        with running(words, Path(folder) / "home"):
            took = screen.wait(ready) - began
    screen.wait(lambda: not screen.painted())
    return took * 1000
