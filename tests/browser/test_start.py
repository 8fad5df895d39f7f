"""Nothing from outside weakens the browser, and it can be woken after the window is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.browser.start import SANDBOX_OFF, prepare_environment


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test does to the environment is undone."""
    for name in ("QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINE_DISABLE_SANDBOX", "QT_QUICK_BACKEND"):
        monkeypatch.setenv(name, "from outside")
    monkeypatch.setenv("QT_XCB_GL_INTEGRATION", "xcb_egl")
    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222")


def test_what_comes_from_outside_is_taken_away() -> None:
    argv = ["midweek", "--webEngineArgs", "--remote-debugging-port=9222"]
    prepare_environment(argv)
    assert argv == ["midweek"]
    assert "QTWEBENGINE_REMOTE_DEBUGGING" not in os.environ
    assert "from outside" not in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    assert 'MAP * ~NOTFOUND"' in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]


def test_pages_are_drawn_without_a_gpu_unless_we_say_otherwise() -> None:
    prepare_environment([])
    assert os.environ["QT_QUICK_BACKEND"] == "software"
    assert os.environ["QT_XCB_GL_INTEGRATION"] == "none"
    prepare_environment([], software=False)
    assert "QT_QUICK_BACKEND" not in os.environ


@pytest.mark.parametrize(("user", "told", "switch"), [(0, SANDBOX_OFF, "1"), (1000, "", None)])
def test_the_sandbox_is_off_only_for_root_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, user: int, told: str, switch: str | None
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    assert prepare_environment([]) == told
    assert os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") == switch


def test_webengine_is_not_imported_until_it_is_started_and_schemes_are_in_time_then(tmp_path: Path) -> None:
    """As main.py does it, in a process of its own: environment, application, window, and only then the browser."""
    program = """
import sys
from app.browser.start import prepare_environment, start_browser
prepare_environment()
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.show()
application.processEvents()
assert not any(name.startswith("PySide6.QtWebEngine") for name in sys.modules)
browser = start_browser()
preview = browser.preview()
preview.setParent(window)
preview.show()
preview.painted.connect(application.exit)
preview.show_page({"index.html": b"<link rel=stylesheet href=a.css>", "a.css": b""}, "index.html")
print("painted", application.exec())
"""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path]),
    }
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.split() == ["painted", "1"], ended.stderr


def modules_after(imports: str) -> set[str]:
    """Every module that a process has which only did these imports, as a start does them."""
    return set(said_by(f"import sys\napp.main._import_qt()\nimport {imports}\nprint(*sys.modules)").split())


def said_by(program: str) -> str:
    """What a process prints that only imports what begins a start, and then does this."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])}
    command = [sys.executable, "-c", f"import app.main\n{program}"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_the_first_pixel_waits_for_no_store_no_pack_and_no_markdown() -> None:
    slow = {"sqlite3", "markdown", "app.packs.model", "app.progress.store", "PySide6.QtWebEngineCore", "platformdirs"}
    assert not slow & modules_after("app.opening")


def test_a_lesson_waits_for_no_parser_and_no_check() -> None:
    slow = {"bs4", "html5lib", "soupsieve", "ruamel.yaml", "pygments", "dateutil", "PIL", "app.checks.inspection"}
    assert not slow & modules_after("app.program, app.desk.setting_up, app.browser.editor, app.browser.preview")


def test_python_keeps_its_own_import() -> None:
    """PySide's reads the source of every module that is imported after it."""
    program = "import builtins\nown = builtins.__import__\napp.main._import_qt()\nprint(builtins.__import__ is own)"
    assert said_by(program).strip() == "True"
