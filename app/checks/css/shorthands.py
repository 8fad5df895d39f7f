"""Shorthand properties of CSS taken apart into their longhands, values in the one form of values.py.

A shorthand that cannot be read as CSS defines it (a variable in it, a value we do not know) stays whole: two pages
that write it alike are still alike. The order of longhands and their first values are those of the CSS modules. A value
that nobody wrote, to which the shorthand only sets its longhand back, is WEAK: it begins with "~".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from app.checks.css.values import canonical_family, canonical_value, words_of

Longhands = dict[str, str]
WEAK = "~"

SIDES = ("top", "right", "bottom", "left")
_WIDE = frozenset(["inherit", "initial", "unset", "revert", "revert-layer"])
_STYLES = frozenset(
    ["none", "hidden", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset", "auto"]
)
_WIDTH = re.compile(r"(thin|medium|thick|-?[\d.]+[a-z]*|calc\(.*|min\(.*|max\(.*|clamp\(.*)$")
_LENGTH = re.compile(
    r"(-?[\d.]+([a-z]+|%)?|auto|content|min-content|max-content|fit-content|(calc|min|max|clamp)\(.*)$"
)
_HELD = re.compile(r"(var|env)\(")
_NUMBER = re.compile(r"-?[\d.]+$")
_COLOUR = re.compile(r"(rgb\(|currentcolor$|oklab|oklch|lab|lch|color\(|color-mix|light-dark|#)")


def longhands(name: str, tokens: Sequence[Any]) -> Longhands:
    """What a declaration sets: its longhands with their values, or itself where it is none or cannot be read."""
    name = _ALIASES.get(name, name)
    whole = {name: canonical_value(name, tokens)}
    expand = _EXPANSIONS.get(name)
    if expand is None:
        return whole
    words = words_of(name, tokens)
    if not words or (name not in _ONE_A_WORD and any("var(" in word or "env(" in word for word in words)):
        return whole
    if len(words) == 1 and words[0] in _WIDE:
        return dict.fromkeys(LONGHANDS[name], words[0])
    found = _font(tokens, words) if name == "font" else expand(words)
    return whole if found is None else found


def _box(pattern: str) -> Callable[[list[str]], Longhands | None]:
    """Four sides out of one to four values."""

    def expand(words: list[str]) -> Longhands | None:
        if "/" in words or "," in words or len(words) > 4:
            return None
        return dict(zip([pattern.format(side) for side in SIDES], _four(words), strict=True))

    return expand


def _four(words: list[str]) -> list[str]:
    return [
        words[0],
        words[1 % len(words)],
        words[2 % len(words) if len(words) != 3 else 2],
        words[-1 if len(words) != 3 else 1],
    ]


def _two(first: str, second: str) -> Callable[[list[str]], Longhands | None]:
    """Two longhands out of one or two values."""

    def expand(words: list[str]) -> Longhands | None:
        return {first: words[0], second: words[-1]} if len(words) <= 2 and "/" not in words else None

    return expand


def _line(*prefixes: str) -> Callable[[list[str]], Longhands | None]:
    """Width, style and colour in any order, for one side or several."""

    def expand(words: list[str]) -> Longhands | None:
        found = {"width": "~medium", "style": "~none", "color": "~currentcolor"}
        held = [word for word in words if _HELD.match(word)]
        if held and (len(words), len(held)) != (3, 1):
            return None  # what a variable stands for is plain only where the two others are written out
        for word in sorted(words, key=held.__contains__):
            if word in held:
                found[next(part for part, value in found.items() if value.startswith(WEAK))] = word
                continue
            part = "style" if word in _STYLES else "width" if _WIDTH.match(word) else "color"
            if part == "color" and not _COLOUR.match(word):
                return None
            found[part] = word
        if found["style"] in ("none", "~none", "hidden"):  # no line, whatever its width: `border: 0` is `border: none`
            found.update(style="none", color="~currentcolor", width=found["width"].lstrip("~0") and found["width"])
            found["width"] = found["width"] if found["width"] not in ("", "~medium") else "~0"
        return {f"{prefix}-{part}": value for prefix in prefixes for part, value in found.items()}

    return expand


def _border(words: list[str]) -> Longhands | None:
    """The lines of all sides; the picture in their place is set back."""
    found = _line(*(f"border-{side}" for side in SIDES))(words)
    return {**found, "border-image": "~none"} if found else None


def _radius(words: list[str]) -> Longhands | None:
    cut = words.index("/") if "/" in words else len(words)
    across, down = words[:cut], words[cut + 1 :] or words[:cut]
    if not across or not down or len(across) > 4 or len(down) > 4:
        return None
    corners = ("top-left", "top-right", "bottom-right", "bottom-left")
    pairs = zip(corners, _four(across), _four(down), strict=True)
    return {f"border-{corner}-radius": x if x == y else f"{x} {y}" for corner, x, y in pairs}


def _flex(words: list[str]) -> Longhands | None:
    if words in (["none"], ["auto"], ["initial"]):
        known = {"none": ("0", "0", "auto"), "auto": ("1", "1", "auto"), "initial": ("0", "1", "auto")}[words[0]]
        return dict(zip(LONGHANDS["flex"], known, strict=True))
    numbers = [word for word in words if _NUMBER.match(word)]
    sizes = [word for word in words if not _NUMBER.match(word)]
    if len(numbers) == 3 and not sizes:
        sizes = [numbers.pop()]
    if len(numbers) > 2 or len(sizes) > 1 or not all(_LENGTH.match(size) for size in sizes):
        return None
    basis = sizes[0] if sizes else "0%"
    grow, shrink = (numbers[0] if numbers else "1"), (numbers[1] if len(numbers) > 1 else "1")
    return {"flex-grow": grow, "flex-shrink": shrink, "flex-basis": "0%" if basis == "0" else basis}


def _flow(words: list[str]) -> Longhands | None:
    found = {"flex-direction": "~row", "flex-wrap": "~nowrap"}
    for word in words:
        found["flex-wrap" if "wrap" in word else "flex-direction"] = word
    return found if len(words) <= 2 else None


_POSITIONS = ("inside", "outside")


def _list_style(words: list[str]) -> Longhands | None:
    found = {"list-style-type": "~disc", "list-style-position": "~outside", "list-style-image": "~none"}
    for word in words:
        if word in _POSITIONS:
            found["list-style-position"] = word
        elif word.startswith("url("):
            found["list-style-image"] = word
        else:
            found["list-style-type"] = word
    return found if len(words) <= 3 else None


_FONT_SIZE = re.compile(
    r"(xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|smaller|larger|[\d.]+([a-z]+|%)|0|(calc|min|max|clamp)\(.*)$"
)
_SYSTEM_FONTS = frozenset(["caption", "icon", "menu", "message-box", "small-caption", "status-bar"])


def _font(tokens: Sequence[Any], words: list[str]) -> Longhands | None:
    """`[style variant weight stretch]* size[/line-height] family`."""
    if len(words) == 1 and words[0] in _SYSTEM_FONTS:
        return None
    found = dict(zip(LONGHANDS["font"], ("~normal", "~normal", "~400", "~normal", "", "~normal", ""), strict=True))
    solid = [token for token in tokens if token.type not in ("whitespace", "comment")]
    for at, word in enumerate(words):
        if _FONT_SIZE.match(word) and not _NUMBER.match(word):
            found["font-size"] = word
            rest = at + 1
            if words[rest : rest + 1] == ["/"] and len(words) > rest + 1:
                found["line-height"] = words[rest + 1]
                rest += 2
            found["font-family"] = canonical_family(solid[rest:])
            return found if found["font-family"] else None
        if not _font_word(word, found):
            return None
    return None


def _font_word(word: str, found: Longhands) -> bool:
    if word in ("italic", "oblique"):
        found["font-style"] = word
    elif word == "small-caps":
        found["font-variant"] = word
    elif word in ("bold", "bolder", "lighter") or _NUMBER.match(word):
        found["font-weight"] = "700" if word == "bold" else word
    elif word.endswith(("condensed", "expanded")):
        found["font-stretch"] = word
    elif word != "normal":
        return False
    return True


_REPEATS = frozenset(["repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round"])
_BOXES = frozenset(["border-box", "padding-box", "content-box", "text"])
_PLACES = frozenset(["left", "right", "top", "bottom", "center"])


def _background(words: list[str]) -> Longhands | None:
    """One layer; several stay whole. A variable that stands alone is taken for the colour."""
    if "," in words or any(map(_HELD.match, words[1:])):
        return None
    found = dict(zip(LONGHANDS["background"], _BACKGROUND_FIRST, strict=True))
    if "/" in words:
        cut = words.index("/")
        end = cut + 1
        while end < len(words) and end < cut + 3 and (_LENGTH.match(words[end]) or words[end] in ("cover", "contain")):
            end += 1
        found["background-size"] = _size(words[cut + 1 : end] or [""])
        words = words[:cut] + words[end:]
    parts: dict[str, list[str]] = {"position": [], "repeat": [], "box": []}
    for word in words:
        kind = _background_kind(word)
        if kind:
            parts[kind].append(word)
        elif not _background_word(word, found):
            return None
    if parts["position"]:
        found["background-position"] = _place(parts["position"])
    if parts["repeat"]:
        found["background-repeat"] = _repeat(parts["repeat"])
    if parts["box"]:
        found["background-origin"], found["background-clip"] = parts["box"][0], parts["box"][-1]
    return found


def _background_kind(word: str) -> str:
    if word in _PLACES or _LENGTH.match(word):
        return "position"
    return "repeat" if word in _REPEATS else "box" if word in _BOXES else ""


def _background_word(word: str, found: Longhands) -> bool:
    if word in ("scroll", "fixed", "local"):
        found["background-attachment"] = word
    elif word.startswith(("url(", "image-set(")) or "gradient(" in word or word == "none":
        found["background-image"] = word
    elif _COLOUR.match(word) or _HELD.match(word):
        found["background-color"] = word
    else:
        return False
    return True


def _place(words: list[str]) -> str:
    """A position as across and down: keywords as percentages, one value centred on the other axis."""
    if len(words) > 2:
        return " ".join(words)
    across, down = words[0], (words[1] if len(words) == 2 else "center")
    if across in ("top", "bottom") or down in ("left", "right"):
        across, down = down, across
    names = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%", "0": "0%"}
    return f"{names.get(across, across)} {names.get(down, down)}"


def _size(words: list[str]) -> str:
    return words[0] if len(words) == 1 or words[1] == "auto" or words[0] in ("cover", "contain") else " ".join(words)


def _repeat(words: list[str]) -> str:
    if words in (["repeat", "no-repeat"], ["repeat-x"]):
        return "repeat-x"
    if words in (["no-repeat", "repeat"], ["repeat-y"]):
        return "repeat-y"
    return words[0] if len(set(words)) == 1 else " ".join(words)


def _one(name: str, change: Callable[[list[str]], str]) -> Callable[[list[str]], Longhands | None]:
    """A longhand whose value can be spelled in several ways."""

    def expand(words: list[str]) -> Longhands | None:
        return None if "," in words or "/" in words else {name: change(words)}

    return expand


_LINES = frozenset(["none", "underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"])
_LINE_STYLES = frozenset(["solid", "double", "dotted", "dashed", "wavy"])


def _decoration(words: list[str]) -> Longhands | None:
    found = {"style": "~solid", "color": "~currentcolor", "thickness": "~auto"}
    lines: list[str] = []
    for word in words:
        if word in _LINES:
            lines.append(word)
        elif word in _LINE_STYLES:
            found["style"] = word
        elif _COLOUR.match(word):
            found["color"] = word
        elif _LENGTH.match(word) or word == "from-font":
            found["thickness"] = word
        else:
            return None
    line = " ".join(sorted(lines)) or "none"
    return {"text-decoration-line": line, **{f"text-decoration-{part}": value for part, value in found.items()}}


def _columns(words: list[str]) -> Longhands | None:
    found = {"column-width": "~auto", "column-count": "~auto"}
    for word in words:
        if word != "auto":
            found["column-count" if _NUMBER.match(word) else "column-width"] = word
    return found if len(words) <= 2 else None


def _grid_line(name: str) -> Callable[[list[str]], Longhands | None]:
    def expand(words: list[str]) -> Longhands | None:
        cut = words.index("/") if "/" in words else len(words)
        start, end = " ".join(words[:cut]), " ".join(words[cut + 1 :])
        own = bool(re.fullmatch(r"[a-z_-][\w-]*", start)) and start != "auto"
        return {f"{name}-start": start, f"{name}-end": end or (start if own else "auto")}

    return expand


_BACKGROUND_FIRST = ("~none", "~0% 0%", "~auto", "~repeat", "~padding-box", "~border-box", "~scroll", "~rgb(0 0 0/0)")
LONGHANDS: dict[str, tuple[str, ...]] = {
    "background": tuple(
        f"background-{part}"
        for part in ("image", "position", "size", "repeat", "origin", "clip", "attachment", "color")
    ),
    "flex": ("flex-grow", "flex-shrink", "flex-basis"),
    "font": ("font-style", "font-variant", "font-weight", "font-stretch", "font-size", "line-height", "font-family"),
}
"""Shorthands by their longhands, in the order CSS names them; filled up below from the expansions themselves."""

_ALIASES = {
    "grid-gap": "gap", "grid-row-gap": "row-gap", "grid-column-gap": "column-gap", "word-wrap": "overflow-wrap",
    "font-width": "font-stretch", "inline-size": "width", "block-size": "height",
    "min-inline-size": "min-width", "max-inline-size": "max-width", "min-block-size": "min-height",
    "max-block-size": "max-height",
}  # fmt: skip
_EXPANSIONS: dict[str, Callable[[list[str]], Longhands | None]] = {
    "margin": _box("margin-{}"),
    "padding": _box("padding-{}"),
    "inset": _box("{}"),
    "scroll-margin": _box("scroll-margin-{}"),
    "scroll-padding": _box("scroll-padding-{}"),
    "border-width": _box("border-{}-width"),
    "border-style": _box("border-{}-style"),
    "border-color": _box("border-{}-color"),
    "border": _border,
    "outline": _line("outline"),
    "column-rule": _line("column-rule"),
    "border-radius": _radius,
    "flex": _flex,
    "flex-flow": _flow,
    "list-style": _list_style,
    "font": _flow,  # read by _font, which needs the tokens
    "background": _background,
    "background-position": _one("background-position", _place),
    "background-size": _one("background-size", _size),
    "background-repeat": _one("background-repeat", _repeat),
    "text-decoration": _decoration,
    "columns": _columns,
    "gap": _two("row-gap", "column-gap"),
    "overflow": _two("overflow-x", "overflow-y"),
    "overscroll-behavior": _two("overscroll-behavior-x", "overscroll-behavior-y"),
    "place-content": _two("align-content", "justify-content"),
    "place-items": _two("align-items", "justify-items"),
    "place-self": _two("align-self", "justify-self"),
    "grid-row": _grid_line("grid-row"),
    "grid-column": _grid_line("grid-column"),
}
for _side in SIDES:
    _EXPANSIONS[f"border-{_side}"] = _line(f"border-{_side}")
# The pages of a course run from left to right: what stands at the start of a line is left.
for _axis, _start, _end in (("block", "top", "bottom"), ("inline", "left", "right")):
    for _name in ("margin", "padding", "scroll-margin", "scroll-padding"):
        _EXPANSIONS[f"{_name}-{_axis}"] = _two(f"{_name}-{_start}", f"{_name}-{_end}")
        _ALIASES |= {f"{_name}-{_axis}-start": f"{_name}-{_start}", f"{_name}-{_axis}-end": f"{_name}-{_end}"}
    _EXPANSIONS[f"inset-{_axis}"] = _two(_start, _end)
    _ALIASES |= {f"inset-{_axis}-start": _start, f"inset-{_axis}-end": _end}
    _EXPANSIONS[f"border-{_axis}"] = _line(f"border-{_start}", f"border-{_end}")
    for _edge, _side in (("start", _start), ("end", _end)):
        _EXPANSIONS[f"border-{_axis}-{_edge}"] = _line(f"border-{_side}")
_ONE_A_WORD = frozenset(
    name for name in _EXPANSIONS if re.match(r"(margin|padding|inset|scroll|border|outline|column-rule|gap)", name)
) | {"background"}
"""Shorthands that can be taken apart with a variable in them, which is taken for one word."""

for _name, _expand in _EXPANSIONS.items():
    if _name not in LONGHANDS:
        LONGHANDS[_name] = tuple(_expand(["0", "/", "0"] if _name.startswith("grid") else ["0"]) or (_name,))
