"""Tags forgotten, mistaken or too many in a page with typing slips, seen from the flow of the page wanted.

A tag that answers none on the other side is either half of an element of which the other half does answer (then it was
forgotten, mistyped or is too much, which is told here and mended), or both halves are alone: then a whole element is
missing, renamed or added, which is told from the trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.checks.comparison.difference import Difference
from app.checks.comparison.mends import Edit, Mend
from app.checks.comparison.tag_flow import Token, answers, flow, indentation
from app.checks.vocabulary import OPTIONAL_END, VOID_TAGS
from app.page.html import Document
from app.page.nearest import distance
from app.page.nodes import Span
from app.page.tag_slips import Slip
from app.page.vocabulary import OLD_TAGS, TAGS

_ALL = ("html", "head", "body")  # whose tags may be left out, and stand where they will


class _Gap(NamedTuple):
    """What answers nothing between two tokens that do: the tags of both sides, and all found there."""

    wanted: list[Token]
    found: list[Token]
    start: int
    end: int
    before: int  # the place in the wanted flow where it begins


def tag_mends(wanted: Document, found: Document) -> list[Mend]:
    """The mends that give a page the tags of the page wanted, but for whole elements."""
    return list(_Mends(wanted, found).all())


@lru_cache(maxsize=8)
def _wanted_flow(document: Document) -> list[Token]:
    return flow(document)


class _Mends:
    """The two flows, what answers what, and which tags are alone on their side."""

    def __init__(self, wanted: Document, found: Document) -> None:
        self.document = wanted
        self.source = found.source
        self.wanted, self.found = _wanted_flow(wanted), flow(found)
        self.pairs = answers(self.wanted, self.found)
        self.answer = {mine.at: its for mine, its in self.pairs}
        its = {pair[1].at for pair in self.pairs}
        self.partners = {
            **_partners([t for t in self.wanted if t.tag and t.at not in self.answer]),
            **_partners([t for t in self.found if t.tag and t.at not in its]),
        }
        self.starts, self.ends = _elements(wanted, self.wanted)

    def all(self) -> Iterator[Mend]:
        """Gap by gap."""
        for gap in self._gaps():
            if gap.wanted or any(token.tag for token in gap.found):
                yield from self._gap(gap)

    def _gaps(self) -> Iterator[_Gap]:
        i = j = start = 0
        for mine, its in [*self.pairs, (None, None)]:
            stop, there = (mine.at, its.at) if mine and its else (len(self.wanted), len(self.found))
            end = its.span.start if its else len(self.source)
            yield _Gap(self.wanted[i:stop], self.found[j:there], start, end, i)
            i, j, start = stop + 1, there + 1, its.span.end if its else end

    def _gap(self, gap: _Gap) -> Iterator[Mend]:
        left = [token for token in gap.found if token.tag]
        for token in gap.wanted:
            if not token.tag or token.tag in _ALL:
                continue
            other = next((one for one in left if self._meant(token, one)), None)
            if other is not None:
                left.remove(other)
                yield from self._mistaken(token, other)
            else:
                yield from self._forgotten(token, gap)
        for token in left:
            yield from self._too_much(token)

    def _alone(self, token: Token) -> bool:
        """Whether this is half of an element whose other half answers."""
        return id(token) not in self.partners and token.tag not in VOID_TAGS

    def _meant(self, wanted: Token, found: Token) -> bool:
        """Whether a tag was typed for another."""
        if _misspelt(wanted, found):
            return True
        if wanted.tag == found.tag:
            return wanted.closing and not found.closing and self._alone(wanted) and "=" not in found.written
        return wanted.closing == found.closing and self._alone(wanted) and self._alone(found)

    def _mistaken(self, wanted: Token, found: Token) -> Iterator[Mend]:
        name = Span(found.span.start + 1 + found.closing, found.span.start + 1 + found.closing + len(found.tag))
        edits: tuple[Edit, ...] = (Edit(name, wanted.tag),)
        if wanted.tag == found.tag:
            yield Mend((Edit(Span(name.start, name.start), "/"),), Slip("missing-slash", found.span, found.tag))
        elif found.closing:
            if not (_misspelt(wanted, found) and id(found) in self.partners):
                yield Mend(edits, Slip("mismatched-end", found.span, wanted.tag, found.tag))
        elif _misspelt(wanted, found):
            end = self.partners.get(id(found))
            if end is not None:
                place = Span(end.span.start + 2, end.span.start + 2 + len(end.tag))
                edits = (*edits, Edit(place, wanted.tag))
            yield Mend(edits, Slip("unknown-tag", name, found.tag, wanted.tag))
        else:
            yield Mend(edits, Difference("tag-renamed", found.span, found.tag, found.tag, wanted.tag))

    def _forgotten(self, token: Token, gap: _Gap) -> Iterator[Mend]:
        half = re.compile(
            rf"(?<![<\w/]){'/' * token.closing}{re.escape(token.tag)}(?=[\s>])[^<>]{{0,400}}>", re.IGNORECASE
        )
        typed = half.search(self.source, gap.start, gap.end)
        if typed is not None:
            place = Span(*typed.span())
            yield Mend((Edit(Span(place.start, place.start), "<"),), Slip("missing-open-bracket", place, token.tag))
        elif not self._alone(token) or (token.closing and token.tag in OPTIONAL_END):
            return
        elif token.closing:
            yield from self._end_forgotten(token, gap)
        elif token.tag not in OPTIONAL_END or token.at in self.ends:
            yield from self._start_forgotten(token, gap)

    def _end_forgotten(self, token: Token, gap: _Gap) -> Iterator[Mend]:
        token, place = self._by_indentation(token, self._place(token, gap))
        start = self.starts.get(token.at)
        opening = self.answer.get(start.at) if start is not None else None
        if opening is not None:
            slash = "/" if self.source[opening.span.end - 2] == "/" else ""
            told = Slip("unclosed", opening.span, token.tag, slash)
            if slash:
                yield Mend((Edit(Span(opening.span.end - 2, opening.span.end - 1), ""), _at(place, token)), told)
            else:
                yield Mend((_at(place, token),), told)

    def _start_forgotten(self, token: Token, gap: _Gap) -> Iterator[Mend]:
        place = self._place(token, gap, after=False)
        shown = gap.start + len(self.source[gap.start : place]) - len(self.source[gap.start : place].lstrip())
        written = self.document.source[slice(*token.span)]
        end = self.answer.get(self.ends[token.at].at) if token.at in self.ends else None
        line = self.source.count("\n", 0, end.span.start) + 1 if end is not None else 0
        more = {"line": str(line)}
        told = Difference("start-gone", Span(shown, shown + 1), token.tag, f"</{token.tag}>", written, more)
        yield Mend((Edit(Span(place, place), written),), told)

    def _too_much(self, token: Token) -> Iterator[Mend]:
        if not self._alone(token) or token.tag in OPTIONAL_END:
            return
        gone = (Edit(token.span, ""),)
        if token.closing:
            yield Mend(gone, Slip("stray-end", token.span, token.tag))
        else:
            written = " ".join(self.source[slice(*token.span)].split())
            yield Mend(gone, Difference("element-extra", token.span, token.tag, written))

    def _place(self, token: Token, gap: _Gap, *, after: bool = True) -> int:
        """Where a forgotten tag should stand: as many words into the gap as where it is wanted."""
        number = min(token.at - gap.before, len(gap.found))
        if after:
            return gap.found[number - 1].span.end if number else gap.start
        return gap.found[number].span.start if number < len(gap.found) else gap.end

    def _by_indentation(self, token: Token, place: int) -> tuple[Token, int]:
        """Of a run of like end tags of which one is missing, the one that is missing by the indentation of the others,
        and where it should stand.
        """
        run = self._run(token)
        ends = [self.answer[one.at] for one in run if one is not token and one.at in self.answer]
        if len(run) < 2 or len(ends) != len(run) - 1:
            return token, place
        depths = [self._depth(one) for one in run]
        fits = [
            sum(
                depths[n + (n >= gone)] == indentation(self.source, end.span.start) is not None
                for n, end in enumerate(ends)
            )
            for gone in range(len(run))
        ]
        best = max(range(len(run)), key=lambda gone: (fits[gone], run[gone] is token))
        if run[best] is token:
            return token, place
        return run[best], ends[best].span.start if best < len(ends) else ends[-1].span.end

    def _run(self, token: Token) -> list[Token]:
        first = last = token.at
        while first and self.wanted[first - 1].name == token.name:
            first -= 1
        while last + 1 < len(self.wanted) and self.wanted[last + 1].name == token.name:
            last += 1
        return self.wanted[first : last + 1]

    def _depth(self, end: Token) -> str | None:
        """How far the line of the submitted start tag is indented that belongs to a wanted end tag."""
        start = self.starts.get(end.at)
        found = self.answer.get(start.at) if start is not None else None
        return indentation(self.source, found.span.start) if found is not None else None


def _at(place: int, token: Token) -> Edit:
    return Edit(Span(place, place), f"</{token.tag}>")


def _misspelt(wanted: Token, found: Token) -> bool:
    unknown = found.tag not in TAGS and found.tag not in OLD_TAGS and found.tag != wanted.tag
    return unknown and wanted.closing == found.closing and distance(wanted.tag, found.tag, 2) <= 2


def _partners(tokens: Sequence[Token]) -> dict[int, Token]:
    """Start and end tags, all of them answering nothing, that belong together; each by the id of the other."""
    found: dict[int, Token] = {}
    waiting: list[Token] = []
    for token in tokens:
        if not token.closing:
            waiting.append(token)
            continue
        at = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n].tag == token.tag), None)
        if at is not None:
            found[id(token)], found[id(waiting[at])] = waiting[at], token
            del waiting[at:]
    return found


def _elements(document: Document, tokens: Iterable[Token]) -> tuple[dict[int, Token], dict[int, Token]]:
    """The start tag of each end tag by the end tag's place in the flow, and the other way round."""
    places = {token.span.start: token for token in tokens if token.tag}
    starts: dict[int, Token] = {}
    ends: dict[int, Token] = {}
    for element in document.elements:
        if element.start is not None and element.end is not None and element.start.start in places:
            start, end = places[element.start.start], places[element.end.start]
            starts[end.at], ends[start.at] = start, end
    return starts, ends
