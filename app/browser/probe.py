"""Asks a hidden, sealed browser what a page looks like, how it is printed and read out, and what axe-core finds in it.

Every set of questions is about a page freshly loaded and ends exactly once; a renderer that hangs or dies is replaced.
Questions and answers are plain JSON (see `resources/page-scripts/probe.js`): what they are for is the asker's business.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from app.browser.asking import GONE, WORLD
from app.browser.content import too_much
from app.browser.printing import print_page
from app.browser.seal import SealedView
from app.paths import resources_dir

Question = Mapping[str, Any]
Answer = dict[str, Any]

TIME_LIMIT = 5.0  # seconds, for a whole set of questions
WIDTH, HEIGHT = 1024, 768
_SCRIPTS = (
    *("sheets.js", "settings.js", "states.js", "effects.js", "layout.js", "views.js", "paper.js", "reading.js"),
    "probe.js",
)

NO_ANSWER = "The browser did not answer in time, so this could not be checked. Try again."
DIED = "The page made the browser stop, so this could not be checked. Make the page simpler and try again."
GREEDY = "The page used more memory than there is for it, so this could not be checked. Make it simpler and try again."
TOO_LONG = "The page is too long, or has too many frames, to be checked. Make it shorter and try again."


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """One set of questions."""

    served: Mapping[str, bytes]
    entry: str
    questions: Sequence[Question]
    done: Callable[[list[Answer]], None]
    failed: Callable[[str], None]


class Probe(QObject):
    """One hidden page, used again and again; it answers one set of questions at a time, in the order they came."""

    def __init__(self, parent: QObject | None = None, *, limit: float = TIME_LIMIT) -> None:
        """`limit`: seconds for a whole set of questions, loading the page included."""
        super().__init__(parent)
        self._limit = limit
        self._queue: deque[_Inquiry] = deque()
        self._current: _Inquiry | None = None
        self._steps: _Steps | None = None
        self._version = 0  # of the page that is being asked
        self._ending = False  # a renderer that we end ourselves is not gone yet
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        self._view = SealedView(_SCRIPTS)
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # a view never shown has a page of 0 × 0
        self._view.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # else the program would stay open for it
        self._view.resize(WIDTH, HEIGHT)
        self._view.show()
        self._view.loadFinished.connect(self._on_load_finished)
        self._view.greedy.connect(self._on_greedy)
        self._view.page().renderProcessTerminated.connect(self._on_renderer_terminated)
        self.destroyed.connect(self._view.deleteLater)

    def ask(
        self,
        served: Mapping[str, bytes],
        entry: str,
        questions: Sequence[Question],
        done: Callable[[list[Answer]], None],
        failed: Callable[[str], None],
    ) -> None:
        """Ask about the page `entry` of these files; one answer a question, in their order.

        Exactly one of `done(answers)` and `failed(sentence)` is called, once, and never before this returns.
        """
        self._queue.append(_Inquiry(dict(served), entry, list(questions), done, failed))
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self._current is not None or self._ending or not self._queue:
            return
        inquiry = self._current = self._queue.popleft()
        if too_much(inquiry.entry, inquiry.served[inquiry.entry]):
            self._fail(TOO_LONG)
            return
        self._timer.start(round(self._limit * 1000))
        self._version = self._view.open_page(inquiry.served, inquiry.entry)

    def _on_load_finished(self, _ok: bool) -> None:  # not ok: also for a page with a frame that is refused
        if self._current is not None:  # again, where this was still about the page before
            self._steps = _steps(self._view, self._version, self._current.questions)
            self._step(self._steps, None)

    def _step(self, steps: _Steps, answer: object) -> None:
        """Hand an answer to the steps it is for, and ask what they want to know next."""
        if steps is not self._steps:
            return
        try:
            task, *arguments = steps.send(answer)
        except StopIteration as end:
            self._end().done(end.value)
        except _OtherPageError:
            self._steps = None  # the page that was asked for is still on its way
        except _OddAnswerError:
            self._fail(NO_ANSWER)
        else:
            done, failed = partial(self._step, steps), partial(self._on_failed, steps)
            if task == _PRINT:
                print_page(self._view.page(), arguments[0], done)  # our own time limit ends it if need be
                return
            self._view.ask(task, *arguments, done=done, failed=failed, limit=self._limit)

    def _on_failed(self, steps: _Steps, sentence: str) -> None:
        if steps is self._steps and sentence != GONE:  # the time limit and the end of a renderer speak for themselves
            self._fail(NO_ANSWER)

    def _on_time_over(self) -> None:
        self._ending = self._view.kill_renderer()
        self._fail(NO_ANSWER)

    def _on_greedy(self) -> None:
        self._ending = True
        self._fail(GREEDY)

    def _on_renderer_terminated(self, *_: object) -> None:
        self._ending = False
        if self._current is None:
            QTimer.singleShot(0, self, self._begin)  # after its last `loadFinished`
        else:
            self._fail(DIED)

    def _fail(self, sentence: str) -> None:
        if self._current is not None:
            self._end().failed(sentence)

    def _end(self) -> _Inquiry:
        inquiry, self._current, self._steps = self._current, None, None
        assert inquiry is not None  # noqa: S101 - for the type checker; both callers know
        self._timer.stop()
        self._view.resize(WIDTH, HEIGHT)  # before the next page is loaded
        QTimer.singleShot(0, self, self._begin)
        return inquiry


class _OddAnswerError(Exception):
    """The page answered something that our scripts do not say."""


class _OtherPageError(Exception):
    """The page that stands in the view is still the one before."""


_VIEWS = ("reflow", "focus")  # questions about the page as a whole
_WITH_AXE = ("audit", "reading")
_PRINT = "print"
_Steps = Generator[tuple[Any, ...], Any, list[Answer]]  # yields a task and its arguments, is sent its answer


def _steps(view: SealedView, version: int, questions: Sequence[Question]) -> _Steps:
    """How a set of questions is asked of the page in `view`, which has just been loaded."""
    answers: dict[int, Answer] = {}
    if not str((yield ("count",))).startswith(f"/v{version}/"):
        raise _OtherPageError
    for setting, places in _by_setting(questions).items():
        view.resize(setting.width, setting.height)
        if (yield ("settle", setting.width, setting.height)) is not True:
            raise _OddAnswerError
        asked = [dict(questions[place]) for place in places]
        effects = yield ("effects", asked, {"media": setting.media, "dark": setting.dark, "calm": setting.calm})
        answers.update(zip(places, _rows(effects, len(places)), strict=True))
    for place, question in enumerate(questions):
        if question["ask"] in _VIEWS:
            width = int(question.get("at", {}).get("width", WIDTH))
            view.resize(width, HEIGHT)
            if (yield ("settle", width, HEIGHT)) is not True:
                raise _OddAnswerError
            answers[place] = _rows([(yield (question["ask"],))], 1)[0]
    yield from _axe_steps(view, questions, answers)
    for place, question in enumerate(questions):
        if question["ask"] == _PRINT:
            answers[place] = {"pdf": (yield (_PRINT, (yield ("paper",))))}
    return [answers[place] for place in range(len(questions))]


def _axe_steps(
    view: SealedView, questions: Sequence[Question], answers: dict[int, Answer]
) -> Generator[tuple[Any, ...], Any, None]:
    """Ask what axe-core is needed for, and bring it into the page first."""
    places = [place for place, question in enumerate(questions) if question["ask"] in _WITH_AXE]
    if not places:
        return
    view.resize(WIDTH, HEIGHT)
    yield ("settle", WIDTH, HEIGHT)
    axe = resources_dir() / "page-scripts" / "vendor" / "axe.min.js"
    view.page().runJavaScript(axe.read_text(encoding="utf-8"), WORLD.value)
    for place in places:
        question = questions[place]
        task = ("audit", list(question["rules"])) if question["ask"] == "audit" else ("reading",)
        answers[place] = _rows([(yield task)], 1)[0]


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a page is looked at: a window in CSS pixels, "screen" or "print", dark colours, no motion."""

    width: int
    height: int
    media: str
    dark: bool
    calm: bool


def _setting(at: Mapping[str, Any]) -> _Setting:
    """The setting a question asks for; a window that stands or lies is four to three."""
    upright = at.get("orientation") == "portrait"
    width = int(at.get("width", HEIGHT if upright else WIDTH))
    height = round(width * 4 / 3) if upright else round(width * 3 / 4) if "orientation" in at else HEIGHT
    return _Setting(width, height, str(at.get("media", "screen")), bool(at.get("dark")), bool(at.get("calm")))


def _by_setting(questions: Sequence[Question]) -> dict[_Setting, list[int]]:
    """The places of the effects by setting, so that the page is resized as seldom as can be."""
    settings: dict[_Setting, list[int]] = {}
    for place, question in enumerate(questions):
        if question["ask"] == "effect":
            settings.setdefault(_setting(question.get("at", {})), []).append(place)
    return settings


def _rows(answer: object, count: int) -> list[Answer]:
    """The answers, if they are as many and such as our scripts give."""
    if isinstance(answer, list) and len(answer) == count and all(isinstance(row, dict) for row in answer):
        return answer
    raise _OddAnswerError
