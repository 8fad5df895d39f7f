"""Merge fields: `{{office.name}}` in any text of a pack becomes the group's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.packs.problems import Problems, did_you_mean

_FIELD = re.compile(r"\{\{\s*([A-Za-z][\w.-]*)\s*\}\}")


class Fields:
    """The fields a pack declares, with a group's own values over the pack's neutral ones.

    A value never holds a line feed, so that filling it in moves no line.
    """

    def __init__(self, defaults: Mapping[str, str], own: Mapping[str, str]) -> None:
        self.values = {name: " ".join(own.get(name, value).split()) for name, value in defaults.items()}

    def fill(self, text: str) -> str:
        """The text with every field that is known filled in; an unknown one stays as it was written."""
        return _FIELD.sub(lambda field: self.values.get(field[1], field[0]), text)

    def check(self, text: str, problems: Problems) -> None:
        """Note each field in a file's text that the pack does not declare."""
        for field in _FIELD.finditer(text):
            if field[1] not in self.values:
                line = text.count("\n", 0, field.start()) + 1
                add = f"Add `{field[1]}: …` under `fields:` in pack.md."
                problems.add(
                    line, f"`{field[0]}` is not a field of this pack.", did_you_mean(field[1], self.values, add)
                )
