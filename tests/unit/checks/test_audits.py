import pytest
from checking import Browser, finding, page, rendered

from app.checks.audits.audits import AXE
from app.checks.inspection import inspect
from app.checks.report import Outcome
from app.checks.rules import Check, Rule


def test_all_audits_are_asked_in_one_question() -> None:
    checks = [
        Check("a", Rule("audit", "page-title\nvalid-html", 1)),
        Check("b", Rule("audit", "image-alt, contrast", 1)),
    ]
    assert inspect(checks, page("")).questions == (
        {
            "ask": "audit",
            "rules": ["document-title", "image-alt", "input-image-alt", "role-img-alt", "color-contrast"],
        },
    )


@pytest.mark.parametrize(
    ("name", "rule", "selector", "body", "line", "said"),
    [
        ("page-title", "document-title", "html", "", 5, "The page has no title yet"),
        ("page-language", "html-has-lang", "html", "", 2, 'does not say its language. The goal wants `lang="en-GB"`'),
        ("heading-order", "heading-order", "h4", "<h1>a</h1>\n<h4>b</h4>", 9, "The heading `<h4>` skips a level"),
        ("no-empty-headings", "empty-heading", "h2", "<h2></h2>", 8, "The heading `<h2>` is empty"),
        ("image-alt", "image-alt", "img", "<p>\n<img src=x>", 9, "does not say what it shows"),
        ("link-text", "link-name", "a", "<a href=x></a>", 8, "The link `<a>` has no words"),
        ("form-labels", "label", "input", "<input>", 8, "The form field `<input>` has no label"),
        ("landmarks", "region", "p", "<p>x</p>", 8, "stands outside the parts of the page"),
        ("landmarks", "landmark-one-main", "html", "<p>x</p>", 2, "The page `<html>` has no `<main>` yet"),
        ("contrast", "color-contrast", "p", "<p>x</p>", 8, "too close in colour"),
    ],
)
def test_what_axe_finds_is_said_plainly(name: str, rule: str, selector: str, body: str, line: int, said: str) -> None:
    found = rendered("audit", name, page(body), Browser(violations={rule: selector})).findings[0]
    assert found.outcome is Outcome.FAILED
    (fault,) = found.faults
    assert said in fault.text
    assert fault.place is not None
    assert fault.place.line == line


@pytest.mark.parametrize("name", AXE)
def test_what_axe_does_not_find_passes(name: str) -> None:
    assert rendered("audit", name, page("<p>x</p>"), Browser()).passed


def test_one_audit_is_not_blamed_for_what_another_found() -> None:
    checks = [Check("a", Rule("audit", "page-title", 1)), Check("b", Rule("audit", "image-alt", 1))]
    subject = page("<img src=x>")
    inspection = inspect(checks, subject)
    found = inspection.report(Browser(violations={"image-alt": "img"}).answers(subject, inspection.questions))
    assert [f.outcome for f in found.findings] == [Outcome.PASSED, Outcome.FAILED]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("<h1>a</h1>\n<h1>b</h1>", 9, "two main headings `<h1>`, on lines 8 and 9. The goal wants one"),
        ("<p>a</p>", 7, "no main heading `<h1>` yet"),
    ],
)
def test_one_h1_needs_no_browser(body: str, line: int, said: str) -> None:
    found = finding("one-h1", body, "audit")
    assert found.outcome is Outcome.FAILED
    assert said in found.faults[0].text
    assert found.faults[0].place is not None
    assert found.faults[0].place.line == line
    assert finding("one-h1", "<h1>a</h1>", "audit").outcome is Outcome.PASSED


def test_valid_html_fails_on_typing_slips_and_leaves_the_saying_to_them() -> None:
    assert finding("valid-html", "<p>a<p>b", "audit").outcome is Outcome.PASSED
    found = finding("valid-html", "<h1>a</h2>", "audit")
    assert found.outcome is Outcome.FAILED
    assert found.faults == ()


def test_an_audit_that_could_not_be_asked_is_unchecked_unless_something_is_wrong_anyway() -> None:
    assert finding("page-title", "", "audit").outcome is Outcome.UNCHECKED
    assert finding("page-title\none-h1", "", "audit").outcome is Outcome.FAILED
    assert finding("page-title", "", "audit", [{"error": "rule"}]).outcome is Outcome.UNCHECKED
