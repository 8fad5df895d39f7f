"""A pack's text on the screen: Markdown with code chips and coloured samples, as high as it needs to be."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from app.ui.markup import SAMPLE_PADDING, inline_html, markdown_html, sheet
from app.ui.theme import CODE, Theme


class TextView(QTextBrowser):
    """Rich text that cannot be changed, takes the height its text needs, and loads nothing from anywhere.

    `show_markdown` for whole texts, `show_line` for a sentence with code between backticks; `ink` and `strong` name
    the colours of words and of strong words.
    """

    def __init__(self, theme: Theme, *, size: int = 16, ink: str = "ink", strong: str = "") -> None:
        super().__init__()
        self._theme, self._size, self._ink, self._strong = theme, size, ink, strong or ink
        self._source, self._inline = "", False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(24)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._render)

    def show_markdown(self, text: str) -> None:
        """Show a text of a pack."""
        self._source, self._inline = text, False
        self._render()

    def show_line(self, text: str) -> None:
        """Show one or two sentences; `**` makes strong, backticks make code."""
        self._source, self._inline = text, True
        self._render()

    def set_strong(self, colour: str) -> None:
        """The colour of strong words from the next text on."""
        self._strong = colour

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The text's height when it is wrapped at `width`."""
        document = self.document().clone()
        document.setTextWidth(width)
        height = round(document.size().height() + 0.5)
        document.deleteLater()
        return height

    def sizeHint(self) -> QSize:
        """The height at the present width."""
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width, and the height that goes with it."""
        return QSize(80, self.heightForWidth(max(self.width(), 120)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QEvent) -> None:
        """Leave scrolling to the pane around it."""
        event.ignore()

    def loadResource(self, _type: int, _name: QUrl | str) -> QImage:
        """One empty pixel: a text never reaches a file or an address. (Given nothing, Qt would look for itself.)"""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of chips and samples, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("chip"))
        for box in (*_samples(self.document().rootFrame()), *self._chips()):
            painter.drawRoundedRect(box, 4, 4)
        painter.end()
        super().paintEvent(event)

    def _render(self) -> None:
        colours = self._theme.colours
        html = inline_html(self._source) if self._inline else markdown_html(self._source, colours)
        self.document().setDefaultStyleSheet(sheet(self._theme, self._size, self._ink, self._strong))
        self.setHtml(f'<div style="font-size: {self._theme.px(self._size)}px">{html}</div>')
        _widen(self.document(), self._theme.px(4))
        self.setAccessibleName(self.toPlainText() if self._inline else "")
        self.updateGeometry()

    def _chips(self) -> Iterator[QRectF]:
        block = self.document().begin()
        while block.isValid():
            yield from _chips_of(block, self._theme.px(3))
            block = block.next()


def _samples(frame: QTextFrame) -> Iterator[QRectF]:
    layout = frame.document().documentLayout()
    for inner in frame.childFrames():
        if isinstance(inner, QTextTable) and inner.rows() == inner.columns() == 1:
            box = layout.blockBoundingRect(inner.firstCursorPosition().block())
            box |= layout.blockBoundingRect(inner.lastCursorPosition().block())
            yield QRectF(0, box.top() - SAMPLE_PADDING, frame.document().textWidth(), box.height() + 2 * SAMPLE_PADDING)


def _chips_of(block: QTextBlock, overhang: int) -> Iterator[QRectF]:
    """Where code stands inside a sentence of this block, a box for each line it runs over."""
    if not block.layout() or _in_sample(block):
        return
    origin = block.layout().position()
    for start, end in _code_in(block):
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left = max(_x(line, first) - overhang, 0.0)
                box = QRectF(left, line.y(), _x(line, last) - left, line.naturalTextRect().height())
                yield box.translated(origin)


def _x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined] # a number, or a number and the position
    return float(found[0] if isinstance(found, tuple) else found)


def _in_sample(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def _code_in(block: QTextBlock) -> list[tuple[int, int]]:
    """From where to where code stands inside a block, in characters."""
    found: list[tuple[int, int]] = []
    cursor = block.begin()
    while not cursor.atEnd():
        fragment = cursor.fragment()
        start = fragment.position() - block.position()
        if CODE in (fragment.charFormat().fontFamilies() or []):
            if found and found[-1][1] == start:
                start = found.pop()[0]
            found.append((start, fragment.position() - block.position() + fragment.length()))
        cursor += 1
    return found


def _widen(document: QTextDocument, space: int) -> None:
    """Leave room around code inside sentences for the ground of its chip: after the letter before it, and its last."""
    spread = QTextCharFormat()
    spread.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spread.setFontLetterSpacing(space)
    block = document.begin()
    while block.isValid():
        for start, end in [] if _in_sample(block) else _code_in(block):
            for place in (start - 1, end - 1):
                if place >= 0:
                    cursor = QTextCursor(document)
                    cursor.setPosition(block.position() + place)
                    cursor.setPosition(block.position() + place + 1, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(spread)
        block = block.next()
