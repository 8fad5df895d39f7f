"""Tidy: white space in its place, one step to undo, and nothing that a reader of the page could see."""

from __future__ import annotations

import os
import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from real_pages import real_pages
from writer import CTRL, SHIFT, Key, Writer

from app.browser.asking import WORLD
from app.browser.seal import SealedView

ALT = Qt.KeyboardModifier.AltModifier
DONE = "Tidied. Ctrl+Z puts it back."
TIDY = "This is tidy already."
UNSAFE = "Tidy would change what the page shows, so everything stays as it was."
SEED = int(os.environ.get("MIDWEEK_SEED", "2026"))
PAGES = int(os.environ.get("MIDWEEK_PAGES", "12"))  # real ones, and twice as many made up

MESSY = """<!doctype html><html lang="en-GB"><head><title>The  fair</title>
<style>h1{color:red;margin:0 auto}</style></head><body>
<h1>The   fair</h1><ul><li>One</li>
      <li>Two <b>bold</b>,<i> slanted</i></li></ul>
<pre>
  keep   this
</pre><textarea>
 and   this</textarea></body></html>"""
NEAT = """<!doctype html>
<html lang="en-GB">
<head>
  <title>The  fair</title>
  <style>
    h1 {
      color: red;
      margin: 0 auto
    }
  </style>
</head>
<body>
  <h1>The fair</h1>
  <ul>
    <li>One</li>
    <li>Two <b>bold</b>,<i> slanted</i></li>
  </ul>
  <pre>
  keep   this
</pre><textarea>
 and   this</textarea>
</body>
</html>
"""


def tidied(writer: Writer) -> str:
    """Tidy what is open; what is said of it."""
    writer.look("(document.querySelectorAll('.cm-sentence').forEach((box) => (box.textContent = '')), 1)")
    writer.editor.run("tidy")
    writer.until(lambda: any(writer.sees(".cm-sentence")), "something is said")
    writer.settled()
    return writer.sees(".cm-sentence")[-1]


def test_a_page_is_tidied_by_its_key_in_one_step(writer: Writer) -> None:
    writer.open(MESSY)
    writer.show_line(4, 11)
    QTest.keyClick(writer.keyboard, Key.Key_F, SHIFT | ALT)
    writer.text_is(NEAT)
    writer.until(lambda: writer.sees(".cm-sentence") == [DONE], "it is said")
    writer.type("x")
    writer.text_is(NEAT.replace("<li>Two", "<li>xTwo"))
    writer.press(Key.Key_Z, CTRL, times=2)
    writer.text_is(MESSY)


def test_what_is_tidy_stays_and_that_is_said(writer: Writer) -> None:
    writer.open(NEAT)
    assert tidied(writer) == TIDY
    assert writer.editor.text("index.html") == NEAT


def test_a_style_sheet_is_tidied(writer: Writer) -> None:
    writer.open('h1{color:red}\n.a,.b>c{background:url("a  b")}/* as   it is */', "style.css")
    assert tidied(writer) == DONE
    writer.text_is(
        'h1 {\n  color: red\n}\n\n.a,\n.b > c {\n  background: url("a  b")\n}\n\n/* as   it is */\n', "style.css"
    )
    assert tidied(writer) == TIDY


def test_only_what_can_be_changed_is_tidied(writer: Writer) -> None:
    writer.open(
        "<ul><li>a</li>\n<!-- edit from here -->\n<p>b</p><p>c</p>\n<!-- to here -->\n<li>d</li><li>e</li></ul>"
    )
    assert tidied(writer) == DONE
    writer.text_is(
        "<ul><li>a</li>\n<!-- edit from here -->\n  <p>b</p>\n  <p>c</p>\n<!-- to here -->\n<li>d</li><li>e</li></ul>"
    )


@pytest.mark.parametrize(
    ("text", "file", "line"),
    [
        ("<p>a</p>\n<ul><li>b</ul>\n<div>\n<p>c</p>", "index.html", 3),
        ("<p>a</p>\n<p>b</q></p>", "index.html", 2),
        ("<p>a</p>\n<a href='x>b</a>", "index.html", 2),
        ("p { color: red; }\nh1 {", "style.css", 2),
    ],
)
def test_what_is_not_finished_comes_first(writer: Writer, text: str, file: str, line: int) -> None:
    writer.open(text, file)
    assert tidied(writer) == f"Line {line} is not finished. When that is right, this can be tidied."
    assert writer.editor.text(file) == text


@pytest.mark.parametrize(
    "css",
    ["nav li { display: inline-block }", "ul { white-space: pre }", "@media print { ul > li { display: inline } }"],
)
def test_what_a_style_sheet_puts_into_the_line_stays_in_it(writer: Writer, css: str) -> None:
    page = "<nav>\n  <ul><li>a</li><li>b</li></ul>\n</nav>\n"
    writer.open(page, style_css=css)
    tidied(writer)
    assert "<li>a</li><li>b</li>" in writer.editor.text("index.html")
    writer.open(page)
    assert tidied(writer) == DONE
    assert "<li>a</li>\n" in writer.editor.text("index.html")


