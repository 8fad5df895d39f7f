"""Other spellings of a whole file: line endings and the mark at its beginning."""

from __future__ import annotations

from random import Random


def line_endings(text: str, chance: Random) -> str:
    """Carriage returns, as Windows and old Macs write them."""
    return text.replace("\n", chance.choice(["\r\n", "\r\n", "\r"]))


def byte_order_mark(text: str, chance: Random) -> str:
    """The mark that some editors put at the beginning of a file."""
    del chance
    return text if text.startswith("\ufeff") else "\ufeff" + text
