"""What is read as text up to its end tag: without that, everything below is swallowed, and only the slip is told."""

from __future__ import annotations

import pytest

from app.checks.inspection import inspect
from app.checks.rules import Check, Rule
from app.page.page import File, Page

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
  <title>Surgery times</title>
  <style>
    h1 > a { color: green; }
  </style>
</head>
<body>
  <h1><a href="x.html">Office</a></h1>
  <p><label>Note <textarea>one</textarea></label></p>
  <p>Hello <b>you</b></p>
</body>
</html>
"""
CHECKS = [
    Check("The title", Rule("html", "<title>Surgery times</title>", 1)),
    Check("The heading", Rule("html", '<h1><a href="x.html">Office</a></h1>', 1)),
    Check("The text", Rule("html", "<textarea>one</textarea>\n<p>Hello <b>you</b></p>", 1)),
    Check("The rule", Rule("css written", "h1 > a { color: green }", 1)),
    Check("The tags", Rule("audit", "valid-html", 1)),
]


def told(page: str) -> list[tuple[int, str]]:
    report = inspect(CHECKS, Page((File("index.html", page),))).report(None)
    assert not report.passed or page == PAGE
    return [(fault.place.line if fault.place else 0, fault.text) for fault in report.faults]


def test_the_page_as_it_should_be_passes() -> None:
    assert told(PAGE) == []


@pytest.mark.parametrize(
    ("right", "typed", "line", "tag"),
    [
        ("times</title>", "times", 4, "title"),
        ("times</title>", "times<title>", 4, "title"),
        ("times</title>", "times</titel>", 4, "title"),
        ("  </style>\n", "", 5, "style"),
        ("</textarea>", "", 11, "textarea"),
    ],
)
def test_only_the_end_tag_that_is_missing_is_told(right: str, typed: str, line: int, tag: str) -> None:
    ((where, text),) = told(PAGE.replace(right, typed))
    assert where == line
    assert text.endswith(f"`<{tag}>` is never closed. Write `</{tag}>` where it ends.")


def test_what_else_is_wrong_above_and_below_is_told_beside_it() -> None:
    wrong = PAGE.replace("</title>", "").replace("Surgery", "Sugery").replace("Hello", "Helo")
    assert [line for line, _ in told(wrong)] == [4, 4, 12]
