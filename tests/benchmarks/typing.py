"""From a key pressed on a real keyboard to pixels changed: in the editor, and in the preview."""

from __future__ import annotations

import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.figure import show_figure
from tests.benchmarks.frames import Longest, longest, watched
from tests.benchmarks.program import GROUND, HEADING_LINE, LESSON, PERSON, a_home, bare, preview_box
from tests.benchmarks.screen import Box, Screen, SlowError, running

KEYS = 60
FAST, EVERY = 30.0, 0.08  # seconds of typing without a pause, and from key to key: a hundred and fifty words a minute
LINE = "We open on <b>Friday</b> at nine and close at four.\n"
KEY_NAMES = {" ": ("space",), "\n": ("Return",), ".": ("period",), "/": ("slash",)}
SHIFTED = {"<": "less", ">": "greater"}
LIMIT = 5  # seconds


def measure(screen: Screen) -> None:
    """Print `key-to-editor` against the bare CodeMirror page, `key-to-preview` against `key-to-editor`; ms, medians.

    `longest-frame-2000` and `longest-block-2000`: the longest of 30 seconds of fast typing, against the bare page's.
    """
    with TemporaryDirectory() as folder:
        floor = _bare(screen, Path(folder) / "bare")
        editor, preview = _lesson(screen, Path(folder) / "home", 40)
        _, long_preview = _lesson(screen, Path(folder) / "long", 2000)
        bare_frames = _bare_frames(screen, Path(folder) / "bare-fast")
        frames = _lesson_frames(screen, Path(folder) / "fast", 2000)
    show_figure("key-to-editor", editor, "ms", floor)
    show_figure("key-to-preview", preview, "ms", editor)
    show_figure("key-to-preview-2000", long_preview, "ms", editor)
    show_figure("longest-frame-2000", frames.frame, "ms", bare_frames.frame)
    show_figure("longest-block-2000", frames.block, "ms", bare_frames.block)


def _bare(screen: Screen, home: Path) -> float:
    with running(bare("editor"), home):
        screen.wait(screen.painted)
        time.sleep(3)
        screen.click(300, 100)
        _to_heading(screen)
        taken = _times(screen, [(60, 100, 560, 300)])
    screen.wait(lambda: not screen.painted())
    return median(taken[0])


def _lesson(screen: Screen, home: Path, lines: int) -> tuple[float, float]:
    opened = a_home(home, lines)
    with running([*LESSON, opened], home):
        screen.wait(lambda: screen.shows(GROUND))
        time.sleep(3)
        page = screen.find(GROUND)
        editor = (page[0] - 520, 200, page[0] - 20, 400)  # of the same size as the bare page's
        screen.click(editor[0] + 250, 300)
        _to_heading(screen)
        taken = _times(screen, [editor, preview_box(page)])
    screen.wait(lambda: not screen.painted())
    return median(taken[0]), median(taken[1])


def _bare_frames(screen: Screen, home: Path) -> Longest:
    file = home / "frames"
    with running(watched(file, ["bare", "editor"]), home):
        screen.wait(screen.painted)
        time.sleep(3)
        screen.click(300, 100)
        return _type_fast(screen, file)


def _lesson_frames(screen: Screen, home: Path, lines: int) -> Longest:
    opened, file = a_home(home, lines), home / "frames"
    with running(watched(file, ["--person", PERSON, "--open", opened]), home):
        screen.wait(lambda: screen.shows(GROUND))
        time.sleep(5)  # what is only done once is done
        screen.click(screen.find(GROUND)[0] - 270, 300)
        return _type_fast(screen, file)


def _type_fast(screen: Screen, file: Path) -> Longest:
    """Type for 30 seconds without a pause, whatever is on the screen."""
    _to_heading(screen)
    time.sleep(2)
    began = time.monotonic()
    for number, letter in enumerate(islice(cycle(LINE), round(FAST / EVERY))):
        time.sleep(max(0.0, began + number * EVERY - time.monotonic()))
        if letter in SHIFTED or letter.isupper():
            screen.key(SHIFTED.get(letter, letter.lower()), "Shift_L")
        else:
            screen.key(*KEY_NAMES.get(letter, (letter,)))
    time.sleep(2)  # the last second is told after it
    return longest(file, began, time.monotonic())


def _to_heading(screen: Screen) -> None:
    screen.key("Home", "Control_L")
    for _ in range(HEADING_LINE - 1):
        screen.key("Down")
    for _ in range(len("<h1>")):
        screen.key("Right")


def _times(screen: Screen, boxes: list[Box]) -> list[list[float]]:
    """Milliseconds from each key to the first change in each box; the letter is then taken away again."""
    taken: list[list[float]] = [[] for _ in boxes]
    for key in islice(cycle("wmoabdeg"), KEYS):
        before = [screen.settle(box) for box in boxes]
        began = time.monotonic()
        screen.key(key)
        waiting = set(range(len(boxes)))
        while waiting:
            if time.monotonic() - began > LIMIT:
                raise SlowError("a key was pressed, and nothing changed")
            for n in sorted(waiting):
                if screen.changed(before[n], boxes[n]):
                    taken[n].append((time.monotonic() - began) * 1000)
                    waiting.discard(n)
        screen.key("BackSpace")
    return taken
