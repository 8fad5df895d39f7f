"""The right pane of a lesson: the preview's tools and the preview that is given."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from app.ui.parts import column, label, row
from app.ui.preview_bar import PreviewBar
from app.ui.theme import Theme


class PreviewLike(Protocol):
    """What the lesson asks of the preview it is given, which is a widget as well."""

    painted: SignalInstance
    stopped: SignalInstance

    def set_width(self, width: str) -> None:
        """`screen` or `phone`."""

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""


class PreviewPane(QWidget):
    """Shows the page, and says so where it cannot be shown."""

    def __init__(self, theme: Theme, preview: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._preview: PreviewLike = preview  # type: ignore[assignment] # a widget that is also this
        self.bar, self.stopped = PreviewBar(theme), label("", "care")
        inside = column(self.bar, row(self.stopped, margins=(14, 0, 14, 0)))
        inside.addLayout(row(preview, margins=(14, 4, 14, 14)), 1)
        self.setLayout(inside)
        self.stopped.hide()
        self.bar.width_chosen.connect(self._preview.set_width)
        self.bar.zoom_chosen.connect(self._preview.set_zoom)
        self._preview.stopped.connect(self._on_stopped)
        self._preview.painted.connect(self._on_painted)

    def _on_stopped(self, sentence: str) -> None:
        self.stopped.setText(sentence)
        self.stopped.show()

    def _on_painted(self, _version: int) -> None:
        self.stopped.hide()
