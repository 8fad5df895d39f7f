"""Which properties of CSS have to do with each other, so that their order may matter: `margin` and `margin-left`."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"^-(webkit|moz|ms|o)-")
_KIN = {
    **dict.fromkeys(("top", "right", "bottom", "left"), "inset"),
    **dict.fromkeys(("line-height",), "font"),
    **dict.fromkeys(("row-gap", "column-gap", "grid-gap", "gap"), "gap"),
    **dict.fromkeys(("inline-size", "width"), "width"),
    **dict.fromkeys(("block-size", "height"), "height"),
    **dict.fromkeys(("word-wrap", "overflow-wrap"), "overflow"),
    "columns": "column",
}
_KIN_OF_FIRST = {"align": "place", "justify": "place", "place": "place", "page": "break", "row": "gap"}


def family(name: str) -> str:
    """The family of a property: two of different families do not overrule each other in any order (but for `all`)."""
    if name.startswith("--"):
        return name
    bare = _PREFIX.sub("", name.lstrip("*_"))
    first = bare.split("-")[0]
    return _KIN.get(bare) or _KIN_OF_FIRST.get(first, first)
