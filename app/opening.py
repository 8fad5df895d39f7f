"""Makes the application and the program in it, in the order that puts the first pixel on the screen soonest."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.browser.start import Browser, prepare_environment
from app.errors import AppError, BrowserError
from app.paths import Home, default_home, follow_up_environment, lessons_dir
from app.settings import Settings
from app.ui.theme import Theme
from app.ui.window import Window

if TYPE_CHECKING:
    from app.desk.footing import Footing
    from app.program import Program

LOG = logging.getLogger("midweek")
_LOG_BYTES = 500_000
BREATH = 1  # ms in which Chromium, which needs this thread too, goes on
IDLE = 300  # ms after the first screen was shown, before the browser is woken for the lesson that comes next


def open_window(person: str, place: str, pictures: Path | None) -> int:
    """Show the window until it is closed; `place` is `pack/lesson/exercise`. With `pictures`, play there and end."""
    if pictures is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gc.disable()  # a tenth of the start; see `_run`
    with _home(visiting=pictures is not None) as home:
        likes = Settings(home.settings, _utc_now().date()).preferences()
        notice = prepare_environment(sys.argv, software=likes.drawing == "software")
        if notice:
            print(notice, file=sys.stderr)
        qInstallMessageHandler(_keep_message)
        application = QApplication(["Midweek"])
        application.setApplicationName("Midweek")
        return _run(application, home, person, place, pictures)


def _run(application: QApplication, home: Home, person: str, place: str, pictures: Path | None) -> int:
    window = Window(Theme(application))
    window.restore_place(Settings(home.settings, _utc_now().date()).preferences().window)
    programs: list[Program] = []
    footing: list[Footing] = []
    browser = Browser()

    def steps() -> Iterator[object]:
        try:
            if place:
                with suppress(BrowserError):  # it is said when the exercise is opened
                    yield from _import_all(browser)
            program = make_program(window, home, browser=browser)
            programs.append(program)
            _keep_log(home, program)
            if place:
                with suppress(BrowserError):
                    program.wake_browser()
                yield BREATH
            program.begin(person, place)
        finally:
            gc.freeze()  # what a start has made stays: nobody need look through it for what is left over
            gc.enable()
        if pictures is not None:
            from app.play import play_first_exercise

            application.exit(play_first_exercise(program, pictures))
            return
        yield IDLE
        yield from _wake(program, browser, home, footing)

    _AfterFirstPaint(window, steps())
    window.show()
    code = application.exec()
    for program in programs:
        program.close()
    browser.close()
    window.deleteLater()  # a page must go before its profile, so not in the disorder of the interpreter's end
    for each in footing:
        each.close()
        if each.follow_up:
            subprocess.Popen(each.follow_up, env=follow_up_environment(), start_new_session=True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code


def _wake(program: Program, browser: Browser, home: Home, footing: list[Footing]) -> Iterator[object]:
    """The steps of waking the browser for the lesson that comes next, and of looking whether it can stand here."""
    from app.desk.footing import Footing

    looking = Footing(program.window, program.settings, home)
    footing.append(looking)
    looking.look()
    try:
        yield from browser.waking()
        program.wake_browser()
        looking.watch(browser.editor)
    except BrowserError as error:
        program.window.show_notice(error)


def _import_all(browser: Browser) -> Iterator[object]:
    """The steps of waking the browser for a lesson and importing what that needs, the one beside the other."""
    waking = browser.waking()
    yield next(waking)
    Thread(target=_import_rooms_without_qt, daemon=True).start()
    yield from waking
    yield BREATH
    import app.program

    yield BREATH
    import app.desk.setting_up  # noqa: F401

    yield BREATH


def _import_rooms_without_qt() -> None:
    import app.packs.kept
    import app.practice.copies
    import app.practice.sitting  # noqa: F401


class _AfterFirstPaint(QObject):
    """Takes `steps`, one each turn of the event loop, once the window has stood on the screen.

    Packs, progress and the browser are read then, and between two steps the window lives. A step that yields a number
    is followed by so many milliseconds of rest.
    """

    def __init__(self, window: Window, steps: Iterator[object]) -> None:
        super().__init__(window)
        self._steps = steps
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The timer runs when the paint under way is on the screen."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        try:
            rest = next(self._steps)
        except StopIteration:
            return
        QTimer.singleShot(rest if isinstance(rest, int) else 0, self, self._go_on)


@contextmanager
def _home(*, visiting: bool) -> Iterator[Home]:
    """People's own data; a visitor who only looks around leaves no trace in it."""
    if not visiting:
        yield default_home()
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        yield Home(Path(folder))


def make_program(
    window: Window,
    home: Home,
    clock: Callable[[], datetime] | None = None,
    packs: Path | None = None,
    *,
    browser: Browser | None = None,
) -> Program:
    """The program in this window, over this home; `clock` gives aware UTC times, `packs` is the folder of packs."""
    from app.program import Program

    return Program(window, home, packs or lessons_dir(), clock or _utc_now, browser or Browser())


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _keep_log(home: Home, program: Program) -> None:
    """From now on an expected failure is said, a bug is logged and said calmly, and the program goes on."""
    from logging.handlers import RotatingFileHandler

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
        if isinstance(error, AppError):
            program.window.show_notice(error)  # expected, though nobody nearer had something better to do
            return
        LOG.error("A bug", exc_info=(kind, error, trace))
        program.show_bug()

    sys.excepthook = on_bug


def _keep_message(kind: QtMsgType, _context: object, message: str) -> None:
    """What Qt has to say belongs into the log; only what ends the program is said aloud."""
    LOG.log(logging.ERROR if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) else logging.INFO, message)
