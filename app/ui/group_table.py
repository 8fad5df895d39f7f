"""The group's table: a row a person, a column a step; every cell is painted as a sign and said in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.progress.status import Word
from app.progress.table import Cell, Row, Step, Table
from app.ui.icons import paint_icon
from app.ui.marks import Mark
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
STATUS_COLOURS = {Word.DONE: "good", Word.ASKED: "focus", Word.STUCK: "care", Word.AWAY: "soft", Word.NO_NEWS: "soft"}
_PERSON, _STATUS = 0, 1
_LEAD = 2  # columns before the steps


class TableModel(QAbstractTableModel):
    """A Table as Qt asks for it: person, status, a column a step, when last heard."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.steps: Sequence[Step] = ()

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self.rows, self.steps = table.rows, table.plan.steps
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """A row a person."""
        return 0 if parent and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Person, status, steps, last heard."""
        return 0 if parent and parent.isValid() else len(self.steps) + _LEAD + 1

    def cell(self, index: Index) -> Cell | None:
        """The cell of a step, or None in the other columns."""
        place = index.column() - _LEAD
        return self.rows[index.row()].cells[place] if 0 <= place < len(self.steps) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; where a sign is painted, its meaning for screen readers and as a tooltip."""
        one, cell = self.rows[index.row()], self.cell(index)
        if cell is None:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                column = index.column()
                return {_PERSON: one.person.label, _STATUS: one.status.text}.get(column, one.heard or "never")
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.person.label}, {self.steps[index.column() - _LEAD].title}: {cell.text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            goal = f"\nGoal: {cell.goal}" if cell.goal else ""
            return f"{self.steps[index.column() - _LEAD].title}: {cell.text}{goal}"
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """`Person`, `This week`, the steps' numbers, `Last heard`; people's names at the side, for screen readers."""
        if way == Qt.Orientation.Vertical:
            return self.rows[section].person.label if role == Qt.ItemDataRole.DisplayRole else None
        place = section - _LEAD
        is_step = 0 <= place < len(self.steps)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignCenter if is_step else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and is_step:
            return self.steps[place].title
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if is_step:
            return self.steps[place].label or str(place + 1)
        return {_PERSON: "Person", _STATUS: "This week"}.get(section, "Last heard")


class CellPainter(QStyledItemDelegate):
    """Paints signs and words from the theme, a line under every row, and a ring around the current cell."""

    def __init__(self, theme: Theme, model: TableModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words, as high as a row is."""
        px = self._theme.px
        if self._model.cell(index) is not None:
            return QSize(px(44), px(46))
        font = self._theme.font(15, 600)
        option.font = font
        words = str(index.data() or "")
        return QSize(option.fontMetrics.horizontalAdvance(words) + px(24), px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._theme.colour("line"))
        cell = self._model.cell(index)
        if cell is None:
            self._paint_words(painter, box, index)
        else:
            paint_sign(painter, box, cell, self._theme)
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -4), 6, 6)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, index: Index) -> None:
        one, last = self._model.rows[index.row()], index.column() >= _LEAD
        weight, ink, size = 400, "ink", 15
        if index.column() == _STATUS:
            ink = STATUS_COLOURS.get(one.status.word, "ink")
            weight = 400 if ink == "soft" else 600
        elif last:
            ink, size = "soft", 14
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(
            box.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data()
        )


def paint_sign(painter: QPainter, box: QRect, cell: Cell, theme: Theme) -> None:
    """The sign of a cell in the middle of a box: a tick, a number of tries, a question mark, a dot."""
    side = theme.px(26)
    sign = QRect(0, 0, side, side)
    sign.moveCenter(box.center())
    ground, ink, words = {
        "passed": ("good_pale", "good", ""),
        "asked": ("focus_pale", "focus", "?"),
        "tries": ("care_pale", "care", str(cell.tries)),
    }.get(cell.state, ("", "soft", "·"))
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(sign, 6, 6)
    painter.setPen(theme.colour(ink))
    if cell.state == "passed":
        inner = round(side * 0.22)
        inside = sign.adjusted(inner, inner, -inner, -inner).toRectF()
        paint_icon(painter, "check", inside, theme.colour(ink), stroke=2.2 * theme.scale)
        return
    painter.setFont(theme.font(14, 700))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)


class Sign(Mark):
    """One sign of the table, for the legend."""

    def __init__(self, theme: Theme, cell: Cell) -> None:
        super().__init__(theme, QSize(26, 26))
        self._cell = cell

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        paint_sign(painter, self.rect(), self._cell, self.theme)


class GroupTable(QTableView):
    """As high as its rows; arrows walk its cells."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._model = theme, TableModel()
        self.setModel(self._model)
        self.setItemDelegate(CellPainter(theme, self._model))
        self.setProperty("own_focus", True)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)  # Tab leaves, arrows walk
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setAccessibleName("Who has passed which exercise")
        theme.changed.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """Show the people of a table."""
        self._model.show_table(table)
        if table.rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for a scroll bar only where one is needed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(self._theme.px(44))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(46))
        rows = self._model.rowCount() * self._theme.px(46)
        wide = sum(max(header.sectionSizeHint(c), self.sizeHintForColumn(c)) for c in range(header.count()))
        fits = wide <= self.viewport().width()
        bar = 0 if fits else self.horizontalScrollBar().sizeHint().height()
        if fits and header.count():
            header.setSectionResizeMode(_STATUS, QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(header.sizeHint().height() + rows + bar + 2)
