"""The one place that builds things and wires them together."""

from __future__ import annotations


def main() -> int:
    """Open the window, or run a command; the exit code."""
    return 0
