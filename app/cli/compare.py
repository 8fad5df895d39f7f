"""`midweek compare --jsonl`: a worker that compares pages, one JSON object a line, until its input ends.

In: `{"expected": "<!doctype html>…", "submitted": "…"}`, two whole HTML pages with their CSS in `<style>`.
Out: `{"passed": true, "messages": []}`, a message being `{"text", "line", "column", "file", "kind"}`
(app/cli/messages.py); `file` is `index.html`, line and column are those of the submitted page.

Each line is answered by one line at once, in order. A line that is not such an object is answered too: not passed, with
one message of kind `input` without a place. Both streams are UTF-8 whatever the locale. Exit code 0 when input ends.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

from app.checks.comparison.pages import compare
from app.cli.messages import message
from app.cli.outcome import PASSED
from app.errors import UsageError


def compare_lines() -> int:
    """Answer standard input line by line on standard output; the exit code."""
    if sys.stdin is None or sys.stdin.closed:
        raise UsageError("There is no standard input to read from.", "Send one JSON object a line.")
    source: BinaryIO = sys.stdin.buffer
    for line in source:
        # A lone surrogate, which UTF-8 does not have, goes out as the JSON escape it came in as.
        answer = json.dumps(answer_to(line), ensure_ascii=False).encode("utf-8", "backslashreplace")
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()
    return PASSED


def answer_to(line: bytes) -> dict[str, Any]:
    """The answer to one line of input; never raises."""
    try:
        pages = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _not_read("This line is not UTF-8.")
    except (ValueError, RecursionError):
        return _not_read("This line is not a JSON object.")
    if not isinstance(pages, dict):
        return _not_read("This line is not a JSON object.")
    for name in ("expected", "submitted"):
        if not isinstance(pages.get(name), str):
            return _not_read(f"This object has no text `{name}`.")
    try:
        faults = compare(pages["expected"], pages["submitted"])
    except Exception as error:  # noqa: BLE001 - a worker outlives whatever one pair of pages does to it
        return _not_read(f"Midweek could not compare these pages ({type(error).__name__}).")
    return {"passed": not faults, "messages": [message(fault) for fault in faults]}


def _not_read(text: str) -> dict[str, Any]:
    said = {"text": text, "line": None, "column": None, "file": None, "kind": "input"}
    return {"passed": False, "messages": [said]}
