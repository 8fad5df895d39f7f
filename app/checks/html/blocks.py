"""Reads an HTML block of a check into a pattern, and says with its line what an author wrote wrong.

A block is not a page: `<tr>` may stand alone, every element but the ones HTML lets one leave open has its end tag, and
elements carry the author's extra words (`times`, `every`, `or`, …). So it has its own small, strict reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.checks.html.patterns import Block, Times, Wanted, WantedAttribute
from app.checks.html.phrase import KINDS, Phrase, parse_phrase
from app.checks.rules import RuleProblem, selector_problems
from app.checks.vocabulary import BOOLEAN_ATTRIBUTES, OPTIONAL_END, VOID_TAGS
from app.page.nearest import nearest
from app.page.vocabulary import GLOBAL_ATTRIBUTES, OLD_TAGS, OTHER_ATTRIBUTES, TAGS

_TOKEN = re.compile(
    r"""<!--.*?-->|(?P<doctype><!doctype[^>]*>)|</(?P<end>[a-zA-Z][^\s/>]*)\s*>"""
    r"""|<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?|(\S)""")
_TIMES = re.compile(r"(\d{1,5})(?:(\+)|-(\d{1,5}))?")
_BRACKET = re.compile(r"\[([a-zA-Z]+)( [^\[\]]*)?\]")

VALUE_WORDS = ("times", "or", "without")
PLAIN_WORDS = ("first", "last", "direct", "exact", "any-order")
ATTRIBUTES = GLOBAL_ATTRIBUTES | OTHER_ATTRIBUTES
WORDS = (*VALUE_WORDS, "every", *PLAIN_WORDS)


@dataclass(slots=True)
class _Open:
    """An element whose end has not been read."""

    tag: str
    line: int
    words: dict[str, str | None] = field(default_factory=dict)
    attributes: list[WantedAttribute] = field(default_factory=list)
    shown: str = ""
    children: list[Wanted | Phrase] = field(default_factory=list)


class BlockReader:
    """Reads one block; `problems` is filled while reading, and the block is what could be read all the same."""

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        self.problems: list[RuleProblem] = []
        self._stack: list[_Open] = [_Open("", line)]
        self._doctype = False

    def read(self, *, exact: bool = False) -> Block:
        """The pattern of the whole block."""
        end = 0
        for token in _TOKEN.finditer(self.text):
            self._take_text(end, token.start())
            end = token.end()
            line = self._line_at(token.start())
            if token["doctype"]:
                self._doctype = True
            elif token["end"]:
                self._close(token["end"].lower(), line)
            elif token["tag"]:
                self._open(token["tag"].lower(), token["attributes"], line)
        self._take_text(end, len(self.text))
        while len(self._stack) > 1:
            self._finish(left_open=True)
        items = tuple(self._stack[0].children)
        if not items and not self._doctype:
            self._problem(self.line, "This block is empty.", "Write the HTML that must stand in the page.")
        return Block(items, self._doctype, exact)

    def _line_at(self, offset: int) -> int:
        return self.line + self.text.count("\n", 0, offset)

    def _problem(self, line: int, message: str, remedy: str) -> None:
        self.problems.append(RuleProblem(line, message, remedy))

    def _take_text(self, start: int, end: int) -> None:
        written = self.text[start:end]
        if not written.strip():
            return
        line = self._line_at(start + len(written) - len(written.lstrip()))
        if "<" in written:
            line = self._line_at(start + written.index("<"))
            self._problem(line, "A `<` begins no tag here.", "Close the tag and its quotes, or write `&lt;`.")
        self.problems.extend(phrase_problems(written, line))
        self._stack[-1].children.append(parse_phrase(written))

    def _open(self, tag: str, attributes: str, line: int) -> None:
        if tag != "any" and tag not in TAGS | OLD_TAGS and "-" not in tag:
            meant = nearest(tag, TAGS)
            remedy = f"Did you mean `<{meant}>`?" if meant else "Write a tag that HTML has, or `<any>`."
            self._problem(line, f"HTML has no tag `<{tag}>`.", remedy)
        element = _Open(tag, line)
        self._take_attributes(element, attributes, line)
        self._stack.append(element)
        if tag in VOID_TAGS or attributes.rstrip().endswith("/"):
            self._finish()

    def _take_attributes(self, element: _Open, written: str, line: int) -> None:
        shown = []
        for name, value, stray in _ATTRIBUTE.findall(written):
            if stray:
                if stray != "/":
                    self._problem(line, f"`{stray}` stands alone inside `<{element.tag}>`.", "Check its quotes.")
                continue
            unquoted = value[1:-1] if value[:1] in ("'", '"') and value[:1] else value
            given = unquoted if value else None
            if name.lower() in WORDS:
                element.words[name.lower()] = given
            else:
                shown.append(name if given is None else f'{name}="{parse_phrase(unquoted).shown}"')
                self._take_attribute(element, name.lower(), given, line)
        element.shown = f"<{' '.join([element.tag, *shown])}>"

    def _take_attribute(self, element: _Open, name: str, given: str | None, line: int) -> None:
        known = name in ATTRIBUTES or "-" in name or name.startswith("on") or element.tag in ("svg", "any")
        word = None if known else nearest(name, [*WORDS, *ATTRIBUTES])
        if word:
            self._problem(line, f"`{name}` is neither an attribute nor a word of checks.", f"Did you mean `{word}`?")
        if given is not None:
            self.problems.extend(phrase_problems(given, line))
        boolean = name in BOOLEAN_ATTRIBUTES
        element.attributes.append(WantedAttribute(name, None if given is None or boolean else parse_phrase(given)))

    def _close(self, tag: str, line: int) -> None:
        if tag in VOID_TAGS:
            return
        depth = next((i for i in range(len(self._stack) - 1, 0, -1) if self._stack[i].tag == tag), 0)
        if not depth:
            self._problem(line, f"`</{tag}>` closes nothing.", f"Write `<{tag}>` before it, or take it away.")
            return
        while len(self._stack) > depth + 1:
            self._finish(left_open=True)
        self._finish()

    def _finish(self, *, left_open: bool = False) -> None:
        element = self._stack.pop()
        if left_open and element.tag not in OPTIONAL_END:
            self._problem(element.line, f"`<{element.tag}>` is not closed.", f"Write `</{element.tag}>` where it ends.")
        self._stack[-1].children.append(self._wanted(element))

    def _wanted(self, element: _Open) -> Wanted:
        words = element.words
        for name in VALUE_WORDS:
            if name in words and not words[name]:
                self._problem(
                    element.line, f"`{name}` says nothing.", f'Write a value, such as `{name}="{_EXAMPLES[name]}"`.'
                )
        return Wanted(
            element.tag,
            tuple(element.attributes),
            tuple(element.children),
            element.shown,
            element.line,
            others=tuple((words.get("or") or "").lower().split()),
            times=self._times(words.get("times"), element.line),
            every=self._every(element),
            without=tuple((words.get("without") or "").lower().split()),
            first="first" in words,
            last="last" in words,
            direct="direct" in words,
            exact="exact" in words,
            any_order="any-order" in words,
        )

    def _times(self, written: str | None, line: int) -> Times | None:
        if not written:
            return None
        found = _TIMES.fullmatch(written.strip())
        if found is None or (found[3] and int(found[3]) < int(found[1])):
            self._problem(
                line, f'`times="{written}"` is not a number.', 'Write `times="1"`, `times="2+"` or `times="2-4"`.'
            )
            return None
        least = int(found[1])
        return Times(least, None if found[2] else int(found[3] or least))

    def _every(self, element: _Open) -> str | None:
        if "every" not in element.words:
            return None
        selector = element.words["every"] or ("*" if element.tag == "any" else element.tag)
        self.problems.extend(selector_problems(selector, element.line))
        return selector


_EXAMPLES = {"times": "1", "or": "b em", "without": "disabled"}


def phrase_problems(written: str, line: int) -> Iterator[RuleProblem]:
    """Words in brackets that are nearly one of the kinds, and selectors of `[count …]` that cannot be read."""
    for found in _BRACKET.finditer(written):
        name = found[1].lower()
        if name == "count" and found[2]:
            yield from selector_problems(found[2].strip(), line)
        elif name not in KINDS and not found[2] and (meant := nearest(name, KINDS)):
            yield RuleProblem(line, f"`[{found[1]}]` stands for nothing.", f"Did you mean `[{meant}]`?")
