"""What a page points at: what it loads, where its links lead, what its pictures say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from app.page.html import Document, parse_html
from app.page.nodes import Attribute, Element
from app.page.page import File, Page

_LOADED = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
}
_LOADING_LINKS = frozenset(
    ("stylesheet", "icon", "apple-touch-icon", "preload", "prefetch", "preconnect", "modulepreload", "manifest")
)
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address on a page: as written, the file and line it stands in, and whether opening the page loads it."""

    address: str
    file: str
    line: int
    loaded: bool

    @property
    def outside(self) -> bool:
        """Whether it leads away from the pack (`https://…`, `//…`, `mailto:…`)."""
        try:
            parts = urlsplit(self.address.strip())
        except ValueError:
            return True
        return bool(parts.scheme or parts.netloc)

    @property
    def inline(self) -> bool:
        """Whether it holds its own content (`data:…`)."""
        return self.address.strip().lower().startswith("data:")


def references_of(page: Page) -> Iterator[Reference]:
    """Every address in the HTML and CSS of a page."""
    for file in page.files:
        if _is_html(file):
            document = parse_html(file.text, file.name)
            for element in document.elements:
                yield from _references(element, document)
            yield from _css_references(file)
        else:
            yield from _css_references(file)


def pictures_without_text(page: Page) -> Iterator[tuple[str, int]]:
    """File and line of each `<img>` that has no `alt` at all; `alt=""` says that it is decoration."""
    for file in page.files:
        if _is_html(file):
            document = parse_html(file.text, file.name)
            for element in document.elements:
                if element.tag == "img" and element.get("alt") is None and element.start:
                    yield file.name, document.position(element.start.start)[0]


def resolves(reference: Reference, page: Page) -> bool:
    """Whether what an address inside the pack names is there: a file, an asset, or a place on a page."""
    parts = urlsplit(reference.address.strip())
    path = unquote(parts.path)
    name = normpath(join(dirname(reference.file), path)) if path else reference.file
    if path.startswith("/") or (name not in page.assets and name not in {file.name for file in page.files}):
        return False
    fragment = unquote(parts.fragment)
    if fragment in ("", "top") or name in page.assets:
        return True
    document = parse_html(page.text(name), name)
    return any(fragment in (element.get("id"), element.get("name")) for element in document.elements)


def _references(element: Element, document: Document) -> Iterator[Reference]:
    for name in _LOADED.get(element.tag, ()):
        attribute = element.attribute(name)
        if attribute and attribute.value.strip():
            for address in _srcset(attribute.value) if name == "srcset" else [attribute.value]:
                yield _reference(address, attribute, document, loaded=True)
    href = element.attribute("href")
    if href and element.tag in ("a", "area"):
        yield _reference(href.value, href, document, loaded=False)
    elif href and element.tag == "link" and _LOADING_LINKS.intersection((element.get("rel") or "").lower().split()):
        yield _reference(href.value, href, document, loaded=True)


def _reference(address: str, attribute: Attribute, document: Document, *, loaded: bool) -> Reference:
    return Reference(address, document.file, document.position(attribute.name_span.start)[0], loaded)


def _css_references(file: File) -> Iterator[Reference]:
    for found in _CSS_ADDRESS.finditer(file.text):
        yield Reference(found[1] or found[2], file.name, file.text.count("\n", 0, found.start()) + 1, True)


def _srcset(value: str) -> list[str]:
    return [part.split()[0] for part in value.split(",") if part.split()]


def _is_html(file: File) -> bool:
    return file.name.lower().endswith((".html", ".htm"))
