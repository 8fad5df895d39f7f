"""What was typed where it does not belong is told once, on its line, by a check and by a comparison alike."""

import pytest
from checking import page, report

from app.checks.comparison.pages import compare
from app.checks.wording.sentences import with_line
from app.page.page import Page

RIGHT = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Office</title>
  <style>
    h1 { color: teal; }
    .notice {
      background-color: tan;
      padding: 1rem;
    }
  </style>
</head>
<body>
  <h1>Office</h1>
  <p class="notice">We are open.</p>
</body>
</html>
"""

TYPED = [
    (
        '<html lang="en-GB">',
        '<html>lang="en-GB"',
        'Line 2: `lang="en-GB"` stands outside its tag. Write it before the `>`: `<html lang="en-GB">`',
    ),
    (
        '<html lang="en-GB">',
        '<html> lang="en-GB">',
        'Line 2: `lang="en-GB"` stands outside its tag. Write it before the `>`: `<html lang="en-GB">`',
    ),
    (
        '<p class="notice">',
        '<p>class="notice"',
        'Line 16: `class="notice"` stands outside its tag. Write it before the `>`: `<p class="notice">`',
    ),
    ("</p>\n", "</p>\n  h2 { color: darkgreen; }\n", "Line 17: `h2 { … }` is CSS. It belongs in the style sheet."),
    (
        "  <title>",
        "  .notice,\n  h2 {\n    color: red;\n  }\n\n  p { margin: 0 }\n  <title>",
        "Line 5: `.notice, h2 { … }` is CSS. It belongs in the style sheet.",
    ),
    (
        "    .notice {\n",
        '    <p class="x">Hello\n    .notice {\n',
        'Line 8: `<p class="x">` is HTML. It belongs in the page, not in the style sheet.',
    ),
    (
        "    h1 {",
        "    <h2>Hello,\n    it's us</h2>\n    h1 {",
        "Line 7: `<h2>` is HTML. It belongs in the page, not in the style sheet.",
    ),
    (
        "      padding: 1rem;\n    }\n",
        "      padding: 1rem;\n    }\n    <link>\n",
        "Line 12: `<link>` is HTML. It belongs in the page, not in the style sheet.",
    ),
    (
        ".notice {",
        ".notice {}",
        "Line 8: The rule for `.notice` ends here, but more lines of it follow. Take this `}` away.",
    ),
    (
        "tan;\n",
        "tan;\n    }\n",
        "Line 10: The rule for `.notice` ends here, but more lines of it follow. Take this `}` away.",
    ),
    (
        "tan;\n      padding: 1rem;\n    }",
        "tan;\n    }\n      padding: 1rem;",
        "Line 10: The rule for `.notice` ends here, but more lines of it follow. Move this `}` below them.",
    ),
]


@pytest.mark.parametrize(("right", "typed", "said"), TYPED)
def test_what_stands_in_a_wrong_place_is_told_once_and_nothing_that_follows(right: str, typed: str, said: str) -> None:
    submitted = RIGHT.replace(right, typed)
    assert submitted != RIGHT
    assert [with_line(fault) for fault in compare(RIGHT, submitted)] == [said]
    subject = Page((page("").files[0],)).with_text("index.html", submitted)
    assert [with_line(slip) for slip in report("<h1>Office</h1>", subject).slips] == [said]


SHOWN = [
    "<pre>h2 { color: red; }</pre>",
    "<pre><b>x</b>\nh2 { color: red; }</pre>",
    "<p>Write <code>h2 { color: red; }</code> for it.</p>",
    "<textarea>\nh2 { color: red; }\n</textarea>",
    "<style>\nh2 { color: red; }\n</style>",
    "<script>\na = { color: 1 }\n</script>",
    "<p>Tea {office: open} and more</p>",
    "<p>We are open {{ office.hours }}.</p>",
]


@pytest.mark.parametrize("body", SHOWN)
def test_code_that_a_page_shows_is_in_its_place(body: str) -> None:
    assert report("<i></i>", body).slips == ()


SHEETS = [
    ("<style>\nh1 { color: red; }\n</style>", "1: `<style>` is HTML. A style sheet needs no tags, so take it away."),
    ("h1 { color: red; }\n<h1>Office</h1>", "2: `<h1>` is HTML. It belongs in the page, not in the style sheet."),
    (
        "@media print {\n  h1 {}\n    color: red;\n  }\n}",
        "2: The rule for `h1` ends here, but more lines of it follow. Take this `}` away.",
    ),
]
RIGHT_SHEETS = [
    'h1::before { content: "<p>Hello</p>"; }',
    "/* <p> is HTML */\nh1 { color: red; }",
    "@media (width<400px) { h1 { color: red; } }",
    "a {} a:hover { color: red; } input:checked { color: red; }",
    "body { background: url(\"data:image/svg+xml;utf8,<svg xmlns='x'><a>b</a></svg>\"); }",
]


@pytest.mark.parametrize(("sheet", "said"), SHEETS)
def test_a_sheet_with_what_belongs_elsewhere_says_so_once(sheet: str, said: str) -> None:
    subject = page('<link rel="stylesheet" href="style.css">', style=sheet)
    assert [with_line(slip) for slip in report("<p></p>", subject).slips] == [f"style.css, line {said}"]


@pytest.mark.parametrize("sheet", RIGHT_SHEETS)
def test_a_right_sheet_has_nothing_in_a_wrong_place(sheet: str) -> None:
    subject = page('<link rel="stylesheet" href="style.css">', style=sheet)
    assert report("<p></p>", subject).slips == ()


def test_a_style_element_left_open_is_one_slip() -> None:
    submitted = RIGHT.replace("  </style>\n", "")
    assert len([with_line(fault) for fault in compare(RIGHT, submitted)]) == 1
    subject = Page((page("").files[0],)).with_text("index.html", submitted)
    assert [slip.kind for slip in report("<h1>Office</h1>", subject).slips] == ["unclosed"]
