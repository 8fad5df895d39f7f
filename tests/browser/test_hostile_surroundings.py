"""Hostile variables and arguments open no port, write no file, load no code, in the window and in a command."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile.watching import FolderWatch, Household, Listener

from app.browser.surroundings import clean_environment

ROOT = Path(__file__).parents[2]
MIDWEEK = [sys.executable, "-P", "-m", "app"]
EXERCISE = "lessons/office-web/03-first-css/03-contrast.md"

# A bare view, started as anybody would start one.
BARE = """
import sys
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
application = QApplication(sys.argv)
from PySide6.QtWebEngineWidgets import QWebEngineView
view = QWebEngineView()
view.show()
view.setHtml("<p>words")
application.exec()
"""


def free_ports(count: int) -> list[int]:
    listeners = [Listener() for _ in range(count)]
    for listener in listeners:
        listener.close()
    return [listener.port for listener in listeners]


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A folder of things that no process of ours has any business with."""
    folder = tmp_path / "bait"
    for name in ("plugins/platforms/libqxcb.so", "plugins/generic/x.so", "qml/qmldir", "logging.ini", "style.qss"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    helper = folder / "QtWebEngineProcess"
    helper.write_text("#!/bin/sh\nsleep 60\n")
    helper.chmod(0o755)
    return folder


@pytest.fixture
def bus() -> Iterator[Listener]:
    """A stranger who pretends to be the session's bus, its sound and its proxy."""
    listener = Listener()
    yield listener
    listener.close()


def hostile(bait: Path, stranger: int) -> dict[str, str]:
    first, second, third = free_ports(3)
    flags = f"--remote-debugging-port={second} --no-sandbox --enable-logging --log-file={bait}/flag.log"
    proxy = f"http://127.0.0.1:{stranger}"
    return {
        "QTWEBENGINE_REMOTE_DEBUGGING": f"0.0.0.0:{first}",
        "QTWEBENGINE_CHROMIUM_FLAGS": f"{flags} --user-data-dir={bait} --proxy-server={proxy}",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINEPROCESS_PATH": str(bait / "QtWebEngineProcess"),
        "QTWEBENGINE_RESOURCES_PATH": str(bait),
        "QTWEBENGINE_LOCALES_PATH": str(bait),
        "QTWEBENGINE_DICTIONARIES_PATH": str(bait),
        "QT_QPA_PLATFORM": f"vnc:port={third};offscreen",
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(bait / "plugins"),
        "QT_QPA_GENERIC_PLUGINS": "TuioTouch",
        "QT_PLUGIN_PATH": str(bait / "plugins"),
        "QT_STYLE_OVERRIDE": "stranger",
        "QT_LOGGING_CONF": str(bait / "logging.ini"),
        "QT_OPENGL_DLL": str(bait / "opengl.dll"),
        "QML2_IMPORT_PATH": str(bait / "qml"),
        "QML_IMPORT_PATH": str(bait / "qml"),
        "QT_QUICK_BACKEND": "rhi",
        "QT_WEBENGINE_SOMETHING_OF_TOMORROW": "1",
        "SSLKEYLOGFILE": str(bait / "keys"),
        "CHROME_LOG_FILE": str(bait / "chrome.log"),
        "CHROME_DEVEL_SANDBOX": str(bait / "QtWebEngineProcess"),
        "BREAKPAD_DUMP_LOCATION": str(bait),
        "GOOGLE_API_KEY": "stranger",
        "NSS_ALLOW_SSLKEYLOGFILE": "1",
        "PULSE_SERVER": f"tcp:127.0.0.1:{stranger}",
        "DBUS_SESSION_BUS_ADDRESS": f"tcp:host=127.0.0.1,port={stranger}",
        "AT_SPI_BUS_ADDRESS": f"unixexec:path={bait}/QtWebEngineProcess",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "http_proxy": proxy,
        "https_proxy": proxy,
        "ALL_PROXY": proxy,
    }


def watched(command: list[str], environment: dict[str, str], enough: Callable[[Household], bool]) -> Household:
    """Run a process, looking at it many times a second, until it ends or it is enough."""
    said = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=said, stderr=said) as process:
        household = Household(process.pid)
        until = time.monotonic() + 60
        while process.poll() is None and not enough(household) and time.monotonic() < until:
            time.sleep(0.02)
            household.look()
        process.kill()
    return household


def some_time_after_it_draws(pages: int) -> Callable[[Household], bool]:
    drawn: list[float] = []

    def enough(household: Household) -> bool:
        if len(household.drawing) >= pages:
            drawn.append(time.monotonic())
        return bool(drawn) and time.monotonic() - drawn[0] > 1.5

    return enough


