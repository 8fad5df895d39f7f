"""Typing slips of HTML as plain values: what the tokenizer and the tree builder had to put right, each told once.

Kinds (`subject`; `detail`):
  unclosed         an element whose end tag is not there (its tag; "/" where it was closed like `<div/>`)
  stray-end        an end tag that closes nothing (its tag; "void" where that tag never has one)
  mismatched-end   an end tag of another name (the open tag; the tag found)
  crossed-end      an end tag before that of an element inside (the tag closed too early; the one still open)
  misplaced-tag    a start tag that has no place where it stands (its tag)
  after-body       content after `</body>`
  missing-slash    a start tag where the end tag was meant, as in `<em>word<em>` (its tag)
  unclosed-comment a comment without its end, or with another's
  slash-behind     `<b/>` where `</b>` was meant (its tag; the end tag)
and those of single tags, from tag_slips.py, and of text, from text_slips.py.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.source import RAW, VOID, Tag, Tokens
from app.page.tag_slips import Slip, dropped_slip, slips_in, swallowed_from
from app.page.text_slips import text_slips
from app.page.tree import Node, Remark, Run
from app.page.vocabulary import OLD_TAGS, TAGS

__all__ = ["Slip", "slips_of"]

OPTIONAL_END = frozenset(
    [
        "html",
        "head",
        "body",
        "li",
        "dt",
        "dd",
        "p",
        "rb",
        "rt",
        "rtc",
        "rp",
        "optgroup",
        "option",
        "colgroup",
        "caption",
    ]
) | frozenset(["thead", "tbody", "tfoot", "tr", "td", "th"])
_PLACED = OPTIONAL_END - {"html", "li", "dt", "dd", "p", "rb", "rt", "rtc", "rp", "optgroup", "option"} | {
    "form",
    "col",
}
_FAMILIES = ({"td", "th"}, {"dt", "dd", "li"}, {"thead", "tbody", "tfoot"})
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_RUN = 20  # look no further back than this many tags, or among so many open elements: more is no typing slip
_SVG, _MATH = "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"


def slips_of(source: str, tokens: Tokens, after_body: int | None) -> tuple[Slip, ...]:
    """Every slip in the order of the text; none twice, and none that only follows from another."""
    found: list[Slip] = []
    swallowed: Counter[tuple[str, str]] = Counter()
    run_on: set[Node] = set()
    for tag in tokens.tags:
        slips = slips_in(tag, source)
        found += slips
        if tag.node is not None and any(slip.kind == "missing-space" for slip in slips):
            run_on.add(tag.node)
            swallowed["", slips[0].subject] += 1
        start = swallowed_from(slips, tag)
        if start is not None:
            swallowed += _tags_in(source, start, tag.end)
    for start, end in tokens.swallowing:
        found.append(Slip("unclosed-comment", Span(start, _line_end(source, start)), "comment"))
        swallowed += _tags_in(source, start, end)
    swallowed += _rest(source, tokens, found)
    found += _in_text(source, tokens, swallowed)
    found += _Nesting(source, tokens.tags, swallowed, run_on).slips()
    if after_body is not None:
        found.append(Slip("after-body", Span(after_body, _line_end(source, after_body)), "body"))
    return tuple(sorted(found, key=lambda slip: slip.span.start))


def _rest(source: str, tokens: Tokens, found: list[Slip]) -> Counter[tuple[str, str]]:
    """The tags lost because something ran to the end of the text: a broken tag, a comment, an open title."""
    if tokens.dropped is not None:
        slip = dropped_slip(tokens.dropped, source)
        found.append(slip)
        return _tags_in(source, tokens.dropped.start, len(source))
    if tokens.open_comment is not None:
        start = tokens.open_comment
        found.append(Slip("unclosed-comment", Span(start, _line_end(source, start)), "comment"))
        return _tags_in(source, start, len(source))
    last = tokens.tags[-1] if tokens.tags else None
    if last is not None and last.name in RAW and not last.closing and last.node is not None:
        return _tags_in(source, last.end, len(source))
    return Counter()


def _in_text(source: str, tokens: Tokens, swallowed: Counter[tuple[str, str]]) -> list[Slip]:
    """The slips between the tags; a tag with a space in it is no tag, so its partner is not told."""
    ends = (tokens.open_comment, tokens.dropped.start if tokens.dropped else None)
    found = text_slips(source, tokens.tags, min([len(source), *(end for end in ends if end is not None)]))
    for slip in found:
        if slip.kind == "space-in-tag":
            swallowed["/" if slip.detail.startswith("</") else "", slip.subject] += 1
    return found


def _tags_in(source: str, start: int, end: int) -> Counter[tuple[str, str]]:
    return Counter((match[1], match[2].lower()) for match in _ANY_TAG.finditer(source, start, end))


def _line_end(source: str, offset: int) -> int:
    end = source.find("\n", offset)
    return len(source) if end < 0 else end


class _Nesting:
    """The slips between tags: what was left open, closed twice, or closed by another's end tag."""

    def __init__(self, source: str, tags: list[Tag], swallowed: Counter[tuple[str, str]], told: set[Node]) -> None:
        self.source = source
        self.tags = tags
        self.swallowed = swallowed
        self.told = told  # open elements that another slip has explained
        self.open: defaultdict[str, list[Node]] = defaultdict(list)  # what was never closed and should have been
        for tag in tags:
            if tag.node is not None and not tag.closing and tag.node.end is None and _needs_end(tag.node, source):
                self.open[tag.name].append(tag.node)
        self.never_closed = Counter(tag.name for tag in tags if tag.node and not tag.closing and tag.node.end is None)
        self.loose = {node for nodes in self.open.values() for node in nodes}

    def slips(self) -> list[Slip]:
        """End tags first: what they explain is not told again as left open."""
        found = [slip for index, tag in enumerate(self.tags) if tag.closing for slip in self._ended(index, tag)]
        pairs = zip([None, *found], found, strict=False)
        found = [slip for before, slip in pairs if not _for_its_start(before, slip, self.source)]
        found += [slip for index, tag in enumerate(self.tags) if not tag.closing for slip in self._started(index, tag)]
        return found

    def _ended(self, index: int, tag: Tag) -> list[Slip]:
        span = Span(tag.start, tag.end)
        current: Node | None = tag.current
        if tag.node is not None:
            return self._crossed(tag, current)
        if self.swallowed["", tag.name] > 0:
            self.swallowed["", tag.name] -= 1
            return []
        if tag.name in VOID:
            return [Slip("stray-end", span, tag.name, "void")]
        left = self._left_open(index)
        if left is not None:
            return [Slip("crossed-end", Span(left[1].start, left[1].end), left[1].name, tag.name)]
        if tag.name in self.open and tag.name not in TAGS and tag.name not in OLD_TAGS:
            self.told.update(self.open[tag.name][-1:])
            return []  # the end of a misspelt tag, which is told where it begins
        misspelt = self._misspelt(tag)
        if misspelt is not None:
            self.told.add(misspelt)
            return [Slip("mismatched-end", span, misspelt.name, tag.name)]
        if current is not None and _may_be_meant(tag.name, current) and current not in self.told:
            self.told.add(current)
            known = current.name in TAGS or current.name in OLD_TAGS or current.namespace in (_SVG, _MATH)
            told = known or "-" in current.name or (tag.name not in TAGS and tag.name not in OLD_TAGS)
            return [Slip("mismatched-end", span, current.name, tag.name)] if told else []
        return [Slip("stray-end", span, tag.name)]

    def _misspelt(self, tag: Tag) -> Node | None:
        """The open element whose end tag was misspelt, if the tag's name is none and near to its name."""
        if tag.name in TAGS or tag.name in OLD_TAGS:
            return None
        meant = nearest(tag.name, [name for name, nodes in self.open.items() if 0 < len(nodes) < _RUN])
        nodes = self.open[meant] if meant else []
        before = (n for n in reversed(nodes) if n not in self.told and n.tag and n.tag.start < tag.start)
        return next(before, None)

    def _crossed(self, tag: Tag, current: Node | None) -> list[Slip]:
        """`<b><p>…</b></p>`: the element inside gets its end tag only after this one."""
        late = current is not None and current is not tag.node and current.end is not None
        if current is None or not late or current.end is None or current.end.start < tag.start:
            return []
        return [Slip("crossed-end", Span(tag.start, tag.end), tag.name, current.name)]

    def _left_open(self, index: int) -> tuple[Node, Tag] | None:
        """The element a stray end tag was meant for, if an outer end tag right before it had closed that already."""
        open_too = self.open.get(self.tags[index].name, [])
        for closer in reversed(self.tags[max(0, index - _RUN) : index] if len(open_too) < _RUN else []):
            if not closer.closing:
                break
            if closer.node is None or closer.node.tag is None:
                continue
            for node in open_too:
                if node not in self.told and node.tag and closer.node.tag.start < node.tag.start < closer.start:
                    self.told.add(node)
                    return node, closer
        return None

    def _started(self, index: int, tag: Tag) -> list[Slip]:
        node: Node | None = tag.node
        span = Span(tag.start, tag.end)
        if node is None:
            return [Slip("misplaced-tag", span, tag.name)] if tag.name in _PLACED else []
        if node in self.told:
            return []
        if not tag.closing and self._slash_behind(index, node):
            return [Slip("slash-behind", span, tag.name, f"</{tag.name}>")]
        if node.end is None and self._empty_twin(node):
            return [Slip("missing-slash", span, tag.name)]
        if node.end is not None or not _needs_end(node, self.source):
            return []
        return [self._left(index, tag, node)] if not self._swallowed_end(tag.name) else []

    def _swallowed_end(self, name: str) -> bool:
        """Whether the end tag is lost inside something that ran on; each counts for one element."""
        if self.swallowed["/", name] <= 0:
            return False
        self.swallowed["/", name] -= 1
        return True

    def _left(self, index: int, tag: Tag, node: Node) -> Slip:
        """The slip of an element that was left open."""
        second = self._again(index, node) or self._empty_last(node)
        if second is not None and second.tag is not None:
            self.told.add(second)
            return Slip("missing-slash", Span(second.tag.start, second.tag.end), tag.name)
        meant = self._by_indentation(node) if len(self.open[tag.name]) < _RUN else node
        written = meant.tag or tag
        slash = "/" if self.source[written.end - 2] == "/" else ""
        return Slip("unclosed", Span(written.start, written.end), meant.name, slash)

    def _again(self, index: int, node: Node) -> Node | None:
        """The element of the same name that begins right behind its start tag, and is open too: `<em>word<em>`."""
        tag = self.tags[index + 1] if index + 1 < len(self.tags) else None
        if tag is None or tag.closing or tag.written or tag.node is None:
            return None
        return tag.node if tag.node.name == node.name and tag.node in self.loose else None

    def _empty_last(self, node: Node) -> Node | None:
        """The last thing inside, where it is of the same name, empty and open: the end tag without its slash."""
        inside = [child for child in node.children if isinstance(child, Node) or _inked(child)]
        last = inside[-1] if inside else None
        if not isinstance(last, Node) or last.name != node.name or last not in self.loose or last.attributes:
            return None
        return None if any(isinstance(child, Node) or _inked(child) for child in last.children) else last

    def _empty_twin(self, node: Node) -> bool:
        """Whether an element with nothing in it stands behind one that is not closed, where the others of their name,
        and there are some, all are: `<li>word<li>`.
        """
        if node.name not in OPTIONAL_END or node.attributes or self.never_closed[node.name] != 2 or node.parent is None:
            return False
        if not any(tag.closing and tag.name == node.name for tag in self.tags):
            return False
        siblings = [child for child in node.parent.children if isinstance(child, Node)]
        at = siblings.index(node) if node in siblings else 0
        before = siblings[at - 1] if at else node
        empty = not any(isinstance(child, Node) or _inked(child) for child in node.children)
        return (
            empty and before.name == node.name and before is not node and before.end is None and bool(before.children)
        )

    def _slash_behind(self, index: int, node: Node) -> bool:
        """Whether a tag like `<b/>` comes where the one of its name before it should end; both are explained then."""
        tag, before = self.tags[index], self.tags[index - 1] if index else None
        if before is None or before.closing or before.name != tag.name or tag.written or before.node is None:
            return False
        if self.source[tag.end - 2] != "/" or tag.name in VOID or before.node.namespace in (_SVG, _MATH):
            return False
        self.told |= {node, before.node}
        return True

    def _by_indentation(self, node: Node) -> Node:
        """The parser gives an end tag to the innermost element; where the indentation says that an outer one was
        meant, the inner one is the one left open.
        """
        while True:
            inner = _last_inside(node)
            if inner is None or inner.tag is None or inner.end is None or node.tag is None:
                return node
            mine, its, end = (self._indent(offset) for offset in (node.tag.start, inner.tag.start, inner.end.start))
            if mine is None or its is None or end != mine or its == mine:
                return node
            node = inner

    def _indent(self, offset: int) -> str | None:
        line = self.source[self.source.rfind("\n", 0, offset) + 1 : offset]
        return line if not line.strip() else None


