"""What a learner is told where an effect does not hold: the reason in their own CSS, its line, found and wanted."""

from __future__ import annotations

from typing import Any

import pytest
from checking import page

from app.checks.inspection import inspect
from app.checks.report import Fault, Outcome
from app.checks.rules import Check, Rule
from app.page.page import Page

LINK = '<link rel="stylesheet" href="style.css">\n'
BODY = LINK + "<h1 id=top class=big>Hello</h1>\n<p><a href=x>a</a></p>\n<button>b</button>"
H1, A, BUTTON = ("h1", 9), ("a", 10), ("button", 11)


def told(block: str, subject: Page | str, *, body: str = BODY, at: str = "", **row: Any) -> list[Fault]:
    """The faults of one effect that does not hold for the first element its selector finds (or `at`)."""
    whole = page(body, style=subject) if isinstance(subject, str) else subject
    inspection = inspect([Check("g", Rule("css", block, 1))], whole)
    scene = inspection._subject.scene
    (question, *_) = inspection.questions
    element = scene.select(at or question["selector"])[0]
    rows = [{"order": element.order, "tag": element.tag, "holds": False, "found": "rgb(0, 0, 0)", **row}]
    answers = [{"matched": 1, "elements": rows if n == 0 else []} for n, _ in enumerate(inspection.questions)]
    (finding,) = inspection.report(answers).findings
    assert finding.outcome is Outcome.FAILED
    return list(finding.faults)


def one(block: str, subject: Page | str, **more: Any) -> tuple[str, str, int]:
    """The kind, the sentence and the line of the one fault."""
    (fault,) = told(block, subject, **more)
    assert fault.place is not None
    return fault.kind, fault.text, fault.place.line


@pytest.mark.parametrize(
    ("css", "kind", "line", "said"),
    [
        ("h1 { color: tan }\nh1 { color: red }", "effect-overruled-later", 2, "comes after `color: tan` on line 1"),
        ("h1 { color: red }\nh1 { color: tan }\n#top { color: blue }", "effect-overruled", 3, "`#top` is stronger"),
        ("#top { color: blue }\nh1.big { color: tan }", "effect-overruled", 1, "`#top` is stronger"),
        (":is(#top, b) { color: blue }\nh1.big { color: tan }", "effect-overruled", 1, "`:is(#top,b)` is stronger"),
        (":where(#top) { color: blue }\nh1 { color: red }", "effect-wrong", 2, "gets `color: red`"),
        (".big:not(#x) { color: blue }\n.big { color: tan }", "effect-overruled", 1, "is stronger"),
        ("h1 { color: red !important }\n#top { color: tan }", "effect-overruled-important", 1, "it is `!important`"),
        ("@layer a { #top { color: tan } }\nh1 { color: red }", "effect-overruled", 2, "`h1` is stronger"),
        (
            "@layer a, b;\n@layer b { h1 { color: red } }\n@layer a { #top { color: tan } }",
            "effect-overruled",
            2,
            "`h1`",
        ),
        ("h1 { color: tan;\n  color: red }", "effect-overruled-later", 2, "on line 1"),
        ("body { h1 { color: tan }\nh1.big { color: red } }", "effect-overruled", 2, "`body h1.big` is stronger"),
        ("@media print { h1 { color: tan } }\nh1 { color: red }", "effect-elsewhere", 1, "only in `@media print`"),
        ("@media (max-width: 600px) {\nh1 { color: tan } }", "effect-elsewhere", 2, "(max-width:600px)"),
        ("@media (min-width: 600px) { h1 { color: red } }", "effect-wrong", 1, "gets `color: red`"),
        ("h1 {\n  color: tna;\n}", "value-misspelt", 2, "has `color: tna`, which no browser knows. The word is `tan`"),
        ("h1 { color: tan }\nh1 { color: teal }", "effect-overruled-later", 2, "gets `color: teal`"),
        ("a:hover { color: tan }\nh1 {\n  margin: 0 }", "effect-unset", 2, "Nothing in the CSS sets `color`"),
        (".bgi {\n  color: tan }", "rule-unmatched", 1, "`.bgi` fits nothing on the page"),
    ],
)
def test_the_declaration_that_wins_is_named_and_why(css: str, kind: str, line: int, said: str) -> None:
    assert one("h1 { color: tan }", css)[::2] == (kind, line)
    text = one("h1 { color: tan }", css)[1]
    assert said in text
    assert "`<h1>`" in text


def test_the_style_attribute_wins_over_every_sheet() -> None:
    body = BODY.replace("id=top", 'style="color: red"')
    kind, text, line = one("h1 { color: tan }", "h1 { color: tan }", body=body)
    assert (kind, line) == ("effect-overruled-inline", 9)
    assert "gets `color: red` from its own `style`, which wins over `color: tan` on line 1" in text
    assert one("h1 { color: tan }", "h1 { color: tan !important }\n#top { color: red !important }")[2] == 2


