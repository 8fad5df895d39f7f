"""The floors: the barest program of each kind, as a process of its own (`python -m tests.benchmarks.bare KIND`)."""

from __future__ import annotations

import json
import sys

# The editor's own page with nobody at the other end of its wire: CodeMirror alone.
ALONE = """
window.qt = { webChannelTransport: null };
window.QWebChannel = function (_, connected) { connected({ objects: { program: { hear() {} } } }); };
"""
OPEN = {"do": "open", "epoch": 1, "current": "index.html", "focus": True}
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
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()
    if kind == "view":
        view.setHtml(PAGE)
    else:
        _load_editor(view)
    return view


def _load_editor(view) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineCore import QWebEngineScript

    from app.paths import resources_dir  # here, so that the barest programs wait for nothing of ours
    from tests.benchmarks.program import a_page

    script = QWebEngineScript()
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setSourceCode(ALONE)
    view.page().scripts().insert(script)
    opened = json.dumps({**OPEN, "files": [["index.html", a_page(40), None]]})
    look = json.dumps({"do": "theme", "name": "light"})
    begin = f"midweek.receive({look}); midweek.receive({opened})"
    view.loadFinished.connect(lambda _: view.page().runJavaScript(begin))
    view.load(QUrl.fromLocalFile(str(resources_dir() / "editor" / "index.html")))
    view.setFocus()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
