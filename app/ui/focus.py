"""The ring around whatever has the keyboard: 3 px between two pale edges, to be seen on any ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from app.ui.theme import Theme

WIDTH, EDGE = 3, 1  # px
REACH = WIDTH + 2 * EDGE + 1
_MOVED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Lies over one window and follows the keyboard's focus; while the mouse is used, no ring is shown.

    A widget with the property `own_focus` shows its focus itself (the editor's caret, a table's cell), and a whole pane
    gets the ring only once a key was pressed.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window, self._chain = theme, window, list[QWidget]()
        self._by_keys: bool | None = None  # nothing was used yet
        self._handle = window.windowHandle()
        window.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow when the widget, or anything it stands in, moves; know whether keys or the mouse were used last."""
        window = vars(self).get("_window")  # Qt may ask once more while Python takes this object apart
        if window is None or not isValid(window):
            return False  # its children are told of one more move while it goes
        if watched is self._handle:
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
                by_keys = event.type() == QEvent.Type.KeyPress
                if by_keys != self._by_keys:
                    self._by_keys = by_keys
                    self._place()
        elif event.type() == QEvent.Type.Show and watched is self._window:
            self._handle = self._window.windowHandle()
            self._handle.installEventFilter(self)
        elif event.type() in _MOVED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pale edge, ring, pale edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = (WIDTH + 2 * EDGE) / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        for token, width in (("card", WIDTH + 2 * EDGE), ("focus", WIDTH)):
            painter.setPen(QPen(self._theme.colour(token), width))
            painter.drawRoundedRect(box, 10, 10)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._chain:
            if isValid(widget):  # what has gone took the filter with it
                widget.removeEventFilter(self)
        self._chain = []
        at = new if new is not None and new.window() is self._window else None
        while at is not None and at is not self._window:
            at.installEventFilter(self)
            self._chain.append(at)
            at = at.parentWidget()
        self._place()

    def _place(self) -> None:
        """Around the widget, cut off where a scrolling pane cuts it off."""
        if not self._chain or not isValid(self._chain[0]) or self._unwanted():
            self.hide()
            return
        widget, window = self._chain[0], self._window
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-REACH, -REACH, REACH, REACH)
        box &= window.rect()
        seen = box
        for outer in self._chain[1:]:
            if outer.objectName() == "qt_scrollarea_viewport":
                seen = seen & QRect(outer.mapTo(window, QPoint(0, 0)), outer.size())
        self.setGeometry(box)
        self.setMask(seen.translated(-box.topLeft()))
        self.setVisible(widget.isVisible() and not seen.isEmpty())
        self.raise_()

    def _unwanted(self) -> bool:
        if self._by_keys is None:
            return isinstance(self._chain[0], QScrollArea) or self._shows_itself()
        return not self._by_keys or self._shows_itself()

    def _shows_itself(self) -> bool:
        return any(widget.property("own_focus") for widget in self._chain)
