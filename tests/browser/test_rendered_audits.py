"""Audits judged by the real browser: pages that pass each, and pages that fail it, with the line and the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from checking import page
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.probe import Probe
from app.checks.audits.judging import AUDITS
from app.checks.inspection import inspect
from app.checks.report import Fault, Outcome, Report
from app.checks.rules import Check, Rule
from app.page.page import Page

TABLE = "<table><tr><th scope=col>Day<th scope=col>Open</tr><tr><th scope=row>Friday<td>9 to 5</tr></table>"
WIDE = "<table><tr>" + "<td>Community</td>" * 20 + "</tr></table>"

RIGHT: dict[str, list[str]] = {
    "page-title": ["", "<svg role=img aria-label=x><title>a</title></svg>", "<p>x</p>", "<h1>Other words</h1>"],
    "page-language": ["", "<p lang=cy>Croeso</p>", "<p lang=fr-CA>Bonjour</p>", "<p lang=>x</p>"],
    "heading-order": [
        "<h1>a</h1><h2>b</h2><h3>c</h3>",
        "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>",
        "<nav><h2>n</h2></nav><h1>a</h1><h2>b</h2>",
        "<p>No headings at all</p>",
    ],
    "no-empty-headings": ["<h1>a</h1>", "<h1><img src=a.png alt=Fair></h1>", "<h2><b>x</b></h2>", "<p></p>"],
    "landmarks": [
        "<main><h1>a</h1></main>",
        "<header>h</header><nav>n</nav><main>m</main><aside>a</aside><footer>f</footer>",
        "<main><article><header>h</header><footer>f</footer></article></main>",
        '<a href="#m">Skip</a><main id=m>m</main>',
    ],
    "image-alt": ["<img src=a.png alt=Fair>", '<img src=a.png alt="">', "<img src=a.png aria-label=x>", "<p>x"],
    "link-text": [
        "<a href=a.html>Our plan</a>",
        "<a href=a.html><img src=a.png alt='Our plan'></a>",
        "<a href=a.html aria-label='Read more of our plan'>Read more</a>",
        "<a href=a.html>Plan</a> <a href=./a.html>Plan</a>",
        "<a name=x></a>",
    ],
    "table-headers": [
        "<table><tr><th>Day<th>Open</tr><tr><td>Friday<td>9</tr></table>",
        "<table><tr><th>Friday<td>9</tr><tr><th>Monday<td>8</tr></table>",
        TABLE,
        "<table role=presentation><tr><td>x<td>y</table>",
        "<p>x</p>",
    ],
    "form-labels": [
        "<label for=n>Name</label><input id=n>",
        "<label>Name <input></label>",
        "<input aria-label=Search type=search><button>Go</button>",
        "<label>Town <select><option>Leeds</select></label><input type=submit><input type=hidden>",
    ],
    "autocomplete": [
        "<label>Name <input autocomplete=name></label>",
        "<label>Name of the event <input></label>",
        "<label>Search <input type=search name=q></label>",
        "<label>E-mail <input type=email autocomplete='section-a home email'></label>",
        "<label>Name <input type=file></label>",
    ],
    "contrast": [
        "<p>x</p>",
        "<p style='color: #767676'>x</p>",
        "<p style='color: #959595; font-size: 24px'>x</p>",
        "<p style='color: #999; background: #000'>x</p>",
        "<p style='color: #999; background: url(a.png)'>over a picture: nobody can tell</p>",
    ],
    "target-size": [
        "<p>A <a href=a>word</a> in a text.</p>",
        "<button style='width: 24px; height: 24px'>x</button>",
        "<button style='width: 16px; height: 16px; margin: 20px'>x</button>",
        "<p>x</p>",
    ],
    "viewport-not-locked": [
        "",
        "<meta name=viewport content='width=device-width, initial-scale=1'>",
        "<meta name=viewport content='width=device-width, maximum-scale=5'>",
        "<meta name=viewport content='width=device-width, user-scalable=yes'>",
    ],
    "reflow-320": [
        "<p>" + "word " * 100,
        f"<div style='overflow-x: auto'>{WIDE}</div>",
        "<img src=a.png alt='' style='width: 800px; max-width: 100%'>",
        "<div style='width: 50vw; min-width: 10em'>x</div>",
        "<style>@media (max-width: 400px) { p { width: auto !important } }</style><p style='width: 700px'>x",
    ],
    "focus-visible": [
        "<a href=x>a</a><button>b</button><input><details><summary>s</summary></details>",
        "<style>a { outline: none } a:focus-visible { background: gold }</style><a href=x>a</a>",
        "<style>:focus { outline: 0; box-shadow: 0 0 0 3px #060 }</style><button>b</button><select></select>",
        "<style>input { outline: none } label:focus-within { font-weight: bold }</style><label>a <input></label>",
        "<style>input:focus { outline: none } input:focus + b { color: red }</style><input><b>x</b>",
        "<p>Nothing to reach</p><a>no link</a><button disabled>x</button>",
    ],
    "print-friendly": [
        "<style>@media print { nav { display: none } }</style><nav>n</nav>",
        "<style>@media print { header { display: none } }</style><header><nav>n</nav></header>",
        "<style media=print>nav, form { display: none } p { color: black }</style><nav>n</nav>",
        "<style>@media only print and (orientation: portrait), print { body { margin: 0 } }</style><p>x",
    ],
    "accessible": [
        "<main><h1>a</h1><p>b <a href=x>c</a></p></main>",
        f"<main><h1>a</h1>{TABLE}</main>",
        "<main><h1>a</h1><form><label>Name <input autocomplete=name></label><button>Send</button></form></main>",
        "<main><h1>a</h1><ul><li>x</ul><dl><dt>a<dd>b</dl><img src=a.png alt=Fair></main>",
    ],
}

Wrong = list[tuple[str, int, str]]  # bodies, the line of the first fault from 8 on, what is said of it
WRONG: dict[str, Wrong] = {
    "page-language": [
        ("<p lang=english>x</p>", 8, "has `lang=english`, and browsers know no such language"),
        ("<p>a\n<b lang='uk english'>x</b>", 9, "browsers know no such language"),
    ],
    "heading-order": [
        ("<h1>a</h1>\n<h3>b</h3>", 9, "skips a level"),
        ("<h1>a</h1><h2>b</h2>\n<h4>c</h4>", 9, "skips a level"),
        ("<h3>a</h3>", 8, "The first heading of the page is `<h3>`"),
        ("<h1>a</h1>\n<section><h5>c</h5></section>", 9, "The heading `<h5>` skips a level"),
    ],
    "no-empty-headings": [
        ("<h1></h1>", 8, "is empty"),
        ("<h1>a</h1>\n<h2> </h2>", 9, "is empty"),
        ("<h2><span></span></h2>", 8, "is empty"),
        ("<h1><img src=a.png alt=''></h1>", 8, "is empty"),
    ],
    "landmarks": [
        ("<p>x</p>", 7, "has no `<main>` yet"),
        ("<main>m</main>\n<p>x</p>", 9, "stands outside the parts of the page"),
        ("<main>m</main>\n<main>n</main>", 8, "more than one `<main>`"),
        ("<header>h</header>\n<header>i</header><main>m</main>", 8, "more than one `<header>`"),
        ("<nav>n\n<main>m</main></nav>", 9, "stands inside another part"),
    ],
    "image-alt": [
        ("<img src=a.png>", 8, 'does not say what it shows. The goal wants `alt="…"`'),
        ("<p>\n<img src=a.png alt=' '>", 9, "does not say what it shows"),
        ("<input type=image src=a.png>", 8, "does not say what it does"),
        ("<svg role=img></svg>", 8, "does not say what it shows"),
    ],
    "link-text": [
        ("<a href=x></a>", 8, "has no words"),
        ("<p>\n<a href=x><img src=a.png alt=''></a>", 9, "has no words"),
        ("<a href=x>Click here</a>", 8, "says “Click here”"),
        ("<a href=x>https://example.org/</a>", 8, "only the address"),
    ],
    "table-headers": [
        ("<table><tr><td>Day<td>Open</tr><tr><td>Friday<td>9</tr></table>", 8, "has no heading cells"),
        ("<table>\n<tr><td><table><tr><th>x</th></tr></table></table>", 9, "stands in another table"),
        (
            "<table><tr><th scope=column>Day</th></tr><tr><td>x</td></tr></table>",
            8,
            "`scope` that browsers do not know",
        ),
        ("<table><tr><th>Day</th></tr><tr><td headers=nobody>x</td></tr></table>", 8, "names no heading cell"),
        (
            "<table>\n<tr><th></th><th>Mon</th><th>Tue</th></tr>\n<tr><th>Ann</th><td>x</td><td>y</td></tr></table>",
            9,
            'The goal wants `scope="col"`',
        ),
    ],
    "form-labels": [
        ("<input>", 8, "has no label"),
        ("<input\nplaceholder='Your name'>", 8, "has only a placeholder, “Your name”"),
        ("<label for=nmae>Name</label>\n<input id=name>", 9, 'has one with `for="nmae"`. The goal wants `for="name"`'),
        ("<select><option>x</select>", 8, "has no label"),
        ("<button></button>", 8, "has no words"),
    ],
    "autocomplete": [
        ("<label>Name <input></label>", 8, 'The goal wants `autocomplete="name"`'),
        ("<label for=e>Your e-mail address:</label>\n<input id=e type=email>", 9, '`autocomplete="email"`'),
        ("<input name=phoneNumber>", 8, '`autocomplete="tel"`'),
        ("<label>Postcode <input autocomplete=off></label>", 8, '`autocomplete="postal-code"`'),
        ("<label>Name <input autocomplete=nome></label>", 8, "that browsers do not know: `autocomplete=nome`"),
    ],
    "contrast": [
        ("<p style='color: #999'>pale</p>", 8, "#999999 on #ffffff is 2.84 to 1. The goal wants 4.5 to 1"),
        ("<p>\n<b style='color: yellow'>pale</b>", 9, "#ffff00 on #ffffff"),
        ("<p style='background: #000; color: #333'>dark</p>", 8, "#333333 on #000000"),
        ("<p style='color: #aaa; font-size: 30px'>large</p>", 8, "The goal wants 3 to 1"),
    ],
    "target-size": [
        ("<button style='width: 16px; height: 16px; padding: 0'></button>" * 2, 8, "16 by 16 pixels. The goal wants"),
        ("<nav><a href=a style='font-size: 8px'>a</a><br><a href=b style='font-size: 8px'>b</a></nav>", 8, "too small"),
        ("<input type=checkbox style='margin: 0'><input type=checkbox style='margin: 0'>", 8, "13 by 13 pixels"),
        ("<p>\n<button style='font-size: 4px'>x</button><button style='font-size: 4px'>y</button>", 9, "too small"),
    ],
    "viewport-not-locked": [
        (f"\n<meta name=viewport content='width=device-width, {locked}'>", 9, "stops people from zooming: `content=")
        for locked in ("user-scalable=no", "maximum-scale=1", "maximum-scale=1.5", "user-scalable=0, initial-scale=1")
    ],
    "reflow-320": [
        ("<p>x</p>\n<div style='width: 640px'>x</div>", 9, "reaches 648 pixels to the right"),
        (f"<p>\n{WIDE}", 9, "The table `<table>` reaches"),
        ("<p>x</p>\n<p>" + "w" * 200, 9, "makes a screen of 320 pixels scroll sideways"),
        ("<textarea style='width: 900px; margin: 0; border: 0; padding: 0'></textarea>", 8, "reaches 908 pixels"),
    ],
    "focus-visible": [
        ("<style>a { outline: none }</style>\n<a href=x>a</a>", 9, "looks the same when the Tab key reaches it"),
        ("<style>*:focus { outline: 0 }</style>\n<p><button>b</button>", 9, "The button `<button>` looks the same"),
        ("<style>input { outline: 3px solid transparent }</style><input>", 8, "`:focus-visible`"),
        ("<style>:focus-visible { outline-width: 0 }</style>\n<select></select>", 9, "looks the same"),
    ],
    "print-friendly": [
        ("<p>x</p>", 3, "no rules for paper yet"),
        ("<style>@media print { p { color: black } }</style>\n<nav>n</nav>", 9, "is printed too"),
        ("<style>@media not print { nav { display: none } }</style>", 3, "no rules for paper yet"),
        ("<style>@media print { }</style>", 3, "no rules for paper yet"),
        ("<style>@media print { header { display: none } }</style>\n<nav>n</nav>", 9, "is printed too"),
    ],
    "accessible": [
        ("<main><h1>a</h1><img src=a.png></main>", 8, "does not say what it shows"),
        ("<main><ul><li>x</ul>\n<ul><p>y</p></ul></main>", 9, "Only `<li>` may stand directly inside"),
        ("<main><p aria-labl=x>y</p></main>", 8, "has `aria-labl`, which browsers do not know"),
        ("<main><p style='color: #999'>pale</p></main>", 8, "hard to read"),
        ("<main><input></main>", 8, "has no label"),
        ("<main><button></button></main>", 8, "has no words"),
        ("<main><p role=buton>x</p></main>", 8, "has a `role` that browsers do not know: `role=buton`"),
        ("<main><marquee>x</marquee></main>", 8, "moves, and that disturbs reading"),
        ("<main><iframe src=a.html></iframe></main>", 8, "does not say what it holds"),
        ("<main><dl><p>x</p></dl></main>", 8, "has something in it that is neither `<dt>` nor `<dd>`"),
    ],
}


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe(limit=20)
    yield probe
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Ask = Callable[[Page, list[str]], Report]


@pytest.fixture
def ask(qtbot: QtBot, probe: Probe) -> Ask:
    """The report on a page, one goal an audit."""

    def ask(subject: Page, names: list[str]) -> Report:
        inspection = inspect([Check(name, Rule("audit", name, 1)) for name in names], subject)
        ends: list[object] = []
        probe.ask(subject.served(), subject.entry, inspection.questions, ends.append, ends.append)
        qtbot.waitUntil(lambda: bool(ends), timeout=60_000)
        assert isinstance(ends[0], list), ends[0]
        return inspection.report(ends[0])

    return ask


@pytest.mark.parametrize("name", RIGHT)
def test_right_pages_pass(ask: Ask, name: str) -> None:
    assert len(RIGHT[name]) >= 4
    for body in RIGHT[name]:
        (found,) = ask(page(body), [name]).findings
        assert found.outcome is Outcome.PASSED, (body, [fault.text for fault in found.faults])


def lines(faults: tuple[Fault, ...]) -> list[int]:
    return [fault.place.line for fault in faults if fault.place]


@pytest.mark.parametrize("name", WRONG)
def test_wrong_pages_are_told_what_and_where(ask: Ask, name: str) -> None:
    for body, line, said in WRONG[name]:
        (found,) = ask(page(body), [name]).findings
        assert found.outcome is Outcome.FAILED, body
        assert said in found.faults[0].text, body
        assert lines(found.faults)[0] == line, body
        assert all(fault.place and fault.subject and fault.text for fault in found.faults)


OFFICE = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The Community Office</title>
  <meta property="og:title" content="The Community Office">
  <meta property="og:description" content="Advice on Fridays">
  <meta property="og:image" content="files/fair.png">
  <meta property="og:image:alt" content="The summer fair">
  <link rel="stylesheet" href="style.css">
</head>
<body>
<header><p><b>Open on Fridays</b></p><nav><a href="a.html">Our plan</a> <a href="b.html">Contact</a></nav></header>
<main>
  <h1>The Community Office</h1>
  <img src="files/fair.png" alt="Stalls in the yard">
  <h2>Opening hours</h2>
  <table><caption>Hours</caption><thead><tr><th scope="col">Day<th scope="col">Open</thead>
  <tbody><tr><td>Friday<td>9 to 5</table>
  <form action="send.html"><p><label for="n">Name</label> <input id="n" name="name" autocomplete="name"></p>
  <p><label>E-mail <input type="email" autocomplete="email"></label></p><button>Send</button></form>
  <ul><li>Advice<li>Forms</ul>
</main>
<footer><p><small>Run by volunteers</small></p></footer>
</body>
</html>
"""


