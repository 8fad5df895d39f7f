"""What the browser's answers to a `css` block mean for a learner: the line, what it says, what was wanted.

The browser has judged; here the learner's own CSS is searched for the reason. In this order: the right declaration is
there and a stronger one wins; it stands in an `@media` that does not count here; the one that wins is a slip, or says
something else; its selector fits nothing; its style sheet is not asked for; nothing says it at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.checks.css.kinship import simple_parts
from app.checks.css.sheet_faults import sheet_faults
from app.checks.css.styles import Declared, Styles, sets
from app.checks.css.wanted import lacks_unit
from app.checks.html.places import Places
from app.checks.html.scene import Scene
from app.checks.rendered.answers import Row, Rows
from app.checks.rendered.effects import Effect
from app.checks.report import Fault, Place
from app.checks.wording.effects import EFFECTS
from app.checks.wording.sentences import fault
from app.checks.wording.wishes import here, never, when, wish
from app.page.nearest import nearest

MOST_FAULTS = 6
_OF_NO_PLACE = ("effect-unset", "pseudo-empty")


def unmet(effect: Effect, answer: Rows, scene: Scene, styles: Styles) -> list[Fault]:
    """The faults of one effect; none where it holds for every element and there is one."""
    if not answer.rows:
        return [_never(effect, scene) if answer.matched else _nothing(effect, scene, styles)]
    found: list[Fault] = []
    for row in answer.broken:
        if len(found) < MOST_FAULTS:
            found.append(_Reason(effect, row, scene, styles).fault())
    return told_once(found)


def told_once(faults: Sequence[Fault]) -> list[Fault]:
    """Without what was told already: the same thing at the same place, or that nothing sets a property."""
    kept: dict[tuple[str, ...], Fault] = {}
    for one in faults:
        place = "" if one.kind in _OF_NO_PLACE else str(one.place)
        kept.setdefault((one.kind, place, one.found if place else one.wanted), one)
    return list(kept.values())


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why an effect does not hold for one element."""

    effect: Effect
    row: Row
    scene: Scene
    styles: Styles

    def fault(self) -> Fault:
        """The most telling reason there is."""
        if self.effect.is_layout:
            return self._lying()
        declared = self.styles.about(self.row.element, self.row.part or self.effect.name, self.effect.moment)
        counting = [each for each in declared if each.counts(self.effect.setting)]
        winner = counting[-1] if counting else None
        meant = [each for each in declared if self._is_meant(each)]
        weaker = next((each for each in reversed(meant) if winner and each in counting and each is not winner), None)
        if winner and weaker:
            return self._overruled(winner, weaker)
        idle = next((each for each in reversed(meant) if each not in counting), None)
        if idle is not None and idle.rule is not None:
            return self._told("effect-elsewhere", idle.place, idle.written, around=idle.rule.around)
        if winner is None or not self._speaks_of_it(winner):
            return self._unsaid()
        return self._otherwise(winner)

    def _told(self, kind: str, place: Place | None, found: str, wanted: str = "", **more: str) -> Fault:
        """A fault about the element, with all that the sentences about effects may say."""
        effect, element = self.effect, self.row.element
        fields = {"tag": element.tag, "name": effect.name, "wish": wish(effect), "when": when(effect)}
        fields |= {"here": here(effect), "pseudo": effect.moment.pseudo}
        return fault(kind, place, effect.name, found, wanted or effect.written, **fields, **more)

    def _is_meant(self, declared: Declared) -> bool:
        """Whether a declaration says what is wanted, letter case and spaces aside."""
        said = "".join(declared.declaration.value.lower().split())
        same = declared.declaration.name == self.effect.name
        return same and any(said == "".join(text.lower().split()) for text in self.effect.wanted.plain)

    def _speaks_of_it(self, winner: Declared) -> bool:
        """Whether the declaration that wins was written for the states and the setting that are asked for."""
        if winner.inline:
            return True
        states, setting = set(self.effect.moment.states), self.effect.setting
        if states and not winner.states & states:
            return False
        return bool(winner.rule and winner.rule.around) or not any(self.styles.only_in(setting))

    def _overruled(self, winner: Declared, meant: Declared) -> Fault:
        more = {"line": str(meant.place.line if meant.place else 1), "rule": winner.selector}
        mine, its = winner.strength, meant.strength
        if mine[0] != its[0]:
            kind = "effect-overruled-important"
        elif winner.inline:
            kind = "effect-overruled-inline"
        else:
            kind = "effect-overruled" if mine[2:4] != its[2:4] else "effect-overruled-later"
        return self._told(kind, winner.place, winner.written, meant.written, **more)

    def _otherwise(self, winner: Declared) -> Fault:
        """The declaration that wins is a slip, or says something else."""
        if self.row.why == "empty":
            return self._told("pseudo-empty", winner.place, winner.written)
        declaration, wanted = winner.declaration, self.effect.wanted
        if len(declaration.tokens) == 1 and lacks_unit(declaration.name, declaration.tokens[0]):
            return self._told("value-unit", winner.place, winner.written)
        right = None if winner.is_colour else nearest(declaration.value.lower(), wanted.plain)
        if right is not None and right.isalpha() and right.lower() != declaration.value.lower():
            return self._told("value-misspelt", winner.place, winner.written, right)
        if wanted.changes:
            return self._told("effect-unchanged", winner.place, winner.written)
        return self._told("effect-wrong", winner.place, winner.written)

    def _unsaid(self) -> Fault:
        """Nothing says it: a rule for nothing, a sheet that is not asked for, or no such declaration."""
        name = self.effect.name
        idle = next((rule for rule in self.styles.idle(name) if rule.counts(self.effect.setting)), None)
        if idle is not None:
            return self._told("rule-unmatched", idle.place, " ".join(idle.rule.selector.split()))
        needed = [sheet.sheet.file for sheet in self.styles.sheets.loose if self.styles.says(sheet, name)]
        missing = next(sheet_faults(self.scene, self.styles.sheets, needed), None)
        if missing is not None:
            return missing
        place = self.styles.rule_for(self.row.element, self.effect.moment, self.effect.setting)
        kind = "pseudo-empty" if self.row.why == "empty" else "effect-unset"
        place = place or next((sheet.end for sheet in reversed(self.styles.sheets.used)), None)
        return self._told(kind, place or self.scene.tag_place(self.row.element), f"{name}: {self.row.found}")

    def _lying(self) -> Fault:
        """Elements that lie otherwise than they should."""
        why = self.row.why or ("gap" if self.effect.name == "--gap" else "")
        kind = f"lies-{why}" if f"lies-{why}" in EFFECTS else "lies-otherwise"
        return self._told(kind, self.scene.tag_place(self.row.element), self.row.found)


