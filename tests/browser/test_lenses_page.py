"""The live page at other widths and sizes, and in the dark: what is painted, and what the page itself can tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from test_preview import Reader, corner

from app.browser.preview import Preview
from app.browser.scrolling import ScrollTogether

PLAIN = "<!doctype html><html lang=en><title>t</title><body style='margin: 0'>"
LIGHT, DARK = (250, 250, 240), (10, 20, 30)
RULES = (
    "body { margin: 0; background: rgb(250, 250, 240) }"
    "@media (prefers-color-scheme: dark) { body { background: rgb(10, 20, 30) } }"
)


@pytest.fixture
def preview(keep: Callable[[Any], Any]) -> Preview:
    return keep(Preview())


@pytest.fixture
def reader(qtbot: QtBot, preview: Preview) -> Reader:
    return Reader(qtbot, preview)


def wide(reader: Reader, pixels: int) -> None:
    reader.qtbot.waitUntil(lambda: reader.run("innerWidth") == pixels, timeout=5_000)


def test_a_tablet_fits_into_the_pane_and_says_how_large_it_is(preview: Preview, reader: Reader) -> None:
    said: list[str] = []
    preview.arranged.connect(said.append)
    reader.show(PLAIN)
    preview.set_lens("tablet")
    wide(reader, 768)
    assert preview.view.width() == 640
    assert said[-1] == "Tablet: 768 wide, shown at 83%"
    preview.set_lens("screen")
    assert said[-1] == ""


def test_a_large_phone_keeps_its_width_and_is_moved_sideways(preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    reader.show(PLAIN)
    preview.set_lens("phone")
    for zoom in (200, 400):
        preview.set_zoom(zoom)
        wide(reader, 375)
        assert preview.view.width() == 375 * zoom // 100
    bar = preview._sideways
    assert bar.isVisible()
    assert preview.view.x() == 0
    bar.setValue(bar.maximum())
    assert preview.view.geometry().right() + 1 == preview.width()
    preview.set_zoom(100)
    assert not bar.isVisible()
    assert preview.view.geometry().center().x() == pytest.approx(preview.rect().center().x(), abs=1)


def test_four_hundred_per_cent_on_the_screen_reflows_as_in_a_browser(preview: Preview, reader: Reader) -> None:
    reader.show(PLAIN)
    preview.set_zoom(400)
    wide(reader, 160)


def test_dark_is_what_people_with_a_dark_system_see_and_off_is_as_it_was(preview: Preview, reader: Reader) -> None:
    seen: list[bool] = []
    preview.dark_seen.connect(seen.append)
    reader.show(f"{PLAIN}<style>{RULES}</style>one")
    reader.sees(LIGHT)
    before = reader.run("document.styleSheets[0].cssRules[1].cssText")
    preview.set_dark(True)
    reader.sees(DARK)
    reader.qtbot.waitUntil(lambda: bool(seen))
    assert seen[-1] is True
    preview.set_dark(False)
    reader.sees(LIGHT)
    assert reader.run("document.styleSheets[0].cssRules[1].cssText") == before
    assert reader.run("document.adoptedStyleSheets.length") == 0


def test_what_is_typed_in_the_dark_stays_dark_patched_or_loaded(preview: Preview, reader: Reader) -> None:
    page = "<!doctype html><html lang=en><title>t</title><link rel=stylesheet href=s.css><body>{}"
    reader.show(page.format("one"), s_css=RULES)
    preview.set_dark(True)
    reader.sees(DARK)
    reader.show(page.format("two"), s_css=RULES.replace("10, 20, 30", "10, 20, 90"))  # the sheet is swapped
    reader.sees((10, 20, 90))
    reader.show(page.format(f"<style>{RULES.replace('10, 20, 30', '10, 90, 30')}</style>three"), s_css=RULES)
    reader.sees((10, 90, 30))
    assert len(reader.loads) == 1
    reader.show(page.format("four").replace("<!doctype html>", ""), s_css=RULES)  # a full load
    reader.sees(DARK)
    assert len(reader.loads) == 2


def test_dark_colours_of_the_browsers_own_are_shown(preview: Preview, reader: Reader) -> None:
    reader.show(f"{PLAIN}<meta name=color-scheme content='light dark'>one")
    reader.sees((255, 255, 255))
    preview.set_dark(True)
    reader.qtbot.waitUntil(lambda: max(corner(preview)) < 60, timeout=5_000)


def test_a_picture_for_the_dark_is_chosen_in_the_dark(preview: Preview, reader: Reader) -> None:
    red, blue = (f"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect fill='{c}'/></svg>" for c in "ab")
    picture = "<picture><source media='(prefers-color-scheme: dark)' srcset=b.svg><img src=a.svg></picture>"
    reader.show(PLAIN + picture, a_svg=red, b_svg=blue)
    chosen = "document.images[0].currentSrc.slice(-5)"
    assert reader.run(chosen) == "a.svg"
    preview.set_dark(True)
    reader.qtbot.waitUntil(lambda: reader.run(chosen) == "b.svg", timeout=5_000)
    preview.set_dark(False)
    reader.qtbot.waitUntil(lambda: reader.run(chosen) == "a.svg", timeout=5_000)
    assert reader.run("document.querySelector('source').media") == "(prefers-color-scheme: dark)"


def test_a_page_without_dark_colours_is_said_to_have_none(preview: Preview, reader: Reader) -> None:
    reader.show(f"{PLAIN}<style>@import url('https://example.org/x.css'); p {{ color: red }}</style>one")
    seen: list[bool] = []
    preview.dark_seen.connect(seen.append)
    preview.set_dark(True)
    reader.qtbot.waitUntil(lambda: seen == [False], timeout=5_000)
    reader.show(f"{PLAIN}<style>{RULES}</style>two")
    reader.qtbot.waitUntil(lambda: seen[-1] is True, timeout=5_000)


def test_two_pages_are_scrolled_together(keep: Callable[[Any], Any], qtbot: QtBot) -> None:
    one, other = Reader(qtbot, keep(Preview())), Reader(qtbot, keep(Preview()))
    tall = PLAIN + "<p style='height: {}px'>"
    one.show(tall.format(3000))
    other.show(tall.format(1500))
    ScrollTogether(one.preview.view, other.preview.view)
    one.run("scrollTo(0, 1e6); 1")
    end = "Math.round(scrollY + innerHeight) >= document.documentElement.scrollHeight - 2"
    qtbot.waitUntil(lambda: other.run(end) is True, timeout=5_000)
    qtbot.wait(300)
    other.run("scrollTo(0, 0); 1")
    qtbot.waitUntil(lambda: one.run("scrollY") == 0, timeout=5_000)
