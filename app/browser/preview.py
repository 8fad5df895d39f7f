"""The live preview beside the editor: as wide as the screen, a tablet or a phone, never blank while a page changes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget

from app.browser.darkness import Darkness
from app.browser.live import LivePage
from app.browser.pointing import SCRIPTS, Pointer
from app.browser.seal import SealedView

WIDTHS = {"tablet": 768, "phone": 375}  # CSS pixels
LEAST = 0.25  # the smallest zoom factor that Chromium takes


class Preview(QWidget):
    """A sealed page that follows what is typed."""

    painted = Signal(int)  # the version whose frame is on the screen
    held = Signal(int)  # this version is half typed and would be blank, so the page before it stays
    stopped = Signal(str)  # a sentence: what happened, and that the text is safe
    arranged = Signal(str)  # what there is to be said about the width, "" for nothing
    dark_seen = Signal(bool)  # while it is shown as on a dark system: whether the page says anything about that

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = SealedView(["settings.js", "dark.js", "trees.js", "patch.js", *SCRIPTS], self)
        self._cover = QLabel(self)  # a picture of the last good page, while there is no page
        self._cover.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._cover.hide()
        self._live = LivePage(self.view)
        self._darkness = Darkness(self.view)
        self.pointer = Pointer(self.view)
        self._versions = 0
        self._painted = False
        self._width, self._zoom = "screen", 100
        self._sideways = QScrollBar(Qt.Orientation.Horizontal, self)
        self._sideways.setAccessibleName("Move the page sideways")
        self._sideways.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sideways.hide()
        self._sideways.valueChanged.connect(self._on_moved_sideways)
        self._live.loading.connect(self._on_loading)
        self._live.standing.connect(self._cover.hide)
        self._live.painted.connect(self._on_painted)
        self._live.held.connect(self.held)
        self._live.stopped.connect(self.stopped)
        self._darkness.seen.connect(self.dark_seen)

    @property
    def busy(self) -> bool:
        """Whether a version is on its way, so that what stands is not what was typed last."""
        return self._live.busy

    def wake(self) -> None:
        """Start what draws pages, before there is one to be shown."""
        self._live.wake()

    def show_page(self, served: Mapping[str, bytes], entry: str) -> int:
        """Show the page `entry` of these files; `painted` (or `held`) follows, unless a newer one wins."""
        self._versions += 1
        self._live.show_page(self._versions, served, entry)
        return self._versions

    def set_lens(self, name: str) -> None:
        """`screen`: as wide as there is room. `tablet`, `phone`: a page as wide as there, in the middle."""
        self._width = name
        self._arrange()

    def set_zoom(self, percent: int) -> None:
        """Show the page larger, 25 to 500.

        On the screen as Ctrl and plus do in a browser: fewer CSS pixels in the same window. A tablet and a phone keep
        theirs, or the page would be another one: at 100 they fit into the pane, and larger ones are moved sideways.
        """
        self._zoom = percent
        self._arrange()

    def set_dark(self, dark: bool) -> None:
        """Show the page as people meet it whose system is dark."""
        self._darkness.set_dark(dark)

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
        zoom, width, height = self._zoom / 100, self.width(), self.height()
        words = ""
        if device := WIDTHS.get(self._width):
            zoom = max(zoom * min(1, width / device), LEAST)
            width = round(device * zoom)
            words = f"{self._width.capitalize()}: {device} wide, shown at {zoom:.0%}"
        beyond = width - self.width()
        if beyond > 0:
            height -= self._sideways.sizeHint().height()
            self._sideways.setGeometry(0, height, self.width(), self._sideways.sizeHint().height())
            self._sideways.setRange(0, beyond)
            self._sideways.setPageStep(self.width())
            self._sideways.setSingleStep(self.width() // 10)
        self._sideways.setVisible(beyond > 0)
        self.view.setZoomFactor(max(zoom, LEAST))
        self._put(QRect(-beyond // 2 if beyond <= 0 else -self._sideways.value(), 0, width, height))
        self.arranged.emit(words)

    def _put(self, place: QRect) -> None:
        self.view.setGeometry(place)
        self._cover.setGeometry(place)

    def _on_moved_sideways(self, by: int) -> None:
        self._put(self.view.geometry().translated(-by - self.view.x(), 0))

    def _on_loading(self) -> None:
        if self._painted and not self._cover.isVisible():
            self._cover.setPixmap(self.view.grab())
            self._cover.show()
            self._cover.raise_()

    def _on_painted(self, version: int) -> None:
        self._painted = True
        self._darkness.look_again()
        self.painted.emit(version)
