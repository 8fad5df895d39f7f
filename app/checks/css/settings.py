"""Where a page is looked at: how wide, on screen or in print, in which colours, with or without motion.

An author names it with `@media`, and asks at the edge it names: `(max-width: 600px)` is looked at 600 pixels wide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

WIDTH, HEIGHT = 1024, 768  # CSS pixels, where nothing else is asked for
WIDEST = 4000

_EM = 16  # in a media query, whatever the page's font
_LENGTH = r"(\d{1,4}(?:\.\d+)?)(px|r?em)"
_WIDTHS = (
    re.compile(rf"\(\s*(?:(?:max|min)-)?width\s*:\s*{_LENGTH}\s*\)"),
    re.compile(rf"\(\s*width\s*(?:<=|>=|=)\s*{_LENGTH}\s*\)"),
    re.compile(rf"\(\s*{_LENGTH}\s*(?:<=|>=|=)\s*width\s*\)"),
)
_FEATURES: dict[str, dict[str, Any]] = {
    "prefers-color-scheme: dark": {"dark": True},
    "prefers-color-scheme: light": {"dark": False},
    "prefers-reduced-motion: reduce": {"calm": True},
    "prefers-reduced-motion": {"calm": True},
    "prefers-reduced-motion: no-preference": {"calm": False},
    "orientation: portrait": {"orientation": "portrait"},
    "orientation: landscape": {"orientation": "landscape"},
}
REMEDY = (
    "Write `print`, `(width: 375px)`, `(orientation: portrait)`, `(prefers-color-scheme: dark)` or "
    "`(prefers-reduced-motion: reduce)`, joined by `and`."
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to look at a page; `width` in CSS pixels, None where nobody asked."""

    width: int | None = None
    media: str = "screen"
    dark: bool = False
    calm: bool = False
    orientation: str = ""

    @property
    def at(self) -> dict[str, Any]:
        """What of it is out of the ordinary, as the browser is asked (see app/browser/probe.py)."""
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) != getattr(SCREEN, name)}

    def meets(self, media: str) -> bool:
        """Whether the rules of a learner's `@media` count here; what cannot be told is taken to be so."""
        return any(self._meets_query(" ".join(query.lower().split())) for query in media.split(","))

    def _meets_query(self, query: str) -> bool:
        if query.startswith("not "):
            return not self._meets_query(query.removeprefix("not "))
        return all(self._meets_part(part.strip()) for part in query.removeprefix("only ").split(" and "))

    def _meets_part(self, part: str) -> bool:
        if part in ("print", "screen"):
            return part == self.media
        limit = _LIMIT.fullmatch(part)
        if limit:
            pixels = float(limit["number"]) * (1 if limit["unit"] in ("px", None) else _EM)
            return _compared(self._sides[limit["side"]], limit["edge"] or limit["sign"], pixels)
        change = _change(part)
        return change is None or all(getattr(self, name) == value for name, value in change.items())

    @property
    def _sides(self) -> dict[str, float]:
        """The window in CSS pixels, as app/browser/probe.py makes it."""
        upright = self.orientation == "portrait"
        width = self.width or (HEIGHT if upright else WIDTH)
        height = round(width * 4 / 3) if upright else round(width * 3 / 4) if self.orientation else HEIGHT
        return {"width": width, "height": height}


SCREEN = Setting()
_LIMIT = re.compile(
    r"\(\s*(?P<edge>min-|max-)?(?P<side>width|height)\s*(?P<sign>:|<=|>=|<|>|=)\s*"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>px|r?em)?\s*\)"
)


def _compared(have: float, sign: str, limit: float) -> bool:
    if sign in ("min-", ">="):
        return have >= limit
    if sign in ("max-", "<="):
        return have <= limit
    return have > limit if sign == ">" else have < limit if sign == "<" else have == limit


def read_settings(prelude: str, outer: Setting) -> tuple[Setting, ...]:
    """The settings that `@media` asks for inside another, one for each query of its list; none where one is unknown."""
    found = [_setting(query, outer) for query in prelude.lower().split(",")]
    return tuple(setting for setting in found if setting is not None) if None not in found else ()


def _setting(query: str, setting: Setting) -> Setting | None:
    for part in re.split(r"\s+and\s+", query.strip()):
        change = _change(part.strip())
        if change is None:
            return None
        setting = replace(setting, **change)
    return setting


def _change(part: str) -> dict[str, Any] | None:
    for pattern in _WIDTHS:
        found = pattern.fullmatch(part)
        if found:
            pixels = round(float(found[1]) * (1 if found[2] == "px" else _EM))
            return {"width": pixels} if 50 <= pixels <= WIDEST else None
    if part.removeprefix("only ") in ("print", "screen", "all"):
        return {"media": "print" if part.endswith("print") else "screen"}
    inside = re.fullmatch(r"\((.*)\)", part)
    return _FEATURES.get(": ".join(word.strip() for word in inside[1].split(":"))) if inside else None
