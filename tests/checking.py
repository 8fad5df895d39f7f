"""What tests of checks stand on: a page around a body, one check asked of it, and a browser made of a few sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.checks.inspection import inspect
from app.checks.report import Fault, Finding, Outcome, Report
from app.checks.rules import Check, Reading, Rule
from app.page.html import parse_html
from app.page.page import File, Page

BEFORE = (
    '<!doctype html>\n<html lang="en-GB">\n<head>\n  <meta charset="utf-8">\n  <title>Office</title>\n</head>\n<body>\n'
)
AFTER = "\n</body>\n</html>\n"
FIRST = 8  # the line on which a body begins


def page(body: str, **files: str) -> Page:
    """A whole page with this body from line 8 on; other files by name, `style` being style.css."""
    extra = tuple(File(name.replace("style", "style.css"), text) for name, text in files.items())
    return Page((File("index.html", BEFORE + body + AFTER), *extra))


def report(block: str, subject: Page | str, reading: Reading = "html", answers: Any = None) -> Report:
    """The report of one check about a page, or about a body."""
    whole = page(subject) if isinstance(subject, str) else subject
    return inspect([Check("The goal", Rule(reading, block, 1))], whole).report(answers)


def finding(block: str, subject: Page | str, reading: Reading = "html", answers: Any = None) -> Finding:
    """The one finding of that report."""
    return report(block, subject, reading, answers).findings[0]


def fault(block: str, subject: Page | str, reading: Reading = "html", answers: Any = None) -> Fault:
    """The one fault that is told: a slip or the goal's own; fails where there is another number of them."""
    found = report(block, subject, reading, answers).faults
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def lines_told(block: str, subject: Page, reading: Reading = "html") -> list[str]:
    """What is told of a page, each with its file and line; nothing where the block is met, which needs no browser."""
    said = report(block, subject, reading)
    if said.passed:
        return []
    return [f"{f.place.file if f.place else ''}:{f.place.line if f.place else 0} {f.text}" for f in said.faults]


def verdict(block: str, body: str, reading: Reading) -> tuple[Outcome, list[tuple[int | None, str]]]:
    """How one check about a body comes out, and all that is told: the line of the body, and the sentence."""
    found = report(block, body, reading)
    told = [(one.place.line - FIRST + 1 if one.place else None, one.text) for one in found.faults]
    return found.findings[0].outcome, told


class Browser:
    """Answers effects from computed styles by selector, and audits from violations by rule and selector."""

    def __init__(
        self, styles: Mapping[str, Mapping[str, str]] | None = None, violations: Mapping[str, str] | None = None
    ) -> None:
        self.styles = styles or {}
        self.violations = violations or {}

    def answers(self, subject: Page, questions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """One answer a question, in the shapes of app/browser/probe.py."""
        document = parse_html(subject.text(subject.entry))
        answering = {"effect": self._effect, "audit": self._audit}
        return [answering.get(question["ask"], self._nothing)(document, question) for question in questions]

    def _nothing(self, document: Any, question: Mapping[str, Any]) -> dict[str, Any]:
        return {"elements": []}

    def _effect(self, document: Any, question: Mapping[str, Any]) -> dict[str, Any]:
        rows = []
        for element in document.select(question["selector"]):
            found = ""
            for selector, style in self.styles.items():
                if element in document.select(selector):
                    found = style.get(question["property"], found)
            rows.append({"order": element.order, "holds": found == question["value"], "found": found})
        return {"elements": rows}

    def _audit(self, document: Any, question: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "violations": [
                {"rule": rule, "order": element.order}
                for rule, selector in self.violations.items()
                if rule in question["rules"]
                for element in document.select(selector)
            ]
        }


def rendered(reading: Reading, block: str, subject: Page, browser: Browser) -> Report:
    """The report of one check whose questions this browser answers."""
    inspection = inspect([Check("The goal", Rule(reading, block, 1))], subject)
    return inspection.report(browser.answers(subject, inspection.questions))
