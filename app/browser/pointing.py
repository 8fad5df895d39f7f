"""Points at things in a page: outlines the element or the rule's elements that the cursor is in, and tells of clicks.

Everything is asked of the page's own browser (`resources/page-scripts/pointing.js`): which element a place in the HTML
belongs to, what a selector matches, where the boxes are. Nothing is put into the page; `outlines.py` paints over it.
What is answered is distrusted: boxes without end or sense are let go, and an answer that comes late is nobody's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import QObject, QPoint, Signal

from app.browser.outlines import Box, Outlines
from app.browser.seal import SealedView
from app.browser.texts import place_behind, units_before

SCRIPTS = ("places.js", "rules.js", "pointing.js")
_LIMIT = 2.0  # seconds
_MOST_BOXES = 500
_FURTHEST = 1e7  # CSS pixels
_LONGEST = 200  # letters of a tag's name or a condition
_MOST_RULES = 300
_LONGEST_TEXT = 400_000  # letters; five times a page of 2,000 lines. More would be felt at every move of the cursor

Kind = Literal["element", "rule", "unused", "nothing"]


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is pointed at: an element, all elements of a rule, or nothing (`unused`: the page has no such style sheet).

    `seen`: whether anything of it has a box. `states` (`hover`): in which a rule matches. `media`: the condition around
    it that does not hold now.
    """

    kind: Kind
    tag: str = ""
    seen: bool = False
    head: bool = False
    count: int = 0
    states: tuple[str, ...] = ()
    media: str = ""


@dataclass(frozen=True, slots=True)
class Click:
    """Where a click in the page leads, in its HTML; `control`: it was on something to be used."""

    tag: str
    line: int
    column: int
    control: bool


@dataclass(frozen=True, slots=True)
class Styling:
    """One rule that styles an element: its file ("" for the page itself) and place, its selector as written.

    `whole` is the selector as it would stand outside of the rules around it; "" for the element's own `style`.
    """

    file: str
    line: int
    column: int
    selector: str
    whole: str


@dataclass(frozen=True, slots=True)
class Styled:
    """An element, the place of its start tag, and the rules that style it in the order of the page's style sheets."""

    tag: str
    line: int
    column: int
    rules: tuple[Styling, ...]


class Pointer(QObject):
    """Points at one thing at a time; the newest question counts. Lines and columns are the editor's."""

    pointed = Signal(object)  # Pointed
    clicked = Signal(bool, QPoint)  # whether for a menu, and where in the view; `find_click` says what it was

    def __init__(self, view: SealedView) -> None:
        super().__init__(view)
        self._view = view
        self.outlines = Outlines(view)
        self._number = 0
        view.page().asking.told.connect(self._on_told)  # type: ignore[attr-defined]
        view.page().renderProcessTerminated.connect(self._on_renderer_terminated)

    def point_at_element(self, html: str, line: int, column: int, *, reveal: bool) -> None:
        """Outline what this place in the page's HTML belongs to; `reveal`: scroll there if that is another one."""
        if len(html) > _LONGEST_TEXT:
            self.point_at_nothing()
        else:
            self._ask("element", html, units_before(html, line, column), reveal)

    def point_at_rule(self, file: str, css: str, line: int, column: int) -> None:
        """Outline all that the rule at this place of a style sheet matches."""
        if len(css) > _LONGEST_TEXT:
            self.point_at_nothing()
        else:
            self._ask("rule", file, css, units_before(css, line, column))

    def point_at_nothing(self) -> None:
        """Take the outlines away."""
        self._ask("nothing")

    def find_click(self, html: str, done: Callable[[Click | None], None]) -> None:
        """What was clicked last, which is outlined now; None where nobody knows."""
        found, failed = partial(self._on_click_found, html, done), partial(_on_no_click, done)
        self._view.ask("clicked", html, done=found, failed=failed, limit=_LIMIT)

    def find_rules(self, html: str, sheets: Mapping[str, str], done: Callable[[Styled | None], None]) -> None:
        """The rules of `html` and `sheets` that style the element pointed at; None where it is no element."""
        ended = partial(_on_rules_found, {"": html, **sheets}, done)
        self._view.ask("styling", html, dict(sheets), done=ended, failed=ended, limit=_LIMIT)

    def _ask(self, task: str, *arguments: object) -> None:
        self._number += 1
        done, failed = partial(self._on_pointed, self._number), partial(self._on_failed, self._number)
        self._view.ask(task, *arguments, done=done, failed=failed, limit=_LIMIT)

    def _on_pointed(self, number: int, answer: object) -> None:
        if number == self._number:
            pointed, boxes = _read_pointed(answer)
            self._show(pointed, boxes)

    def _on_failed(self, number: int, _sentence: str) -> None:
        if number == self._number:
            self._show(Pointed("nothing"), ())

    def _show(self, pointed: Pointed, boxes: Sequence[Box]) -> None:
        self.outlines.show_boxes(boxes, pointed.tag)
        self.pointed.emit(pointed)

    def _on_click_found(self, html: str, done: Callable[[Click | None], None], answer: object) -> None:
        click = _read_click(html, answer)
        if click is not None and isinstance(answer, dict):
            self._number += 1  # an answer to an older question would take the outline back
            boxes = _read_boxes(answer.get("boxes"))
            self._show(Pointed("element", click.tag, seen=bool(boxes)), boxes)
        done(click)

    def _on_told(self, what: str, value: object) -> None:
        if what == "boxes":
            self.outlines.show_boxes(_read_boxes(value))
        elif what == "clicked" and isinstance(value, dict):
            place = _read_boxes([[value.get("x"), value.get("y"), 0, 0]])
            if place:
                zoom = self._view.zoomFactor()
                self.clicked.emit(
                    value.get("menu") is True, QPoint(round(place[0][0] * zoom), round(place[0][1] * zoom))
                )

    def _on_renderer_terminated(self, *_: object) -> None:
        self._number += 1
        self._show(Pointed("nothing"), ())


