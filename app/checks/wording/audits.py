"""The sentences of our own audits, filled by sentences.py; those for axe-core's rules are in axe.py."""

from __future__ import annotations

AUDITS: dict[str, str] = {
    # ---- words ----
    "title-says-nothing": "The page's title is {found:said}, which says nothing about it. The goal wants {wanted}.",
    "alt-filename": "{subject:The} has the name of a file for a text: {found:said}. The goal wants {wanted} in words.",
    "alt-says-nothing": "{subject:The} has the text {found:said}, which says nothing. The goal wants {wanted}.",
    "alt-begins": (
        "The text of {subject:the} begins with {found:said}. People who hear the page are told that already: "
        "the goal wants {wanted}, no more."
    ),
    "link-says-nothing": (
        "{subject:The} says {found:said}. Heard alone, that does not tell {wanted}. Name the page or the thing."
    ),
    "link-bare-address": "{subject:The} says only the address {found:said}. The goal wants {wanted} in its place.",
    "link-same-words": (
        "{subject:The} says {found:said}, as the link on line {line} does, and leads to another place. "
        "The goal wants {wanted} for one of them."
    ),
    "headings-begin": "The first heading of the page is {found:code}. A page begins with {wanted:code}.",
    # ---- forms ----
    "label-placeholder": (
        "{subject:The} has only a placeholder, {found:said}, which goes as soon as somebody types. "
        "The goal wants a {wanted:code} that stays."
    ),
    "label-astray": "{subject:The} has no label: line {line} has one with {found:code}. The goal wants {wanted:code}.",
    "label-without-id": (
        "{subject:The} has no label: line {line} has one with {found:code}. The goal wants {wanted:code} here."
    ),
    "label-for-nobody": "{subject:The} says {found:code}, and no field on the page has {wanted:code}.",
    "autocomplete-missing": "{subject:The} asks for something people type often. The goal wants {wanted:code} there.",
    # ---- tables ----
    "table-nested": "{subject:The} stands in another table. A table is for data: lay out a page with CSS.",
    "table-no-headings": (
        "{subject:The} has no heading cells. The goal wants {wanted:code} in place of {found:code} where a cell says "
        "what its column or row is."
    ),
    "heading-unscoped": (
        "{subject:The} stands in a table with headings above and beside. The goal wants {wanted:code} there."
    ),
    # ---- looks ----
    "style-inline": "{subject:The} has {found:code}. The goal wants it in the {wanted}, not in the tag.",
    "tag-for-looks": "The tag {found:code} only says how something looks. CSS does that: use {wanted:code}.",
    "attribute-for-looks": "{subject:The} has {found:code}, which only says how it looks. In CSS: {wanted:code}.",
    # ---- outside ----
    "card-part-missing": "The page has no {wanted:code} in its head yet.",
    "card-named": "{subject:The} has {found:code}. A share card is read from {wanted:code}.",
    "card-part-empty": "{subject:The} for {found:code} says nothing. The goal wants {wanted:code}.",
    "card-part-long": (
        "{subject:The} for {found:code} has {length} characters. More than {wanted} are cut off where it is shown."
    ),
    "card-picture-missing": "{subject:The} for `og:image` names {found:code}, and there is no such picture.",
    "loads-from-outside": "The page loads {found:code} from elsewhere. Use {wanted}, which is there without a network.",
    # ---- seen ----
    "too-wide": "{subject:The} reaches {found} to the right, and makes a screen of {wanted} scroll sideways.",
    "focus-unseen": (
        "{subject:The} looks the same when the Tab key reaches it. The goal wants an outline or another change, "
        "with {wanted:code}."
    ),
    "print-rules-missing": "The page has no rules for paper yet. The goal wants {wanted:code} in its CSS.",
    "nav-printed": "{subject:The} is printed too, and leads nowhere on paper. The goal wants {wanted:code} there.",
    # ---- validity ----
    "tag-given-up": "The tag {found:code} is no longer part of HTML. Use {wanted:code}.",
    "attribute-needed": "{subject:The} has no `{name}`, and does not work without. The goal wants {wanted:code} there.",
    "attribute-hollow": "{subject:The} has an empty `{name}`. The goal wants something in it: {wanted:code}.",
    "attribute-elsewhere": "{subject:The} has `{name}`, which does nothing there. It belongs to {wanted:code}.",
    "id-twice": "{subject:The} has {found:code}, which stands on line {line} already. The goal wants {wanted} here.",
    "id-spaced": "{subject:The} has {found:code}. An `id` has no spaces: {wanted:code}.",
    "child-astray": "{subject:The} stands directly in {other:the}. It belongs in {wanted:code}.",
    "child-unfit": "{subject:The} stands directly in {other:the}, where only {wanted:code} may stand. Put it in one.",
    "block-among-words": (
        "{subject:The} stands in {other:the}, where only words and what stands among words may be. "
        "Take it out of {wanted:code}."
    ),
    "words-in-list": "{subject:The} has the words {found:said} directly in it. Put them in {wanted:code}.",
    "outside-cells": "{subject:The} has {found:code} outside of its cells. Put it in {wanted:code}.",
    "pressed-inside": (
        "{subject:The} stands in {other:the}. Only one of them would work: the goal wants it behind {wanted:code}."
    ),
}
