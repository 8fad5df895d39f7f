"""The page as it is printed: its sheets of paper, one below the other, from a PDF that the browser made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.parts import label
from app.ui.theme import Theme

if TYPE_CHECKING:  # at run time only once something is to be shown: few look at paper
    from PySide6.QtPdf import QPdfDocument

LIFE_SIZE = 96 / 72  # CSS pixels a point
MOST = 40  # sheets that are shown
GAP = 10  # px


class Paper(QScrollArea):
    """Shows a PDF; at 100% a sheet is as wide as there is room, and never larger than life."""

    said = Signal()  # `caption` is another one

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption = ""
        self._theme, self._zoom = theme, 100
        self._document: QPdfDocument | None = None
        self._buffer = QBuffer(self)
        self._sheets: list[_Sheet] = []
        self._numbers: list[QLabel] = []
        self.setAccessibleName("The page on paper")
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would hang on the height
        self._inside = QWidget()
        self._inside.setProperty("ground", "well")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(GAP // 2)
        self.trouble = label("", "care")
        self._column.addWidget(self.trouble)
        self._column.addStretch(1)
        self.trouble.hide()
        self.setWidget(self._inside)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these sheets, from where one was reading."""
        from PySide6.QtPdf import QPdfDocument

        if self._document is None:
            self._document = QPdfDocument(self)
        self._buffer.close()
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.trouble.hide()
        self._count(self._document)
        self._arrange()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing, or nothing newer, to be seen."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def set_zoom(self, percent: int) -> None:
        """Show the sheets larger or smaller."""
        self._zoom = percent
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sheets to the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _count(self, document: QPdfDocument) -> None:
        """As many sheets as there are pages, and what is said of them."""
        pages = document.pageCount()
        while len(self._sheets) > min(pages, MOST):
            for widget in (self._sheets.pop(), self._numbers.pop()):
                self._column.removeWidget(widget)
                widget.deleteLater()
        while len(self._sheets) < min(pages, MOST):
            self._sheets.append(_Sheet(self._theme, document, len(self._sheets)))
            self._numbers.append(label("", "softsmall"))
            for widget in (self._sheets[-1], self._numbers[-1]):
                self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for number, (sheet, words) in enumerate(zip(self._sheets, self._numbers, strict=True), 1):
            words.setText(f"Page {number} of {pages}")
            sheet.setAccessibleName(words.text())
            sheet.renew()
        more = f"; the first {MOST} are shown" if pages > MOST else ""
        self.caption = (
            f"{pages} {'page' if pages == 1 else 'pages'} on paper{more}. Backgrounds are left out, as browsers do."
        )
        self.said.emit()

    def _arrange(self) -> None:
        room = self.viewport().width() - 4
        for sheet in self._sheets:
            sheet.fit(room, self._zoom / 100)


class _Sheet(QWidget):
    """One page of paper, painted when it comes into sight."""

    def __init__(self, theme: Theme, document: QPdfDocument, page: int) -> None:
        super().__init__()
        self._theme, self._document, self._page, self._told = theme, document, page, False

    def renew(self) -> None:
        """The document says something else now."""
        self._told = False
        self.update()

    def fit(self, room: int, zoom: float) -> None:
        """Take the size that this page has in so much room."""
        points = self._document.pagePointSize(self._page)
        if points.width() <= 0:
            return
        scale = min(LIFE_SIZE, room / points.width()) * zoom
        self.setFixedSize(round(points.width() * scale), round(points.height() * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, what is printed on the part of it that is in sight, a thin line around."""
        from PySide6.QtPdf import QPdfDocumentRenderOptions

        painter, ratio = QPainter(self), self.devicePixelRatioF()
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        part = QRect(event.rect().topLeft() * ratio, event.rect().size() * ratio)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(self.size() * ratio)
        options.setScaledClipRect(part)
        painter.drawImage(event.rect(), self._document.render(self._page, part.size(), options))
        if not self._told:
            self._told = True
            self.setAccessibleDescription(self._document.getAllText(self._page).text()[:5_000])
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
