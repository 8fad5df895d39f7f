"""Looks whether Chromium's helper program is there and may run: where it may not, Qt would end the whole program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo

from app.errors import BrowserError

NAME = "QtWebEngineProcess.exe" if sys.platform == "win32" else "QtWebEngineProcess"
MISSING = f"A part of Midweek is missing: {NAME}, which draws the pages."
REINSTALL = "Put Midweek on this computer again; if that does not help, ask whether a virus scanner took it away."
FORBIDDEN = f"This computer does not let Midweek start {NAME}, which draws the pages."
ALLOW = "Ask whoever looks after this computer to allow it, then open Midweek again."


def check_process() -> None:
    """BrowserError where the helper is missing or may not be started; before Chromium is woken."""
    if sys.platform == "darwin":
        return  # it lies deep within a framework, which macOS checks as a whole
    told = os.environ.get("QTWEBENGINEPROCESS_PATH")
    places = (QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath), QCoreApplication.applicationDirPath())
    files = [Path(told)] if told else [Path(place, NAME) for place in places]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        raise BrowserError(MISSING, REINSTALL)
    if not os.access(found, os.X_OK):
        raise BrowserError(FORBIDDEN, ALLOW)
