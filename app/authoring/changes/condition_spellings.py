"""Other spellings of at-rules and small signs: conditions, `from` and `0%`, `!important`, quoted attributes, `;;`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from app.authoring.changes.edits import Edit
from app.authoring.changes.rule_spellings import plain_rules
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import Source
from app.page.css import AtRule, StyleRule

_CONDITION = re.compile(r"(?<=\()\s*([a-z-]+)\s*:\s*([\w.-]+)\s*(?=\))")
_FRAMES = {"from": "0%", "0%": "from", "to": "100%", "100%": "to"}
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)\s*([~|^$*]?=)\s*([\"']?)([A-Za-z][\w-]*)\3\s*\]")
_IMPORTANT = ("!important", " !important", " ! important", " !IMPORTANT")


def at_rules(source: Source) -> Iterator[AtRule]:
    """Every at-rule of every sheet."""
    waiting = [rule for sheet in source.sheets for rule in sheet.rules]
    while waiting:
        rule = waiting.pop()
        waiting += rule.rules
        if isinstance(rule, AtRule):
            yield rule


def conditions(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """The name of an at-rule in capitals, and other white space in what it asks."""
    del sheets
    for rule in at_rules(source):
        name, prelude = rule.span.start + 1, source.written(rule.prelude_span)
        if rule.name == "media" and not re.search(r"[\"'\\]|/\*", prelude):
            yield Edit(name, name + len(rule.name), chance.choice(["media", "MEDIA", "Media"]))
            for match in _CONDITION.finditer(prelude):
                start, end = (rule.prelude_span.start + place for place in match.span())
                colon = chance.choice([":", ": ", " : "])
                gap = chance.choice(["", " "])
                yield Edit(start, end, f"{gap}{match[1]}{colon}{match[2]}{gap}")


def frames(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`from` and `0%`, `to` and `100%`."""
    del sheets, chance
    for rule in at_rules(source):
        for frame in rule.rules if rule.name.endswith("keyframes") else ():
            if isinstance(frame, StyleRule) and frame.selector in _FRAMES:
                yield Edit(*frame.selector_span, _FRAMES[frame.selector])


def importance(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`!important` in another spacing or letter case."""
    del sheets
    for ruled in [*plain_rules(source), *source.inline]:
        for declaration in ruled.rule.declarations:
            end = declaration.value_span.end
            if declaration.important and "/*" not in source.text[end : declaration.span.end]:
                yield Edit(end, declaration.span.end, chance.choice(_IMPORTANT))


def attribute_quotes(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """`[type="text"]`, `[type='text']`, `[type=text]`."""
    del sheets
    for ruled in plain_rules(source):
        for match in _ATTRIBUTE.finditer(source.written(ruled.head)):
            start, end = (ruled.head.start + place for place in match.span())
            quote = chance.choice(["", '"', "'"])
            yield Edit(start, end, f"[{match[1]}{match[2]}{quote}{match[4]}{quote}]")


def more_semicolons(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """An empty declaration more."""
    del sheets
    for ruled in [*plain_rules(source), *source.inline]:
        for declaration in ruled.rule.declarations:
            end = declaration.span.end
            if source.text[end : end + 1] == ";" and chance.random() < 0.2:
                yield Edit(end, end + 1, chance.choice([";;", "; ;"]))
