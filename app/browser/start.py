"""Makes Chromium safe before it wakes, and wakes it late: after the window is shown, when first it is needed.

`prepare_environment` runs before the QApplication is made, `start_browser` after the window is on the screen. Importing
this module imports no WebEngine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

from app.browser.process import check_process
from app.browser.surroundings import clean_arguments, clean_environment

if TYPE_CHECKING:
    from app.browser.editor import Editor
    from app.browser.preview import Preview
    from app.browser.probe import Probe

# Preconnect passes the request interceptor, the Content-Security-Policy and the DNS setting: so no name resolves, and
# whatever is left goes to a proxy that is not there (port 9 discards), loopback not excepted.
_CHROMIUM_FLAGS = (
    '--host-resolver-rules="MAP * ~NOTFOUND"',
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--no-pings",
    "--force-gpu-mem-available-mb=256",  # of layers, which lie in our own process; else 512
    "--log-level=3",  # its remarks about a missing system bus and the like are nobody's business
)

SANDBOX_OFF = "Midweek runs as root, so Chromium's sandbox is off. Use an ordinary account for people's work."


@dataclass(frozen=True, slots=True)
class Makers:
    """The three things made of a browser; each makes one widget (or probe) with a sealed profile of its own."""

    editor: Callable[[], Editor]
    preview: Callable[[], Preview]
    probe: Callable[[], Probe]


class Browser:
    """The browser of one window: asleep until something of it is wanted, or woken a step at a time before that."""

    @cached_property
    def editor(self) -> Editor:
        """The one editor."""
        return self._makers.editor()

    @cached_property
    def preview(self) -> Preview:
        """The one preview."""
        return self._makers.preview()

    def probe(self) -> Probe:
        """A probe of its own for whoever asks."""
        return self._makers.probe()

    def another_preview(self) -> Preview:
        """A second preview, for as long as something is looked at beside one's own page."""
        return self._makers.preview()

    def waking(self) -> Iterator[object]:
        """The steps of waking up, each well below a tenth of a second in which the window stands still.

        In the second, modules can be imported beside it.
        """
        yield self._makers
        yield self._processes
        yield self.editor
        self.preview.wake()
        yield self.preview

    def close(self) -> None:
        """Let go what has found no place in a window."""
        for made in ("editor", "preview"):
            widget = vars(self).get(made)
            if widget is not None and widget.parent() is None:
                widget.deleteLater()

    @cached_property
    def _makers(self) -> Makers:
        return start_browser()

    @cached_property
    def _processes(self) -> None:
        """Chromium's own processes, for which it waits 40 ms. A view of nobody's is told to stop, which is little.

        Told so by Qt, and not by PySide, it does not hold Python's lock meanwhile.
        """
        from PySide6.QtWebEngineWidgets import QWebEngineView

        view = QWebEngineView()
        QMetaObject.invokeMethod(view, "stop", Qt.ConnectionType.DirectConnection)
        view.deleteLater()


def prepare_environment(argv: list[str] | None = None, *, software: bool = True) -> str:
    """Overwrite what could weaken the browser from outside; call it before the QApplication is made.

    `argv` (default: `sys.argv`) loses `--webEngineArgs` and everything after it, in place. `software` draws without a
    GPU, which is quicker on office machines. Returns a sentence to tell the user, or "" when there is nothing to tell.
    """
    clean_arguments(sys.argv if argv is None else argv)
    clean_environment(os.environ)
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(_CHROMIUM_FLAGS)
    if software:
        os.environ["QT_QUICK_BACKEND"] = "software"
        os.environ["QT_XCB_GL_INTEGRATION"] = "none"  # OpenGL that nobody draws with: 42 MB, and 60 ms of the start
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to start as root otherwise
        return SANDBOX_OFF
    return ""


def start_browser() -> Makers:
    """Import WebEngine and register the schemes; call it once the window is shown, before anything else wakes Chromium.

    Schemes can still be registered after the QApplication is made, as long as no profile or page was. BrowserError
    where this computer does not let it start.
    """
    check_process()
    from app.browser import editor, preview, serving  # here, since it is this import that takes long

    serving.register_scheme()
    editor.register_scheme()
    return Makers(editor.Editor, preview.Preview, _probe)


def _probe() -> Probe:
    from app.browser.probe import Probe

    return Probe()
