"""The sentences for what a `css` block wants, filled by sentences.py; the wish and the moment come from wishes.py."""

from __future__ import annotations

EFFECTS: dict[str, str] = {
    "effect-unset": "Nothing in the CSS sets {name:code} for {tag:the}{when:tail} yet. The goal wants {wish}.",
    "effect-wrong": "{tag:The} gets {found:code}{when:tail}. The goal wants {wish}.",
    "effect-overruled": "{tag:The} should get {wanted:code}{when:tail}, but {found:code} is stronger.",
    "effect-unchanged": "{tag:The} has the same {name:code} as before{when:tail}. The goal wants {wish}.",
    "pseudo-empty": "The {pseudo:code} of {tag:the} shows nothing until its rule has a `content`.",
    "state-never": "{found:code} never happens: {why}.",
    "rule-unmatched": "{found:code} fits nothing on the page. The goal wants {wish} for {tag:the}{when:tail}.",
    "selector-nothing": "Nothing on the page fits {found:code} yet, so {wanted:code} has nothing to work on.",
    "style-sheet-missing": "The page asks for the style sheet {found:code}. There is no file of that name.",
    # how elements lie
    "lies-alone": "{tag:The} is the only one shown, so nothing stands beside it{when:tail}. The goal wants {wish}.",
    "lies-apart": "{tag:The} does not lie in one line with those before it{when:tail}. The goal wants {wish}.",
    "lies-overlaps": "{tag:The} lies over the one before it{when:tail}. The goal wants {wish}.",
    "lies-hidden": "{tag:The} is not shown{when:tail}. The goal wants {wish}.",
    "lies-gap": "Before {tag:the} there is a gap of {found:code}{when:tail}. The goal wants {wish}.",
    "lies-out": "{tag:The} reaches {found:code} out of the window{when:tail}. The goal wants {wish}.",
    "lies-over": "{tag:The} is {found:code} too wide for its room{when:tail}. The goal wants {wish}.",
    "lies-otherwise": "{tag:The} lies otherwise{when:tail}. The goal wants {wish}.",
}
