"""Asking a page without a window: the browser starts by itself, without a screen, and is gone with the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
from app.browser.render import render
page = {"index.html": b"<!doctype html><h1 style='color: #006400'>x"}
question = {"ask": "effect", "selector": "h1", "property": "color", "value": "darkgreen"}
print(json.dumps([render(page, "index.html", [question]), render(page, "index.html", [question, question])]))
"""


def test_a_process_without_a_window_gets_its_answers_and_ends_quietly() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT", "DISPLAY"))}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**environment, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    answer = {"matched": 1, "elements": [{"order": 3, "tag": "h1", "holds": True}]}
    assert json.loads(ended.stdout) == [[answer], [answer, answer]]
    assert ended.returncode == 0
    assert "Release of profile" not in ended.stderr
