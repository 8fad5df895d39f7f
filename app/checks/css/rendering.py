"""What the browser's answers to a `css` block mean for a learner: the line, what it says, what was wanted."""

from __future__ import annotations

import re

from app.checks.css.answers import Row, Rows
from app.checks.css.effects import Effect
from app.checks.css.styles import Styles, sets
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.checks.wording.wishes import never, when, wish
from app.page.nearest import nearest

_NAMED = re.compile(r"([.#])([\w-]+)")
MOST_FAULTS = 6


def unmet(effect: Effect, answer: Rows, scene: Scene, styles: Styles) -> list[Fault]:
    """The faults of one effect; none where it holds for every element and there is one."""
    if not answer.rows:
        return [_never(effect, scene) if answer.matched else _nothing(effect, scene, styles)]
    found: dict[tuple[str, Place | None], Fault] = {}
    for row in answer.broken:
        if len(found) < MOST_FAULTS:
            one = _fault(effect, row, (scene, styles))
            found.setdefault((one.kind, one.place), one)
    return list(found.values())


def _fault(effect: Effect, row: Row, page: tuple[Scene, Styles]) -> Fault:
    scene, styles = page
    element = row.element
    if styles.missing:
        missing = styles.missing[0]
        return fault("style-sheet-missing", missing.place, "link", missing.href, effect.written)
    if effect.is_layout:
        return _lying(effect, row, scene)
    setting = styles.setting_of(element, effect.name)
    same = [s for s in styles.settings if s.declaration.name == effect.name and _meant(s.declaration.value, effect)]
    if row.why == "empty":
        return _told("pseudo-empty", scene.tag_place(element), effect, row, "")
    if setting is None:
        return _unset(effect, row, scene, styles)
    if any(s is not setting and styles.fits(s.selector, element) for s in same):
        return _told("effect-overruled", setting.place, effect, row, setting.written)
    kind = "effect-unchanged" if effect.wanted.word == "changes" else "effect-wrong"
    return _told(kind, setting.place, effect, row, setting.written)


def _told(kind: str, place: Place | None, effect: Effect, row: Row, found: str) -> Fault:
    """A fault about one element, with all that the sentences about effects may say."""
    return fault(
        kind,
        place,
        effect.name,
        found,
        effect.written,
        tag=row.element.tag,
        name=effect.name,
        wish=wish(effect),
        when=when(effect),
        pseudo=effect.moment.pseudo,
    )


def _unset(effect: Effect, row: Row, scene: Scene, styles: Styles) -> Fault:
    for setting in styles.settings:
        if sets(setting.declaration.name, effect.name) and not scene.select(setting.selector):
            return _told("rule-unmatched", setting.place, effect, row, setting.selector)
    place = styles.rule_for(row.element) or scene.tag_place(row.element)
    return _told("effect-unset", place, effect, row, f"{effect.name}: {row.found}")


def _meant(value: str, effect: Effect) -> bool:
    return any("".join(value.lower().split()) == "".join(text.lower().split()) for text in effect.wanted.plain)


def _lying(effect: Effect, row: Row, scene: Scene) -> Fault:
    """Elements that lie otherwise than they should."""
    kind = f"lies-{row.why}" if row.why else "lies-gap" if effect.name == "--gap" else "lies-otherwise"
    return _told(kind, scene.tag_place(row.element), effect, row, row.found)


def _never(effect: Effect, scene: Scene) -> Fault:
    """A state that none of the elements can ever be in."""
    first = next(iter(scene.select(effect.moment.bearers[0].of)), scene.document.root)
    why = never(effect.moment.bearers)
    return fault("state-never", scene.tag_place(first), effect.name, effect.moment.written, effect.written, why=why)


def _nothing(effect: Effect, scene: Scene, styles: Styles) -> Fault:
    """A selector that finds nothing: a class or id that is nearly the one, or no such thing at all."""
    selector = effect.moment.selector
    for sign, name in _NAMED.findall(selector):
        attribute = "class" if sign == "." else "id"
        for element in scene.document.elements:
            found = element.attribute(attribute)
            if found and name not in found.value.split() and any(nearest(word, [name]) for word in found.value.split()):
                place, written = scene.place(found.value_span or found.name_span), f'{attribute}="{found.value}"'
                return fault("class-missing", place, element.tag, written, name, name=attribute)
    rule = next((place for rule, place in styles.rules if rule.selector == selector), None)
    return fault("selector-nothing", rule, effect.name, selector, effect.written, wish=wish(effect))


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
