"""The sentences for what a comparison of two pages finds: one template a kind, filled by wording.py and part of its
TEMPLATES. Kinds of faults that goals have too (`attribute-missing`, `text-mistyped`, typing slips …) stand there.
"""

from __future__ import annotations

DIFFERENCES: dict[str, str] = {
    "page-too-long": "The page is {found} characters long. Midweek reads pages of up to {wanted}, with {most} tags.",
    "doctype-wrong": "The page begins with {found:code}. The goal wants {wanted:code}.",
    "doctype-extra": "The page begins with {found:code}. The goal wants it without.",
    # elements
    "element-gone": "There is no {subject:noun} here. The goal wants {wanted:code}.",
    "element-gone-of-many": "There are {have:count} {subject:many} here. The goal wants {want:count}: "
    "{wanted:code} is missing.",
    "element-extra": "{subject:The} is one too many here: {found:code} The goal wants it without.",
    "element-twice": "{subject:The} is there twice: {found:code} The goal wants it once.",
    "element-moved": "{subject:The} stands in another place: {found:code} The goal wants it after {wanted:code}.",
    "element-moved-first": "{subject:The} stands in another place: {found:code} The goal wants it first in "
    "{wanted:code}.",
    "elements-swapped": "{found:code} comes before {wanted:code}. The goal wants them the other way round.",
    "tag-renamed": "This is {found:a}. The goal wants {wanted:a}.",
    "start-gone": "There is no {wanted:code} here, though {found:code} on line {line} closes it.",
    "wrapped": "{subject:The} stands around {found:code}. The goal wants {wanted:code} without it.",
    "not-wrapped": "{found:said} stands without {wanted:code} around it. The goal wants it inside.",
    "attribute-mistyped": "{subject:The} has {found:code}. The goal wants {wanted:code}: a letter or two differ.",
    # text
    "text-gone": "{subject:The} leaves out {wanted:said}. The goal wants it after {found:said}.",
    "text-gone-first": "{subject:The} leaves out {wanted:said}. The goal wants it at the beginning.",
    "text-too-much": "{subject:The} also says {found:said}. The goal wants it without.",
    # styles
    "declaration-missing": "The rule for {subject:code} does not say {wanted:code} yet. The goal wants it.",
    "declaration-extra": "The rule for {subject:code} also says {found:code}. The goal wants it without.",
    "declaration-wrong": "The rule for {rule:code} says {found:code}. The goal wants {wanted:code}.",
    "selector-misspelt": "The rule is for {found:code}. The goal wants {wanted:code}: a sign or two differ.",
    "selector-wrong": "The rule is for {found:code}. The goal wants {wanted:code}.",
    "selector-missing": "The rule is for {found:code}. The goal wants it for {wanted:code} too.",
    "selector-extra": "The rule is for {found:code} too. The goal wants it without.",
    "rule-missing": "There is no rule for {wanted:code} here. The goal wants one.",
    "rule-extra": "There is a rule for {found:code}. The goal wants the page without it.",
    "at-rule-missing": "There is no {wanted:code} here. The goal wants it.",
    "at-rule-extra": "There is {found:code}. The goal wants the page without it.",
    "media-wrong": "These rules stand in {found:code}. The goal wants {wanted:code}.",
    "rule-moved": "The rule for {subject:code} comes after the one for {wanted:code}, so its {found:code} wins. "
    "The goal wants it before.",
}
