"""What learners read where goals are not met: the element that is meant, in its line, each thing once."""

import pytest
from checking import FIRST, page

from app.checks.inspection import inspect
from app.checks.report import Outcome, Report
from app.checks.rules import Check, Reading, Rule

LINKS = (
    '<p><a href="https://www.office.example/council">Find your council</a></p>\n'
    '<p><a href="tel:+441632960123">01632 960 123</a></p>\n'
    '<p><a href="mailto:help@office.example">help@office.example</a></p>'
)
WEB = '<a href="https://…">…</a>'
LIST = "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>"
EXACT = "<ul exact><li>One</li><li>Two</li></ul>"


def asked(goals: list[str], body: str, reading: Reading = "html") -> Report:
    return inspect([Check("The goal", Rule(reading, goal, 1)) for goal in goals], page(body)).report(None)


def told(goals: list[str], body: str, reading: Reading = "html") -> list[tuple[int, str]]:
    found = asked(goals, body, reading)
    assert not found.passed
    return [(fault.place.line - FIRST + 1 if fault.place else 0, fault.text) for fault in found.faults]


@pytest.mark.parametrize(
    ("goal", "body", "line", "said"),
    [
        # of alternatives one is shown: the first, or one that is clearly nearer
        ('<a href="hours.html|./hours.html">Hours</a>', '<a href="hours">Hours</a>', 1,
         "The link `<a>` has `href=\"hours\"`. The goal wants `href=\"hours.html\"`."),
        ('<a href="hours.html|./hours.html">Hours</a>', '<a href="/hours.html">Hours</a>', 1,
         "The goal wants `href=\"hours.html\"`."),
        ('<a href="#find-us|index.html#find-us">Us</a>', '<a href="index.htm#find-us">Us</a>', 1,
         "The goal wants `href=\"index.html#find-us\"`."),
        ('<a href="hours.html|./hours.html">Hours</a>', "<a>Hours</a>", 1, "The goal wants `href=\"hours.html\"`."),
        ("<p>Tea|Coffee</p>", "<h1>Menu</h1>", 1, "The page has no paragraph `<p>` like this yet: `<p>Tea</p>`"),
        ("<p>Tea|Coffee</p>", "<p></p>", 1, "The paragraph `<p>` is empty. The goal wants “Tea” there."),
        # what is theirs to choose is shown as dots, and named
        ('<a href="mailto:[email]">…</a>', '<a href="mailto:help">Help</a>', 1,
         "The goal wants `href=\"mailto:…\"`, with an e-mail address for the dots."),
        ('<a href="mailto:[email]">…</a>', "<p>Help</p>", 1, "like this yet: `<a href=\"mailto:…\">`"),
        ('<input value="[number]">', '<input value="x">', 1,
         "The goal wants `value=\"…\"`, with a number for the dots."),
        # the link that is meant, not one that leads to another sort of place
        (WEB, LINKS.replace("https://", ""), 1, "has `href=\"www.office.example/council\"`"),
        (WEB, LINKS.replace("Find your council", ""), 1, "The link `<a>` is empty. The goal wants words in it."),
        (WEB, LINKS.partition("\n")[2], 2, "The page has no link `<a>` like this yet: `<a href=\"https://…\">`"),
        ('<a href="mailto:help@office.example">help@office.example</a>',
         LINKS.replace("mailto:", "http://"), 3, "The goal wants `href=\"mailto:help@office.example\"`."),
        ('<a href="tel:+441632960123">…</a>', LINKS.replace("tel:", "tel: "), 2,
         "has `href=\"tel: +441632960123\"`. The goal wants `href=\"tel:+441632960123\"`."),
        ("<p>Find your council</p>", '\n<a href="x.html">Find your council</a>', 2,
         "The link `<a>` stands in no `<p>`. The goal wants `<p>` before and `</p>` after."),
        # exactly these
        (EXACT, LIST.replace("</ul>", "<li>Two</li>\n</ul>"), 4,
         "The list item `<li>` is more than the goal wants inside the bullet list `<ul>`."),
        (EXACT, LIST.replace("One", "<p>One</p>"), 2,
         "The paragraph `<p>` is more than the goal wants inside the list item `<li>`."),
        ("<ul exact><li>Tea <ul><li>Green</li></ul></li></ul>",
         "<ul>\n<li>Tea\n<ul>\n<li>Green</li>\n<li>Green</li>\n</ul></li></ul>", 5,
         "The list item `<li>` is more than the goal wants inside the bullet list `<ul>`."),
        ('<a every times="1" href="x.html">Us</a>', '<a href="x.html">Us</a>\n<a href="x.html">Us</a>', 2,
         "There are two links `<a>` like `<a href=\"x.html\">Us</a>`, on lines 8 and 9. The goal wants one."),
        # where something should stand
        ("<h2>Bring</h2>\n<ul times='1'><li>One</li></ul>", "<h1>Form</h1>\n<h2>Bring</h2>\n<p>One</p>\n<h2>Do</h2>", 2,
         "The page has no bullet list `<ul>` yet."),
        ("<h2 times='1+'>…</h2>", "<h1>Form</h1>\n<h3>Bring</h3>\n<h3>Do</h3>", 2,
         "The heading is `<h3>`. The goal wants `<h2>`."),
        # any tag
        ('<any class="notice" times="1"></any>', "<h1>Form</h1>\n<p>Closed</p>", 2,
         "Nothing on the page has `class=\"notice\"` yet."),
        ('<any class="notice">…</any>', "<h1>Form</h1>\n<p>Closed</p>", 2,
         "Nothing on the page has `class=\"notice\"` yet."),
        ('<any class="notice" times="1"></any>', '<h1>Form</h1>\n<p class="notcie">Closed</p>', 2,
         "The paragraph `<p>` has `class=\"notcie\"`. The goal wants the class `notice` there."),
        ('<any id="top">Closed</any>', "<h1>Form</h1>\n<p>Closed</p>", 2, "The paragraph `<p>` has no `id` yet."),
        ('<any id="top" times="1"></any>', "<h1 id=top>Form</h1>\n<p id=top>Closed</p>", 2,
         "There are two main headings `<h1>` like `<h1 id=\"top\">`"),
    ],
)  # fmt: skip
def test_what_is_meant_is_told_on_its_line(goal: str, body: str, line: int, said: str) -> None:
    ((found, text),) = told([goal], body)
    assert said in text
    assert found == line


