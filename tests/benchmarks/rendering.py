"""How long thirty rules take that a browser has to be asked about, against one round trip with its load."""

from __future__ import annotations

import os
import time
from statistics import median

from app.checks.inspection import inspect
from app.checks.rules import Check, Rule
from tests.benchmarks.figure import show_figure
from tests.benchmarks.learners_page import a_page
from tests.judging import as_page

RUNS = 15
RULES = 30


def measure_rendering() -> None:
    """Print `rendered-30-rules`: milliseconds, medians, in a real browser that nobody sees."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.browser.start import prepare_environment, start_browser

    prepare_environment([])
    application = QApplication.instance() or QApplication([])
    page = as_page(a_page(40))
    declarations = ("color: darkgreen", "padding-left: 1em", "border-top-width: 1px", "margin-bottom: 0px")
    texts = [f"section {{ {declarations[number % 4]} }}" for number in range(RULES)]
    questions = inspect([Check("goal", Rule("css", text, 1)) for text in texts], page).questions
    probe = start_browser().probe()

    def milliseconds(asked):
        ends: list[object] = []
        began = time.perf_counter()
        probe.ask(page.served(), page.entry, asked, ends.append, ends.append)
        while not ends:
            application.processEvents()
        if isinstance(ends[0], str):
            raise RuntimeError(ends[0])
        return (time.perf_counter() - began) * 1000

    milliseconds(questions)
    pairs = [(milliseconds(questions), milliseconds(questions[:1])) for _ in range(RUNS)]
    show_figure("rendered-30-rules", median(p[0] for p in pairs), "ms", median(p[1] for p in pairs))
    probe.deleteLater()
    application.processEvents()
