"""Text as an author writes it in a check: words, `…` for anything, `|` for or, and kinds such as `[number]`.

A phrase is matched piece by piece, each piece at its first place after the one before, so that time grows with the
length of the text and never with the number of ways to read it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_CLOCK = r"(?:[01]?\d|2[0-4])"
KINDS: dict[str, tuple[str, str]] = {
    # the word in brackets: (the pattern of one, as it is said to a learner)
    "number": (r"[-+−]?\d{1,15}(?:[,.]\d{1,15}){0,6}", "a number"),
    "word": (r"[\w'’-]{1,80}", "a word"),
    "date": (
        rf"{_DAY}(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
        r"(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
        "a date",
    ),
    "time": (
        rf"(?:{_CLOCK}(?:[:.][0-5]\d)? ?[ap]\.?m\.?|{_CLOCK}[:.][0-5]\d(?::[0-5]\d)?|noon|midday|midnight)",
        "a time",
    ),
    "email": (r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,190}\.[^\s@<>\".]{2,24}", "an e-mail address"),
    "phone": (r"\(?\+?\(?\d(?:[ ()./-]{0,2}\d){5,14}", "a telephone number"),
    "postcode": (r"[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}", "a postcode"),
}
_PIECE = re.compile(r"…|\.\.\.|\[([a-z]+)\]|\[count ([^\[\]]+(?:\[[^\[\]]*\][^\[\]]*)*)\]", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"'}
)
_UNSEEN = str.maketrans({**dict.fromkeys("\u00ad\u200b\u2060\ufeff"), "\u2010": "-", "\u2011": "-"})

Counter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Hole:
    """`…`: anything that is not empty."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`[number]` and its like, by the word in the brackets."""

    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """`[count tbody tr]`: how many elements of the page the selector finds."""

    selector: str


Piece = str | Hole | Kind | Count


@dataclass(frozen=True, slots=True)
class Phrase:
    """Alternatives of pieces, in the author's order, and the text as the author wrote it."""

    written: str
    alternatives: tuple[tuple[Piece, ...], ...]

    @property
    def anything(self) -> bool:
        """Nothing is asked but that something is there."""
        return self.alternatives == ((Hole(),),)

    @property
    def plain(self) -> tuple[str, ...]:
        """The alternatives that are words only, entities resolved."""
        return tuple("".join(map(str, a)) for a in self.alternatives if all(isinstance(piece, str) for piece in a))

    @property
    def shown(self) -> str:
        """The first alternative as it is shown to a learner: `…` for what is theirs to choose."""
        return shown_pieces(self.alternatives[0]) if self.alternatives else self.written

    @property
    def kind(self) -> str:
        """What the one thing is that is theirs to choose, such as "an e-mail address"; empty where it is anything."""
        kinds = [piece.name for pieces in self.alternatives[:1] for piece in pieces if isinstance(piece, Kind)]
        return KINDS[kinds[0]][1] if len(kinds) == 1 else ""

    def changed(self, change: Callable[[str], str]) -> Phrase:
        """The same phrase with its words changed."""
        alternatives = (tuple(change(p) if isinstance(p, str) else p for p in pieces) for pieces in self.alternatives)
        return Phrase(self.written, tuple(alternatives))

    def matches(self, text: str, count: Counter, *, exact: bool = False) -> bool:
        """Whether the whole text is one of the alternatives; `count` answers `[count …]`."""
        return self.matches_folded(fold(text, exact=exact), count, exact=exact)

    def matches_folded(self, folded: str, count: Counter, *, exact: bool = False) -> bool:
        """The same for a text that is folded already."""
        return any(_fits(_segments(pieces, count, exact), folded) for pieces in self.alternatives)


def parse_phrase(written: str) -> Phrase:
    """The phrase of a text or value as it stands in the block; a character written as an entity means itself."""
    return Phrase(
        html.unescape(_SPACE.sub(" ", written)), tuple(tuple(_pieces(part)) for part in _alternatives(written))
    )


def shown_pieces(pieces: Iterable[Piece]) -> str:
    """One alternative as it is shown to a learner."""
    return "".join(piece if isinstance(piece, str) else "…" for piece in pieces)


def holding(phrase: Phrase) -> Phrase:
    """The same phrase with anything, or nothing, before and after it."""
    return Phrase(phrase.written, tuple((Hole(), *pieces, Hole()) for pieces in phrase.alternatives))


def found_in(phrase: Phrase, text: str, count: Counter, *, exact: bool = False) -> bool:
    """Whether one of the alternatives stands somewhere in the text."""
    return holding(phrase).matches(text, count, exact=exact)


