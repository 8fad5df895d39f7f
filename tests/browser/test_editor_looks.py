"""The editor's themes can be read: every text on every ground it stands on."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from app.paths import resources_dir
from app.ui.tokens import CONTRAST, DARK, LIGHT

CSS = (resources_dir() / "editor" / "editor.css").read_text(encoding="utf-8")
CODE = ("ink", "code-tag", "code-name", "code-text", "code-soft")
GROUNDS = ("code", "active", "care-pale", "locked", "match", "selection", "found")
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}


def colours(theme: str) -> dict[str, str]:
    """The theme's colours by name, as six hex digits."""
    block = re.search(rf'data-theme="{theme}"\] {{(.*?)}}', CSS, re.DOTALL)
    assert block
    found = re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block[1])
    return {name: value if len(value) == 6 else "".join(2 * digit for digit in value) for name, value in found}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", LEAST)
def test_every_text_can_be_read_on_every_ground(theme: str) -> None:
    found = colours(theme)
    pairs = [(text, ground) for text in CODE for ground in GROUNDS]
    pairs += [("gutter", "code"), ("gutter", "active"), ("gutter", "care-pale"), ("gutter", "locked")]
    pairs += [("ink", "card"), ("ink", "shade"), ("teal", "card"), ("soft", "shade")]
    poor = {
        f"{text} on {ground}": round(contrast(found[text], found[ground]), 2)
        for text, ground in pairs
        if contrast(found[text], found[ground]) < LEAST[theme]
    }
    assert not poor


def test_the_page_wears_the_programs_colours() -> None:
    for palette in (LIGHT, DARK, CONTRAST):
        own = {name.replace("_", "-"): value for name, value in asdict(palette).items()}
        assert {
            name: f"#{value}" for name, value in colours(palette.name).items() if name in own
        }.items() <= own.items()
    assert colours("light").keys() == colours("dark").keys() == colours("contrast").keys()


def test_the_widget_and_the_page_agree_on_the_ground(browser: None) -> None:
    from app.browser.editor import _GROUNDS

    assert {theme: ground.lstrip("#") for theme, ground in _GROUNDS.items()} == {
        theme: colours(theme)["code"] for theme in LEAST
    }
