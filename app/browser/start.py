"""Makes Chromium safe before it wakes, and wakes it late: after the window is shown, when first it is needed.

`prepare_environment` runs before the QApplication is made, `start_browser` after the window is on the screen. Importing
this module imports no WebEngine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

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
    "--log-level=3",  # its remarks about a missing system bus and the like are nobody's business
)

SANDBOX_OFF = "Midweek runs as root, so Chromium's sandbox is off. Use an ordinary account for people's work."


@dataclass(frozen=True, slots=True)
class Browser:
    """The three things made of a browser; each factory makes one widget (or probe) with a sealed profile of its own."""

    editor: Callable[[], Editor]
    preview: Callable[[], Preview]
    probe: Callable[[], Probe]


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
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to start as root otherwise
        return SANDBOX_OFF
    return ""


def start_browser() -> Browser:
    """Import WebEngine and register the schemes; call it once the window is shown, before anything else wakes Chromium.

    Schemes can still be registered after the QApplication is made, as long as no profile or page was.
    """
    from app.browser import editor, preview, probe, serving  # here, since it is this import that takes long

    serving.register_scheme()
    editor.register_scheme()
    return Browser(editor.Editor, preview.Preview, probe.Probe)
