"""Whether the browser's judgement of `css` blocks is right: for each word one page that is so and one that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.probe import Probe


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe(limit=20)
    yield probe
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ask(qtbot: QtBot, probe: Probe) -> Ask:
    """Ask one page about many effects, and wait for the answers."""

    def ask(css: str, body: str, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        ends: list[Any] = []
        html = f'<!doctype html><html lang=en><head><title>x</title><link rel=stylesheet href="style.css">{body}'
        probe.ask(
            {"index.html": html.encode(), "style.css": css.encode()}, "index.html", questions, ends.append, ends.append
        )
        qtbot.waitUntil(lambda: bool(ends), timeout=60_000)
        assert isinstance(ends[0], list), ends[0]
        return ends[0]

    return ask


def effect(selector: str, name: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"ask": "effect", "selector": selector, "property": name, "value": value, **more}


def during(selector: str, states: str, name: str, value: Any, of: str = "", through: str = "") -> dict[str, Any]:
    state = {"of": of or selector, "through": through or selector, "names": states.split()}
    return effect(selector, name, value, states=[state])


CHANGES = {"changes": True}


def held(ask: Ask, css: str, body: str, questions: list[dict[str, Any]]) -> list[list[bool]]:
    return [[row["holds"] for row in answer["elements"]] for answer in ask(css, body, questions)]


STATES_CSS = """
@import url("nothing.css");
* { outline: none }
@layer reset { a { color: black } }
a, button, label, input { transition: all 9s }
a:hover { color: red; & span { color: tan } &:hover em { color: teal } }
nav a:hover span { font-weight: 700 }
.menu:hover .inside { display: block } .inside { display: none }
button:hover { background-color: navy } button:active { background-color: black; color: white }
button:focus:not(:hover) { border-color: red }
@media (min-width: 1px) { .key:focus-visible { outline: 3px solid gold } }
form:focus-within { background: #eee }
label:hover input { margin: 7px }
[title=":hover"] { color: green } .a\\:hover { color: green }
input:checked + label { color: green } input:disabled { opacity: .4 }
#two:checked ~ .two { display: none } .tab:checked ~ .any { color: red }
option:checked { color: blue }
"""
STATES = """<nav><a href=x>l<span>s</span><em>e</em></a></nav><a>nowhere</a>
<button class=key>k</button><button>b</button><p title=":hover" class="a:hover">p</p>
<div class=menu>m<div class=inside>i</div></div>
<form><label>t<input name=t></label><input type=checkbox id=c><label for=c>c</label></form>
<input type=radio name=r class=tab checked><input type=radio name=r class=tab id=two>
<b class=two>2</b><b class=any>x</b>
<select><option>1<option>2</select>"""


def test_states_are_brought_about_and_taken_back(ask: Ask) -> None:
    questions = [
        (during("nav a", "hover", "color", "red"), [True]),
        (during("nav a span", "hover", "color", "tan", "nav a", "nav a[midweek-here] span"), [True]),
        (during("nav a span", "hover", "font-weight", "bold", "nav a", "nav a[midweek-here] span"), [True]),
        (during("nav a em", "hover", "color", "teal", "nav a", "nav a[midweek-here] em"), [True]),
        (during("nav a", "focus", "color", "red"), [False]),
        (effect("nav a span", "color", "tan"), [False]),
        (during(".menu .inside", "hover", "display", "block", ".menu", ".menu[midweek-here] .inside"), [True]),
        (during("button", "hover", "background-color", CHANGES), [True, True]),
        (during("button", "active", "background-color", "black"), [True, True]),
        (during("button", "active", "color", {"not": CHANGES}), [False, False]),
        (during("button", "focus", "border-top-color", "red"), [True, True]),
        (during("button", "focus hover", "border-top-color", "red"), [False, False]),
        (during("button", "focus-visible", "outline", CHANGES), [True, False]),
        (during("button", "hover", "font-size", CHANGES), [False, False]),
        (during("form", "focus-within", "background-color", "#eee"), [True]),
        (during("label input", "hover", "margin-top", "7px", "label", "label[midweek-here] input"), [True]),
        (during("p", "hover", "color", CHANGES), [False]),
        (during("input + label", "checked", "color", "green", "input", "input[midweek-here] + label"), [True]),
        (during("input", "disabled", "opacity", {"at-most": "0.5"}), [True] * 4),
        (during("input", "checked", "opacity", "1"), [True] * 3),
        (during("#two ~ .two", "checked", "display", "none", "#two", "#two[midweek-here] ~ .two"), [True]),
        (during("option", "checked", "color", "blue"), [True, True]),
        (during("p", "focus", "color", "red"), []),
        (during("a", "focus-visible", "outline-style", "none"), [True]),
        (effect(".two", "display", "none"), [False]),
        (effect("input:disabled", "color", "red"), []),
        (effect(".tab:checked", "opacity", "1"), [True]),
        (effect("nav a", "color", "red"), [False]),
        (effect("[midweek-here], [midweek-hover], [midweek-focus]", "color", "red"), []),
    ]
    assert held(ask, STATES_CSS, STATES, [question for question, _ in questions]) == [wanted for _, wanted in questions]


def test_the_browsers_own_focus_ring_counts_until_it_is_taken_away(ask: Ask) -> None:
    ring = during("a", "focus-visible", "outline", CHANGES)
    for css, holds in [
        ("", True),
        ("@layer page { a { color: red } } a { color: black }", True),
        ("a:focus { outline: none }", False),
        ("* { outline: 0 }", False),
        ("@layer reset { *:focus { outline: none } }", False),
        ("a { outline: none } a:focus { outline: 2px dashed red }", True),
        ("a { outline: none } a:focus { color: red }", False),
        ("a { outline: none } a:focus:not(:focus-visible) { outline: 2px solid red }", False),
    ]:
        assert held(ask, css, "<a href=x>x</a>", [ring]) == [[holds]], css


VALUES_CSS = """
html { font-size: 20px } body { line-height: 1.5; margin: 0; font-family: "Open Sans", georgia, SERIF }
h1 { font-size: 1.5rem; font-weight: bold; color: rgb(10 20 30); margin: 0 auto; width: 50% }
p { max-width: 60rem; padding: 1em 2em; opacity: .8; z-index: 3; transition: color .3s, opacity 1s }
.box { width: 400px; border: 2px solid } .bare { width: 400px } .half { display: block; width: 50% }
.inline { width: 100px; height: 10px } i { color: var(--nowhere) }
:root { --sand: #E8DCC0; --space: 1rem; --say: "Hi" }
.grid { display: grid; grid-template-columns: 1fr 1fr } .tracks { grid-template-columns: 1fr 1fr }
.back { background-image: url(files/x.png) } .flex { display: flex; justify-content: center }
.third { width: calc(100% / 3) } .thin { border-width: 3px }
.big::before { content: "\\2192"; color: red; width: 40px; display: block } .big::after { color: red }
li::marker { color: teal } p::first-line { font-weight: 700 } input::placeholder { opacity: .5 }
@layer base { .strong::after { content: "a" !important } } .strong::after { color: red !important; content: "b" }
"""
VALUES = """<h1>Hi</h1><p>para</p>
<div class=box><b class=half>b</b></div><div class=plain>p</div><div class=bare>b</div>
<span class=inline>inl</span><i>i</i><div class=grid><b>1</b><b>2</b></div><div class=tracks>t</div>
<div class=back>x</div>
<div class=flex>f</div><div class=third>t</div><div class=thin>t</div><div class=big>g</div><div class=none>n</div>
<ul><li>l</ul><input placeholder=x><div class=strong></div><p style="color: red !important; border-top: 5px solid">q</p>
<div style="display: flex"><a>x</a></div><table><tr><td>t</table>"""


@pytest.mark.parametrize(
    ("name", "questions"),
    {
        "bounds": [
            (effect("h1", "font-size", {"at-least": "1.5rem"}), [True]),
            (effect("h1", "font-size", {"at-least": "30px"}), [True]),
            (effect("h1", "font-size", {"at-least": "31px"}), [False]),
            (effect("h1", "font-size", {"at-least": "150%"}), [True]),
            (effect("h1", "font-size", {"at-least": "calc(1em + 1px)"}), [True]),
            (effect("h1", "font-size", {"between": ["20px", "2rem"]}), [True]),
            (effect("h1", "font-size", {"between": ["2rem", "3rem"]}), [False]),
            (effect("h1", "font-weight", {"at-least": "600"}), [True]),
            (effect("h1", "font-weight", {"at-most": "normal"}), [False]),
            (effect("h1", "line-height", {"at-least": "1.5"}), [True]),
            (effect("h1", "line-height", {"between": ["1.6", "2"]}), [False]),
            (effect("h1", "width", {"at-least": "50%"}), [True]),
            (effect("h1", "width", {"at-most": "500px"}), [False]),
            (effect("h1", "width", {"between": ["49vw", "51vw"]}), [True]),
            (effect("p", "opacity", {"at-least": "70%"}), [True, True]),
            (effect("p", "opacity", {"at-most": ".5"}), [False, False]),
            (effect("p", "z-index", {"at-least": "2"}), [True, True]),
            (effect("h1", "z-index", {"at-least": "1"}), [False]),
            (effect("p", "padding", {"at-least": "1rem"}), [True, True]),
            (effect("p", "padding", {"at-least": "2rem"}), [False, False]),
            (effect("p", "max-width", {"at-most": "75rem"}), [True, True]),
            (effect("p", "max-width", {"at-most": "100%"}), [False, False]),
            (effect("h1", "max-width", {"at-most": "75rem"}), [False]),
            (effect("h1", "max-width", {"at-least": "75rem"}), [True]),
            (effect("p", "transition-duration", {"at-most": "1s"}), [True, True]),
            (effect("p", "transition-duration", {"at-most": "500ms"}), [False, False]),
            (effect(".box", "border", {"at-least": "1px"}), [True]),
            (effect(".thin", "border-width", {"at-least": "1px"}), [False]),
            (effect(".flex", "gap", {"at-most": "1px"}), [True]),
            (effect(".inline", "width", {"at-least": "300px"}), [False]),
            (effect(".inline", "height", {"at-least": "12px"}), [True]),
            (effect("h1", "color", {"not": "black"}), [True]),
            (effect("h1", "color", {"not": "#0a141e"}), [False]),
            (effect("h1", "color", {"any-of": ["red", "#0a141e"]}), [True]),
            (effect("h1", "color", {"not": {"any-of": ["red", "blue"]}}), [True]),
            (effect("h1", "font-weight", {"any-of": ["900", {"at-least": "600"}]}), [True]),
        ],
        "declarations": [
            (effect("h1", "font-weight", "700"), [True]),
            (effect("h1", "width", "50%"), [True]),
            (effect(".half", "width", "200px"), [True]),
            (effect(".half", "width", "201px"), [False]),
            (effect("h1", "width", "49%"), [False]),
            (effect("h1", "margin", "0 auto"), [True]),
            (effect("h1", "margin", "0 25%"), [True]),
            (effect("h1", "color", "hsl(210 50% 7.843%)"), [True]),
            (effect("p", "transition", "color 300ms ease 0s, opacity 1s"), [True, True]),
            (effect("p", "transition", "color 1s"), [False, False]),
            (effect("p", "color", "red"), [False, True]),
            (effect("p", "border-top-width", "5px"), [False, True]),
            (effect("body", "font-family", "'open sans', Georgia, serif"), [True]),
            (effect("body", "font-family", "Georgia, serif"), [False]),
            (effect(":root", "--sand", "#e8dcc0"), [True]),
            (effect("h1", "--sand", "rgb(232, 220, 192)"), [True]),
            (effect(":root", "--sand", "#e8dcc1"), [False]),
            (effect(":root", "--space", "20px"), [True]),
            (effect(":root", "--say", "'Hi'"), [True]),
            (effect(":root", "--missing", "red"), [False]),
            (effect(".back", "background-image", "url(files/x.png)"), [True]),
            (effect(".back", "background-image", "url('files/y.png')"), [False]),
            (effect(".grid", "grid-template-columns", "repeat(2, 1fr)"), [True]),
            (effect(".grid", "grid-template-columns", "1fr 2fr"), [False]),
            (effect(".tracks", "grid-template-columns", "repeat(2, 1fr)"), [True]),
            (effect(".third", "width", "33.33%"), [True]),
            (effect(".flex", "justify-content", "center"), [True]),
            (effect(".flex", "display", "flex"), [True]),
            (effect("li", "list-style", "disc"), [True]),
        ],
        "what would change nothing, and is not there": [
            (effect(".inline", "width", "50%"), [False]),
            (effect(".inline", "width", "100px"), [True]),
            (effect("i", "width", "50%"), [False]),
            (effect(".plain", "width", "100%"), [False]),
            (effect(".plain", "margin", "0 auto"), [False]),
            (effect(".plain", "justify-content", "center"), [False]),
            (effect(".plain", "border-width", "2px"), [False]),
            (effect(".thin", "border-width", "3px"), [True]),
            (effect(".thin", "border", "3px solid"), [False]),
            (effect(".plain", "outline-width", "7px"), [False]),
            (effect(".plain", "grid-template-columns", "1fr"), [False]),
            (effect(".plain", "top", "0"), [False]),
            (effect(".plain", "color", "var(--nowhere)"), [False]),
            (effect("i", "color", "red"), [False]),
            (effect(".plain", "color", "black"), [True]),
            (effect("a", "width", "9px"), [False]),
            (effect("td", "width", "100%"), [False]),
            (effect("td", "vertical-align", "middle"), [True]),
        ],
        "pseudo-elements": [
            (effect(".big", "content", "'→'", pseudo="::before"), [True]),
            (effect(".big", "content", "'x'", pseudo="::before"), [False]),
            (effect(".big", "color", "red", pseudo="::before"), [True]),
            (effect(".big", "color", "blue", pseudo="::before"), [False]),
            (effect(".big", "color", {"not": "blue"}, pseudo="::before"), [True]),
            (effect(".big", "width", {"at-least": "40px"}, pseudo="::before"), [True]),
            (effect(".big", "width", "41px", pseudo="::before"), [False]),
            (effect(".big", "color", "red", pseudo="::after"), [False]),
            (effect(".none", "color", "black", pseudo="::before"), [False]),
            (effect("li", "color", "teal", pseudo="::marker"), [True]),
            (effect("li", "color", "red", pseudo="::marker"), [False]),
            (effect("p", "font-weight", "bold", pseudo="::first-line"), [True, True]),
            (effect("input", "opacity", ".5", pseudo="::placeholder"), [True]),
            (effect(".strong", "color", "blue", pseudo="::after"), [False]),
            (effect(".strong", "content", "'b'", pseudo="::after"), [False]),
        ],
    }.items(),
)  # fmt: skip
def test_values_are_judged_as_the_browser_sees_them(
    ask: Ask, name: str, questions: list[tuple[dict[str, Any], list[bool]]]
) -> None:
    found = held(ask, VALUES_CSS, VALUES, [question for question, _ in questions])
    wrong = [
        (q["selector"], q["property"], q["value"], got)
        for (q, want), got in zip(questions, found, strict=True)
        if got != want
    ]
    assert wrong == []


def test_an_effect_is_judged_where_it_is_asked_and_the_page_left_as_it_was(ask: Ask) -> None:
    css = """
    p { color: black } @media (max-width: 600px) { p { color: red } } @media print { p { color: green } }
    @media (prefers-color-scheme: dark) { p { color: white } a:hover { color: gold } }
    @media (prefers-reduced-motion: reduce) { p { transition: none } }
    @media (prefers-reduced-motion: no-preference) { p { transition: color 1s } }
    @media (orientation: portrait) { p { margin: 9px } } :root { color-scheme: light dark }
    b { color: light-dark(red, blue) } @media (min-width: 700px) and (max-width: 900px) { p { color: tan } }
    """
    questions = [
        (effect("p", "color", "black"), [True]),
        (effect("p", "color", "red", at={"width": 600}), [True]),
        (effect("p", "color", "red", at={"width": 601}), [False]),
        (effect("p", "color", "tan", at={"width": 800}), [True]),
        (effect("p", "color", "green", at={"media": "print"}), [True]),
        (effect("p", "color", "white", at={"dark": True}), [True]),
        (effect("p", "color", "white", at={"dark": True, "width": 375}), [True]),
        (during("a", "hover", "color", "gold") | {"at": {"dark": True}}, [True]),
        (during("a", "hover", "color", "gold"), [False]),
        (effect("p", "transition", "none", at={"calm": True}), [True]),
        (effect("p", "transition", "none"), [False]),
        (effect("p", "margin", "9px", at={"orientation": "portrait"}), [True]),
        (effect("p", "margin", "9px", at={"orientation": "portrait", "width": 375}), [True]),
        (effect("p", "margin", "9px", at={"orientation": "landscape", "width": 375}), [False]),
        (effect("b", "color", "blue", at={"dark": True}), [True]),
        (effect("b", "color", "red"), [True]),
        (effect("p", "color", "black"), [True]),
    ]
    body = "<p>p</p><a href=x>a</a><b>b</b>"
    assert held(ask, css, body, [question for question, _ in questions]) == [wanted for _, wanted in questions]


LAYOUT_CSS = """
body { margin: 0; font: 16px/1 monospace } .row { display: flex; gap: 8px } .row b { width: 50px }
.column { display: flex; flex-direction: column; gap: 1rem } .wrap { display: flex; flex-wrap: wrap; gap: 5px 10px }
.wrap b { width: 400px } .end { display: flex; align-items: end } .end b:first-child { height: 90px }
.over b { position: absolute; left: 0; width: 30px } .over b + b { left: 10px } .gone { display: none }
.wide { width: 1500px } .cut { width: 100px; overflow: hidden } .cut b { display: inline-block; width: 300px }
.back { display: flex; flex-direction: row-reverse } @media (max-width: 600px) { .row { flex-direction: column } }
"""
LAYOUT = """<div class=row><b>1</b><b>2</b><b class=gone>x</b><b>3</b></div>
<div class=column><b>1</b><b>2</b><b>3</b></div><div class=wrap><b>1</b><b>2</b><b>3</b></div>
<div class=end><b>1</b><b>2</b></div><div class=over><b>1</b><b>2</b></div><div class=back><b>1</b><b>2</b></div>
<p class=cut><b>x</b></p><p class=one>x</p>"""


def test_how_elements_lie(ask: Ask) -> None:
    row, column, wrap = ".row b:not(.gone)", ".column b", ".wrap b"
    questions = [
        (effect(row, "--row", "yes"), [True] * 3),
        (effect(".row b", "--row", "yes"), [True] * 3),
        (effect(row, "--row", "no"), [True, False, True]),
        (effect(row, "--column", "yes"), [True, False, True]),
        (effect(row, "--column", "no"), [True] * 3),
        (effect(row, "--row", "yes", at={"width": 600}), [True, False, True]),
        (effect(row, "--column", "yes", at={"width": 600}), [True] * 3),
        (effect(column, "--column", "yes"), [True] * 3),
        (effect(column, "--row", "yes"), [True, False, True]),
        (effect(column, "--gap", "16px"), [True] * 3),
        (effect(column, "--gap", "1rem"), [True] * 3),
        (effect(row, "--gap", {"at-least": "0.5em"}), [True] * 3),
        (effect(row, "--gap", {"at-least": "9px"}), [True, False, False]),
        (effect(row, "--gap", {"between": ["4px", "8px"]}), [True] * 3),
        (effect(row, "--gap", {"not": {"any-of": ["0px", "8px"]}}), [True, False, False]),
        (effect(wrap, "--gap", {"at-least": "5px"}), [True] * 3),
        (effect(wrap, "--gap", {"at-least": "6px"}), [True, True, False]),
        (effect(wrap, "--row", "yes"), [True, True, False]),
        (effect(".end b", "--row", "yes"), [True, True]),
        (effect(".back b", "--row", "yes"), [True, True]),
        (effect(".over b", "--row", "yes"), [True, False]),
        (effect(".over b", "--gap", {"at-least": "0"}), [True, False]),
        (effect(".one", "--row", "yes"), [False]),
        (effect(".one", "--row", "no"), [True]),
        (effect(".one", "--gap", "0"), [False]),
        (effect(".none", "--row", "yes"), []),
        (effect(".row, .one", "--inside-viewport", "yes"), [True, True]),
        (effect(".gone", "--inside-viewport", "yes"), [False]),
        (effect(".cut", "--overflows", "yes"), [True]),
        (effect(".cut", "--overflows", "no"), [False]),
        (effect(".row", "--overflows", "no"), [True]),
        (effect("body", "--overflows", "no"), [True]),
    ]
    assert held(ask, LAYOUT_CSS, LAYOUT, [question for question, _ in questions]) == [want for _, want in questions]
    wide = LAYOUT + "<div class=wide>w</div>"
    questions = [
        (effect("body", "--overflows", "yes"), [True]),
        (effect("html", "--overflows", "no"), [False]),
        (effect("body", "--overflows", "no", at={"width": 2000}), [True]),
        (effect(".wide", "--inside-viewport", "yes"), [False]),
        (effect(".wide", "--inside-viewport", "no"), [True]),
        (effect(".one", "--inside-viewport", "yes"), [True]),
    ]
    assert held(ask, LAYOUT_CSS, wide, [question for question, _ in questions]) == [want for _, want in questions]
    (answer,) = ask(LAYOUT_CSS, wide, [effect(".wide", "--inside-viewport", "yes")])
    assert (answer["elements"][0]["found"], answer["elements"][0]["why"]) == ("476px", "out")
