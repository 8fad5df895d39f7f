"""A figure as one JSON line: its name, its value and unit, the floor of the same run, and their ratio."""

from __future__ import annotations

import json


def show_figure(figure: str, value: float, unit: str, floor: float) -> None:
    """Print one figure; `ratio` is value over floor."""
    line = {"figure": figure, "value": round(value, 1), "unit": unit, "floor": round(floor, 1)}
    print(json.dumps({**line, "ratio": round(value / floor, 2)}), flush=True)
