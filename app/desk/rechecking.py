"""Checks stored work again when the packs screen asks for it, a page at a time, while the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.checks.report import Report
from app.errors import AppError
from app.packs.shelf import Shelf
from app.practice.look import Look
from app.practice.recheck import Recheck, Stored, stored_work
from app.practice.sitting import Desk
from app.ui.packs import Packs


class Rechecking(QObject):
    """Wires the button on the packs screen; one round at a time."""

    def __init__(self, screen: Packs, shelf: Shelf, desk: Desk) -> None:
        super().__init__(screen)
        self._screen, self._shelf, self._desk = screen, shelf, desk
        self._left: Iterator[Stored] | None = None
        self._recheck = Recheck()
        self._look: Look | None = None
        screen.recheck_requested.connect(self._on_requested)

    def _on_requested(self) -> None:
        if self._left is None:
            self._recheck = Recheck()
            self._left = stored_work(self._shelf.packs, self._desk.store, self._desk.drafts)
            self._screen.show_rechecking()
            self._go_on()

    def _go_on(self) -> None:
        """The next page; each from the event loop, so that the window lives."""
        try:
            stored = next(self._left) if self._left is not None else None
        except StopIteration:
            self._end(self._recheck.sentence)
            return
        except AppError as error:
            self._end(str(error))
            return
        if stored is not None:
            told = partial(self._on_told, stored)
            self._look = Look(self._desk.inspect, self._desk.ask, stored.inquiry, told)
            self._look.begin()

    def _on_told(self, stored: Stored, report: Report, whole: bool) -> None:
        if not whole:
            return
        try:
            self._recheck.settle(stored, report, self._desk.store)
        except AppError as error:
            self._end(str(error))
        else:
            QTimer.singleShot(0, self, self._go_on)

    def _end(self, sentence: str) -> None:
        self._left = self._look = None
        self._screen.show_rechecked(sentence)
