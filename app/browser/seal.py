"""A view on a page that can reach nothing: no script, no network, no disk, no other page, no window, no dialog.

Each measure here was needed by at least one of the hostile pages in `tests/browser/hostile`; none is enough alone.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QDialog, QWidget

from app.browser.asking import WORLD, Asking, Done, Failed
from app.browser.serving import SCHEME, PageServer, address
from app.browser.watch import MemoryWatch
from app.paths import resources_dir

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,  # of the page; our own world still runs
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.HyperlinkAuditingEnabled,  # <a ping>
    _Attribute.DnsPrefetchEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.FocusOnNavigationEnabled,  # autofocus would take the keys from the editor
    _Attribute.BackForwardCacheEnabled,
    _Attribute.ErrorPageEnabled,
)


class _Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request that is not for our own scheme."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Look at one request before it is made."""
        if info.requestUrl().scheme() != SCHEME:
            info.block(True)


class SealedProfile(QWebEngineProfile):
    """Off the record and switched off: it keeps nothing, sends nothing and allows nothing."""

    def __init__(self) -> None:
        super().__init__()  # without a name: off the record
        self.server = PageServer(self)
        self._interceptor = _Interceptor(self)
        self.installUrlSchemeHandler(QByteArray(SCHEME.encode()), self.server)
        self.setUrlRequestInterceptor(self._interceptor)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
        self.setSpellCheckEnabled(False)
        self.downloadRequested.connect(self._on_download_requested)
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(_Attribute.WebRTCPublicInterfacesOnly, True)
        settings.setAttribute(_Attribute.PlaybackRequiresUserGesture, True)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
        settings.setDefaultTextEncoding("utf-8")

    def _on_download_requested(self, download: QWebEngineDownloadRequest) -> None:
        download.cancel()


class SealedPage(QWebEnginePage):
    """A page that goes only where the program sends it. Links to its own parts (`#here`) work."""

    def __init__(self, profile: SealedProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.asking = Asking(self)
        self._wanted = QUrl()
        self.permissionRequested.connect(self._on_permission_requested)
        self.fullScreenRequested.connect(self._on_full_screen_requested)

    def go(self, url: QUrl) -> None:
        """Load `url`, the only address that will be accepted from now on."""
        self._wanted = url
        self.load(url)

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main: bool) -> bool:
        """Refuse links, forms, `meta refresh`, frames, other programs: whatever was not asked for with `go`."""
        return is_main and url == self._wanted and kind == QWebEnginePage.NavigationType.NavigationTypeTyped

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """Refuse `target=_blank`, middle clicks and Ctrl clicks."""
        return None  # type: ignore[return-value]  # Qt's way to refuse, which PySide's types leave out

    def chooseFiles(self, *_: object) -> list[str]:
        """Open no dialog for `<input type=file>`."""
        return []

    def javaScriptConsoleMessage(
        self, _level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, _line: int, _source: str
    ) -> None:
        """Listen for the answers of our own scripts, and keep Chromium's remarks off the terminal."""
        self.asking.hear(message)

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    def _on_full_screen_requested(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()


class SealedView(QWebEngineView):
    """Shows pages from memory and answers questions of ours about them."""

    greedy = Signal()  # the page took more memory than a page may; its renderer is ended, and says so next

    def __init__(self, scripts: Sequence[str], parent: QWidget | None = None) -> None:
        """`scripts`: names of files in `resources/page-scripts`, run in our own world of every page, in this order."""
        super().__init__(parent)
        self._version = 0
        self._profile = SealedProfile()
        self._page = SealedPage(self._profile, self)
        self._profile.setParent(self)  # after the page, so that the page is deleted first
        self.setPage(self._page)
        self.watch = MemoryWatch(self._page)
        self.watch.exceeded.connect(self._on_memory_exceeded)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # "open in a new tab", "save page", "reload"
        self.setAcceptDrops(False)
        folder = resources_dir() / "page-scripts"
        sources = [(folder / name).read_text(encoding="utf-8") for name in ("answer.js", *scripts)]
        token = f"const midweekToken = {json.dumps(self._page.asking.token)};"
        self._scripts = "\n".join((token, *sources))
        self.loadFinished.connect(self._on_load_finished)  # before anybody who asks
        self._page.renderProcessTerminated.connect(self._on_render_process_terminated)

    def serve(self, served: Mapping[str, bytes]) -> int:
        """Serve these files from now on, to the page that stands too; returns the version for new addresses."""
        self._profile.server.files = dict(served)
        self._version += 1
        return self._version

    def open_page(self, served: Mapping[str, bytes], entry: str) -> int:
        """Load a page afresh; `loadFinished` follows, unless the renderer hangs or dies. The version is in its path."""
        self._page.asking.give_up()
        version = self.serve(served)
        self._page.go(address(version, entry))
        return version

    def ask(self, task: str, *arguments: object, done: Done, failed: Failed, limit: float) -> None:
        """Ask the page's scripts (see `Asking.ask`)."""
        self._page.asking.ask(task, arguments, done, failed, limit=limit)

    def kill_renderer(self) -> bool:
        """End the process that draws the page, however deep it hangs; the next `open_page` starts a new one.

        `page().renderProcessTerminated` follows; False, and no signal, where there was no process.
        """
        pid = self._page.renderProcessPid()
        if pid <= 0:
            return False
        with suppress(OSError):  # it has just ended by itself
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        return True

    def childEvent(self, event: QChildEvent) -> None:
        """Keep every dialog off the screen that WebEngine opens of its own accord: `<input type=color>` does.

        No setting and no signal stops it. Qt decides between its own and the system's dialog after the first of these
        events and shows its own after the second; `WA_DontShowOnScreen` at both times stops either. The event is not
        asked for its child: to tell what kind of QObject that is, PySide readies every class it knows, in 50 ms.
        """
        if event.type() in (QEvent.Type.ChildAdded, QEvent.Type.ChildPolished):
            for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if child.isWindow():
                    child.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                    if isinstance(child, QDialog) and event.type() == QEvent.Type.ChildPolished:
                        QTimer.singleShot(0, child, child.reject)
        super().childEvent(event)

    def _on_load_finished(self, _ok: bool) -> None:
        """Bring our scripts into the new page; a page that has them refuses them, since the token is a constant.

        Not by a QWebEngineScript: a profile's are not there any more once a renderer has died, and a page's not once
        Chromium has moved the page to another process (6.11.3).
        """
        self._page.runJavaScript(self._scripts, WORLD.value)

    def _on_memory_exceeded(self) -> None:
        self.greedy.emit()
        self.kill_renderer()

    def _on_render_process_terminated(self, *_: object) -> None:
        self._page.asking.give_up()
