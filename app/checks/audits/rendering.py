"""Audits that have to be seen: the page on a narrow screen, on paper, and from the keyboard.

`reflow-320`: on a screen of 320 CSS pixels, nothing makes the page scroll sideways (WCAG 1.4.10). What scrolls in a
box of its own, such as a wide table in `overflow-x: auto`, is right.
`print-friendly`: the page has rules for paper (`@media print`, or a style sheet with `media="print"`), and no `<nav>`
is printed. Anything more, such as the addresses of links, is worth a check of its own: `@media print { a::after { … }
}`.
`focus-visible`: whatever the Tab key reaches looks different when it is reached (WCAG 2.4.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.css import AtRule, Rule, StyleRule, parse_css
from app.page.html import Element
from app.page.page import Page

Question = Mapping[str, Any]
Answer = Mapping[str, Any]

NARROW = 320
REFLOW: tuple[Question, ...] = ({"ask": "reflow", "at": {"width": NARROW}},)
FOCUS: tuple[Question, ...] = ({"ask": "focus"},)
PRINT: tuple[Question, ...] = (
    {
        "ask": "effect",
        "selector": "nav, :has(nav)",
        "property": "display",
        "value": "none",
        "at": {"media": "print"},
    },
)


def reflow(answers: Sequence[Answer], scene: Scene) -> list[Fault] | None:
    """What is wider than a narrow screen; None where the browser could not say."""
    rows = _rows(answers, scene)
    if rows is None:
        return None
    return [
        fault("too-wide", scene.tag_place(element), element.tag, f"{row.get('found')} pixels", f"{NARROW} pixels")
        for element, row in rows
    ]


def focus(answers: Sequence[Answer], scene: Scene) -> list[Fault] | None:
    """What does not show that the Tab key has reached it; None where the browser could not say."""
    rows = _rows(answers, scene)
    if rows is None:
        return None
    return [
        fault("focus-unseen", scene.tag_place(element), element.tag, "no change", ":focus-visible")
        for element, row in rows
        if not row.get("holds")
    ]


def printed(answers: Sequence[Answer], scene: Scene) -> list[Fault] | None:
    """Navigations that are printed: neither they nor anything around them is hidden on paper."""
    rows = _rows(answers, scene)
    if rows is None:
        return None
    hidden = [element for element, row in rows if row.get("holds")]
    return [
        fault("nav-printed", scene.tag_place(nav), "nav", "printed", "display: none")
        for nav in scene.inside(None, ("nav",))
        if not any(outer is nav or scene.holds(outer, nav) for outer in hidden[:100])
    ]


def _rows(answers: Sequence[Answer], scene: Scene) -> list[tuple[Element, Answer]] | None:
    """The elements of an answer, with what it says of each; None where it makes no sense."""
    rows = answers[0].get("elements") if answers else None
    if not isinstance(rows, list):
        return None
    elements = scene.document.elements
    known = [row for row in rows if isinstance(row, Mapping) and row.get("order") in range(len(elements))]
    return [(elements[row["order"]], row) for row in known] if len(known) == len(rows) else None


def without_print(scene: Scene, page: Page) -> Iterator[Fault]:
    """A page without a single rule for paper."""
    sheets = scene.inside(None, ("style", "link"))
    if any(_for_paper(sheet.get("media") or "") for sheet in sheets):
        return
    texts = [sheet.text for sheet in sheets if sheet.tag == "style"]
    texts += [file.text for file in page.files if file.name.lower().endswith(".css")]
    if not any("print" in text.lower() and any(map(_prints, parse_css(text).rules)) for text in texts):
        shown = next((head for head in scene.inside(None, ("head",)) if head.start), scene.document.root)
        yield fault("print-rules-missing", scene.tag_place(shown), shown.tag, "", "@media print")


def _prints(rule: Rule) -> bool:
    """Whether a rule, or one inside it, says something for paper."""
    if isinstance(rule, StyleRule):
        return any(map(_prints, rule.rules))
    if rule.name == "media" and _for_paper(rule.prelude):
        return any(map(_says, rule.rules))
    return (rule.name == "import" and _for_paper(rule.prelude)) or any(map(_prints, rule.rules))


def _says(rule: Rule) -> bool:
    return bool(rule.declarations) or (isinstance(rule, AtRule | StyleRule) and any(map(_says, rule.rules)))


def _for_paper(media: str) -> bool:
    """Whether one query of a media list is for paper, and not for everything else but paper."""
    return any("print" in query.split() and query.split()[0] != "not" for query in media.lower().split(","))
