"""Makes the application and the program in it, in the order that puts the first pixel on the screen soonest."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.browser.start import prepare_environment
from app.paths import Home, default_home, lessons_dir
from app.program import Program

LOG = logging.getLogger("midweek")
_LOG_BYTES = 500_000


def open_window(person: str, place: str, pictures: Path | None) -> int:
    """Show the window until it is closed; `place` is `pack/lesson/exercise`. With `pictures`, play there and end."""
    if pictures is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    notice = prepare_environment(sys.argv)
    if notice:
        print(notice, file=sys.stderr)
    application = QApplication(["Midweek"])
    application.setApplicationName("Midweek")
    with _home(visiting=pictures is not None) as home:
        return _run(application, home, person, place, pictures)


def _run(application: QApplication, home: Home, person: str, place: str, pictures: Path | None) -> int:
    program = make_program(application, home)
    _keep_log(home, program.show_bug)
    program.begin(person, place)
    QTimer.singleShot(0, program.wake_browser)  # after the first picture of the window
    if pictures is None:
        code = application.exec()
    else:
        from app.play import play_first_exercise

        code = play_first_exercise(program, pictures)
    program.close()
    return code


@contextmanager
def _home(*, visiting: bool) -> Iterator[Home]:
    """People's own data; a visitor who only looks around leaves no trace in it."""
    if not visiting:
        yield default_home()
        return
    with TemporaryDirectory() as folder:
        yield Home(Path(folder))


def make_program(app: QApplication, home: Home, clock: Callable[[], datetime] | None = None) -> Program:
    """The program over this home, its window not yet shown; `clock` gives aware UTC times."""
    return Program(app, home, lessons_dir(), clock or _utc_now)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _keep_log(home: Home, show_bug: Callable[[], None]) -> None:
    """From now on a bug is written to the log and said calmly, and the program goes on."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        LOG.addHandler(RotatingFileHandler(home.log, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"))
    except OSError:
        LOG.addHandler(logging.StreamHandler())
    LOG.propagate = False

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        LOG.error("A bug", exc_info=(kind, error, trace))
        show_bug()

    sys.excepthook = on_bug
