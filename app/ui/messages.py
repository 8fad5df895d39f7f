"""What there is to say about a report, one message a thing; and which of it is still so, once more was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.checks.report import Fault, Finding, Outcome, Place, Report

PAGE = "index.html"  # needs no name: everywhere else the file is said too
NEAR = ("-misspelt", "-mistyped", "-wrong", "-empty", "-case", "-level")  # what is there and is not quite it


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say about a page: words in front, the sentence, its place, and the hints of its goal.

    `fault` is what it is about, of the goal `goal` (empty: a typing slip), which had `among` of them.
    """

    lead: str
    text: str
    place: Place | None = None
    hints: tuple[str, ...] = ()
    goal: str = ""
    fault: Fault | None = None
    among: int = 0

    @property
    def line(self) -> str:
        """The whole, with the lead strong."""
        return f"**{self.lead}** {self.text}".rstrip()


RIGHT_NOW = Message("That one is right now.", "")


def messages_of(report: Report) -> tuple[Message, ...]:
    """Everything there is to say about a report, what to say first standing first; for a failed one, something."""
    found = [_of_fault(slip, None, report.slips) for slip in report.slips]
    waiting: list[Message] = []  # goals without a fault of their own: what stands in their way is told already
    for finding in sorted(report.findings, key=lambda finding: finding.advice):
        if finding.outcome is Outcome.UNCHECKED:
            text = f"{finding.goal}. Check once more."
            found.append(Message("This could not be checked.", text, None, finding.hints, finding.goal))
        elif finding.outcome is Outcome.FAILED:
            lead = "Advice:" if finding.advice else "Not there yet."
            own = Message(lead, finding.if_not or f"The goal is: {finding.goal}.", None, finding.hints, finding.goal)
            found += [_of_fault(fault, finding, finding.faults) for fault in finding.faults]
            waiting += [] if finding.faults else [own]
    return tuple(found or waiting)


def _of_fault(fault: Fault, finding: Finding | None, beside: Sequence[Fault]) -> Message:
    text = f"{fault.text} {finding.if_not}".rstrip() if finding else fault.text
    goal, hints = (finding.goal, finding.hints) if finding else ("", ())
    advice = finding is not None and finding.advice
    lead = _lead(fault, advice=advice, slip=finding is None)
    return Message(lead, text, fault.place, hints, goal, fault, len(beside))


def _lead(fault: Fault, *, advice: bool, slip: bool) -> str:
    near = "nearly there." if slip or fault.kind.endswith(NEAR) else "not there yet."
    if fault.place is None:
        return "Advice:" if advice else near.capitalize()
    file = "" if fault.place.file == PAGE else f"{fault.place.file}, "
    where = f"{file}line {fault.place.line}"
    return f"Advice, {where}:" if advice else f"{where if file else where.capitalize()}: {near}"


def still(message: Message, report: Report) -> Message | None:
    """The message if it still holds on a page that has changed, at the place where it now is; None where it does not.

    It is only let go where that is certain: half-way through mending, one fault often looks like another.
    """
    if not message.goal:
        return _still_among(message, report.slips)
    finding = next((finding for finding in report.findings if finding.goal == message.goal), None)
    if finding is None or finding.outcome is Outcome.PASSED:
        return None
    if finding.outcome is Outcome.UNCHECKED or message.fault is None or report.slips:
        return message  # with a slip in the page, the other faults may only be hidden by it
    found = _still_among(message, finding.faults)
    return found or (None if 0 < len(finding.faults) < message.among else message)


def _still_among(message: Message, faults: Sequence[Fault]) -> Message | None:
    """The message at the place of the fault that is the same, or nearly; None where there is none."""
    about = message.fault
    if about is None:
        return None
    exact = (
        fault for fault in faults if (fault.kind, fault.found, fault.wanted) == (about.kind, about.found, about.wanted)
    )
    if (same := next(exact, None)) is not None:
        moved = replace(about, place=same.place)
        lead = _lead(moved, advice=message.lead.startswith("Advice"), slip=not message.goal)
        return replace(message, lead=lead, place=same.place, fault=moved)
    return message if any(_alike(about, fault) for fault in faults) else None


def _alike(one: Fault, other: Fault) -> bool:
    """Whether two faults may be one that somebody is about to mend."""
    same_line = one.place and other.place and (one.place.file, one.place.line) == (other.place.file, other.place.line)
    return bool(
        (one.kind, one.subject) == (other.kind, other.subject)
        or (one.wanted and one.wanted == other.wanted)
        or same_line
    )
