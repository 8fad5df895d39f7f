"""The whole way through the first exercise, in the real program, makes no internet socket at all."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's own")

if sys.platform == "linux":
    from tests.journeys.refusal import refuse_internet


def run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], preexec_fn=refuse_internet, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_refusal_bites() -> None:
    assert run(["-c", "import socket; socket.socket(socket.AF_INET)"]).returncode == -signal.SIGSYS
    denied = run(["-c", "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)"])
    assert "PermissionError" in denied.stderr
    assert run(["-c", "import socket; socket.socket(socket.AF_UNIX)"]).returncode == 0


def test_the_journey_makes_no_connection(tmp_path: Path) -> None:
    done = run(["-m", "app", "--show", str(tmp_path)])
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.png"))) >= 5
