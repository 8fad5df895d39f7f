"""All of the learner's CSS in the order a browser reads it: style elements, linked files, and the files they import.

A sheet that nothing asks for is `loose`; one that is asked for and not there is `missing`. Of very long CSS the
beginning is read.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import tinycss2

from app.checks.css.cascade import Context, media_context
from app.checks.html.scene import Scene, inner_end
from app.checks.raw_text import meant_end
from app.checks.report import Place
from app.page.css import AtRule, Sheet, parse_css
from app.page.css_tokens import too_deep
from app.page.html import Element
from app.page.page import Page

MOST_CSS = 200_000  # code points of all sheets together
_MOST_SHEETS = 60
_BEFORE_IMPORTS = ("charset", "layer")


@dataclass(frozen=True, slots=True, eq=False)
class PageSheet:
    """One sheet as read, the text it stands in, its name, and where offsets of it are; `context` is its `media`."""

    sheet: Sheet
    source: str
    text: str
    place: Callable[[int, int], Place]
    context: Context = ()

    @property
    def end(self) -> Place:
        """The place behind the last rule; where there is none, the beginning of the file or the style element."""
        rules = self.sheet.rules
        at = max(rule.span.end for rule in rules) if rules else self.source.find(self.text)
        return self.place(at, at)


@dataclass(frozen=True, slots=True)
class MissingSheet:
    """A style sheet the page asks for that is not there."""

    href: str
    place: Place


class PageSheets:
    """The sheets of one page. `late` are the places of imports that stand too low to count, by the file they name."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self.page = page
        self.scene = scene
        self.used: list[PageSheet] = []
        self.missing: list[MissingSheet] = []
        self.late: dict[str, Place] = {}
        self.too_long: tuple[Place, int] | None = None
        self._names = {file.name for file in page.files}
        self._left = MOST_CSS
        for element in scene.inside(None, ("style", "link")):
            self._take(element)

    @cached_property
    def loose(self) -> list[PageSheet]:
        """The style sheets that nothing asks for."""
        used = {sheet.sheet.file for sheet in self.used}
        names = [f.name for f in self.page.files if f.name.endswith(".css") and f.name not in used]
        return [self._read(name, self.page.text(name)) for name in names[:_MOST_SHEETS]]

    def _take(self, element: Element) -> None:
        if element.start is None or len(self.used) >= _MOST_SHEETS:
            return
        file, source = self.scene.document.file, self.scene.document.source
        context = media_context(element.get("media") or "")
        if element.tag == "style":
            start = element.start.end
            end = inner_end(element) if element.end else meant_end(source, start, "style").start
            text = self._cut(source[start:end], self.scene.place(element.start))
            where = self.scene.place
            sheet = parse_css(text, file, start)
            self._use(PageSheet(sheet, source, text, lambda s, e: where((s, e)), context), file, ())
            return
        attribute = element.attribute("href")
        if attribute is None or "stylesheet" not in (element.get("rel") or "").lower().split():
            return
        place = self.scene.place(attribute.value_span or attribute.name_span)
        self._ask(attribute.value, file, place, context, ())

    def _ask(self, href: str, file: str, place: Place, context: Context, above: tuple[str, ...]) -> None:
        """Read the file that `file` asks for; one that imports itself is read once."""
        name = file_name(href, file)
        if name in self._names:
            if name not in above and len(self.used) < _MOST_SHEETS:
                self._use(self._read(name, self.page.text(name), context, place), name, above)
        elif name not in self.page.assets and ":" not in href.split("/", maxsplit=1)[0]:
            self.missing.append(MissingSheet(href, place))

    def _read(self, name: str, text: str, context: Context = (), place: Place | None = None) -> PageSheet:
        text = self._cut(text, place)
        return PageSheet(parse_css(text, name), text, text, placer(name, text), context)

    def _cut(self, text: str, place: Place | None) -> str:
        """The text, or as many whole rules of it as are read."""
        if len(text) > self._left:
            self.too_long = self.too_long or (place or Place(self.scene.document.file, 1, 1), len(text))
            text = text[: text.rfind("}", 0, self._left) + 1]
        self._left -= len(text)
        return text

    def _use(self, sheet: PageSheet, name: str, above: tuple[str, ...]) -> None:
        """Keep a sheet, behind those it imports."""
        early = True
        for rule in sheet.sheet.rules:
            if isinstance(rule, AtRule) and rule.name == "import":
                href, media = imported(rule)
                place = sheet.place(rule.span.start, rule.prelude_span.end)
                if early:
                    self._ask(href, name, place, (*sheet.context, *media_context(media)), (*above, name))
                else:
                    self.late.setdefault(file_name(href, name), place)
            elif not (isinstance(rule, AtRule) and rule.name in _BEFORE_IMPORTS and not rule.rules):
                early = False
        self.used.append(sheet)


def imported(rule: AtRule) -> tuple[str, str]:
    """The address an `@import` names, and its media."""
    tokens = list(tinycss2.parse_component_value_list(rule.prelude, skip_comments=True))
    solid = [token for token in tokens if token.type != "whitespace"]
    if not solid or too_deep(tokens):
        return "", ""
    first = solid[0]
    inside = [t for t in getattr(first, "arguments", ()) if t.type == "string"]
    href = str(inside[0].value if inside else getattr(first, "value", ""))
    media = [t for t in tokens[tokens.index(first) + 1 :] if _word(t) not in ("layer", "supports")]
    return href, tinycss2.serialize(media)


def _word(token: Any) -> str:
    return str(getattr(token, "lower_name", getattr(token, "lower_value", "")))


def file_name(href: str, file: str) -> str:
    """The name in the page's folder of what a file asks for."""
    path = unquote(href.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).strip()
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)).lstrip("/")


def placer(file: str, text: str) -> Callable[[int, int], Place]:
    """A function from offsets of a text to places in its file, cut at the end of their first line."""
    lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]

    def place(start: int, end: int) -> Place:
        line = bisect_right(lines, start)
        newline = text.find("\n", start, end)
        return Place(file, line, start - lines[line - 1] + 1, (newline if newline >= 0 else end) - start)

    return place
