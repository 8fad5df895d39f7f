"""Inspects a page: what can be told from its text at once, and what has to be asked of a browser, into one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.checks.audits.judging import Answers, audit_questions, audited
from app.checks.css.styles import Styles
from app.checks.html.diagnosis import Diagnosis
from app.checks.html.matching import Matcher
from app.checks.html.patterns import Block
from app.checks.html.scene import Scene
from app.checks.length import too_long
from app.checks.raw_text import RAW_TAGS
from app.checks.reading import Content, read_rule
from app.checks.rendered.answers import read_answer
from app.checks.rendered.faults import explained, told_once, unmet
from app.checks.report import Fault, Finding, Outcome, Report
from app.checks.rules import Check
from app.checks.slips import html_slips, mended, mends, origin, place_in
from app.checks.telling import each_once
from app.checks.written.faults import WrittenCheck
from app.page.html import parse_html
from app.page.page import Page

Question = Mapping[str, Any]
Answer = Mapping[str, Any]


class Subject:
    """The page that is inspected: its entry as parsed, and all that is worked out about it, once and only if needed."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self.page = page
        self.blocks = blocks
        entry = page.entry if page.files else "index.html"
        self.document = parse_html(page.text(entry) if page.files else "", entry)
        self.scene = Scene(self.document)
        self.matcher = Matcher(self.scene)

    @cached_property
    def slips(self) -> tuple[Fault, ...]:
        """The typing slips of the page and of its CSS."""
        return (*html_slips(self.document), *self.styles.slips())

    @cached_property
    def styles(self) -> Styles:
        """The page's CSS."""
        return Styles(self.page, self.scene)

    @property
    def swallowed(self) -> bool:
        """Whether an end tag was forgotten that makes text of what follows: then nothing is known of the CSS in it."""
        return any(slip.kind == "unclosed" and slip.subject in RAW_TAGS for slip in self.document.slips)

    @cached_property
    def written(self) -> WrittenCheck:
        """Looks for rules in the page's CSS."""
        return WrittenCheck(self.scene, self.styles)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """Explains against the page as typed."""
        return Diagnosis(self.matcher, self.blocks)

    @cached_property
    def mended(self) -> Diagnosis | None:
        """Explains against the page without its typing slips, showing places as typed; None where there are none."""
        edits = mends(self.document, [words for block in self.blocks for words in block.texts])
        if not edits:
            return None
        document = parse_html(mended(self.document.source, edits), self.document.file)
        place = place_in(self.document)

        def shown(start: int, end: int) -> Any:
            begin = origin(edits, start)
            return place(begin, max(begin, origin(edits, end)))

        return Diagnosis(Matcher(Scene(document, shown)), self.blocks)

    def faults(self, block: Block) -> tuple[Fault, ...]:
        """What keeps the page from fitting a block, beside its typing slips."""
        clean = self.mended
        if clean is None:
            return self.diagnosis.faults(block)
        if clean.matcher.fits_block(block):
            return ()
        found = clean.faults(block)
        return found if len(found) == 1 else min(found, self.diagnosis.faults(block), key=len)


@dataclass(slots=True)
class _Goal:
    """One check with its content, and the numbers of the questions asked for it."""

    check: Check
    content: Content
    effects: list[int] = field(default_factory=list)

    @property
    def is_wanted(self) -> bool:
        """Whether its block says what should be on the page, not what should be gone."""
        return self.check.rule.reading != "html not"


