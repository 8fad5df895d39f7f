"""Mistakes that learners make: the right line is named, and what to do about it, once."""

import pytest
from checking import AFTER, BEFORE, page

from app.checks.inspection import inspect
from app.checks.report import Outcome
from app.checks.rules import Check, Rule

BODY = """<header>
  <h1>The Community Office</h1>
  <nav>
    <a href="index.html">Home</a>
    <a href="contact.html">Contact</a>
  </nav>
</header>
<main>
  <h2>When we are open</h2>
  <p class="note">Our next surgery is on <strong>Friday</strong> at 4 pm.</p>
  <ul>
    <li>Letters</li>
    <li>Forms</li>
    <li>Phone calls</li>
  </ul>
  <h2>The fair</h2>
  <img src="files/fair.jpg" alt="Stalls on the green" width="640" height="360">
  <p>Call <a href="tel:01632960123">01632 960123</a>.</p>
</main>
<footer>
  <p>The Community Office, 12 High Street</p>
</footer>"""

GOALS = [
    "<title>Office</title>",
    "<h1 times='1'>The Community Office</h1>",
    '<header><nav><a href="index.html">Home</a><a href="contact.html">Contact</a></nav></header>',
    "<h2>When we are open</h2>\n<h2>The fair</h2>",
    '<main><p class="note">Our next surgery is on <strong>Friday</strong> at 4 pm.</p></main>',
    "<ul><li>Letters</li><li>Forms</li><li>Phone calls</li></ul>",
    '<img src="files/fair.jpg" alt="…" width="640" height="360">',
    '<p>…<a href="tel:…">[phone]</a>…</p>',
    "<footer><p>…12 High Street…</p></footer>",
]

MISTAKES = [
    # what was typed instead, line of the file, what is said
    ("<h1>The", "<h2>The", 9, "The main heading `<h1>`|closed with `</h1>`|`<h2>`"),
    (
        "<h1>The Community Office</h1>",
        "<h2>The Community Office</h2>",
        9,
        "The heading is `<h2>`. The goal wants `<h1>`",
    ),
    ("</h1>", "", 9, "The main heading `<h1>` is never closed. Write `</h1>` where it ends"),
    ("</h1>", "</h2>", 9, "is closed with `</h2>`. Write `</h1>`"),
    ("</h1>", "<h1>", 9, "`<h1>` begins another one. Write `</h1>`"),
    ("</h1>", "</h1", 9, "`</h1` is not finished. Write `>`"),
    ("<h1>", "<h1", 9, "is not finished. Write `>`"),
    ("<h1>", "h1>", 9, "`</h1>` closes nothing"),
    ("The Community Office</h1>", "The Comunity Office</h1>", 9, "“Comunity”. The goal wants “Community”"),
    ("The Community Office</h1>", "The Office</h1>", 9, "“The Office”. The goal wants “The Community Office”"),
    ("<h1>The Community Office</h1>", "", 8, "no main heading `<h1>` like this yet"),
    ("<h1>The Community Office</h1>", "The Community Office", 9, "stands without its tags. The goal wants `<h1>`"),
    ("<h1>The Community Office</h1>", "<h1></h1>", 9, "is empty. The goal wants “The Community Office”"),
    (
        "<h1>The Community Office</h1>",
        "<hl>The Community Office</hl>",
        9,
        "no tag `<hl>`. The nearest right word is `<h1>`",
    ),
    ("header>", "haeder>", 8, "no tag `<haeder>`. The nearest right word is `<header>`"),
    ("<nav>", "<navv>", 10, "no tag `<navv>`. The nearest right word is `<nav>`"),
    ("</nav>", "", 10, "The navigation `<nav>` is never closed"),
    ('"contact.html"', '"contcat.html"', 12, 'has `href="contcat.html"`. The goal wants `href="contact.html"`'),
    ('"contact.html"', '"contact.html', 12, "The link `<a>` has `href` without a closing quotation mark"),
    ('"contact.html"', 'contact.html"', 12, "The link `<a>` has `href` without an opening quotation mark"),
    ('href="contact.html"', 'href"contact.html"', 12, "The link `<a>` has no `=` between `href` and its value"),
    ('href="contact.html"', 'herf="contact.html"', 12, 'has `herf="contact.html"`. The word is `href`'),
    ('<a href="contact.html">', "<a>", 12, 'has no `href` yet. The goal wants `href="contact.html"`'),
    (">Contact</a>", ">Contatc</a>", 12, "“Contatc”. The goal wants “Contact”"),
    ('    <a href="contact.html">Contact</a>\n', "", 11, "has no link `<a>` like this inside it yet"),
    (">Contact</a>", ">Contact", 12, "The link `<a>` is never closed"),
    ("<h2>When we are open</h2>", "<h3>When we are open</h3>", 16, "The heading is `<h3>`. The goal wants `<h2>`"),
    ("<h2>When we are open</h2>", "<p>When we are open</p>", 16, "“When we are open” stands in a paragraph `<p>`"),
    ("When we are open</h2>", "When are we open</h2>", 16, "“When are we open”. The goal wants “When we are open”"),
    ("<h2>The fair</h2>", "<h2>The fiar</h2>", 23, "“fiar”. The goal wants “fair”"),
    ("<main>", "", 26, "`</main>` closes nothing"),
    ("on <strong>", "on <strnog>", 17, "no tag `<strnog>`. The nearest right word is `<strong>`"),
    ("<strong>Friday</strong>", "Friday", 17, "“Friday” stands without its tags. The goal wants `<strong>`"),
    ("<strong>Friday</strong>", "<strong>Monday</strong>", 17, "“Monday”. The goal wants “Friday”"),
    ("<strong>Friday</strong>", "<b>Friday</b>", 17, "“Friday” stands in an element `<b>`. The goal wants `<strong>`"),
    ("Friday</strong>", "Friday<strong>", 17, "begins another one. Write `</strong>`"),
    ("4 pm", "5 pm", 17, "“5”. The goal wants “4”|The goal wants “Our next"),
    ('class="note"', 'class="ntoe"', 17, 'has `class="ntoe"`. The goal wants the class `note`'),
    ('class="note"', 'clas="note"', 17, 'has `clas="note"`. The word is `class`'),
    ('<p class="note">', "<p>", 17, "has no `class` yet"),
    ("    <li>Forms</li>\n", "", 19, "has no list item `<li>` like this inside it yet: `<li>Forms</li>`"),
    ("<li>Forms</li>", "<li>Froms</li>", 20, "“Froms”. The goal wants “Forms”"),
    ("<li>Forms</li>", "<il>Forms</il>", 20, "no tag `<il>`. The nearest right word is `<li>`"),
    ("<li>Forms</li>", "Forms", 20, "“Forms” stands without its tags. The goal wants `<li>`"),
    (
        "<li>Forms</li>\n    <li>Phone calls</li>",
        "<li>Phone calls</li>\n    <li>Forms</li>",
        None,
        "The goal wants it before",
    ),
    ("ul>", "ol>", 18, "The numbered list `<ol>` is not the tag"),
    ("</ul>", "", 18, "The bullet list `<ul>` is never closed"),
    ("</ul>", "<ul>", None, "never closed|another one"),
    ('width="640"', 'widht="640"', 24, 'The picture `<img>` has `widht="640"`. The word is `width`'),
    ('width="640"', 'width="64"', 24, 'has `width="64"`. The goal wants `width="640"`'),
    ('width="640"', "width=", 24, 'The goal wants `width="640"`'),
    (' width="640"', "", 24, 'has no `width` yet. The goal wants `width="640"`'),
    ('alt="Stalls on the green"', 'alt=""', 24, "has an empty `alt`"),
    ('alt="Stalls on the green"', "", 24, "has no `alt` yet"),
    ('alt="Stalls on the green"', 'alt="Stalls on the green', 24, "has `alt` without a closing quotation mark"),
    ('"files/fair.jpg"', '"fair.jpg"', 24, 'has `src="fair.jpg"`. The goal wants `src="files/fair.jpg"`'),
    ("<img ", "<imgs ", 24, "no tag `<imgs>`. The nearest right word is `<img>`"),
    ("tel:01632960123", "01632960123", 25, 'has `href="01632960123"`. The goal wants `href="tel:…"`'),
    (">01632 960123<", "><", 25, "The link `<a>` is empty"),
    ("12 High Street</p>", "12 Hihg Street</p>", 28, "“Hihg Street”|“Hihg”|“12 Hihg Street”"),
    (
        "<footer>\n  <p>The Community Office, 12 High Street</p>\n</footer>",
        "<p>The Community Office, 12 High Street</p>\n<footer></footer>",
        27,
        "stands outside of the footer `<footer>`",
    ),
    ("<footer>", "<fotter>", 27, "no tag `<fotter>`. The nearest right word is `<footer>`"),
]


