"""The course as a line of lessons: passed, this week's, to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.icons import paint_icon
from app.ui.parts import clear, column, label
from app.ui.theme import Theme
from app.ui.values import Stop

CIRCLE = 28


class CourseStrip(QWidget):
    """Lessons beside each other, in as many rows as the width asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._stops = theme, list[_StopMark]()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(8)
        self.setLayout(self._grid)
        theme.changed.connect(self._arrange)

    def show_course(self, stops: Sequence[Stop], now: int) -> None:
        """Show these lessons, `now` (from 1) being this week's."""
        clear(self._grid)
        self._stops = [
            _StopMark(self._theme, stop, number, now=number == now, last=number == len(stops))
            for number, stop in enumerate(stops, 1)
        ]
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many stand in a row."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = max(1, self.width() // self._theme.px(66))
        rows = -(-len(self._stops) // fit) or 1
        fit = -(-len(self._stops) // rows) or 1
        for place, stop in enumerate(self._stops):
            self._grid.addWidget(stop, place // fit, place % fit, Qt.AlignmentFlag.AlignTop)
        for place in range(max(self._grid.columnCount(), fit)):
            self._grid.setColumnStretch(place, 1 if place < fit else 0)


class _StopMark(QWidget):
    def __init__(self, theme: Theme, stop: Stop, number: int, *, now: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._stop, self._number, self._now, self._last = theme, stop, number, now, last
        words = label(stop.title, "nowsmall" if now else "softsmall")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(words, margins=(2, theme.px(CIRCLE) + 8, 2, 0)))
        state = "this week" if now else "done" if stop.done else "to come"
        self.setAccessibleName(f"Lesson {number}, {stop.title}, {state}")

    def sizeHint(self) -> QSize:
        """Wide enough for a word."""
        return super().sizeHint().expandedTo(QSize(self._theme.px(60), 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line to the lesson before, and the circle."""
        colour, side = self._theme.colour, float(self._theme.px(CIRCLE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top = self.width() / 2, 4.0
        line = top + side / 2 - 1.5
        if self._number > 1:
            before = colour("good" if self._stop.done or self._now else "line")
            painter.fillRect(QRectF(0, line, middle, 3), before)
        if not self._last:
            painter.fillRect(QRectF(middle, line, middle + 1, 3), colour("good" if self._stop.done else "line"))
        circle = QRectF(middle - side / 2, top, side, side)
        self._paint_circle(painter, circle)
        painter.end()

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        colour = self._theme.colour
        if self._now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("teal_pale"))
            painter.drawEllipse(circle.adjusted(-4, -4, 4, 4))
        done = self._stop.done and not self._now
        painter.setPen(QPen(colour("teal" if self._now else "good" if done else "edge"), 3 if self._now else 2))
        painter.setBrush(colour("good" if done else "card"))
        painter.drawEllipse(circle.adjusted(1.5, 1.5, -1.5, -1.5))
        if done:
            inner = circle.width() * 0.25
            paint_icon(painter, "check", circle.adjusted(inner, inner, -inner, -inner), colour("on_good"), stroke=2.2)
            return
        painter.setPen(colour("teal" if self._now else "soft"))
        painter.setFont(self._theme.font(14, 700))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
