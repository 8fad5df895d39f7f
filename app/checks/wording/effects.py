"""The sentences for what a `css` block wants, filled by sentences.py; the wish and the moment come from wishes.py."""

from __future__ import annotations

EFFECTS: dict[str, str] = {
    "effect-unset": "Nothing in the CSS sets {name:code} for {tag:the}{when:tail} yet. The goal wants {wish}.",
    "effect-wrong": "{tag:The} gets {found:code}{when:tail}. The goal wants {wish}.",
    "effect-elsewhere": "{tag:The} has {found:code} only in {around:code}, which does not count {here}. "
    "The goal wants {wish}.",
    "effect-overruled": "{tag:The} gets {found:code}{when:tail}: the selector {rule:code} is stronger than that of "
    "{wanted:code} on line {line}.",
    "effect-overruled-later": "{tag:The} gets {found:code}{when:tail}: it comes after {wanted:code} on line {line}, "
    "so it wins.",
    "effect-overruled-important": "{tag:The} gets {found:code}{when:tail}: it is `!important`, so it wins over "
    "{wanted:code} on line {line}.",
    "effect-overruled-inline": "{tag:The} gets {found:code}{when:tail} from its own `style`, which wins over "
    "{wanted:code} on line {line}.",
    "value-misspelt": "{tag:The} has {found:code}, which no browser knows. The word is {wanted:code}.",
    "value-unit": "{tag:The} has {found:code}, which has no unit, so browsers leave it out. The goal wants {wish}.",
    "effect-unchanged": "{tag:The} has the same {name:code} as before{when:tail}. The goal wants {wish}.",
    "pseudo-empty": "The {pseudo:code} of {tag:the} shows nothing until its rule has a `content`.",
    "state-never": "{found:code} never happens: {why}.",
    "rule-unmatched": "{found:code} fits nothing on the page. The goal wants {wish} for {tag:the}{when:tail}.",
    "selector-nothing": "Nothing on the page fits {found:code} yet. The goal wants {wish} there.",
    "selector-part": "Nothing on the page fits {found:code} yet, for nothing is {name:code}.",
    "style-sheet-missing": "The page asks for the style sheet {found:code}. There is no file of that name.",
    # how elements lie
    "lies-alone": "{tag:The} is the only one shown, so nothing stands beside it{when:tail}. The goal wants {wish}.",
    "lies-apart": "{tag:The} does not stand in one line with those before it{when:tail}. The goal wants {wish}.",
    "lies-beside": "{tag:The} does not stand below the one before it{when:tail}. The goal wants {wish}.",
    "lies-overlaps": "{tag:The} lies over the one before it{when:tail}. The goal wants {wish}.",
    "lies-hidden": "{tag:The} is not shown{when:tail}. The goal wants {wish}.",
    "lies-gap": "Before {tag:the} there is a gap of {found:code}{when:tail}. The goal wants {wish}.",
    "lies-out": "{tag:The} reaches {found:code} out of the window{when:tail}. The goal wants {wish}.",
    "lies-over": "{tag:The} is {found:code} too wide for its room{when:tail}. The goal wants {wish}.",
    "lies-otherwise": "{tag:The} lies otherwise{when:tail}. The goal wants {wish}.",
}
