"""Audits as a whole: what is asked of the browser, what axe-core's answers mean, and what is left unchecked."""

import re
from pathlib import Path
from typing import Any

import pytest
from checking import Browser, finding, page, rendered

from app.checks.audits.axe import WCAG_AA
from app.checks.audits.judging import AUDITS, MOST_FAULTS
from app.checks.inspection import inspect
from app.checks.report import Outcome
from app.checks.rules import Check, Rule
from app.checks.wording.axe import RULES
from app.page.html import parse_html

AXE = Path(__file__).parents[3] / "resources" / "page-scripts" / "vendor" / "axe.min.js"
ANY = "<main><h1>Office</h1><p>Open on Friday.</p></main>"


def test_all_audits_are_asked_in_one_question() -> None:
    checks = [
        Check("a", Rule("audit", "page-title\nvalid-html", 1)),
        Check("b", Rule("audit", "contrast, page-title", 1)),
    ]
    assert inspect(checks, page("")).questions == ({"ask": "audit", "rules": ["document-title", "color-contrast"]},)


def test_audits_that_need_no_browser_ask_nothing() -> None:
    assert inspect([Check("a", Rule("audit", "valid-html one-h1 share-card", 1))], page("")).questions == ()


@pytest.mark.parametrize(
    ("name", "rule", "selector", "body", "line", "said"),
    [
        ("page-title", "document-title", "html", "", 5, "The page title `<title>` is empty"),
        ("page-language", "html-has-lang", "html", "", 2, 'does not say its language. The goal wants `lang="en-GB"`'),
        ("page-language", "html-lang-valid", "html", "", 2, 'The page has `lang="en-GB"`, and browsers know no such'),
        ("page-language", "valid-lang", "p", "<p lang=welsh>x</p>", 8, "has `lang=welsh`, and browsers know no such"),
        ("heading-order", "heading-order", "h4", "<h1>a</h1>\n<h4>b</h4>", 9, "The heading `<h4>` skips a level"),
        ("no-empty-headings", "empty-heading", "h2", "<h2></h2>", 8, "The heading `<h2>` is empty"),
        ("image-alt", "image-alt", "img", "<p>\n<img src=x>", 9, "does not say what it shows"),
        ("link-text", "link-name", "a", "<a href=x></a>", 8, "The link `<a>` has no words"),
        ("form-labels", "label", "input", "<input>", 8, "The form field `<input>` has no label"),
        ("landmarks", "region", "p", "<p>x</p>", 8, "stands outside the parts of the page"),
        ("landmarks", "landmark-one-main", "html", "<p>x</p>", 7, "The body of the page `<body>` has no `<main>` yet"),
        ("contrast", "color-contrast", "p", "<p>x</p>", 8, "hard to read"),
        ("autocomplete", "autocomplete-valid", "input", "<input autocomplete='nam'>", 8, "`autocomplete='nam'`"),
        ("accessible", "list", "ul", "<ul><p>x</p></ul>", 8, "Only `<li>` may stand directly inside"),
    ],
)
def test_what_axe_finds_is_said_plainly(name: str, rule: str, selector: str, body: str, line: int, said: str) -> None:
    found = rendered("audit", name, page(body), Browser(violations={rule: selector})).findings[0]
    assert found.outcome is Outcome.FAILED
    (fault,) = found.faults
    assert said in fault.text
    assert fault.place is not None
    assert fault.place.line == line


def answered(name: str, body: str, **violation: Any) -> str:
    """What is said of one violation that axe-core measured."""
    subject = page(body)
    violation = {"order": 5, **violation}
    (fault,) = finding(name, subject, "audit", [{"violations": [violation]}]).faults
    return fault.text


def test_words_without_contrast_are_told_with_their_colours_and_ratios() -> None:
    data = {"fgColor": "#999999", "bgColor": "#ffffff", "contrastRatio": 2.84, "expectedContrastRatio": "4.5:1"}
    said = answered("contrast", "<p>x</p>", rule="color-contrast", data=[data])
    assert "#999999 on #ffffff is 2.84 to 1. The goal wants 4.5 to 1." in said


def test_a_small_target_is_told_with_its_size() -> None:
    data = [{"minSize": 24, "width": 16.2, "height": 12}, {"closestOffset": 10, "minOffset": 24}]
    said = answered("target-size", "<button>x</button>", rule="target-size", data=data)
    assert "16 by 12 pixels. The goal wants 24 pixels each way" in said


def test_words_that_axe_points_at_are_told() -> None:
    said = answered("accessible", "<p aria-labl=x>", rule="aria-valid-attr", data=[["aria-labl"]])
    assert "has `aria-labl`, which browsers do not know" in said


