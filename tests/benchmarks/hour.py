"""Whether an hour of typing makes Midweek larger: real keys at a person's pace, checks now and then, pages reloaded."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psutil

from tests.benchmarks.figure import show_figure
from tests.benchmarks.program import GROUND, HEADING_LINE, LESSON, a_home
from tests.benchmarks.screen import Screen, SlowError, running

MINUTES = 60
SETTLED = 5  # minutes: until then the first check has woken what it needs
PAUSE = (0.06, 0.3)  # seconds between two keys: 65 words a minute
SHIFTED = {
    "<": "comma",
    ">": "period",
    '"': "apostrophe",
    ":": "semicolon",
    "{": "bracketleft",
}  # on an English keyboard
PLAIN = {" ": "space", "/": "slash", "=": "equal", "-": "minus", ".": "period", ",": "comma"}
LINES = (  # what is typed into one line, again and again; the editor closes the tags. Short, so that none is wrapped
    "<h1>The office fair",
    "<p>Tea and cake on Friday",
    "<ul><li>Coffee<li>Bread",
    '<p class="soft">Bring a friend',
    '<a href="fair.html">The fair',
    '<link rel="stylesheet" href="a.css">',  # makes the preview load the page afresh
    "<table><tr><td>One",
    "<details><summary>A",
    "<p><strong>Doors open",
    '<meta name="a" content="b">',
)
RULES = ("h1 ", "p ", ".soft ", "h1, p ")
STYLE_LINE = 7
LOOKED_AT = """
### The heading is large
```css
h1 { font-size: 40px }
```
"""  # a goal for which a browser is asked, at every pause in the typing and at every check


def measure_hour(screen: Screen, minutes: int = MINUTES) -> None:
    """Print `memory-growth-hour`: by how many per cent the tree of processes grew from the fifth minute to the last."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with running([*LESSON, a_home(home, goals=LOOKED_AT)], home) as program:
            screen.wait(lambda: screen.shows(GROUND))
            time.sleep(4)
            page = screen.find(GROUND)
            typist = _Typist(screen, (page[0] - 270, 300))
            sizes = [_minute(typist, home, program.pid, number) for number in range(1, minutes + 1)]
    settled = min(SETTLED, len(sizes)) - 1
    few = min(3, max(1, len(sizes) // 4))  # minutes at each end, since one minute is not like the next
    first, last = median(sizes[settled : settled + few]), median(sizes[-few:])
    show_figure("memory-growth-hour", (last / first - 1) * 100, "%")


def _minute(typist: _Typist, home: Path, pid: int, number: int) -> float:
    """Megabytes after one more minute of typing, which ends with a check."""
    before = _drafts(home)
    typist.type_for(55)
    if _drafts(home) == before:
        raise SlowError("keys were pressed for a minute, and no draft has changed")
    typist.screen.key("Return", "Control_L")
    time.sleep(4)
    root = psutil.Process(pid)
    parts = [process.memory_full_info().pss / 1e6 for process in [root, *root.children(recursive=True)]]
    print(f"{number:3} {sum(parts):7.1f} MB", *(f"{part:.1f}" for part in parts), file=sys.stderr, flush=True)
    return sum(parts)


def _drafts(home: Path) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted((home / "drafts").rglob("*")) if path.is_file()]


class _Typist:
    """Types lines into the page and takes them away again, so that it stays as long as it is."""

    def __init__(self, screen: Screen, editor: tuple[int, int]) -> None:
        self.screen, self._editor = screen, editor
        self._chance = random.Random(1)  # the same hour every time
        self._work = self._lines()

    def type_for(self, seconds: float) -> None:
        """Type whole lines until so many seconds are over."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            next(self._work)

    def _lines(self) -> Iterator[None]:
        while True:
            for number, line in enumerate(LINES):
                self._replace_line(HEADING_LINE, line)
                yield
                if number % 3 == 0:
                    size = self._chance.randint(20, 60)
                    self._replace_line(STYLE_LINE, f"{self._chance.choice(RULES)}{{font-size: {size}px")
                    yield
                for _ in range(self._chance.randint(0, 12)):
                    self._press("z", "Control_L")
                yield

    def _replace_line(self, number: int, text: str) -> None:
        self.screen.click(*self._editor)
        self._press("Home", "Control_L")
        for _ in range(number - 1):
            self.screen.key("Down")
        self._press("Home")
        self._press("End", "Shift_L")
        self._press("Delete")
        for letter in text:
            if letter in SHIFTED or letter.isupper():
                self._press(SHIFTED.get(letter, letter.lower()), "Shift_L")
            else:
                self._press(PLAIN.get(letter, letter))

    def _press(self, name: str, *held: str) -> None:
        self.screen.key(name, *held)
        time.sleep(self._chance.uniform(*PAUSE))