def _on_no_click(done: Callable[[Click | None], None], _sentence: str) -> None:
    done(None)


def _read_boxes(value: object) -> tuple[Box, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(box for box in map(_read_box, value[:_MOST_BOXES]) if box is not None)


def _read_box(value: Any) -> Box | None:
    if not isinstance(value, list) or len(value) != 4 or not all(type(side) in (int, float) for side in value):
        return None
    left, top, width, height = value
    good = all(abs(side) < _FURTHEST for side in value)  # which no NaN is
    return (left, top, max(width, 0), max(height, 0)) if good else None


def _read_pointed(value: object) -> tuple[Pointed, tuple[Box, ...]]:
    said: Mapping[str, Any] = value if isinstance(value, dict) else {}
    kind = said.get("is")
    boxes = _read_boxes(said.get("boxes"))
    if kind == "element" and isinstance(tag := said.get("tag"), str):
        return Pointed("element", tag[:_LONGEST], bool(boxes), said.get("head") is True), boxes
    if kind == "rule" and type(count := said.get("count")) is int:
        states = tuple(str(state)[:_LONGEST] for state in said.get("states") or ())
        return Pointed(
            "rule", "", bool(boxes), count=count, states=states, media=str(said.get("media"))[:_LONGEST]
        ), boxes
    return Pointed("unused" if kind == "unused" else "nothing"), ()


def _read_click(html: str, value: object) -> Click | None:
    said: Mapping[str, Any] = value if isinstance(value, dict) else {}
    tag, offset = said.get("tag"), said.get("offset")
    if not isinstance(tag, str) or type(offset) is not int or offset < 0:
        return None
    return Click(tag[:_LONGEST], *place_behind(html, offset), said.get("control") is True)


def _on_rules_found(texts: Mapping[str, str], done: Callable[[Styled | None], None], value: object) -> None:
    said: Mapping[str, Any] = value if isinstance(value, dict) else {}
    tag, offset, rules = (said.get(name) for name in ("tag", "offset", "rules"))
    if not isinstance(tag, str) or type(offset) is not int or not isinstance(rules, list):
        done(None)
        return
    read = (_read_rule(texts, rule) for rule in rules[:_MOST_RULES])
    done(Styled(tag[:_LONGEST], *place_behind(texts[""], max(offset, 0)), tuple(rule for rule in read if rule)))


def _read_rule(texts: Mapping[str, str], value: object) -> Styling | None:
    said: Mapping[str, Any] = value if isinstance(value, dict) else {}
    file, offset, selector, whole = (said.get(name) for name in ("file", "offset", "selector", "whole"))
    if not isinstance(selector, str) or not isinstance(whole, str) or type(offset) is not int or file not in texts:
        return None
    return Styling(str(file), *place_behind(texts[str(file)], max(offset, 0)), selector[:_LONGEST], whole)
