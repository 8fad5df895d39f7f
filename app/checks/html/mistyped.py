"""What separates the words somebody typed from the words that were wanted: as few words as say it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from app.checks.html.likeness import alike
from app.checks.html.phrase import KINDS, Count, Counter, Kind, Phrase, fold, shown_pieces
from app.page.nearest import distance

SHORT_TEXT = 40  # code points: a text so short is said whole


@dataclass(frozen=True, slots=True)
class Difference:
    """The kind of fault, and the words on both sides; `found` stands in the text as it was typed."""

    kind: str
    found: str
    wanted: str


def difference(phrase: Phrase, text: str, count: Counter, *, exact: bool = False) -> Difference:
    """Why a text, not empty, is not what the phrase asks for, by the alternative that it is most like."""
    plain = sorted(phrase.plain, key=lambda words: alike(fold(words), fold(text)), reverse=True)
    if plain and len(phrase.plain) == len(phrase.alternatives):
        return _between_words(text.split(), plain[0].split(), exact)
    return _missing_piece(phrase, text, count)


def nearest_alternative(phrase: Phrase, found: str) -> Phrase:
    """The phrase with one alternative only: the author's first, unless what was found is clearly more like another."""
    if not phrase.alternatives:
        return phrase
    likeness = [alike(fold(shown_pieces(pieces)), fold(found)) for pieces in phrase.alternatives]
    best = max(range(len(likeness)), key=likeness.__getitem__)
    chosen = phrase.alternatives[best if likeness[best] > max(0.6, likeness[0] + 0.15) else 0]
    return Phrase(shown_pieces(chosen), (chosen,))


def _between_words(found: list[str], wanted: list[str], exact: bool) -> Difference:
    folded_found, folded_wanted = ([fold(word, exact=exact) for word in words] for words in (found, wanted))
    matcher = SequenceMatcher(None, folded_found, folded_wanted, autojunk=False)
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    whole = Difference("text-wrong", " ".join(found), " ".join(wanted))
    if exact and fold(whole.found) == fold(whole.wanted):
        return Difference("text-case", whole.found, whole.wanted)
    if len(changes) != 1:
        return whole
    _, start, end, wanted_start, wanted_end = changes[0]
    one, other = found[start:end], wanted[wanted_start:wanted_end]
    if len(one) == len(other) and all(map(_is_typing_slip, one, other)):
        return Difference("text-mistyped", " ".join(one), " ".join(other))
    if len(whole.wanted) <= SHORT_TEXT or len(changes) * 2 > len(wanted):
        return whole
    if one and other:
        return Difference("text-wrong", " ".join(one), " ".join(other))
    before, behind = max(0, start - 1), min(len(found), end + 1)
    wanted_before, wanted_behind = max(0, wanted_start - 1), min(len(wanted), wanted_end + 1)
    return Difference("text-wrong", " ".join(found[before:behind]), " ".join(wanted[wanted_before:wanted_behind]))


def _is_typing_slip(found: str, wanted: str) -> bool:
    one, other = fold(found), fold(wanted)
    if one == other:
        return True
    return distance(one, other, 2) <= (1 if len(other) <= 4 else 2) and not (one.isdigit() and other.isdigit())


def _missing_piece(phrase: Phrase, text: str, count: Counter) -> Difference:
    folded = fold(text)
    pieces = max(phrase.alternatives, key=lambda alternative: _present(alternative, folded))
    for piece in pieces:
        if isinstance(piece, str) and piece.strip() and fold(piece) not in folded:
            wanted = " ".join(piece.split())
            near = _nearest_stretch(wanted, text.split())
            return near or Difference("text-lacks", text, wanted)
        if isinstance(piece, Count) and str(count(piece.selector)) not in folded:
            return Difference("text-lacks", text, str(count(piece.selector)))
    kinds = [piece.name for piece in pieces if isinstance(piece, Kind)]
    if kinds:
        return Difference("text-kind", text, KINDS[kinds[0]][1])
    return Difference("text-wrong", text, phrase.written.strip())


def _present(pieces: tuple[object, ...], folded: str) -> int:
    return sum(1 for piece in pieces if isinstance(piece, str) and fold(piece) in folded)


def _nearest_stretch(wanted: str, words: list[str]) -> Difference | None:
    """The words that differ, where as many words of the text as are wanted are each a typing slip away at most."""
    parts = wanted.split()
    for at in range(len(words) - len(parts) + 1):
        stretch = [word.strip(",.;:!?") for word in words[at : at + len(parts)]]
        if all(map(_is_typing_slip, stretch, parts)):
            pairs = [(one, other) for one, other in zip(stretch, parts, strict=True) if fold(one) != fold(other)]
            return Difference("text-mistyped", " ".join(p[0] for p in pairs), " ".join(p[1] for p in pairs))
    return None
