"""Reads a rule as its author wrote it, whatever its block, and lists everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.checks.audits.judging import read_audits
from app.checks.html.blocks import BlockReader
from app.checks.html.patterns import Block
from app.checks.rendered.effects import Effect, read_effects
from app.checks.rules import Rule, RuleProblem
from app.checks.written.blocks import WantedRule, read_written

__all__ = ["Content", "RuleProblem", "read_rule", "rule_problems"]


@dataclass(frozen=True, slots=True)
class Content:
    """What could be read of a rule (one of block, effects, written, audits) and what is wrong with it."""

    block: Block | None = None
    effects: tuple[Effect, ...] = ()
    written: tuple[WantedRule, ...] = ()
    audits: tuple[str, ...] = ()
    problems: tuple[RuleProblem, ...] = ()


@lru_cache(maxsize=512)
def read_rule(rule: Rule) -> Content:
    """The content of a rule; never raises."""
    if rule.reading == "css":
        effects, problems = read_effects(rule.text, rule.line)
        return Content(effects=effects, problems=problems)
    if rule.reading == "audit":
        audits, problems = read_audits(rule.text, rule.line)
        return Content(audits=audits, problems=problems)
    if rule.reading == "css written":
        wanted, problems = read_written(rule.text, rule.line)
        return Content(written=wanted, problems=problems)
    reader = BlockReader(rule.text, rule.line)
    block = reader.read(exact=rule.reading == "html exact")
    return Content(block, problems=tuple(sorted(reader.problems, key=lambda problem: problem.line)))


def rule_problems(rule: Rule) -> list[RuleProblem]:
    """What is wrong with a rule as its author wrote it, by line of the exercise file; empty where it can be asked."""
    return list(read_rule(rule).problems)
