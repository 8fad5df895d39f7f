"""Other spellings of what stands between tags: white space, comments, character references, tags left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import codepoint2name
from random import Random

from app.authoring.changes.edits import Edit
from app.authoring.changes.selected import Sheets
from app.authoring.changes.sources import KEPT_SPACE_TAGS, RAW_TAGS, Source, whole, words
from app.checks.vocabulary import BREAKING_TAGS, VOID_TAGS
from app.page.css import Declaration
from app.page.html import Comment, Element, Span, Text

_GAP = re.compile(r"[ \t\n\f]+")
_CHARACTER = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|&|[^&]")
_BETWEEN = BREAKING_TAGS | words("meta link style colgroup col")
_P_ENDS_BEFORE = words(
    """address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hgroup hr main menu nav ol p pre search section table ul"""
)
_P_STAYS_IN = words("a audio del ins map noscript video")
_ENDS_BEFORE = {
    "li": words("li"), "dt": words("dt dd"), "dd": words("dt dd"), "option": words("option optgroup"),
    "optgroup": words("optgroup"), "tr": words("tr"), "td": words("td th"), "th": words("td th"), "p": _P_ENDS_BEFORE,
    "thead": words("tbody tfoot"), "tbody": words("tbody tfoot"), "tfoot": words(""), "rt": words("rt rp"),
    "rp": words("rt rp"), "body": words(""), "html": words(""), "head": words("body"),
    "caption": words("tr tbody thead"),
}  # fmt: skip
_NOT_AT_THE_END = words("dt thead head caption")


def _folded(source: Source, sheets: Sheets) -> list[tuple[Element, Text, Span]]:
    """The texts whose white space makes no difference."""
    kept = _keeping(sheets)
    return [(element, text, span) for element, text, span in source.texts() if element not in kept]


def _keeping(sheets: Sheets) -> set[Element]:
    """The elements in which the style sheets keep white space."""
    found = sheets.elements(_keeps_space)
    return {node for element in found for node in element.walk() if isinstance(node, Element)}


def _keeps_space(declaration: Declaration) -> bool:
    return declaration.name.startswith("white-space") and not re.search(r"normal|nowrap", declaration.value)


def _puts_in_line(declaration: Declaration) -> bool:
    value = declaration.value.lower()
    return declaration.name == "display" and any(word in value for word in ("inline", "contents", "ruby", "var("))


def indentation(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Lines begin further in or out."""
    for _, _, span in _folded(source, sheets):
        for match in _GAP.finditer(source.written(span)):
            if "\n" in match[0]:
                yield Edit(span.start + match.start(), span.start + match.end(), "\n" + _indent(chance))


def _indent(chance: Random) -> str:
    return chance.choice([" " * chance.randrange(12), "\t" * chance.randrange(4)])


