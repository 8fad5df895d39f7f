"""What comparing two pages says: one plain sentence a fault, with its line, what is there and what was wanted."""

# ruff: noqa: E501 (a sentence stands on its line as it is said)

from pathlib import Path

import pytest

from app.checks.comparison.pages import compare
from app.checks.wording.sentences import with_line

DESK = (Path(__file__).parent / "compared_pages" / "desk.html").read_text(encoding="utf-8")


def said(old: str, new: str) -> list[str]:
    assert DESK.count(old) >= 1, old
    return [with_line(fault) for fault in compare(DESK, DESK.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Friday", "Fryday", "Line 21: The strong text `<strong>` says “Fryday”. The goal wants “Friday”."),
        ('width="640"', 'widht="640"', "Line 26: The picture `<img>` has `widht=\"640\"`. The word is `width`."),
        (' width="640"', "", "Line 26: The picture `<img>` has no `width` yet. The goal wants `width=\"640\"`."),
        ("<h2>Who we are</h2>", "<h3>Who we are</h3>", "Line 25: This is a heading `<h3>`. The goal wants a heading `<h2>`."),
        ("<h2>Who", "<h3>Who", "Line 25: This is a heading `<h3>`. The goal wants a heading `<h2>`."),
        ("<strong>Friday</strong>", "Friday", "Line 21: “Friday” stands without `<strong>` around it. The goal wants it inside."),
        ("</h1>", "", "Line 20: The main heading `<h1>` is never closed. Write `</h1>` where it ends."),
        ("</ul>", "", "Line 28: The bullet list `<ul>` is never closed. Write `</ul>` where it ends."),
        ("color: darkgreen", "color: red", "Line 8: The rule for `h1` says `color: red`. The goal wants `color: darkgreen`."),
        (".card {", ".crad {", "Line 9: The rule is for `.crad`. The goal wants `.card`: a sign or two differ."),
        ("600px", "60px", "Line 12: These rules stand in `@media (max-width: 60px)`. The goal wants `@media (max-width: 600px)`."),
        ("font-style", "font-stlye", "Line 10: CSS has no property `font-stlye`. The nearest right word is `font-style`."),
        ("margin: 0;", "margin: 0", "Line 7: `margin: 0` does not end. Write `;` after it."),
        ("<li>Ask us anything</li>", "<li>Ask us anything</li>\n<li>Ask us anything</li>",
         "Line 30: The list item `<li>` is there twice: `<li>Ask us anything` The goal wants it once."),
    ],
)  # fmt: skip
def test_a_fault_is_said_plainly(old: str, new: str, sentence: str) -> None:
    assert said(old, new) == [sentence]


def test_what_is_missing_is_shown_where_it_should_stand() -> None:
    (sentence,) = said("        <li>Bring a form or a letter</li>\n", "")
    assert sentence == (
        "Line 29: There are two list items `<li>` here. The goal wants three: `<li>Bring a form or a letter` is missing."
    )


def test_independent_faults_are_found_beside_an_unclosed_tag() -> None:
    page = DESK.replace("</section>", "", 1).replace("Friday", "Fridya").replace("darkgreen", "green")
    lines = [fault.place.line for fault in compare(DESK, page) if fault.place]
    assert lines == [8, 21, 24]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a{margin:0 auto}", "a{margin-top:0px;margin-right:auto;margin-bottom:0;margin-left:auto}"),
        ("a{border:1px solid red}", "a{border-width:1px;border-style:solid;border-color:#f00}"),
        ("a{background:red}", "a{background-color:rgb(255,0,0)}"),
        ("a{border:none}", "a{border:0}"),
        (
            "a{font:bold 1em/1.5 'Open Sans',serif}",
            "a{font-weight:700;font-size:1em;line-height:1.5;font-family:Open Sans,serif}",
        ),
        ("a{flex:1}", "a{flex-grow:1;flex-shrink:1;flex-basis:0%}"),
        ("a{list-style:none}", "a{list-style-type:none}"),
        ("a{overflow:hidden;gap:1em}", "a{overflow-x:hidden;overflow-y:hidden;row-gap:1em;column-gap:1em}"),
        ("a{inset:0}", "a{top:0;right:0;bottom:0;left:0}"),
        ("a{border-radius:4px}", "a{border-radius:4px 4px 4px 4px}"),
        ("a,b{color:red}", "b{color:red}a{color:red}"),
        ("a{color:red}a{margin:0}", "a{margin:0;color:red}"),
        ("a:before{content:'x'}", 'a::before{content:"x"}'),
        ("a{color:rgba(0,0,0,.5)}", "A{COLOR:#00000080}"),
        ("a{width:0.50em}", "a{width:.5em}"),
        ("@media (max-width:600px){a{color:red}}", "@MEDIA ( max-width : 600px ) { a { color : red } }"),
        ("a{background:url(x.png)}", "a{background:url('x.png')}"),
        (".b.a{color:red}", ".a.b{color:red}"),
        ("a{color:red}", "a{color:blue}a{color:red}"),
        ("a{color:red}b{margin:0}", "b{margin:0}a{color:red}"),
    ],
)
def test_styles_that_do_the_same_are_the_same(one: str, other: str) -> None:
    pages = [f"<!doctype html><title>t</title><style>{css}</style><p class=x><a>b</a>" for css in (one, other)]
    assert compare(pages[0], pages[1]) == ()
    assert compare(pages[1], pages[0]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a{margin:0 auto}", "a{margin:auto 0}"),
        ("a{border:none}", "a{border:37px}"),
        ("a{color:red}", "a{color:red!important}"),
        (".x{color:red}.y{color:blue}", ".y{color:blue}.x{color:red}"),
        ("a{color:red}", "a b{color:red}"),
        ("a{width:1em}", "a{width:1rem}"),
        ("a{width:90vw;width:min(90vw,60em)}", "a{width:min(90vw,60em)}"),
        ("a{font-family:serif}", "a{font-family:'serif'}"),
        ("a{color:red}", "@media print{a{color:red}}"),
    ],
)
def test_styles_that_differ_are_told(one: str, other: str) -> None:
    pages = [f"<!doctype html><title>t</title><style>{css}</style><p class='x y'><a>b</a>" for css in (one, other)]
    assert compare(pages[0], pages[1])
    assert compare(pages[1], pages[0])


def test_what_a_style_attribute_says_is_compared_as_css() -> None:
    page = '<!doctype html><title>t</title><p style="color: red; margin: 0">Tea</p>'
    assert compare(page, page.replace("color: red; margin: 0", "margin: 0px;COLOR: #f00;")) == ()
    for other in ("color: red", "color: red; margin: 7px", "color: red; mragin: 0", "color red; margin: 0", ""):
        assert len(compare(page, page.replace("color: red; margin: 0", other))) == 1, other


def test_white_space_counts_only_where_it_is_kept() -> None:
    assert compare("<pre>a  b</pre>", "<pre>a b</pre>")
    assert compare("<p>a  b</p>", "<p>\n a\n b </p>") == ()


@pytest.mark.parametrize(
    "text",
    ["", "\0" * 999, "<" * 3000, "<div>" * 4000, "<style>" + "a{" * 3000, "\ud800", "<li>a" * 2000, "x" * 400_000],
)
def test_absurd_pages_end_in_a_clear_answer(text: str) -> None:
    assert compare(DESK, text)
    assert compare(text, text) == ()
