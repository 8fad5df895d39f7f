"""A program under measurement with a watch on its frames: `python -m tests.benchmarks.frames FILE WORDS…`.

WORDS are Midweek's own (or `bare editor`: the floor). Once a second a line of JSON is added to FILE: `at` (monotonic
seconds), `frame`: the longest time between two frames of the editor's page since the line before, `block`: the longest
time for which Qt's thread did not come back to its events; both in milliseconds.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

BEAT = 4  # ms
EVERY = 1000  # ms

# In the page's own world: a frame after each frame, so that a gap is a frame that took long. It draws nothing.
_WATCH = """
if (!globalThis.longestFrame) {
  let [last, longest] = [0, 0];
  const step = (now) => {
    if (last) longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  globalThis.longestFrame = () => {
    const now = Math.max(longest, performance.now() - last);
    longest = 0;
    return now;
  };
}
longestFrame();
"""


class Watch(QObject):
    """Writes to a file how long frames and blocks were, from the moment that an editor stands."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._last = time.monotonic()
        self._block = 0.0
        self._beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_beat)
        self._ask = QTimer(self, interval=EVERY)
        self._ask.timeout.connect(self._on_ask)
        self._beat.start()
        self._ask.start()

    def _on_beat(self) -> None:
        now = time.monotonic()
        self._block, self._last = max(self._block, now - self._last), now

    def _on_ask(self) -> None:
        for top in QApplication.topLevelWidgets():
            for view in [top, *top.findChildren(QWidget)]:
                if view.inherits("QWebEngineView") and "editor" in view.url().toString():
                    view.page().runJavaScript(_WATCH, self._on_frame)
                    return

    def _on_frame(self, frame: object) -> None:
        if isinstance(frame, (int, float)):
            line = {"at": time.monotonic(), "frame": frame, "block": self._block * 1000}
            self._block = 0.0
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


@dataclass(frozen=True)
class Longest:
    """Milliseconds."""

    frame: float
    block: float


def longest(file: Path, began: float, ended: float) -> Longest:
    """Between two monotonic moments."""
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    within = [line for line in lines if began < line["at"] <= ended]
    return Longest(max(line["frame"] for line in within), max(line["block"] for line in within))


def watched(file: Path, words: list[str]) -> list[str]:
    """The command of a program that is watched."""
    return [sys.executable, "-m", "tests.benchmarks.frames", str(file), *words]


def main(words: list[str]) -> int:
    """Run the program with the watch."""
    file, kind = Path(words[0]), words[1:]
    watches: list[Watch] = []
    run = QApplication.exec

    def run_watched(*_: object) -> int:
        watches.append(Watch(file))
        return run()

    QApplication.exec = run_watched  # type: ignore[method-assign]
    if kind[:1] == ["bare"]:
        from tests.benchmarks import bare

        return bare.main(kind[1])
    from app.main import main as run_midweek

    return run_midweek(kind)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
