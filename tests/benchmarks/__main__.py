"""`python -m tests.benchmarks [NAME …] [--seed N] [--many N] [--kinds]`: one JSON line a figure; all with no name."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tests.benchmarks import checks, memory, preview, start, typing
from tests.benchmarks.screen import a_screen

ON_SCREEN = {"start": start.measure, "typing": typing.measure, "memory": memory.measure}
BENCHMARKS = (*ON_SCREEN, "checks", "preview")


def _read(words: list[str]) -> Namespace:
    reader = ArgumentParser(prog="bench")
    reader.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    reader.add_argument("--seed", type=int, default=1, help="other changes to the pages of `checks` and `preview`")
    reader.add_argument("--many", type=int, help="mistakes in each page of `checks`; edits in all of `preview`")
    reader.add_argument("--kinds", action="store_true", help="each kind, and what went wrong, on the other output")
    return reader.parse_args(words)


def main(words: list[str]) -> int:
    """Run the benchmarks named; 2 where a name is not known."""
    asked = _read(words)
    names = asked.names or BENCHMARKS
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark called {unknown[0]}. There are: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    on_screen = [ON_SCREEN[name] for name in names if name in ON_SCREEN]
    if on_screen:
        with a_screen() as screen:
            for measure in on_screen:
                measure(screen)
    if "checks" in names:
        checks.measure(seed=asked.seed, many=asked.many or checks.MISTAKES, talk=asked.kinds)
    if "preview" in names:
        preview.measure(seed=asked.seed, many=asked.many or preview.EDITS)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
