"""Whether a patched page is what a fresh load of the same text is, over many random edits of real pages."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

from tests.benchmarks.figure import show_figure
from tests.patching.pages import samples
from tests.patching.trial import in_a_process

EDITS = 20_000
AT_A_TIME = 200  # edits of one page in one process; then it begins anew with other ones


def measure(*, seed: int = 1, many: int = EDITS) -> None:
    """Print the figures of at least `many` edits; on stderr how far it is, and each difference."""
    tally: Counter[str] = Counter()
    trials = list(_trials(seed, many))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = {pool.submit(in_a_process, *each): each for each in trials}
        for number, done in enumerate(as_completed(running), 1):
            counts, told = done.result()
            tally.update(counts)
            name, number_of, count = running[done]
            print(
                f"{number} of {len(trials)}: {name}, seed {number_of}, {count} edits", told, sep="\n", file=sys.stderr
            )
    _show(tally)


def _trials(seed: int, many: int) -> Iterator[tuple[str, int, int]]:
    """(page, seed, edits) of every trial, as many of each page."""
    names = [sample.name for sample in samples()]
    each = -(-many // len(names))
    for start in range(0, each, AT_A_TIME):
        for place, name in enumerate(names):
            yield name, seed * 1_000_000 + start * len(names) + place, min(AT_A_TIME, each - start)


def _show(tally: Counter[str]) -> None:
    edits = sum(tally[way] for way in ("patched", "loaded", "held", "late", "stopped"))
    show_figure("preview-pages", len(samples()), "pages")
    show_figure("preview-edits", edits, "edits")
    show_figure("preview-dom-differs", tally["dom"], "edits")
    show_figure("preview-style-differs", tally["look"], "edits")
    show_figure("preview-no-answer", tally["problem"], "edits")
    show_figure("preview-reloads-percent", 100 * tally["loaded"] / max(edits, 1), "%")
    show_figure("preview-held-percent", 100 * tally["held"] / max(edits, 1), "%")
