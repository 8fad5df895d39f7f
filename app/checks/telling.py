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
    "order-swapped": "where",
}  # fmt: skip


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
    kept = {key: place for key, place in first.items() if not _in_general(key, first)}
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


def _in_general(key: Hashable, told: Iterable[Hashable]) -> bool:
    """Whether a goal misses any element of a tag while another tells which one it is."""
    if not isinstance(key, tuple) or key[0] != "missing" or key[2]:
        return False
    return any(isinstance(k, tuple) and k[0] == "missing" and k[1] == key[1] and k[2] for k in told)


def _much(one: Fault) -> tuple[bool, int]:
    """How much a fault says of what is wanted."""
    return "…" not in one.wanted, len(one.wanted)
