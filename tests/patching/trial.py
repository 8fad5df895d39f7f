"""Some edits of one page, in a process of its own: `python -m tests.patching.trial PAGE SEED COUNT`.

Prints a JSON object of counts; each difference, and the least pages that show it, on the other output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.patching.edits import file_edits
from tests.patching.pages import Sample, samples

ROOT = Path(__file__).parent.parent.parent
MOST_TOLD = 3  # differences of one trial that are told with the least pages; finding those takes long


def trial(sample: Sample, seed: int, count: int) -> Counter[str]:
    """How `count` edits came out: `patched`, `loaded`…, and `dom`, `look` and `problem` of those that differ."""
    from tests.patching.twins import Twins

    twins = Twins()
    twins.begin(sample.files, sample.assets)
    tally: Counter[str] = Counter()
    before = sample.files
    for number, after in enumerate(file_edits(sample.files, count, seed), 1):
        outcome = twins.compare(after)
        if outcome.problem:  # on a busy machine a page may be late: once more, from the page before
            twins.begin(before)
            outcome = twins.compare(after)
        tally[outcome.way] += 1
        if outcome.differs:
            tally.update({"dom": outcome.dom, "look": outcome.look, "problem": bool(outcome.problem), "differ": 1})
            print(f"{sample.name}, seed {seed}, edit {number}: {outcome}", file=sys.stderr)
            print(*twins.differences(), sep="\n", file=sys.stderr)
            if tally["differ"] <= MOST_TOLD:
                _tell_least(twins, before, after)
            twins.begin(after)
        before = after
    twins.close()
    return tally


def in_a_process(name: str, seed: int, count: int) -> tuple[Counter[str], str]:
    """A trial of the page of this name elsewhere: its counts, and what was told."""
    command = [sys.executable, "-P", "-m", "tests.patching.trial", name, str(seed), str(count)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    try:
        return Counter(json.loads(done.stdout.splitlines()[-1])), _plain(done.stderr)
    except (ValueError, IndexError):
        return Counter(problem=1, differ=1), f"{name}, seed {seed}: the trial broke off\n{done.stderr}"


def _tell_least(twins, before, after) -> None:
    from tests.patching.minimal import minimal

    least = minimal(twins, before, after)
    for words, files in zip(("at least from", "to"), least, strict=True):
        print(f"  {words}: {json.dumps({name: text for name, text in files.items() if text})}", file=sys.stderr)


def _plain(told: str) -> str:
    """Without what Qt remarks on a machine without screen and GPU."""
    remarks = ("Sandboxing", "QRhi", "Failed to create RHI", "GPUInfo")
    return "\n".join(line for line in told.splitlines() if not line.startswith(remarks))


def main(words: list[str]) -> int:
    """Run one trial."""
    from PySide6.QtWidgets import QApplication

    from app.browser.start import prepare_environment, start_browser

    prepare_environment([])
    application = QApplication(["midweek"])
    start_browser()
    name, seed, count = words[0], int(words[1]), int(words[2])
    sample = next(each for each in samples() if each.name == name)
    print(json.dumps(trial(sample, seed, count)), flush=True)
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
