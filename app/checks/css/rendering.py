"""What the browser's answers to a `css` block mean for a learner: the line, what it says, what was wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.checks.css.effects import Effect
from app.checks.css.styles import Styles, sets
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.nearest import nearest

Answer = Mapping[str, Any]
_NAMED = re.compile(r"([.#])([\w-]+)")
MOST_FAULTS = 6


def is_answered(answer: Answer) -> bool:
    """Whether the browser could judge."""
    return isinstance(answer.get("elements"), list)


def unmet(effect: Effect, answer: Answer, scene: Scene, styles: Styles) -> list[Fault]:
    """The faults of one effect; none where it holds for every element and there is one."""
    rows = [row for row in answer["elements"] if 0 <= row.get("order", -1) < len(scene.document.elements)]
    if not rows:
        return [_nothing(effect, scene, styles)]
    found: dict[tuple[str, Place | None], Fault] = {}
    for row in rows:
        if not row.get("holds") and len(found) < MOST_FAULTS:
            element = scene.document.elements[row["order"]]
            one = _fault(effect, element, str(row.get("found", "")), (scene, styles))
            found.setdefault((one.kind, one.place), one)
    return list(found.values())


def _fault(effect: Effect, element: Element, computed: str, page: tuple[Scene, Styles]) -> Fault:
    scene, styles = page
    wanted = f"{effect.name}: {effect.value}"
    if styles.missing:
        missing = styles.missing[0]
        return fault("style-sheet-missing", missing.place, "link", missing.href, wanted)
    setting = styles.setting_of(element, effect.name)
    same = [
        s for s in styles.settings if s.declaration.name == effect.name and _same(s.declaration.value, effect.value)
    ]
    if setting is None:
        return _unset(effect, element, computed, scene, styles)
    if any(s is not setting and styles.fits(s.selector, element) for s in same):
        return fault("effect-overruled", setting.place, effect.name, setting.written, wanted, tag=element.tag)
    return fault("effect-wrong", setting.place, effect.name, setting.written, wanted, tag=element.tag)


def _unset(effect: Effect, element: Element, computed: str, scene: Scene, styles: Styles) -> Fault:
    wanted = f"{effect.name}: {effect.value}"
    for setting in styles.settings:
        if sets(setting.declaration.name, effect.name) and not scene.select(setting.selector):
            return fault("rule-unmatched", setting.place, effect.name, setting.selector, wanted, tag=element.tag)
    place = styles.rule_for(element) or scene.tag_place(element)
    found = f"{effect.name}: {computed}"
    return fault("effect-unset", place, effect.name, found, wanted, tag=element.tag, name=effect.name)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split() or one.lower().replace(" ", "") == other.lower().replace(" ", "")


def _nothing(effect: Effect, scene: Scene, styles: Styles) -> Fault:
    """A selector that finds nothing: a class or id that is nearly the one, or no such thing at all."""
    for sign, name in _NAMED.findall(effect.selector):
        attribute = "class" if sign == "." else "id"
        for element in scene.document.elements:
            found = element.attribute(attribute)
            if found and name not in found.value.split() and any(nearest(word, [name]) for word in found.value.split()):
                place, written = scene.place(found.value_span or found.name_span), f'{attribute}="{found.value}"'
                return fault("class-missing", place, element.tag, written, name, name=attribute)
    rule = next((place for rule, place in styles.rules if rule.selector == effect.selector), None)
    return fault("selector-nothing", rule, effect.name, effect.selector, f"{effect.name}: {effect.value}")


def explained(fault_found: Fault, slips: tuple[Fault, ...]) -> bool:
    """Whether a typing slip already says why a property does not hold."""
    name = fault_found.subject
    for slip in slips:
        if slip.kind in _STRUCTURAL:
            return True
        words = (slip.subject, slip.wanted if slip.kind == "property-misspelt" else "")
        if slip.kind in _OF_DECLARATIONS and any(word and (word == name or sets(word, name)) for word in words):
            return True
    return False


_STRUCTURAL = ("missing-brace", "missing-open-brace", "stray-brace", "unclosed-css-comment", "missing-semicolon")
_OF_DECLARATIONS = ("property-misspelt", "missing-colon", "missing-value", "unclosed-string", "unclosed-parenthesis")
