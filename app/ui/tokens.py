"""The named colours of Midweek's looks: every theme is one palette of the same names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours as `#rrggbb`; a `_pale` is a ground for text in the colour it is named after.

    Text is `ink` or `soft`, on `paper`, `card`, `code`, `chip`, `shade` (bars) or `well` (behind the preview);
    `on_teal` and `on_good` are written on those colours; `edge` outlines what can be used, `line` only divides.
    """

    name: str
    ink: str
    soft: str
    paper: str
    card: str
    line: str
    edge: str
    teal: str
    teal_hover: str
    teal_pale: str
    on_teal: str
    good: str
    good_pale: str
    on_good: str
    care: str
    care_pale: str
    care_line: str
    stop: str
    focus: str
    focus_pale: str
    sun: str
    code: str
    chip: str
    shade: str
    well: str
    sand: str
    code_tag: str
    code_name: str
    code_text: str
    code_soft: str


LIGHT = Palette(
    name="light",
    ink="#1b2a33",
    soft="#51606a",
    paper="#f6f3ec",
    card="#ffffff",
    line="#ddd6c9",
    edge="#877f70",
    teal="#0a625d",
    teal_hover="#084f4b",
    teal_pale="#e0efec",
    on_teal="#ffffff",
    good="#1c6e3a",
    good_pale="#e3f1e5",
    on_good="#ffffff",
    care="#8a4b00",
    care_pale="#fbefd9",
    care_line="#e6c88f",
    stop="#9c2f1c",
    focus="#1446c8",
    focus_pale="#e4eafc",
    sun="#f2b134",
    code="#fffdf9",
    chip="#f1ece1",
    shade="#f3eee4",
    well="#ebe6da",
    sand="#e7e0d2",
    code_tag="#0a5c8f",
    code_name="#7a3e9d",
    code_text="#8a4b00",
    code_soft="#5f676f",
)

DARK = Palette(
    name="dark",
    ink="#ece7dc",
    soft="#b5bec2",
    paper="#151a1d",
    card="#1e2529",
    line="#3b464c",
    edge="#8b979d",
    teal="#86d3c9",
    teal_hover="#a5e2da",
    teal_pale="#193a3a",
    on_teal="#0c2321",
    good="#8fd6a2",
    good_pale="#1b3625",
    on_good="#0b2412",
    care="#f2bf70",
    care_pale="#3a2d16",
    care_line="#7a5f2c",
    stop="#ffa08c",
    focus="#93b4ff",
    focus_pale="#22304f",
    sun="#f2b134",
    code="#191f22",
    chip="#2d373c",
    shade="#1a2024",
    well="#101416",
    sand="#39434a",
    code_tag="#7cc4f2",
    code_name="#d3a6ee",
    code_text="#f2bf70",
    code_soft="#a4afb4",
)

CONTRAST = Palette(
    name="contrast",
    ink="#ffffff",
    soft="#ffffff",
    paper="#000000",
    card="#000000",
    line="#8f8f8f",
    edge="#ffffff",
    teal="#ffe14d",
    teal_hover="#fff0a3",
    teal_pale="#2b2700",
    on_teal="#000000",
    good="#7dff9b",
    good_pale="#00230b",
    on_good="#000000",
    care="#ffc266",
    care_pale="#2e1c00",
    care_line="#ffc266",
    stop="#ff9e8a",
    focus="#66d9ff",
    focus_pale="#00222e",
    sun="#ffe14d",
    code="#000000",
    chip="#262626",
    shade="#000000",
    well="#000000",
    sand="#333333",
    code_tag="#8fd3ff",
    code_name="#e5b8ff",
    code_text="#ffc266",
    code_soft="#d0d0d0",
)