def test_imported_sheets_come_before_the_one_that_imports_them() -> None:
    files = page(BODY, style='@import "more.css";\nh1 { color: red }')
    files = Page(
        (*files.files, page("", style="h1 { color: tan }").files[1].__class__("more.css", "h1 { color: tan }"))
    )
    kind, _, line = one("h1 { color: tan }", files)
    assert (kind, line) == ("effect-overruled-later", 2)


@pytest.mark.parametrize(
    ("block", "css", "part", "said", "line"),
    [
        ("h1 { margin: 0 auto }", "h1 {\n  margin: 0 auto;\n  margin-top: 5px }", "margin-top", "`margin-top: 5px`", 3),
        ("h1 { margin: 0 auto }", "h1 {\n  margin-left: 9px;\n  margin-right: auto }", "margin-left", "left: 9px`", 2),
        (
            "h1 { border: 1px solid }",
            "h1 {\n  border-color: red;\n  border-width: 2px }",
            "border-top-width",
            "2px`",
            3,
        ),
        ("h1 { background-color: tan }", "h1 { background: red }", "background-color", "`background: red`", 1),
        ("h1 { flex: 1 }", "h1 { flex-direction: row }", "flex-grow", "Nothing in the CSS sets `flex`", 1),
    ],
)
def test_of_a_shorthand_the_part_that_is_otherwise_is_found(
    block: str, css: str, part: str, said: str, line: int
) -> None:
    _, text, at = one(block, css, part=part)
    assert (said in text, at) == (True, line), text


@pytest.mark.parametrize(
    ("block", "css", "said"),
    [
        (
            "h1 { font-size: at-least(20px) }",
            "h1 { font-size: 12px }",
            "The goal wants `font-size` to be at least `20px`.",
        ),
        ("h1 { font-size: at-most(20px) }", "h1 { font-size: 30px }", "to be at most `20px`."),
        ("h1 { font-size: between(1rem, 2rem) }", "h1 { font-size: 9px }", "to be between `1rem` and `2rem`."),
        ("h1 { color: not(black) }", "h1 { color: black }", "The goal wants `color` to be anything but `black`."),
        ("h1 { color: not(any-of(red, blue)) }", "h1 { color: red }", "to be anything but `red` or `blue`."),
        (
            "h1 { font-weight: any-of(bold, at-least(600)) }",
            "h1 { font-weight: 400 }",
            "to be `bold` or at least `600`.",
        ),
        ("h1 { font-size: 20px }", "h1 { font-size: 20 }", "has `font-size: 20`, which has no unit"),
        ("h1::before { color: red }", "h1::before { color: red }", "shows nothing until its rule has a `content`."),
        (
            "h1::before { color: red }",
            "h1::before { color: tan }",
            "gets `color: tan` in its `::before`. The goal wants",
        ),
        (
            "h1::before { color: red }",
            "h1 { color: red }",
            "sets `color` for the main heading `<h1>` in its `::before` yet",
        ),
        ("@media print { h1 { color: red } }", "h1 { color: tan }", "gets `color: tan` in print. The goal"),
        ("@media (width: 375px) { h1 { color: red } }", "h1 { color: tan }", "at a width of 375 pixels."),
        ("@media (prefers-color-scheme: dark) { h1 { color: red } }", "h1 { color: tan }", "in dark colours."),
        ("@media print { h1 { color: red } }", "@media screen { h1 { color: red } }", "does not count in print"),
        ("a:hover { color: red }", "a { color: tan }", "for the link `<a>` while the mouse is over it yet."),
        ("a:hover { color: red }", "a:hover { color: tan }", "gets `color: tan` while the mouse is over it. The goal"),
        (
            "a:focus { outline: changes }",
            "a:focus { outline: none }",
            "has the same `outline` as before when it is reached",
        ),
        ("a:hover { color: changes }", "a { color: tan }", "The goal wants another `color` then."),
        ("p:hover a { color: red }", "p { color: tan }", "for the link `<a>` while the mouse is over `p` yet."),
        ("button:disabled { color: red }", "button { color: tan }", "when it is switched off yet"),
    ],
)
def test_the_wish_and_the_moment_are_said_in_words(block: str, css: str, said: str) -> None:
    why = {"why": "empty"} if "nothing until" in said else {}
    assert said in one(block, css, **why)[1]


@pytest.mark.parametrize(
    ("block", "row", "said"),
    [
        (
            "p, h1 { --row: yes }",
            {"why": "apart"},
            "does not stand in one line with those before it. The goal wants",
        ),
        ("p, h1 { --row: yes }", {"why": "overlaps"}, "lies over the one before it"),
        ("p, h1 { --column: yes }", {"why": "beside"}, "does not stand below the one before it"),
        ("p, h1 { --column: yes }", {"why": "alone"}, "is the only one shown"),
        ("p, h1 { --row: no }", {}, "The goal wants `p, h1` not all in one line."),
        ("p, h1 { --gap: at-least(8px) }", {"found": "4px"}, "a gap of `4px`. The goal wants a gap of at least `8px`."),
        ("p { --inside-viewport: yes }", {"why": "out", "found": "9px"}, "reaches `9px` out of the window"),
        ("p { --overflows: no }", {"why": "over", "found": "9px"}, "is `9px` too wide for its room"),
        ("p { --overflows: no }", {"why": "stood-on"}, "lies otherwise"),
    ],
)
def test_how_elements_lie_is_said_at_the_element(block: str, row: dict[str, str], said: str) -> None:
    _, text, line = one(block, "", at="p", **row)
    assert (said in text, line) == (True, 10), text


