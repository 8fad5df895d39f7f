"""Where declarations begin and end among the pieces of a style sheet, though signs between them may be missing."""

from __future__ import annotations

from app.page.css_tokens import Piece
from app.page.vocabulary import PROPERTIES


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the space and comments around them."""
    start, end = 0, len(pieces)
    while start < end and pieces[start].is_space:
        start += 1
    while end > start and pieces[end - 1].is_space:
        end -= 1
    return pieces[start:end]


def is_custom(part: list[Piece]) -> bool:
    """Whether a property of the author's own begins here, whose value may hold braces."""
    return bool(part) and part[0].kind == "ident" and str(part[0].value).startswith("--")


def _declares(pieces: list[Piece], index: int) -> bool:
    """Whether a known property, or one of the author's own, and a colon stand here."""
    piece = pieces[index]
    name = str(piece.value)
    if piece.kind != "ident" or not (name.lower() in PROPERTIES or name.startswith("--")):
        return False
    after = next((other for other in pieces[index + 1 :] if not other.is_space), None)
    return after is not None and after.is_sign(":")


def begins_declaration(pieces: list[Piece]) -> bool:
    """Whether a declaration stands first, be its property misspelt: `colr: red`; no selector has such a space."""
    if not pieces or pieces[0].kind != "ident":
        return False
    return _declares(pieces, 0) or (len(pieces) > 3 and pieces[1].is_sign(":") and pieces[2].is_space)


def first_declaration(pieces: list[Piece]) -> int | None:
    """Where a known property begins after something else: `h1 color: red`."""
    for index in range(1, len(pieces)):
        if pieces[index - 1].is_space and _declares(pieces, index):
            return index
    return None


def next_declaration(part: list[Piece]) -> int:
    """Where the next declaration begins inside this one, which lacks its `;`; the length where there is none."""
    for index in range(2, len(part)):
        if part[index - 1].is_space and _declares(part, index):
            return index
    return len(part)


def before_rule(part: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What stands before a nested rule's braces, cut where a declaration that lacks its `;` ends: at its line's end."""
    if not part or not _declares(part, 0):
        return [], part
    for index in range(len(part) - 1, 0, -1):
        if part[index].is_space and "\n" in str(part[index].value):
            return part[:index], part[index + 1 :]
    return [], part