def _never(effect: Effect, scene: Scene) -> Fault:
    """A state that none of the elements can ever be in."""
    first = next(iter(scene.select(effect.moment.bearers[0].of)), scene.document.root)
    why = never(effect.moment.bearers)
    return fault("state-never", scene.tag_place(first), effect.name, effect.moment.written, effect.written, why=why)


def _nothing(effect: Effect, scene: Scene, styles: Styles) -> Fault:
    """A selector that finds nothing: a class or id that is nearly the one, or no such thing at all."""
    selector = effect.moment.selector
    parts = list(simple_parts(selector))
    for sign, name in parts:
        near = next(_nearly(scene, sign, name), None) if sign else None
        if near is not None:
            return near
    absent = next((sign + name for sign, name in parts if not scene.select(sign + name)), "")
    tag = next((name for sign, name in reversed(parts) if not sign), "")
    rule = next((rule.place for rule in styles.rules if selector in rule.selectors), None)
    first = next(iter(scene.select(tag)), None) if tag else None
    place = rule or (scene.tag_place(first) if first else Places(scene).missing(None, None, None, tag))
    kind = "selector-part" if absent and absent != selector else "selector-nothing"
    return fault(kind, place, tag or effect.name, selector, effect.written, name=absent, wish=wish(effect))


def _nearly(scene: Scene, sign: str, name: str) -> Iterator[Fault]:
    """Elements whose class or id is a slip of the finger away from one that nothing on the page has."""
    attribute = "class" if sign == "." else "id"
    if scene.select(f"{sign}{name}"):
        return
    for element in scene.document.elements:
        found = element.attribute(attribute)
        if found and any(nearest(word, [name]) for word in found.value.split()):
            place, written = scene.place(found.value_span or found.name_span), f'{attribute}="{found.value}"'
            yield fault("class-missing", place, element.tag, written, name, name=attribute)


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
