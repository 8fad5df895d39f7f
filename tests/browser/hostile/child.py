"""A program of its own that visits hostile pages: `child.py sealed|open PORT FOLDER`; prints what it noticed as JSON.

"sealed" starts as Midweek does; "open" is a bare view with nothing of ours, to show that the pages have teeth. Both
start in whatever environment and with whatever arguments the test gives them.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication

sys.path[:0] = [str(Path(__file__).parents[3]), str(Path(__file__).parents[1])]


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def ports() -> list[int]:
    """Every port that this program or Chromium's processes listen on."""
    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return [c.laddr.port for process in processes for c in process.net_connections("inet") if c.status == "LISTEN"]


def visit_sealed(port: int, folder: Path) -> None:
    from hostile.corpus import PAGES
    from hostile.visiting import served

    from app.browser.preview import Preview
    from app.browser.serving import register_scheme

    register_scheme()
    preview = Preview()
    preview.resize(640, 480)
    preview.show()
    for html in (html for html in PAGES.values() if "{name}" in html):
        loop = QEventLoop()
        preview.painted.connect(loop.quit)
        preview.show_page(served(html, port, folder), "index.html")
        loop.exec()
    print(json.dumps({"ports": ports(), "arguments": sys.argv}), flush=True)


def visit_open(port: int, folder: Path) -> None:
    from hostile.corpus import PAGES
    from hostile.visiting import served
    from hostile.wider import WIDER
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    view.resize(640, 480)
    view.show()
    for name, html in PAGES.items():
        if not name.startswith("link to") and name not in WIDER:
            page = served(html, port, folder)["index.html"].decode()
            view.setHtml(page, QUrl(f"http://127.0.0.1:{port}/"))
            settle(60)
            if "{file}" in html:
                view.setHtml(page, QUrl.fromLocalFile(f"{folder}/"))
                settle(60)
    print(json.dumps({"ports": ports()}), flush=True)


def main() -> None:
    mode, port, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    threading.Thread(target=lambda: (time.sleep(100), os._exit(3)), daemon=True).start()  # never stay behind
    if mode == "sealed":
        from app.browser.start import prepare_environment

        prepare_environment()
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] += f" --log-net-log={folder / 'net.json'}"
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    _application = QApplication(sys.argv)
    {"sealed": visit_sealed, "open": visit_open}[mode](port, folder)


if __name__ == "__main__":
    main()
