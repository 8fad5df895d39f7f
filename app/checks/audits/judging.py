"""The ready-made audits: reading their names, what they ask the browser, and what comes of it.

Each is judged by axe-core where it has the rule, by our own look at the text of the page where it has not, and by
other questions to the browser where it has to be seen. What each asks stands with its look, in the modules beside this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.checks.audits import axe, forms, headings, markup, rendering, sharing, tables, validity, words
from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.rules import RuleProblem
from app.page.nearest import nearest
from app.page.page import Page

Question = Mapping[str, Any]
Answer = Mapping[str, Any]
MOST_FAULTS = 12  # of one audit


@dataclass(frozen=True, slots=True)
class Audit:
    """How one audit is judged: axe-core's rules, our own look, and other questions with what their answers mean."""

    rules: tuple[str, ...] = ()
    look: Callable[[Scene, Page], Iterable[Fault]] | None = None
    questions: tuple[Question, ...] = ()
    judge: Callable[[Sequence[Answer], Scene], Iterable[Fault] | None] | None = None


AUDITS: dict[str, Audit] = {
    "valid-html": Audit(look=validity.faults),
    "page-title": Audit(("document-title",), words.empty_title),
    "page-language": Audit(("html-has-lang", "html-lang-valid", "valid-lang")),
    "one-h1": Audit(look=headings.one_h1),
    "heading-order": Audit(("heading-order",), headings.beginning),
    "no-empty-headings": Audit(("empty-heading",)),
    "landmarks": Audit(
        (
            "landmark-one-main",
            "landmark-no-duplicate-main",
            "landmark-main-is-top-level",
            "landmark-no-duplicate-banner",
            "landmark-no-duplicate-contentinfo",
            "landmark-banner-is-top-level",
            "landmark-contentinfo-is-top-level",
            "region",
        )
    ),
    "image-alt": Audit(("image-alt", "input-image-alt", "area-alt", "object-alt", "role-img-alt", "svg-img-alt")),
    "alt-not-filename": Audit(look=words.empty_alt),
    "link-text": Audit(("link-name",), words.empty_links),
    "table-headers": Audit(
        ("td-headers-attr", "th-has-data-cells", "td-has-header", "scope-attr-valid"), tables.faults
    ),
    "form-labels": Audit(("label", "select-name", "button-name", "input-button-name"), forms.unlabelled),
    "autocomplete": Audit(("autocomplete-valid",), forms.uncompleted),
    "contrast": Audit(("color-contrast",)),
    "target-size": Audit(("target-size",)),
    "viewport-not-locked": Audit(("meta-viewport",)),
    "reflow-320": Audit(questions=rendering.REFLOW, judge=rendering.reflow),
    "focus-visible": Audit(questions=rendering.FOCUS, judge=rendering.focus),
    "share-card": Audit(look=sharing.faults),
    "print-friendly": Audit(look=rendering.without_print, questions=rendering.PRINT, judge=rendering.printed),
    "no-inline-style": Audit(look=markup.styled_inline),
    "no-presentational-tags": Audit(look=markup.presentational),
    "no-outside-requests": Audit(look=sharing.outside),
    "accessible": Audit(axe.WCAG_AA),
}


def read_audits(text: str, line: int) -> tuple[tuple[str, ...], tuple[RuleProblem, ...]]:
    """The names in an `audit` block and what is wrong with them, by line of the exercise file."""
    names: list[str] = []
    problems: list[RuleProblem] = []
    for number, written in enumerate(text.splitlines(), line):
        for name in written.replace(",", " ").split():
            if name in AUDITS:
                names.append(name)
            else:
                problems.append(RuleProblem(number, f"There is no audit `{name}`.", _advice(name)))
    if not names and not problems:
        problems.append(RuleProblem(line, "This block names no audit.", "Write one, such as `valid-html`."))
    return tuple(dict.fromkeys(names)), tuple(problems)


def _advice(name: str) -> str:
    meant = nearest(name, AUDITS)
    return f"Did you mean `{meant}`?" if meant else f"Midweek has {', '.join(f'`{n}`' for n in sorted(AUDITS))}."


def audit_questions(names: Iterable[str]) -> tuple[Question, ...]:
    """All that has to be asked for these audits, each question once; axe-core with the rules that one of them needs."""
    audits = [AUDITS[name] for name in dict.fromkeys(names)]
    rules = list(dict.fromkeys(rule for audit in audits for rule in audit.rules))
    questions: list[Question] = [{"ask": "audit", "rules": rules}] if rules else []
    for audit in audits:
        questions += [question for question in audit.questions if question not in questions]
    return tuple(questions)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the browser said to the questions of all audits of an inspection; nothing where it did not answer."""

    questions: tuple[Question, ...]
    given: Sequence[Answer]

    def axe(self) -> Answer:
        """axe-core's answer."""
        pairs = zip(self.questions, self.given, strict=False)
        return next((answer for question, answer in pairs if question["ask"] == "audit"), {})

    def to(self, questions: tuple[Question, ...]) -> list[Answer]:
        """The answers to some of the questions."""
        return [self.given[self.questions.index(question)] if self.given else {} for question in questions]


def audited(names: Iterable[str], answers: Answers, scene: Scene, page: Page) -> tuple[list[Fault], bool]:
    """The faults that some audits find, and whether all of them could be asked."""
    faults: list[Fault] = []
    complete = True
    for name in names:
        audit = AUDITS[name]
        own = list(islice(audit.look(scene, page), MOST_FAULTS)) if audit.look else []
        others: list[Fault] = []
        if audit.rules:
            complete = complete and axe.is_answered(answers.axe())
            others += axe.found_by_axe(audit.rules, answers.axe(), scene)
        if audit.judge:
            judged = audit.judge(answers.to(audit.questions), scene)
            complete = complete and judged is not None
            others += judged or ()
        told = {fault.place for fault in own}  # our own look says more of the same element
        found = dict.fromkeys([*own, *(fault for fault in others if fault.place not in told)])
        faults += sorted(found, key=_order)[:MOST_FAULTS]
    return list(dict.fromkeys(faults)), complete


def _order(fault: Fault) -> tuple[bool, int, int]:
    """Faults of the page in the order of its text, then those of its style sheets."""
    place = fault.place
    return (place is not None and place.file.endswith(".css"), place.line if place else 0, place.column if place else 0)
