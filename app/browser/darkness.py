"""Shows a live page as on a dark system, whatever the system of this PC is, and as on a light one otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.browser.seal import SealedView

_LIMIT = 3.0  # seconds; where no answer comes, the next painting asks again


class Darkness(QObject):
    """Tells every page of one view, which runs `dark.js`, whether it is dark; patched pages stay as they were told."""

    seen = Signal(bool)  # while it is dark: whether the page says anything about that

    def __init__(self, view: SealedView) -> None:
        super().__init__(view)
        self._view, self._dark = view, False
        view.loadFinished.connect(self._on_load_finished)

    def set_dark(self, dark: bool) -> None:
        """From now on."""
        self._dark = dark
        self._tell()

    def look_again(self) -> None:
        """The page has changed: it may say something else about dark colours now."""
        if self._dark:
            self._tell()

    def _tell(self) -> None:
        self._view.ask("dark", self._dark, done=self._on_seen, failed=self._on_failed, limit=_LIMIT)

    def _on_load_finished(self, _ok: bool) -> None:
        self._tell()  # also that it is light: a system that is dark would say otherwise

    def _on_seen(self, says: object) -> None:
        if self._dark:
            self.seen.emit(says is True)

    def _on_failed(self, _sentence: str) -> None:
        """There is no page, or it is busy: what comes after it is told again."""
