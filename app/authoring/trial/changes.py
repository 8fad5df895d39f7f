"""Points 2 and 3 of a trial: the answer written otherwise passes, and mistakes in what it adds are noticed.

What can be left out altogether and still passes stops a pack from being handed out, but in a project, whose list of
requirements need not ask for all of its answer. Any other mistake that passes is mild: an author may well want to let a
learner choose the words, or the order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.authoring.changes.mistakes import Mistake, mistakes_in, with_mistakes
from app.authoring.changes.variants import harmless_variants
from app.authoring.trial.added import Added
from app.authoring.trial.catching import Catching
from app.authoring.trial.remark import Remark, Tally
from app.authoring.trial.subject import Subject, fails
from app.checks.report import Outcome, Report

MOST_MISTAKES = 400  # of one exercise; an answer that adds more is tried in a part of it
MOST_LINES = 12  # remarks on lines of one exercise where mistakes slip through

LEFT_OUT: Mapping[str, str] = {
    "element dropped": "it",
    "unwrapped": "its tags",
    "attribute dropped": "the attribute",
    "declaration dropped": "the declaration",
    "rule dropped": "the rule",
}
"""Kinds of mistakes that leave something out, and what."""

SAID: Mapping[str, str] = {
    "element renamed": "another tag",
    "tag misspelt": "a misspelt tag",
    "element moved": "another place",
    "swapped": "the wrong order",
    "duplicated": "the same twice",
    "attribute changed": "another value",
    "attribute misspelt": "a misspelt attribute",
    "text changed": "other words",
    "letter wrong": "a mistyped word",
    "word dropped": "a word too few",
    "value changed": "another value",
    "property misspelt": "a misspelt property",
    "selector misspelt": "a misspelt selector",
    "end tag forgotten": "no end tag",
    "end tag mismatched": "a wrong end tag",
    "slash forgotten": "no slash in its end tag",
    "bracket forgotten": "no `>`",
    "quote forgotten": "no closing quotation mark",
    "equals forgotten": "no `=`",
    "semicolon forgotten": "no semicolon",
    "colon forgotten": "no colon",
    "brace forgotten": "no brace",
}
"""The other kinds that a goal should notice, as an author reads them; what a page has too much is nobody's business."""


def try_changes(subject: Subject) -> tuple[list[Remark], Tally]:
    """Remarks on variants that fail and mistakes that pass, and how many of each were tried."""
    failing, variants = _try_variants(subject)
    passing, mistakes, noticed = _try_mistakes(subject)
    catching = Catching(subject)
    remarks = [*failing, *_left_out(passing, catching), *_slipping(passing, catching)]
    return remarks, Tally(variants, variants - len(failing), mistakes, noticed)


def _try_variants(subject: Subject) -> tuple[list[Remark], int]:
    """Variants are told apart by their text alone; the browser is asked about all of them at once."""
    failing: list[Remark] = []
    tried = 0
    for variant in harmless_variants(subject.answer, subject.seed, more=True):
        tried += 1
        report = subject.report(variant.page, rendered=variant.kind == "everything" and not failing)
        if fails(report):
            told = f" {report.faults[0].text}" if report.faults else ""
            message = f"The answer fails when it is written in another way ({variant.kind}).{told}"
            remedy = "Say in the block only what matters. If the block is right, this is Midweek's fault: tell us."
            failing.append(Remark("variant", subject.where(_blamed(report, subject)), message, remedy))
    return failing, tried


def _blamed(report: Report, subject: Subject) -> int:
    """The line of the first goal that fails, in the exercise's file."""
    for check, finding in zip(subject.exercise.checks, report.findings, strict=True):
        if finding.outcome is Outcome.FAILED and not finding.advice:
            return check.rule.line
    return 0


def _try_mistakes(subject: Subject) -> tuple[list[Mistake], int, int]:
    """The mistakes that pass; how many were made, and how many were noticed."""
    added = Added(subject.start, subject.answer)
    passing: list[Mistake] = []
    made = 0
    for mistake in mistakes_in(subject.answer, subject.seed, added.holds):
        if mistake.kind not in LEFT_OUT and mistake.kind not in SAID:
            continue
        if made == MOST_MISTAKES:
            break
        made += 1
        page, _ = with_mistakes(subject.answer, [mistake])
        if subject.passes(page):
            passing.append(mistake)
    return passing, made, made - len(passing)


def _left_out(passing: list[Mistake], catching: Catching) -> Iterator[Remark]:
    subject = catching.subject
    mild = subject.exercise.kind == "project"
    for (file, line), mistakes in _by_line([m for m in passing if m.kind in LEFT_OUT], subject).items():
        what = _and(dict.fromkeys(LEFT_OUT[mistake.kind] for mistake in mistakes))
        shown = _shown(mistakes[0], subject)
        message = f"A learner can leave {what} out of `{shown}` and still pass."
        if mistakes[0].kind in ("element dropped", "rule dropped"):
            message = f"A learner can leave out `{shown}` and still pass."
        check = next(filter(None, map(catching.check_for, mistakes)), "")
        remedy = "This goal would notice:" if check else "Ask for it in a goal, or take it out of the answer."
        yield Remark("left-out", subject.place(subject.answer, file, line), message, remedy, mild, check)


def _slipping(passing: list[Mistake], catching: Catching) -> Iterator[Remark]:
    subject = catching.subject
    left_out = _by_line([m for m in passing if m.kind in LEFT_OUT], subject)
    lines = _by_line([m for m in passing if m.kind in SAID], subject)
    free = [(place, mistakes) for place, mistakes in lines.items() if place not in left_out]
    for (file, line), mistakes in free[:MOST_LINES]:
        kinds = {mistake.kind for mistake in mistakes}
        what = _and(dict.fromkeys(said for kind, said in SAID.items() if kind in kinds))
        message = f"`{_shown(mistakes[0], subject)}` would pass with {what}."
        check = next(filter(None, map(catching.check_for, mistakes)), "")
        remedy = "If that is not meant, this goal would notice:" if check else "If that is not meant, say it in a goal."
        yield Remark("slips-through", subject.place(subject.answer, file, line), message, remedy, True, check)


def _by_line(mistakes: list[Mistake], subject: Subject) -> dict[tuple[str, int], list[Mistake]]:
    """Mistakes by the file and line of the answer that they are made in, in order."""
    found: dict[tuple[str, int], list[Mistake]] = {}
    for mistake in sorted(mistakes, key=lambda mistake: (mistake.file, mistake.at)):
        line = subject.answer.text(mistake.file).count("\n", 0, mistake.at.start) + 1
        found.setdefault((mistake.file, line), []).append(mistake)
    return found


def _shown(mistake: Mistake, subject: Subject) -> str:
    """What stands in the answer where a mistake is made, on one line."""
    text = subject.answer.text(mistake.file)
    line = text[text.rfind("\n", 0, mistake.at.start) + 1 :].split("\n", 1)[0]
    flat = " ".join(line.split())
    return flat if len(flat) <= 70 else f"{flat[:69].rstrip()}…"


def _and(words: Mapping[str, object]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
