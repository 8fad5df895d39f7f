"""The palettes can be read, the fonts are there, the scale reaches every size."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette, QRawFont

from app import paths
from app.ui.theme import CHOICES, CODE, WORDS, Theme, contrast_palette
from app.ui.tokens import Palette

GROUNDS = ("paper", "card", "code", "chip", "shade", "well")
PAIRS = [
    *[(ink, ground) for ground in GROUNDS for ink in ("ink", "soft")],
    *[("teal", ground) for ground in (*GROUNDS, "teal_pale", "care_pale", "good_pale")],
    *[("ink", ground) for ground in ("teal_pale", "good_pale", "care_pale", "focus_pale", "sand")],
    *[("soft", ground) for ground in ("teal_pale",)],
    *[("care", ground) for ground in ("care_pale", "card", "shade", "well")],
    *[("good", ground) for ground in ("good_pale", "card")],
    *[(ink, ground) for ink in ("code_tag", "code_name", "code_text", "code_soft") for ground in ("code", "chip")],
    ("stop", "paper"),
    ("focus", "focus_pale"),
    ("focus", "card"),
    ("on_teal", "teal"),
    ("on_teal", "teal_hover"),
    ("on_good", "good"),
]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours."""

    def light(value: str) -> float:
        parts = [part / 255 for part in QColor(value).getRgb()[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", CHOICES.values(), ids=CHOICES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids="-on-".join)
def test_text_can_be_read_on_every_ground_it_stands_on(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", CHOICES.values(), ids=CHOICES)
def test_what_can_be_used_and_where_the_keyboard_is_stand_out(palette: Palette) -> None:
    for ground in GROUNDS:
        for sign in ("edge", "focus"):
            assert contrast(getattr(palette, sign), getattr(palette, ground)) >= 3, (sign, ground)
    assert contrast(palette.focus, palette.card) >= 3  # the ring's own pale edge


def test_the_systems_contrast_colours_are_worn_as_they_are() -> None:
    system = QPalette()
    for role, colour in (("WindowText", "#ffffff"), ("Window", "#000000"), ("Base", "#000000"), ("Link", "#ffff00")):
        system.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    palette = contrast_palette(system)
    assert (palette.ink, palette.paper) == ("#ffffff", "#000000")
    for ink, ground in PAIRS:
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5, (ink, ground)


def test_both_families_are_there_with_welsh_letters(theme: Theme) -> None:
    assert {"Regular", "SemiBold", "Bold", "Italic"} <= set(QFontDatabase.styles(WORDS))
    assert {"Regular", "SemiBold"} <= set(QFontDatabase.styles(CODE))
    for file in (paths.resources_dir() / "fonts").glob("*.ttf"):
        font = QRawFont(str(file), 16)
        assert all(font.supportsCharacter(ord(letter)) for letter in "ŵŷŴŶâêîôûẅ£€“”’…"), file.name


def test_no_text_is_smaller_than_14_px_and_all_of_it_grows(theme: Theme) -> None:
    def sizes() -> list[int]:
        return [int(size) for size in re.findall(r"font-size: (\d+)px", theme.style_sheet())]

    usual = sizes()
    assert min(usual) >= 14
    theme.set_scale(2.0)
    assert sizes() == [2 * size for size in usual]
    theme.set_scale(9)
    assert theme.scale == 2.0


def test_another_theme_says_so(theme: Theme, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    assert theme.name == "dark"
    assert theme.colours.paper in theme.style_sheet()
