"""Styles that say the same another way pass, and a value no browser knows is one difference and not two."""

import pytest
from checking import lines_told, page

from app.checks.comparison.pages import compare

PAGE = "<!doctype html>\n<title>Fair</title>\n<style>\n{}\n</style>\n<p>Tea\n"


def told(wanted: str, written: str) -> list[str]:
    return [each.text for each in compare(PAGE.replace("{}", wanted), PAGE.replace("{}", written))]


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        (
            "p { margin: 0; margin-bottom: 15px }",
            "p { margin-top: 0; margin-right: 0; margin-bottom: 0; margin-left: 0; margin-bottom: 15px }",
        ),
        ("p { cursor: pointer; cursor: grab }", "p { cursor: pointer } p { cursor: grab }"),
        ('@import url("print.css");', "@import 'print.css';"),
        ("@import url(print.css) print;", '@import "print.css" print;'),
    ],
)
def test_what_every_browser_reads_the_same_is_the_same(wanted: str, written: str) -> None:
    assert told(wanted, written) == []


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ("text-decoration: none", "text-decoration: nonf"),
        ("border: none", "border: non"),
        ("background: black", "background: blakc"),
        ("font: 16px/1.5 Arial", "font: 16/1.5 Arial"),
    ],
)
def test_a_shorthand_no_browser_knows_is_told_once_beside_what_was_wanted(wanted: str, written: str) -> None:
    (message,) = told(f"p {{ {wanted} }}", f"p {{ {written} }}")
    assert f"`{written}`" in message
    assert f"`{wanted}`" in message


def test_an_import_is_asked_for_as_it_is_written_and_found_in_either_spelling() -> None:
    block = '@import url("print.css");'
    for written in ["@import 'print.css';", "@import url(print.css);", block]:
        assert lines_told(block, page("<style>" + written + "</style>", **{"print.css": ""}), "css written") == []
    (said,) = lines_told(block, page("<style>p { top: 0 }</style>"), "css written")
    assert said.endswith('The goal wants `@import "print.css";`.')


def test_a_condition_is_told_as_it_is_written() -> None:
    rule = "@media screen and (min-width: {}) {{ p {{ top: 0 }} }}"
    (said,) = told(rule.format("40em"), rule.format("45em"))
    assert "`@media screen and (min-width: 45em)`" in said
    assert "`@media screen and (min-width: 40em)`" in said
