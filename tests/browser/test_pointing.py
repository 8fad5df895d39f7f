"""Pointing at one side shows the other: outlines over the page for the cursor, lines in the text for a click."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.outlines import BLUE
from app.browser.pointing import Click, Pointed, Styled, Styling
from app.browser.preview import Preview
from app.page.html import parse_html

HEAD = "<!doctype html>\n<html lang=en>\n<head>\n<title>t</title>{}\n</head>\n<body>\n"
SAMPLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "pages").glob("*"))}
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Visitor:
    """Shows a page, puts the cursor where `|` stands, clicks, and compares what is outlined with what the page has."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.preview = Preview()
        self.preview.resize(640, 480)
        self.preview.show()
        self.pointer, self.outlines = self.preview.pointer, self.preview.pointer.outlines
        self.html = ""
        self.sheets: dict[str, str] = {}
        self.pointed: list[Pointed] = []
        self.clicks: list[tuple[bool, QPoint]] = []
        self.pointer.pointed.connect(self.pointed.append)
        self.pointer.clicked.connect(lambda menu, at: self.clicks.append((menu, at)))

    def show(self, html: str, **sheets: str) -> None:
        self.html, self.sheets = html, {name.replace("_", "."): css for name, css in sheets.items()}
        served: Mapping[str, bytes] = {name: css.encode() for name, css in self.sheets.items()}
        with self.qtbot.waitSignal(self.preview.painted, timeout=20_000):
            self.preview.show_page({**served, "index.html": html.encode()}, "index.html")

    def point(self, marked: str, *, reveal: bool = False) -> Pointed:
        """Point at the place of `|` in a text that is the page's, but for the mark."""
        html, line, column = place_of(marked)
        return self._asked(lambda: self.pointer.point_at_element(html, line, column, reveal=reveal))

    def point_in(self, sheet: str, marked: str) -> Pointed:
        css, line, column = place_of(marked)
        return self._asked(lambda: self.pointer.point_at_rule(sheet, css, line, column))

    def _asked(self, ask: Callable[[], None]) -> Pointed:
        with self.qtbot.waitSignal(self.pointer.pointed, timeout=10_000):
            ask()
        return self.pointed[-1]

    def run(self, script: str) -> Any:
        answers: list[Any] = []
        self.preview.view.page().runJavaScript(f"JSON.stringify({script})", WORLD.value, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0]) if answers[0] else None

    def rects(self, selector: str) -> list[list[float]]:
        return self.run(
            f"[...document.querySelectorAll({json.dumps(selector)})].flatMap((e) => [...e.getClientRects()])"
            ".map(({left, top, width, height}) => [left, top, width, height].map((n) => Math.round(n * 100) / 100))"
        )

    def outlined(self, selector: str) -> bool:
        return [list(box) for box in self.outlines.boxes] == self.rects(selector)

    def until_outlined(self, selector: str) -> None:
        self.qtbot.waitUntil(lambda: self.outlined(selector), timeout=10_000)

    def click(self, selector: str, button: Qt.MouseButton = LEFT, *, right: int = 1) -> Click | None:
        """Click `right` pixels into the first box of an element, and say where that leads."""
        left, top, _, height = self.rects(selector)[0]
        zoom = self.preview.view.zoomFactor()
        at = QPoint(round((left + right) * zoom), round((top + height / 2) * zoom))
        seen = len(self.clicks)
        QTest.mouseClick(self.preview.view.focusProxy(), button, Qt.KeyboardModifier.NoModifier, at)
        self.qtbot.waitUntil(lambda: len(self.clicks) > seen, timeout=10_000)
        return self.found()

    def found(self) -> Click | None:
        found: list[Click | None] = []
        self.pointer.find_click(self.html, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def rest(self, click: Click | None) -> str:
        """What stands in the HTML from where a click leads."""
        assert click is not None
        return self.html.split("\n")[click.line - 1][click.column - 1 :]

    def styled(self) -> Styled | None:
        found: list[Styled | None] = []
        self.pointer.find_rules(self.html, self.sheets, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def colour(self, x: float, y: float) -> str:
        return self.preview.grab().toImage().pixelColor(round(x), round(y)).name()


def place_of(marked: str) -> tuple[str, int, int]:
    before, _, after = marked.partition("|")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture
def visitor(qtbot: QtBot, browser: None) -> Any:
    visitor = Visitor(qtbot)
    yield visitor
    visitor.preview.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# From the text to the page

PLACES = {
    "in a start tag": ("<h1 cla|ss=a>One</h1><p>Two</p>", "h1"),
    "in a tag's name": ("<p>a</p><h|1>One</h1>", "h1"),
    "before a tag": ("<p>a</p>\n  |<h1>One</h1>", "h1"),
    "in the indentation before a tag": ("<p>a</p>\n | <h1>One</h1>", "h1"),
    "in the words": ("<h1>O|ne</h1>", "h1"),
    "behind the words": ("<h1>One|</h1>", "h1"),
    "in an end tag": ("<h1>One</h|1><p>a</p>", "h1"),
    "behind an end tag": ("<h1>One</h1>|\n<p>a</p>", "h1"),
    "at the end of a line behind a tag": ("<ul> |\n<li>a</li></ul>", "ul"),
    "between two lines of a list": ("<ul>\n<li>a</li>\n|\n<li>b</li></ul>", "ul"),
    "words behind an inline element": ("<p>a <b>b</b>| c</p>", "p"),
    "in an attribute's value": ("<p>a<img alt='a > |b' width=40 height=30></p>", "img"),
    "behind an empty element": ("<p>a</p><img alt=a width=40 height=30>|\n", "img"),
    "over several lines": ("<p>a</p><img alt=a\n  width=40\n  height=30|>\n", "img"),
    "in a comment": ("<section><p>a</p><!-- b| --></section>", "section"),
    "in an entity": ("<p>a</p><p id=x>Tea &am|p; cake</p>", "#x"),
    "an end tag of another element": ("<ul id=x><li>a</u|l><p>b</p>", "#x"),
    "an end tag that closes nothing": ("<section>a</b|></section>", "section"),
    "no end tag": ("<ul><li>a<li id=x>b|\n<li>c</ul>", "#x"),
    "an implied element": ("<table><tr><td id=x>a|</table>", "#x"),
    "in a table, between the rows": ("<table id=x><tr><td>a</td></tr>\n|\n<tr><td>b</table>", "#x tbody"),
    "words that a table moves out": ("<section>a<table><tr>wo|rds<td>b</table></section>", "section"),
    "a tag typed twice": ("<body id=x><p>a</p><body cla|ss=y>", "body"),
    "one tag of which two elements are made": ("<b>a<|p>b</b>c</p>", "p"),
    "in svg": ("<svg width=90 height=90><title>a</title><rec|t width=50 height=40 /></svg>", "rect"),
    "in a text area": ("<p>a</p><textarea>b <p>|</textarea>", "textarea"),
    "half a tag at the end": ("<section><p>a</p></section><p cla|", "body"),
    "words before the end tag of another element": ("<table><tr><td id=x>a|</table>", "#x"),
    "between two on one line": ("<p><b>a</b>| <i>c</i></p>", "b"),
    "in a template": ("<p>a</p><template><p>b|</p></template>", ""),
    "behind emoji": ("<p>😀😀 a</p><p>👩‍💻</p><i>b|</i><b>c</b>", "i"),
    "beside a mark of our own": ("<p>a\ufdd0 b</p><i>c|</i>", "i"),
    "a child of the body": ("<p>a</p>\n\n|\n\n<p>b</p>", "body"),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_element_that_the_cursor_is_in_is_outlined(visitor: Visitor, name: str) -> None:
    marked, selector = PLACES[name]
    visitor.show(marked.replace("|", "", 1))
    pointed = visitor.point(marked)
    if selector:
        assert (pointed.kind, pointed.seen) == ("element", True)
        assert visitor.rects(selector)
        assert visitor.outlined(selector), visitor.outlines.boxes
        assert pointed.tag == visitor.run(f"document.querySelector('{selector}').localName")
    else:
        assert visitor.outlines.boxes == ()


def test_the_outline_is_blue_around_the_element_and_has_its_name(visitor: Visitor) -> None:
    body = "<p style='margin: 60px 50px; width: 300px; height: 80px; color: white'>a|</p>"
    visitor.show(body.replace("|", ""))
    visitor.point(body)
    left, top, width, height = visitor.rects("p")[0]
    middle = top + height / 2
    for x, y in [(left - 4, middle), (left + width + 3, middle), (left + width / 2, top + height + 3)]:
        visitor.qtbot.waitUntil(lambda x=x, y=y: visitor.colour(x, y) == BLUE.name(), timeout=5000)
    assert visitor.colour(left + width / 2, middle) == "#ffffff"
    assert visitor.colour(left - 12, middle) == "#ffffff"
    assert visitor.colour(left - 3, top - 12) == BLUE.name()  # the label over it
    assert visitor.outlines.label == "p"
    visitor.outlines.set_quiet(True)
    assert visitor.colour(left - 4, middle) not in (BLUE.name(), "#ffffff")
    assert visitor.colour(left - 3, top - 12) == "#ffffff"
    visitor.outlines.set_on(False)
    assert visitor.colour(left - 4, middle) == "#ffffff"


def test_nothing_of_it_is_in_the_page(visitor: Visitor) -> None:
    page = HEAD.format("<style>body > :last-child { color: red }</style>") + "<p>a</p><h1>One</h1>"
    visitor.show(page)
    look = (
        "[document.documentElement.outerHTML, document.adoptedStyleSheets.length, scrollX, scrollY,"
        "[...document.querySelectorAll('*')].map((e) => JSON.stringify([...getComputedStyle(e)].map((name) =>"
        "getComputedStyle(e).getPropertyValue(name)))).join()]"
    )
    before = visitor.run(look)
    visitor.point(page.replace("One", "O|ne"))
    visitor.until_outlined("h1")
    assert visitor.run(look) == before


def test_words_over_several_lines_have_a_box_for_each(visitor: Visitor) -> None:
    html = "<p style='width: 200px'>Some words and <b>a long run of strong| words over lines</b> here"
    visitor.show(html.replace("|", ""))
    visitor.point(html)
    assert len(visitor.outlines.boxes) > 2
    assert visitor.outlined("b")


def test_what_stands_in_the_head_is_not_outlined(visitor: Visitor) -> None:
    page = HEAD.format("") + "<p>a"
    visitor.show(page)
    assert visitor.point(page.replace("<title>", "<title>|")) == Pointed("element", "title", seen=False, head=True)
    assert visitor.point(page.replace("<!doctype", "<!do|ctype")).kind == "nothing"
    assert visitor.outlines.boxes == ()


MOVES = {
    "scrolling": "scrollTo(0, 120)",
    "scrolling inside": "document.querySelector('section').scrollTo(0, 15)",
    "opening details": "document.querySelector('details').open = true",
    "a form that grows": "document.querySelector('div').style.height = '90px'",
    "animation": "document.querySelector('div').animate({ height: ['9px', '70px'] }, { duration: 99, fill: 'both' })",
}


@pytest.mark.parametrize("name", MOVES)
def test_the_outline_goes_with_the_element(visitor: Visitor, name: str) -> None:
    html = (
        "<details><summary>s</summary>more<br>more</details><div></div>"
        "<section style='height: 90px; overflow: auto'><p>a</p><p id=x>b|</p><p>c<p>d</section>"
        "<p style='height: 3000px'>"
    )
    visitor.show(html.replace("|", ""))
    visitor.point(html)
    before = visitor.outlines.boxes
    visitor.run(f"({MOVES[name]}, 1)")
    visitor.qtbot.waitUntil(lambda: visitor.outlines.boxes != before, timeout=5000)
    visitor.until_outlined("#x")


def test_the_outline_goes_with_zoom_and_width(visitor: Visitor) -> None:
    html = "<style>body { margin: 30px 60px }</style><p>a|</p>"
    visitor.show(html.replace("|", ""))
    visitor.point(html)
    for change in (lambda: visitor.preview.set_zoom(200), lambda: visitor.preview.resize(500, 400)):
        before = visitor.outlines.boxes
        change()
        visitor.qtbot.waitUntil(lambda before=before: visitor.outlines.boxes != before, timeout=5000)
        visitor.until_outlined("p")
    left, top, _, height = (2 * side for side in visitor.rects("p")[0])
    assert left == 120
    visitor.qtbot.waitUntil(lambda: visitor.colour(left - 4, top + height / 2) == BLUE.name(), timeout=5000)


def test_what_a_box_cuts_off_is_not_outlined(visitor: Visitor) -> None:
    html = "<section style='height: 60px; overflow: hidden'><p style='margin: 0; height: 500px'>a|</p></section>"
    visitor.show(html.replace("|", ""))
    visitor.point(html)
    assert [box[3] for box in visitor.outlines.boxes] == [60]


def test_the_page_scrolls_to_another_element_that_is_far_away_and_only_then(visitor: Visitor) -> None:
    html = "<h1>One</h1><p style='height: 3000px'>a</p><h2>Two</h2><p style='height: 900px'>b</p>"
    visitor.show(html)
    visitor.point(html.replace("Two", "T|wo"))  # it was typed there: nothing moves
    assert visitor.run("scrollY") == 0
    visitor.point(html.replace("One", "O|ne"), reveal=True)
    visitor.point(html.replace("Two", "Tw|o"), reveal=True)
    visitor.qtbot.waitUntil(lambda: visitor.run("scrollY") > 2000, timeout=10_000)
    visitor.until_outlined("h2")
    visitor.qtbot.wait(300)
    visitor.run(
        "(scrollTo({ top: 0, behavior: 'instant' }), 1)"
    )  # somebody scrolls away, and moves on in the same element
    visitor.point(html.replace("Two", "Two|"), reveal=True)
    visitor.qtbot.wait(300)
    assert visitor.run("scrollY") == 0


def test_the_outline_stays_through_patches_and_comes_back_after_loads_and_deaths(visitor: Visitor) -> None:
    page = HEAD.format("") + "<h1>One</h1>\n<p>a</p>"
    visitor.show(page)
    visitor.point(page.replace("a</p>", "a|</p>"))
    longer = page.replace("<h1>One</h1>", "<h1>One</h1><h2>More</h2>")
    visitor.show(longer)  # patched: it goes along without being asked
    visitor.until_outlined("p")
    visitor.show(longer.replace("<!doctype html>", ""))  # loaded afresh
    assert visitor.point(longer.replace("<!doctype html>", "").replace("a</p>", "a|</p>")).tag == "p"
    visitor.until_outlined("p")
    visitor.preview.view.kill_renderer()
    visitor.qtbot.waitUntil(lambda: visitor.outlines.boxes == (), timeout=10_000)
    visitor.show(page)
    assert visitor.point(page.replace("a</p>", "a|</p>")).tag == "p"
    visitor.until_outlined("p")


def test_a_half_typed_page_that_is_held_is_pointed_at_as_it_stands(visitor: Visitor) -> None:
    page = "<!doctype html>\n<body>\n<p>a</p>\n<h1>One</h1>\n"
    visitor.show(page)
    half = page.replace("<body>", "<body>\n<!-- ")
    with visitor.qtbot.waitSignal(visitor.preview.held, timeout=10_000):
        visitor.preview.show_page({"index.html": half.encode()}, "index.html")
    assert visitor.point(half.replace("One", "O|ne")).tag == "h1"
    assert visitor.outlined("h1")


# From a rule to the page

SHEET = """h1, .big b {
  color: red;
}
@media print { p { color: black } }
@media (min-width: 1px) {
  p::first-line { color: teal }
}
a:hover, a:focus { color: blue }
.big {
  & i { color: green }
  > b { color: green; &:hover { color: red } }
}
/* p { } */ [title="}{"] { content: "p { }" }
td { color: red }
a:not(:hover) { color: red }
:where(p:hover) { color: red }
h1[ { color: red }
"""
PAGE = (
    HEAD.format('<link rel="stylesheet" href="style.css">')
    + '<h1>One</h1>\n<p class=big>a <b>b</b> <i>c</i> <b title="}{">d</b></p>\n<p>e <a href=/x>f</a></p>'
)
RULES: dict[str, tuple[str, int, str]] = {  # where the cursor is: what is outlined, how many, more
    "h|1, .big b": ("h1", 1, ""),
    "h1, .big| b": (".big b", 2, ""),
    "  color: r|ed": ("h1, .big b", 3, ""),
    "@media print { |p": ("p", 2, "print"),
    "p::fir|st": ("p", 2, ""),
    "a:ho|ver": ("a", 1, "hover"),
    "a:hover, a:fo|cus": ("a", 1, "focus"),
    "{ color: |blue": ("a", 1, "hover focus"),
    "& |i": (".big i", 1, ""),
    "> |b": (".big > b", 2, ""),
    "&:ho|ver": (".big > b", 2, "hover"),
    '[tit|le="}{"]': ("[title]", 1, ""),
    'content: "p {| }"': ("[title]", 1, ""),
    "t|d {": ("td", 0, ""),
    "a:n|ot": ("a", 1, ""),
    ":whe|re": ("p", 2, "hover"),
}


def test_everything_that_a_rule_matches_is_outlined_and_counted(visitor: Visitor) -> None:
    visitor.show(PAGE, style_css=SHEET)
    for spot, (selector, count, more) in RULES.items():
        pointed = visitor.point_in("style.css", SHEET.replace(spot.replace("|", ""), spot, 1))
        said = (pointed.kind, pointed.count, " ".join(pointed.states) or pointed.media)
        assert said == ("rule", count, more), spot
        assert sorted(map(list, visitor.outlines.boxes)) == sorted(visitor.rects(selector)), spot
    for spot in ("h1[| {", "@media |print", "/* p {| } */"):
        assert visitor.point_in("style.css", SHEET.replace(spot.replace("|", ""), spot, 1)).kind == "nothing", spot
        assert visitor.outlines.boxes == ()


def test_a_rule_in_a_style_element_and_one_of_a_sheet_that_nobody_uses(visitor: Visitor) -> None:
    page = HEAD.format("<style>\np { color: red }\n</style>") + "<p>a</p><p>b</p>"
    visitor.show(page, style_css=SHEET)
    assert visitor.point(page.replace("color", "col|or")).count == 2
    assert visitor.outlined("p")
    assert visitor.point_in("style.css", "h|1 {}").kind == "unused"
    assert visitor.outlines.boxes == ()


# From the page to the text

LINKS = (
    "<!doctype html>\n<body>\n<h1>Main <i>word</i></h1>\n<p>Tea <a href='/x'>link</a> <a href='#y'>y</a></p>\n"
    "<form><label for=n>Name</label> <input id=n value=a> <input type=checkbox id=c></form>\n"
    "<table><tr><td>cell</table>\n<ul>\n<li>One<li><img alt='' width=60 height=40></ul>\n"
    "<details><summary>s</summary>d</details>"
)
CLICKS = {
    "h1": "Main <i>",
    "i": "word</i>",
    "td": "cell",
    "li:first-child": "One<li>",
    "img": "<img alt",
    "p > :first-child": "link</a>",
    "#n": "<input id=n",
    "#c": "<input type",
    "summary": "s</summary>",
}


def test_a_click_leads_to_what_was_clicked_and_nowhere_else(visitor: Visitor) -> None:
    visitor.show(LINKS)
    loads: list[bool] = []
    visitor.preview.view.loadFinished.connect(loads.append)
    for selector, rest in CLICKS.items():
        assert visitor.rest(visitor.click(selector)).startswith(rest), selector
        assert visitor.outlined(selector), selector
    assert visitor.run("[c.checked, document.querySelector('details').open]") == [True, True]
    assert visitor.run("location.pathname").endswith("/index.html")
    assert not loads


def test_a_click_on_a_word_leads_to_its_letter(visitor: Visitor) -> None:
    visitor.show("<p style='font: 20px monospace'>😀 Tea &amp; c&#97;ke &lt;3 here</p>")
    for letter, rest in [("c", "c&#97;ke"), ("k", "ke &lt;3"), ("3", "3 here"), ("h", "here")]:
        left = visitor.run(
            f"((t, r, at) => (r.setStart(t, at), r.setEnd(t, at + 1), r.getBoundingClientRect().left))"
            f"(t = document.querySelector('p').firstChild, document.createRange(), t.data.indexOf('{letter}'))"
        )
        assert visitor.rest(visitor.click("p", right=round(left - 8 + 2))).startswith(rest), letter


def test_who_clicks_on_something_to_be_used_goes_on_using_it(visitor: Visitor) -> None:
    visitor.show(LINKS)
    for selector, control in [("#n", True), ("label", True), ("h1", False), ("a", False), ("summary", False)]:
        seen = len(visitor.clicks)
        click = visitor.click(selector)
        assert click is not None
        assert click.control is control, selector
        assert len(visitor.clicks) == seen + 1  # the click that a label makes on its field is nobody's


def test_a_click_while_the_text_is_ahead_of_the_page_leads_to_the_right_line(visitor: Visitor) -> None:
    visitor.show("<h1>One</h1>\n<p>a</p>")
    visitor.html = "<h1>One and more</h1>\n\n\n<p>a</p>"
    assert visitor.rest(visitor.click("p")).startswith("a</p>")


def test_the_other_button_asks_for_a_menu(visitor: Visitor) -> None:
    visitor.show(LINKS)
    assert visitor.click("i", RIGHT) == Click("i", 3, 13, control=False)
    assert visitor.clicks[-1][0]


def test_the_rules_that_style_an_element(visitor: Visitor) -> None:
    page = PAGE.replace("</head>", "<style>\ni, p { margin: 0 }</style>\n</head>").replace(
        "<p class", "<p style='top: 0' class"
    )
    visitor.show(page, style_css='@import "more.css";\n' + SHEET, more_css=".big { color: red }")
    visitor.point(page.replace("a <b>", "a| <b>"))
    styled = visitor.styled()
    assert styled is not None
    assert (styled.tag, visitor.html.split("\n")[styled.line - 1][styled.column - 1 :][:9]) == ("p", "<p style=")
    assert styled.rules == (
        Styling("more.css", 1, 1, ".big", ".big"),
        Styling("style.css", 7, 3, "p::first-line", "p::first-line"),
        Styling("style.css", 10, 1, ".big", ".big"),
        Styling("style.css", 17, 1, ":where(p:hover)", ":where(p:hover)"),
        Styling("", 6, 4, "p", "p"),
        Styling("", 10, 1, "style", ""),
    )
    visitor.point_in("style.css", "t|d {}")
    assert visitor.styled() is None


# The two readers agree


@pytest.mark.parametrize("name", SAMPLES)
def test_every_element_of_a_page_is_found_where_its_tag_stands_and_back(visitor: Visitor, name: str) -> None:
    """The places that the page's browser finds are those that html5lib reads, for every element that was typed."""
    text = SAMPLES[name]
    visitor.show(text)
    typed = [element for element in parse_html(text).elements if element.start]
    elements = f"[...document.querySelectorAll('*')].filter((_, i) => {[e.order for e in typed]}.includes(i))"
    units = [len(text[: element.start.start].encode("utf-16-le")) // 2 for element in typed if element.start]
    assert len(units) > 15
    assert visitor.run(f"{elements}.map(midweek.places.of)") == units
    back = f"{elements}.filter((one) => !midweek.places.at(midweek.places.of(one) + 1).elements.includes(one)).length"
    assert visitor.run(back) == 0


# What nobody can trust


def test_a_page_without_end_is_outlined_in_part_and_quickly(visitor: Visitor) -> None:
    page = HEAD.format("") + "<p>a</p>\n" * 5000
    visitor.show(page.replace("</title>", "</title><style>* { top: 0 }</style>"))
    pointed = visitor.point(page.replace("</title>", "</title><style>* { top: |0 }</style>"))
    assert pointed.count > 5000
    assert 0 < len(visitor.outlines.boxes) <= 500
    deep = "<div>" * 400 + "a|"
    visitor.show(deep.replace("|", ""))
    assert visitor.point(deep).tag == "div"
    huge = "p" + ":is(p" * 3000 + "|"
    visitor.show(PAGE, style_css=huge.replace("|", "") + "{}")
    assert visitor.point_in("style.css", huge + "{ color: red }").kind in ("rule", "nothing")
    assert visitor.point_in("style.css", "p," * 50_000 + "p| { }").kind == "rule"


@pytest.mark.parametrize(
    "value", [None, 3, "x", [], {"is": "element"}, {"is": "rule", "count": True}, {"is": "element", "tag": 3}]
)
def test_an_answer_of_another_form_points_at_nothing(visitor: Visitor, value: object) -> None:
    visitor.pointer._on_pointed(0, value)
    assert visitor.pointed == [Pointed("nothing")]


def test_boxes_without_sense_are_let_go(visitor: Visitor) -> None:
    good = [1, 2, 3.5, 4]
    for wrong in ([1, 2], [1, 2, 3, None], [float("nan"), 1, 1, 1], [1e9, 0, 1, 1], "1234", {}):
        visitor.preview.view._page.asking.told.emit("boxes", [wrong, good])
        assert visitor.outlines.boxes == ((1, 2, 3.5, 4),)
    visitor.preview.view._page.asking.told.emit("boxes", [good] * 9000)
    assert len(visitor.outlines.boxes) == 500
    for value in (None, 3, {}):
        visitor.preview.view._page.asking.told.emit("clicked", value)
        visitor.preview.view._page.asking.told.emit("boxes", value)
    assert visitor.clicks == []
