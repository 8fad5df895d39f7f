"""The browser's answers to `css` blocks, read with distrust: what makes no sense is no answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.checks.html.scene import Scene
from app.checks.rendered.effects import Effect
from app.page.html import Element

Answer = Mapping[str, Any]
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Row:
    """How one element came out: what was found there, why, and which longhand is otherwise (see the page scripts)."""

    element: Element
    holds: bool
    found: str = ""
    why: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of an effect; `matched` elements fit the selector, though maybe none can ever be in its state."""

    rows: tuple[Row, ...]
    matched: int

    @property
    def broken(self) -> list[Row]:
        """The elements for which it does not hold."""
        return [row for row in self.rows if not row.holds]


def read_answer(effect: Effect, answer: Answer, scene: Scene) -> Rows | None:
    """The rows of an answer; None where the browser could not judge, or speaks of another page than this one."""
    given = answer.get("elements")
    if not isinstance(given, list):
        return None
    read = [_row(row, scene) for row in given]
    rows = tuple(row for row in read if row is not None)
    matched = answer.get("matched", len(rows))
    if len(rows) < len(read) or type(matched) is not int or matched < len(rows):
        return None
    if matched == 0 and scene.select(effect.moment.selector):
        return None  # they are there: the browser has seen another page
    return Rows(rows, matched)


def _row(row: object, scene: Scene) -> Row | None:
    elements = scene.document.elements
    if not isinstance(row, Mapping) or type(row.get("order")) is not int or type(row.get("holds")) is not bool:
        return None
    if not 0 <= row["order"] < len(elements):
        return None
    element = elements[row["order"]]
    if row.get("tag", element.tag) != element.tag:
        return None
    return Row(element, row["holds"], _said(row.get("found")), _said(row.get("why")), _said(row.get("part")))


def _said(text: object) -> str:
    return text[:_LONGEST] if isinstance(text, str) else ""
