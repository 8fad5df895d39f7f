"""Typing slips inside one tag: quotes, `=`, `>`, misspelt names.

Kinds (`subject`; `detail`):
  unknown-tag          a tag HTML does not know (as written; the nearest known one or "")
  missing-bracket      `>` forgotten (the tag)
  unclosed-quote       the closing quotation mark forgotten (the attribute; the tag)
  unopened-quote       the opening one forgotten (the attribute; the tag)
  stray-quote          a quotation mark too many (the tag)
  missing-equals       `=` forgotten (the attribute; the tag)
  duplicate-attribute  the same attribute twice (the attribute; the tag)
  unknown-attribute    a misspelt attribute (as written; the nearest known one)
and with `detail` being what belongs in place of the span:
  curly-quote          `class=“note”` (the attribute)
  missing-quotes       `class=big note` (the attribute)
  missing-space        `<imgsrc="a.jpg">` (the tag)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.source import Tag, Written
from app.page.vocabulary import GLOBAL_ATTRIBUTES, OLD_TAGS, OTHER_ATTRIBUTES, OWN_ATTRIBUTES, TAGS

_HTML = "http://www.w3.org/1999/xhtml"
_KNOWN = GLOBAL_ATTRIBUTES | OTHER_ATTRIBUTES
_RUNS_ON = re.compile(r"[>\n]|[\s][A-Za-z-]+=$")
_OPEN_QUOTE = re.compile(r"""[\s/]*([^\s/>=]+)\s*=\s*["']""")
_CURLY = ("“", "”", "„", "‘", "’", "″")
_CLOSING = re.compile('[“”„‘’″"](?=[\\s/>])')
_PLAIN = re.compile(r"[a-z][a-z-]*")


REPLACED = frozenset(
    ("curly-quote", "missing-quotes", "missing-space", "space-in-tag", "comment-start", "stray-bracket")
) | {"unknown-entity", "slash-behind", "outside-tag", "css-in-page"}
"""Kinds of slips, of tags and of text, whose `detail` is what belongs in place of what was typed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One typing slip: its kind, its place, the tag or attribute it is about, and what belongs there."""

    kind: str
    span: Span
    subject: str
    detail: str = ""


def slips_in(tag: Tag, source: str) -> list[Slip]:
    """The slips of one tag, in the order of the text; after a quote or bracket that runs on, nothing more is told."""
    if not tag.written and tag.name in TAGS and "<" not in tag.name:
        return []
    bracket = _missing_bracket(tag, source)
    if tag.closing:
        return bracket[:1]
    found = _missing_space(tag, source) or _unknown_tag(tag)
    seen: set[str] = set()
    for index, attribute in enumerate(tag.written):
        if bracket and attribute.name_span[1] >= bracket[0].span.end:
            break
        if found and attribute.name_span[1] <= found[-1].span.end:
            continue  # a part of what was told
        curly = _curly(tag, attribute, source) or _unquoted(tag, index, source)
        if curly is not None:
            found.append(curly)
            continue
        broken = _quote(tag, attribute, source) or _equals(tag, index, attribute)
        if broken is not None:
            return [*found, broken]
        if attribute.name in seen:
            found.append(Slip("duplicate-attribute", Span(*attribute.name_span), attribute.name, tag.name))
        elif tag.node is not None and tag.node.namespace == _HTML:
            found += _unknown_attribute(tag, attribute)
        seen.add(attribute.name)
    return found + bracket


def swallowed_from(slips: list[Slip], tag: Tag) -> int | None:
    """Where a broken tag began to swallow what follows; None if it is whole."""
    if slips and slips[-1].kind in ("unclosed-quote", "missing-bracket") and slips[-1].span.end <= tag.end:
        return slips[-1].span.end
    return None


def dropped_slip(tag: Tag, source: str) -> Slip:
    """The slip of a tag that the text ended in: a quote that never closes, or no `>`."""
    at = tag.written[-1].value_span or tag.written[-1].name_span if tag.written else (0, tag.start + 1 + len(tag.name))
    start = at[1] + (source[at[1] : at[1] + 1] in ('"', "'"))
    match = _OPEN_QUOTE.match(source, start)
    if match is not None:
        end = _cut(source, match.end(), len(source))
        return Slip("unclosed-quote", Span(match.start(1), end), match[1].lower(), tag.name)
    end = source.find("\n", tag.start)
    return Slip("missing-bracket", Span(tag.start, len(source) if end < 0 else end), tag.name)


def _cut(source: str, start: int, end: int) -> int:
    """Where a value that runs on was meant to end at the latest: before `>`, or at the end of its line."""
    places = [place for place in (source.find(">", start, end), source.find("\n", start, end)) if place >= 0]
    return min(places, default=end)


def _missing_bracket(tag: Tag, source: str) -> list[Slip]:
    at = source.find("<", tag.start + 1, tag.end)
    if at < 0:
        return []
    for attribute in tag.written:
        inside = attribute.value_span
        if inside and inside[0] <= at < inside[1] and source[inside[0] - 1] in "\"'":
            at = source.find("<", inside[1], tag.end)
            if at < 0:
                return []
    end = tag.start + len(source[tag.start : at].rstrip())
    name = tag.name.split("<")[0]
    return [Slip("missing-bracket", Span(tag.start, end), name, "/" if tag.closing else "")]