def white_space(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """More white space, of another kind, where there is some, and some between blocks where there is none."""
    for _, _, span in _folded(source, sheets):
        for match in _GAP.finditer(source.written(span)):
            if chance.random() < 0.5:
                gap = chance.choice(["  ", "\n", " \t ", "\n\n  ", " "])
                yield Edit(span.start + match.start(), span.start + match.end(), gap)
    for place in _edges(source, sheets):
        if chance.random() < 0.5 and not source.text[place - 1].isspace() and not source.text[place].isspace():
            yield Edit(place, place, chance.choice([" ", "\n", "\n    "]))


def one_line(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """As little white space as can be."""
    del chance
    edges = set(_edges(source, sheets))
    for _, _, span in _folded(source, sheets):
        for match in _GAP.finditer(source.written(span)):
            start, end = span.start + match.start(), span.start + match.end()
            yield Edit(start, end, "" if start in edges or end in edges else " ")


def _edges(source: Source, sheets: Sheets) -> list[int]:
    """The places where a block begins or ends beside white space, another block or text: not in an empty element."""
    if source.document is None or sheets.mention(r":(empty|only-|first-line|blank)"):
        return []
    in_line = sheets.elements(_puts_in_line) | _keeping(sheets)
    found: list[int] = []
    for element in source.elements:
        kept = element.tag in RAW_TAGS or element.tag in KEPT_SPACE_TAGS
        if element.tag not in _BETWEEN or element in in_line or not element.start:
            continue
        parent = source.document.parent(element)
        if parent is not None and parent not in in_line and parent.tag in BREAKING_TAGS:
            found += [element.start.start]
            found += [whole(element).end] if element.end or element.tag in VOID_TAGS else []
        if element.end and not kept and element.start.end != element.end.start:
            found += [element.start.end, element.end.start]
    return sorted({place for place in found if 0 < place < len(source.text)})


def comments(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Comments between blocks and between words, and without those that were there."""
    for element in source.elements:
        for child in element.children:
            if (
                isinstance(child, Comment)
                and child.text.isascii()
                and not re.match(r"\s*(\[|edit|to here)", child.text)
            ):
                yield Edit(*child.span, "")
    for place in _edges(source, sheets):
        if chance.random() < 0.2:
            yield Edit(place, place, chance.choice(["<!-- a note -->", "<!-- <p>not yet</p> -->", "<!---->"]))
    for element, _, span in source.texts():
        gaps = list(_GAP.finditer(source.written(span)))
        if gaps and element.tag not in RAW_TAGS and chance.random() < 0.2:
            at = span.start + chance.choice(gaps).end()
            yield Edit(at, at, "<!-- a note -->")


def end_tags(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Without the end tags that HTML lets one leave out."""
    kept = _keeping(sheets)
    for element in source.elements:
        if element in kept:
            continue
        if element.end and element.tag in _ENDS_BEFORE and chance.random() < 0.7 and _may_go(source, sheets, element):
            yield Edit(*element.end, "")


def _may_go(source: Source, sheets: Sheets, element: Element) -> bool:
    document = source.document
    parent = document.parent(element) if document else None
    if parent is None:
        return element.tag == "html"
    after = [child for child in parent.children[parent.children.index(element) + 1 :] if not _is_gap(child)]
    if after:
        follower = after[0]
        written = isinstance(follower, Element) and follower.start is not None
        return written and isinstance(follower, Element) and follower.tag in _ENDS_BEFORE[element.tag]
    if element.tag in _NOT_AT_THE_END or sheets.mention("white-space|display|:empty"):
        return False
    ends = parent.end is not None or parent.tag == "html"
    return ends and not (element.tag == "p" and (parent.tag in _P_STAYS_IN or "-" in parent.tag))


def _is_gap(child: object) -> bool:
    return isinstance(child, Text) and not child.text.strip(" \t\n\f\r")


def start_tags(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Without `<head>`, `<body>` and `<tbody>` where HTML lets one leave them out."""
    del sheets, chance
    for element in source.elements:
        inside = [child for child in element.children if not _is_gap(child)]
        if element.tag not in ("head", "body", "tbody") or element.attributes or not (element.start and element.end):
            continue
        first = inside[0] if inside else None
        if isinstance(first, Element) and first.start and _begins(source, element, first):
            yield Edit(*element.start, "")
            yield Edit(*element.end, "")


def _begins(source: Source, element: Element, first: Element) -> bool:
    """Whether an element is there also without its tags, because of what stands first in it."""
    document = source.document
    parent = document.parent(element) if document else None
    if element.tag == "head":
        return True
    if element.tag == "body":
        return (
            first.tag not in words("meta link script style template noscript title base") and first.namespace == "html"
        )
    alone = parent is not None and [child.tag for child in parent.elements] in (["tbody"], ["thead", "tbody"])
    return (
        alone
        and first.tag == "tr"
        and all(row.end for part in (parent.elements if parent else ()) for row in part.elements)
    )


def references(source: Source, sheets: Sheets, chance: Random) -> Iterator[Edit]:
    """Characters as named, decimal or hexadecimal references, and references as characters."""
    del sheets
    for element, _, span in source.texts():
        if element.tag not in RAW_TAGS - {"title"}:
            yield Edit(*span, _referring(source.written(span), chance))
    for element in source.elements:
        for attribute in element.attributes:
            inside = attribute.value_span
            if inside and attribute.name not in ("style", "class") and source.text[inside.start - 1] in "\"'":
                written = source.written(inside)
                if unescape(written) == attribute.value:
                    yield Edit(*inside, _referring(written, chance))


def _referring(written: str, chance: Random) -> str:
    return "".join(_referred(match[0], chance) for match in _CHARACTER.finditer(written))


def _referred(written: str, chance: Random) -> str:
    character = unescape(written) if len(written) > 1 else written
    often = written != character or not character.isascii() or character == "&"
    if len(character) != 1 or character.isspace() or ord(character) < 32 or chance.random() > (0.7 if often else 0.03):
        return written
    number = ord(character)
    name = codepoint2name.get(number)
    forms = [f"&#{number};", f"&#x{number:x};", f"&#X{number:X};", *([f"&{name};"] if name else [])]
    return chance.choice(forms if character in "&<\"'" else [*forms, character])
