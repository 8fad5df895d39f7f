"""Why the rules about a selector do not say a declaration: another one wins, its value is wrong, it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import tinycss2

from app.checks.css.shorthands import WEAK, longhands
from app.checks.css.values import LENGTHS
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.checks.wording.wishes import written_wish
from app.checks.written.blocks import WantedDeclaration, WantedRule
from app.checks.written.learners_rules import LearnersRule, Won, winners
from app.checks.written.values import Said
from app.checks.written.writing import Looked, Writing
from app.page.css import Declaration
from app.page.nearest import nearest
from app.page.vocabulary import DESCRIPTORS, PROPERTIES

_GAP = re.compile(rf"(?<=\d)\s+(?=(?:{'|'.join(sorted(LENGTHS))}|%)(?![\w-]))", re.IGNORECASE)


class DeclarationFaults:
    """The declarations of one block beside the learner's rules."""

    def __init__(self, writing: Writing, wanted: Sequence[WantedRule]) -> None:
        self.writing = writing
        self.wanted = wanted

    def faults(self, looked: Looked) -> Iterator[Fault]:
        """What is wrong with the declarations for a selector that has rules."""
        if not looked.wanted.declarations and not any(rule.says_something for rule, _ in looked.here):
            rule = looked.here[-1][0]
            yield fault("rule-empty", rule.head, rule.written)
        for declaration in looked.wanted.declarations:
            found = self._overruled if looked.says(declaration) else self._unsaid
            told = found(looked, declaration)
            if told is not None:
                yield told

    def inline(self, looked: Looked, wanted: Iterable[WantedDeclaration]) -> Fault | None:
        """A `style` attribute that says what is wanted of the style sheet."""
        wishes = list(wanted)
        for settings in self.writing.of_elements(looked.selector):
            for setting in settings or ():
                if any(declaration.value.holds(_sayings(setting.declaration)) for declaration in wishes):
                    name, rule = setting.declaration.name, looked.wanted.written
                    more = {"tag": self._tag(looked), "rule": rule}
                    return fault("declaration-inline", setting.place, name, setting.written, rule, **more)
        return None

    def _tag(self, looked: Looked) -> str:
        elements = self.writing.rules.kinship.elements(looked.selector)
        return self.writing.styles.scene.document.elements[min(elements)].tag

    def _overruled(self, looked: Looked, wanted: WantedDeclaration) -> Fault | None:
        over = looked.overruling(wanted)
        if over is not None:
            names = sorted(wanted.names & looked.own.keys())
            return _beaten(over, next(looked.own[name] for name in names if looked.counting[name] is over))
        inline = self.writing.inline(looked, wanted)
        if inline is None:
            return None
        tag = self._tag(looked)
        return fault("overruled-inline", inline.place, wanted.name, inline.written, wanted.written, tag=tag)

    def _unsaid(self, looked: Looked, wanted: WantedDeclaration) -> Fault | None:
        """Why the rules here do not say a declaration; None where a typing slip tells it."""
        loser = _losing(looked, wanted)
        if loser is not None:
            return loser
        wrong = _wrong(looked, wanted) or _other_property(looked, wanted)
        if wrong is None:
            return None if _slipped(looked, wanted) else self._missing(looked, wanted)
        rule, found = wrong
        joined = _without_gaps(found)
        if joined != found and wanted.value.holds(_sayings(joined)):
            shown, place = text_of(found), rule.place(found)
            return fault("declaration-gap", place, found.name, shown, text_of(joined), rule=rule.written)
        return _told("declaration-wrong", rule.place(found), (found.name, text_of(found), rule.written), wanted)

    def _missing(self, looked: Looked, wanted: WantedDeclaration) -> Fault:
        for rule, mine in looked.about:
            outside = rule.conditions != looked.wanted.conditions and wanted.value.holds(winners([(rule, mine)]))
            asked = any(wish.conditions == rule.conditions and wish is not looked.wanted for wish in self.wanted)
            if outside and not asked:
                return _declared_elsewhere(rule, mine, looked, wanted)
        inline = self.inline(looked, [wanted])
        if inline is not None:
            return inline
        rule = looked.here[-1][0]
        return _told("declaration-missing", rule.head, (rule.written, "", rule.written), wanted)


def _told(kind: str, place: Place, found: tuple[str, str, str], wanted: WantedDeclaration) -> Fault:
    """A fault about what a declaration says; `found` are its subject, what was found, and the rule."""
    subject, written, rule = found
    if wanted.value.plain:
        return fault(kind, place, subject, written, wanted.written, rule=rule)
    more = {"rule": rule, "name": wanted.name, "wish": written_wish(wanted.name, wanted.value.wanted)}
    return fault(f"{kind}-like", place, subject, written, wanted.written, **more)