@pytest.mark.parametrize(
    ("css", "kind", "line", "said"),
    [
        (
            "h1 { color: tan }\n@media print {\n  h1 { margin: 0 } }",
            "effect-unset",
            3,
            "sets `color` for the main heading",
        ),
        ("h1 { color: tan }\n@media print {\n  p { margin: 0 } }", "effect-unset", 3, "in print yet"),
        ("h1 { color: tan }\n@media print {\n  h2 { color: red } }", "rule-unmatched", 3, "`h2` fits nothing"),
        ("h1 { color: tan }\n@media print {\n  h1 { color: teal } }", "effect-wrong", 3, "`color: teal` in print"),
        ("h1 { color: tan }\np { color: red }", "effect-wrong", 1, "gets `color: tan` in print"),
    ],
)
def test_what_is_asked_in_a_setting_is_looked_for_in_its_media(css: str, kind: str, line: int, said: str) -> None:
    found = one("@media print { h1 { color: red } }", css)
    assert found[::2] == (kind, line)
    assert said in found[1]


def test_what_nothing_sets_is_told_once_for_all_elements_and_a_rule_for_nothing_once_for_all_it_says() -> None:
    body = LINK + "<p>a</p>\n<p>b</p>\n<p>c</p>"
    inspection = inspect(
        [Check("g", Rule("css", "p { color: red; margin: 0 }", 1))], page(body, style=".x { color: red; margin: 0 }")
    )
    rows = [{"order": order, "holds": False, "found": ""} for order in (6, 7, 8)]
    (finding,) = inspection.report([{"matched": 3, "elements": rows}] * 2).findings
    assert [fault.kind for fault in finding.faults] == ["rule-unmatched"]
    inspection = inspect([Check("g", Rule("css", "p { color: red; margin: 0 }", 1))], page(body, style=""))
    (finding,) = inspection.report([{"matched": 3, "elements": rows}] * 2).findings
    assert [(fault.subject, fault.place and fault.place.line) for fault in finding.faults] == [
        ("color", 1),
        ("margin", 1),
    ]


@pytest.mark.parametrize(
    ("head", "kind", "said"),
    [
        ("", "sheet-unlinked", "does not ask for the style sheet `style.css` yet"),
        ('<link rel="stylesheet" href="styel.css">', "sheet-misnamed", "The file is called `style.css`"),
        ('<link rel="stylesheet" href="other/side.css"><style></style>', "sheet-misnamed", "called `style.css`"),
        ('<link href="style.css">', "attribute-missing", 'The goal wants `rel="stylesheet"`'),
        ('<link rel="styelsheet" href="style.css">', "attribute-wrong", 'rel="styelsheet"'),
    ],
)
def test_a_style_sheet_that_does_not_count_is_the_fault(head: str, kind: str, said: str) -> None:
    found = one("h1 { color: tan }", "h1 { color: tan }", body=BODY.replace(LINK, f"{head}\n"))
    assert found[0] == kind
    assert said in found[1]


@pytest.mark.parametrize(
    ("block", "body", "kind", "line", "said"),
    [
        (".note { color: red }", "<p class='ntoe'>a</p>", "class-missing", 8, "The goal wants the class `note`"),
        ("#menu a { color: red }", "<p>a</p><nav id=mneu><a>x</a></nav>", "class-missing", 8, "`menu`"),
        (".note p { color: red }", "<b>x</b>\n<p>a</p>", "selector-part", 9, "for nothing is `.note`"),
        ("main h1 { color: red }", "<h1>x</h1>", "selector-part", 8, "for nothing is `main`"),
        ("h3 { color: red }", "<h1>x</h1>", "selector-nothing", 8, "Nothing on the page fits `h3` yet"),
        ("h1 + h1 { color: red }", "<b>x</b>\n<h1>x</h1>", "selector-nothing", 9, "fits `h1 + h1` yet"),
    ],
)
def test_a_selector_that_finds_nothing_says_what_is_not_there(
    block: str, body: str, kind: str, line: int, said: str
) -> None:
    whole = page(body)
    (finding,) = inspect([Check("g", Rule("css", block, 1))], whole).report([{"matched": 0, "elements": []}]).findings
    (fault,) = finding.faults
    assert fault.place is not None
    assert (fault.kind, fault.place.line) == (kind, line)
    assert said in fault.text


def test_a_state_that_can_never_be_is_said_to_be_so() -> None:
    checks = [Check("g", Rule("css", "p:focus { outline: changes }", 1))]
    (finding,) = inspect(checks, page("<p>x</p>")).report([{"matched": 1, "elements": []}]).findings
    (fault,) = finding.faults
    assert fault.text == (
        "`p:focus` never happens: only links with an `href`, buttons and form fields can be reached with the Tab key."
    )
