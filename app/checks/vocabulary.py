"""What checks know of the words of HTML beyond their names: what needs no end tag, what is text, what is kin."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID_TAGS = _words("area base br col embed hr img input link meta source track wbr")
OPTIONAL_END = _words("html head body p li dt dd option optgroup tr td th thead tbody tfoot caption colgroup rt rp")
"""Tags whose end tag HTML lets one leave out."""

BREAKING_TAGS = _words(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search
    section summary table tbody td tfoot th thead title tr ul"""
)
"""Tags whose edges part one word from the next."""

SEEN_TAGS = _words("img svg picture video audio iframe object embed canvas input select textarea hr meter progress")
"""Tags that fill an element without a word of text."""

BOOLEAN_ATTRIBUTES = _words(
    """allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert
    ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"""
)
SPOKEN_ATTRIBUTES = _words(
    """alt title placeholder label summary content value aria-label aria-description aria-roledescription"""
)
"""Attributes whose values are words for people, compared as text is."""

CASELESS_ATTRIBUTES = _words(
    """type lang charset scope method rel target autocomplete dir http-equiv kind loading preload enctype inputmode
    role hreflang media shape align valign decoding crossorigin srclang wrap translate spellcheck"""
)
SET_ATTRIBUTES = _words("class rel sandbox")
ADDRESS_ATTRIBUTES = _words("href src action formaction cite data poster longdesc background")
"""Attributes whose values are addresses."""

SPACED_ATTRIBUTES = _words("content style sizes srcset accept media coords imagesrcset imagesizes")
"""Attributes in whose values white space around commas, colons and semicolons means nothing."""

FAMILIES: tuple[frozenset[str], ...] = tuple(
    _words(words)
    for words in (
        "h1 h2 h3 h4 h5 h6 hgroup header p",
        "ul ol dl menu",
        "li dt dd p",
        "b strong em i mark u small cite span",
        "td th",
        "thead tbody tfoot tr",
        "caption figcaption legend summary label p",
        "header head nav main footer section article aside div address",
        "blockquote q p cite",
        "img picture image figure svg",
        "a button link",
        "input textarea select button",
        "p div span",
        "details dialog",
    )
)
"""Tags that people take for one another."""


def akin(one: str, other: str) -> bool:
    """Whether people take these two tags for one another."""
    return any(one in family and other in family for family in FAMILIES)
