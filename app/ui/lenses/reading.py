"""What a screen reader meets on the page, in its order, as a calm list; from each thing a way to its line."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QButtonGroup, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.page.spoken import Kind, Spoken
from app.ui.flow import Flow
from app.ui.focus import WIDTH
from app.ui.parts import Button, column, label
from app.ui.theme import Theme

FILTERS: dict[str, tuple[Kind, ...]] = {
    "Everything": (),
    "Headings": ("heading",),
    "Links": ("link",),
    "Pictures": ("picture",),
}
NOTHING = {
    "Headings": "There are no headings to jump to.",
    "Links": "There are no links.",
    "Pictures": "There are no pictures that a screen reader would tell of.",
}
INDENT, MARGIN, PADDING = 16, 8, 5  # px
LEAST = 60  # px for words, however deep they stand
_SPOKEN = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Reading(QWidget):
    """`element_asked_for(int)`, an element's order, when a thing was clicked, or Enter pressed on it.

    `said`: `caption` is another one.
    """

    element_asked_for = Signal(int)
    said = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption, self._all = "", tuple[Spoken, ...]()
        self.filters: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        for words in FILTERS:
            button = self.filters[words] = Button(theme, words, "tool")
            button.setProperty("close", "true")
            button.setCheckable(True)
            self._group.addButton(button)
        self.filters["Everything"].setChecked(True)
        self._group.buttonClicked.connect(self._fill)
        self.list = _List(theme)
        self.list.clicked.connect(self._on_chosen)
        self.list.enter_pressed.connect(self._on_chosen)
        self.trouble, self.nothing = label("", "care"), label("", "soft")
        top = QWidget()
        top.setLayout(Flow(*self.filters.values(), gap=2))
        inside = column(top, self.trouble, self.nothing, gap=6)
        inside.addWidget(self.list, 1)
        self.setLayout(inside)
        self.trouble.hide()
        self.nothing.hide()

    def show_spoken(self, spoken: Sequence[Spoken]) -> None:
        """Show what is met on the page, from where one was reading."""
        self.trouble.hide()
        if tuple(spoken) == self._all:
            return
        self._all = tuple(spoken)
        lacking = sum(one.care for one in self._all)
        things = "thing says" if lacking == 1 else "things say"
        self.caption = f"{lacking} {things} nothing to people who cannot see the page." if lacking else ""
        self.said.emit()
        self._fill()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing, or nothing newer, to be read."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _fill(self, _clicked: object = None) -> None:
        chosen = next(words for words, button in self.filters.items() if button.isChecked())
        kinds = FILTERS[chosen]
        shown = [one for one in self._all if not kinds or one.kind in kinds]
        for words, of in FILTERS.items():
            count = sum(one.kind in of for one in self._all)
            self.filters[words].setText(f"{words} ({count})" if of else words)
        self.list.show_spoken(shown, indented=chosen in ("Everything", "Headings"))
        self.nothing.setText(NOTHING.get(chosen, ""))
        self.nothing.setVisible(not shown and bool(self._all))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.element_asked_for.emit(index.data(_SPOKEN).order)


class _Things(QAbstractListModel):
    """The things that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[Spoken] = ()

    def show_spoken(self, shown: Sequence[Spoken]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence for whoever hears it, the thing itself for whoever paints it."""
        if role == _SPOKEN:
            return self.shown[index.row()]
        return self.shown[index.row()].sentence if role == Qt.ItemDataRole.DisplayRole else None


class _List(QListView):
    """The list itself; Enter on a thing is told, whatever the system takes for activating."""

    enter_pressed = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.things = _Things()
        self.things.setParent(self)
        self.setModel(self.things)
        self.setAccessibleName("What a screen reader meets")
        self.setProperty("role", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else its width hangs on its height
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate = _Line(theme, self)
        self.setItemDelegate(self._delegate)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_spoken(self, shown: Sequence[Spoken], *, indented: bool) -> None:
        """Show these; the line one was on stays, and so does the scroll."""
        row, scroll = self.currentIndex().row(), self.verticalScrollBar().value()
        self._delegate.indented = indented
        self.things.show_spoken(shown)
        if row >= 0:
            self.setCurrentIndex(self.things.index(min(row, len(shown) - 1)))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and self.currentIndex().isValid():
            self.enter_pressed.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _Line(QStyledItemDelegate):
    """Paints what a thing is, quietly, and its own words, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: _List) -> None:
        super().__init__(parent)
        self._theme, self._list, self.indented = theme, parent, True
        self._measure()
        theme.changed.connect(self._measure)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One thing of the list."""
        spoken: Spoken = index.data(_SPOKEN)
        box = option.rect
        painter.save()
        if index.row() == self._list.currentIndex().row():
            painter.fillRect(box, self._theme.colour("teal_pale"))
            painter.fillRect(box.adjusted(0, 2, WIDTH - box.width(), -2), self._theme.colour("focus"))
        text = self._document(spoken)
        painter.translate(box.left() + self._left(spoken), box.top() + self._theme.px(PADDING))
        text.drawContents(painter)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words are at the list's width; most are one line, which is told without laying them out."""
        spoken: Spoken = index.data(_SPOKEN)
        wide = self._strong.horizontalAdvance(spoken.sentence) + self._theme.px(MARGIN)
        high = self._strong.height() if wide < self._room(spoken) else self._document(spoken).size().height()
        return QSize(0, round(high) + 2 * self._theme.px(PADDING))

    def _measure(self) -> None:
        self._strong = QFontMetricsF(self._theme.font(16, 700))

    def _left(self, spoken: Spoken) -> int:
        return self._theme.px(MARGIN) + (INDENT * spoken.depth if self.indented else 0)

    def _room(self, spoken: Spoken) -> int:
        return max(self._list.viewport().width() - self._left(spoken) - self._theme.px(MARGIN), LEAST)

    def _document(self, spoken: Spoken) -> QTextDocument:
        text = QTextDocument()
        text.setDocumentMargin(0)
        text.setDefaultFont(self._theme.font(16))
        text.setTextWidth(self._room(spoken))
        text.setHtml(self._html(spoken))
        return text

    def _html(self, spoken: Spoken) -> str:
        strong = spoken.kind in ("heading", "page")
        ink, soft = self._theme.colours.ink, self._theme.colours.care if spoken.care else self._theme.colours.soft
        weight = 600 if spoken.care or spoken.kind == "landmark" else 400
        says = f'<span style="color: {soft}; font-weight: {weight}; font-size: {self._theme.px(14)}px">{{}}</span>'
        words = f'<span style="color: {ink}; font-weight: {700 if strong else 400}">{escape(spoken.words)}</span>'
        return "&ensp;".join(filter(None, (says.format(escape(spoken.says)) if spoken.says else "", words)))
