"""The sentences for what a `css written` block wants, filled by sentences.py (some are with comparisons)."""

from __future__ import annotations

WRITTEN: dict[str, str] = {
    # rules
    "rule-unwritten": "There is no rule for {subject:code} yet. The goal wants {wanted:code}.",
    "rule-unwritten-inside": "There is no rule for {subject:code} in {around:code} yet. The goal wants {wanted:code}.",
    "at-rule-unwritten": "There is no {subject:code} yet. The goal wants {wanted:code}.",
    "rule-empty": "The rule for {subject:code} is empty. The goal wants something between its braces.",
    "rule-outside": "The rule for {subject:code} stands outside. The goal wants it in {wanted:code}.",
    "rule-inside": "The rule for {subject:code} stands in {found:code}. The goal wants it outside of that.",
    "selector-of-class": "{found:code} fits nothing on the page. The page has the class {name:code}; "
    "in CSS that is {wanted:code}.",
    "selector-of-id": "{found:code} fits nothing on the page. The page has the id {name:code}; "
    "in CSS that is {wanted:code}.",
    "selector-of-tag": "{found:code} fits nothing on the page. The page has the tag {name:code}.",
    # declarations
    "declaration-gap": "The rule for {rule:code} says {found:code}. The goal wants {wanted:code}, "
    "without a space before the unit.",
    "declaration-wrong-like": "The rule for {rule:code} says {found:code}. The goal wants {wish}.",
    "declaration-missing-like": "The rule for {rule:code} does not set {name:code} yet. The goal wants {wish}.",
    "declaration-outside": "{found:code} stands outside. The goal wants it in {wanted:code}.",
    "declaration-inside": "{found:code} stands in {around:code}. The goal wants it outside of that.",
    "declaration-inline": "{tag:The} has {found:code} in its `style`. The goal wants it in the style sheet, "
    "in a rule for {rule:code}.",
    "overruled-later": "{found:code} comes after {wanted:code} on line {line}, so it wins. "
    "The goal wants {wanted:code}.",
    "overruled-stronger": "{found:code} wins over {wanted:code} on line {line}: the selector {rule:code} is stronger. "
    "The goal wants {wanted:code}.",
    "overruled-important": "{found:code} is marked as important, so it wins over {wanted:code} on line {line}. "
    "The goal wants {wanted:code}.",
    "overruled-inline": "{tag:The} has {found:code} in its `style`, which wins over {wanted:code} in the style sheet.",
    # sheets
    "sheet-unlinked": "The page does not ask for the style sheet {found:code} yet. "
    "The goal wants {wanted:code} in its head.",
    "sheet-misnamed": "The page asks for the style sheet {found:code}. The file is called {wanted:code}.",
    "import-late": "{found:code} counts only at the top of a style sheet. Move it above the first rule.",
    "sheets-too-long": "The CSS is {found} characters long. Midweek reads the first {wanted}.",
}
