"""Proposes the checks that follow from an answer: whatever it adds to the start must be there.

One goal for each thing that is added, changed or taken away, in the order of the answer's page and then of its CSS.
Every check is met by the answer and none of those in HTML by the start, so the start never meets them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from app.checks.additions.changes import changes
from app.checks.additions.proposals import Proposal, Proposals
from app.checks.additions.styles import style_proposals
from app.checks.audits import validity
from app.checks.html.diagnosis import Diagnosis
from app.checks.html.matching import Matcher
from app.checks.html.scene import Scene
from app.checks.length import too_long
from app.checks.reading import read_rule
from app.checks.rules import Check, Rule
from app.checks.slips import mended, mends
from app.checks.wording.sentences import sentence
from app.page.html import Document, parse_html
from app.page.page import Page

MOST = 40  # goals of one exercise: more are no help
_LINE = 0  # of no file


def propose(start: Page, answer: Page) -> tuple[Check, ...]:
    """The checks that the answer meets and the start does not, at most 40; none where the answer adds nothing."""
    before, after = _document(start), _document(answer)
    if too_long(after.source):
        return ()
    edits = mends(before)
    whole = parse_html(mended(before.source, edits)) if edits else before  # what follows from a slip is no change
    scenes = Scene(whole), Scene(after)
    found = [*islice(_of_html(*scenes), MOST), *_of_styles((start, scenes[0]), (answer, scenes[1]))]
    if (found or before.slips) and not after.slips and not any(validity.faults(scenes[1], answer)):
        found = [*found[: MOST - 1], Proposal("audit", "valid-html", sentence("proposed-valid", {}))]
    return tuple(_named(found[:MOST]))


def _document(page: Page) -> Document:
    return parse_html(page.text(page.entry) if page.files else "")


def _of_html(start: Scene, answer: Scene) -> Iterator[Proposal]:
    met, unmet = Diagnosis(Matcher(answer)), Diagnosis(Matcher(start))
    known: set[str] = set()
    for options in _options(start.document, answer.document):
        for option in options:
            if option.block in known:
                break
            if _fits(option, met) and not _fits(option, unmet):
                known.add(option.block)
                yield option
                break


def _options(start: Document, answer: Document) -> Iterator[Iterable[Proposal]]:
    """What could ask for each change."""
    if answer.doctype and answer.doctype.lower() == "html" and (start.doctype or "").lower() != "html":
        shown = "<!doctype html>"
        yield (Proposal("html", shown, sentence("proposed-doctype", {"shown": shown})),)
    proposals = Proposals(answer)
    for change in changes(start, answer)[: 2 * MOST]:
        yield proposals.of(change)


def _fits(proposal: Proposal, page: Diagnosis) -> bool:
    content = read_rule(Rule(proposal.reading, proposal.block, _LINE))
    if content.problems or content.block is None:
        return False
    if proposal.reading == "html not":
        return not page.unwanted(content.block)
    return page.matcher.fits_block(content.block)


def _of_styles(start: tuple[Page, Scene], answer: tuple[Page, Scene]) -> Iterator[Proposal]:
    for options in style_proposals(start, answer):
        readable = (p for p in options if not read_rule(Rule(p.reading, p.block, _LINE)).problems)
        best = next(readable, None)
        if best is not None:
            yield best


def _named(proposals: Iterable[Proposal]) -> Iterator[Check]:
    """The checks; goals of the same words are told apart by a number."""
    seen: dict[str, int] = {}
    for proposal in proposals:
        seen[proposal.goal] = seen.get(proposal.goal, 0) + 1
        number = seen[proposal.goal]
        goal = proposal.goal if number == 1 else f"{proposal.goal} ({number})"
        yield Check(goal, Rule(proposal.reading, proposal.block, _LINE))
