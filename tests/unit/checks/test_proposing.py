import random
import re
from pathlib import Path

import pytest
from checking import page

from app.checks.inspection import inspect
from app.checks.proposing import propose
from app.checks.report import Outcome
from app.checks.rules import Check
from app.packs.reader import read_pack
from app.page.page import File, Page

LESSONS = Path(__file__).parents[3] / "lessons"
SHOP = """<header><h1>Visiting us</h1></header>
<main>
  <p class="note">Open on <b>Friday</b>.</p>
  <ul>
    <li>Letters</li>
    <li>Forms</li>
  </ul>
  <img src="files/fair.jpg" alt="The fair">
  <p>Ask <a href="contact.html">us</a></p>
</main>"""


def proposed(start: str, answer: str) -> list[tuple[str, str, str]]:
    """Goal, reading and block of what is proposed for these bodies, but for the audit at the end."""
    checks = propose(page(start), page(answer))
    return [(c.goal, c.rule.reading, c.rule.text) for c in checks if c.rule.text != "valid-html"]


@pytest.mark.parametrize(
    ("start", "answer", "goal", "reading", "block"),
    [
        ("<p>Visiting us</p>", "<h1>Visiting us</h1>", "The page has a main heading that says “Visiting us”", "html",
         "<h1>Visiting us</h1>"),
        ("Hello", "<p>Hello</p>", "The page has a paragraph that says “Hello”", "html", "<p>Hello</p>"),
        ("<p>a", "<p>a<p>b", "The page has a paragraph that says “b”", "html", "<p>b</p>"),
        ("<p>a", "<p>a<hr>", "The page has a dividing line", "html", "<hr>"),
        ("<p>a<hr>", "<p>a<hr><hr>", "The page has a dividing line: two of them, no more and no fewer", "html",
         '<hr times="2">'),
        ("<p>Old words", "<p>New words", "The page has a paragraph that says “New words”", "html",
         "<p>New words</p>"),
        ("<p>on <b>Monday</b></p>", "<p>on <b>Friday</b></p>", "The page has an element `<b>` that says “Friday”",
         "html", "<b>Friday</b>"),
        ("<p>a</p>", "<p class='note'>a</p>", 'The paragraph `<p>` “a” has `class="note"`', "html",
         '<p class="note"></p>'),
        ("<input>", "<input required>", "The form field `<input>` has `required`", "html", "<input required>"),
        ("<a href='x'>a</a>", "<a href='y'>a</a>", 'The link `<a>` “a” has `href="y"`', "html", '<a href="y"></a>'),
        ("<p hidden>a</p>", "<p>a</p>", "The paragraph `<p>` has no `hidden`", "html not", "<p hidden></p>"),
        ("<p>a</p><p>Lorem</p>", "<p>a</p>", "The page no longer has a paragraph that says “Lorem”", "html not",
         "<p>Lorem</p>"),
        ("<p>b</p><p>a</p>", "<p>a</p><p>b</p>",
         "A paragraph that says “a” comes before a paragraph that says “b”", "html", "<p>a</p>\n<p>b</p>"),
        ("<li>a</li><li>a</li>", "<li>a</li>", "The page has a list item that says “a”, and only one", "html",
         '<li times="1">a</li>'),
        ("<p>x</p><main><b>y</b></main>", "<main><b>y</b><p>x</p></main>",
         "Inside the main part `<main>` is a paragraph that says “x”", "html", "<main><p>x</p></main>"),
        ("<h1>visiting Us</h1>", "<h1>Visiting us</h1>",
         "The page has a main heading that says “Visiting us”, letter for letter and with nothing else in it", "html",
         "<h1 exact>Visiting us</h1>"),
        ("", "<ul><li>a<li>b</ul>", "The page has a bullet list that says “a b”", "html",
         "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>"),
        ("<p>a", "<p>a [number] of … | 50", "The page has a paragraph that says “a [number] of … | 50”", "html",
         "<p>a &#91;number] of &hellip; &#124; 50</p>"),
    ],
)  # fmt: skip
def test_what_an_answer_adds_is_asked_for_in_plain_words(
    start: str, answer: str, goal: str, reading: str, block: str
) -> None:
    assert (goal, reading, block) in proposed(start, answer)
    assert len(proposed(start, answer)) == 1


def test_each_thing_that_is_added_has_a_goal_and_a_large_one_is_not_one_goal() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>b</td></tr>" for n in range(6))
    goals = [block for _, _, block in proposed("", f"<h1>a</h1><table>{rows}</table>")]
    assert goals[0] == "<h1>a</h1>"
    assert goals[1] == "<table></table>"
    assert len(goals) == 8


