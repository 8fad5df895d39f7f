"""Ready-made audits: by axe-core in the browser where it has the rule, by our own look at the page where it has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.rules import RuleProblem
from app.checks.wording.sentences import TEMPLATES, fault
from app.page.html import Element
from app.page.nearest import nearest

AXE: dict[str, tuple[str, ...]] = {
    # our name: axe-core's rules
    "page-title": ("document-title",),
    "page-language": ("html-has-lang", "html-lang-valid"),
    "heading-order": ("heading-order",),
    "no-empty-headings": ("empty-heading",),
    "image-alt": ("image-alt", "input-image-alt", "role-img-alt"),
    "link-text": ("link-name",),
    "form-labels": ("label", "select-name"),
    "landmarks": ("landmark-one-main", "region"),
    "contrast": ("color-contrast",),
    "autocomplete": ("autocomplete-valid",),
    "target-size": ("target-size",),
    "viewport-not-locked": ("meta-viewport",),
}
OWN = ("valid-html", "one-h1")
LATER = (
    "accessible",
    "alt-not-filename",
    "focus-visible",
    "no-inline-style",
    "no-outside-requests",
    "no-presentational-tags",
    "print-friendly",
    "reflow-320",
    "share-card",
    "table-headers",
)
NAMES = (*AXE, *OWN, *LATER)


def read_audits(text: str, line: int) -> tuple[tuple[str, ...], tuple[RuleProblem, ...]]:
    """The names in an `audit` block and what is wrong with them, by line of the exercise file."""
    names: list[str] = []
    problems: list[RuleProblem] = []
    for number, words in enumerate(text.splitlines(), line):
        for name in words.replace(",", " ").split():
            if name in LATER:
                problems.append(
                    RuleProblem(number, f"This Midweek has no audit `{name}` yet.", "Leave it out for now.")
                )
            elif name not in NAMES:
                problems.append(RuleProblem(number, f"There is no audit `{name}`.", _advice(name)))
            else:
                names.append(name)
    if not names and not problems:
        problems.append(RuleProblem(line, "This block names no audit.", f"Write one, such as `{OWN[0]}`."))
    return tuple(dict.fromkeys(names)), tuple(problems)


def _advice(name: str) -> str:
    meant = nearest(name, NAMES)
    return f"Did you mean `{meant}`?" if meant else f"Midweek has {', '.join(f'`{n}`' for n in sorted((*AXE, *OWN)))}."


def axe_rules(names: tuple[str, ...]) -> tuple[str, ...]:
    """The axe-core rules behind these audits."""
    return tuple(dict.fromkeys(rule for name in names for rule in AXE.get(name, ())))


def found_by_axe(name: str, answer: Mapping[str, Any], scene: Scene) -> Iterator[Fault]:
    """The faults of one audit in axe-core's answer; elements that the page itself does not have are passed over."""
    for violation in answer.get("violations", ()):
        order = violation.get("order")
        if violation.get("rule") not in AXE[name] or not isinstance(order, int):
            continue
        if 0 <= order < len(scene.document.elements):
            yield _fault(
                name, _shown(name, scene.document.elements[order], scene), str(violation.get("summary", "")), scene
            )


def _shown(name: str, element: Element, scene: Scene) -> Element:
    """The element to show: for a missing title, the title that is empty, or the head."""
    if name == "page-title":
        return next((e for tag in ("title", "head") for e in scene.inside(None, (tag,)) if e.start), element)
    return element


def _fault(name: str, element: Element, summary: str, scene: Scene) -> Fault:
    kind = "audit-no-main" if name == "landmarks" and element.tag == "html" else f"audit-{name}"
    found = scene.document.source[slice(*element.start)] if element.start else f"<{element.tag}>"
    kind = kind if kind in TEMPLATES else "audit"
    return fault(kind, scene.tag_place(element), element.tag, found, _WANTED.get(name, ""), summary=summary)


_WANTED = {"page-title": "<title>", "page-language": 'lang="en-GB"', "one-h1": "<h1>", "image-alt": 'alt="…"'}


def found_by_us(name: str, scene: Scene) -> Iterator[Fault]:
    """The faults of an audit that needs no browser; `valid-html` has none beside the page's typing slips."""
    headings = scene.inside(None, ("h1",))
    if name != "one-h1" or len(headings) == 1:
        return
    if not headings:
        body = next(iter(scene.inside(None, ("body",))), scene.document.root)
        yield fault("element-missing", scene.tag_place(body), "h1", "", "<h1>")
        return
    lines = ", ".join(str(scene.line(heading)) for heading in headings[:12])
    yield fault("too-many", scene.tag_place(headings[1]), "h1", str(len(headings)), "1", lines=lines)
