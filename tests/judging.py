"""How the comparison of pages judges: variants that differ harmlessly, pages with one mistake, pages with two.

A fault is located if some message names one of the lines that the mistake may be seen on. A message is whole if it also
says, in its own sentence, the mistake's `subject` (the tag, attribute, property or selector), what was `found` and what
was `wanted` (their first 30 characters, white space, quotation marks and letter case aside).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from app.authoring.changes.mistakes import Mistake, apart, mistakes_in, with_mistakes
from app.authoring.changes.variants import KINDS, harmless_variants
from app.checks.comparison.pages import compare
from app.checks.report import Fault
from app.page.page import File, Page
from tests.real_pages import RealPage

FILE = "index.html"
LONGEST_SAID = 30


@dataclass
class Tally:
    """How often each kind was tried and how often it went wrong, with a line on each that did."""

    tried: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, *, right: bool, note: str = "") -> None:
        self.tried[kind] += 1
        if not right:
            self.wrong[kind] += 1
            self.notes.append(f"{kind}: {note}")

    @property
    def wrong_share(self) -> float:
        """Per cent of all that were tried."""
        return 100 * self.wrong.total() / max(1, self.tried.total())


@dataclass
class Judgement:
    """What came of judging many pages."""

    selves: Tally = field(default_factory=Tally)
    harmless: Tally = field(default_factory=Tally)
    noticed: Tally = field(default_factory=Tally)
    located: Tally = field(default_factory=Tally)
    both: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)


def as_page(text: str) -> Page:
    return Page((File(FILE, text),))


def judge(judgement: Judgement, real: RealPage, seed: int, *, variants: int, mistakes: int) -> None:
    """Judge one page: against itself, in so many kinds of variants, with so many mistakes, and with pairs of these."""
    page, where = as_page(real.text), f"{real.package} {real.name}, seed {seed}"
    judgement.selves.add(where, right=not compare(real.text, real.text + "\n"), note=where)
    kinds = Random(seed + real.lines).sample(KINDS, min(variants, len(KINDS)))
    for variant in harmless_variants(page, seed, only=kinds):
        told = compare(real.text, variant.page.text(FILE))
        judgement.harmless.add(variant.kind, right=not told, note=f"{where}: {_said(told)}")
    made = list(islice(mistakes_in(page, seed), mistakes))
    for mistake in made:
        _judge_one(judgement, page, mistake, where)
    for pair in zip(made[::2], reversed(made[1::2]), strict=False):
        if apart(*pair):
            _judge_two(judgement, page, pair, where)


def _judge_one(judgement: Judgement, page: Page, mistake: Mistake, where: str) -> None:
    changed, (lines,) = with_mistakes(page, [mistake])
    told = compare(page.text(FILE), changed.text(FILE))
    note = f"{where}, {_shown(mistake)}, lines {sorted(lines)}: {_said(told)}"
    judgement.noticed.add(mistake.kind, right=bool(told), note=note)
    near = [fault for fault in told if fault.place and fault.place.line in lines]
    judgement.located.add(mistake.kind, right=bool(near), note=note)
    if near:
        judgement.whole.add(mistake.kind, right=any(is_whole(fault, mistake) for fault in near), note=note)


def _judge_two(judgement: Judgement, page: Page, pair: tuple[Mistake, Mistake], where: str) -> None:
    changed, expected = with_mistakes(page, pair)
    told = compare(page.text(FILE), changed.text(FILE))
    found = {fault.place.line for fault in told if fault.place}
    for mistake, lines in zip(pair, expected, strict=True):
        if not lines & found:
            other = pair[0] if mistake is pair[1] else pair[1]
            kind = f"{mistake.kind}, beside {other.kind}"
            note = f"{where}, {_shown(mistake)}, lines {sorted(lines)}, beside {_shown(other)}: {_said(told)}"
            judgement.both.add(kind, right=False, note=note)
            return
    judgement.both.add("both", right=True)


def is_whole(fault: Fault, mistake: Mistake) -> bool:
    """Whether a message says what a mistake is about, what was found and what was wanted."""
    text = _plain(fault.text)
    return all(_plain(said)[:LONGEST_SAID] in text for said in (mistake.subject, mistake.found, mistake.wanted))


def _plain(text: str) -> str:
    return re.sub(r"[\s\"'“”`ˋ‘’]", "", text.lower())


def _shown(mistake: Mistake) -> str:
    return f"{mistake.kind} ({mistake.subject!r}, found {mistake.found!r}, wanted {mistake.wanted!r})"


def _said(told: Sequence[Fault]) -> str:
    lines = [f"line {fault.place.line if fault.place else '?'}: {fault.text}" for fault in told[:3]]
    return " | ".join([f"{len(told)} told", *lines])
