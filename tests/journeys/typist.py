"""`python -m tests.journeys.typist HOME`: somebody in a process of their own, who types into an exercise for ever.

Every letter is a real key event; how many were pressed is printed. A line on standard input closes the window.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.browser.start import prepare_environment
from app.opening import make_program
from app.paths import Home
from app.program import Program
from app.ui.theme import Theme
from app.ui.window import Window

NAME, EXERCISE, EVERY = "Shazia Akhtar", "office-web/first-page/headings", 50  # ms
LETTERS = "abcdefghij"


class Typist:
    """Types at the end of line 8, once the editor is there."""

    def __init__(self, program: Program) -> None:
        self.program, self.pressed = program, 0
        self.editor = program.wake_browser().editor
        self.timer = QTimer(interval=EVERY)
        self.timer.timeout.connect(self.press)
        self.editor.ready.connect(self.begin)

    def begin(self) -> None:
        """Go to the place."""
        self.editor.show_line("index.html", 8, 200)
        QTimer.singleShot(500, self.timer.start)

    def press(self) -> None:
        """One more letter."""
        widget = self.editor
        while (proxy := widget.focusProxy()) is not None:
            widget = proxy
        QTest.keyClick(widget, LETTERS[self.pressed % len(LETTERS)])
        self.pressed += 1
        print(self.pressed, flush=True)

    def close(self) -> None:
        """Stop, let the last letter arrive, and close the window as a person does."""
        self.timer.stop()
        QTimer.singleShot(200, self.program.window.close)


def main(home: Path) -> int:
    """Type until the window is closed."""
    prepare_environment([])
    app = QApplication(["Midweek"])
    program = make_program(Window(Theme(app)), Home(home), lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    program.begin(NAME, EXERCISE)
    typist = Typist(program)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(typist.close)
    code = app.exec()
    program.close()
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
