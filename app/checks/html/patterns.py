"""What an HTML block asks for, as values: elements with their attributes, text, and the author's extra words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.html.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Times:
    """`times="2-4"`: how many such elements; most is None where there is no upper end."""

    least: int
    most: int | None

    def allows(self, number: int) -> bool:
        """Whether this many are right."""
        return number >= self.least and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class WantedAttribute:
    """An attribute that must be there; value None where it needs none."""

    name: str
    value: Phrase | None


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """One element that must stand in the page, and what must stand inside it; `line` is that of the exercise file.

    `tag` is "any" for `<any>`; `others` are the tags of `or`. `every` is None, or the selector (its own tag if none
    was given) whose elements must all be like this. `start_tag` is as it is shown to a learner, without extra words.
    """

    tag: str
    attributes: tuple[WantedAttribute, ...]
    children: tuple[Wanted | Phrase, ...]
    start_tag: str
    line: int
    others: tuple[str, ...] = ()
    times: Times | None = None
    every: str | None = None
    without: tuple[str, ...] = ()
    first: bool = False
    last: bool = False
    direct: bool = False
    exact: bool = False
    any_order: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag that will do; empty for `<any>`."""
        return () if self.tag == "any" else (self.tag, *self.others)

    @property
    def words(self) -> Phrase | None:
        """The text, where text is all that is asked inside."""
        return self.children[0] if len(self.children) == 1 and isinstance(self.children[0], Phrase) else None

    @property
    def bare(self) -> bool:
        """Only the tag is asked for."""
        return not self.attributes and not self.children and not self.without

    @property
    def shown(self) -> str:
        """The element as a learner would write it: its start tag, and its text where that is all."""
        text = self.words
        if text is None or text.anything:
            return self.start_tag
        return f"{self.start_tag}{text.shown.strip()}</{self.tag}>"


@dataclass(frozen=True, slots=True)
class Block:
    """An HTML block: what must stand in the page, in order; `doctype` where the block begins with one."""

    items: tuple[Wanted | Phrase, ...]
    doctype: bool = False
    exact: bool = False

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text that is asked for word by word, with each tag that will do around it."""
        waiting = list(self.items)
        while waiting:
            item = waiting.pop()
            if isinstance(item, Wanted):
                yield from ((tag, words) for tag in item.tags for words in (item.words.plain if item.words else ()))
                waiting.extend(item.children)
