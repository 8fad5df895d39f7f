"""The small parts that every screen is made of: labels by role, buttons by kind, cards, rules, rows and columns."""

from __future__ import annotations

from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon_pixmap, paint_icon
from app.ui.theme import Theme

Kind = Literal["main", "quiet", "plain", "tab", "tool"]
_LOOKS = {
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
    QEvent.Type.EnabledChange,
    QEvent.Type.DevicePixelRatioChange,
}
Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
NO_MARGINS = (0, 0, 0, 0)
Found = TypeVar("Found", bound=QWidget)
Box = TypeVar("Box", bound=QBoxLayout)
_INK = {"main": "on_teal", "quiet": "teal", "plain": "teal"}  # the colour of a button's words, and so of its icon


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Plain words in one of the style sheet's roles (`h1`, `soft`, `small`, …)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class Button(QPushButton):
    """A button of one kind, whose icon has the size and colour of its words; `after` puts it behind them."""

    def __init__(self, theme: Theme, text: str, kind: Kind = "plain", *, small: bool = False) -> None:
        super().__init__(text)
        self._theme, self._kind, self._icon = theme, kind, ""
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # so that Enter works on it as well as Space

    def with_icon(self, name: str, *, after: bool = False) -> Button:
        """The same button, with this icon; without one where `name` is empty."""
        self._icon = name
        self.setIcon(QIcon())
        before = Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if after else before)
        self._tint()
        return self

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._tint()

    def with_keys(self, keys: str) -> Button:
        """The same button, to be reached by these keys, which its tooltip tells."""
        self.setShortcut(keys)
        self.setToolTip(f"{self.text()} ({keys})")
        return self

    def set_kind(self, kind: Kind) -> None:
        """Be a button of another kind from now on."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)

    def sizeHint(self) -> QSize:
        """Wide enough for the strong words of a button that is on."""
        size = super().sizeHint()
        if self._kind in ("tab", "tool"):
            strong = self.font()
            strong.setWeight(QFont.Weight.DemiBold)
            wider = QFontMetrics(strong).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(
                self.text()
            )
            size.setWidth(size.width() + max(wider, 0) + 2)
        return size

    def event(self, event: QEvent) -> bool:
        """Tint again whenever theme, font or screen change."""
        done = super().event(event)
        if event.type() in _LOOKS:
            self._tint()
        return done

    def _tint(self) -> None:
        if not getattr(self, "_icon", ""):  # Qt sends the first events before __init__ is through
            return
        size = self._theme.px(16 if self.property("small") or self._kind == "tool" else 18)
        gap = self._theme.px(4) if self.text() else 0  # beside the 4 px that Qt leaves between icon and words
        after = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(gap if after else 0, 0, size, size)
        colour = self._theme.colour(_INK.get(self._kind, "ink") if self.isEnabled() else "soft")
        drawn = (self._icon, box, gap, colour.name(), self.devicePixelRatioF())
        if drawn == getattr(self, "_drawn", None):  # Qt sends each of these events many times while a screen is made
            return
        self._drawn = drawn
        pixmap = icon_pixmap(self._icon, box, size + gap, colour, self.devicePixelRatioF())
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(QIcon(pixmap))


class Choice(QCheckBox):
    """Something that can be ticked; the tick is drawn, so that it is never colour alone."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its words as the style sheet has them, and the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), self._theme.colour("on_teal"), 2.5)
        painter.end()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def frame(role: str, layout: QLayout) -> QFrame:
    """A ground of one role (`card`, `bar`, `message`, …) around a layout."""
    made = QFrame()
    made.setProperty("role", role)
    made.setLayout(layout)
    return made


def rule() -> QFrame:
    """A line that divides."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made


def column(*parts: Part, gap: int = 0, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """Parts above each other; a number is a space in pixels, None stretches."""
    return _filled(QVBoxLayout(), parts, gap, margins)


def row(*parts: Part, gap: int = 0, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """Parts beside each other; a number is a space in pixels, None stretches."""
    return _filled(QHBoxLayout(), parts, gap, margins)


def _filled(box: Box, parts: tuple[Part, ...], gap: int, margins: Margins) -> Box:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return box


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


def widgets_in(layout: QLayout, of: type[Found]) -> list[Found]:
    """The widgets of one class that stand in a layout, in order."""
    found = (item.widget() for place in range(layout.count()) if (item := layout.itemAt(place)))
    return [widget for widget in found if isinstance(widget, of)]


class Page(QScrollArea):
    """A screen that scrolls when it must, on paper."""

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = QWidget()
        self.sheet.setProperty("ground", "paper")
        self.sheet.setLayout(inside)
        self.setWidget(self.sheet)


class Columns(QWidget):
    """A wide part and a narrow one beside it; below each other where the text is too large for the width."""

    def __init__(self, theme: Theme, wide: QWidget, narrow: QWidget, narrow_width: int) -> None:
        super().__init__()
        self._theme, self._narrow, self._width = theme, narrow, narrow_width
        self._box = row(gap=28)
        self._box.addWidget(wide, 1)
        self._box.addWidget(narrow, 0)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction for the new width."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.px(2.7 * self._width)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        width = min(self._theme.px(self._width), round(self._width * 1.2)) if beside else 16777215
        self._narrow.setMaximumWidth(width)
        self._narrow.setMinimumWidth(width if beside else 0)
