"""Visits hostile pages as a careless person would: clicks on everything, presses Enter; and notes what got out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hostile.wider import FILES
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QDialog, QWidget

RAN = "document.title=/ran/.source"
NAME = "http://canary.midweek-test.example"
SCHEMES = (
    "mailto",
    "tel",
    "sms",
    "ms-msdt",
    "search-ms",
    "vscode",
    "http",
    "https",
    "file",
    "ftp",
    "ws",
    "data",
    "chrome",
)

# Everything that can be clicked, as [x, y] of its middle; and what a leak would leave in the page.
_TARGETS = """JSON.stringify([...document.querySelectorAll('a,area,button,input,select,summary,label,[onclick],div')]
  .slice(0, 6).map((element) => element.getBoundingClientRect()).filter((box) => box.width && box.top < innerHeight)
  .map((box) => [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 15)].map(Math.round)))"""
_LEAKS = """JSON.stringify([
  document.title,
  getComputedStyle(document.documentElement).getPropertyValue('--leaked'),
  [...document.images].filter((image) => image.naturalWidth > 0).map((image) => image.currentSrc)
    .filter((src) => !/(own.png|evil.svg|more.svg)$/.test(src)),
  Array.from({length: frames.length}, (_, i) => frames[i]).filter((frame) => {
    try { return frame.document.body?.textContent.includes('leaked'); } catch { return false; }
  }).length,
])"""


class OutsidePrograms(QObject):
    """Counts what would have been handed to another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "open")

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())

    def close(self) -> None:
        for scheme in SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)


def png(width: int, height: int) -> bytes:
    """A picture of one grey; a huge one is a few bytes until it is decoded."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes(1 + (width + 7) // 8) * min(height, 2000), 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def write_bait(folder: Path) -> None:
    """The files on this disk that no page may read."""
    (folder / "leak.css").write_text(":root { --leaked: yes }")
    (folder / "leak.html").write_text("<p>leaked")
    (folder / "leak.png").write_bytes(png(3, 3))


def served(html: str, port: int, folder: Path) -> dict[str, bytes]:
    """The files of one hostile page."""
    web = f"http://127.0.0.1:{port}"

    def fill(text: str) -> bytes:
        for word, value in {
            "web": web,
            "port": str(port),
            "name": NAME,
            "file": str(folder),
            "ran": RAN,
        }.items():
            text = text.replace("{" + word + "}", value)
        return text.encode()

    evil = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>{ran}</script>'
        '<image href="{web}/svg"/><style>@import "{web}/svg.css";</style></svg>'
    )
    head = "<!doctype html><title>calm</title><body style='background: rgb(1, 99, 7)'>"
    return {
        "index.html": fill(html if "<frameset" in html else head + html),
        "evil.svg": fill(evil),
        "own.png": png(100, 100),
        "huge.png": png(60_000, 60_000),
        **{name: fill(text) for name, text in FILES.items()},
    }


def visit(view: QWebEngineView, run: Callable[[str], Any], settle: Callable[[int], None]) -> list[str]:
    """Click on everything in the page that `view` shows, and say what was noticed: [] when nothing got out.

    `run` runs a script in our own world and waits for its value; `settle` lets so many milliseconds pass.
    """
    noticed: list[str] = []
    windows = open_windows()
    target = view.focusProxy() or view
    settle(60)
    for x, y in run(_TARGETS):
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(target, button, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
            settle(15)
            if dialogs := [widget for widget in QApplication.topLevelWidgets() if _is_dialog(widget)]:
                noticed.append(f"a dialog opened: {dialogs}")
            for popup in (
                widget for widget in QApplication.topLevelWidgets() if widget.windowType() == Qt.WindowType.Popup
            ):
                popup.close()
        QTest.keyClick(target, Qt.Key.Key_Escape)
    for key, modifier in ((Qt.Key.Key_Tab, 0), (Qt.Key.Key_Return, 0), (Qt.Key.Key_X, 1), (Qt.Key.Key_Y, 1)):
        QTest.keyClick(target, key, Qt.KeyboardModifier.AltModifier if modifier else Qt.KeyboardModifier.NoModifier)
    settle(60)
    if open_windows() - windows:
        noticed.append(f"a window opened: {open_windows() - windows}")
    title, leaked, images, frames = run(_LEAKS)
    if title not in ("calm", "") or leaked or images or frames:
        noticed.append(f"something got in or ran: {title!r} {leaked!r} {images} {frames}")
    for _ in range(50):  # from about:blank it comes back
        if view.url().scheme() == "midweek-page":
            break
        settle(20)
    else:
        noticed.append(f"the page went to {view.url().toString()}")
    return noticed


def open_windows() -> set[str]:
    """Every window on the screen, but popups that go with the next click."""
    windows = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and not _is_hidden(widget))
    return {
        str(widget) for widget in windows if widget.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    }


def _is_hidden(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def _is_dialog(widget: object) -> bool:
    return isinstance(widget, QDialog) and widget.isVisible() and not _is_hidden(widget)