def checks() -> list[Check]:
    return [Check(f"Goal {n}", Rule("html", text, 1)) for n, text in enumerate(GOALS, 1)]


def test_the_right_page_passes() -> None:
    found = inspect(checks(), page(BODY)).report(None)
    assert found.passed, [fault.text for fault in found.faults]
    assert found.slips == ()


@pytest.mark.parametrize(("right", "typed", "line", "said"), MISTAKES, ids=[f"{m[0]}→{m[1]}"[:60] for m in MISTAKES])
def test_a_mistake_is_named_on_its_line(right: str, typed: str, line: int | None, said: str) -> None:
    assert right in BODY
    whole = page("").with_text("index.html", BEFORE + BODY.replace(right, typed) + AFTER)
    found = inspect(checks(), whole).report(None)
    texts = [(fault.place and fault.place.line, fault.text) for fault in found.faults]
    assert any(part in text for part in said.split("|") for _, text in texts), texts
    if line is not None:
        first = found.faults[0]
        assert first.place is not None
        assert first.place.line == line, texts
    assert len(found.faults) <= 2, texts
    assert len(set(texts)) == len(texts)


def test_a_slip_and_a_fault_beside_it_are_both_told_and_neither_twice() -> None:
    body = BODY.replace("</h1>", "").replace('width="640"', 'width="64"').replace("<li>Forms</li>", "<li>Froms</li>")
    found = inspect(checks(), page(body)).report(None)
    assert [slip.place and slip.place.line for slip in found.slips] == [9]
    faults = [fault for finding in found.findings for fault in finding.faults]
    assert [(fault.place and fault.place.line, fault.kind) for fault in faults] == [
        (20, "text-mistyped"),
        (24, "attribute-wrong"),
    ]
    assert [finding.outcome for finding in found.findings].count(Outcome.FAILED) >= 2


def test_two_faults_in_one_goal_are_both_told() -> None:
    body = BODY.replace('href="index.html"', 'href="home.html"').replace(">Contact<", ">Contacts<")
    found = inspect(checks(), page(body)).report(None)
    assert [(fault.place and fault.place.line, fault.kind) for fault in found.faults] == [
        (11, "attribute-wrong"),
        (12, "text-mistyped"),
    ]
