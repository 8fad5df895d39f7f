"""Takes from the environment of this process what could open a port, load a stranger's code or weaken the browser.

Of Qt's and Chromium's own variables only those stay that are named here; a new one goes until somebody has looked.
What is left on purpose, since an office needs it or since it comes from whoever already rules this account:

- the screen (`QT_QPA_PLATFORM` without its options, `DISPLAY`, `WAYLAND_DISPLAY`), its scale, its accessibility, input
  methods, the desktop's look, Qt's logging rules;
- proxies (`https_proxy` and the like): Chromium is told its own (see start.py), which goes before them;
- `LD_*`, `DYLD_*`, `PYTHON*`, and what graphics drivers, GTK and fontconfig read: they work before or beside us.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path

from app.paths import program_dir

_THEIRS = re.compile(
    "QT_|QTWEBENGINE|QML|QSG_|QV4_|QTDIR|CHROME_|CHROMIUM_|GOOGLE_|BREAKPAD|NSS_|PULSE_|SSLKEYLOGFILE"
)  # in this case: Windows, which heeds none, gives Python all names in capitals
_KEPT = frozenset(
    {
        "QT_QPA_PLATFORM",  # what is left of it, see `_screens`
        "QT_QPA_PLATFORMTHEME",
        "QT_LOGGING_RULES",
        "QT_ACCESSIBILITY",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
        "QT_IM_MODULE",
        "QT_IM_MODULES",
        "QT_SCALE_FACTOR",
        "QT_SCREEN_SCALE_FACTORS",
        "QT_SCALE_FACTOR_ROUNDING_POLICY",
        "QT_ENABLE_HIGHDPI_SCALING",
        "QT_AUTO_SCREEN_SCALE_FACTOR",
        "QT_USE_PHYSICAL_DPI",
        "QT_FONT_DPI",
        "QT_OPENGL",
    }
)
# A page is drawn on a screen, or on none. `vnc` listens on port 5900, without a password.
_SCREENS = frozenset({"xcb", "wayland", "wayland-egl", "windows", "direct2d", "cocoa", "offscreen"})
_BUSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "DBUS_STARTER_ADDRESS", "AT_SPI_BUS_ADDRESS")


def clean_environment(environment: MutableMapping[str, str]) -> None:
    """Take the variables away, in place, that no program of ours may heed; before the QApplication is made."""
    for name, value in list(environment.items()):
        if _THEIRS.match(name) and name not in _KEPT and not _is_our_own(value):
            del environment[name]
    if "QT_QPA_PLATFORM" in environment and not (screens := _screens(environment["QT_QPA_PLATFORM"])):
        del environment["QT_QPA_PLATFORM"]
    elif "QT_QPA_PLATFORM" in environment:
        environment["QT_QPA_PLATFORM"] = screens
    for name in _BUSES:
        if not all(each.startswith("unix:") for each in environment.get(name, "unix:").split(";")):
            del environment[name]  # `tcp:` would connect to somewhere else, `unixexec:` start a program


def clean_arguments(arguments: list[str]) -> None:
    """Take `--webEngineArgs`, and all that follows as Qt reads it, from the arguments, in place."""
    if "--webEngineArgs" in arguments:
        del arguments[arguments.index("--webEngineArgs") :]


def _screens(platform: str) -> str:
    """The kinds of screen that may be, without their options; QT_QPA_PLATFORM may name several."""
    names = (each.partition(":")[0] for each in platform.split(";"))
    return ";".join(name for name in names if name in _SCREENS)


def _is_our_own(value: str) -> bool:
    """Whether this is where a frozen program is told that its own Qt lies."""
    own = program_dir()
    places = [Path(os.path.normpath(part)) for part in value.split(os.pathsep) if part]
    return getattr(sys, "frozen", False) and bool(places) and all(place.is_relative_to(own) for place in places)
