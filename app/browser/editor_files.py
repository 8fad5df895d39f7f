"""Serves the editor's page its own few files, under a scheme of its own; nothing else can be reached from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from app.paths import resources_dir

SCHEME = "midweek-editor"
ADDRESS = QUrl(f"{SCHEME}://app/index.html")

# A worker does not share its page's policy: without one of its own it could ask for whatever the scheme allows.
_WORKER = "/language.bundle.js"
_WORKER_POLICY = b"default-src 'none'"
# PySide 6.11 makes a multi-map of this: a bare value would be taken apart into its letters, and the policy be lost.
_WORKER_HEADERS = {QByteArray(b"Content-Security-Policy"): [QByteArray(_WORKER_POLICY)]}

_PAGE_FILES = ("index.html", "editor.css", "suggestions.css", "editor.bundle.js", "language.bundle.js")
_TYPES = {".html": b"text/html", ".css": b"text/css", ".js": b"text/javascript", ".ttf": b"font/ttf"}
_QT_CHANNEL = ":/qtwebchannel/qwebchannel.js"  # within Qt, so that it always fits

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.ErrorPageEnabled,
)


def register_scheme() -> None:
    """Tell Chromium of the scheme: once, before the first profile is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class EditorProfile(QWebEngineProfile):
    """Off the record, and blind to everything but the editor's own files."""

    def __init__(self) -> None:
        super().__init__()  # without a name: off the record
        self._files = _Files(self)
        self._guard = _Guard(self)
        self.installUrlSchemeHandler(QByteArray(SCHEME.encode()), self._files)
        self.setUrlRequestInterceptor(self._guard)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.setSpellCheckEnabled(False)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)


class _Guard(QWebEngineUrlRequestInterceptor):
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block whatever is not for our scheme."""
        if info.requestUrl().scheme() != SCHEME:
            info.block(True)


class _Files(QWebEngineUrlSchemeHandler):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        editor, fonts = resources_dir() / "editor", resources_dir() / "fonts"
        self._paths = {f"/{name}": editor / name for name in _PAGE_FILES}
        self._paths |= {f"/fonts/{path.name}": path for path in fonts.glob("*.ttf")}

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Reply with one of the known files, and with no other."""
        path = job.requestUrl().path()
        data = _qt_channel() if path == "/qwebchannel.js" else _read(self._paths.get(path))
        if data is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        if path == _WORKER:
            job.setAdditionalResponseHeaders(_WORKER_HEADERS)  # type: ignore[arg-type]
        body = QBuffer(job)  # lives as long as the request does
        body.setData(data)
        job.reply(QByteArray(_TYPES[Path(path).suffix]), body)


def _read(path: Path | None) -> QByteArray | None:
    try:
        return None if path is None else QByteArray(path.read_bytes())
    except OSError:
        return None


def _qt_channel() -> QByteArray | None:
    file = QFile(_QT_CHANNEL)
    return file.readAll() if file.open(QIODevice.OpenModeFlag.ReadOnly) else None
