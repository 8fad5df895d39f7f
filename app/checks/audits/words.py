"""Audits of words that are there and say nothing: titles, texts of pictures, links.

`page-title`: the page has a title (axe-core), and it is not a word that editors put there, nor the name of a file.
`alt-not-filename`: the text of a picture is no file name, no address, not only "photo", and does not begin "image
of". An empty `alt=""` says that the picture is decoration, and is right here.
`link-text`: every link has words (axe-core) that say where it goes, also when they are heard alone: not "click here",
not a bare address, and the same words lead to one place only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from app.checks.audits.naming import Names
from app.checks.html.phrase import fold
from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.page import Page


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(" | "))


_TITLES = _phrases(
    """document | html | html document | html page | index | insert title here | my page | my web page | my website
    | new document | new page | page | page title | placeholder | test | test page | title | title here | title
    of the page | untitled | untitled document | untitled page | web page | webpage | website | your title |
    your title here"""
)
_FILE = re.compile(r"[^\s/]+\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic|ico|html?|php|docx?|pdf)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc[nf]?|dscf|pict?|pxl|photo|image|picture|screenshot|scan)[-_ ]?\(?\d[\w-]*\)?", re.IGNORECASE
)
_PICTURES = _phrases(
    """a photo | a picture | alt | alt text | alternative text | an image | banner | description | graphic | icon |
    image | image description | img | logo | photo | photograph | pic | picture | placeholder | screenshot |
    text | thumbnail | untitled"""
)
_SHOWN = re.compile(r"(?:an? |the )?(image|picture|photo|photograph|pic|graphic) (?:of|showing) ", re.IGNORECASE)
_LINKS = _phrases(
    """click | click here | click here for more | click me | click this | click this link | continue reading | find
    out more | follow this link | for more information click here | go | go here | here | just here | learn more
    | link | more | more details | more info | more information | press here | read more | read on | see here |
    see more | tap here | this | this link | this page | this site | this website | view more"""
)
_DECORATION = re.compile(r"^[^\w]+|[^\w]+$")


def _plain(text: str) -> str:
    """Words folded, without the arrows and dots around them."""
    return _DECORATION.sub("", fold(text))


def empty_title(scene: Scene, _: Page) -> Iterator[Fault]:
    """A title whose words say nothing about the page."""
    titles = [title for title in scene.inside(None, ("title",)) if title.namespace == "html"]
    for title in titles[:1]:
        words = " ".join(title.text.split())
        if _plain(words) in _TITLES or _FILE.fullmatch(words) or _ADDRESS.fullmatch(words):
            yield fault("title-says-nothing", scene.tag_place(title), "title", words, "what the page is about")


def empty_alt(scene: Scene, _: Page) -> Iterator[Fault]:
    """Texts of pictures that say nothing about them."""
    for picture in scene.inside(None, ("img", "input")):
        alt = " ".join((picture.get("alt") or "").split())
        if not alt or (picture.tag == "input" and (picture.get("type") or "").lower() != "image"):
            continue
        shown = _SHOWN.match(alt)
        if _is_file(alt, picture.get("src") or ""):
            kind = "alt-filename"
        elif _plain(alt) in _PICTURES:
            kind = "alt-says-nothing"
        elif shown:
            kind, alt = "alt-begins", shown[0]
        else:
            continue
        yield fault(kind, scene.tag_place(picture), picture.tag, alt, "what the picture shows")


def _is_file(alt: str, src: str) -> bool:
    if _FILE.fullmatch(alt) or _ADDRESS.fullmatch(alt) or _CAMERA.fullmatch(alt):
        return True
    stem = unquote(src).rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return alt == stem and any(sign in stem for sign in "-_0123456789") and " " not in alt


def empty_links(scene: Scene, _: Page) -> Iterator[Fault]:
    """Links whose words do not say where they go, and links of the same words that go to different places."""
    known: dict[str, tuple[str, Element]] = {}
    names = Names(scene)
    for link in scene.inside(None, ("a",)):
        href = link.get("href")
        words = " ".join(names.of(link).split())
        said = _plain(words)
        if href is None or not said:
            continue
        place, target = scene.tag_place(link), _target(href, scene.document.file)
        first_target, first = known.setdefault(said, (target, link))
        if said in _LINKS:
            yield fault("link-says-nothing", place, "a", words, "where the link goes")
        elif _ADDRESS.fullmatch(words):
            yield fault("link-bare-address", place, "a", words, "the name of the page")
        elif first_target != target:
            yield fault("link-same-words", place, "a", words, "other words", line=str(scene.line(first)))


def _target(href: str, file: str) -> str:
    """An address, the same for all its spellings that matter here."""
    target = re.sub(r"^(?:\./)+", "", href.strip())
    target = re.sub(r"(?:^|(?<=/))index\.html?(?=$|[?#])", "", target)
    return "" if target in ("", "#", file) else target.rstrip("/")
