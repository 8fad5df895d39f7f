"""The live preview beside the editor: as wide as the screen or a phone, never blank while a page changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.browser.live import LivePage
from app.browser.seal import SealedView

Width = Literal["screen", "phone"]

PHONE = 375  # CSS pixels


class Preview(QWidget):
    """A sealed page that follows what is typed."""

    painted = Signal(int)  # the version whose frame is on the screen
    held = Signal(int)  # this version is half typed and would be blank, so the page before it stays
    stopped = Signal(str)  # a sentence: what happened, and that the text is safe

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SealedView(["patch.js"], self)
        self._cover = QLabel(self)  # a picture of the last good page, while there is no page
        self._cover.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._cover.hide()
        self._live = LivePage(self.view)
        self._versions = 0
        self._painted = False
        self._width: Width = "screen"
        self._zoom = 100
        self._live.loading.connect(self._on_loading)
        self._live.standing.connect(self._cover.hide)
        self._live.painted.connect(self._on_painted)
        self._live.held.connect(self.held)
        self._live.stopped.connect(self.stopped)

    def show_page(self, served: Mapping[str, bytes], entry: str) -> int:
        """Show the page `entry` of these files; `painted` (or `held`) follows, unless a newer one wins."""
        self._versions += 1
        self._live.show_page(self._versions, served, entry)
        return self._versions

    def set_width(self, width: Width) -> None:
        """As wide as there is room ("screen"), or as a phone: a page 375 CSS pixels wide, in the middle."""
        self._width = width
        self._arrange()

    def set_zoom(self, percent: int) -> None:
        """Enlarge the page, as Ctrl and plus do in a browser; 25 to 500."""
        self._zoom = percent
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Paint what changed meanwhile."""
        super().showEvent(event)
        self._live.set_awake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait while nobody can see it."""
        super().hideEvent(event)
        self._live.set_awake(False)

    def _arrange(self) -> None:
        zoom, width = self._zoom / 100, self.width()
        if self._width == "phone":
            zoom = min(zoom, width / PHONE)  # in a narrow pane a smaller phone, not a narrower page
            width = round(PHONE * zoom)
        place = QRect((self.width() - width) // 2, 0, width, self.height())
        self.view.setZoomFactor(max(zoom, 0.25))  # the least that Chromium takes
        self.view.setGeometry(place)
        self._cover.setGeometry(place)

    def _on_loading(self) -> None:
        if self._painted and not self._cover.isVisible():
            self._cover.setPixmap(self.view.grab())
            self._cover.show()
            self._cover.raise_()

    def _on_painted(self, version: int) -> None:
        self._painted = True
        self.painted.emit(version)
