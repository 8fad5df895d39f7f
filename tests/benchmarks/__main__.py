"""`python -m tests.benchmarks [NAME …]`: one JSON line a figure; without a name, all of them."""

from __future__ import annotations

import sys

from tests.benchmarks import memory, start, typing
from tests.benchmarks.screen import a_screen

BENCHMARKS = {"start": start.measure, "typing": typing.measure, "memory": memory.measure}


def main(names: list[str]) -> int:
    """Run the benchmarks named; 2 where a name is not known."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark called {unknown[0]}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    with a_screen() as screen:
        for name in names or BENCHMARKS:
            BENCHMARKS[name](screen)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
