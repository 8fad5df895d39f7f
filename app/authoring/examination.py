"""One page against the goals of an exercise, the browser being asked only where a rule needs rendering."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.checks.inspection import inspect
from app.checks.report import Report
from app.checks.rules import Check
from app.page.page import Page

Render = Callable[[Mapping[str, bytes], str, Sequence[Mapping[str, Any]]], list[dict[str, Any]] | None]
"""Answers to questions about (served files, entry); None where the browser did not answer."""


def examine(checks: Sequence[Check], page: Page, render: Render) -> Report:
    """The report on a page; a goal that the browser did not answer for is unchecked."""
    inspection = inspect(checks, page)
    answers = render(page.served(), page.entry, inspection.questions) if inspection.questions else []
    return inspection.report(answers)
