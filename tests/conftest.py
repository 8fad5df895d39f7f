"""What every test stands on: no screen, a home of its own, a fixed clock, and no way out to a network."""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux" and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium's sandbox refuses root; tests only

settings.register_profile("house", deadline=None)  # a slow moment of the machine is not a fault
settings.load_profile("house")

sys.path.insert(0, str(Path(__file__).parent))  # `import builders`, `import fakes`


class FixedClock:
    """A clock that stands still until it is told to move: Monday 23 November 2026, 09:00 UTC."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of people's data for this test alone."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MIDWEEK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection that Python itself tries to make fails the test; only Unix sockets and loopback listeners stay."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)  # type: ignore[arg-type]
        raise AssertionError(f"the program tried to connect to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
