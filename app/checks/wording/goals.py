"""The sentences for what an HTML block wants: one template a kind, filled by sentences.py."""

from __future__ import annotations

GOALS: dict[str, str] = {
    # what a goal wants and does not find
    "element-missing": "The page has no {subject:noun} yet.",
    "element-missing-like": "The page has no {subject:noun} like this yet: {wanted:code}",
    "element-missing-inside": "{inside:The} has no {subject:noun} inside it yet.",
    "element-missing-inside-like": "{inside:The} has no {subject:noun} like this inside it yet: {wanted:code}",
    "doctype-missing": "The page does not begin with {wanted:code} yet. It tells the browser that this is modern HTML.",
    "goal-unmet": "The page is not yet what the goal wants.",
    "text-absent": "The page does not say {wanted:said} yet.",
    # what is there and is not quite it
    "tag-wrong-around": "{said:said} stands in {found:a}. The goal wants {wanted:code}.",
    "tag-wrong": "{found:The} is not the tag the goal wants here. The goal wants {wanted:code}.",
    "heading-level": "The heading is {found:code}. The goal wants {wanted:code}.",
    "attribute-missing": "{subject:The} has no {name:code} yet. The goal wants {wanted:code}.",
    "attribute-misspelt": "{subject:The} has {found:code}. The word is {wanted:code}.",
    "attribute-wrong": "{subject:The} has {found:code}. The goal wants {wanted:code}.",
    "attribute-kind": "{subject:The} has {found:code}. The goal wants {wanted:code}, with {what} for the dots.",
    "attribute-nowhere": "Nothing on the page has {wanted:code} yet.",
    "attribute-empty": "{subject:The} has an empty {name:code}. The goal wants something between its quotes.",
    "attribute-unwanted": "{subject:The} has {found:code}. The goal wants it without.",
    "class-missing": "{subject:The} has {found:code}. The goal wants the class {wanted:code} there.",
    "text-empty": "{subject:The} is empty. The goal wants words in it.",
    "text-missing": "{subject:The} is empty. The goal wants {wanted:said} there.",
    "text-kind-missing": "{subject:The} is empty. The goal wants {wanted} there.",
    "text-mistyped": "{subject:The} says {found:said}. The goal wants {wanted:said}.",
    "text-wrong": "{subject:The} says {found:said}. The goal wants {wanted:said}.",
    "text-lacks": "{subject:The} says {found:said}. The goal wants {wanted:said} in it.",
    "text-kind": "{subject:The} says {found:said}. The goal wants {wanted} there.",
    "text-case": "{subject:The} says {found:said}. The goal wants {wanted:said}, letter for letter.",
    # where it stands
    "element-outside": "{subject:The} stands outside of {inside:the}. The goal wants it inside.",
    "element-not-direct": "{subject:The} stands too deep. The goal wants it directly inside {inside:the}.",
    "element-early": "{subject:The} comes too early. The goal wants it after {other:the} on line {line}.",
    "element-late": "{subject:The} comes too late. The goal wants it before {other:the} on line {line}.",
    "order-swapped": "{found:said} comes before {wanted:said} on line {line}. The goal wants it after that.",
    "words-early": "{found:said} stands before {subject:the}. The goal wants it after.",
    "words-late": "{found:said} stands after {subject:the}. The goal wants it before.",
    "unwrapped": "{found:said} stands without its tags. The goal wants {wanted:code} before and {close:code} after.",
    "unwrapped-link": "{subject:The} stands in no {wanted:code}. The goal wants {wanted:code} before and {close:code} "
    "after.",
    "element-not-first": "{subject:The} is not the first thing inside {inside:the}. The goal wants it first.",
    "element-not-last": "{subject:The} is not the last thing inside {inside:the}. The goal wants it last.",
    # how many
    "too-many": "There are {found:count} {subject:many}, on {lines:lines}. The goal wants {wanted:count}.",
    "too-many-alike": "There are {found:count} {subject:many} like {like:code}, on {lines:lines}. "
    "The goal wants {wanted:count}.",
    "too-many-one": "There is {found:count} {subject:noun}, on {lines:lines}. The goal wants {wanted:count}.",
    "too-many-one-alike": "There is {found:count} {subject:noun} like {like:code}, on {lines:lines}. "
    "The goal wants {wanted:count}.",
    "too-few": "There are {found:count} {subject:many} so far. The goal wants {wanted:count}.",
    "too-few-one": "There is {found:count} {subject:noun} so far. The goal wants {wanted:count}.",
    # what should not be there
    "unwanted": "{subject:The} is still there: {found:code} The goal wants a page without it.",
    "unwanted-inside": "{subject:The} is still inside {inside:the}: {found:code} The goal wants it nowhere in there.",
    "unwanted-value": "{subject:The} has {found:code}. The goal wants that nowhere on the page.",
    "unwanted-words": "{subject:The} still says {found:said}. The goal wants a page without it.",
    "text-unwanted": "The page still says {found:said}. The goal wants a page without it.",
    "extra-element": "{subject:The} is more than the goal wants inside {inside:the}.",
    "extra-text": "{subject:The} also says {found:said}. The goal wants nothing else in it.",
}
