"""What attributes mean in an `html` block: addresses, sets, settings, booleans."""

import pytest
from checking import FIRST, report

from app.checks.report import Outcome
from app.checks.rules import Reading

RIGHT: list[tuple[Reading, str, str]] = [
    ("html", '<input value="[number]">', '<input value="1">'),
    ("html", '<input value="[number]">', '<input value="12">'),
    ("html", '<input value="[number]">', '<input value="1,000">'),
    ("html", '<input value="[number]">', '<input value="3.5">'),
    ("html", '<input value="[number]">', '<input value="-2">'),
    ("html", '<input value="[number]">', '<input value="−2">'),
    ("html", '<input value="[number]">', '<input value="0">'),
    ("html", '<input value="[word]">', '<input value="Ann">'),
    ("html", '<input value="[word]">', '<input value="O\'Neil">'),
    ("html", '<input value="[word]">', '<input value="Anna-Maria">'),
    ("html", '<input value="[word]">', '<input value="x1">'),
    ("html", '<input value="[date]">', '<input value="3 May">'),
    ("html", '<input value="[date]">', '<input value="3rd May 2026">'),
    ("html", '<input value="[date]">', '<input value="May 3">'),
    ("html", '<input value="[date]">', '<input value="2026-05-03">'),
    ("html", '<input value="[date]">', '<input value="03/05/2026">'),
    ("html", '<input value="[date]">', '<input value="3.5.26">'),
    ("html", '<input value="[date]">', '<input value="Friday 3 May">'),
    ("html", '<input value="[date]">', '<input value="Fri, 3 May 2026">'),
    ("html", '<input value="[date]">', '<input value="3rd of May">'),
    ("html", '<input value="[date]">', '<input value="Monday, 3 May 2026">'),
    ("html", '<input value="[date]">', '<input value="1 Sept 2026">'),
    ("html", '<input value="[date]">', '<input value="31 December">'),
    ("html", '<input value="[time]">', '<input value="9 am">'),
    ("html", '<input value="[time]">', '<input value="9am">'),
    ("html", '<input value="[time]">', '<input value="9.30 am">'),
    ("html", '<input value="[time]">', '<input value="09:00">'),
    ("html", '<input value="[time]">', '<input value="9:30pm">'),
    ("html", '<input value="[time]">', '<input value="noon">'),
    ("html", '<input value="[time]">', '<input value="midday">'),
    ("html", '<input value="[time]">', '<input value="12.00">'),
    ("html", '<input value="[time]">', '<input value="9 a.m.">'),
    ("html", '<input value="[time]">', '<input value="17:30">'),
    ("html", '<input value="[email]">', '<input value="a@b.org">'),
    ("html", '<input value="[email]">', '<input value="first.last@council.gov.uk">'),
    ("html", '<input value="[email]">', '<input value="help+x@a-b.example">'),
    ("html", '<input value="[phone]">', '<input value="01632 960 123">'),
    ("html", '<input value="[phone]">', '<input value="01632 960123">'),
    ("html", '<input value="[phone]">', '<input value="(01632) 960123">'),
    ("html", '<input value="[phone]">', '<input value="+44 1632 960123">'),
    ("html", '<input value="[phone]">', '<input value="+44 (0)1632 960123">'),
    ("html", '<input value="[phone]">', '<input value="01632-960-123">'),
    ("html", '<input value="[phone]">', '<input value="999999">'),
    ("html", '<input value="[postcode]">', '<input value="LS1 1UR">'),
    ("html", '<input value="[postcode]">', '<input value="ls1 1ur">'),
    ("html", '<input value="[postcode]">', '<input value="SW1A 1AA">'),
    ("html", '<input value="[postcode]">', '<input value="LS11UR">'),
    ("html", '<input value="[postcode]">', '<input value="M1 1AE">'),
    ("html", '<input value="[postcode]">', '<input value="EC1A 1BB">'),
    ("html", '<a href="tel:[phone]"></a>', '<a href="tel:+441632960123">x</a>'),
    ("html", '<a href="tel:[phone]"></a>', '<a href="tel:01632960123">x'),
    ("html", '<a href="tel:[phone]"></a>', '<a href="tel:01632-960-123">x'),
    ("html", '<a href="https://example.org/"></a>', '<a href="https://example.org/">x'),
    ("html", '<a href="https://example.org/"></a>', "<a href=https://example.org>x"),
    ("html", '<a href="https://example.org/"></a>', '<a href="https://example.org">x'),
    ("html", '<a href="https://example.org/"></a>', '<a href="HTTPS://Example.org/">x'),
    ("html", '<a href="https://example.org"></a>', '<a href="https://example.org/">x'),
    ("html", '<a href="https://example.org/a/b"></a>', '<a href="https://example.org/a/b">x</a>'),
    ("html", '<a href="contact.html"></a>', '<a href="./contact.html">x'),
    ("html", '<a href="contact.html"></a>', '<a href=" contact.html ">x'),
    ("html", '<a href="my file.html"></a>', '<a href="my%20file.html">x'),
    ("html", '<a href="my file.html"></a>', '<a href="my file.html">x'),
    ("html", '<a href="my%20file.html"></a>', '<a href="my file.html">x'),
    ("html", '<img src="files/fair.jpg">', '<img src="./files/fair.jpg">'),
    ("html", '<img src="files/fair.jpg">', "<img src=files/fair.jpg>"),
    ("html", '<a href="mailto:help@office.example"></a>', '<a href="mailto:help@office.example">x'),
    ("html", '<a href="mailto:help@office.example"></a>', '<a href="MAILTO:Help@office.example">x'),
    ("html", '<a href="mailto:…"></a>', '<a href="mailto:a@b.org">x'),
    ("html", '<a href="mailto:…"></a>', '<a href="Mailto:a@b.org">x'),
    ("html", '<a href="tel:01632960123"></a>', '<a href="tel:01632960123">x'),
    ("html", '<a href="tel:01632960123"></a>', '<a href="tel:01632 960 123">x'),
    ("html", '<a href="tel:01632960123"></a>', '<a href="tel:01632-960123">x'),
    ("html", '<a href="tel:01632960123"></a>', '<a href="tel:01632%20960123">x'),
    ("html", '<a href="…">…</a>', '<a href="x">y</a>'),
    ("html", '<a href="…">…</a>', '<a href="x"><img src=y alt=z></a>'),
    ("html", '<a href="#top"></a>', '<a href="#top">x'),
    ("html", '<img alt="">', "<img alt>"),
    ("html", '<img alt="">', '<img alt="">'),
    ("html", '<img alt="">', "<img alt=''>"),
    ("html", '<img alt="">', '<img alt=" ">'),
    ("html", '<img alt="…">', '<img alt="x">'),
    ("html", "<input required>", '<input required="required">'),
    ("html", "<input required>", "<input REQUIRED>"),
    ("html", "<input required>", "<input required=true>"),
    ("html", '<input required="">', "<input required>"),
    ("html", '<input disabled="disabled">', "<input disabled>"),
    ("html", '<input type="text">', "<input type=TEXT>"),
    ("html", '<p class="a b">', '<p class="b a">'),
    ("html", '<p class="a b">', '<p class=" a  c b ">'),
    ("html", '<p class="a|b">', '<p class="a">'),
    ("html", '<p class="a|b">', '<p class="b c">'),
    ("html", '<p class="a b|c">', '<p class="b a">'),
    ("html", '<p class="a b|c">', '<p class="c">'),
    ("html", '<p class="…">', "<p class=x>"),
    ("html", '<html lang="en-GB">', "<p>x"),
    ("html", '<p lang="en-GB|en">', "<p lang=EN-gb>"),
    ("html", '<p lang="en-GB|en">', '<p lang="en">'),
    ("html", '<p style="color: red; margin: 0">', '<p style="color:red;margin:0;">'),
    ("html", '<p style="color: red; margin: 0">', '<p style="COLOR: red; margin: 0">'),
    ("html", '<p style="color: red; margin: 0">', '<p style="margin:0; color:red">'),
    ("html", '<input maxlength="40">', "<input maxlength=40>"),
    ("html", '<input pattern="[0-9]+">', '<input pattern="[0-9]+">'),
    ("html", '<td colspan="2">', "<table><tr><td colspan=2>x</table>"),
]

