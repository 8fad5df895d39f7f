"""What axe-core finds, as faults: the element, its line, what is there and what was wanted.

axe-core is asked once for all audits of an inspection, with the rules that they need and no others. What it calls
`incomplete` (words over a picture, whose contrast it cannot measure) is neither wrong nor right to it: it counts as
right here, since a page that is right never fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.axe import RULES
from app.checks.wording.sentences import fault
from app.page.html import Element

Answer = Mapping[str, Any]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEST_PRACTICE = _words(
    """empty-heading heading-order landmark-banner-is-top-level landmark-contentinfo-is-top-level
    landmark-main-is-top-level landmark-no-duplicate-banner landmark-no-duplicate-contentinfo
    landmark-no-duplicate-main landmark-one-main region scope-attr-valid"""
)
_EXPERIMENTAL = frozenset(("css-orientation-lock", "p-as-heading", "table-fake-caption", "td-has-header"))
WCAG_AA = tuple(rule for rule in RULES if rule not in _BEST_PRACTICE | _EXPERIMENTAL)
"""axe-core's rules for WCAG 2.2, levels A and AA, as far as they are neither deprecated nor experimental."""

_ABOUT = {
    # rule: the attribute that it is about
    "html-lang-valid": "lang",
    "valid-lang": "lang",
    "autocomplete-valid": "autocomplete",
    "meta-viewport": "content",
    "aria-roles": "role",
    "aria-deprecated-role": "role",
    "scope-attr-valid": "scope",
    "avoid-inline-spacing": "style",
}
_IMPLIED = frozenset(("html", "head", "body", "tbody"))  # what is there though nobody wrote it


def is_answered(answer: Answer) -> bool:
    """Whether axe-core could judge."""
    given = answer.get("violations")
    return isinstance(given, list) and all(
        isinstance(one, Mapping) and isinstance(one.get("rule"), str) and isinstance(one.get("order"), int)
        for one in given
    )


def found_by_axe(rules: Iterable[str], answer: Answer, scene: Scene) -> Iterator[Fault]:
    """The faults of some rules in axe-core's answer; elements that the page itself does not have are passed over,
    and so is what a browser opens once more because its end tag was forgotten.
    """
    wanted = frozenset(rules)
    violations = answer["violations"] if is_answered(answer) else ()
    if any(violation.get("rule") == "landmark-one-main" for violation in violations):
        wanted -= {"region"}  # what is about the page stands outside its parts because there is no <main>
    for violation in violations:
        rule, order = violation["rule"], violation["order"]
        if rule not in wanted or not 0 <= order < len(scene.document.elements):
            continue
        element = scene.document.elements[order]
        if element.start or element.tag in _IMPLIED:
            yield _fault(rule, violation, _shown(rule, element, scene), scene)


def _shown(rule: str, element: Element, scene: Scene) -> Element:
    """The element to show: for a missing title, the title that is empty, or the head; for a missing main, the body."""
    tags = {"document-title": ("title", "head"), "landmark-one-main": ("body",), "bypass": ("body",)}.get(rule, ())
    return next((e for tag in tags for e in scene.inside(None, (tag,)) if e.start), element)


def _fault(rule: str, violation: Answer, element: Element, scene: Scene) -> Fault:
    if rule == "document-title":
        return untitled(element, scene)
    wanted = RULES[rule][1]
    details = _details(violation)
    if rule == "color-contrast" and "contrastRatio" in details:
        found, wanted = _contrast(details)
    elif rule == "target-size" and "width" in details:
        found, wanted = f"{_rounded(details['width'])} by {_rounded(details.get('height'))} pixels", "24 pixels"
    else:
        found = _written(rule, details, element, scene)
    return fault(f"axe-{rule}", scene.tag_place(element), element.tag, found, wanted)


def untitled(element: Element, scene: Scene) -> Fault:
    """A page without a title; `element` is the title that is empty, or what it is missing in."""
    if element.tag == "title" and element.start:
        return fault("text-empty", scene.place((element.start.end, element.start.end)), "title")
    return fault("axe-document-title", scene.tag_place(element), "title", "", RULES["document-title"][1])


def _details(violation: Answer) -> dict[str, Any]:
    """What axe-core's checks measured: their objects in one, and under `words` the words they point at."""
    details: dict[str, Any] = {}
    for data in violation.get("data") or ():
        if isinstance(data, dict):
            details = {**data, **details}
            data = data.get("values", data.get("value"))  # noqa: PLW2901
        words = [data] if isinstance(data, str) else data
        if isinstance(words, list) and words and all(isinstance(word, str) for word in words):
            details.setdefault("words", words)
    return details


def _rounded(size: object) -> str:
    return f"{size:.0f}" if isinstance(size, int | float) else str(size)


def _contrast(details: Mapping[str, Any]) -> tuple[str, str]:
    found = f"{details.get('fgColor')} on {details.get('bgColor')} is {details['contrastRatio']} to 1"
    return found, str(details.get("expectedContrastRatio", "4.5:1")).replace(":", " to ")


def _written(rule: str, details: Mapping[str, Any], element: Element, scene: Scene) -> str:
    """The attribute that a rule is about, the words axe-core points at, or else the whole start tag, as written."""
    attribute = element.attribute(_ABOUT.get(rule, ""))
    if attribute and attribute.value_span:
        end = attribute.value_span.end
        quoted = scene.document.source[end : end + 1] in ('"', "'")
        return scene.document.source[attribute.name_span.start : end + quoted]
    if rule.startswith("aria-") and "words" in details:
        return ", ".join(details["words"])
    return scene.document.source[slice(*element.start)] if element.start else f"<{element.tag}>"
