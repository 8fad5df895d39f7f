"""Serves a sealed page its files from memory, under a scheme of our own; nothing else can be reached through it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from app.browser.content import content_type, too_much

SCHEME = "midweek-page"

# Whatever is not named here is refused. Frames, plugins, workers and `data:` (images whose size nobody has checked)
# are among that. `sandbox` without `allow-scripts` and the rest is the second lock on what the settings switch off.
_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; "
    f"img-src {SCHEME}:; style-src {SCHEME}: 'unsafe-inline'; font-src {SCHEME}:; media-src {SCHEME}:; "
    f"base-uri {SCHEME}:; form-action 'none'; frame-ancestors 'none'"
)
# PySide 6.11 makes a multi-map of this: a bare value would be taken apart into its letters, and the policy be lost.
_HEADERS = {
    QByteArray(b"Content-Security-Policy"): [QByteArray(_POLICY.encode())],
    QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
    QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
    QByteArray(b"X-DNS-Prefetch-Control"): [QByteArray(b"off")],
    QByteArray(b"Referrer-Policy"): [QByteArray(b"no-referrer")],
}


def register_scheme() -> None:
    """Tell Chromium of our scheme: secure, and with no other right. Once, before the first profile is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


def address(version: int, name: str) -> QUrl:
    """Where `name` is served. The version is only there to pass Chromium's memory cache by, which heeds no header."""
    url = QUrl(f"{SCHEME}://page")
    url.setPath(f"/v{version}/{name}")
    return url


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers every request from `files`, the newest version there is, whatever version the address asks for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: Mapping[str, bytes] = {}

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Reply with a file; refuse any other method, a name that is not there, and a file that is too much."""
        name = unquote(job.requestUrl().path()).lstrip("/").partition("/")[2]
        data = self.files.get(name)
        if bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif data is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        elif too_much(name, data):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        else:
            body = QBuffer(job)  # lives as long as the request does
            body.setData(data)
            job.setAdditionalResponseHeaders(_HEADERS)  # type: ignore[arg-type]
            job.reply(content_type(name).encode(), body)