def test_the_page_of_an_office_passes_every_audit_at_once(ask: Ask) -> None:
    css = (
        "img { max-width: 100% } nav a { display: inline-block; padding: 4px } button, input { min-height: 24px }\n"
        "@media print { nav { display: none } }"
    )
    whole = page("", style=css).with_text("index.html", OFFICE)
    report = ask(Page(whole.files, {"files/fair.png": b""}), list(AUDITS))
    assert report.passed, [fault.text for fault in report.faults]
    assert not report.slips


def test_a_page_without_title_and_language_is_told_both_and_its_own_lines(ask: Ask) -> None:
    bare = page("").with_text("index.html", "<!doctype html>\n<html>\n<head></head>\n<body><p>x</p></body>\n</html>")
    report = ask(bare, ["page-title", "page-language"])
    assert [(fault.subject, line) for fault, line in zip(report.faults, lines(report.faults), strict=True)] == [
        ("title", 3),
        ("html", 2),
    ]


def test_the_page_stays_as_it_is_for_whatever_is_asked_after(ask: Ask) -> None:
    names = ["focus-visible", "reflow-320", "print-friendly", "contrast", "focus-visible"]
    body = "<style>a { outline: none } @media print { a { color: white } }</style><a href=x>Our plan</a>"
    assert [f.outcome.value for f in ask(page(body), names).findings] == [
        "failed",
        "passed",
        "passed",
        "passed",
        "failed",
    ]
