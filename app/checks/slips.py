"""Typing slips as faults, said plainly; and the page as it would be without them, to see what they explain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.checks.raw_text import RAW_TAGS, meant_end
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.page.css import Sheet
from app.page.html import Document, parse_html
from app.page.tag_slips import REPLACED, Slip
from app.page.vocabulary import OLD_TAGS, TAGS

_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|div|dl|dt|dd|figure|footer|form|h[1-6]|head|header|hr|html|li|main|nav|"
    r"ol|p|pre|section|table|td|th|tr|ul)\b",
    re.IGNORECASE,
)
MOST_SLIPS = 40  # of one file: with more, it is no page with slips but something else
_BREAKING = frozenset(("missing-bracket", "unclosed-quote"))  # what else is wrong inside such a tag follows from it
_ATTRIBUTES = re.compile(r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s>"'<]+))*""")
_RUN_ON = re.compile(r"\s+[A-Za-z-]+=$")
_ROUNDS, _LONGEST = 8, 60_000  # a longer page is not read again and again
_LEFT_AND_STRAY = ("unclosed", "stray-end")
_OF_TAGS = frozenset(("unclosed", "stray-end", "mismatched-end", "crossed-end", "misplaced-tag", "missing-slash"))


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the source and what should stand there."""

    start: int
    end: int
    text: str


def html_slips(document: Document) -> tuple[Fault, ...]:
    """The typing slips of a page, in the order of the text; none that only follows from another."""
    place = place_in(document)
    return tuple(_said(slip, document.source, place) for slip in told_slips(document))


@lru_cache(maxsize=8)
def told_slips(document: Document) -> tuple[Slip, ...]:
    """The slips that are told, in the order of the text: what is no more to be seen once an earlier one is mended,
    followed from it.
    """
    slips = _merged(document)[:MOST_SLIPS]
    broken = [slip for slip in slips if slip.kind in _BREAKING]
    waiting = broken + [slip for slip in slips if slip not in broken and not any(_overlap(slip, b) for b in broken)]
    rounds = _ROUNDS if len(document.slips) <= MOST_SLIPS else 0  # each of them reads the page again
    told: list[Slip] = []
    rounds = _ROUNDS if len(document.slips) <= MOST_SLIPS and len(document.source) <= _LONGEST else 0
    while waiting:
        first = waiting.pop(0)
        told.append(first)
        if len(told) <= rounds and any(slip.kind in _OF_TAGS or _overlap(first, slip) for slip in waiting):
            waiting = _left(waiting, told, document)
    return tuple(_unfollowed(sorted(told, key=lambda slip: slip.span)))


def _unfollowed(slips: list[Slip]) -> list[Slip]:
    """Without a tag that, behind the first slip, seems both never closed and closed for nothing."""
    both = {s.subject for s in slips[1:] if s.kind == "unclosed"} & {s.subject for s in slips if s.kind == "stray-end"}
    return [s for n, s in enumerate(slips) if n == 0 or s.subject not in both or s.kind not in _LEFT_AND_STRAY]


def _left(waiting: list[Slip], told: list[Slip], document: Document) -> list[Slip]:
    """The slips that are still there when those that were told are mended."""
    edits = _apart(e for slip in told for e in _mend(slip, document))
    if not edits:
        return waiting
    after = _merged(parse_html(mended(document.source, edits), document.file))
    there = Counter((slip.kind, slip.subject, origin(edits, slip.span.start)) for slip in after)
    if len(after) > len(waiting):
        return [slip for slip in waiting if not any(_overlap(slip, other) for other in told)]
    return [slip for slip in waiting if there[slip.kind, slip.subject, slip.span.start]]


def _overlap(one: Slip, other: Slip) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _merged(document: Document) -> list[Slip]:
    """The slips, where an element left open and an end tag that closes nothing, just where it should end, are one."""
    slips = list(document.slips)
    strays = {slip.span.start: slip for slip in slips if slip.kind == "stray-end" and slip.detail != "void"}
    for slip in document.slips if len(slips) <= MOST_SLIPS else ():
        if slip.kind != "unclosed" or slip.detail:
            continue
        at = _meant_end(document.source, slip.span.end)
        at += len(document.source[at:]) - len(document.source[at:].lstrip())
        if stray := strays.pop(at, None):
            slips[slips.index(slip)] = Slip("mismatched-end", stray.span, slip.subject, stray.subject)
            slips.remove(stray)
    return slips


def slip_fault(slip: Slip, document: Document) -> Fault:
    """One slip of a page or of the CSS in it, said plainly, at its place."""
    return _said(slip, document.source, place_in(document))


def css_slips(sheet: Sheet, source: str, place: Callable[[int, int], Place]) -> tuple[Fault, ...]:
    """The typing slips of a style sheet; `place` turns offsets into places."""
    return tuple(_said(slip, source, place) for slip in sheet.slips[:MOST_SLIPS])


def place_in(document: Document) -> Callable[[int, int], Place]:
    """A function from offsets of the document to a place, cut at the end of its first line."""

    def place(start: int, end: int) -> Place:
        line, column = document.position(start)
        newline = document.source.find("\n", start, end)
        return Place(document.file, line, column, (newline if newline >= 0 else end) - start)

    return place


def _said(slip: Slip, source: str, place: Callable[[int, int], Place]) -> Fault:
    written = source[slice(*slip.span)]
    where = place(*slip.span)
    if slip.kind in _OF_TAGS:
        return _said_of_tag(slip, written, where)
    if slip.kind == "outside-tag":
        behind = written.index(">") + 1
        shown = written[behind:].removesuffix(">").strip()
        return fault(slip.kind, place(slip.span.start + behind, slip.span.end), slip.subject, shown, slip.detail)
    if slip.kind == "css-in-page":
        written = re.sub(r"\s*\{[\s\S]*", " { … }", written)
    if slip.kind in REPLACED:
        return fault(slip.kind, where, slip.subject, written, slip.detail)
    if slip.kind == "missing-bracket":
        end = _tag_end(written)
        return fault(slip.kind, place(slip.span.start, slip.span.start + end), slip.subject, written[:end], ">")
    if slip.kind == "unknown-tag":
        kind = "tag-misspelt" if slip.detail else "tag-unknown"
        return fault(kind, where, slip.subject, f"<{slip.subject}>", f"<{slip.detail}>" if slip.detail else "")
    if slip.kind == "unknown-attribute":
        tag, shown = _attribute_at(source, slip.span.start)
        return fault("attribute-misspelt", where, tag, shown, slip.detail)
    if slip.kind == "unknown-property":
        return fault("property-misspelt", where, slip.subject, slip.subject, slip.detail)
    of_attribute = slip.detail in TAGS | OLD_TAGS and slip.kind not in ("missing-semicolon", "missing-colon")
    subject = slip.detail if of_attribute else slip.subject
    return fault(slip.kind, where, subject, written, _sign(slip.kind, written), name=slip.subject)


def _said_of_tag(slip: Slip, written: str, where: Place) -> Fault:
    tag, detail = slip.subject, slip.detail
    if slip.kind == "unclosed":
        return fault("self-closed" if detail else "unclosed", where, tag, written, f"</{tag}>")
    if slip.kind == "stray-end":
        return fault("stray-void-end" if detail else "stray-end", where, tag, written, f"<{tag}>")
    if slip.kind == "crossed-end":
        return fault(slip.kind, where, tag, written, f"</{detail}>", other=detail)
    return fault(slip.kind, where, tag, written, f"</{tag}>")


_SIGNS = {
    "missing-equals": "=",
    "missing-open-bracket": "<",
    "unclosed-comment": "-->",
    "missing-brace": "}",
    "missing-open-brace": "{",
    "missing-semicolon": ";",
    "missing-colon": ":",
    "unclosed-css-comment": "*/",
    "unclosed-parenthesis": ")",
}


def _sign(kind: str, written: str) -> str:
    """The sign that is missing."""
    if kind in ("unclosed-quote", "unopened-quote", "unclosed-string"):
        return _quote(written)
    return _SIGNS.get(kind, "")


def _tag_end(written: str) -> int:
    """Where a tag without its `>` ends: behind its name, which may run into text, and what looks like attributes."""
    name = re.match(r"</?([a-zA-Z][a-zA-Z0-9-]*)", written)
    if name is None:
        return len(written)
    known = [tag for tag in TAGS | OLD_TAGS if name[1].lower().startswith(tag)]
    if name[1].lower() not in known and known:
        return name.start(1) + max(map(len, known))
    attributes = _ATTRIBUTES.match(written, name.end())
    return attributes.end() if attributes else name.end()


def _quote(written: str) -> str:
    return next((sign for sign in written if sign in "\"'"), '"')


def _with_quote(written: str) -> str:
    """A value with its closing quote: before the next attribute, if the value has run on into one."""
    run_on = _RUN_ON.search(written)
    end = run_on.start() if run_on else len(written.rstrip())
    return f"{written[:end]}{_quote(written)}{written[end:]}"


def _attribute_at(source: str, start: int) -> tuple[str, str]:
    """The tag that an attribute stands in, and the attribute as written."""
    tag = re.match(r"<([^\s/>]*)", source[source.rfind("<", 0, start) :])
    attribute = re.compile(r"""[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?""").match(source, start)
    return tag[1].lower() if tag else "", attribute[0] if attribute else ""


def mends(document: Document, texts: Sequence[tuple[str, str]] = ()) -> list[Edit]:
    """The edits that would put right those slips of which it is plain what was meant; none overlaps another.

    `texts` are tags with the words wanted in them: an element left open that begins with them ends behind them.
    """
    if len(document.slips) > MOST_SLIPS:
        return []
    return _apart(e for slip in told_slips(document) for e in _mend(slip, document, texts))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order, without those that reach into the one before."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _mend(slip: Slip, document: Document, texts: Sequence[tuple[str, str]] = ()) -> Iterable[Edit]:
    source, (start, end), tag = document.source, slip.span, slip.subject
    written = source[start:end]
    if slip.kind in REPLACED:
        return [Edit(start, end, slip.detail)]
    if slip.kind == "unclosed" and tag in RAW_TAGS:
        return [Edit(*meant_end(source, end, tag), f"</{tag}>")]
    if slip.kind == "unclosed":
        words = sorted((words for name, words in texts if name == tag), key=len, reverse=True)
        ends = (_end_of_words(source, end, one) for one in words[:40])
        at = next((place for place in ends if place), _meant_end(source, end))
        return [Edit(at, at, f"</{tag}>")]
    if slip.kind == "stray-end":
        opening = re.compile(rf"(?<![<\w/]){re.escape(tag)}\s*>", re.IGNORECASE)
        found = opening.search(source, source.rfind("\n", 0, start) + 1, start)
        return [Edit(found.start(), found.start(), "<")] if found else [Edit(start, end, "")]
    if slip.kind == "unknown-tag" and slip.detail:
        return _renamed(document, start, slip.detail)
    replaced = {
        "mismatched-end": f"</{tag}>",
        "missing-slash": f"</{tag}>",
        "unclosed-comment": f"{written}-->",
        "missing-bracket": f"{written[: _tag_end(written)]}>{written[_tag_end(written) :]}",
        "unclosed-quote": _with_quote(written),
        "unopened-quote": re.sub(r"=\s*", f"={written[-1:]}", written, count=1),
        "stray-quote": written.replace('"', "").replace("'", ""),
        "missing-equals": re.sub(r"""\s*(?=["'])""", "=", written, count=1),
        "unknown-attribute": slip.detail,
    }
    return [Edit(start, end, replaced[slip.kind])] if slip.kind in replaced else []


def _renamed(document: Document, start: int, name: str) -> Iterable[Edit]:
    """Edits that rename an element by where the name in its start tag begins."""
    element = next((e for e in document.elements if e.start and e.start.start == start - 1), None)
    if element is None or element.start is None:
        return
    yield Edit(start, start + len(element.tag), name)
    if element.end and document.source[element.end.start + 2 :].lower().startswith(element.tag):
        yield Edit(element.end.start + 2, element.end.start + 2 + len(element.tag), name)


def _meant_end(source: str, start: int) -> int:
    """Where an element that was never closed was meant to end: before the next block on its line, at the end of its
    line, or, where its line ends with its start tag, before the first line that stands no deeper.
    """
    line_end = source.find("\n", start)
    line_end = len(source) if line_end < 0 else line_end
    if source[start:line_end].strip():
        block = _BLOCK.search(source, start, line_end)
        return block.start() if block else start + len(source[start:line_end].rstrip())
    depth = _depth(source[source.rfind("\n", 0, start) + 1 :])
    at = line_end + 1
    while at < len(source):
        line = source[at : end if (end := source.find("\n", at)) >= 0 else len(source)]
        if line.strip() and _depth(line) <= depth:
            return at
        at += len(line) + 1
    return len(source)


def _end_of_words(source: str, start: int, words: str) -> int | None:
    """Where these words end, if they stand at a place, in whatever case and with whatever tags between them."""
    between = r"(?:\s|<[^<>]{0,200}>){1,40}"
    pattern = between.join(re.escape(word) for word in words.split()[:60])
    found = re.compile(rf"(?:\s|<[^<>/]{{0,200}}>){{0,20}}{pattern}(?!\w)", re.IGNORECASE).match(source, start)
    return found.end() if found and pattern else None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def mended(source: str, edits: Sequence[Edit]) -> str:
    """The source with the edits made."""
    parts, end = [], 0
    for edit in edits:
        parts += [source[end : edit.start], edit.text]
        end = edit.end
    return "".join([*parts, source[end:]])


def origin(edits: Sequence[Edit], offset: int) -> int:
    """The offset in the source as typed of an offset in the mended one."""
    moved = 0
    for edit in edits:
        begin = edit.start + moved
        if offset < begin:
            break
        if offset <= begin + len(edit.text):
            return min(edit.end, edit.start + offset - begin)
        moved += len(edit.text) - (edit.end - edit.start)
    return max(0, offset - moved)
