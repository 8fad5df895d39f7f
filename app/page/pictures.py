"""The pictures that a page may use, and how each is written into it: a tag with words for those who cannot see it."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico"})
WIDEST = 800  # CSS pixels; a photograph of 4,000 would push everything else off the page


def pictures(names: Iterable[str]) -> list[str]:
    """Those of these names that a browser shows as a picture, in their order."""
    return [name for name in names if PurePosixPath(name).suffix.lower() in PICTURES]


def picture_tag(name: str, words: str, size: tuple[int, int], page: str) -> str:
    """`<img …>` for the file `name` as seen from the file `page`; no `words`: decoration, `alt=""`.

    `size` is (width, height) in pixels, (0, 0) where it is not known; one that is too wide is written smaller.
    """
    width, height = size
    if width > WIDEST:
        width, height = WIDEST, max(1, round(height * WIDEST / width))
    sized = f' width="{width}" height="{height}"' if width and height else ""
    alt = html.escape(" ".join(words.split()), quote=False).replace('"', "&quot;")
    return f'<img src="{address(name, page)}" alt="{alt}"{sized}>'


def picture_value(name: str, page: str) -> str:
    """`url("…")`, as a style sheet names the file `name` from the file `page`."""
    return f'url("{address(name, page)}")'


def address(name: str, page: str) -> str:
    """The address of the file `name` as it is written in the file `page`, both within one site."""
    return quote(posixpath.relpath(name, posixpath.dirname(page) or "."), safe="/-_.~!$'()*+,;=@")


def advice(name: str, words: str) -> str:
    """What could be better about these words for a picture, in a sentence; empty where they are fine."""
    said = " ".join(words.split()).lower()
    file = PurePosixPath(name)
    if said in (file.name.lower(), file.stem.lower()):
        return "That is the name of the file. Say what can be seen in the picture."
    if said.startswith(("picture of", "image of", "photo of", "photograph of", "a picture of", "an image of")):
        return "A screen reader says “image” by itself. Begin with what can be seen."
    if len(said) > 150:
        return "That is long to listen to. One short sentence is best; the rest can stand on the page."
    return ""
