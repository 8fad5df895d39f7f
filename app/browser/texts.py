"""The text of one open file as Python keeps it, kept up to date by edits; refuses an edit out of step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.page.trail import Trail

Change = tuple[int, int, str]  # from, to, insert; UTF-16 units of the text before


class OutOfStepError(ValueError):
    """An edit that does not fit the text it is for: ask for the whole text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one step of typing changed: changes in order, the number of this edit, the length afterwards (UTF-16)."""

    version: int
    changes: Sequence[Change]
    length: int


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text, how many edits made it, the way back, and the cursor (line and column from 1, code points).

    `trail` and `cursor` are None until something is known of them.
    """

    text: str
    version: int = 0
    cursor: tuple[int, int] | None = None
    trail: Trail | None = None

    def edited(self, edit: Edit) -> FileText:
        """The text after an edit; OutOfStepError if it is not the next one or does not fit."""
        if edit.version != self.version + 1:
            raise OutOfStepError(f"edit {edit.version} after {self.version}")
        units = self.text.encode("utf-16-le", "surrogatepass")
        spliced = _splice(units, edit.changes)
        if len(spliced) != 2 * edit.length:
            raise OutOfStepError(f"{len(spliced) // 2} units instead of {edit.length}")
        return replace(self, text=spliced.decode("utf-16-le", "surrogatepass"), version=edit.version)

    def with_steps(self, steps: str, version: int) -> FileText:
        """The same, with the editor's undo steps as of an edit; of another edit than the last they say nothing."""
        return replace(self, trail=Trail(steps, (self.text,))) if version == self.version else self


def plain_newlines(text: str) -> str:
    """Every newline a single line feed, as the editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _splice(units: bytes, changes: Sequence[Change]) -> bytes:
    parts = []
    done = 0
    for start, end, insert in changes:
        if not done <= start <= end <= len(units) // 2:
            raise OutOfStepError(f"a change at {start} to {end} after {done}")
        parts += [units[2 * done : 2 * start], insert.encode("utf-16-le", "surrogatepass")]
        done = end
    return b"".join([*parts, units[2 * done :]])


def units_before(text: str, line: int, column: int) -> int:
    """The offset of a line and column (from 1, in code points) in UTF-16 units; the nearest where there is none."""
    at = 0
    for _ in range(line - 1):
        end = text.find("\n", at)
        if end < 0:
            break
        at = end + 1
    end = text.find("\n", at)
    stop = min(at + column - 1, len(text) if end < 0 else end)
    return len(text[:stop].encode("utf-16-le", "surrogatepass")) // 2


def place_behind(text: str, units: int) -> tuple[int, int]:
    """The line and column (from 1, in code points) of an offset in UTF-16 units."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
