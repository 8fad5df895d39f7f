"""What the probe answers about a page as it is rendered; and that every inquiry ends, once, whatever the page does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hostile.corpus import DEADLY
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.probe import DIED, NO_ANSWER, TOO_LONG, Probe

PAGE = """<!doctype html><html lang=en><head><title>x</title><link rel=stylesheet href=style.css>
<style>h1 { margin: 0 auto; transition: color 9s } p { font-size: 1em; width: 50vw; animation: a 9s infinite }
@keyframes a { to { color: red } }
@media (max-width: 400px) { h1 { text-align: center } }
@media screen and (min-width: 1px) { h1 { font-weight: 100 } }
@media print { nav { display: none } } @media (prefers-color-scheme: dark) { body { background: black } }</style>
</head><body><nav>n</nav><main><h1>Hi</h1><p>one<p style="color: #999 !important">two</main></body></html>"""
STYLE = "h1 { color: #006400 } @media print { h1 { color: black } }"


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe(limit=20)
    yield probe
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Ask = Callable[..., Any]


@pytest.fixture
def ask(qtbot: QtBot, probe: Probe) -> Ask:
    """Ask one page some questions, and wait for the one ending: a list of answers or a sentence."""

    def ask(*questions: dict[str, Any], html: str = PAGE, by: Probe = probe) -> Any:
        ends: list[Any] = []
        by.ask(
            {"index.html": html.encode(), "style.css": STYLE.encode()},
            "index.html",
            questions,
            ends.append,
            ends.append,
        )
        assert ends == []
        qtbot.waitUntil(lambda: bool(ends), timeout=60_000)
        qtbot.wait(20)
        assert len(ends) == 1
        return ends[0]

    return ask


def effect(selector: str, declaration: str, **at: Any) -> dict[str, Any]:
    name, _, value = declaration.partition(":")
    question = {"ask": "effect", "selector": selector, "property": name.strip(), "value": value.strip()}
    return question | ({"at": at} if at else {})


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        (effect("h1", "color: darkgreen"), [True]),
        (effect("h1", "color: rgb(0 100 0)"), [True]),
        (effect("h1", "color: green"), [False]),
        (effect("h1", "margin: 0 auto"), [True]),
        (effect("h1", "margin: 0"), [True]),
        (effect("h1", "margin-top: 1px"), [False]),
        (effect("p", "font-size: 16px"), [True, True]),
        (effect("p", "width: 512px"), [True, True]),
        (effect("p", "color: black"), [True, False]),
        (effect("h1", "text-align: center"), [False]),
        (effect("h1", "text-align: center", width=375), [True]),
        (effect("h1", "font-weight: 100"), [True]),
        (effect("h1", "font-weight: bold", media="print"), [True]),
        (effect("h1", "color: black", media="print"), [True]),
        (effect("nav", "display: none", media="print"), [True]),
        (effect("nav", "display: none"), [False]),
        (effect("body", "background: black", dark=True), [True]),
        (effect("body", "background: black"), [False]),
        (effect("h1", "--no: 1"), [False]),
        (effect("h7", "color: red"), []),
    ],
    ids=lambda value: str(value) if isinstance(value, list) else " ".join(map(str, value.values())),
)
def test_an_effect_holds_when_applying_it_changes_nothing(
    ask: Ask, question: dict[str, Any], holds: list[bool]
) -> None:
    (answer,) = ask(question)
    assert [element["holds"] for element in answer["elements"]] == holds


def test_elements_are_told_by_their_order_and_by_what_was_found(ask: Ask) -> None:
    (answer,) = ask(effect("h1, p", "color: red"))
    assert answer["elements"] == [
        {"order": 8, "tag": "h1", "holds": False, "found": "rgb(0, 100, 0)", "part": "color"},
        {"order": 9, "tag": "p", "holds": False, "found": "rgb(0, 0, 0)", "part": "color"},
        {"order": 10, "tag": "p", "holds": False, "found": "rgb(153, 153, 153)", "part": "color"},
    ]


@pytest.mark.parametrize(
    ("question", "error"),
    [
        (effect("h1[", "color: red"), "selector"),
        (effect("h1", "colour: red"), "property"),
        (effect("h1", "color: reddish"), "value"),
    ],
)
def test_what_the_browser_does_not_know_is_said(ask: Ask, question: dict[str, Any], error: str) -> None:
    assert ask(question) == [{"error": error}]


def test_answers_come_in_the_order_of_the_questions_whatever_the_order_of_asking(ask: Ask) -> None:
    questions = [
        {"ask": "audit", "rules": ["document-title"]},
        effect("h1", "color: black", media="print"),
        effect("h1", "color: darkgreen", width=375),
        effect("h1", "color: darkgreen"),
        effect("body", "background: black", dark=True),
        effect("h1", "color: darkgreen", width=1024),
    ]
    audit, *effects = ask(*questions)
    assert audit == {"violations": []}
    assert [answer["elements"][0]["holds"] for answer in effects] == [True] * 5


def test_axe_finds_pale_words_and_pictures_without_text(ask: Ask) -> None:
    html = "<!doctype html><html><body><main><h1>x</h1><img src=a.png><p style='color:#999'>pale</p><a href=x></a>"
    (answer,) = ask({"ask": "audit", "rules": ["color-contrast", "image-alt", "html-has-lang", "link-name"]}, html=html)
    found = {(violation["rule"], violation["order"]) for violation in answer["violations"]}
    assert found == {("html-has-lang", 0), ("image-alt", 5), ("color-contrast", 6), ("link-name", 7)}
    (pale,) = [violation["data"][0] for violation in answer["violations"] if violation["rule"] == "color-contrast"]
    assert (pale["fgColor"], pale["bgColor"], pale["contrastRatio"]) == ("#999999", "#ffffff", 2.84)


def test_a_rule_that_axe_does_not_have_is_an_error(ask: Ask) -> None:
    assert ask({"ask": "audit", "rules": ["image-alt", "no-such-rule"]}) == [{"error": "rule"}]


def test_every_wcag_rule_can_be_asked(ask: Ask) -> None:
    """None may be skipped because something of the browser is switched off."""
    rules = """area-alt aria-allowed-attr aria-hidden-body autocomplete-valid avoid-inline-spacing button-name
        color-contrast document-title duplicate-id-aria form-field-multiple-labels html-has-lang html-lang-valid
        image-alt label link-in-text-block link-name list listitem meta-refresh meta-viewport nested-interactive
        object-alt scrollable-region-focusable select-name svg-img-alt target-size td-headers-attr
        th-has-data-cells valid-lang"""
    (answer,) = ask({"ask": "audit", "rules": rules.split()})
    assert {violation["rule"] for violation in answer["violations"]} == {"color-contrast"}


def test_a_page_that_asks_for_the_print_is_as_it_was_afterwards(ask: Ask) -> None:
    answers = ask(effect("nav", "display: none", media="print"), effect("nav", "display: block", dark=True))
    assert [answer["elements"][0]["holds"] for answer in answers] == [True, True]


def test_several_inquiries_are_answered_one_after_the_other(qtbot: QtBot, probe: Probe) -> None:
    answers: list[tuple[int, bool]] = []
    for number in range(5):
        html = f"<!doctype html><p style='z-index: {number}'>"

        def done(found: list[Any], number: int = number) -> None:
            answers.append((number, found[0]["elements"][0]["holds"]))

        probe.ask({"index.html": html.encode()}, "index.html", [effect("p", f"z-index: {number}")], done, print)
    qtbot.waitUntil(lambda: len(answers) == 5, timeout=20_000)
    assert answers == [(number, True) for number in range(5)]


def test_the_page_before_is_never_taken_for_the_one_that_is_asked_about(qtbot: QtBot, probe: Probe, ask: Ask) -> None:
    ask(effect("h1", "color: darkgreen"))
    ends: list[Any] = []
    files = {"index.html": b"<!doctype html><h1 style='color: red'>x</h1>"}
    probe.ask(files, "index.html", [effect("h1", "color: red")], ends.append, ends.append)
    for _ in range(3):
        probe._view.loadFinished.emit(True)  # late, as Chromium is at times
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert ends[0][0]["elements"][0]["holds"] is True


def test_every_inquiry_is_about_a_page_loaded_afresh(qtbot: QtBot, probe: Probe, ask: Ask) -> None:
    """Whatever became of the page since: *Check* never judges a patched one, nor one that something was done to."""
    view = probe._view
    loads: list[bool] = []
    view.loadFinished.connect(loads.append)
    for number in range(1, 3):
        (answer,) = ask(effect("h1", "color: darkgreen"))
        assert [element["holds"] for element in answer["elements"]] == [True]
        assert len(loads) == number
        view.page().runJavaScript("document.querySelector('h1').style.color = 'red'", WORLD.value)
        qtbot.wait(20)


def test_a_page_that_hangs_is_given_up_and_the_next_one_is_answered(qtbot: QtBot, browser: None, ask: Ask) -> None:
    impatient = Probe(limit=2)
    impatient._view.watch.limit = 1 << 50  # of memory: this is about time
    ask(effect("h1", "color: darkgreen"), by=impatient)  # so that the renderer has started
    assert ask(effect("rect", "fill: red"), html=DEADLY["svg use bomb"], by=impatient) == NO_ANSWER
    assert ask(effect("h1", "color: darkgreen"), by=impatient)[0]["elements"][0]["holds"] is True
    impatient.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_page_that_kills_its_renderer_is_said_so_and_the_next_one_is_answered(ask: Ask) -> None:
    assert ask(effect("td", "color: red"), html=DEADLY["nested tables"]) == DIED
    assert ask(effect("h1", "color: darkgreen"))[0]["elements"][0]["holds"] is True


def test_a_page_that_is_too_long_is_not_even_loaded(ask: Ask) -> None:
    assert ask(effect("p", "color: red"), html="<p>" * 1_000_000) == TOO_LONG
