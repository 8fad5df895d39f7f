"""The way back from a file's text, step by step, as an editor tells it; here it is only carried, never read."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 30  # texts; then the oldest is let go, and the steps that led back from it with it


@dataclass(frozen=True, slots=True)
class Trail:
    """An editor's undo steps (its own words; empty: none) as of the first of `texts`.

    Each text after the first is one step more, and so is the text that the file has now, where it is another one.
    """

    steps: str
    texts: tuple[str, ...]

    def followed_by(self, text: str) -> Trail:
        """The way back from whatever takes the place of this text."""
        if text == self.texts[-1]:
            return self
        room = len(self.texts) < LONGEST
        return Trail(self.steps, (*self.texts, text)) if room else Trail("", (*self.texts[1:], text))
