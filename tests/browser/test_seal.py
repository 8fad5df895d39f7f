"""Nothing gets out of a page: no request, no name, no file, no window, no dialog, no other program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.corpus import DEADLY, PAGES
from hostile.visiting import OutsidePrograms, served, visit, write_bait
from hostile.watching import FolderWatch, Listener
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.preview import Preview

HOSTILE = Path(__file__).parent / "hostile"


@pytest.fixture(scope="module")
def preview(browser: None) -> Iterator[Preview]:
    """One preview for all pages, as a learner has one."""
    widget = Preview()
    widget.resize(640, 480)
    widget.show()
    yield widget
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture
def run(qtbot: QtBot, preview: Preview) -> Callable[[str], Any]:
    def run(script: str) -> Any:
        answers: list[Any] = []
        preview.view.page().runJavaScript(script, WORLD.value, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0])

    return run


@pytest.mark.parametrize("page", PAGES)
def test_nothing_gets_out(
    qtbot: QtBot, preview: Preview, listener: Listener, run: Callable[[str], Any], page: str, tmp_path: Path
) -> None:
    write_bait(tmp_path)
    outside, disk = OutsidePrograms(), FolderWatch(tmp_path)
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        preview.show_page(served(PAGES[page], listener.port, tmp_path), "index.html")
    noticed = visit(preview.view, run, qtbot.wait)
    outside.close()
    touched = disk.touched()
    disk.close()
    assert (noticed, outside.opened, listener.hits, touched) == ([], [], [], set())


@pytest.mark.parametrize("page", DEADLY)
def test_a_deadly_page_takes_nothing_with_it(
    qtbot: QtBot, preview: Preview, run: Callable[[str], Any], page: str, tmp_path: Path
) -> None:
    ended: list[object] = []
    preview.painted.connect(ended.append)
    preview.stopped.connect(ended.append)
    preview.show_page(served(DEADLY[page], 1, tmp_path), "index.html")
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    with qtbot.waitSignal(preview.painted, timeout=30_000):
        preview.show_page({"index.html": b"<!doctype html><p>well again"}, "index.html")
    assert run("JSON.stringify(document.body.textContent)") == "well again"


def child(mode: str, port: int, folder: Path, *arguments: str, **environment: str) -> dict[str, Any]:
    """Run the pages in a program of their own; what it said at its end."""
    command = [sys.executable, str(HOSTILE / "child.py"), mode, str(port), str(folder), *arguments]
    ended = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=110, check=False
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return json.loads(ended.stdout.splitlines()[-1])


def test_a_hostile_environment_opens_no_port_and_no_name_is_looked_up(listener: Listener, tmp_path: Path) -> None:
    write_bait(tmp_path)
    said = child(
        "sealed",
        listener.port,
        tmp_path,
        "--webEngineArgs",
        "--remote-debugging-port=39221",
        QTWEBENGINE_REMOTE_DEBUGGING="39222",
        QTWEBENGINE_CHROMIUM_FLAGS="--remote-debugging-port=39223 --no-sandbox --disable-web-security",
        QT_QUICK_BACKEND="rhi",
    )
    assert said["ports"] == []
    assert "--remote-debugging-port=39221" not in said["arguments"]
    assert listener.hits == []
    assert network_events(tmp_path / "net.json") == []


def network_events(log: Path) -> list[str]:
    """The connections, packets and look-ups in Chromium's own log of the network.

    `<link rel=preconnect>` gets as far as a name that the resolver is told not to find, on the way to the proxy. Before
    that, Chromium asks the system whether there is IPv6: a UDP socket that is connected, and never sends.
    """
    record = json.loads(log.read_text(encoding="utf-8"))
    names = {number: name for name, number in record["constants"]["logEventTypes"].items()}
    tell_tale = (
        "TCP_CONNECT",
        "UDP_BYTES_SENT",
        "HOST_RESOLVER_MANAGER_JOB",
        "DNS_TRANSACTION",
        "URL_REQUEST_START_JOB",
    )
    return sorted({name for event in record["events"] if (name := names[event["type"]]).startswith(tell_tale)})


def test_the_same_pages_get_out_of_a_bare_view(tmp_path: Path) -> None:
    """The seal is only proved by pages that would get out without it."""
    write_bait(tmp_path)
    listener, disk = Listener(), FolderWatch(tmp_path)
    outside = {"QTWEBENGINE_REMOTE_DEBUGGING": "127.0.0.1:39224", "QTWEBENGINE_CHROMIUM_FLAGS": ""}
    said = child("open", listener.port, tmp_path, **outside)
    listener.close()
    assert 39224 in said["ports"]
    assert len(set(listener.hits)) >= 50
    assert disk.touched() >= {"leak.css", "leak.png"}
    disk.close()