def test_what_stands_outside_its_parts_for_want_of_main_is_told_once() -> None:
    violations = {"landmark-one-main": "html", "region": "p"}
    found = rendered("audit", "landmarks", page("<p>a</p><p>b</p>"), Browser(violations=violations)).findings[0]
    assert [fault.kind for fault in found.faults] == ["axe-landmark-one-main"]


def test_a_link_that_the_browser_opens_once_more_is_not_said_to_have_no_words() -> None:
    subject = page('<p><a href="a.html">Hours</p>\n<p></p>')
    document = parse_html(subject.text("index.html"), "index.html")
    again = [element.order for element in document.elements if element.tag == "a"]
    assert len(again) > 1
    violations = [{"rule": "link-name", "order": order} for order in again[1:]]
    assert not finding("link-text", subject, "audit", [{"violations": violations}]).faults


def test_no_more_than_a_dozen_faults_of_an_audit_are_told() -> None:
    body = "<img src=a.png>\n" * 40
    found = rendered("audit", "image-alt", page(body), Browser(violations={"image-alt": "img"})).findings[0]
    assert len(found.faults) == MOST_FAULTS == len({fault.place for fault in found.faults})


def test_every_rule_that_axe_has_for_wcag_aa_is_in_accessible() -> None:
    """As far as axe-core neither deprecates it nor tries it out."""
    rules = dict(re.findall(r'\{id:"([a-z-]+)",[^{}]*?tags:\[([^\]]*)\]', AXE.read_text("utf-8")))
    levels = {'"wcag2a"', '"wcag2aa"', '"wcag21a"', '"wcag21aa"', '"wcag22aa"'}
    left_out = {'"deprecated"', '"experimental"'}
    told = {rule: set(tags.split(",")) for rule, tags in rules.items()}
    wanted = {rule for rule, tags in told.items() if levels & tags and not left_out & tags}
    assert set(WCAG_AA) == wanted
    assert len(wanted) > 60
    assert set(RULES) <= set(rules)


@pytest.mark.parametrize("audit", AUDITS.values(), ids=AUDITS)
def test_every_rule_that_is_asked_has_its_sentence(audit: Any) -> None:
    assert set(audit.rules) <= set(RULES)


def test_one_audit_is_not_blamed_for_what_another_found() -> None:
    checks = [Check("a", Rule("audit", "page-title", 1)), Check("b", Rule("audit", "image-alt", 1))]
    subject = page("<img src=x>")
    inspection = inspect(checks, subject)
    found = inspection.report(Browser(violations={"image-alt": "img"}).answers(subject, inspection.questions))
    assert [f.outcome for f in found.findings] == [Outcome.PASSED, Outcome.FAILED]


def test_each_goal_of_many_gets_its_own_answers() -> None:
    checks = [
        Check("a", Rule("css", "h1 { color: red }", 1)),
        Check("b", Rule("audit", "print-friendly", 1)),
        Check("c", Rule("audit", "reflow-320", 1)),
        Check("d", Rule("audit", "contrast", 1)),
    ]
    subject = page(f"{ANY}<nav>n</nav><style>@media print {{ nav {{ display: none }} }}</style>")
    browser = Browser({"h1": {"color": "red"}, "nav": {"display": "none"}}, {"color-contrast": "p"})
    inspection = inspect(checks, subject)
    found = inspection.report(browser.answers(subject, inspection.questions))
    assert [f.outcome.value for f in found.findings] == ["passed", "passed", "passed", "failed"]


@pytest.mark.parametrize(
    "name", [name for name, audit in AUDITS.items() if audit.rules or (audit.judge and not audit.look)]
)
def test_an_audit_that_could_not_be_asked_is_unchecked(name: str) -> None:
    assert finding(name, ANY, "audit").outcome is Outcome.UNCHECKED
    assert finding(name, ANY, "audit", [{"error": "rule"}]).outcome is Outcome.UNCHECKED
    assert rendered("audit", name, page(ANY), Browser()).passed


def test_an_audit_that_could_not_be_asked_fails_where_something_is_wrong_anyway() -> None:
    assert finding("page-title\none-h1", "", "audit").outcome is Outcome.FAILED


@pytest.mark.parametrize("row", [None, 3, {"rule": "region", "order": "x"}, {"order": -4}])
def test_an_answer_that_makes_no_sense_is_no_answer(row: Any) -> None:
    for name, audit in AUDITS.items():
        count = bool(audit.rules) + len(audit.questions)
        body = f"{ANY}<style>@media print {{ p {{ margin: 0 }} }}</style>"
        if count:
            answers = [{"violations": [row], "elements": [row]}] * count
            assert finding(name, body, "audit", answers).outcome is Outcome.UNCHECKED, name


def test_what_axe_finds_on_no_element_of_the_page_is_passed_over() -> None:
    answer = {"violations": [{"rule": "color-contrast", "order": 99, "data": [{"contrastRatio": None}]}]}
    assert finding("contrast", ANY, "audit", [answer]).outcome is Outcome.PASSED
