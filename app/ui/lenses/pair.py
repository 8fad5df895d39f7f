"""The live page, and the answer's page beside or below it while that is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.parts import column, label

BESIDE_FROM = 620  # px: below that, one above the other
GAP = 10  # px


class Pair(QWidget):
    """One or two previews, which are wide, large and dark together; each is named while there are two."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self.other: QWidget | None = None
        self._own, self._looks = own, dict[str, Any]()
        self._names = label("Your page", "nowsmall"), label("The answer", "nowsmall")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._second = QWidget()
        self._answer = column(self._names[1], gap=4)
        self._second.setLayout(self._answer)
        first = column(self._names[0], gap=4)
        first.addWidget(own, 1)
        self._box.addLayout(first, 1)
        self._box.addWidget(self._second, 1)
        self.hide_other()

    def show_other(self, preview: QWidget) -> None:
        """Show this one too, as wide, large and dark as the other."""
        self.hide_other()
        self.other = preview
        self._answer.addWidget(preview, 1)
        for name, value in self._looks.items():
            getattr(preview, name)(value)
        self._names[0].show()
        self._second.show()
        self._arrange()

    def hide_other(self) -> None:
        """Let it go for good: a page costs memory."""
        other, self.other = self.other, None
        self._names[0].hide()
        self._second.hide()
        if other is not None:
            self._answer.removeWidget(other)
            other.hide()
            other.deleteLater()

    def set_lens(self, name: str) -> None:
        """`screen`, `tablet` or `phone`."""
        self._look("set_lens", name)

    def set_zoom(self, percent: int) -> None:
        """Larger or smaller."""
        self._look("set_zoom", percent)

    def set_dark(self, dark: bool) -> None:
        """As on a system that is dark."""
        self._look("set_dark", dark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _look(self, name: str, value: object) -> None:
        self._looks[name] = value
        for preview in self._previews():
            getattr(preview, name)(value)

    def _previews(self) -> Iterator[QWidget]:
        yield self._own
        if self.other is not None:
            yield self.other

    def _arrange(self) -> None:
        beside = self.width() >= BESIDE_FROM
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