def _for_its_start(before: Slip | None, slip: Slip, source: str) -> bool:
    """Whether an end tag closes nothing because the one before it, on its line, stands in its start tag's place."""
    if before is None or not slip.kind == before.kind == "stray-end" or slip.subject != before.subject:
        return False
    return (
        "<" not in source[before.span.end : slip.span.start] and "\n" not in source[before.span.end : slip.span.start]
    )


def _inked(child: Run | Remark | Node) -> bool:
    return isinstance(child, Run) and any(piece.strip() for piece in child.pieces)


def _last_inside(node: Node) -> Node | None:
    """The last element of the same name inside, not looking further into such a one."""
    waiting = [child for child in node.children if isinstance(child, Node)]
    while waiting:
        child = waiting.pop()
        if child.name == node.name:
            return child
        waiting.extend(inner for inner in child.children if isinstance(inner, Node))
    return None


def _needs_end(node: Node, source: str) -> bool:
    if node.namespace in (_SVG, _MATH):
        return node.tag is not None and source[node.tag.end - 2] != "/"
    return node.name not in VOID and node.name not in OPTIONAL_END and node.name != "plaintext"


def _may_be_meant(name: str, current: Node) -> bool:
    """Whether an end tag of this name may have been meant for the element that is open and never closed."""
    if current.tag is None or current.end is not None or current.name in ("html", "body", "head", *VOID):
        return False
    if current.name not in OPTIONAL_END:
        return True
    alike = any(name in family and current.name in family for family in _FAMILIES)
    return alike or (name not in TAGS and name not in OLD_TAGS and name[:1] == current.name[:1])
