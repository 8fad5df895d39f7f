"""The small drawn signs: tick, face, progress dots, the brand's square; each also says in words what it means."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import Theme

State = Literal["passed", "next", "open", "unchecked", "advice"]
STATE_WORDS: dict[State, str] = {
    "passed": "done",
    "next": "next",
    "open": "not yet",
    "unchecked": "could not be checked",
    "advice": "advice",
}


class Mark(QWidget):
    """A sign of a fixed size in text pixels, painted from the theme; subclasses give `size` and `paint`."""

    def __init__(self, theme: Theme, size: QSize) -> None:
        super().__init__()
        self.theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The size at the present text scale."""
        return QSize(self.theme.px(self._size.width()), self.theme.px(self._size.height()))

    def minimumSizeHint(self) -> QSize:
        """The same: a sign is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint, smoothly."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the sign into this widget's rectangle."""
        raise NotImplementedError


class Tick(Mark):
    """The state of a goal or step: a filled tick, a strong ring for what is next, an empty ring, or a question mark."""

    def __init__(self, theme: Theme, state: State = "open") -> None:
        super().__init__(theme, QSize(22, 22))
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self.state: State = state
        self.setAccessibleName(STATE_WORDS[state])
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the state."""
        box = QRectF(self.rect())
        colour = self.theme.colour
        if self.state == "passed":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("good"))
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
            inner = box.width() * 0.22
            inside = box.adjusted(inner, inner, -inner, -inner)
            paint_icon(painter, "check", inside, colour("on_good"), stroke=2.2 * self.theme.scale)
            return
        token, width = {"next": ("teal", 3.0), "unchecked": ("care", 2.0)}.get(self.state, ("edge", 2.0))
        painter.setPen(QPen(colour(token), width))
        painter.setBrush(colour("card"))
        edge = width / 2 + 0.5
        painter.drawEllipse(box.adjusted(edge, edge, -edge, -edge))
        sign = {"unchecked": "?", "advice": "i"}.get(self.state, "")
        painter.setPen(colour("care" if sign == "?" else "soft"))
        painter.setFont(self.theme.font(14, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


class Clock(Mark):
    """Something of an earlier time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QSize(22, 22))

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        paint_icon(painter, "clock", QRectF(self.rect()).adjusted(1, 1, -1, -1), self.theme.colour("soft"))


class Face(Mark):
    """Somebody's initials in a circle; `own` for whoever sits here."""

    def __init__(self, theme: Theme, initials: str, *, own: bool = False) -> None:
        super().__init__(theme, QSize(32, 32))
        self.initials, self._own = initials, own

    def set_initials(self, initials: str) -> None:
        """Show somebody else."""
        self.initials = initials
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw circle and letters."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("teal" if self._own else "sand"))
        painter.drawEllipse(self.rect())
        painter.setPen(self.theme.colour("on_teal" if self._own else "ink"))
        painter.setFont(self.theme.font(14, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.initials)


class Picture(Mark):
    """An icon on a pale square, beside words."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme, QSize(36, 36))
        self._icon = icon

    def paint(self, painter: QPainter) -> None:
        """Draw ground and icon."""
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("teal_pale"))
        painter.drawRoundedRect(box, 8, 8)
        inner = box.width() * 0.23
        paint_icon(painter, self._icon, box.adjusted(inner, inner, -inner, -inner), self.theme.colour("teal"))


class Dots(Mark):
    """How far a lesson has come: a bar a step; done, here, or to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QSize(0, 7))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._states: tuple[State, ...] = ()

    def set_states(self, states: tuple[State, ...]) -> None:
        """One state a step: `passed`, `next` (the one open now) or `open`."""
        self._states = states
        self._size = QSize(28 * len(states), 7)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Narrow bars, where there is little room."""
        return QSize(10 * len(self._states), self.theme.px(7))

    def paint(self, painter: QPainter) -> None:
        """Draw the bars."""
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / max(len(self._states), 1)
        for place, state in enumerate(self._states):
            painter.setBrush(self.theme.colour({"passed": "good", "next": "teal"}.get(state, "line")))
            box = QRectF(step * place, 0, step * 0.79, self.height())
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class Brand(Mark):
    """Midweek's square: one week, cut in the middle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QSize(20, 20))

    def paint(self, painter: QPainter) -> None:
        """Draw the two halves."""
        side = float(self.width())
        whole, half = QPainterPath(), QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), side / 4, side / 4)
        half.addPolygon(QPolygonF([QPointF(0, 0), QPointF(side, 0), QPointF(0, side)]))
        painter.fillPath(whole, self.theme.colour("sun"))
        painter.fillPath(whole.intersected(half), self.theme.colour("teal"))
