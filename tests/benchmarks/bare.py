"""The floors: the barest program of each kind, as a process of its own (`python -m tests.benchmarks.bare KIND`)."""

from __future__ import annotations

import sys

from app.paths import resources_dir

PAGE = "<!doctype html><body style='background:#0a625d;color:#fff'><h1>Bare</h1>"


def main(kind: str) -> int:
    """Show the barest window of this kind (`widget`, `view`, `editor`) until it is ended."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QLabel

    if kind != "widget":
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    window = QLabel("Bare") if kind == "widget" else _web_view(kind)
    window.setStyleSheet("background: #0a625d")
    window.resize(1366, 768)
    window.show()
    return app.exec()


def _web_view(kind: str):
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    if kind == "view":
        view.setHtml(PAGE)
    else:
        view.load(QUrl.fromLocalFile(str(resources_dir() / "editor" / "bare.html")))
    return view


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
