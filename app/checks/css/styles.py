"""The learner's own CSS beside the page: which declaration gives an element a property, and where that is written."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from app.checks.html.scene import Scene, inner_end
from app.checks.report import Fault, Place
from app.checks.slips import css_slips
from app.page.css import Declaration, Sheet, StyleRule, parse_css, parse_declarations
from app.page.css import Rule as CssRule
from app.page.html import Element
from app.page.page import Page

_ID, _CLASS = re.compile(r"#[\w-]+"), re.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!not|is|where)[\w-]+")
_TAG = re.compile(r"(?<![\w#.:\[-])[a-zA-Z][\w-]*|::[\w-]+")
_WIDER = {"background": "background-", "font": "font-", "border": "border-", "list-style": "list-style-"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One declaration of the learner's, with the selector it stands under and its place."""

    selector: str
    declaration: Declaration
    place: Place

    @property
    def written(self) -> str:
        """The declaration as a learner reads it."""
        return f"{self.declaration.name}: {self.declaration.value}"


@dataclass(frozen=True, slots=True)
class MissingSheet:
    """A style sheet the page asks for that is not there."""

    href: str
    place: Place


class Styles:
    """All of the page's CSS: its style elements and linked files in order, then style attributes."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self.page = page
        self.scene = scene
        self.missing: list[MissingSheet] = []
        self._sheets: list[tuple[Sheet, str, Callable[[int, int], Place]]] = []
        self.settings: list[Setting] = []
        self.rules: list[tuple[StyleRule, Place]] = []
        for element in scene.inside(None, ("style", "link")):
            self._take(element)
        for sheet, _, place in self._sheets:
            self._collect(sheet.rules, place)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every style sheet, in the order of the page."""
        return tuple(sheet for sheet, *_ in self._sheets)

    def slips(self) -> tuple[Fault, ...]:
        """The typing slips of every sheet."""
        return tuple(slip for sheet, source, place in self._sheets for slip in css_slips(sheet, source, place))

    def _take(self, element: Element) -> None:
        file = self.scene.document.file
        if element.tag == "style" and element.start:
            start = element.start.end
            text = self.scene.document.source[start : inner_end(element)]
            where = self.scene.place
            source = self.scene.document.source
            self._sheets.append((parse_css(text, file, start), source, lambda s, e: where((s, e))))
            return
        href = element.get("href")
        if href is None or "stylesheet" not in (element.get("rel") or "").lower().split():
            return
        name = _file_name(href, file)
        names = [f.name for f in self.page.files]
        if name in names:
            text = self.page.text(name)
            self._sheets.append((parse_css(text, name), text, _placer(name, text)))
        elif name not in self.page.assets and ":" not in href.split("/")[0]:
            attribute = element.attribute("href")
            span = attribute.value_span or attribute.name_span if attribute else (0, 0)
            self.missing.append(MissingSheet(href, self.scene.place(span)))

    def _collect(self, rules: tuple[CssRule, ...], place: Callable[[int, int], Place]) -> None:
        for rule in rules:
            if isinstance(rule, StyleRule):
                self.rules.append((rule, place(*rule.selector_span)))
                self.settings += [Setting(rule.selector, d, place(*d.span)) for d in rule.declarations]
            self._collect(rule.rules, place)

    def setting_of(self, element: Element, name: str) -> Setting | None:
        """The declaration that most likely gives the element this property: the strongest, then the last."""
        inline = [s for s in self._inline(element) if sets(s.declaration.name, name)]
        if inline:
            return inline[-1]
        fitting = [s for s in self.settings if sets(s.declaration.name, name) and self.fits(s.selector, element)]
        ranked = sorted(fitting, key=lambda s: (s.declaration.important, weight(s.selector)))
        return ranked[-1] if ranked else None

    def rule_for(self, element: Element) -> Place | None:
        """The place of the last rule that is about the element."""
        return next((place for rule, place in reversed(self.rules) if self.fits(rule.selector, element)), None)

    def fits(self, selector: str, element: Element) -> bool:
        """Whether a selector of the learner's finds the element."""
        return element in self.scene.select(selector)

    def _inline(self, element: Element) -> Iterator[Setting]:
        attribute = element.attribute("style")
        if attribute is None or attribute.value_span is None:
            return
        start, end = attribute.value_span
        sheet = parse_declarations(self.scene.document.source[start:end], self.scene.document.file, start)
        for rule in sheet.rules:
            for declaration in rule.declarations:
                yield Setting("", declaration, self.scene.place(declaration.span))


def sets(name: str, wanted: str) -> bool:
    """Whether a declaration of one property sets another: the same, or its shorthand, or one of its longhands."""
    if name in (wanted, "all"):
        return True
    shorter, longer = sorted((name, wanted), key=len)
    return longer.startswith(_WIDER.get(shorter, f"{shorter}-")) and not shorter.startswith("-")


def weight(selector: str) -> tuple[int, int, int]:
    """Roughly how specific a selector is: ids, classes, tags."""
    return len(_ID.findall(selector)), len(_CLASS.findall(selector)), len(_TAG.findall(selector))


def _file_name(href: str, file: str) -> str:
    path = unquote(href.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).strip()
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)).lstrip("/")


def _placer(file: str, text: str) -> Callable[[int, int], Place]:
    """A function from offsets of a text to places in its file, cut at the end of their first line."""
    lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]

    def place(start: int, end: int) -> Place:
        line = bisect_right(lines, start)
        newline = text.find("\n", start, end)
        return Place(file, line, start - lines[line - 1] + 1, (newline if newline >= 0 else end) - start)

    return place
