"""Puts slips of CSS right that make what follows or stands beside look wrong: something not closed, a selector misspelt
whose other rules are there, a rule left out of several for the same selector.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from app.checks.comparison.alignment import between_equals
from app.checks.comparison.difference import Difference
from app.checks.comparison.mends import Edit, Mend
from app.checks.comparison.style_differences import selector_span
from app.checks.css.cascade import Context, Styles, selectors_of
from app.page.css import StyleRule
from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.tag_slips import Slip

_MOST_STRANGE = 60
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VALUE_END = re.compile(r"\s*(?:[;}\n]|$)")


def style_mends(slips: Iterable[Slip], source: str, wanted: str) -> list[Edit]:
    """The edits of a page's text that close what its CSS leaves open; `wanted` is the text of the page wanted."""
    return [edit for slip in slips for edit in _mend(slip, source, wanted)]


def selector_mends(wanted: Styles, found: Styles) -> list[Mend]:
    """The selectors put right that are a letter or two off one which has fewer rules than wanted."""
    lost = {
        key: len(block.rules) - len(found.blocks[key].rules)
        for key, block in wanted.blocks.items()
        if key in found.blocks and len(block.rules) > len(found.blocks[key].rules)
    }
    strange = [block for key, block in found.blocks.items() if key not in wanted.blocks] if lost else []
    mends: list[Mend] = []
    for block in strange[:_MOST_STRANGE]:
        near = [key for key, number in lost.items() if key[0] == block.context and number > 0]
        meant = nearest(block.selector, [selector for _, selector in near]) if len(block.selector) > 1 else None
        if meant is None or not isinstance(block.rule, StyleRule) or len(block.rules) > 1:
            continue
        lost[block.context, meant] -= 1
        span = selector_span(block, block.selector)
        told = Difference("selector-misspelt", span, block.selector, block.selector, meant)
        mends.append(Mend((Edit(span, meant),), told))
    return mends


class _Standing(NamedTuple):
    """A style rule with its surroundings and selectors, and these with what it says."""

    rule: StyleRule
    key: tuple[Context, frozenset[str]]
    whole: Hashable


def rule_mends(wanted: Styles, found: Styles, source: str, typed: str) -> list[Mend]:
    """Rules of the page wanted (whose text is `source`) put where they were left out of the other (`typed`), if nothing
    else has other selectors; so rules of the same selectors elsewhere are not taken for them.
    """
    mine, its = _standing(wanted), _standing(found)
    lost = Counter(one.key for one in mine) - Counter(one.key for one in its)
    if not 0 < lost.total() <= _MOST_STRANGE or len(mine) - lost.total() != len(its):
        return []
    mends: list[Mend] = []
    before: _Standing | None = None
    fewer = _declared(wanted) - _declared(found)  # a rule that was merged with another of its selector is not lost
    answers = {id(one.rule): other for one, other in _answers(mine, its)}
    for one in mine:
        answer = answers.get(id(one.rule))
        blocks = _blocks_of(one)
        gone = all(fewer[block, d.name] for block in blocks for d in one.rule.declarations)
        gone = gone and any(_says(wanted, block) != _says(found, block) for block in blocks)
        if answer is None and before is not None and lost[one.key] and gone:
            lost[one.key] -= 1
            end = _behind(before, one, typed)
            told = Difference("rule-missing", Span(end - 1, end), one.rule.selector, "", one.rule.selector)
            mends.append(Mend((Edit(Span(end, end), "\n" + source[slice(*one.rule.span)]),), told))
        before = answer or before
    return mends


def _behind(before: _Standing, one: _Standing, typed: str) -> int:
    """The place behind a rule, and behind what it stands in if the next one does not."""
    end = before.rule.span.end
    for _ in range(len(before.key[0]) - len(one.key[0])):
        end = typed.find("}", end) + 1 or end
    return end


def _blocks_of(one: _Standing) -> list[tuple[Context, str]]:
    return [(one.key[0], selector) for selector in one.key[1]]


def _says(styles: Styles, key: tuple[Context, str]) -> dict[str, tuple[str, bool]]:
    """What a selector's rules set in the end."""
    block = styles.blocks.get(key)
    return {name: (entry.value, entry.important) for name, entry in block.entries.items()} if block else {}


def _declared(styles: Styles) -> Counter[tuple[tuple[Context, str], str]]:
    """How often each property is declared for each selector."""
    return Counter(
        (key, declaration.name)
        for key, block in styles.blocks.items()
        for rule in block.rules
        for declaration in rule.declarations
    )


def _standing(styles: Styles) -> list[_Standing]:
    """The style rules of a page that stand alone or in at-rules, in the order written."""
    held: dict[int, tuple[StyleRule, Context, list[str]]] = {}
    for block in styles.blocks.values():
        for rule in block.rules:
            if isinstance(rule, StyleRule) and block.selector in selectors_of(rule.selector):
                held.setdefault(id(rule), (rule, block.context, []))[2].append(block.selector)
    rules = sorted(held.values(), key=lambda one: one[0].span)
    keys = [(context, frozenset(selectors)) for _, context, selectors in rules]
    said = [tuple((d.name, d.value) for d in rule.declarations) for rule, _, _ in rules]
    return [_Standing(rule, key, (key, says)) for (rule, _, _), key, says in zip(rules, keys, said, strict=True)]


def _answers(wanted: list[_Standing], found: list[_Standing]) -> Iterator[tuple[_Standing, _Standing]]:
    for mine, its in between_equals(wanted, found, lambda one: one.whole):
        for one, other in between_equals(mine, its, lambda one: one.key) if mine and its else ():
            if len(one) == len(other) == 1 and one[0].key == other[0].key:
                yield one[0], other[0]


def _mend(slip: Slip, source: str, wanted: str) -> list[Edit]:
    start, end = slip.span
    if slip.kind == "unclosed-css-comment":
        fitting = [text for text in set(_COMMENT.findall(wanted)) if source.startswith(text[:-2], start)]
        place = start + max(len(text) for text in fitting) - 2 if fitting else _line_end(source, start)
        return [Edit(Span(place, place), "*/")]
    if slip.kind == "missing-open-brace":
        return [Edit(Span(end, end), " {")]
    if slip.kind == "unclosed-parenthesis":
        place = _value_end(source, start)
        written = source[start:place]
        return [Edit(Span(place, place), ")" * max(1, written.count("(") - written.count(")")))]
    if slip.kind == "unclosed-string":
        place = _value_end(source, start)
        quote = next((sign for sign in source[start:place] if sign in "\"'"), '"')
        return [Edit(Span(place, place), quote)]
    return []


def _value_end(source: str, start: int) -> int:
    """Where a declaration ends that nothing closes: before `;` or `}`, or at the end of its line."""
    match = _VALUE_END.search(source, start)
    return match.start() if match else len(source)


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end