def test_css_that_is_added_is_asked_for_by_its_effect_where_it_has_one() -> None:
    start = page('<link rel="stylesheet" href="style.css"><h1>a</h1>', style="h1 { margin: 0 }")
    answer = start.with_text(
        "style.css", "h1 { margin: 0px; color: red; background: tan }\np { color: red }\n@media print { h1 { top: 0 } }"
    )
    checks = [(c.goal, c.rule.reading, c.rule.text) for c in propose(start, answer) if c.rule.reading == "css"]
    assert checks == [
        ("`h1` has `color: red`", "css", "h1 { color: red }"),
        ("`h1` has `background: tan`", "css", "h1 { background: tan }"),
        ("With `@media print`, `h1` has `top: 0`", "css", "@media print { h1 { top: 0 } }"),
    ]


def test_an_overruled_declaration_is_not_asked_for_by_its_effect() -> None:
    start = page("<p class='a'>x</p>", style="")
    answer = page(
        '<link rel="stylesheet" href="style.css"><p class="a">x</p>', style=".a { color: red }\np { color: blue }"
    )
    assert "p { color: blue }" not in [c.rule.text for c in propose(start, answer) if c.rule.reading == "css"]


@pytest.mark.parametrize(
    ("start", "answer"),
    [("<p>a</p>", "<p>a</p>"), ("<p class='a b'>x", '<P CLASS="b  a">x</P>'), ("<p>a b", "<p>a\n  b<!-- c -->")],
)
def test_nothing_follows_where_nothing_is_added(start: str, answer: str) -> None:
    assert propose(page(start), page(answer)) == ()


def test_a_start_with_slips_is_to_be_put_right() -> None:
    checks = propose(page("<h1>a\n<p>b</p>"), page("<h1>a</h1>\n<p>b</p>"))
    assert [(c.goal, c.rule.text) for c in checks] == [("Every tag has its partner", "valid-html")]


def assert_it_follows(start: Page, answer: Page) -> tuple[Check, ...]:
    """The answer meets all that can be told without a browser, the start not all of it."""
    checks = propose(start, answer)
    findings = inspect(checks, answer).report(None).findings
    assert [f.goal for f in findings if f.outcome is Outcome.FAILED] == []
    if checks and all(check.rule.reading != "css" for check in checks):
        assert not inspect(checks, start).report(None).passed, [check.goal for check in checks]
    goals = [check.goal for check in checks]
    assert len(goals) == len(set(goals))
    return checks


def test_every_answer_of_the_lessons_can_be_the_check() -> None:
    for path in sorted(LESSONS.glob("*/pack.md")):
        pack = read_pack(path.parent).pack
        assert pack
        exercises = [exercise for lesson in pack.lessons for exercise in lesson.exercises if exercise.answer]
        for exercise in exercises:
            assert assert_it_follows(Page(exercise.start), Page(exercise.answer)), exercise.id


def test_what_follows_from_any_two_pages_is_met_by_the_second_and_not_by_the_first() -> None:
    chance = random.Random(3)
    pieces = re.findall(r"<[^>]+>|[^<>]+", SHOP)
    told = 0
    for _ in range(60):
        changed = list(pieces)
        for _ in range(chance.randint(1, 4)):
            at, other = chance.randrange(len(changed)), chance.randrange(len(changed))
            match chance.randrange(4):
                case 0:
                    del changed[at]
                case 1:
                    changed[at], changed[other] = changed[other], changed[at]
                case 2:
                    changed.insert(at, changed[other])
                case _:
                    changed[at] = changed[at].replace("o", "a", 1)
        told += bool(assert_it_follows(page("".join(changed)), page(SHOP)))
        told += bool(assert_it_follows(page(SHOP), page("".join(changed))))
    assert told > 90


@pytest.mark.parametrize("text", ["", "<", "<div>" * 3000, "<p '\"" * 500, "<b>" * 600 + "x", "\0<\ud800>"])
def test_absurd_pages_are_no_trouble(text: str) -> None:
    absurd = Page((File("index.html", text),))
    for start, answer in ((absurd, page(SHOP)), (page(SHOP), absurd), (absurd, absurd)):
        propose(start, answer)
    assert propose(Page(()), Page(())) == ()


def test_a_full_stop_stays_beside_the_link_before_it() -> None:
    ((goal, _, block),) = proposed("", "<p>Ask <a href='x.html'>us</a>, or <b>call</b>.</p>")
    assert goal == "The page has a paragraph that says “Ask us, or call.”"
    assert block == '<p>Ask <a href="x.html">us</a>, or <b>call</b>.</p>'
