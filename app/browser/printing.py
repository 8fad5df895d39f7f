"""Puts a loaded page on paper as a browser would: A4 unless it asks for another size, backgrounds left white."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings

USUAL = 10.0  # mm on each side, as browsers have it
WIDEST = 90.0  # mm, so that something of the page is left


def print_page(page: QWebEnginePage, margins: object, done: Callable[[bytes], None]) -> None:
    """Call `done` with a PDF, empty where the browser could not make one; never, where its renderer dies or hangs.

    `margins` are what `paper.js` says: millimetres by side, None where the page leaves one to the browser. Chromium
    heeds `@page { size }` itself, but no margin of the page's once a layout is given.
    """
    # What is printed in colour must say so (`print-color-adjust: exact`), as in every browser.
    page.settings().setAttribute(QWebEngineSettings.WebAttribute.PrintElementBackgrounds, False)
    said = margins if isinstance(margins, Mapping) else {}
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(*(_bounded(said.get(side)) for side in ("left", "top", "right", "bottom"))),
        QPageLayout.Unit.Millimeter,
    )

    def on_printed(pdf: QByteArray) -> None:
        done(bytes(pdf.data()))

    page.printToPdf(on_printed, layout)


def _bounded(margin: object) -> float:
    return min(max(float(margin), 0.0), WIDEST) if isinstance(margin, int | float) else USUAL
