"""The goal that would notice a mistake: the first of those that follow from what the answer adds to its start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.authoring.changes.mistakes import Mistake, with_mistakes
from app.authoring.trial.subject import Subject, fails
from app.checks.proposing import propose
from app.checks.rules import Check, Rule

LONGEST = 600  # characters of a goal that still is help
_START_TAG = re.compile(r"<[a-zA-Z][^\s/>]*")


class Catching:
    """Goals for one exercise; they are made when first one is wanted."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self._candidates: tuple[Check, ...] | None = None

    def check_for(self, mistake: Mistake) -> str:
        """The Markdown of a goal that the mistake does not meet; "" where none is known."""
        page, _ = with_mistakes(self.subject.answer, [mistake])
        found = next((check for check in self._checks() if not self.subject.passes(page, [check])), None)
        return f"### {found.goal}\n```{found.rule.reading}\n{found.rule.text.strip()}\n```" if found else ""

    def _checks(self) -> tuple[Check, ...]:
        """What the answer adds, thing by thing; then all of it in its order, and each of it once."""
        if self._candidates is None:
            proposed = [
                check
                for check in propose(self.subject.start, self.subject.answer)
                if check.rule.reading != "audit" and len(check.rule.text) <= LONGEST
            ]
            known = [*proposed, *_in_order(proposed), *_once_each(proposed)]
            self._candidates = tuple(
                check for check in known if not fails(self.subject.report(self.subject.answer, [check]))
            )
        return self._candidates


def _in_order(proposed: list[Check]) -> Iterator[Check]:
    blocks = [check.rule.text.strip() for check in proposed if check.rule.reading == "html"]
    if len(blocks) > 1:
        yield Check("These parts stand in this order", Rule("html", "\n".join(blocks), 1))


def _once_each(proposed: list[Check]) -> Iterator[Check]:
    for check in proposed:
        once = _START_TAG.sub(r'\g<0> times="1"', check.rule.text.strip(), count=1)
        if check.rule.reading == "html" and "times=" not in check.rule.text:
            yield Check(f"{check.goal}, once", Rule("html", once, 1))
