"""Other spellings of style sheets: rules and declarations in another order, split, merged; selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from app.authoring.changes.edits import Edit
from app.authoring.changes.families import family
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Ruled, Source
from app.page.css import AtRule, Declaration, Rule, StyleRule

_SIMPLE = re.compile(r"[^()\\\"']+")
_SEMICOLON = re.compile(r"\s*;")
_OLD_ELEMENT = re.compile(r"(?<!:)(::?)(before|after|first-line|first-letter)(?![\w-])")
_TAG = re.compile(r"(?<![\w.#:\[-])[a-z][a-z0-9]*(?![\w-])")
_SIGN = re.compile(r"\s*([>~+])\s*")


def plain_rules(source: Source) -> list[Ruled]:
    """The rules that are whole: with their braces, and nothing nested in them."""
    return [ruled for ruled in source.rules if is_whole(source, ruled.rule) and not ruled.rule.rules]


def is_whole(source: Source, rule: StyleRule) -> bool:
    """Whether a rule was written with both its braces."""
    inside = source.text[rule.selector_span.end : rule.span.end]
    return inside.lstrip().startswith("{") and inside.endswith("}") and inside.count("{") == inside.count("}")


def _lists(source: Source) -> Iterator[tuple[Rule, ...]]:
    """Rules that stand side by side, at the top of a sheet or in an at-rule."""
    waiting = [sheet.rules for sheet in source.sheets]
    while waiting:
        rules = waiting.pop()
        yield rules
        waiting += [rule.rules for rule in rules if isinstance(rule, AtRule) and "keyframes" not in rule.name]


def declaration_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Declarations in another order, but never two that have to do with each other."""
    del sheets
    for ruled in [*plain_rules(source), *source.inline]:
        mine = ruled.rule.declarations
        if len(mine) > 1 and not any(declaration.name == "all" for declaration in mine):
            for slot, text in zip(mine, _reordered(mine, chance), strict=True):
                yield Edit(*slot.span, source.written(text.span))


def _reordered(declarations: tuple[Declaration, ...], chance: Random) -> list[Declaration]:
    mixed = list(declarations)
    chance.shuffle(mixed)
    in_order: dict[str, list[Declaration]] = {}
    for declaration in declarations:
        in_order.setdefault(family(declaration.name), []).append(declaration)
    return [in_order[family(declaration.name)].pop(0) for declaration in mixed]


def rule_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Two neighbouring rules the other way round, where they say nothing about the same."""
    del sheets
    for rules in _lists(source):
        moved: Rule | None = None
        for one, other in pairwise(rules):
            if moved is one or not (isinstance(one, StyleRule) and isinstance(other, StyleRule)):
                continue
            families = [{family(declaration.name) for declaration in rule.declarations} for rule in (one, other)]
            whole = all(is_whole(source, rule) and not rule.rules for rule in (one, other))
            if (
                whole
                and not families[0] & families[1]
                and "all" not in families[0] | families[1]
                and chance.random() < 0.7
            ):
                moved = other
                yield Edit(*one.span, source.written(other.span))
                yield Edit(*other.span, source.written(one.span))


def split_rules(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """One rule as two with the same selector."""
    del sheets
    for ruled in plain_rules(source):
        mine = ruled.rule.declarations
        names = {declaration.name for declaration in mine}
        if len(mine) < 2 or len(names) < len(mine) or "keyframes" in "".join(ruled.around):
            continue
        after = chance.choice(mine[:-1])
        semicolon = _SEMICOLON.match(source.text, after.span.end)
        if semicolon and "@" not in source.written(ruled.head):
            yield Edit(semicolon.end(), semicolon.end(), f"}}\n{source.written(ruled.head)} {{")


def merged_rules(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Two neighbouring rules with the same selector as one."""
    del sheets, chance
    for rules in _lists(source):
        last: Rule | None = None
        for one, other in pairwise(rules):
            if last is one or not (isinstance(one, StyleRule) and isinstance(other, StyleRule)):
                continue
            same = one.selector == other.selector and one.declarations and other.declarations
            brace = source.text.find("{", other.selector_span.end)
            between = source.text[one.span.end : other.span.start]
            if same and not between.strip() and not one.rules and not other.rules and is_whole(source, one):
                last = other
                yield Edit(one.span.end - 1, brace + 1, ";")


def _listed(source: Source) -> Iterator[tuple[Ruled, list[str]]]:
    """Rules for several selectors that every browser understands: one that it does not would spoil the others."""
    for ruled in plain_rules(source):
        written = source.written(ruled.head)
        if "," in written and _SIMPLE.fullmatch(written) and ":-" not in written and "/*" not in written:
            yield ruled, [selector.strip() for selector in written.split(",")]


def selector_order(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """The selectors of a rule in another order."""
    del sheets
    for ruled, selectors in _listed(source):
        chance.shuffle(selectors)
        yield Edit(*ruled.head, chance.choice([", ", ",", ",\n"]).join(selectors))


def split_selectors(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """A rule for several selectors as a rule for each."""
    del sheets
    for ruled, selectors in _listed(source):
        body = source.text[ruled.head.end : ruled.rule.span.end]
        if chance.random() < 0.6:
            yield Edit(*ruled.rule.span, "\n".join(selector + body for selector in selectors))


def pseudo_elements(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`:before` and `::before`."""
    del sheets, chance
    for ruled in plain_rules(source):
        for match in _OLD_ELEMENT.finditer(source.written(ruled.head)):
            start = ruled.head.start + match.start(1)
            yield Edit(start, start + len(match[1]), ":" if match[1] == "::" else "::")


def selector_case(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Tags in selectors in capitals, properties too."""
    del sheets
    for ruled in [*plain_rules(source), *source.inline]:
        for declaration in ruled.rule.declarations:
            if not declaration.name.startswith("--") and chance.random() < 0.5:
                yield Edit(*declaration.name_span, chance.choice([declaration.name.upper(), declaration.name.title()]))
        written = source.written(ruled.head)
        if ruled.element is None and _SIMPLE.fullmatch(written) and "[" not in written and "/*" not in written:
            for match in _TAG.finditer(written):
                if chance.random() < 0.5 and ruled.rule.selector == written:
                    yield Edit(ruled.head.start + match.start(), ruled.head.start + match.end(), match[0].upper())


def selector_spacing(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """White space around `>`, `+` and `~`."""
    del sheets
    for ruled in plain_rules(source):
        written = source.written(ruled.head)
        if _SIMPLE.fullmatch(written) and "[" not in written and "/*" not in written:
            for match in _SIGN.finditer(written):
                forms = [form for form in (match[1], f" {match[1]} ", f"  {match[1]} ") if form != match[0]]
                start = ruled.head.start
                yield Edit(start + match.start(), start + match.end(), chance.choice(forms))


def last_semicolon(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """With or without a `;` after the last declaration."""
    del sheets, chance
    for ruled in [*plain_rules(source), *source.inline]:
        if ruled.rule.declarations:
            end = ruled.rule.declarations[-1].span.end
            semicolon = _SEMICOLON.match(source.text, end)
            rest = source.text[semicolon.end() if semicolon else end : ruled.rule.span.end].strip()
            if rest in ("}", ""):
                yield Edit(end, semicolon.end() if semicolon else end, "" if semicolon else ";")