def test_the_window_heeds_nothing_from_outside(bait: Path, bus: Listener) -> None:
    environment, watch = hostile(bait, bus.port), FolderWatch(bait)
    opened = ["--person", "Tom", "--open", "office-web/first-page/change-the-words"]
    household = watched([*MIDWEEK, *opened], environment, some_time_after_it_draws(2))  # editor, preview
    assert len(household.drawing) >= 2
    assert (household.ports, household.strangers, bus.hits, watch.touched()) == (set(), set(), [], set())


def test_a_command_heeds_nothing_from_outside(bait: Path, bus: Listener, tmp_path: Path) -> None:
    environment, watch = hostile(bait, bus.port), FolderWatch(bait)
    page = tmp_path / "page"
    page.mkdir()
    (page / "index.html").write_text("<!doctype html><title>t</title><link rel=stylesheet href=style.css><h1>x</h1>")
    (page / "style.css").write_text("h1 { color: red }")
    household = watched([*MIDWEEK, "check", EXERCISE, "--page", str(page)], environment, lambda _: False)
    assert household.drawing
    assert (household.ports, household.strangers, bus.hits, watch.touched()) == (set(), set(), [], set())


def test_the_same_surroundings_lead_a_bare_view_astray(bait: Path, bus: Listener) -> None:
    """Nothing is proved by traps that nobody would step into."""
    environment, watch = hostile(bait, bus.port), FolderWatch(bait)
    del environment["QTWEBENGINEPROCESS_PATH"], environment["QTWEBENGINE_RESOURCES_PATH"]  # it would not start at all
    household = watched([sys.executable, "-c", BARE], environment, some_time_after_it_draws(1))
    screen = int(environment["QT_QPA_PLATFORM"].partition("=")[2].partition(";")[0])
    assert screen in household.ports
    assert len(household.ports) >= 2  # with one for debugging, which of the two being Chromium's business
    assert {"keys", "plugins/platforms"} <= watch.touched()


@pytest.mark.parametrize(
    "words",
    [
        ["--remote-debugging-port=39411"],
        ["--remote-debugging-pipe"],
        ["--no-sandbox"],
        ["--single-process"],
        ["--proxy-server=127.0.0.1:1"],
        ["--host-resolver-rules", "MAP * 127.0.0.1"],
        ["--user-data-dir=x"],
        ["-platform", "vnc:port=39412"],
        ["-plugin", "TuioTouch"],
        ["-platformpluginpath", "x"],
        ["-qmljsdebugger=port:39413"],
        ["-style", "x"],
        ["-stylesheet", "style.qss"],
        ["--person", "Tom", "-stylesheet=style.qss"],
        ["--person=Tom", "--person", "Tom", "--single-process"],
    ],
)
@pytest.mark.parametrize("command", [[], ["check", "x.md", "--page", "x"]])
def test_words_meant_for_qt_or_chromium_are_refused_with_a_sentence(command: list[str], words: list[str]) -> None:
    ended = subprocess.run([*MIDWEEK, *command, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert words[-1].partition("=")[0] in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("QT_QPA_PLATFORM", "wayland;xcb", "wayland;xcb"),
        ("QT_QPA_PLATFORM", "windows:fontengine=freetype", "windows"),
        ("QT_QPA_PLATFORM", "vnc;linuxfb", None),
        ("QT_SCALE_FACTOR", "1.5", "1.5"),
        ("QT_ACCESSIBILITY", "1", "1"),
        ("QT_IM_MODULE", "ibus", "ibus"),
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus", "unix:path=/run/user/1000/bus"),
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus;tcp:host=x", None),
        ("QTWEBENGINE_ANYTHING", "1", None),
        ("QT_PLUGIN_PATH", str(ROOT), None),
        ("LANG", "en_GB.UTF-8", "en_GB.UTF-8"),
    ],
)
def test_what_an_office_needs_is_left(name: str, value: str, kept: str | None) -> None:
    environment = {name: value}
    clean_environment(environment)
    assert environment.get(name) == kept


def test_a_frozen_program_is_told_where_its_own_parts_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    environment = {"QT_PLUGIN_PATH": str(tmp_path / "plugins"), "QML2_IMPORT_PATH": f"{tmp_path}/../elsewhere"}
    clean_environment(environment)
    assert environment == {"QT_PLUGIN_PATH": str(tmp_path / "plugins")}
