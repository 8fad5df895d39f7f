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
]


@pytest.mark.parametrize(("right", "typed", "said"), TYPED)
def test_what_stands_in_a_wrong_place_is_told_once_and_nothing_that_follows(right: str, typed: str, said: str) -> None:
    submitted = RIGHT.replace(right, typed)
    assert submitted != RIGHT
    assert [with_line(fault) for fault in compare(RIGHT, submitted)] == [said]
    subject = Page((page("").files[0],)).with_text("index.html", submitted)
    assert [with_line(slip) for slip in report("<h1>Office</h1>", subject).slips] == [said]
