"""Shows the page as it is typed, and lets it wait while a tag is half typed, which would swallow what follows it.

The wait is short: whoever stops typing sees what a browser makes of the text as it stands. Checks never wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.page.half_typed import edit_end, in_half_typed_tag
from app.page.page import Page
from app.ui.lesson import Lesson

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.preview import Preview

PATIENCE = 1500  # ms since the last key in a half-typed tag


class Showing(QObject):
    """`shown` carries each Page that the preview is given."""

    shown = Signal(object)

    def __init__(self, screen: Lesson, preview: Preview) -> None:
        super().__init__(screen)
        self._screen, self._preview = screen, preview
        self._page: Page | None = None
        self._has_waited = False  # for the tag that is half typed now
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(self._on_waited)
        preview.held.connect(self._on_held)
        preview.painted.connect(self._on_painted)

    def show(self, page: Page) -> None:
        """Show it at once."""
        self._has_waited = False
        self._go(page)

    def typed(self, page: Page, file: str, before: str) -> None:
        """A text of the page became another one; `before`: what it was."""
        text = page.text(file)
        half = file.lower().endswith((".html", ".htm")) and in_half_typed_tag(text, edit_end(before, text))
        if half and not self._has_waited:
            self._page = page
            self._wait.start()
            self._screen.page.caption.set_waiting(True)
            return
        self._has_waited = half
        self._go(page)

    def stop(self) -> None:
        """The exercise is left: nothing waits any more."""
        self._page = None
        self._wait.stop()

    def _go(self, page: Page) -> None:
        self._page = page
        self._wait.stop()
        self._preview.show_page(page.served(), page.entry)
        self.shown.emit(page)

    def _on_waited(self) -> None:
        self._has_waited = True
        if self._page is not None:
            self._go(self._page)

    def _on_painted(self, _version: int) -> None:
        self._screen.page.caption.set_waiting(self._wait.isActive())

    def _on_held(self, _version: int) -> None:
        """The browser would have shown nothing at all: it waits longer, and says so as well."""
        self._screen.page.caption.set_waiting(True)
