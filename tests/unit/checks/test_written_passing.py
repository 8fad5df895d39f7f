"""`css written` blocks that a page meets, in every harmless way of writing the same."""

import pytest
from checking import lines_told, page, report

from app.checks.rules import Reading
from app.page.page import File, Page

WRITTEN: Reading = "css written"
LINK = '<link rel="stylesheet" href="style.css">\n'
BODY = (
    '<nav><a href="a.html">A</a></nav>\n<h1>Hello</h1>\n<h2>Then</h2>\n<div class="card" id="one"><p>a</p></div>\n'
    '<div class="card wide"><p>b</p></div>\n<input type="checkbox">'
)


def told(block: str, css: str) -> list[str]:
    """What is said of a page with this style sheet: nothing where the block is met."""
    return said_of(block, page(LINK + BODY, style=css))


def said_of(block: str, subject: Page) -> list[str]:
    return [] if report(block, subject, "css written").passed else ["(not met)", *lines_told(block, subject, WRITTEN)]


CARD = ".card { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }"


@pytest.mark.parametrize(
    "css",
    [
        CARD,
        ".card{margin:0 auto;border:1px solid #ff0000;font-weight:bold;padding:.5rem}",
        ".card {\n  padding: 0.5rem;\n  font-weight: bold;\n  border: 1px solid #ff0000;\n  margin: 0 auto;\n}",
        ".card { margin: 0 auto } .card { border: 1px solid #ff0000; font-weight: bold } .card { padding: 0.5rem }",
        ".card { margin: 0px auto 0em; border: solid red 1px; font-weight: 700; padding: .50rem }",
        ".CARD { margin: 0 } .card { MARGIN: 0 AUTO; BORDER: 1PX SOLID RED; Font-Weight: BOLD; padding: 0.5REM; }",
        ".card { margin-top: 0; margin-bottom: 0; margin-left: auto; margin-right: auto; border: 1px solid #f00;"
        " font-weight: bold; padding: 0.5rem 0.5rem }",
        ".card { margin: 0 auto; border-width: 1px; border-style: solid; border-color: rgb(255, 0, 0);"
        " font-weight: bold; padding: 0.5rem }",
        ".card { margin-block: 0; margin-inline: auto; border: 1px solid rgb(255 0 0); font-weight: bold;"
        " padding-block: 0.5rem; padding-inline: 0.5rem }",
        ".card { margin: 0 auto; border: 1px solid hsl(0, 100%, 50%); font-weight: bold; padding: 0.5rem }",
        ".card { margin: 0 auto; border: 1px solid hsl(0deg 100% 50% / 1); font-weight: bold; padding: 0.5rem }",
        "/* a */ .card /* b */ { /* c */ margin: /* d */ 0 auto; border: 1px solid #F00; font-weight: bold;"
        " padding: 0.5rem; /* e */ }",
        "div.card { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        "body > .card { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        "div { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        "[class~=card] { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        ".card, h6 { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        "#one, .wide { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        ":is(#one, .wide) { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        "body { .card { margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem } }",
        ".card { color: red; margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem; top: 1px }",
        ".card { padding: 9px; margin: 0 auto; border: 1px solid #ff0000; font-weight: bold; padding: 0.5rem }",
        ".card { padding: 9px } " + CARD,
        "div.card { padding: 0.5rem } .card { padding: 9px; margin: 0 auto; border: 1px solid red; font-weight: bold }",
        CARD + " .card p { margin: 3px; padding: 2px }",
        CARD + " .wide { padding: 9px }",
        CARD + " @media print { .card { padding: 0 } }",
        "@charset 'utf-8';\n" + CARD,
        "h1 { color: red; ; }\n" + CARD + "\n\n",
        "@layer base { .card { padding: 9px } } " + CARD,
        "@media all { " + CARD + " }",
        "<!-- " + CARD + " -->",
        CARD.replace("}", ";;}"),
        CARD.replace("padding: 0.5rem", "padding: 0.5rem !important") + " .card { padding: 1px }",
    ],
)
def test_a_rule_is_there_however_it_is_written(css: str) -> None:
    assert told(CARD, css) == []


@pytest.mark.parametrize(
    ("block", "css"),
    [
        ("h1 { color: darkgreen }", "h1 { color: #006400 }"),
        ("h1 { color: darkgreen }", "h1 { color: RGB(0, 100, 0) }"),
        ("h1, h2 { color: tan }", "h1 { color: tan } h2 { color: tan }"),
        ("h1, h2 { color: tan }", "h2,h1{color:tan}"),
        ("h1, h2 { color: tan }", ":is(h1, h2) { color: tan }"),
        ("h1 { }", "h1 { color: red }"),
        ("a:hover { color: tan }", "nav a:hover { color: tan }"),
        ("a:hover, a:focus { color: tan }", "a:focus { color: tan } a:hover { color: tan }"),
        ("p::before { content: '>' }", "p:before { content: \">\" }"),
        ("input:checked { color: tan }", "input:checked { color: tan }"),
        ("h1 { background: tan }", "h1 { background-color: tan }"),
        ("h1 { background-color: tan }", "h1 { background: tan no-repeat }"),
        ("h1 { background-color: var(--sand) }", "h1 { background: var( --sand ) }"),
        ("h1 { border: 1px solid var(--sand) }", "h1 { border: solid var(--sand) 1px }"),
        (":root { --sand: #fed }", "html { --sand: #FFEEDD }"),
        (":root { --sand: #… }", ":root{--sand:#fed}"),
        ("h1 { width: …vw }", "h1 { WIDTH: 50VW }"),
        ("h1 { width: [number]vw | [number]% }", "h1 { width: 50% }"),
        ("h1 { background-color: hsl(…) }", "h1 { background: hsl( 120 , 50% , 50% ) }"),
        ("h1 { background-color: hsl(…) }", "h1 { background-color: hsla(120 50% 50% / 0.5) }"),
        ("h1 { border-radius: [number]px }", "h1 { border-radius: 4px }"),
        ("h1 { border-radius: [number]px }", "h1 { border-radius: .5px }"),
        ("h1 { padding-left: …vw }", "h1 { padding: 2vw }"),
        ("h1 { padding: …vw }", "h1 { padding-top: 2vw; padding-right: 2vw; padding-bottom: 2vw; padding-left: 2vw }"),
        ("h1 { border: …px solid black }", "h1 { border: 3px solid black }"),
        ("h1 { font-family: …sans-serif }", "h1 { font-family: Arial, sans-serif }"),
        ("h1 { color: red | tan }", "h1 { color: #d2b48c }"),
        ("h1 { color: any-of(red, tan) }", "h1 { color: tan }"),
        ("h1 { color: not(red) }", "h1 { color: tan }"),
        ("h1 { width: at-least(16px) }", "h1 { width: 1in }"),
        ("h1 { width: between(1em, 2em) }", "h1 { width: 1.5em }"),
        ("@media (max-width: 600px) { h1 { color: tan } }", "@media (width<=600px){h1{color:tan}}"),
        ("@media (max-width: 600px) { h1 { color: tan } }",
         "@media only screen and (MAX-WIDTH:600px){h1{color:tan}}"),
        ("@media (width >= 20em) and (width <= 40em) { h1 { color: tan } }",
         "@media (20em <= width <= 40em) { h1 { color: tan } }"),
        ("@media print { nav { display: none } }",
         "nav { color: red } @media print { body { color: black } nav { display: none } }"),
        ("@media print { nav { display: none } }", "nav { @media print { display: none } }"),
        ("@media print { nav { display: none } }", "@media PRINT { nav { display: none; } }"),
        ("@media print { }", "@media print { nav { display: none } }"),
        ("@font-face { font-family: Office; src: url(a.woff2) }",
         "@font-face { src: url('a.woff2'); font-family: 'Office' }"),
        ("@keyframes fade { from { opacity: 0 } to { opacity: 1 } }",
         "@KEYFRAMES fade { 0% { opacity: 0.0 } 100% { opacity: 100% } }"),
        ("@keyframes fade { }", "@keyframes fade { from { opacity: 0 } }"),
        ("@page { margin: 2cm }", "@page { margin: 2cm 2cm }"),
        ("h1 { margin: 0 !important }", "h1 { margin: 0!important }"),
        ("h1 { flex: 1 }", "h1 { flex: 1 1 0% }"),
        ("h1 { font: bold 16px/1.5 serif }",
         "h1 { font-size: 16px; line-height: 1.5; font-weight: 700; font-family: serif }"),
        ("h1 { gap: 1px 2px }", "h1 { row-gap: 1px; column-gap: 2px }"),
        ("h1 { inset: 0 }", "h1 { top: 0; left: 0; bottom: 0; right: 0 }"),
        ("h1 { text-decoration: none }", "h1 { text-decoration-line: none }"),
        ("h1 { list-style: none }", "h1 { list-style-type: none }"),
        ("h1 { opacity: 50% }", "h1 { opacity: .5 }"),
    ],
)  # fmt: skip
def test_a_block_is_met(block: str, css: str) -> None:
    assert told(block, css) == []
    assert said_of(block, page(f"<style>{css}</style>\n{BODY}")) == []


def test_a_rule_may_stand_in_any_sheet_of_the_page() -> None:
    block = "@media print { h1 { color: tan } }\nh2 { color: red }"
    for files in [
        {"style.css": "@import 'more.css'; h2 { color: red }", "more.css": "@media print { h1 { color: tan } }"},
        {"style.css": '@import url("css/more.css") print; h2 { color: red }', "css/more.css": "h1 { color: tan }"},
        {"style.css": "@layer a; @import url(more.css) print;", "more.css": "h1 { color: tan }\n@import 'a.css'"},
    ]:
        sheet = "<style>h2 { color: red }</style>"
        subject = Page((File("index.html", LINK + sheet + BODY), *(File(n, t) for n, t in files.items())))
        assert said_of(block, subject) == []
    two = LINK + '<link href="print.css" rel="StyleSheet" media="print">' + BODY
    subject = Page((File("a/index.html", two.replace('href="s', 'href="../s')), File("style.css", "h2 {color: red}"),
                    File("a/print.css", "h1 { color: tan }")))  # fmt: skip
    assert said_of(block, subject) == []


def test_sheets_that_import_each_other_are_read_once() -> None:
    files = (
        File("style.css", "@import 'b.css'; h1 { color: tan }"),
        File("b.css", "@import 'style.css'; p { top: 0 }"),
    )
    assert said_of("h1 { color: tan } p { top: 0 }", Page((File("index.html", LINK + BODY), *files))) == []
