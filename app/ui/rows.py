"""A whole row that is one button: to be opened with a click, Enter or Space; arrows go to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget


class RowButton(QPushButton):
    """A button around a layout; `id` is whatever it stands for."""

    def __init__(self, inside: QLayout, id: str = "") -> None:
        super().__init__()
        self.id = id
        self.setProperty("kind", "row")
        self.setAutoDefault(True)  # so that Enter works on it as well as Space
        self.setLayout(inside)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:
        """A long title is wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As its words ask."""
        inside = self.layout()
        return max(inside.totalHeightForWidth(width), inside.minimumSize().height()) if inside else 0

    def sizeHint(self) -> QSize:
        """As its words ask, not as an empty button's."""
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its words ask."""
        inside = self.layout()
        return inside.minimumSize() if inside else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbour; at the ends they stay."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        parent = self.parentWidget()
        rows = parent.findChildren(RowButton) if parent else [self]
        place = rows.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