@pytest.mark.parametrize(
    ("goal", "body", "said"),
    [
        ('<a href="tel:+440…|tel:+44(0…"></a>', '<p>Call</p>\n<a href="tel:+4401632960123">us</a>',
         "The link `<a>` has `href=\"tel:+4401632960123\"`. The goal wants that nowhere on the page."),
        ('<p class="old">…</p>', '<p>a</p>\n<p class="old">b</p>',
         "The paragraph `<p>` has `class=\"old\"`. The goal wants it without."),
        ('<any style="…"></any>', '<p>a</p>\n<p style="color: red">b</p>',
         "The paragraph `<p>` has `style=\"color: red\"`. The goal wants it without."),
        ("<a>click here</a>", '<p>a</p>\n<a href="x.html">click here</a>',
         "The link `<a>` still says “click here”."),
        ('<p><a href="old.html"></a></p>', '<p>a</p>\n<p><a href="old.html">old</a></p>',
         "The link `<a>` is still inside the paragraph `<p>`: `<a href=\"old.html\">`"),
        ("<b></b>", "<p>a</p>\n<b>b</b>", "The element `<b>` is still there: `<b>`"),
    ],
)  # fmt: skip
def test_only_what_is_not_wanted_is_to_go(goal: str, body: str, said: str) -> None:
    ((line, text),) = told([goal], body, "html not")
    assert text.startswith(said)
    assert line == 2


@pytest.mark.parametrize(
    ("goals", "body", "lines"),
    [
        (["<h2>Bring</h2>", "<h2>Do</h2>", '<h2 times="2"></h2>'], "<p>Bring</p>\n<p>Do</p>", [1, 2]),
        (['<a href="x.html">Us</a>', '<a times="2" href="…">…</a>'], '<p>Us</p>\n<a href="y.html">You</a>', [1]),
        (["<h2>Bring</h2>", '<p times="2">…</p>'], "<h2>Brign</h2>\n<p>One</p>", [1, 2]),
    ],
)
def test_a_number_is_not_told_where_its_elements_are(goals: list[str], body: str, lines: list[int]) -> None:
    assert [line for line, _ in told(goals, body)] == lines


def test_what_says_what_one_goal_wants_is_not_to_say_something_else() -> None:
    goals = ["<h2>Open</h2>", "<h2>The fair</h2>"]
    ((_, text),) = told(goals, "<h1>Office</h1>\n<h2>The fair</h2>")
    assert text == "The page has no heading `<h2>` like this yet: `<h2>Open</h2>`"
    assert told(goals, "<h2>The fair</h2>\n<h2>The fair</h2>") == [
        (2, "The heading `<h2>` says “The fair”. The goal wants “Open”.")
    ]


def test_a_goal_without_a_fault_of_its_own_is_unmet_all_the_same() -> None:
    found = asked(["<h2>Bring</h2>", '<h2 times="1"></h2>'], "<p>Bring</p>").findings
    assert [finding.outcome for finding in found] == [Outcome.FAILED, Outcome.FAILED]


@pytest.mark.parametrize("title", ["<title></title>", ""])
def test_a_page_without_a_title_is_told_so_once(title: str) -> None:
    whole = page("<p>x</p>")
    whole = whole.with_text("index.html", whole.text("index.html").replace("<title>Office</title>", title))
    checks = [Check("Title", Rule("html", "<title>…</title>", 1)), Check("Valid", Rule("audit", "valid-html", 1))]
    (one,) = inspect(checks, whole).report(None).faults
    assert one.text.startswith("The page title `<title>` is empty" if title else "The page has no")
    assert one.place is not None


def test_alternatives_all_still_pass() -> None:
    goal = '<a href="hours.html|opening.html">Hours</a>'
    assert asked([goal], '<a href="opening.html">Hours</a>').passed
    assert asked([goal], '<a href="hours.html">Hours</a>').passed
