"""How the styles of one page differ from those that were wanted, each difference once and where it was written.

Blocks are paired by surrounding and selector first; what is left over on both sides is paired by likeness (a letter's
difference, or the same declarations), so that a misspelt selector is one difference and not two. Inside a pair, what
differs is told by declaration, never by longhand: one wrong `margin` is one difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import NamedTuple

from app.checks.comparison.difference import Difference
from app.checks.css.cascade import Block, Context, Entry, Styles
from app.checks.css.specificity import specificity
from app.page.css import AtRule, Declaration, Rule, StyleRule
from app.page.nearest import distance, nearest
from app.page.nodes import Span
from app.page.vocabulary import PROPERTIES

_MOST_TOLD = 200
_MOST_PAIRED = 60  # left-over blocks looked at for likeness; more is another style sheet


class _Pair(NamedTuple):
    wanted: Block
    found: Block


def style_differences(wanted: Styles, found: Styles, meet: Callable[[str, str], bool]) -> list[Difference]:
    """What is missing, too much or otherwise in the submitted styles, in no order.

    `meet` tells whether some element of the wanted page is matched by both of two selectors.
    """
    return _Styles(wanted, found, meet).told


class _Styles:
    """The comparison of the styles of two pages; `told` is what came of it."""

    def __init__(self, wanted: Styles, found: Styles, meet: Callable[[str, str], bool]) -> None:
        self.wanted = wanted
        self.meet = meet
        self.found = found
        self.told: list[Difference] = []
        self._seen: set[tuple[object, ...]] = set()
        both = [_Pair(block, found.blocks[key]) for key, block in wanted.blocks.items() if key in found.blocks]
        missing = [block for key, block in wanted.blocks.items() if key not in found.blocks]
        extra = [block for key, block in found.blocks.items() if key not in wanted.blocks]
        missing, extra, paired = self._pair_surroundings(missing, extra)
        both += paired
        both += self._pair_selectors(missing, extra, both)
        self.counterparts = {id(pair.wanted): pair.found for pair in both}
        self.partners = {
            id(rule): partner
            for pair in both
            if len(pair.wanted.rules) == len(pair.found.rules)
            for rule, partner in zip(pair.wanted.rules, pair.found.rules, strict=True)
        }
        for pair in both:
            self._block(pair)
        self._alone(missing, extra)
        self._orders(both)

    def _tell(self, difference: Difference, *once: object) -> None:
        """Keep a difference unless the same was told of these declarations or rules (a rule has several selectors)."""
        key = (difference.kind, *map(id, once))
        if not once or key not in self._seen:
            self._seen.add(key)
            self.told.append(difference)

    # surroundings and selectors

    def _pair_surroundings(
        self, missing: list[Block], extra: list[Block]
    ) -> tuple[list[Block], list[Block], list[_Pair]]:
        """`@media` rules whose condition is another one, told once for all blocks inside."""
        known = {context for context, _ in self.found.blocks} & {context for context, _ in self.wanted.blocks}
        lost = {block.context for block in missing} - known
        new = {block.context for block in extra} - known
        pairs: list[_Pair] = []
        for context in sorted(lost):
            inside = {block.selector: block for block in missing if block.context == context}
            best = max(new, key=lambda c: _shared(inside, extra, c), default=None)
            if best is None or not _shared(inside, extra, best) or len(best) != len(context):
                continue
            new.discard(best)
            for block in [b for b in extra if b.context == best and b.selector in inside]:
                pairs.append(_Pair(inside[block.selector], block))
                extra = [other for other in extra if other is not block]
                missing = [other for other in missing if other is not inside[block.selector]]
            self._tell(self._media_wrong(context, best, pairs[-1].found))
        return missing, extra, pairs

    def _media_wrong(self, wanted: Context, found: Context, block: Block) -> Difference:
        """The two conditions as they are written; those of a `media` attribute in their one form."""
        here, there = self.found.surroundings.get(found), self.wanted.surroundings.get(wanted)
        span = here.span if here else block.rule.span
        written = here.written if here else found[-1]
        return Difference("media-wrong", span, written, written, there.written if there else wanted[-1])

    def _pair_selectors(self, missing: list[Block], extra: list[Block], both: list[_Pair]) -> list[_Pair]:
        rules_kept = {id(pair.found.rule) for pair in both} | {id(pair.found.last) for pair in both}
        pairs: list[_Pair] = []
        for block in list(missing[:_MOST_PAIRED]):
            near = [other for other in extra[:_MOST_PAIRED] if other.context == block.context]
            best = max(near, key=lambda other: _likeness(block, other), default=None)
            if best is None or _likeness(block, best) < 0.5:
                continue
            missing.remove(block)
            extra.remove(best)
            pairs.append(_Pair(block, best))
            slip = distance(block.selector, best.selector, 2) <= 2 and id(best.rule) not in rules_kept
            span = selector_span(best, best.selector)
            kind = "selector-misspelt" if slip else "selector-wrong"
            self._tell(Difference(kind, span, best.selector, best.selector, block.selector))
        return pairs

    def _alone(self, missing: list[Block], extra: list[Block]) -> None:
        """Rules and selectors that stand on one side only."""
        for block in missing[:_MOST_TOLD]:
            beside = self._beside(block)
            if beside is not None:
                wanted = block.selector
                self._tell(Difference("selector-missing", _head(beside), beside.selector, _written(beside), wanted))
                continue
            kind = "rule-missing" if isinstance(block.rule, StyleRule) else "at-rule-missing"
            place = self._place_for(block.rule, block.context)
            self._tell(Difference(kind, place, block.selector, "", _written(block)), block.rule)
        kept = {id(found.rule) for found in self.counterparts.values()}
        for block in extra[:_MOST_TOLD]:
            if id(block.rule) in kept and block.rule is block.last:
                span = selector_span(block, block.selector)
                self._tell(Difference("selector-extra", span, block.selector, block.selector))
            elif block.entries or isinstance(block.rule, AtRule):
                kind = "rule-extra" if isinstance(block.rule, StyleRule) else "at-rule-extra"
                self._tell(Difference(kind, _head(block), block.selector, _written(block)), block.rule)

    def _beside(self, missing: Block) -> Block | None:
        """The submitted block of another selector of the same rule: the rule is there, and only lacks this selector."""
        partner = self.partners.get(id(missing.rule)) if missing.rule is missing.last else None
        return next((b for b in self.found.blocks.values() if partner is not None and b.last is partner), None)

    def _place_for(self, missing: Rule, context: Context) -> Span:
        """Where a missing rule should stand: at the end of the rule before it, or where what it stands in begins."""
        before: tuple[int, Rule] | None = None
        for block in self.wanted.blocks.values():
            for rule in block.rules if block.context[: len(context)] == context else ():
                partner = self.partners.get(id(rule))
                if partner is not None and rule.span.start < missing.span.start:
                    before = max(before or (-1, partner), (rule.span.start, partner), key=lambda pair: pair[0])
        if before is not None:
            end = before[1].span.end
            return Span(max(end - 1, before[1].span.start), end)
        if context in self.found.surroundings:
            return self.found.surroundings[context].span
        return self.found.sheets[0] if self.found.sheets else Span(0, 0)

    # declarations

    def _block(self, pair: _Pair) -> None:
        missing: defaultdict[int, list[str]] = defaultdict(list)
        extra: defaultdict[int, list[str]] = defaultdict(list)
        wrong: dict[tuple[int, int], tuple[Declaration, Declaration]] = {}
        declarations: dict[int, Declaration] = {}
        for name in {**pair.wanted.entries, **pair.found.entries}:
            want, have = pair.wanted.entries.get(name), pair.found.entries.get(name)
            if want is not None and have is not None:
                if not _same(want, have) and _text(want.declaration) == _text(have.declaration):
                    self._tell(_beside(name, want, have, pair.found))
                elif not _same(want, have):
                    wrong[id(want.declaration), id(have.declaration)] = (want.declaration, have.declaration)
            elif want is not None and not want.weak:
                declarations[id(want.declaration)] = want.declaration
                missing[id(want.declaration)].append(name)
            elif have is not None and not have.weak:
                declarations[id(have.declaration)] = have.declaration
                extra[id(have.declaration)].append(name)
        self._told_declarations(
            pair, list(wrong.values()), [declarations[i] for i in missing], [declarations[i] for i in extra]
        )

    def _told_declarations(
        self,
        pair: _Pair,
        wrong: list[tuple[Declaration, Declaration]],
        missing: list[Declaration],
        extra: list[Declaration],
    ) -> None:
        changed = {id(want) for want, _ in wrong}, {id(have) for _, have in wrong}
        for want, have in _one_each(wrong):
            rule = {"rule": pair.found.selector}
            self._tell(
                Difference("declaration-wrong", have.span, have.name, _text(have), _text(want), rule), want, have
            )
        missing = [declaration for declaration in missing if id(declaration) not in changed[0]]
        extra = [declaration for declaration in extra if id(declaration) not in changed[1]]
        for have in list(extra):
            meant = _meant(have, missing)
            if meant is None:
                continue
            extra.remove(have)
            missing.remove(meant)
            misspelt = have.name not in PROPERTIES and nearest(have.name, [meant.name])
            kind = "property-misspelt" if misspelt else "declaration-wrong"
            same = misspelt and _plain(have) == _plain(meant)
            shown = (have.name, meant.name) if same else (_text(have), _text(meant))
            told = Difference(kind, have.span, have.name, *shown, {"rule": pair.found.selector})
            self._tell(told, meant, have)
        missing = self._whole_rules(pair, missing)
        for want in missing:
            place = self._place_in(pair, want)
            self._tell(Difference("declaration-missing", place, pair.found.selector, "", _text(want)), want)
        for have in extra:
            self._tell(Difference("declaration-extra", have.span, pair.found.selector, _text(have)), have)

    def _place_in(self, pair: _Pair, want: Declaration) -> Span:
        """Where a declaration is missing: at the rule that answers the one it is wanted in, else at the last."""
        own = next((rule for rule in pair.wanted.rules if want in rule.declarations), None)
        answer = self.partners.get(id(own))
        return answer.selector_span if isinstance(answer, StyleRule) else _head(pair.found)

    def _whole_rules(self, pair: _Pair, missing: list[Declaration]) -> list[Declaration]:
        """Tell rules of which all is missing, where the selector has another rule that is there; the rest is left."""
        gone = {id(declaration) for declaration in missing}
        for rule in pair.wanted.rules if len(pair.wanted.rules) > len(pair.found.rules) else ():
            mine = {id(declaration) for declaration in rule.declarations}
            if mine and mine <= gone:
                place = self._place_for(rule, pair.wanted.context)
                self._tell(Difference("rule-missing", place, pair.wanted.selector, "", pair.wanted.selector), rule)
                missing = [declaration for declaration in missing if id(declaration) not in mine]
        return missing

    # order

    def _orders(self, both: list[_Pair]) -> None:
        """Rules that came to stand in another order than the one wanted, where that changes what an element gets."""
        by_name: defaultdict[str, list[tuple[Entry, Entry, _Pair]]] = defaultdict(list)
        for pair in both:
            for name, want in pair.wanted.entries.items():
                have = pair.found.entries.get(name)
                if have is not None and _same(want, have) and "keyframes" not in "".join(pair.wanted.context):
                    by_name[name].append((want, have, pair))
        for name, entries in by_name.items():
            entries.sort(key=lambda entry: entry[0].order)
            places = [have.order for _, have, _ in entries]
            if places == sorted(places) or len(places) > _MOST_PAIRED:
                continue
            for (want, have, pair), (later, have_later, other) in combinations(entries, 2):
                turned = have.order > have_later.order and want.important == later.important
                if turned and want.value != later.value and self._equal_force(pair.wanted, other.wanted):
                    told = Difference("rule-moved", _head(pair.found), pair.found.selector, name, other.found.selector)
                    self._tell(told, pair.found.rule)

    def _equal_force(self, one: Block, other: Block) -> bool:
        """Whether two selectors are equally strong and meet on an element, so that the later one wins."""
        return specificity(one.selector) == specificity(other.selector) and self.meet(one.selector, other.selector)


def _shared(inside: dict[str, Block], extra: list[Block], context: Context) -> int:
    return sum(1 for block in extra if block.context == context and block.selector in inside)


def _likeness(wanted: Block, found: Block) -> float:
    """How likely a left-over block is the other one, its selector written otherwise."""
    slip = distance(wanted.selector, found.selector, 2)
    near = 0.6 if slip == 1 else 0.45 if slip == 2 and min(len(wanted.selector), len(found.selector)) > 2 else 0.0
    mine = {(name, entry.value) for name, entry in wanted.entries.items()}
    its = {(name, entry.value) for name, entry in found.entries.items()}
    shared = len(mine & its) / max(1, len(mine | its))
    names = len(wanted.entries.keys() & found.entries.keys()) / max(
        1, len(wanted.entries.keys() | found.entries.keys())
    )
    return near + 0.45 * shared + 0.1 * names


def _same(want: Entry, have: Entry) -> bool:
    return (want.value, want.important) == (have.value, have.important)


def _one_each(wrong: list[tuple[Declaration, Declaration]]) -> Iterable[tuple[Declaration, Declaration]]:
    """Each submitted declaration with one that was wanted: the one of the same name, if there is one."""
    chosen: dict[int, tuple[Declaration, Declaration]] = {}
    for want, have in wrong:
        if id(have) not in chosen or (want.name == have.name and chosen[id(have)][0].name != have.name):
            chosen[id(have)] = (want, have)
    return chosen.values()


def _meant(have: Declaration, missing: list[Declaration]) -> Declaration | None:
    """The missing declaration that an extra one was meant to be: its value one that no browser knows (so that the
    shorthand sets nothing), its name misspelt, or its value under another name.
    """
    if any(want.name == have.name for want in missing):
        return missing_named(have.name, missing)
    if any(want.name == have.name for want in missing):
        return missing_named(have.name, missing)
    close = nearest(have.name, [want.name for want in missing]) if len(have.name) > 2 else None
    if close is not None and (have.name not in PROPERTIES or _plain(have) == _plain(missing_named(close, missing))):
        return missing_named(close, missing)
    alike = [want for want in missing if _plain(want) == _plain(have)]
    return alike[0] if len(alike) == 1 else None


def missing_named(name: str, missing: list[Declaration]) -> Declaration:
    """The first of these declarations that sets this property."""
    return next(want for want in missing if want.name == name)


def _plain(declaration: Declaration) -> str:
    return " ".join(declaration.value.lower().split())


def _beside(name: str, want: Entry, have: Entry, found: Block) -> Difference:
    """One declaration on both sides, and before it another of its property on one side, for browsers that need it."""
    first, _, later = want.value.partition(" ; ")
    if later:
        return Difference("declaration-missing", _head(found), found.selector, "", f"{name}: {first}")
    return Difference(
        "declaration-extra", have.declaration.span, found.selector, f"{name}: {have.value.partition(' ; ')[0]}"
    )


def _text(declaration: Declaration) -> str:
    return f"{declaration.name}: {declaration.value}{' !important' if declaration.important else ''}"


def _head(block: Block) -> Span:
    """The selector of a block's last rule, or an at-rule's whole beginning."""
    rule = block.last
    return rule.selector_span if isinstance(rule, StyleRule) else Span(rule.span.start, rule.prelude_span.end)


def selector_span(block: Block, selector: str) -> Span:
    """Where one selector of a rule's list stands; the whole list where it cannot be told."""
    span = _head(block)
    if not isinstance(block.rule, StyleRule) or "," not in block.rule.selector:
        return span
    at = block.rule.selector_span.start
    for part in block.rule.selector.split(","):
        if "".join(part.split()).lower() == "".join(selector.split()).lower():
            return Span(at + len(part) - len(part.lstrip()), at + len(part.rstrip()))
        at += len(part) + 1
    return span


def _written(block: Block) -> str:
    rule = block.rule
    return rule.selector if isinstance(rule, StyleRule) else f"@{rule.name} {rule.prelude}".strip()
