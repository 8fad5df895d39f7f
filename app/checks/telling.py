"""What several goals say about one page, each thing once, in the words of the goal that says most of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from app.checks.report import Fault, Finding

_PARTS = {
    # the beginning of a kind, and the part of an element that it is about
    "text": "text", "extra-text": "text", "attribute": "attribute", "class": "attribute", "tag": "tag",
    "heading": "tag", "element-outside": "where", "element-early": "where", "element-late": "where",
    "element-not": "where", "element-missing": "missing", "too-few": "missing", "too-many": "number",
    "order-swapped": "where", "axe-document-title": "missing",
}  # fmt: skip
_BECOMES = ("unwrapped", "unwrapped-link", "tag-wrong", "tag-wrong-around", "tag-misspelt", "heading-level")


def each_once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, with each fault told by the first goal that has it, in the words of the goal that says most."""
    first: dict[Hashable, tuple[int, int]] = {}
    told = [list(finding.faults) for finding in findings]
    order = sorted(range(len(findings)), key=lambda n: findings[n].advice)
    for goal in order:
        for at, one in enumerate(told[goal]):
            key = _about(one)
            if key not in first:
                first[key] = (goal, at)
                continue
            where, there = first[key]
            if where == goal:  # one goal tells each thing once as it is
                first[key, at] = (goal, at)
                continue
            told[where][there] = max(told[where][there], one, key=_much)
            told[goal][at] = told[where][there]
    every = [one for faults in told for one in faults]
    kept = {key: (goal, at) for key, (goal, at) in first.items() if not _follows(told[goal][at], every)}
    places = set(kept.values())
    return tuple(
        replace(finding, faults=tuple(one for at, one in enumerate(told[goal]) if (goal, at) in places))
        for goal, finding in enumerate(findings)
    )


def _about(one: Fault) -> Hashable:
    """What a fault is about: two goals that say something about the same are saying it twice."""
    part = next((part for kind, part in reversed(_PARTS.items()) if one.kind.startswith(kind)), one.kind)
    if part == "missing":
        general = one.kind.startswith("too-few") or one.wanted == f"<{one.subject}>"
        return part, one.subject, "" if general else one.wanted
    if part == "number":
        return part, one.subject
    name = (one.found or one.wanted).partition("=")[0] if part == "attribute" else ""
    return part, one.place, name, "" if part in _PARTS.values() else one.text


def _follows(one: Fault, told: Iterable[Fault]) -> bool:
    """Whether a goal misses any element of a tag while another tells which one it is, or what is to become one."""
    if not one.kind.startswith(("element-missing", "too-few")):
        return False
    general = one.kind.startswith("too-few") or one.wanted == f"<{one.subject}>"
    for other in told:
        becomes = other.kind in _BECOMES and other.wanted == f"<{one.subject}>"
        named = general and other.kind.startswith("element-missing") and other.wanted != f"<{one.subject}>"
        if (becomes and (general or "…" in one.wanted)) or (named and other.subject == one.subject):
            return True
    return False


def _much(one: Fault) -> tuple[bool, int]:
    """How much a fault says of what is wanted."""
    return "…" not in one.wanted, len(one.wanted)
