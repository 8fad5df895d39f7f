"""Shows the answer's page beside one's own, where it may be seen yet, and says when it may where not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desk.lesson import LessonDesk
from app.errors import AppError
from app.page.page import Page
from app.practice.sitting import Sitting

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.preview import Preview


class Answering(QObject):
    """`said(AppError)`: the answer may not be seen yet. A second preview is there only while it is looked at."""

    said = Signal(object)

    def __init__(self, desk: LessonDesk, make_preview: Callable[[], Preview]) -> None:
        super().__init__(desk)
        self._desk, self._make = desk, make_preview
        self._pane = desk.screen.page
        self._sitting: Sitting | None = None
        self._pane.answer_wanted.connect(self._on_answer_wanted)
        desk.page_shown.connect(self._on_page_shown)
        desk.left.connect(self._on_left)

    def _on_page_shown(self, _page: Page) -> None:
        sitting = self._desk.sitting
        if sitting is not None and sitting is not self._sitting:
            self._sitting = sitting
            self._pane.offer_answer(bool(sitting.exercise.answer) and sitting.pack.answer != "never")

    def _on_left(self) -> None:
        self._sitting = None
        self._pane.hide_answer()

    def _on_answer_wanted(self) -> None:
        sitting = self._desk.sitting
        if sitting is None:
            return
        try:
            page = sitting.see_answer()
        except AppError as error:
            self._pane.hide_answer()
            self.said.emit(error)
            return
        self._desk.save()
        preview = self._make()
        self._pane.show_answer(preview)
        self._tie(preview)
        preview.show_page(page.served(), page.entry)

    def _tie(self, preview: Preview) -> None:
        from app.browser.scrolling import ScrollTogether  # here, since it wakes the browser

        ScrollTogether(self._desk.preview.view, preview.view)
