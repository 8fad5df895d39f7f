"""CSS that nobody should write: every block still gets an answer, soon, and in words."""

import random

import pytest
from checking import lines_told, page, report

from app.checks.reading import rule_problems
from app.checks.rules import Rule
from app.page.page import File, Page

BODY = (
    '<link rel="stylesheet" href="style.css">\n<style>p { top: 0 }</style><h1 style="color:">Hi</h1><p class="a">b</p>'
)
BLOCK = (
    "h1, .a { color: tan; margin: 0 auto; width: …vw }\n@media (max-width: 600px) { p:hover { top: not(0) } }\n"
    "@font-face { font-family: x; src: url(a) }\n@keyframes k { from { top: 0 } }\n:root { --sand: #… }"
)
PIECES = (
    "{", "}", ";", ":", "(", ")", "[", "]", "@media", "@import", "'", '"', "/*", "*/", "h1", ".a", "#", "color", "red",
    "!important", ",", ">", "::", "\0", "\ud800", "url(", "var(--", "\\", "\n", "&", "*", "0", "…", "<!--",
)  # fmt: skip


@pytest.mark.parametrize(
    "css",
    [
        "{" * 5000,
        "}" * 5000,
        "h1{" * 2000,
        "@media print{" * 2000,
        ":not(" * 3000,
        "h1 { color: " + "(" * 3000,
        "h1 { --x: " + "{" * 3000,
        ".a, .b { " * 28 + "color: tan",
        "h1 { color: tan; " * 3000,
        "\0" * 1000,
        "\r\f\r\n" * 900 + "h1 { top: 1px }\f",
        "\ud800 { \udfff: \ud800 }",
        "@import '" * 500,
        "@import 'style.css';",
        "/*" * 5000,
        "h1 { width: " + "1" * 5000 + "px }",
        "h1 { width: 1e999px; color: hsl(1e999 2% 3%); margin: 1e999px }",
        "h1 { background: " + "url(a)," * 2000 + " }",
        "@media " + "(width<1px)and" * 1000 + "{ h1 { color: tan } }",
        "," * 5000 + "{ color: tan }",
        "h1" + ":not(.b)" * 2000 + " { color: tan }",
    ],
    ids=lambda css: repr(css[:14]),
)
def test_absurd_css_has_an_answer(css: str) -> None:
    assert lines_told(BLOCK, page(BODY, style=css), "css written")


def test_a_million_rules_are_cut_and_that_is_said() -> None:
    found = lines_told("h1 { color: tan }", page(BODY, style="p{top:0}" * 1_000_000), "css written")
    assert "The CSS is 8,000,000 characters long. Midweek reads the first" in found[0]


def test_many_selectors_of_many_elements_end() -> None:
    css = "".join(f"h1 ~ p:nth-child({n}), p:has(+ p:nth-child({n})) {{ top: {n}px }}\n" for n in range(1500))
    body = BODY + "<p>x</p>" * 300
    assert lines_told("h1 { color: tan }", page(body, style=css), "css written")


def test_random_css_never_raises() -> None:
    pick = random.Random(3)
    for _ in range(300):
        css = "".join(pick.choices(PIECES, k=pick.randrange(1, 60)))
        files = (File("index.html", BODY), File("style.css", css), File("b.css", "@import 'style.css';" + css))
        report(BLOCK, Page(files), "css written")


def test_random_blocks_are_read_or_told() -> None:
    pick = random.Random(4)
    for _ in range(300):
        block = "".join(pick.choices(PIECES, k=pick.randrange(1, 40)))
        rule = Rule("css written", block, 1)
        if not rule_problems(rule):
            report(block, page(BODY, style=block), "css written")
