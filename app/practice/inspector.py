"""Looks at pages: an inquiry becomes a result, at once here or, for a long page, in another process (worker.py)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.checks.report import Report
from app.checks.rules import Check
from app.page.page import Page

if TYPE_CHECKING:
    from app.checks.inspection import Inspection

Answers = list[dict[str, Any]]
LONG = 1_500  # characters of a page's files: about 5 ms of looking, which nobody at the keys can feel


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A page, the checks that are asked of it, and the browser's answers once there are any."""

    checks: tuple[Check, ...]
    page: Page
    answers: Answers | None = None

    @property
    def length(self) -> int:
        """How many characters there are to look at."""
        return sum(len(file.text) for file in self.page.files)

    @property
    def is_long(self) -> bool:
        """Whether looking at it here would be felt by somebody who types."""
        return self.length > LONG

    @property
    def light(self) -> Inquiry:
        """The same without the contents of its assets: checks ask for their names alone, and pictures are heavy."""
        return replace(self, page=replace(self.page, assets=dict.fromkeys(self.page.assets, b"")))


@dataclass(frozen=True, slots=True)
class Result:
    """What an inquiry came to: what the browser has to be asked, and the report as far as it is known without."""

    questions: tuple[Mapping[str, Any], ...]
    report: Report


Inspect = Callable[[Inquiry, Callable[[Result | None], None]], object]
"""Looks, and calls back exactly once, at once or later; None where nobody could look within a second or two."""


class Inspector:
    """Looks here and now. It keeps the page it saw last, which comes again with the browser's answers."""

    def __init__(self) -> None:
        self._seen: tuple[Sequence[Check], Page, Inspection] | None = None

    def result(self, inquiry: Inquiry) -> Result:
        """The result of an inquiry; goals whose answers are not there are unchecked in it."""
        if self._seen is None or (inquiry.checks, inquiry.page) != self._seen[:2]:
            from app.checks.inspection import inspect  # here: a quarter of a second that no start should wait for

            self._seen = inquiry.checks, inquiry.page, inspect(inquiry.checks, inquiry.page)
        inspection = self._seen[2]
        return Result(inspection.questions, inspection.report(inquiry.answers))

    def inspect(self, inquiry: Inquiry, told: Callable[[Result | None], None]) -> None:
        """`Inspect` without another process."""
        told(self.result(inquiry))
