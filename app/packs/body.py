"""The text below the front matter, cut into sections, fenced blocks and lines, each with its line number.

Fences follow CommonMark: at least three backticks or tildes, closed by as many or more of the same, so that a block of
four can show one of three. A block of three that swallows a heading or another opening fence was left open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.packs.problems import Problems, did_you_mean, listed, meant

_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})[ \t]*([^`]*?)[ \t]*")
_HEADING = re.compile(r" {0,3}(#{2,3})[ \t]+(.*?)[ \t#]*")
_COMMENT = re.compile(r" {0,3}<!--")


@dataclass(frozen=True, slots=True)
class Line:
    """One line outside any block, and its number in the file."""

    text: str
    line: int

    @property
    def goal(self) -> str | None:
        """What stands behind `###`, or None where this is no such heading."""
        heading = _HEADING.fullmatch(self.text)
        return heading[2] if heading and heading[1] == "###" else None


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its info words, its text, the line of its opening fence, and the whole as it was written."""

    info: str
    text: str
    line: int
    written: str


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one `##` heading (title and line; empty and 0 for what stands before the first)."""

    title: str
    line: int
    items: tuple[Line | Block, ...]

    @property
    def markdown(self) -> str:
        """The section as Markdown, without empty lines around it."""
        return "\n".join(i.text if isinstance(i, Line) else i.written for i in self.items).strip("\n").rstrip()

    @property
    def lines(self) -> list[Line]:
        """The lines outside blocks that say something."""
        return [item for item in self.items if isinstance(item, Line) and item.text.strip()]

    @property
    def blocks(self) -> list[Block]:
        """The blocks, in order."""
        return [item for item in self.items if isinstance(item, Block)]


class Body:
    """The sections of one file by their name in lower case; `before` is what stands above the first."""

    def __init__(self, sections: Sequence[Section], problems: Problems) -> None:
        self.before, *self._sections = sections
        self._problems = problems
        self._misspelt: set[str] = set()

    def check_titles(self, known: Sequence[str], what: str, repeated: Collection[str] = ()) -> None:
        """Note each section that `what` ("an exercise") does not have, and each that stands twice."""
        seen: dict[str, int] = {}
        names = {title.lower(): title for title in known}
        for section in self._sections:
            name = _name(section.title)
            if name not in names:
                self._misspelt.add(meant(section.title, known) or "")
                remedy = did_you_mean(section.title, known, f"Sections are {listed(known)}.")
                self._problems.add(section.line, f"`## {section.title}` is not a section of {what}.", remedy)
            elif name in seen and names[name] not in repeated:
                remedy = f"Put all of it under one heading; the first is in line {seen[name]}."
                self._problems.add(section.line, f"`## {section.title}` stands here twice.", remedy)
            seen.setdefault(name, section.line)

    def lacks(self, title: str) -> bool:
        """Whether a section is missing, and not only misspelt."""
        return self.section(title) is None and title not in self._misspelt

    def section(self, title: str) -> Section | None:
        """The first section of this title, or None."""
        return next(iter(self.sections(title)), None)

    def sections(self, title: str) -> list[Section]:
        """Every section of this title, in order."""
        return [section for section in self._sections if _name(section.title) == title.lower()]

    def markdown(self, title: str) -> str:
        """The Markdown of a section, empty where it is missing."""
        section = self.section(title)
        return section.markdown if section else ""

    def refuse_text_before(self, first: str) -> None:
        """Note text above the first section, which nobody would see."""
        if self.before.lines:
            line = self.before.lines[0].line
            self._problems.add(
                line, "This text stands above the first section.", f"Put it under a heading such as `## {first}`."
            )


def parse_body(text: str, first_line: int, known: Collection[str], problems: Problems) -> Body:
    """The body of a file from `first_line` on; a heading of `known` inside a block shows it was left open."""
    lines = text.split("\n")
    headings = frozenset(title.lower() for title in known)
    sections: list[tuple[str, int, list[Line | Block]]] = [("", 0, [])]
    for item in _items(lines, first_line - 1, headings, problems):
        heading = _HEADING.fullmatch(item.text) if isinstance(item, Line) else None
        if heading and heading[1] == "##":
            sections.append((heading[2], item.line, []))
        else:
            sections[-1][2].append(item)
    return Body([Section(title, line, tuple(items)) for title, line, items in sections], problems)


def list_items(markdown: str) -> tuple[str, ...]:
    """The items of a Markdown list (`1.`, `-` or `*` at the margin), each with the lines that belong to it."""
    items: list[list[str]] = []
    for line in markdown.split("\n"):
        marker = re.match(r"(?:\d{1,3}[.)]|[-*])[ \t]+(.*)", line)
        if marker or not items:
            items.append([marker[1] if marker else line])
        else:
            items[-1].append(line)
    told = ("\n".join([first, *_dedented(rest)]).strip() for first, *rest in items)
    return tuple(item for item in told if item)


def _dedented(lines: list[str]) -> list[str]:
    depth = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[depth:] for line in lines]


def _name(title: str) -> str:
    return re.sub(r"^question \d+$", "question", title.lower())


def _items(lines: list[str], at: int, headings: frozenset[str], problems: Problems) -> Iterator[Line | Block]:
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at])
        if fence:
            end, closed = _block_end(lines, at, fence, headings)
            if not closed:
                remedy = (
                    "End it with a line of the signs it began with; a block that shows such a line begins with more."
                )
                problems.add(at + 1, "The code block that begins here is not closed.", remedy)
            yield _block(lines, at, end, fence, closed)
            at = end + 1 if closed else end
        elif _COMMENT.match(lines[at]) and (end := _comment_end(lines, at, problems)):
            at = end
        else:
            yield Line(lines[at], at + 1)
            at += 1


def _block(lines: list[str], at: int, end: int, fence: re.Match[str], closed: bool) -> Block:
    indent = re.compile(f" {{0,{len(fence[1])}}}")
    inner = [indent.sub("", line, count=1) for line in lines[at + 1 : end]]
    written = "\n".join(lines[at : end + 1]) if closed else "\n".join([*lines[at:end], fence[2]])
    return Block(" ".join(fence[3].split()), "".join(f"{line}\n" for line in inner), at + 1, written)


def _block_end(lines: list[str], at: int, fence: re.Match[str], headings: frozenset[str]) -> tuple[int, bool]:
    """The index of the closing fence and True, or of the line before which an open block must have ended and False."""
    mark = fence[2]
    heading_at = None
    for index in range(at + 1, len(lines)):
        heading = _HEADING.fullmatch(lines[index])
        if heading and heading_at is None:
            heading_at = index
        inner = _FENCE.fullmatch(lines[index])
        if inner and inner[2][0] == mark[0] and len(inner[2]) >= len(mark) and not inner[3]:
            return index, True
        nested = inner and inner[2] == mark and inner[3]
        if len(mark) == 3 and (nested or (heading and heading[1] == "##" and _name(heading[2]) in headings)):
            return heading_at or index, False
    return heading_at or len(lines), False


def _comment_end(lines: list[str], at: int, problems: Problems) -> int:
    """The index behind an author's comment, which stands on lines of its own; 0 where other text stands behind it."""
    for index in range(at, len(lines)):
        if "-->" in lines[index]:
            return index + 1 if lines[index].rstrip().endswith("-->") else 0
    problems.add(at + 1, "The comment that begins here is not closed.", "End it with `-->`.")
    return at + 1
