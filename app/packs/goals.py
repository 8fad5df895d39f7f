"""`## Checks` of an exercise as goals: a `###` heading each, one block, and the author's lines for a stuck learner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast, get_args

from app.checks.reading import rule_problems
from app.checks.rules import Check, Reading, Rule
from app.packs.body import Block, Line, Section
from app.packs.fields import Fields
from app.packs.problems import Problems, did_you_mean, listed

READINGS = cast(tuple[str, ...], get_args(Reading))
_ADVICE = re.compile(r"\s*\(\s*advice\s*\)\s*$", re.IGNORECASE)
_WORD = re.compile(r"\s*(?:[-*] )?\*{0,2}(if not|hint)\*{0,2}:\*{0,2}\s*(.*)", re.IGNORECASE)
_NEAR_WORD = re.compile(r"\s*([A-Za-z][A-Za-z ]{1,12}?)\s*:")


@dataclass(slots=True)
class _Goal:
    """What stands under one heading, while it is read."""

    title: str
    line: int
    blocks: list[Block] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    """`if not` or `hint` in lower case, and the lines of the sentence behind it."""


def read_goals(section: Section, fields: Fields, problems: Problems) -> tuple[Check, ...]:
    """Every goal that has a block that can be read; what is wrong with the others is noted."""
    checks = []
    seen: dict[str, int] = {}
    for goal in _goals(section, problems):
        if goal.title in seen:
            remedy = f"Say it in other words; the first is in line {seen[goal.title]}."
            problems.add(goal.line, "Two goals have the same words.", remedy)
        seen.setdefault(goal.title, goal.line)
        check = _check(goal, fields, problems)
        if check:
            checks.append(check)
    if not seen and not section.lines:
        problems.add(
            section.line, "There is no goal under `## Checks`.", "Write `### ` with what the learner must reach."
        )
    return tuple(checks)


def _goals(section: Section, problems: Problems) -> list[_Goal]:
    goals: list[_Goal] = []
    for item in section.items:
        title = item.goal if isinstance(item, Line) else None
        if title is not None:
            goals.append(_Goal(title, item.line))
        elif isinstance(item, Block) and goals:
            goals[-1].blocks.append(item)
        elif isinstance(item, Line) and goals:
            _take_line(goals[-1], item, problems)
        elif isinstance(item, Block) or item.text.strip():
            remedy = "Write the goal above it: `### ` and what the learner must reach."
            problems.add(item.line, "This stands under `## Checks` and belongs to no goal.", remedy)
            return goals
    return goals


def _take_line(goal: _Goal, item: Line, problems: Problems) -> None:
    word = _WORD.fullmatch(item.text)
    if word:
        goal.words.append([word[1].lower(), word[2]])
    elif not item.text.strip():
        goal.words.append(["", ""])  # ends the sentence before it
    elif goal.words and goal.words[-1][0]:
        goal.words[-1].append(item.text.strip())
    else:
        near = _NEAR_WORD.match(item.text)
        otherwise = "Begin it with `If not:` or `Hint:`, or put it under `## Learn` or `## Do`."
        remedy = did_you_mean(near[1], ["If not", "Hint"], otherwise) if near else otherwise
        problems.add(item.line, "Nobody would see this line of the goal.", remedy)


def _check(goal: _Goal, fields: Fields, problems: Problems) -> Check | None:
    title = _ADVICE.sub("", goal.title)
    if not title:
        problems.add(goal.line, "This goal has no words.", "Write behind `###` what the learner must reach.")
    told = {kind: list(_sentences(goal, kind, fields)) for kind in ("if not", "hint")}
    if len(told["if not"]) > 1:
        problems.add(
            goal.line, "This goal says `If not:` twice.", "Keep one of them, and make the others `Hint:` lines."
        )
    rule = _rule(goal, fields, problems)
    if rule is None:
        return None
    advice = title != goal.title
    return Check(fields.fill(title), rule, advice, next(iter(told["if not"]), ""), tuple(told["hint"]))


def _sentences(goal: _Goal, kind: str, fields: Fields) -> Iterator[str]:
    for word, *lines in goal.words:
        text = " ".join(line for line in lines if line)
        if word == kind and text:
            yield fields.fill(text)


def _rule(goal: _Goal, fields: Fields, problems: Problems) -> Rule | None:
    if not goal.blocks:
        remedy = "Write a block under it that begins ```html, with what must stand in the page."
        problems.add(goal.line, "This goal has no block that says what is checked.", remedy)
        return None
    for extra in goal.blocks[1:]:
        problems.add(extra.line, "This goal has a second block.", "Give it a goal of its own, with a `###` heading.")
    block = goal.blocks[0]
    if block.info.lower() not in READINGS:
        said = f"`{block.info}` is not a way to check." if block.info else "This block does not say how it is read."
        remedy = did_you_mean(block.info, READINGS, f"Begin it with one of {listed(READINGS)}.")
        problems.add(block.line, said, remedy)
        return None
    rule = Rule(cast(Reading, block.info.lower()), fields.fill(block.text), block.line + 1)
    for problem in rule_problems(rule):
        problems.add(problem.line, problem.message, problem.remedy)
    return rule
