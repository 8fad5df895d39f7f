"""Every pack that ships passes its own trial, in the real browser, as `midweek pack try` runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

LESSONS = Path(__file__).parent.parent / "lessons"
PACKS = sorted(path.parent for path in LESSONS.glob("*/pack.md"))


def test_there_are_packs() -> None:
    assert PACKS


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_pack_that_ships_is_fit_to_be_handed_out(pack: Path) -> None:
    command = [sys.executable, "-m", "app", "pack", "try", str(pack), "--json"]
    done = subprocess.run(
        command, cwd=LESSONS.parent, check=False, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.stdout, done.stderr
    trial = json.loads(done.stdout)
    assert trial["problems"] == []
    assert trial["exercises"]
    told = [(e["file"], r["line"], r["message"]) for e in trial["exercises"] for r in e["remarks"] if not r["mild"]]
    assert told == []
    assert done.returncode == 0, done.stderr
