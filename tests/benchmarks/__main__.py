"""`python -m tests.benchmarks [NAME …] [--seed N] [--many N] [--kinds] [--minutes N]`: one JSON line a figure.

With no name it is all of them but `hour`, which takes one.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from functools import partial

from tests.benchmarks import checks, hour, memory, preview, start, typing
from tests.benchmarks.screen import a_screen

ON_SCREEN = {"start": start.measure, "typing": typing.measure, "memory": memory.measure}
BENCHMARKS = (*ON_SCREEN, "checks", "preview")


def _read(words: list[str]) -> Namespace:
    reader = ArgumentParser(prog="bench")
    reader.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*BENCHMARKS, "hour")))
    reader.add_argument("--seed", type=int, default=1, help="other changes to the pages of `checks` and `preview`")
    reader.add_argument("--many", type=int, help="mistakes in each page of `checks`; edits in all of `preview`")
    reader.add_argument("--kinds", action="store_true", help="each kind, and what went wrong, on the other output")
    reader.add_argument("--minutes", type=int, default=hour.MINUTES, help="how long `hour` types")
    return reader.parse_args(words)


def main(words: list[str]) -> int:
    """Run the benchmarks named; 2 where a name is not known."""
    asked = _read(words)
    names = asked.names or BENCHMARKS
    unknown = [name for name in names if name not in (*BENCHMARKS, "hour")]
    if unknown:
        print(f"There is no benchmark called {unknown[0]}. There are: {', '.join(BENCHMARKS)}, hour.", file=sys.stderr)
        return 2
    known = {**ON_SCREEN, "hour": partial(hour.measure_hour, minutes=asked.minutes)}
    on_screen = [known[name] for name in names if name in known]
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
