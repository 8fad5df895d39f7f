"""Finds out whether what is drawn gets onto the screen: without a GPU, or over remote desktop, it can all be black."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

LOOK_EVERY, LOOKS = 500, 20  # ms, times: the first pictures can be black where all is well


class FirstPicture(QObject):
    """Looks at one widget, from the time that something must be seen there, until something is.

    Only for what is never of one colour: an editor with its line numbers. It ends with at most one `missing`.
    """

    missing = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._left = LOOKS
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._on_time)

    def expect(self) -> None:
        """From now on there is something to be seen, as soon as its window is on a screen."""
        if self._left:
            self._timer.start()

    def _on_time(self) -> None:
        if not is_exposed(self._widget):
            return
        self._left -= 1
        if not is_of_one_colour(self._widget.grab().toImage()):
            self._left = 0
        elif not self._left:
            self.missing.emit()
        if not self._left:
            self._timer.stop()


def is_exposed(widget: QWidget) -> bool:
    """Whether it is on a screen, as far as the system tells."""
    window = widget.window()
    handle = window.windowHandle()
    return widget.isVisible() and handle is not None and handle.isExposed() and not window.isMinimized()


def is_of_one_colour(picture: QImage) -> bool:
    """Whether every pixel is the same."""
    plain = picture.convertToFormat(QImage.Format.Format_ARGB32)  # under a name: its bits go when it goes
    pixels = bytes(plain.constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)
