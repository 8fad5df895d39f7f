"""Scrolls two views together: where one was moved by hand, the other goes to the same part of its own page."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QPointF

from app.browser.asking import WORLD
from app.browser.seal import SealedView

_ECHO = 200  # ms in which a view that was moved by us says so


class ScrollTogether(QObject):
    """Lives as long as the second view."""

    def __init__(self, first: SealedView, second: SealedView) -> None:
        super().__init__(second)
        self._first, self._second = first, second
        self._moved: SealedView | None = None  # by us, and when
        self._since = QElapsedTimer()
        first.page().scrollPositionChanged.connect(self._on_first_scrolled)
        second.page().scrollPositionChanged.connect(self._on_second_scrolled)

    def _on_first_scrolled(self, to: QPointF) -> None:
        self._follow(self._first, self._second, to)

    def _on_second_scrolled(self, to: QPointF) -> None:
        self._follow(self._second, self._first, to)

    def _follow(self, leader: SealedView, other: SealedView, to: QPointF) -> None:
        if self._moved is leader and self._since.elapsed() < _ECHO:
            return
        beyond = leader.page().contentsSize().height() - leader.height()
        part = min(max(to.y() / beyond, 0.0), 1.0) if beyond > 0 else 0.0
        self._moved = other
        self._since.start()
        top = f"{part:.5f} * (document.documentElement.scrollHeight - innerHeight)"
        other.page().runJavaScript(f"scrollTo({{ top: {top}, behavior: 'instant' }})", WORLD.value)