def _unknown_tag(tag: Tag) -> list[Slip]:
    name = tag.name.split("<")[0]
    foreign = tag.node is not None and tag.node.namespace != _HTML
    if foreign or "-" in name or name in TAGS or name in OLD_TAGS:
        return []
    span = Span(tag.start + 1, tag.start + 1 + len(name))
    known = nearest(name, TAGS) or ""
    return [Slip("unknown-tag", span, name, known)] if known or tag.node is not None else []


def _missing_space(tag: Tag, source: str) -> list[Slip]:
    """`<imgsrc="a.jpg">`: the first attribute run on from the name."""
    name, _, value = tag.name.partition("=")
    if not value:
        return []
    known = [t for t in TAGS if name.startswith(t) and name[len(t) :] in _KNOWN]
    if not known:
        return []
    cut = tag.start + 1 + len(max(known, key=len))
    end = tag.start + 1 + len(tag.name)
    return [Slip("missing-space", Span(tag.start, end), known[0], f"{source[tag.start : cut]} {source[cut:end]}")]


def _curly(tag: Tag, attribute: Written, source: str) -> Slip | None:
    """`class=“note”`, as word processors write it: up to the closing one, even where spaces part the value."""
    if attribute.value_span is None or source[attribute.value_span[0] : attribute.value_span[0] + 1] not in _CURLY:
        return None
    start = attribute.value_span[0]
    if source[start - 1] in "\"'":
        return None
    closing = _CLOSING.search(source, start + 1, tag.end)
    end = closing.end() if closing else attribute.value_span[1]
    value = source[start + 1 : end - (1 if closing else 0)]
    return Slip("curly-quote", Span(attribute.name_span[0], end), attribute.name, f'{attribute.name}="{value}"')


def _unquoted(tag: Tag, index: int, source: str) -> Slip | None:
    """`class=big note`: words behind an unquoted value that are no attributes."""
    attribute = tag.written[index]
    if attribute.value_span is None or source[attribute.value_span[0] - 1] in "\"'":
        return None
    words = []
    for other in tag.written[index + 1 :]:
        if other.value_span is None and other.name[-1] in "\"'" and other.name[:-1].isalnum():
            span = Span(attribute.name_span[0], other.name_span[1])
            return Slip("unopened-quote", span, attribute.name, tag.name)
        if other.value_span is not None or other.name in _KNOWN or not other.name.isalpha():
            break
        words.append(other)
    if not words or "-" in tag.name or attribute.value_span[0] == attribute.value_span[1]:
        return None
    end = words[-1].name_span[1]
    value = source[attribute.value_span[0] : end]
    if set(value) & set("\"'"):
        return None
    return Slip("missing-quotes", Span(attribute.name_span[0], end), attribute.name, f'{attribute.name}="{value}"')


def _quote(tag: Tag, attribute: Written, source: str) -> Slip | None:
    """A quotation mark that is missing at one end."""
    if attribute.value_span is None:
        return None
    start, end = attribute.value_span
    value = source[start:end]
    if source[start - 1] not in "\"'":
        quoted = value.endswith(('"', "'")) and value.count(value[-1]) % 2 == 1
        return Slip("unopened-quote", Span(attribute.name_span[0], end), attribute.name, tag.name) if quoted else None
    if source[end + 1 : end + 2] in ("", " ", "\n", "\t", "\f", "/", ">") or not _RUNS_ON.search(value):
        return None
    return Slip("unclosed-quote", Span(attribute.name_span[0], _cut(source, start, end)), attribute.name, tag.name)


def _equals(tag: Tag, index: int, attribute: Written) -> Slip | None:
    """`href"x"` or `alt "x"`: a quotation mark where a name should be."""
    quote = min((attribute.name.find(mark) for mark in "\"'" if mark in attribute.name), default=-1)
    if quote < 0:
        return None
    span = Span(*attribute.name_span)
    before = tag.written[index - 1] if index else None
    if quote == 0 and before is not None and before.value_span is None:
        return Slip("missing-equals", Span(before.name_span[0], span.end), before.name, tag.name)
    if attribute.name[:quote] in _KNOWN:
        return Slip("missing-equals", span, attribute.name[:quote], tag.name)
    return Slip("stray-quote", span, tag.name)


def _unknown_attribute(tag: Tag, attribute: Written) -> list[Slip]:
    name = attribute.name
    if name in _KNOWN or not _PLAIN.fullmatch(name) or name.startswith(("data-", "on", "hx-", "x-", "v-")):
        return []
    if "-" in tag.name or ("-" in name and not name.startswith(("aria", "a-", "accept", "http"))):
        return []
    known = nearest(name, OWN_ATTRIBUTES.get(tag.name, frozenset()) | GLOBAL_ATTRIBUTES)
    return [Slip("unknown-attribute", Span(*attribute.name_span), name, known)] if known else []