class Inspection:
    """A page looked at with checks: `questions` go to the browser, its answers come back to `report`."""

    def __init__(self, checks: Sequence[Check], page: Page) -> None:
        self._long = too_long(page.text(page.entry), page.entry) if page.files else None
        if self._long:
            page = page.with_text(page.entry, "")
        self._goals = [_Goal(check, read_rule(check.rule)) for check in checks]
        self._subject = Subject(
            page, [goal.content.block for goal in self._goals if goal.content.block and goal.is_wanted]
        )
        questions: list[Question] = []
        for goal in self._goals:
            goal.effects = list(range(len(questions), len(questions) + len(goal.content.effects)))
            questions += [effect.question for effect in goal.content.effects]
        self._audits = audit_questions(name for goal in self._goals for name in goal.content.audits)
        self.questions: tuple[Question, ...] = () if self._long else (*questions, *self._audits)

    def report(self, answers: Sequence[Answer] | None) -> Report:
        """The findings; None, or too few answers, leave the goals that need the browser unchecked.

        A page that is too long to be looked at meets no goal, and says why.
        """
        if self._long:
            checks = [goal.check for goal in self._goals]
            unmet_all = (Finding(c.goal, Outcome.FAILED, (), c.advice, c.if_not, c.hints) for c in checks)
            return Report(tuple(unmet_all), (self._long,))
        given = answers if answers is not None and len(answers) == len(self.questions) else None
        findings = tuple(self._finding(goal, given) for goal in self._goals)
        return Report(each_once(findings), self._subject.slips)

    def _finding(self, goal: _Goal, answers: Sequence[Answer] | None) -> Finding:
        check = goal.check
        reading = check.rule.reading
        if goal.content.problems:
            outcome, faults = Outcome.UNCHECKED, list[Fault]()
        elif goal.content.block is not None and reading == "html not":
            faults = list(self._subject.diagnosis.unwanted(goal.content.block))
            outcome = Outcome.FAILED if faults else Outcome.PASSED
        elif goal.content.block is not None:
            outcome, faults = self._of_block(goal.content.block)
        elif reading == "css written":
            holds, faults = self._subject.written.faults(goal.content.written)
            outcome = Outcome.PASSED if holds else Outcome.FAILED
        elif reading == "audit":
            outcome, faults = self._of_audits(goal, answers)
        else:
            outcome, faults = self._of_effects(goal, answers)
        if reading in ("css", "css written") and self._subject.swallowed:
            faults = []
        return Finding(check.goal, outcome, tuple(faults), check.advice, check.if_not, check.hints)

    def _of_block(self, block: Block) -> tuple[Outcome, list[Fault]]:
        if self._subject.matcher.fits_block(block):
            return Outcome.PASSED, []
        return Outcome.FAILED, list(self._subject.faults(block))

    def _of_effects(self, goal: _Goal, answers: Sequence[Answer] | None) -> tuple[Outcome, list[Fault]]:
        subject, effects = self._subject, goal.content.effects
        given = [answers[number] for number in goal.effects] if answers is not None else []
        rows = [read_answer(effect, answer, subject.scene) for effect, answer in zip(effects, given, strict=False)]
        if len(rows) < len(effects) or None in rows:
            return Outcome.UNCHECKED, []
        pairs = zip(effects, rows, strict=True)
        faults = [f for effect, row in pairs if row for f in unmet(effect, row, subject.scene, subject.styles)]
        slips = subject.styles.slips()
        return Outcome.FAILED if faults else Outcome.PASSED, told_once([f for f in faults if not explained(f, slips)])

    def _of_audits(self, goal: _Goal, answers: Sequence[Answer] | None) -> tuple[Outcome, list[Fault]]:
        """Unchecked where the browser could not be asked and nothing else is wrong."""
        subject, names = self._subject, goal.content.audits
        given = answers[len(answers) - len(self._audits) :] if answers is not None else ()
        faults, complete = audited(names, Answers(self._audits, given), subject.scene, subject.page)
        if faults or ("valid-html" in names and subject.document.slips):
            slipped = {slip.place.line for slip in subject.slips if slip.place}
            return Outcome.FAILED, [one for one in faults if not _follows(one, slipped)]
        return Outcome.PASSED if complete else Outcome.UNCHECKED, faults


def _follows(fault: Fault, slipped: set[int]) -> bool:
    """Whether an attribute seems to be missing, or of no use, for a typing slip on its line."""
    of_attributes = fault.kind in ("attribute-needed", "attribute-elsewhere")
    return of_attributes and fault.place is not None and fault.place.line in slipped


def inspect(checks: Sequence[Check], page: Page) -> Inspection:
    """Look at a page with an exercise's checks; no text of a learner's makes this raise."""
    return Inspection(checks, page)
