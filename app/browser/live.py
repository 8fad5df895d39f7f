"""Keeps a page in a view up to date: one change in flight, the newest wins, patched where right, loaded where not.

A page that hangs, dies, takes too much memory or cannot be drawn is stopped and said so; the next change gets a fresh
renderer, after a rest, so that whoever goes on typing does not feel every try.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.browser.asking import BROKEN, LATE, Done
from app.browser.changing import change
from app.browser.content import content_type, too_much
from app.browser.painting import is_exposed
from app.browser.pulse import Pulse
from app.browser.seal import SealedView
from app.browser.serving import SCHEME

_LIMIT = 3.0  # seconds without an answer
_FIRST_LIMIT = 15.0  # while a renderer has to start, on a slow machine
_PING_LIMIT = 1.0
_REST = 1000  # ms between the end of a page and the next try

HANGS = "This page keeps the browser so busy that it was stopped. Your text is safe; change it and it is tried again."
DIED = "This page made the browser stop. Your text is safe; change it and it is tried again."
GREEDY = "This page used more memory than there is for it. Your text is safe; change it and it is tried again."
TOO_LONG = "This page is too long, or has too many frames, to be shown here. Your text is safe; make it shorter."


@dataclass(frozen=True, slots=True)
class _Version:
    number: int
    served: Mapping[str, bytes]
    entry: str

    @property
    def html(self) -> str:
        return self.served[self.entry].decode("utf-8-sig", "replace")


_NOTHING = _Version(0, {"": b""}, "")
_BLANK = "index.html"  # a page without a word, with which a renderer is started


class LivePage(QObject):
    """What the view shows, what it is to show next, and how it gets there."""

    loading = Signal()  # what the view shows is about to be replaced by a full load, or its renderer to be ended
    standing = Signal()  # a page stands again
    painted = Signal(int)  # this version is on the screen
    held = Signal(int)  # this version is half typed and would be blank: the page before it stays
    stopped = Signal(str)

    def __init__(self, view: SealedView) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: _Version | None = None
        self._current = _NOTHING  # in flight, or what stands
        self._before = _NOTHING  # what stood before `_current`
        self._in_flight = False
        self._stands = False  # whether `_current` is in the view, as far as we know
        self._fresh = True  # whether the renderer has yet to start
        self._awake = False
        self._ending = ""  # the sentence for a renderer that we end ourselves
        self._scroll: object = (0, 0)
        self._load_timer = QTimer(self)
        self._load_timer.setSingleShot(True)
        self._load_timer.timeout.connect(self._on_load_timeout)
        view.loadFinished.connect(self._on_load_finished)
        pulse = Pulse(view)
        self.painted.connect(pulse.begin)
        self.loading.connect(pulse.end)
        pulse.stuck.connect(self._on_load_timeout)
        view.greedy.connect(self._on_greedy)
        view.page().renderProcessTerminated.connect(self._on_renderer_terminated)

    @property
    def busy(self) -> bool:
        """Whether a version is in flight or waits to be."""
        return self._in_flight or self._waiting is not None

    def wake(self) -> None:
        """Start the renderer, which the first page would else have to wait for; nothing is shown or said of it."""
        if not self.busy and self._current is _NOTHING:
            self._in_flight = True
            self._load_timer.start(round(1000 * _FIRST_LIMIT))
            self._view.open_page({_BLANK: b""}, _BLANK)

    def show_page(self, number: int, served: Mapping[str, bytes], entry: str) -> None:
        """Bring the view to this version: after what is in flight, instead of what waits."""
        self._waiting = _Version(number, dict(served), entry)
        self._begin()

    def set_awake(self, awake: bool) -> None:
        """Whether the view can be seen: Chromium paints nothing that cannot, so nothing is begun until it can."""
        self._awake = awake
        if not awake and self._in_flight and self._waiting is None:
            self._waiting = self._current  # it may not get painted any more
        self._begin()

    def _begin(self) -> None:
        if self._in_flight or self._waiting is None or not self._awake:
            return
        before, now, self._waiting = self._current, self._waiting, None
        if too_much(now.entry, now.served[now.entry]):
            self.stopped.emit(TOO_LONG)
            return
        self._before, self._current, self._in_flight = before, now, True
        if before.entry != now.entry:
            self._scroll = (0, 0)
            self._load()
        elif not self._stands:
            self._load()
        elif _can_patch(before, now):
            styles = any(before.served[name] != now.served[name] for name in now.served if _is_style(name))
            self._ask(self._on_patched, "patch", change(before.html, now.html), self._view.serve(now.served), styles)
        else:
            self._ask(self._on_where, "where")

    def _ask(self, done: Done, task: str, *arguments: object) -> None:
        limit = _FIRST_LIMIT if self._fresh else _LIMIT
        self._view.ask(task, *arguments, done=done, failed=self._on_no_answer, limit=limit)

    def _on_patched(self, answer: object) -> None:
        if isinstance(answer, dict) and answer.get("patched") is True:
            self._end(painted=True)
        elif isinstance(answer, dict) and answer.get("held") is True:
            held, self._current = self._current, self._before
            self.held.emit(held.number)
            self._end(painted=False)
        else:
            self._ask(self._on_where, "where")

    def _on_where(self, scroll: object) -> None:
        self._scroll = scroll
        self._load()

    def _load(self) -> None:
        self.loading.emit()
        self._stands = False
        self._load_timer.start(round(1000 * (_FIRST_LIMIT if self._fresh else _LIMIT)))
        self._view.open_page(self._current.served, self._current.entry)

    def _on_load_finished(self, _ok: bool) -> None:  # not ok: also for a page with a frame that is refused
        if self._current is _NOTHING:  # the renderer is awake
            self._load_timer.stop()
            self._on_renderer_free()
        elif self._view.url().scheme() != SCHEME:
            self._in_flight = True  # a link to about:blank: Chromium asks nobody whether it may go there. Come back.
            self._load()
        elif self._load_timer.isActive():  # else a load that was given up
            self._load_timer.stop()
            self._ask(self._on_arrived, "arrive", self._current.html, self._scroll)

    def _on_arrived(self, _answer: object) -> None:
        self._end(painted=True)

    def _end(self, *, painted: bool, stands: bool = True) -> None:
        self._stands, self._fresh, self._in_flight = stands, False, False
        self.standing.emit()
        if painted:
            self.painted.emit(self._current.number)
        self._begin()

    # A page that does not answer

    def _on_no_answer(self, sentence: str) -> None:
        if sentence == LATE:  # it hangs, or only nothing is painted: a covered or minimised window
            self._view.ask("ping", done=self._on_alive, failed=self._on_no_ping, limit=_PING_LIMIT)
        elif sentence == BROKEN:
            self._end(painted=False, stands=False)

    def _on_alive(self, _answer: object) -> None:
        """It thinks, and paints nothing: because nobody could see it, or because it is too much to be drawn."""
        if is_exposed(self._view):
            self._view.ask("drawn", done=self._on_arrived, failed=self._on_no_ping, limit=_LIMIT)
        else:
            self._end(painted=False)

    def _on_no_ping(self, sentence: str) -> None:
        if sentence == LATE:
            self._on_load_timeout()

    def _on_load_timeout(self) -> None:
        if self._current is _NOTHING:  # it would not wake: that is for the first page to find out
            self._on_renderer_free()
            return
        self._ending = HANGS
        self.loading.emit()
        if not self._view.kill_renderer():
            self._on_renderer_terminated()

    def _on_greedy(self) -> None:
        self._ending = GREEDY
        self.loading.emit()

    def _on_renderer_terminated(self, *_: object) -> None:
        sentence, self._ending = self._ending or DIED, ""
        self._load_timer.stop()
        self._stands, self._fresh, self._in_flight = False, True, True
        if self._current is not _NOTHING:
            self.stopped.emit(sentence)
        QTimer.singleShot(_REST, self, self._on_renderer_free)

    def _on_renderer_free(self) -> None:
        """What was under way is over; only now can the next page be begun."""
        self._in_flight = False
        self._begin()


def _is_style(name: str) -> bool:
    return content_type(name).startswith("text/css")


def _can_patch(before: _Version, now: _Version) -> bool:
    """Whether only texts of the page itself changed: its HTML and its style sheets."""
    if before.served.keys() != now.served.keys():
        return False
    others = (name for name in now.served if name != now.entry and not _is_style(name))
    return all(before.served[name] == now.served[name] for name in others)
