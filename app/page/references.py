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
    "body": ("background",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_LOADING_LINKS = frozenset(
    ("stylesheet", "icon", "apple-touch-icon", "preload", "prefetch", "preconnect", "modulepreload", "manifest")
) | {"dns-prefetch"}
_LOADING_LINKS |= {"preconnect", "dns-prefetch"}
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s[^,]*)?")  # of a srcset: an address, and what it is for
# Comments, strings and namespaces are told from what is loaded by being read first.
_CSS_ADDRESS = re.compile(
    r"""/\*.*?(?:\*/|$)|@namespace[^;]*|@import\s+["'](?P<sheet>[^"'\n]+)|url\(\s*["']?(?P<url>[^"')]+)"""
    r"""|"[^"\n]*"|'[^'\n]*'""",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address on a page: as written, the file, line and column it stands in, and whether opening the page loads it.

    `tag` is the element it stands in, "" where that is a style sheet.
    """

    address: str
    file: str
    line: int
    column: int
    loaded: bool
    tag: str

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
        yield from references_in(file)


def references_in(file: File) -> Iterator[Reference]:
    """Every address in one file, in the order of its text."""
    if _is_html(file):
        yield from references_on(parse_html(file.text, file.name))
    else:
        yield from _css_references(file.text, file.name, 1, 1)


def references_on(document: Document) -> Iterator[Reference]:
    """Every address in an HTML file as parsed."""
    for element in document.elements:
        yield from _references(element, document)
        yield from _styles(element, document)


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
                yield _reference(address, attribute, document, element.tag)
    href = element.attribute("href")
    if href is None:
        return
    if element.tag in ("a", "area"):
        yield _reference(href.value, href, document, element.tag)
    elif element.tag == "base":
        found = _reference(href.value, href, document, element.tag)
        yield from [found] if found.outside else []
    elif element.tag == "link" and _LOADING_LINKS.intersection((element.get("rel") or "").lower().split()):
        yield _reference(href.value, href, document, element.tag)


def _reference(address: str, attribute: Attribute, document: Document, tag: str) -> Reference:
    line, column = document.position(attribute.name_span.start)
    return Reference(address, document.file, line, column, tag not in ("a", "area"), tag)


def _styles(element: Element, document: Document) -> Iterator[Reference]:
    """What the CSS in a style element or a style attribute loads."""
    style = element.attribute("style")
    if style and style.value_span:
        text, start = document.source[slice(*style.value_span)], style.value_span.start
        yield from _css_references(text, document.file, *document.position(start))
    if element.tag == "style" and element.start:
        start = element.start.end
        text = document.source[start : element.end.start if element.end else None]
        yield from _css_references(text, document.file, *document.position(start))


def _css_references(text: str, file: str, line: int, column: int) -> Iterator[Reference]:
    """What CSS loads that begins at this line and column of its file."""
    for found in _CSS_ADDRESS.finditer(text):
        address = found["sheet"] or found["url"]
        if address:
            last = text.rfind("\n", 0, found.start())
            lines = text.count("\n", 0, found.start())
            at = found.start() - last if lines else column + found.start()
            yield Reference(address, file, line + lines, at, True, "")


def _srcset(value: str) -> list[str]:
    return [found[1] for found in _CANDIDATE.finditer(value.strip(" \t\n,"))]


def _is_html(file: File) -> bool:
    return file.name.lower().endswith((".html", ".htm"))
