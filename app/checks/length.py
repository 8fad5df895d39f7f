"""How long a page may be to be looked at; one that is longer is said to be too long, at once."""

from __future__ import annotations

from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault

LONGEST, MOST_TAGS = 500_000, 20_000  # code points, and `<`; a page of 2,000 lines has some 80,000 and 4,000


def too_long(text: str, file: str = "index.html") -> Fault | None:
    """What is said of a page that is too long; None for any other."""
    if len(text) <= LONGEST and text.count("<") <= MOST_TAGS:
        return None
    return fault("page-too-long", Place(file, 1, 1), "html", f"{len(text):,}", f"{LONGEST:,}", most=f"{MOST_TAGS:,}")
