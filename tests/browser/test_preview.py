"""The live preview: what somebody who types beside it would notice."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest
from hostile.corpus import DEADLY
from hostile.visiting import png
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.live import DIED, HANGS, TOO_LONG
from app.browser.preview import Preview

DARK = (10, 20, 30)
HEAD = (
    "<!doctype html><html lang=en><title>t</title><body style='margin: 0; background: rgb(10, 20, 30); color: white'>"
)
NO_LIMIT = 1 << 50  # of memory: this is about time
TALL = HEAD + "{}<p style='height: 3000px'>"


class Reader:
    """Shows pages, waits until they are painted, and reads them back."""

    def __init__(self, qtbot: QtBot, preview: Preview) -> None:
        self.qtbot, self.preview = qtbot, preview
        self.loads: list[bool] = []
        preview.view.loadFinished.connect(self.loads.append)

    def show(self, html: str, **files: str | bytes) -> None:
        served = {
            name.replace("_", "."): text.encode() if isinstance(text, str) else text for name, text in files.items()
        }
        with self.qtbot.waitSignal(self.preview.painted, timeout=20_000) as signal:
            version = self.preview.show_page({"index.html": html.encode(), **served}, "index.html")
        assert signal.args == [version]

    def run(self, script: str) -> Any:
        answers: list[Any] = []
        self.preview.view.page().runJavaScript(script, WORLD.value, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    def sees(self, colour: tuple[int, int, int]) -> None:
        self.qtbot.waitUntil(lambda: corner(self.preview) == colour, timeout=10_000)


def corner(preview: Preview) -> tuple[int, ...]:
    """The colour near the top left of what is on the screen, the cover included."""
    return preview.grab().toImage().pixelColor(preview.width() - 40, 5).getRgb()[:3]


@pytest.fixture
def preview(keep: Callable[[Any], Any]) -> Preview:
    return keep(Preview())


@pytest.fixture
def reader(qtbot: QtBot, preview: Preview) -> Reader:
    return Reader(qtbot, preview)


def test_the_colour_that_was_typed_is_what_is_painted(reader: Reader) -> None:
    reader.show("<!doctype html><body style='background: rgb(200, 0, 0)'>")
    reader.sees((200, 0, 0))
    reader.show("<!doctype html><body style='background: rgb(0, 200, 0)'>")
    reader.sees((0, 200, 0))


def test_typing_keeps_scroll_focus_open_details_and_what_was_filled_in(reader: Reader) -> None:
    form = "<h1>{}</h1><details><summary>s</summary>d</details><input id=i value=a><input type=checkbox id=c>"
    reader.show(TALL.format(form.format("One")))
    reader.run(
        "scrollTo(0, 500); document.querySelector('details').open = true; i.focus({preventScroll: true});"
        "i.value = 'typed'; c.checked = true; window.before = document.querySelector('h1'); 1"
    )
    reader.show(TALL.format("<p>new</p>" + form.format("Two")))
    assert (
        reader.run(
            "JSON.stringify([scrollY > 400, document.querySelector('details').open, document.activeElement.id, i.value,"
            "c.checked, before.isConnected, before.textContent])"
        )
        == '[true,true,"i","typed",true,true,"Two"]'
    )
    assert len(reader.loads) == 1


def test_a_full_load_keeps_the_scroll(reader: Reader) -> None:
    reader.show(TALL.format("<h1>One</h1>"))
    reader.run("scrollTo(0, 500); 1")
    reader.show(TALL.format("<h1>One</h1>").replace("<!doctype html>", ""))
    assert len(reader.loads) == 2
    assert reader.run("scrollY") == 500


def test_a_full_load_never_shows_a_blank_page(qtbot: QtBot, preview: Preview, reader: Reader) -> None:
    reader.show(TALL.format("<h1>One</h1>"))
    reader.sees(DARK)
    seen: set[tuple[int, ...]] = set()
    painted: list[int] = []
    preview.painted.connect(painted.append)
    for number in range(10):
        preview.show_page({"index.html": TALL.format(f"<base href='{number}'>").encode()}, "index.html")
        while len(painted) <= number:
            qtbot.wait(2)
            seen.add(corner(preview))
    assert len(reader.loads) == 11
    assert seen == {DARK}


def test_a_style_sheet_is_changed_without_a_load(reader: Reader) -> None:
    page = TALL.format("<link rel=stylesheet href=style.css><h1>One</h1>")
    reader.show(page, style_css="html body { background: rgb(1, 2, 3) !important }")
    reader.run("scrollTo(0, 500); 1")
    for number in range(4, 8):
        reader.show(page, style_css=f"html body {{ background: rgb({number}, 2, 3) !important }}")
        reader.sees((number, 2, 3))
    assert reader.run("scrollY + ' ' + document.querySelectorAll('link').length") == "500 1"
    assert len(reader.loads) == 1


def test_a_style_sheet_that_another_one_imports_is_changed(reader: Reader) -> None:
    page = HEAD + "<link rel=stylesheet href=style.css><h1>One</h1>"
    for number in range(3):
        colour = f"html body {{ background: rgb({number}, 2, 3) !important }}"
        reader.show(page, style_css="@import 'more.css'", more_css=colour)
        reader.sees((number, 2, 3))
    page = page.replace("<link rel=stylesheet href=style.css>", "<style>@import 'more.css'</style>")
    for number in range(3):
        reader.show(page, more_css=f"html body {{ background: rgb({number}, 9, 3) !important }}")
        reader.sees((number, 9, 3))


def test_a_picture_that_changed_is_shown_afresh(reader: Reader) -> None:
    page = TALL.format("<img src=a.png>")
    reader.show(page, a_png=png(10, 10))
    reader.run("scrollTo(0, 50); 1")
    reader.show(page, a_png=png(30, 10))
    assert reader.run("document.images[0].naturalWidth + ' ' + scrollY") == "30 50"


@pytest.mark.parametrize("begun", ["<!-- ", "<style>", "<title>", "<script>", "<template>", '<p class="'])
def test_half_typed_html_never_blanks_the_page(qtbot: QtBot, preview: Preview, reader: Reader, begun: str) -> None:
    reader.show("<!doctype html><title>t</title><h1>Words</h1><p>more</p>")
    with qtbot.waitSignal(preview.held, timeout=10_000):
        preview.show_page({"index.html": f"<!doctype html>{begun}<h1>Words</h1><p>more</p>".encode()}, "index.html")
    assert reader.run("document.body.innerText") == "Words\n\nmore"
    reader.show("<!doctype html><title>t</title><h1>Words</h1><p>more and more</p>")
    assert reader.run("document.body.innerText") == "Words\n\nmore and more"


def test_a_page_that_was_emptied_is_empty(reader: Reader) -> None:
    reader.show(HEAD + "<h1>Words</h1>")
    reader.show("<!doctype html>")
    assert reader.run("document.body.innerText") == ""


def test_the_newest_wins_and_what_it_overtook_is_never_painted(qtbot: QtBot, preview: Preview, reader: Reader) -> None:
    reader.show(HEAD)
    painted: list[int] = []
    preview.painted.connect(painted.append)
    for number in range(50):
        last = preview.show_page({"index.html": f"{HEAD}<h1>{number}</h1>".encode()}, "index.html")
    qtbot.waitUntil(lambda: last in painted, timeout=10_000)
    assert reader.run("document.body.innerText") == "49"
    assert len(painted) == 2


def test_another_page_begins_at_its_top(qtbot: QtBot, preview: Preview, reader: Reader) -> None:
    reader.show(TALL.format("<h1>One</h1>"))
    reader.run("scrollTo(0, 500); 1")
    with qtbot.waitSignal(preview.painted, timeout=10_000):
        preview.show_page({"other.html": TALL.format("<h1>Two</h1>").encode()}, "other.html")
    assert reader.run("scrollY") == 0


def test_a_link_within_the_page_scrolls(reader: Reader) -> None:
    reader.show(TALL.format("<a href='#end'>down</a>") + "<h2 id=end>End</h2>")
    reader.run("document.querySelector('a').click(); 1")
    reader.qtbot.waitUntil(lambda: reader.run("scrollY") > 1000, timeout=5_000)


def test_phone_and_zoom(preview: Preview, reader: Reader) -> None:
    reader.show(HEAD)
    assert reader.run("innerWidth") == 640
    preview.set_lens("phone")
    reader.qtbot.waitUntil(lambda: reader.run("innerWidth") == 375, timeout=5_000)
    assert preview.view.geometry().center().x() == pytest.approx(preview.rect().center().x(), abs=1)
    preview.set_zoom(150)
    reader.qtbot.waitUntil(lambda: preview.view.width() == 562, timeout=5_000)
    reader.qtbot.waitUntil(lambda: reader.run("innerWidth") == 375, timeout=5_000)
    preview.set_lens("screen")
    preview.set_zoom(200)
    reader.qtbot.waitUntil(lambda: reader.run("innerWidth") == 320, timeout=5_000)


def test_what_changed_while_it_was_hidden_is_painted_when_it_is_seen(
    qtbot: QtBot, preview: Preview, reader: Reader
) -> None:
    reader.show(HEAD + "one")
    preview.hide()
    preview.show_page({"index.html": f"{HEAD}two".encode()}, "index.html")
    qtbot.wait(100)
    with qtbot.waitSignal(preview.painted, timeout=10_000):
        preview.show()
    assert reader.run("document.body.innerText") == "two"


def test_a_page_that_hangs_is_stopped_and_the_last_good_one_stays_in_sight(
    qtbot: QtBot, preview: Preview, reader: Reader
) -> None:
    reader.show(HEAD + "<h1>good</h1>")
    reader.sees(DARK)
    preview.view.watch.limit = NO_LIMIT
    with qtbot.waitSignal(preview.stopped, timeout=20_000) as stopped:
        preview.show_page({"index.html": (HEAD + DEADLY["svg use bomb"]).encode()}, "index.html")
    assert stopped.args == [HANGS]
    assert corner(preview) == DARK
    reader.show(HEAD + "<h1>well again</h1>")
    assert reader.run("document.body.innerText") == "well again"
    reader.show(HEAD + "<h1>and patched</h1>")
    assert len(reader.loads) == 2  # the first, and one for the new renderer


def test_a_renderer_that_dies_is_replaced(qtbot: QtBot, preview: Preview, reader: Reader) -> None:
    reader.show(HEAD + "<h1>good</h1>")
    with qtbot.waitSignal(preview.stopped, timeout=20_000) as stopped:
        os.kill(preview.view.page().renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    assert stopped.args == [DIED]
    reader.show(HEAD + "<h1>well again</h1>")
    assert reader.run("document.body.innerText") == "well again"


def test_a_page_that_is_too_long_is_refused_and_the_last_one_stays(
    qtbot: QtBot, preview: Preview, reader: Reader
) -> None:
    reader.show(HEAD + "<h1>good</h1>")
    with qtbot.waitSignal(preview.stopped, timeout=20_000) as stopped:
        preview.show_page({"index.html": b"<p>" * 1_000_000}, "index.html")
    assert stopped.args == [TOO_LONG]
    reader.show(HEAD + "<h1>still patched</h1>")
    assert len(reader.loads) == 1
