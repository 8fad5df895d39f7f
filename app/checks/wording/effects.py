"""The sentences for what a `css` block wants, filled by sentences.py."""

from __future__ import annotations

EFFECTS: dict[str, str] = {
    "effect-unset": "Nothing in the CSS sets {name:code} for {tag:the} yet. The goal wants {wanted:code}.",
    "effect-wrong": "{tag:The} gets {found:code}. The goal wants {wanted:code}.",
    "effect-overruled": "{tag:The} should get {wanted:code}, but {found:code} is stronger.",
    "rule-unmatched": "{found:code} fits nothing on the page. The goal wants {wanted:code} for {tag:the}.",
    "selector-nothing": "Nothing on the page fits {found:code} yet, so {wanted:code} has nothing to work on.",
    "style-sheet-missing": "The page asks for the style sheet {found:code}. There is no file of that name.",
}
