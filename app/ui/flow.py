"""A layout that goes on in the next line where the width is used up, so that nothing is clipped in large text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets from left to right, then from top to bottom, each as large as it wants to be.

    `apart` puts the last of a line at the line's right end.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8, apart: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._apart = gap, apart
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._seen()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest one, alone on its line."""
        size = QSize(0, 0)
        for item in self._seen():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, box: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(box)
        self._place(box, move=True)

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, box: QRect, *, move: bool) -> int:
        x, y, line = box.x(), box.y(), list[tuple[QLayoutItem, int]]()
        height = 0
        for item in self._seen():
            size = item.sizeHint()
            if line and x + size.width() > box.x() + box.width():
                self._settle(line, QRect(box.x(), y, box.width(), height), move=move)
                x, y, line, height = box.x(), y + height + self._gap, [], 0
            line.append((item, x))
            x += size.width() + self._gap
            height = max(height, size.height())
        self._settle(line, QRect(box.x(), y, box.width(), height), move=move)
        return y + height - box.y()

    def _settle(self, line: list[tuple[QLayoutItem, int]], box: QRect, *, move: bool) -> None:
        for place, (item, x) in enumerate(line if move else ()):
            size = item.sizeHint().boundedTo(QSize(box.width(), box.height()))
            left = box.right() + 1 - size.width() if self._apart and 0 < place == len(line) - 1 else x
            item.setGeometry(QRect(QPoint(left, box.y() + (box.height() - size.height()) // 2), size))
