"""The outlines over a page: a transparent widget over the view, so that nothing at all is put into the page itself.

An element of ours in the page would be counted by its style sheet (`body > :last-child`), compared by the patches and
judged by the checks; an outline set by a style sheet of ours would be cut off by `overflow: hidden`. So the page only
says where its boxes are, and this widget paints them: it takes no mouse and no keys, and stays over its view wherever
that goes. It is a frame or two behind a page that scrolls, and costs the page nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

BLUE = QColor("#1446c8")  # on whatever ground the page has, in every theme: it is the page that is under it
GROUND = QColor(255, 255, 255, 200)  # a hair's breadth around the blue, for pages that are dark or blue themselves
CODE = "Atkinson Hyperlegible Mono"
LINE, APART, ROUND = 3, 2, 4  # px: its width, the gap to the element, its corners
QUIET = 0.45  # how much of it is seen while the keyboard is elsewhere
SMALLEST = 14  # px
OVERLAP = 8  # px of a label over its box that take nothing away

Box = tuple[float, float, float, float]  # left, top, width, height in CSS pixels

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ZOrderChange}


class Outlines(QWidget):
    """Paints a box around each of `boxes`, and a label at the first."""

    def __init__(self, view: QWebEngineView) -> None:
        super().__init__(view.parentWidget())
        self._view = view
        self._boxes: Sequence[Box] = ()
        self._label = ""
        self._on, self._quiet = True, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.installEventFilter(self)
        self._stay()

    @property
    def boxes(self) -> Sequence[Box]:
        """What is outlined now."""
        return self._boxes

    @property
    def label(self) -> str:
        """What stands at the first box."""
        return self._label

    def show_boxes(self, boxes: Sequence[Box], label: str | None = None) -> None:
        """Outline these and no others; the label stays where none is given."""
        self._boxes = boxes
        self._label = self._label if label is None else label
        self._stay()
        self.update()

    def set_on(self, on: bool) -> None:
        """Whether anything is to be seen at all."""
        self._on = on
        self._stay()

    def set_quiet(self, quiet: bool) -> None:
        """Fainter and without the label, while somebody is busy elsewhere."""
        if self._quiet != quiet:
            self._quiet = quiet
            self.update()

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Go where the view goes."""
        if event.type() in _MOVES or event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._stay()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only what is on the screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(QUIET if self._quiet else 1)
        zoom = self._view.zoomFactor()
        seen = QRectF(self.rect()).adjusted(-LINE, -LINE, LINE, LINE)
        around = [self._around(box, zoom) for box in self._boxes]
        for box in around:
            if box.intersects(seen):
                self._paint_box(painter, box)
        if around and self._label and not self._quiet:
            self._paint_label(painter, around[0])

    def _stay(self) -> None:
        self.setGeometry(self._view.geometry())
        self.setVisible(self._on and bool(self._boxes) and not self._view.isHidden())
        self.raise_()

    def _around(self, box: Box, zoom: float) -> QRectF:
        """The middle of the line around a box; where that is outside of the page, inside of it."""
        left, top, width, height = (side * zoom for side in box)
        out = APART + LINE / 2
        around = QRectF(left, top, width, height).adjusted(-out, -out, out, out)
        edge = QRectF(self.rect()).adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)
        if left >= -LINE:
            around.setLeft(max(around.left(), edge.left()))
        if top >= -LINE:
            around.setTop(max(around.top(), edge.top()))
        if left + width <= self.width() + LINE:
            around.setRight(min(around.right(), edge.right()))
        if top + height <= self.height() + LINE:
            around.setBottom(min(around.bottom(), edge.bottom()))
        return around

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((GROUND, LINE + 2), (BLUE, LINE)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(box, ROUND, ROUND)

    def _paint_label(self, painter: QPainter, box: QRectF) -> None:
        """Over the box, at its left; under it, at its right, where there is no room; else inside."""
        font = QFont(CODE)
        font.setPixelSize(max(SMALLEST, round(self.font().pixelSize() * 7 / 8)))
        metrics = QFontMetricsF(font)
        size = metrics.size(0, self._label)
        label = QRectF(0, 0, size.width() + 14, size.height() + 4)
        label.moveBottomLeft(box.topLeft() - QPointF(LINE / 2, 0))
        if label.top() < -OVERLAP:
            label.moveTopRight(box.bottomRight() + QPointF(LINE / 2, 0))
        if label.top() > self.height() - label.height():
            label.moveTopLeft(box.topLeft())
        label.moveTop(max(0, label.top()))
        label.moveLeft(max(0, min(label.left(), self.width() - label.width())))
        painter.setPen(QPen(GROUND, 1))
        painter.setBrush(BLUE)
        painter.drawRoundedRect(label, ROUND, ROUND)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._label)
