"""How rightly pages are judged that we did not write, and how quickly; the figures of the check engine."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from statistics import median

import html5lib

from app.authoring.changes.mistakes import mistakes_in, with_mistakes
from app.checks.comparison.pages import compare
from app.checks.inspection import inspect
from app.page.page import Page
from tests.benchmarks.figure import show_figure
from tests.benchmarks.learners_page import GOALS, a_page
from tests.judging import FILE, Judgement, Tally, as_page, judge
from tests.real_pages import real_pages

MISTAKES = 30  # of one page, fewer of a long one: so that all takes a few minutes
VARIANTS = 45  # kinds; all of them, fewer of a long page
WORK = 7000  # lines read for one page at most
RUNS = 40
SIZES = (40, 200, 1000, 2000)  # lines


def measure(*, seed: int = 1, many: int = MISTAKES, talk: bool = False) -> None:
    """Print every figure; `talk`: to stderr also each kind, and each page that was judged wrongly."""
    _show_times()  # first, while memory holds little else
    judgement = Judgement()
    for real in real_pages():
        most = max(4, WORK // real.lines)
        judge(judgement, real, seed, variants=min(VARIANTS, most), mistakes=min(many, most))
    _show_judgement(judgement)
    if talk:
        for tally in (judgement.harmless, judgement.noticed, judgement.located, judgement.both, judgement.whole):
            _talk(tally)
    from tests.benchmarks.rendering import measure_rendering  # it starts a browser

    measure_rendering()


def _show_judgement(judgement: Judgement) -> None:
    show_figure("pages", judgement.selves.tried.total(), "pages")
    show_figure("pages-against-themselves-failed", judgement.selves.wrong.total(), "pages")
    show_figure("harmless-variants", judgement.harmless.tried.total(), "variants")
    show_figure("harmless-failed", judgement.harmless.wrong_share, "%")
    show_figure("faulty-pages", judgement.noticed.tried.total(), "pages")
    show_figure("faulty-passed", judgement.noticed.wrong_share, "%")
    show_figure("faults-located", 100 - judgement.located.wrong_share, "%")
    show_figure("two-faults-located", 100 - judgement.both.wrong_share, "%")
    show_figure("messages-complete", 100 - judgement.whole.wrong_share, "%")


def _talk(tally: Tally) -> None:
    for kind, tried in sorted(tally.tried.items()):
        print(f"{tried - tally.wrong[kind]:5} of {tried:5}  {kind}", file=sys.stderr)
    print(*tally.notes, sep="\n", file=sys.stderr)


# ---- how quickly ----


def _show_times() -> None:
    """`compare-ms` and `check-ms` for a learner's page, and how they grow to 2,000 lines against n log n."""
    compared = {size: _times(size, _comparing) for size in SIZES}
    checked = {size: _times(size, _checking) for size in SIZES}
    for name, times in (("compare", compared), ("check", checked)):
        mine, floor = times[SIZES[0]]
        show_figure(f"{name}-ms", mine, "ms", floor)
        most = max(times[size][0] / mine / (_n_log_n(size) / _n_log_n(SIZES[0])) for size in SIZES[1:])
        show_figure(f"{name}-growth", most, "of n log n", 1.0)


def _n_log_n(size: int) -> float:
    return size * math.log(size)


def _times(size: int, work: Callable[[Page, Page], None]) -> tuple[float, float]:
    """Milliseconds of the processor, so that others on the machine do not count, for a faulty page of so many lines of
    HTML with 3/4 as many of CSS, and for html5lib to read it.
    """
    page = as_page(a_page(size))
    mine: list[float] = []
    floor: list[float] = []
    for number, mistake in enumerate(mistakes_in(page, 1)):
        if number == max(8, RUNS * SIZES[0] // size):
            break
        faulty, _ = with_mistakes(page, [mistake])
        mine.append(_milliseconds(lambda faulty=faulty: work(page, faulty)))
        floor.append(_milliseconds(lambda faulty=faulty: html5lib.parse(faulty.text(FILE))))
    return median(mine), median(floor)


def _comparing(page: Page, faulty: Page) -> None:
    compare(page.text(FILE), faulty.text(FILE))


def _checking(page: Page, faulty: Page) -> None:
    del page
    inspect(GOALS, faulty).report(None)


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000
