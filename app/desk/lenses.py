"""Feeds the way of looking that is in front, and only that: the sheets of paper, what is read out, the share card.

The live page looks after itself. What needs a browser is asked of the probe's hidden page, which is there anyway: one
question at a time, the newest page wins, and an answer about an older one is shown until the newer one comes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.checks.report import Place
from app.page.page import Page
from app.page.share_card import share_card
from app.page.spoken import spoken
from app.practice.look import Ask
from app.ui.preview_pane import PreviewPane

FEED_AFTER = 250  # ms since the last key
NO_PAPER = "This page could not be put on paper. Your text is safe; change it and it is tried again."
NO_READING = "This page could not be read out. Your text is safe; change it and it is tried again."

Answer = dict[str, Any]


class Lenses(QObject):
    """Knows the page of the sitting in front, and what each way of looking was fed last."""

    def __init__(self, pane: PreviewPane, ask: Ask) -> None:
        super().__init__(pane)
        self._pane, self._ask = pane, ask
        self._page: Page | None = None
        self._fed: dict[str, Page] = {}
        self._read: Page | None = None  # what is read out now
        self._asking = False
        self._feed = QTimer(self)
        self._feed.setSingleShot(True)
        self._feed.setInterval(FEED_AFTER)
        self._feed.timeout.connect(self._on_feed_due)
        self._feeders: dict[str, Callable[[Page], None]] = {
            "print": partial(self._inquire, "print", self._on_printed, self._on_not_printed),
            "read": partial(self._inquire, "reading", self._on_read, self._on_not_read),
            "share": self._show_card,
        }
        pane.lens_shown.connect(self._on_lens_shown)
        pane.reading.element_asked_for.connect(self._on_element_asked_for)

    def show_page(self, page: Page) -> None:
        """The page is this one from now on; what is in front follows shortly after the last key."""
        self._page = page
        self._feed.start()

    def _on_lens_shown(self, _name: str) -> None:
        self._on_feed_due()

    def _on_feed_due(self) -> None:
        name, page = self._pane.lens, self._page
        if page is None or self._asking or name not in self._feeders or self._fed.get(name) is page:
            return
        self._fed[name] = page
        self._feeders[name](page)

    def _on_element_asked_for(self, order: int) -> None:
        page = self._read
        if page is not None:
            from app.page.html import parse_html  # here: it takes a tenth of a second, which no start should wait for

            line, column = parse_html(page.text(page.entry), page.entry).place(order)
            self._pane.place_asked_for.emit(Place(page.entry, line, column))

    def _show_card(self, page: Page) -> None:
        self._pane.card.show_card(page.entry, share_card(page))

    def _inquire(
        self, question: str, done: Callable[[Page, Answer], None], failed: Callable[[], None], page: Page
    ) -> None:
        self._asking = True
        ends = partial(self._on_answered, done, page), partial(self._on_failed, failed, page)
        self._ask(page.served(), page.entry, [{"ask": question}], *ends)

    def _on_answered(self, done: Callable[[Page, Answer], None], page: Page, answers: Sequence[Answer]) -> None:
        self._asking = False
        done(page, answers[0])
        self._on_feed_due()

    def _on_failed(self, failed: Callable[[], None], page: Page, _sentence: str) -> None:
        self._asking = False
        failed()
        for name in [name for name, fed in self._fed.items() if fed is page]:
            del self._fed[name]  # tried again when it is looked at again
        if self._page is not page:
            self._on_feed_due()

    def _on_printed(self, _page: Page, answer: Answer) -> None:
        if pdf := answer.get("pdf"):
            self._pane.paper.show_pdf(pdf)
        else:
            self._on_not_printed()

    def _on_not_printed(self) -> None:
        self._pane.paper.show_trouble(NO_PAPER)

    def _on_read(self, page: Page, answer: Answer) -> None:
        self._read = page
        self._pane.reading.show_spoken(spoken(answer.get("rows")))

    def _on_not_read(self) -> None:
        self._pane.reading.show_trouble(NO_READING)
