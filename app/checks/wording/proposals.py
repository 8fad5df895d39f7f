"""The sentences of goals that Midweek proposes itself: what an answer adds, in a learner's words.

Some stand inside others: a `thing-…` says what it is about, a `proposed-…` makes a goal of it.
"""

from __future__ import annotations

PROPOSALS: dict[str, str] = {
    "thing": "{tag:one}",
    "thing-says": "{tag:one} that says {said:said}",
    "thing-with": "{tag:one} with {shown:code}",
    "proposed": "The page has {thing}",
    "proposed-in": "Inside {inside:the} is {thing}",
    "proposed-order": "{thing} comes before {other}",
    "proposed-first": "{thing} comes first inside {inside:the}",
    "proposed-last": "{thing} comes last inside {inside:the}",
    "proposed-number": "The page has {thing}: {times:count} of them, no more and no fewer",
    "proposed-once": "The page has {thing}, and only one",
    "proposed-exact": "The page has {thing}, letter for letter and with nothing else in it",
    "proposed-attribute": "{tag:The} has {shown:code}",
    "proposed-attribute-of": "{tag:The} {said:said} has {shown:code}",
    "proposed-no-attribute": "{tag:The} has no {shown:code}",
    "proposed-text": "The page says {said:said}",
    "proposed-gone": "The page no longer has {thing}",
    "proposed-gone-in": "Inside {inside:the} is no longer {thing}",
    "proposed-doctype": "The page begins with {shown:code}",
    "proposed-valid": "Every tag has its partner",
    "proposed-style": "{selector:code} has {shown:code}",
    "proposed-style-at": "With {at:code}, {selector:code} has {shown:code}",
}
