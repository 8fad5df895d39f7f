"""The shelf of a lesson's pictures: one is chosen, said in words, and put into the page.

What is not small enough to be looked at, or not a picture that Qt knows, stands there by its name.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.page.pictures import advice, picture_tag, picture_value
from app.ui.focus import FocusRing
from app.ui.notice import announce
from app.ui.parts import Button, Choice, column, label, row
from app.ui.theme import Theme

THUMBNAIL = QSize(96, 64)  # px at the usual text size
LARGEST = 40_000_000  # pixels: more takes too long to be made small
ASK = "Say in a few words what the picture shows, or tick that it is only decoration."
IN_A_STYLE_SHEET = "A style sheet brings pictures as decoration only. Where one says something, put it into the page."


class Pictures(QDialog):
    """`chosen` carries the code to be written at the cursor; the dialog closes with it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, pictures: Mapping[str, bytes], page: str, parent: QWidget | None = None) -> None:
        """`pictures` by name (`files/fair.jpg`); `page`: the file that one will be written into."""
        super().__init__(parent)
        self.setWindowTitle("Pictures")
        self.setModal(True)
        self._theme, self._pictures, self._page = theme, pictures, page
        self._waiting = list(pictures)  # whose thumbnails are still to be made
        self._sizes: dict[str, tuple[int, int]] = {}
        self.list, self.words = self._shelf(), QLineEdit()
        self.decoration = Choice(theme, "It is only decoration")
        self.remark, self.code = label("", "care"), label("", "code")
        self.put = Button(theme, "Put it into the page", "main")
        cancel = Button(theme, "Cancel", "quiet")
        self._fill(cancel)
        self.list.currentItemChanged.connect(self._on_changed)
        self.words.textChanged.connect(self._on_changed)
        self.words.returnPressed.connect(self._on_put)
        self.decoration.toggled.connect(self._on_changed)
        self.put.clicked.connect(self._on_put)
        cancel.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        QTimer.singleShot(0, self, self._make_next)

    @property
    def _name(self) -> str:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else ""

    @property
    def _in_page(self) -> bool:
        return not self._page.endswith(".css")

    def _shelf(self) -> QListWidget:
        shelf = QListWidget()
        shelf.setAccessibleName("Pictures of this lesson")
        shelf.setWordWrap(True)
        shelf.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        size = THUMBNAIL * min(self._theme.scale, 1.25)  # larger words need the room more
        shelf.setIconSize(size)
        for name in self._pictures:
            item = QListWidgetItem(name.removeprefix("files/"))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setIcon(QIcon(_blank(size)))
            shelf.addItem(item)
        shelf.setMinimumHeight(round(2.4 * size.height()))
        return shelf

    def _fill(self, cancel: Button) -> None:
        ask = label("What does the picture show?", "h3")
        ask.setBuddy(self.words)
        self.words.setAccessibleName("What does the picture show?")
        self.words.setPlaceholderText("Stalls on the green, with people queuing for tea")
        self._asked = QWidget()
        self._asked.setLayout(column(ask, self.words, self.decoration, gap=8))
        self._asked.setVisible(self._in_page)
        self.put.setText("Put it into the page" if self._in_page else "Put it into the style sheet")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole = whole = column(label("Pictures of this lesson", "h2"), gap=12, margins=(24, 22, 24, 20))
        whole.addWidget(self.list, 1)
        for part in (self._asked, self.remark, self.code):
            whole.addWidget(part)
        whole.addLayout(row(None, cancel, self.put, gap=10))
        self.setLayout(whole)
        self.setMinimumWidth(min(self._theme.px(560), 960))
        FocusRing(self._theme, self)

    def _code(self) -> str:
        if not self._in_page:
            return picture_value(self._name, self._page)
        words = "" if self.decoration.isChecked() else self.words.text()
        return picture_tag(self._name, words, self._size(self._name), self._page)

    def _size(self, name: str) -> tuple[int, int]:
        if name not in self._sizes:
            size = _Reader(self._pictures[name]).size()
            self._sizes[name] = (max(size.width(), 0), max(size.height(), 0))
        return self._sizes[name]

    def _make_next(self) -> None:
        """One thumbnail, then let the window live."""
        if not self._waiting:
            return
        name = self._waiting.pop(0)
        picture = _small(self._pictures[name], self.list.iconSize(), self.devicePixelRatioF())
        place = len(self._pictures) - len(self._waiting) - 1
        width, height = self._size(name)
        item = self.list.item(place)
        if not picture.isNull():
            item.setIcon(QIcon(_framed(picture, self.list.iconSize())))
        if width and height:
            item.setText(f"{item.text()}\n{width:,} × {height:,} pixels")
        QTimer.singleShot(0, self, self._make_next)

    def _on_changed(self, *_: object) -> None:
        self.words.setEnabled(not self.decoration.isChecked())
        if not self._name:
            return
        remark = "" if self.decoration.isChecked() else advice(self._name, self.words.text())
        self.remark.setText(remark if self._in_page else IN_A_STYLE_SHEET)
        self.remark.setVisible(bool(self.remark.text()))
        self.code.setText(self._code())
        self._grow()

    def _grow(self) -> None:
        """Make room for words that have more lines than Qt counted on, as far as the screen goes."""
        wanted = max(self._whole.totalHeightForWidth(self.width()), self.height())
        self.resize(self.width(), min(wanted, self.screen().availableSize().height() - 40))

    def _on_put(self) -> None:
        if self._in_page and not self.decoration.isChecked() and not self.words.text().strip():
            self.remark.setText(ASK)
            self.remark.show()
            self._grow()
            self.words.setFocus()
            announce(self.words, ASK)
            return
        self.chosen.emit(self._code())
        self.accept()


class _Reader(QImageReader):
    """Reads a picture from memory; the buffer lives as long as it does."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer)


def _small(data: bytes, size: QSize, ratio: float) -> QImage:
    """A picture that fits into `size` logical pixels; null where Qt cannot or should not read it."""
    reader = _Reader(data)
    reader.setAutoTransform(True)
    whole = reader.size()
    if not whole.isValid() or whole.width() * whole.height() > LARGEST:
        return QImage()
    reader.setScaledSize(whole.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    picture = reader.read()
    picture.setDevicePixelRatio(ratio)
    return picture


def _framed(picture: QImage, size: QSize) -> QPixmap:
    """A picture in the middle of a frame, so that all names begin at one place."""
    ratio = picture.devicePixelRatio()
    framed = QPixmap(size * ratio)
    framed.setDevicePixelRatio(ratio)
    framed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(framed)
    room = size - picture.deviceIndependentSize().toSize()
    painter.drawImage(QPoint(room.width() // 2, room.height() // 2), picture)
    painter.end()
    return framed


def _blank(size: QSize) -> QPixmap:
    blank = QPixmap(size)
    blank.fill(Qt.GlobalColor.transparent)
    return blank
