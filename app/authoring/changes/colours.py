"""The notations of one colour in CSS: names, hexadecimal, rgb(), hsl()."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls

from tinycss2.color4 import parse_color

from app.authoring.changes.sources import words

_NAMES = sorted(
    words(
        """black silver gray grey white maroon red purple fuchsia magenta green lime olive yellow navy blue teal
        aqua cyan orange darkgreen darkblue darkred gold pink tomato crimson coral salmon khaki ivory
        beige lavender indigo violet orchid plum brown chocolate sienna tan wheat linen snow whitesmoke
        lightgray lightgrey darkgray dimgray slategray steelblue royalblue skyblue lightblue turquoise
        forestgreen seagreen limegreen rebeccapurple firebrick hotpink"""
    )
)
COLOUR = re.compile(
    rf"(?<![\w#.&-])(?:#[0-9a-fA-F]{{3,8}}|(?:rgb|hsl)a?\([^()]*\)|(?:{'|'.join(_NAMES)}))(?![\w(-])", re.IGNORECASE
)
Bits = tuple[int, int, int]


def _bits(text: str) -> tuple[Bits, float] | None:
    colour = parse_color(text)
    if colour is None or isinstance(colour, str):
        return None
    channels = [channel * 255 for channel in colour.to("srgb").coordinates]
    if any(abs(channel - round(channel)) > 0.02 for channel in channels):
        return None
    red, green, blue = (round(channel) for channel in channels)
    return (red, green, blue), float(colour.alpha)


_KNOWN: dict[Bits, list[str]] = {}
for _name in _NAMES:
    _read = _bits(_name)
    if _read:
        _KNOWN.setdefault(_read[0], []).append(_name)


def notations(text: str) -> list[str]:
    """Every notation that we know of a colour, not the one it has; none where it has not eight bits a channel."""
    read = _bits(text)
    if read is None or (text.startswith("#") and read[1] < 1):
        return []
    bits, alpha = read
    found = _opaque(bits) if alpha == 1 else _clear(bits, f"{alpha:.4f}".rstrip("0").rstrip("."))
    return [form for form in found if form != text and _bits(form) == read]


def _opaque(bits: Bits) -> list[str]:
    red, green, blue = bits
    long = f"#{red:02x}{green:02x}{blue:02x}"
    short = [f"#{long[1]}{long[3]}{long[5]}"] if long[1::2] == long[2::2] else []
    hue, saturation, light = _hsl(bits)
    forms = [*_KNOWN.get(bits, ()), long, long.upper(), *short, *(form.upper() for form in short)]
    forms += [f"rgb({red}, {green}, {blue})", f"rgb({red} {green} {blue})", f"RGB({red},{green},{blue})"]
    forms += [f"rgba({red}, {green}, {blue}, 1)", f"{long}ff"]
    return [*forms, f"hsl({hue}, {saturation}%, {light}%)", f"hsl({hue} {saturation}% {light}%)"]


def _clear(bits: Bits, alpha: str) -> list[str]:
    red, green, blue = bits
    hue, saturation, light = _hsl(bits)
    short = alpha.removeprefix("0") or "0"
    forms = [f"rgba({red}, {green}, {blue}, {alpha})", f"rgb({red} {green} {blue} / {alpha})"]
    share = f"{float(alpha) * 100:.4f}".rstrip("0").rstrip(".")
    forms.append(f"rgb({red} {green} {blue} / {share}%)")
    return [*forms, f"rgba({red},{green},{blue},{short})", f"hsla({hue}, {saturation}%, {light}%, {alpha})"]


def _hsl(bits: Bits) -> tuple[str, str, str]:
    hue, light, saturation = rgb_to_hls(*(channel / 255 for channel in bits))
    degrees, share, lightness = (f"{v:.4f}".rstrip("0").rstrip(".") for v in (hue * 360, saturation * 100, light * 100))
    return degrees, share, lightness
