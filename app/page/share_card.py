"""The card that is shown where a page's link is shared: what the page says for it, and what stands in for the rest.

Read by the Open Graph protocol (ogp.me), whose parts are `property`s of `<meta>`; nothing is ever fetched. As sharing
sites do, the page's `<title>` and its description for search engines stand in for a title and a description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from app.page.page import Page

if TYPE_CHECKING:  # at run time the lesson screen, which only shows these values, would wait for the parser
    from app.page.html import Document, Element

LONGEST_TITLE, LONGEST_DESCRIPTION = 90, 300  # characters; more is cut off


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about the card, code between backticks, and the line and column (from 1) it is about."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What is on the card, "" for what is not; `picture` are the bytes of one of the page's own files."""

    title: str
    description: str
    site: str
    picture: bytes | None = field(repr=False)
    picture_text: str
    remarks: tuple[Remark, ...]


_END = re.compile(r"<!--.*?-->|<(title|style|script|template)\b.*?</\1\s*>|(?P<end></head\b|<body\b)", re.I | re.S)


def _head_of(text: str) -> str:
    """What stands before a page's body, so that a long page costs no more than a short one."""
    ends = (found.start("end") for found in _END.finditer(text) if found["end"])
    return text[: next(ends, len(text))]


class _Head:
    """The notes of one page by their name, the first of each winning, and where what is not there would be."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.parts: dict[str, Element] = {}
        self.names: dict[str, Element] = {}
        self.title: Element | None = None
        self._start = document.root
        for element in document.elements:
            if element.tag == "meta":
                self._take(element)
            elif element.tag == "head" and element.start:
                self._start = element
            elif element.tag == "title" and element.namespace == "html" and self.title is None:
                self.title = element

    def _take(self, note: Element) -> None:
        for notes, by in ((self.parts, "property"), (self.names, "name")):
            name = (note.get(by) or "").strip().lower()
            if name:
                notes.setdefault(name, note)

    def words(self, name: str, notes: Mapping[str, Element] | None = None) -> str:
        note = (self.parts if notes is None else notes).get(name)
        return _tidy(note.get("content") or "") if note else ""

    def remark(self, text: str, about: Element | None = None) -> Remark:
        start = (about or self._start).start
        return Remark(text, *(self._document.position(start.start) if start else (1, 1)))


def share_card(page: Page) -> ShareCard:
    """The card of the page that is opened first."""
    from app.page.html import parse_html

    head = _Head(parse_html(_head_of(page.text(page.entry)), page.entry))
    own_title = _tidy(head.title.text) if head.title else ""
    title = head.words("og:title") or own_title
    description = head.words("og:description") or head.words("description", head.names)
    picture = _own_picture(head.words("og:image"), page)
    remarks = (
        *_about_names(head),
        *_about_title(head, title),
        *_about_description(head, description),
        *_about_picture(head, picture),
    )
    return ShareCard(title, description, _site(head), picture, head.words("og:image:alt"), remarks)


def _about_names(head: _Head) -> Iterator[Remark]:
    for name, note in head.names.items():
        if name.startswith("og:"):
            yield head.remark(f'`name="{name}"` is not read everywhere: write `property="{name}"`.', note)


def _about_title(head: _Head, title: str) -> Iterator[Remark]:
    if not title:
        yield head.remark('There is no title: add `<meta property="og:title" content="…">`.')
    elif not head.words("og:title"):
        text = 'The page’s `<title>` stands in for a title. `<meta property="og:title" content="…">` can say another.'
        yield head.remark(text, head.title)
    elif len(title) > LONGEST_TITLE:
        text = f"The title has {len(title)} characters. More than {LONGEST_TITLE} are cut off."
        yield head.remark(text, head.parts["og:title"])


def _about_description(head: _Head, description: str) -> Iterator[Remark]:
    if not description:
        yield head.remark('There is no description: add `<meta property="og:description" content="…">`.')
    elif not head.words("og:description"):
        text = (
            "The description for search engines stands in for one of its own. "
            '`<meta property="og:description" content="…">` can say another.'
        )
        yield head.remark(text, head.names.get("description"))
    elif len(description) > LONGEST_DESCRIPTION:
        text = f"The description has {len(description)} characters. More than {LONGEST_DESCRIPTION} are cut off."
        yield head.remark(text, head.parts["og:description"])


def _about_picture(head: _Head, picture: bytes | None) -> Iterator[Remark]:
    address, note = head.words("og:image"), head.parts.get("og:image")
    if not address:
        yield head.remark('There is no picture: add `<meta property="og:image" content="…">`.')
        return
    if _is_outside(address):
        yield head.remark(f"The picture is at `{address}`. Nothing is fetched here, so it is not shown.", note)
    elif picture is None:
        yield head.remark(f"There is no file `{address}` to show as the picture.", note)
    else:
        yield head.remark("Once the page is online, the picture needs its whole address (`https://…`).", note)
    if not head.words("og:image:alt"):
        text = 'The picture says nothing to people who cannot see it: add `<meta property="og:image:alt" content="…">`.'
        yield head.remark(text, note)


def _own_picture(address: str, page: Page) -> bytes | None:
    if not address or _is_outside(address):
        return None
    path = unquote(address.partition("?")[0].partition("#")[0])
    return page.assets.get(normpath(join(dirname(page.entry), path)).lstrip("/"))


def _is_outside(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _site(head: _Head) -> str:
    """What the card says of where the page is: its site's name, or the host of its address."""
    try:
        host = urlsplit(head.words("og:url")).hostname or ""
    except ValueError:
        host = ""
    return head.words("og:site_name") or host.removeprefix("www.")


def _tidy(text: str) -> str:
    return " ".join(text.split())
