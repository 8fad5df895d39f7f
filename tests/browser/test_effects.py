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
