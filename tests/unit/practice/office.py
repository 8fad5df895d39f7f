"""A small pack with one lesson, somebody who sits at it, and how their checks end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from builders import START, a_check, an_exercise

from app.checks.report import Report
from app.errors import AppError
from app.packs.model import Exercise, Lesson, Pack
from app.page.page import File
from app.practice.sitting import Desk, Sitting
from app.progress.store import Store

HEADED = START.replace("<p>", "<h1>").replace("</p>", "</h1>")
HEADING = a_check()
GREEN = a_check("h1 { color: darkgreen }", "css", "The heading is dark green")
FILES = (File("index.html", START), File("style.css", ""))
HEADINGS = an_exercise(start=FILES)
COLOURS = an_exercise(id="colours", start=FILES, checks=(HEADING, GREEN))
LAST = an_exercise(id="last", start=FILES)
LESSON = Lesson("first-page", "Your first page", 50, (), "", (), "", "", (HEADINGS, COLOURS), Path())
PACK = Pack(
    id="office-web",
    title="Web pages for the office",
    version="1.2.0",
    language="en-GB",
    licence="CC-BY-4.0",
    authors=(),
    needs="1.0",
    answer="always",
    fields={},
    about="",
    changes=(),
    lessons=(LESSON,),
    folder=Path(),
)


@dataclass
class Ending:
    """How checks ended, in the order they did; `recorded` is how many events there were when it was told."""

    store: Store
    reports: list[Report] = field(default_factory=list)
    errors: list[AppError] = field(default_factory=list)
    recorded: int = 0

    def done(self, report: Report) -> None:
        self.reports.append(report)
        self.recorded = len(list(self.store.events()))

    def failed(self, error: AppError) -> None:
        self.errors.append(error)

    def __len__(self) -> int:
        return len(self.reports) + len(self.errors)


def sit(desk: Desk, exercise: Exercise = HEADINGS, **more) -> Sitting:
    return Sitting(desk, "lena", PACK, LESSON, exercise, **more)


def recorded(store: Store) -> list[tuple[str, str, dict[str, object]]]:
    return [(event.kind, event.step, dict(event.body)) for event in store.events()]