@lru_cache(maxsize=512)
def members(phrase: Phrase) -> tuple[tuple[Phrase, ...], ...]:
    """For each alternative its words, where a value is a set of words."""
    return tuple(tuple(_members(pieces)) for pieces in phrase.alternatives)


def _members(pieces: tuple[Piece, ...]) -> Iterator[Phrase]:
    word: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, str):
            word.append(piece)
            continue
        first, *others = _SPACE.split(piece)
        word += [first] if first else []
        for other in others:
            if word:
                yield _member(word)
            word = [other] if other else []
    if word:
        yield _member(word)


def _member(pieces: list[Piece]) -> Phrase:
    shown = (p if isinstance(p, str) else f"[{p.name}]" if isinstance(p, Kind) else "…" for p in pieces)
    return Phrase("".join(shown), (tuple(pieces),))


def fold(text: str, *, exact: bool = False) -> str:
    """White space folded; unless exact, also case, the shape of quotes, and spaces that do not break."""
    if exact:
        return _SPACE.sub(" ", text).strip(" \t\n\r\f")
    seen = unicodedata.normalize("NFC", text).translate(_UNSEEN).translate(_QUOTES).casefold()
    return " ".join(seen.split())


def _alternatives(written: str) -> list[str]:
    """The parts between `|`, but not those inside `[count a|b]`."""
    return re.split(r"\|(?![^\[\]]*\])", written)


def _pieces(part: str) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for found in _PIECE.finditer(part):
        name, selector = (found[1] or "").lower(), found[2]
        if name and name not in KINDS:
            continue
        pieces.append(html.unescape(part[end : found.start()]))
        pieces.append(Count(selector.strip()) if selector else Kind(name) if name else Hole())
        end = found.end()
    pieces.append(html.unescape(part[end:]))
    kept = [piece for piece in pieces if piece != ""]
    while kept and isinstance(kept[0], str) and len(kept) > 1 and not kept[0].strip():
        kept.pop(0)
    while kept and isinstance(kept[-1], str) and len(kept) > 1 and not kept[-1].strip():
        kept.pop()
    return kept


def _segments(pieces: tuple[Piece, ...], count: Counter, exact: bool) -> list[re.Pattern[str]]:
    """What stands between the holes, each as one pattern; n holes make n + 1 segments, some of them empty."""
    parts = [""]
    for at, piece in enumerate(pieces):
        if isinstance(piece, Hole):
            parts += [""] if at == 0 or not isinstance(pieces[at - 1], Hole) else []
        elif isinstance(piece, Kind):
            parts[-1] += f"(?:{KINDS[piece.name][0]})"
        elif isinstance(piece, Count):
            parts[-1] += str(count(piece.selector))
        else:
            parts[-1] += re.escape(_folded_piece(piece, at == 0, at == len(pieces) - 1, exact))
    return [_compiled(part) for part in parts]


def _folded_piece(piece: str, first: bool, last: bool, exact: bool) -> str:
    """A piece folded like the text, keeping the one space at either end that parts it from its neighbours."""
    inner = fold(piece, exact=exact)
    before = " " if piece[:1].isspace() and not first else ""
    after = " " if piece[-1:].isspace() and not last and inner else ""
    return f"{before}{inner}{after}"


@cache
def _compiled(part: str) -> re.Pattern[str]:
    return re.compile(part, re.IGNORECASE if "(?:" in part else 0)


def _fits(segments: list[re.Pattern[str]], text: str) -> bool:
    """A hole takes one character at least; holes at both ends mean "somewhere in it" and may be empty."""
    somewhere = len(segments) > 2 and not segments[0].pattern and not segments[-1].pattern
    if somewhere:
        segments, text = segments[1:-1], f" {text} "
    start = segments[0].search(text) if somewhere else segments[0].match(text)
    if len(segments) == 1 and not somewhere:
        return segments[0].fullmatch(text) is not None
    for segment in segments[1:] if somewhere else segments[1:-1]:
        start = start and segment.search(text, start.end() + 1)
    if start is None or somewhere:
        return start is not None
    return _ends_with(segments[-1], text, start.end() + 1)


def _ends_with(segment: re.Pattern[str], text: str, after: int) -> bool:
    """Whether the text ends with the segment, at or behind an offset."""
    if not segment.pattern:
        return len(text) >= after
    return re.compile(f"(?:{segment.pattern})\\Z", segment.flags).search(text, after) is not None
