"""How soon the first pixel stands, a lesson and a week are ready, and how soon a click on a step shows its page."""

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
REST = 3.0  # seconds in which somebody looks at their week
TEAL = (10, 98, 93)  # of the bare programs, and of Midweek's main buttons
WHITE = (255, 255, 255)
# What is watched, as small as may be: to fetch and look through the whole screen took 40 ms a look, as much as the
# differences measured here, and half of the machine that the programs are measured on.
CORNER: Box = (0, 0, 400, 150)
MAIN_BUTTON: Box = (600, 80, 1000, 200)
PREVIEW: Box = (1000, 250, 1300, 450)


def measure(screen: Screen) -> None:
    """Print `first-pixel` and `week-ready` against a bare widget, `lesson-ready` against a bare web view, and
    `click-to-lesson`, from the key on a step of a week that has stood for a while to its page; milliseconds, medians.

    People come back to a Midweek that they have used before, so each start is into the same home, and the first of
    them, which also warms the disk, is a figure of its own: `lesson-ready-new-home`.
    """
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        place = a_home(home)
        page = partial(screen.shows, GROUND, PREVIEW)
        programs: dict[str, tuple[list[str], Callable[[], bool]]] = {
            "widget": (bare("widget"), partial(screen.painted, CORNER)),
            "view": (bare("view"), lambda: screen.shows(TEAL, CORNER) and screen.shows(WHITE, CORNER)),
            "lesson": ([*LESSON, place], page),
            "window": (WINDOW, partial(screen.painted, CORNER)),
            "week": (WINDOW, partial(screen.shows, TEAL, MAIN_BUTTON)),
        }
        taken: dict[str, list[float]] = {name: [] for name in (*programs, "click")}
        for _ in range(RUNS):  # in turn, so that a slow moment of the machine falls on all
            for name, (command, ready) in programs.items():
                taken[name].append(_start(screen, command, home, ready))
            taken["click"].append(_click(screen, home, programs["week"][1], page))
    middle = {name: median(values[1:]) for name, values in taken.items()}
    show_figure("first-pixel", middle["window"], "ms", middle["widget"])
    show_figure("week-ready", middle["week"], "ms", middle["widget"])
    show_figure("lesson-ready", middle["lesson"], "ms", middle["view"])
    show_figure("lesson-ready-new-home", taken["lesson"][0], "ms", taken["view"][0])
    show_figure("click-to-lesson", middle["click"], "ms")


def _start(screen: Screen, command: list[str], home: Path, ready: Callable[[], bool]) -> float:
    began = time.monotonic()
    with running(command, home):
        took = screen.wait(ready) - began
    screen.wait(lambda: not screen.painted())
    return took * 1000


def _click(screen: Screen, home: Path, week: Callable[[], bool], page: Callable[[], bool]) -> float:
    """From the key on the step that comes next, which has the keyboard, to its page."""
    with running(WINDOW, home):
        screen.wait(week)
        time.sleep(REST)
        screen.focus()
        began = time.monotonic()
        screen.key("space")
        took = screen.wait(page) - began
    screen.wait(lambda: not screen.painted())
    return took * 1000
