"""Faults as the command line's messages: `{"text", "line", "column", "file", "kind"}`.

`text` is a plain sentence or two, code between backticks. `line` and `column` count from 1 in `file`; all three are
null where a fault has no place. `kind` is a stable word for what is wrong (app/checks/wording/sentences.py lists them).
"""

from __future__ import annotations

from typing import Any

from app.checks.report import Fault


def message(fault: Fault) -> dict[str, Any]:
    """One fault as a message."""
    place = fault.place
    return {
        "text": fault.text,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "file": place.file if place else None,
        "kind": fault.kind,
    }