def _losing(looked: Looked, wanted: WantedDeclaration) -> Fault | None:
    """A declaration that says what is wanted and does not count, because another for the same elements does."""
    for rule, selector in looked.here:
        for declaration in rule.declarations:
            if not wanted.value.holds(_sayings(declaration)):
                continue
            alone = winners([(rule.only(declaration), selector)])
            for name in sorted(wanted.names & alone.keys()):
                if looked.own[name].value != alone[name].value:
                    return _beaten(looked.own[name], alone[name])
    return None


def _wrong(looked: Looked, wanted: WantedDeclaration) -> tuple[LearnersRule, Declaration] | None:
    """The declaration that sets the property to something else, or not as importantly as is wanted."""
    exact = wanted.value.exact or {}
    present = [(name, looked.own[name]) for name in sorted(wanted.names & looked.own.keys())]
    bad = [won for name, won in present if won.value != exact.get(name)]
    same_name = [won for won in bad if won.declaration.name == wanted.name]
    if present and not bad:
        bad = [won for _, won in present]
    if not bad or (not same_name and len(present) < len(exact)):
        return None
    won = max(same_name or bad, key=lambda each: each.priority)
    return won.rule, won.declaration


def _other_property(looked: Looked, wanted: WantedDeclaration) -> tuple[LearnersRule, Declaration] | None:
    """The declaration whose property is misspelt, with another value, too; or that has the value under another name."""
    wishes = frozenset(name for each in looked.wanted.declarations for name in each.names)
    for rule, _ in looked.here:
        for declaration in rule.declarations:
            name = declaration.name
            if longhands(name, declaration.tokens).keys() & wishes:
                continue
            known = name in PROPERTIES | DESCRIPTORS
            alike = _plain(declaration.value) == _plain(wanted.written.partition(":")[2])
            near = not known and nearest(name, [wanted.name]) is not None
            told = not known and not name.startswith("--") and nearest(name, PROPERTIES) is not None
            if (near and not (alike and told)) or (alike and not told):
                return rule, declaration
    return None


def _slipped(looked: Looked, wanted: WantedDeclaration) -> bool:
    """Whether a typing slip in the rules here says already why a declaration is not there."""
    for rule, _ in looked.here:
        start, end = rule.standing.rule.span
        for slip in rule.sheet.sheet.slips:
            names = (slip.subject, slip.detail if slip.kind == "unknown-property" else "")
            if start <= slip.span.start < end and wanted.name in names:
                return True
    return False


def _declared_elsewhere(rule: LearnersRule, mine: str, looked: Looked, wanted: WantedDeclaration) -> Fault:
    says = winners([(rule, mine)])
    found = next(says[name] for name in sorted(wanted.names & says.keys())).declaration
    place, shown = rule.place(found), text_of(found)
    if looked.wanted.conditions:
        return fault("declaration-outside", place, wanted.name, shown, looked.wanted.around)
    return fault("declaration-inside", place, wanted.name, shown, "", around=around(rule))


def _beaten(winner: Won, loser: Won) -> Fault:
    """What wins over what, and why."""
    place = winner.rule.place(winner.declaration)
    line = str(loser.rule.place(loser.declaration).line)
    kind = "overruled-later"
    if winner.declaration.important and not loser.declaration.important:
        kind = "overruled-important"
    elif winner.priority[2] > loser.priority[2]:
        kind = "overruled-stronger"
    found, wanted, rule = text_of(winner.declaration), text_of(loser.declaration), winner.rule.written
    return fault(kind, place, winner.declaration.name, found, wanted, line=line, rule=rule)


def _sayings(declaration: Declaration) -> dict[str, Said]:
    values = longhands(declaration.name, declaration.tokens)
    return {name: Said(value.removeprefix(WEAK), declaration) for name, value in values.items()}


def _without_gaps(declaration: Declaration) -> Declaration:
    """A declaration whose numbers stand next to their units: `1 rem` as `1rem`."""
    value = _GAP.sub("", declaration.value)
    tokens = [
        token for token in tinycss2.parse_component_value_list(value) if token.type not in ("whitespace", "comment")
    ]
    return replace(declaration, value=value, tokens=tuple(tokens)) if value != declaration.value else declaration


def _plain(value: str) -> str:
    return "".join(value.lower().split())


def text_of(declaration: Declaration) -> str:
    """A declaration as a learner reads it."""
    return f"{declaration.name}: {declaration.value}{' !important' if declaration.important else ''}"


def around(rule: LearnersRule) -> str:
    """The at-rules that a rule stands in, in their one form."""
    return " ".join(part for part in rule.standing.context if not part.startswith("@layer"))
