import pytest
from checking import page, report

from app.checks.wording.sentences import TEMPLATES, with_line

SLIPS = [
    ("<h1>Hi\n<p>x</p>", "Line 8: The main heading `<h1>` is never closed. Write `</h1>` where it ends."),
    ("<div/>\n<p>x</p>", "Line 8: `<div/>` does not close itself. Write `</div>` where it ends."),
    ("x</b>", "Line 8: `</b>` closes nothing. Take it away, or write `<b>` where it should begin."),
    ("<br></img>", "Line 8: `</img>` is too much: the picture `<img>` needs no end tag. Take it away."),
    ("<h1>Hi</h2>", "Line 8: The main heading `<h1>` is closed with `</h2>`. Write `</h1>`."),
    ("<em>a<em>", "Line 8: `<em>` begins another one. Write `</em>` to close it."),
    ("<!-- a", "Line 8: The comment is never closed. Write `-->` where it ends."),
    ("<hedaer>x</hedaer>", "Line 8: There is no tag `<hedaer>`. The nearest right word is `<header>`."),
    ("<zzzzzz>x</zzzzzz>", "Line 8: There is no tag `<zzzzzz>`. Check how it is spelt."),
    ("<p>\n<img widht='640'>", "Line 9: The picture `<img>` has `widht='640'`. The word is `width`."),
    (
        '<a href="x>a</a>',
        'Line 8: The link `<a>` has `href` without a closing quotation mark. Write `"` where its value ends.',
    ),
    (
        '<a href=x">a</a>',
        'Line 8: The link `<a>` has `href` without an opening quotation mark. Write `"` where its value begins.',
    ),
    ('<a href"x">a</a>', "Line 8: The link `<a>` has no `=` between `href` and its value."),
    ('<p class="a" class="b">x', "Line 8: The paragraph `<p>` has `class` twice. Only the first one counts."),
    ("<h1 Hello</h1>", "Line 8: The tag `<h1` is not finished. Write `>` after it."),
]


@pytest.mark.parametrize(("body", "sentence"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_is_said_in_one_plain_sentence(body: str, sentence: str) -> None:
    assert sentence in [with_line(slip) for slip in report("<p></p>", body).slips]


def test_every_template_is_plain_and_kind() -> None:
    for kind, template in TEMPLATES.items():
        assert "!" not in template.replace("<!doctype", "").replace("!important", ""), kind
        assert not {"invalid", "illegal", "error", "oops", "must"} & set(template.lower().split()), kind


@pytest.mark.parametrize(
    ("check", "typed"),
    [
        ("<h1>Hello</h1><p>x</p>", "<h1>Hello\n<p>x</p>"),
        ("<h1>Hello</h1><p>x</p>", "<h1>Hello</h2><p>x</p>"),
        ("<p>a <em>b</em> c</p>", "<p>a <em>b<em> c</p>"),
        ("<a href='x'>a</a><p>b</p>", '<a href="x>a</a><p>b</p>'),
        ("<a href='x'>a</a>", '<a href=x">a</a>'),
        ("<a href='x'>a</a>", '<a href"x">a</a>'),
        ("<h1>Hello</h1>", "<h1 Hello</h1>"),
        ("<h1>Hello</h1>", "h1>Hello</h1>"),
        ("<h1>Hello</h1>", "<h1Hello</h1>"),
        ("<header>x</header>", "<hedaer>x</hedaer>"),
        ("<img width='640'>", "<img widht='640'>"),
        ("<ul><li>a</li></ul>\n<p>b</p>", "<ul>\n  <li>a</li>\n\n<p>b</p>"),
        ("<p>x</p>", "<!-- a note\n<p>x</p>"),
    ],
)
def test_a_goal_that_fails_for_a_slip_alone_has_no_fault_of_its_own(check: str, typed: str) -> None:
    found = report(check, typed)
    assert found.slips
    assert found.findings[0].faults == (), [fault.text for fault in found.findings[0].faults]


def test_a_line_in_a_style_sheet_names_its_file() -> None:
    subject = page('<link rel="stylesheet" href="style.css">', style="h1 {\n  colr: red;\n}")
    assert [with_line(slip) for slip in report("<p></p>", subject).slips] == [
        "style.css, line 2: CSS has no property `colr`. The nearest right word is `color`."
    ]
