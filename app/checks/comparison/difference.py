"""One difference between a submitted page and the one wanted, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.page.nodes import Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Its kind (comparison.py lists them), its place in the submitted text, the tag or selector it is about, what was
    found and what was wanted; `more` is what else its sentence says.
    """

    kind: str
    span: Span
    subject: str
    found: str = ""
    wanted: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
