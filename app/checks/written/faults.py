"""Why the learner's style sheets do not say what a `css written` block wants: each fault once, where it stands.

The rules are looked for as the learner meant them (app/page/css.py puts right what was forgotten), in every sheet that
is there; typing slips are told beside this and not again. First comes what keeps a whole sheet or rule from counting:
its link, its selector, its `@media`. Then each declaration by itself, under the selector as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.checks.css.kinship import Kinship, simple_parts
from app.checks.css.sheet_faults import sheet_faults
from app.checks.css.sheets import MOST_CSS, PageSheet
from app.checks.css.styles import Styles
from app.checks.html.places import Places
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.checks.written.blocks import WantedRule
from app.checks.written.declaration_faults import DeclarationFaults, around
from app.checks.written.learners_rules import LearnersRule, LearnersRules, strictly, winners
from app.checks.written.writing import Looked, Writing
from app.page.nearest import distance, nearest

_KINDS = {".": "selector-of-class", "#": "selector-of-id", "": "selector-of-tag"}


class WrittenCheck:
    """One page looked at with the rules of `css written` blocks."""

    def __init__(self, scene: Scene, styles: Styles) -> None:
        self.scene = scene
        self.styles = styles
        self.kinship = Kinship(scene)
        self.strict = Writing(LearnersRules(strictly(styles.sheets.used), self.kinship), styles)

    def faults(self, wanted: Sequence[WantedRule]) -> tuple[bool, list[Fault]]:
        """Whether all rules are there, and if not what is wrong beside typing slips."""
        failing = [rule for rule in wanted if not self.strict.holds(rule)]
        if not failing:
            return True, []
        found = _Search(self, wanted).faults(failing)
        return False, list({(one.kind, one.place, one.wanted): one for one in found}.values())


class _Search:
    def __init__(self, check: WrittenCheck, wanted: Sequence[WantedRule]) -> None:
        self.scene, self.styles, self.kinship = check.scene, check.styles, check.kinship
        self.sheets = check.styles.sheets
        self.wanted = wanted
        self.rules = LearnersRules([*self.sheets.used, *self.sheets.loose], self.kinship)
        self.writing = Writing(self.rules, check.styles)
        self.declarations = DeclarationFaults(self.writing, wanted)
        self._claimed: set[int] = set()

    def faults(self, failing: Sequence[WantedRule]) -> Iterator[Fault]:
        """The faults of the rules that are not there."""
        if self.sheets.too_long:
            place, length = self.sheets.too_long
            yield fault("sheets-too-long", place, "style", f"{length:,}", f"{MOST_CSS:,}")
        sheets = list(self._of_sheets(failing))
        yield from sheets
        if sheets and not self.sheets.loose:
            return
        for rule in failing:
            yield from self._of_rule(rule)

    def _of_sheets(self, failing: Sequence[WantedRule]) -> Iterator[Fault]:
        """Sheets that are asked for and not there, and those that hold what is wanted and are not asked for."""
        about = {
            rule.sheet.sheet.file
            for wish in failing
            for selector in wish.selectors
            for rule, _ in self.rules.about(selector, wish)
        }
        yield from sheet_faults(self.scene, self.sheets, about)

    # rules

    def _of_rule(self, wanted: WantedRule) -> Iterator[Fault]:
        looks = [self.writing.look(selector, wanted) for selector in wanted.selectors]
        absent = [looked for looked in looks if not looked.here]
        if absent and len(absent) == len(looks) > 1 and not any(self._nearly(looked) for looked in looks):
            absent = looks[:1]
        for looked in absent:
            yield from self._absent(looked)
        for looked in looks:
            if looked.here:
                yield from self.declarations.faults(looked)

    def _absent(self, looked: Looked) -> Iterator[Fault]:
        """No rule is about a selector here: one that is meant to be, or what is missing altogether."""
        meant = self._nearly(looked) or self._elsewhere(looked) or self._with_the_same(looked)
        if meant is None:
            yield self._nothing(looked)
            return
        rule, told = meant
        self._claimed.add(id(rule))
        yield told
        yield from self.declarations.faults(
            self.writing.look(looked.selector, looked.wanted, [(rule, looked.selector)])
        )

    def _free(self) -> Iterator[LearnersRule]:
        """The learner's rules that are about nothing the block wants."""
        for rule in self.rules.all:
            taken = any(
                self.kinship.same(mine, its)
                for wish in self.wanted
                for its in wish.selectors
                for mine in rule.selectors
            )
            if not taken and id(rule) not in self._claimed:
                yield rule

    def _nearly(self, looked: Looked) -> tuple[LearnersRule, Fault] | None:
        """A rule whose selector fits nothing, or is a letter or two away."""
        for rule in self.rules.all:
            if id(rule) in self._claimed or rule.standing.surrounds != (looked.selector[:1] == "@"):
                continue
            for mine in rule.selectors:
                told = self._misspelt(mine, rule, looked)
                if told is not None:
                    return rule, told
        return None

    def _misspelt(self, mine: str, rule: LearnersRule, looked: Looked) -> Fault | None:
        wanted = looked.selector
        if any(self.kinship.same(mine, each) for wish in self.wanted for each in wish.selectors):
            return None
        if mine[:1] != "@":
            for part in self.kinship.strange_parts(mine):
                for other in self._meant(part, wanted):
                    if self.kinship.same(_replaced(mine, part, other), wanted) and other in self.kinship.names:
                        shown = f"<{other[1]}>" if not other[0] else other[1]
                        return fault(_KINDS[other[0]], rule.head, mine, mine, "".join(other), name=shown)
        most = 1 if min(len(mine), len(wanted)) < 4 else 2
        if distance(mine, wanted, most) > most:
            return None
        says = rule.declarations and any(d.value.holds(winners([(rule, mine)])) for d in looked.wanted.declarations)
        if not says and mine[:1] != "@" and not self.kinship.fits_nothing(mine):
            return None
        return fault("selector-misspelt", rule.head, mine, rule.written if mine[:1] == "@" else mine, wanted)

    def _meant(self, part: tuple[str, str], wanted: str) -> Iterator[tuple[str, str]]:
        """What a part of a selector that fits nothing can be meant to be: with another sign, or a letter away."""
        known = dict.fromkeys([*simple_parts(wanted), *sorted(self.kinship.names)])
        yield from (other for other in known if other[1] == part[1] and other[0] != part[0])
        for sign in dict.fromkeys((part[0], ".", "#", "")):
            near = nearest(part[1], [name for its, name in known if its == sign])
            if near:
                yield sign, near

    def _elsewhere(self, looked: Looked) -> tuple[LearnersRule, Fault] | None:
        """A rule for the same elements in other conditions, which says what is wanted."""
        wanted = looked.wanted
        for rule, mine in looked.about:
            says = winners([(rule, mine)])
            there = not wanted.declarations or any(each.value.holds(says) for each in wanted.declarations)
            narrow = bool(rule.conditions and wanted.conditions)
            asked = any(rule.conditions == wish.conditions and wish is not wanted for wish in self.wanted)
            if (there or narrow) and not asked:
                return rule, self._of_conditions(rule, wanted)
        return None

    def _of_conditions(self, rule: LearnersRule, wanted: WantedRule) -> Fault:
        outer = around(rule)
        if not wanted.conditions:
            return fault("rule-inside", rule.head, rule.written, outer, "")
        if not rule.conditions:
            return fault("rule-outside", rule.head, rule.written, "", wanted.around)
        return fault("media-wrong", self._opening(rule), outer, outer, wanted.around)

    def _opening(self, rule: LearnersRule) -> Place:
        """The place of the at-rule that a rule stands in; of the rule itself where a link's `media` is meant."""
        outer = [
            other
            for other in self.rules.all
            if other.standing.surrounds
            and other.sheet is rule.sheet
            and other.standing.context + other.selectors == rule.standing.context
        ]
        return outer[-1].head if outer else rule.head

    def _with_the_same(self, looked: Looked) -> tuple[LearnersRule, Fault] | None:
        """A rule for something else that says all that is wanted."""
        wanted = looked.wanted
        for rule in self._free() if wanted.declarations else ():
            says = winners([(rule, rule.selectors[0])]) if rule.selectors else {}
            if rule.conditions == wanted.conditions and all(d.value.holds(says) for d in wanted.declarations):
                return rule, fault("selector-wrong", rule.head, rule.written, rule.written, wanted.written)
        return None

    def _nothing(self, looked: Looked) -> Fault:
        """A rule that is missing, told where it should stand; or the style attribute that says it instead."""
        wanted = looked.wanted
        inline = self.declarations.inline(looked, wanted.declarations)
        if inline is not None:
            return inline
        beside = [rule for rule in self.rules.all if set(rule.selectors) & set(wanted.selectors)]
        if beside and len(wanted.selectors) > 1 and beside[0].conditions == wanted.conditions:
            rule = beside[0]
            return fault("selector-missing", rule.head, rule.written, rule.written, looked.selector)
        if wanted.is_at_rule:
            return fault("at-rule-unwritten", self._end(), wanted.written, "", wanted.whole)
        if wanted.around:
            whole = f"{wanted.around} {{ {wanted.whole} }}"
            inside = [
                rule for rule in self.rules.all if rule.conditions == wanted.conditions and not rule.standing.surrounds
            ]
            place = inside[-1].head if inside else self._end()
            place = self._beside(wanted) or place
            wish, outer = wanted.whole if inside else whole, wanted.around
            return fault("rule-unwritten-inside", place, wanted.written, "", wish, around=outer)
        return fault("rule-unwritten", self._beside(wanted) or self._end(), wanted.written, "", wanted.whole)

    def _beside(self, wanted: WantedRule) -> Place | None:
        """Behind the rule that the block asks for before this one, or before the next, under the same conditions."""
        at = next(number for number, wish in enumerate(self.wanted) if wish is wanted)
        for wishes, behind in ((reversed(self.wanted[:at]), True), (iter(self.wanted[at + 1 :]), False)):
            for wish in wishes:
                here = self.writing.look(wish.selectors[0], wish).here if wish.conditions == wanted.conditions else []
                if here:
                    return here[-1][0].tail if behind else here[0][0].head
        return None

    def _end(self) -> Place:
        """Where a rule that is missing should stand."""
        sheets: list[PageSheet] = [*self.sheets.loose, *self.sheets.used]
        if sheets:
            return sheets[-1].end
        return Places(self.scene).missing(None, None, None, "style")


def _replaced(selector: str, part: tuple[str, str], other: tuple[str, str]) -> str:
    """A selector with one class, id or tag put in place of another."""
    old, new = "".join(part), "".join(other)
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda _: new, selector)
