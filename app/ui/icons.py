"""Icons drawn from the shipped SVGs: any size, any device pixel ratio, in the colour they are given."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import paths

STROKE = 1.5  # px on the screen, whatever the icon's size


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor, stroke: float = STROKE) -> None:
    """Draw one icon into a square `box`, its lines `stroke` pixels wide."""
    _renderer(name, colour.name(), round(stroke * 24 / box.width(), 3)).render(painter, box)


def icon_pixmap(name: str, box: QRectF, width: int, colour: QColor, ratio: float) -> QPixmap:
    """One icon in a square `box` of a pixmap `width` wide, in logical pixels, sharp at this device pixel ratio."""
    pixmap = QPixmap(round(width * ratio), round(box.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, box, colour)
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    text = (paths.resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")
    text = text.replace("currentColor", colour).replace('stroke-width="1.5"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(text.encode()))
