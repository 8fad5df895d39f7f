"""The exit codes of every command, and the one way to print."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

PASSED, NOT_PASSED, COULD_NOT_RUN = 0, 1, 2


def say(line: str = "") -> None:
    """Print a line for people; control characters from a pack or a page cannot reach the terminal."""
    sys.stdout.write("".join(c if c.isprintable() or c in "\n\t" else "�" for c in line) + "\n")


def say_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object, indented."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 problem", "3 problems"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
