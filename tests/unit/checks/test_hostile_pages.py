import random

import pytest
from checking import page
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.audits.judging import AUDITS
from app.checks.comparison.pages import compare
from app.checks.inspection import inspect
from app.checks.rules import Check, Rule
from app.page.page import File, Page

CHECKS = [
    Check("a", Rule("html", "<h1 times='1'>Hello</h1>\n<p>…Friday…</p>", 1)),
    Check("b", Rule("html", '<ul any-order><li first>a</li><li>[number] b</li></ul><img every alt="…">', 1)),
    Check("c", Rule("html", "<p>On <b>[date]</b> at <i>[time]</i></p>", 1)),
    Check("d", Rule("html exact", "<main><div>x</div>…<p>y</p></main>", 1)),
    Check("e", Rule("html not", "<center></center>\nlorem", 1)),
    Check("f", Rule("css", "h1 { color: red }\n@media print { p { margin: 0 } }", 1)),
    Check("g", Rule("audit", "valid-html\none-h1\npage-title", 1)),
    Check("all", Rule("audit", " ".join(AUDITS), 1)),
    Check("h", Rule("html", "<div><div>[count div] x</div></div>", 1)),
]

HOSTILE = {
    "deep": "<div>" * 50_000,
    "deep inline": "<b>" * 20_000 + "Friday",
    "one long attribute": f'<p class="{"a " * 500_000}">Friday</p>',
    "one long word": "<p>" + "a" * 1_000_000 + "!",
    "one long text": "<p>" + "Friday 3 May at 9 am " * 50_000,
    "many elements": "<p>Firday</p>\n" * 20_000,
    "many lists": "<ul><li>b<li>a</ul>" * 3_000,
    "NUL": "<p>\0\0</p>\0<\0h1>",
    "surrogates": "<p>\ud800\udfff</p><h1 title='\ud800'>\udfff</h1>",
    "brackets": "<" * 20_000,
    "quotes": "<p '\"" * 5_000,
    "many rules": "<style>" + "h1 { color: tan }\n" * 20_000 + "</style><h1>x</h1>",
    "deep rules": "<style>" + "a {" * 10_000,
    "templates": "<template><p>Friday</p></template>" * 1_000,
    "tables": "<table><tr><td>" * 2_000,
    "pressed in pressed": "<object><button>" * 5_000,
    "labels": "<label for=a>" * 2_000 + "<input aria-labelledby=a>" * 500,
    "links": "".join(f"<a href={n}>word</a>" for n in range(3_000)),
    "commas": f"<img srcset='{',' * 500_000}'>",
    "empty": "",
}


def look(text: str) -> None:
    inspection = inspect(CHECKS, Page((File("index.html", text),)))
    inspection.report(None)
    answers = [
        {"elements": [{"order": n, "holds": False, "found": "x"} for n in range(40)]}
        if question["ask"] == "effect"
        else {"violations": [{"rule": "document-title", "order": 0}], "elements": [{"order": n} for n in range(40)]}
        for question in inspection.questions
    ]
    inspection.report(answers)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_absurd_pages_have_a_report(text: str) -> None:
    look(text)


@given(st.text(alphabet=st.sampled_from("<>/=\"' \n\tabhp1ul!-&;#x{}:.…|[]\0\ud800é"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_report(text: str) -> None:
    look(text)


def test_mutated_pages_have_a_report() -> None:
    chance = random.Random(7)
    whole = page("<main>\n<h1>Hello</h1>\n<p>On <b>3 May</b> at <i>9 am</i></p>\n<ul><li>a</ul>\n</main>").files[0].text
    for _ in range(150):
        text = list(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 6)] = chance.choice(["<", ">", '"', "</", "", "h1", "\n", "&", "<!--"])
        look("".join(text))


def test_a_page_without_files_has_a_report() -> None:
    assert not inspect(CHECKS, Page(())).report(None).passed


@given(st.text(alphabet=st.sampled_from("<>/=\"' \nabhptimes1every…|[]{}:;@.count"), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_rule_of_an_authors_can_be_asked(text: str) -> None:
    for reading in ("html", "html not", "html exact", "css", "audit"):
        inspect([Check("g", Rule(reading, text, 1))], page("<p>a</p>")).report(None)


WANTED = """<!doctype html>
<title>Stalls</title>
<style>h1 { color: teal; margin: 0 auto }
@media (max-width: 9em) { p { font: bold 1em/2 serif } }</style>
<h1 class="a b">Stalls</h1>
<p style="color: red">On <b>Friday</b> &amp; <a href="map.html">here</a></p>
<table><tr><td>1<td><img src="a.png" alt="A"></table>
<ul><li>a</li><li>b<ul><li>c</ul></ul>
"""
FAR_OUT = {
    **HOSTILE,
    "bracket storm": "<" * 10_000_000,
    "a million rules": "<style>" + "a{top:0}" * 1_000_000,
    "brackets in css": "<style>a { width: " + "(" * 20_000,
    "thousands of slips": "<b>x</i>" * 1_500 + WANTED,
    "thousands of quotes": "<p a='>" * 2_000 + WANTED,
    "comments": "<!-- <!-- " * 5_000 + WANTED,
    "css slips": WANTED.replace("h1 {", "h1 color red; { /* a" * 300),
    "left open": WANTED.replace("</b>", "<b>" * 900),
}


def told(text: str) -> None:
    faults = compare(WANTED, text)
    assert text.strip() == WANTED.strip() or faults
    assert all(fault.text and fault.place for fault in faults)


@pytest.mark.parametrize("text", FAR_OUT.values(), ids=FAR_OUT)
def test_absurd_pages_are_compared(text: str) -> None:
    told(text)


def test_random_bytes_are_compared() -> None:
    chance = random.Random(11)
    for _ in range(60):
        told(chance.randbytes(chance.randint(1, 400)).decode("utf-8", "surrogateescape"))


def test_mutated_pages_are_compared() -> None:
    chance = random.Random(12)
    pieces = [
        "<",
        ">",
        '"',
        "</",
        "",
        "h1",
        "\n",
        "&",
        "<!--",
        "{",
        "}",
        ";",
        "/*",
        "(",
        "<b>",
        "</td>",
        "\0",
        "<style>",
    ]
    for _ in range(150):
        text = list(WANTED)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 6)] = chance.choice(pieces)
        compare(WANTED, "".join(text))
        compare("".join(text), WANTED)


@pytest.mark.parametrize("text", [HOSTILE["deep"], HOSTILE["one long attribute"], HOSTILE["one long word"]])
def test_a_page_that_is_too_long_meets_no_goal_and_says_why(text: str) -> None:
    inspection = inspect(CHECKS, Page((File("index.html", text),)))
    assert inspection.questions == ()
    report = inspection.report(None)
    assert not report.passed
    assert not report.unchecked
    (slip,) = report.faults
    assert "Midweek reads pages of up to 500,000" in slip.text
