"""The card that is shown where the page's link is shared, as most sites draw it, and what there is to know about it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from app.checks.report import Place
from app.page.share_card import LONGEST_DESCRIPTION, LONGEST_TITLE, Remark, ShareCard
from app.ui.icons import paint_icon
from app.ui.parts import Button, clear, column, frame, label, row
from app.ui.text_view import TextView
from app.ui.theme import Theme

SHAPE = 1.91  # how much wider than high the picture of a card is
WIDEST = 500  # px, as sharing sites have it
KEPT = QSize(1200, 1200)  # pixels; more of a picture is not kept
SIDE_LIMIT, AREA_LIMIT = 16_000, 50_000_000  # pixels; larger ones are not read
_READ = (b"png", b"jpeg", b"gif", b"webp", b"bmp")  # sharing sites take no SVG


class Card(QScrollArea):
    """`place_asked_for(Place)` when the line of a remark is asked for."""

    place_asked_for = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._file = theme, ""
        self._shown: ShareCard | None = None
        self.picture = _Picture(theme)
        self.site, self.title, self.description = label("", "softsmall"), label("", "strong"), label("", "soft")
        words = column(self.site, self.title, self.description, gap=4, margins=(14, 10, 14, 12))
        self.card = frame("card", column(self.picture, words))
        self.card.setMaximumWidth(WIDEST)
        self.remarks = column(gap=10)
        self.about = label("What to know about it", "h3")
        inside = column(self.card, 18, self.about, 8, self.remarks, None, margins=(2, 2, 8, 8))
        sheet = QWidget()
        sheet.setProperty("ground", "well")
        sheet.setLayout(inside)
        self.setAccessibleName("The card shown where the page is shared")
        self.setWidgetResizable(True)
        self.setWidget(sheet)

    def show_card(self, file: str, card: ShareCard) -> None:
        """Show the card of the page in this file."""
        if (file, card) == (self._file, self._shown):
            return
        self._file, self._shown = file, card
        self.picture.show_picture(card.picture, card.picture_text)
        self.site.setText(card.site or "the page’s address")
        self.title.setText(_cut(card.title, LONGEST_TITLE) or "No title")
        self.description.setText(_cut(card.description, LONGEST_DESCRIPTION))
        self.description.setVisible(bool(card.description))
        self.about.setVisible(bool(card.remarks))
        clear(self.remarks)
        for remark in card.remarks:
            self.remarks.addLayout(self._line(remark))

    def _line(self, remark: Remark) -> QHBoxLayout:
        words = TextView(self._theme)
        words.show_line(remark.text)
        button = Button(self._theme, f"Line {remark.line}", "plain", small=True)
        button.setProperty("place", Place(self._file, remark.line, remark.column))
        button.setToolTip("Go to the line in the editor")
        button.clicked.connect(self._on_line_clicked)
        line = row(gap=8)
        line.addWidget(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_line_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.place_asked_for.emit(button.property("place"))


class _Picture(QWidget):
    """A picture cut to the card's shape from its middle, or the place where one would be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, data: bytes | None, text: str) -> None:
        """Show this picture, or that there is none."""
        self.image = _read(data) if data else QImage()
        self.setAccessibleName("No picture" if self.image.isNull() else f"Picture: {text or 'no text'}")
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The card's shape."""
        return round(width / SHAPE)

    def sizeHint(self) -> QSize:
        """As large as on a sharing site."""
        return QSize(WIDEST, self.heightForWidth(WIDEST))

    def minimumSizeHint(self) -> QSize:
        """As small as may be."""
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, its upper corners round as the card's."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, 0)
        corners = QPainterPath()
        corners.addRoundedRect(box.adjusted(0, 0, 0, 20), 9, 9)
        painter.setClipPath(corners)
        if self.image.isNull():
            painter.fillRect(box, self._theme.colour("sand"))
            size = self._theme.px(40)
            middle = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
            paint_icon(painter, "image", middle, self._theme.colour("soft"))
        else:
            painter.drawImage(box, self.image, QRectF(_middle(self.image.size())))


def _middle(size: QSize) -> QRect:
    """The largest part of a picture that has the card's shape."""
    width, height = min(size.width(), round(size.height() * SHAPE)), min(size.height(), round(size.width() / SHAPE))
    return QRect((size.width() - width) // 2, (size.height() - height) // 2, width, height)


def _read(data: bytes) -> QImage:
    """The picture, no larger than it is kept; none where it is too large, or of a kind that no sharing site takes."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if bytes(reader.format().data()) not in _READ or not size.isValid():
        return QImage()
    if max(size.width(), size.height()) > SIDE_LIMIT or size.width() * size.height() > AREA_LIMIT:
        return QImage()
    reader.setAutoTransform(True)
    if size.width() > KEPT.width() or size.height() > KEPT.height():
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