def test_a_no_break_space_is_a_letter_like_others(writer: Writer) -> None:
    writer.open("<div><p>a\u00a0b</p>\u00a0<p>\u00a0</p></div>")
    assert tidied(writer) == DONE
    assert writer.editor.text("index.html").count("\u00a0") == 3
    assert "<p>\u00a0</p>" in writer.editor.text("index.html")


def test_a_picture_is_neither_html_nor_css(writer: Writer) -> None:
    writer.open("a  b", "notes.txt")
    assert tidied(writer) == "Tidy is for HTML and CSS."


# All that can be seen or read of a page: every element with its place, the words, and what is kept exactly.
SEEN = r"""(document.getAnimations().forEach((animation) => animation.cancel()), JSON.stringify([
  document.compatMode,
  document.title,
  [...document.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    return [element.localName, attributes, x, y, width, height].join(" ");
  }),
  document.body?.innerText,
  [...document.querySelectorAll("pre, textarea, script")].map((element) => element.textContent),
]))"""


class Reader:
    """Somebody who sees a page as it is when it was loaded."""

    def __init__(self, qtbot: QtBot, view: SealedView) -> None:
        self.qtbot, self.view = qtbot, view

    def sees(self, page: str) -> list[Any]:
        with self.qtbot.waitSignal(self.view.loadFinished, timeout=20_000):
            self.view.open_page({"index.html": page.encode()}, "index.html")
        answers: list[Any] = []
        self.view.page().runJavaScript(SEEN, WORLD.value, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return list(answers)


@pytest.fixture
def reader(qtbot: QtBot, keep: Any) -> Reader:
    return Reader(qtbot, keep(SealedView([])))


def nobody_sees_it(writer: Writer, reader: Reader, page: str, what: str) -> str:
    """Tidy a page and hold it against itself; what was said."""
    writer.open(page)
    before = writer.editor.text("index.html")
    said = tidied(writer)
    after = writer.editor.text("index.html")
    assert "".join(after.split()) == "".join(before.split()), what
    if after != before:
        assert reader.sees(after) == reader.sees(before), what
        assert tidied(writer) == TIDY, what
        assert writer.editor.text("index.html") == after, what
    return said


def test_nobody_sees_it_on_real_pages(writer: Writer, reader: Reader) -> None:
    chosen = random.Random(SEED).sample(real_pages(), min(PAGES, len(real_pages())))
    said = [nobody_sees_it(writer, reader, page.text, f"{page.package} {page.name}") for page in chosen]
    print(dict.fromkeys(said), [said.count(one) for one in dict.fromkeys(said)])
    assert said.count(DONE) > len(said) / 2  # or it is too timid to be of use


STYLES = [
    "",
    "li { display: inline-block }",
    "p { white-space: pre-wrap }",
    "span { display: block }",
    "a { float: left }",
]
OUTER = ["div", "ul", "section", "p", "table", "pre", "blockquote", "h2", "form"]
INNER = ["b", "span", "a", "code", "button", "label"]
GAPS = ["", "", " ", "\n", "\n\n\n  ", "  "]


def made_up(chance: random.Random, depth: int = 0) -> str:
    """Some HTML in which white space stands anywhere."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        kind = chance.random()
        if depth > 3 or kind < 0.3:
            parts.append(
                chance.choice(["word", "two  words", "<br>", "<img alt=a>", "<input>", "a\u00a0b", "<!-- c -->"])
            )
        elif kind < 0.6:
            name = chance.choice(INNER)
            parts.append(f"<{name}>{made_up(chance, depth + 2)}</{name}>")
        else:
            parts.append(block(chance, chance.choice(OUTER), depth))
        parts.append(chance.choice(GAPS))
    return chance.choice(GAPS) + "".join(parts)


def block(chance: random.Random, name: str, depth: int) -> str:
    def inside() -> str:
        return made_up(chance, depth + 1)

    gap = chance.choice(GAPS)
    if name == "ul":
        return f"<ul>{gap}<li>{inside()}</li>{gap}<li>{inside()}</li></ul>"
    if name == "table":
        return f"<table>{gap}<tr><td>{inside()}</td>{gap}<th>{inside()}</th></tr></table>"
    return f"<{name}>{inside() if name not in ('p', 'h2') else made_up(chance, 4)}</{name}>"


def test_nobody_sees_it_on_pages_made_up(writer: Writer, reader: Reader) -> None:
    chance = random.Random(SEED)
    said = []
    for number in range(2 * PAGES):
        page = (
            f"<!doctype html><title>a</title><style>{chance.choice(STYLES)}</style>{made_up(chance)}{made_up(chance)}"
        )
        said.append(nobody_sees_it(writer, reader, page, f"page {number} of seed {SEED}: {page}"))
        if said[-1] == UNSAFE:
            print(page)
    print([(one, said.count(one)) for one in dict.fromkeys(said)])
    assert said.count(DONE) > len(said) / 2
