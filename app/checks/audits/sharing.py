"""Audits of what a page has to do with the world outside: the card shown where it is shared, and what it loads.

`share-card`: the head has `og:title`, `og:description`, `og:image` and `og:image:alt`, each with words, as `property`
of a `<meta>`. The title has at most 90 characters and the description at most 300, since more is cut off; the picture
is one of the pack's own or a whole address (https://…). `og:type` and `og:url` are not asked for: the first is
`website` where it is not written (ogp.me), and a page that is not online yet has no address.
`no-outside-requests`: opening the page loads nothing from elsewhere: no picture, style sheet, font, script or frame,
in its HTML or in any of its CSS files. Links may lead where they like.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.page import Page
from app.page.references import references_in, references_on

_PARTS = ("og:title", "og:description", "og:image", "og:image:alt")
_LONGEST = {"og:title": 90, "og:description": 300}  # characters


def faults(scene: Scene, page: Page) -> Iterator[Fault]:
    """What is missing from a page's share card, or will not be seen."""
    notes = scene.inside(None, ("meta",))
    card = {(note.get("property") or "").strip().lower(): note for note in reversed(notes)}
    named = {(note.get("name") or "").strip().lower(): note for note in reversed(notes)}
    shown = next((head for head in scene.inside(None, ("head",)) if head.start), scene.document.root)
    for part in _PARTS:
        wanted = f'property="{part}"'
        if part in card:
            yield from _part(part, card[part], scene, page)
        elif part in named:
            yield fault("card-named", scene.tag_place(named[part]), "meta", f'name="{part}"', wanted)
        else:
            yield fault("card-part-missing", scene.tag_place(shown), "head", "", f'<meta {wanted} content="…">')


def _part(part: str, note: Element, scene: Scene, page: Page) -> Iterator[Fault]:
    content = " ".join((note.get("content") or "").split())
    place = scene.tag_place(note)
    longest = _LONGEST.get(part)
    if not content:
        yield fault("card-part-empty", place, "meta", part, 'content="…"')
    elif longest and len(content) > longest:
        yield fault("card-part-long", place, "meta", part, str(longest), length=str(len(content)))
    elif part == "og:image" and not _is_there(content, scene.document.file, page):
        yield fault("card-picture-missing", place, "meta", content, "a picture of the page")


def _is_there(address: str, file: str, page: Page) -> bool:
    """Whether an address is whole, or that of an asset."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https", "") and "." in parts.netloc
    return normpath(join(dirname(file), unquote(parts.path))).lstrip("/") in page.assets


def outside(scene: Scene, page: Page) -> Iterator[Fault]:
    """What the page and its style sheets load from elsewhere."""
    sheets = (file for file in page.files if file.name.lower().endswith(".css"))
    for reference in chain(references_on(scene.document), chain.from_iterable(map(references_in, sheets))):
        if reference.loaded and reference.outside and not reference.inline:
            place = Place(reference.file, reference.line, reference.column, len(reference.address))
            address = reference.address.strip()
            yield fault("loads-from-outside", place, reference.tag or "style", address, "a file of the page")
