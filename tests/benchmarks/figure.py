"""A figure as one JSON line: its name, its value and unit, the floor of the same run, and their ratio."""

from __future__ import annotations

import json


def show_figure(figure: str, value: float, unit: str, floor: float | None = None) -> None:
    """Print one figure; `ratio` is value over floor; both are null where a figure has no floor."""
    line = {"figure": figure, "value": round(value, 2), "unit": unit, "floor": floor and round(floor, 2)}
    print(json.dumps({**line, "ratio": round(value / floor, 2) if floor else None}), flush=True)