WRONG: list[tuple[Reading, str, str, int, str]] = [
    (
        "html",
        '<a href="https://example.org/a/b"></a>',
        '<a href="https://example.org/A/b">x</a>',
        1,
        'The link `<a>` has `href="https://example.org/A/b"`. The goal wants `href="https://example.org/a/b"`.',
    ),
    ("html", '<img alt="">', "<img>", 1, 'The picture `<img>` has no `alt` yet. The goal wants `alt=""`.'),
    ("html", '<img alt="">', '<img alt="x">', 1, 'The picture `<img>` has `alt="x"`. The goal wants `alt=""`.'),
    (
        "html",
        '<p class="a b">',
        '<p class="a">',
        1,
        'The paragraph `<p>` has `class="a"`. The goal wants the class `b` there.',
    ),
    (
        "html",
        '<p class="a b">',
        '<p class="A B">',
        1,
        'The paragraph `<p>` has `class="A B"`. The goal wants the class `a b` there.',
    ),
    ("html", '<p class="a b">', "<p>x", 1, 'The paragraph `<p>` has no `class` yet. The goal wants `class="a b"`.'),
    (
        "html",
        '<p class="a|b">',
        '<p class="c">',
        1,
        'The paragraph `<p>` has `class="c"`. The goal wants the class `a` there.',
    ),
    (
        "html",
        '<p class="…">',
        '<p class="">',
        1,
        "The paragraph `<p>` has an empty `class`. The goal wants something between its quotes.",
    ),
]


@pytest.mark.parametrize(("reading", "check", "body"), RIGHT)
def test_a_right_page_passes_however_it_is_spelt(reading: Reading, check: str, body: str) -> None:
    found = report(check, body, reading)
    assert found.findings[0].outcome is Outcome.PASSED, [fault.text for fault in found.faults]


@pytest.mark.parametrize(("reading", "check", "body", "line", "said"), WRONG)
def test_a_wrong_page_hears_one_sentence_about_the_right_line(
    reading: Reading, check: str, body: str, line: int, said: str
) -> None:
    found = report(check, body, reading)
    assert found.findings[0].outcome is Outcome.FAILED
    assert [(fault.place and fault.place.line - FIRST + 1, fault.text) for fault in found.faults] == [(line, said)]
