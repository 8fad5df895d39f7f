"""Whether a patched page is what a fresh load of the same text is, over many random edits of real pages."""

from __future__ import annotations

import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import count

from tests.benchmarks.figure import show_figure
from tests.patching.pages import ENTRY, samples
from tests.patching.trial import in_a_process

EDITS = 20_000
AT_A_TIME = 200  # edits of one page in one process; then it begins anew with other ones
USUAL = 2500  # letters; of a page that is twice as long half as many edits are made


def measure(*, seed: int = 1, many: int = EDITS) -> None:
    """Print the figures of at least `many` edits; on stderr how far it is, and each difference."""
    tally: Counter[str] = Counter()
    trials = list(_trials(seed, many))
    with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:  # each waits for frames half of its time
        running = {pool.submit(in_a_process, *each): each for each in trials}
        for number, done in enumerate(as_completed(running), 1):
            counts, told = done.result()
            tally.update(counts)
            name, its_seed, edits = running[done]
            print(f"{number} of {len(trials)}: {name}, seed {its_seed}, {edits} edits", file=sys.stderr)
            if told:
                print(told, file=sys.stderr, flush=True)
    _show(tally)


def _trials(seed: int, many: int) -> Iterator[tuple[str, int, int]]:
    """(page, seed, edits) of every trial; fewer of a long page, where each takes longer."""
    weights = {sample.name: min(1.0, USUAL / len(sample.files[ENTRY])) for sample in samples()}
    seeds = count(seed * 1_000_000)
    for name, weight in weights.items():
        share = math.ceil(many * weight / sum(weights.values()))
        for start in range(0, share, AT_A_TIME):
            yield name, next(seeds), min(AT_A_TIME, share - start)


def _show(tally: Counter[str]) -> None:
    edits = sum(tally[way] for way in ("patched", "loaded", "held", "late", "stopped"))
    show_figure("preview-pages", len(samples()), "pages")
    show_figure("preview-edits", edits, "edits")
    show_figure("preview-dom-differs", tally["dom"], "edits")
    show_figure("preview-style-differs", tally["look"], "edits")
    show_figure("preview-no-answer", tally["problem"], "edits")
    show_figure("preview-reloads-percent", 100 * tally["loaded"] / max(edits, 1), "%")
    show_figure("preview-held-percent", 100 * tally["held"] / max(edits, 1), "%")
