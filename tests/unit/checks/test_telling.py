"""Several goals about one page: each fault is told once, and nothing that follows from a slip."""

import pytest
from checking import FIRST, page

from app.checks.inspection import inspect
from app.checks.report import Outcome, Report
from app.checks.rules import Check, Rule


def told(goals: list[str], body: str) -> Report:
    return inspect([Check(f"Goal {n}", Rule("html", text, 1)) for n, text in enumerate(goals)], page(body)).report(None)


def sentences(found: Report) -> list[tuple[int | None, str]]:
    return [(fault.place.line - FIRST + 1 if fault.place else None, fault.text) for fault in found.faults]


@pytest.mark.parametrize(
    ("goals", "body", "said"),
    [
        (
            ["<th every>…</th>", "<th>Friday</th>"],
            "<table><tr>\n<th></th></table>",
            [(2, "The heading cell `<th>` is empty. The goal wants “Friday” there.")],
        ),
        (
            ['<a href="https:…"></a>', '<a href="https://a.example">x</a>'],
            "<a>x</a>",
            [(1, 'The link `<a>` has no `href` yet. The goal wants `href="https://a.example"`.')],
        ),
        (
            ["<p>Green tea</p>", "<p>…tea…</p>"],
            "<p>Green tae</p>",
            [(1, "The paragraph `<p>` says “tae”. The goal wants “tea”.")],
        ),
        (
            ["<h1></h1>", "<h1>Visiting us</h1>"],
            "<p>x</p>",
            [(1, "The page has no main heading `<h1>` like this yet: `<h1>Visiting us</h1>`")],
        ),
        (
            ["<p>a</p>", "<p>b</p>"],
            "<hr>",
            [
                (1, "The page has no paragraph `<p>` like this yet: `<p>a</p>`"),
                (1, "The page has no paragraph `<p>` like this yet: `<p>b</p>`"),
            ],
        ),
        (
            ["<p>On <strong>Friday</strong> at 4 pm.</p>"],
            "<p>On <strong>Friday at 4 pm.</p>",
            [(1, "The strong text `<strong>` is never closed. Write `</strong>` where it ends.")],
        ),
        (
            ["<ul><li>a</li><li>b</li></ul>"],
            "<ul>\n<li>b</li>\n<li>a</li>\n</ul>",
            [(3, "The list item `<li>` comes too late. The goal wants it before the list item `<li>` on line 9.")],
        ),
    ],
)
def test_a_fault_is_told_once_in_the_words_that_say_most(goals: list[str], body: str, said: list[object]) -> None:
    found = told(goals, body)
    assert sentences(found) == said
    assert not found.passed


def test_a_goal_whose_fault_another_tells_has_still_failed() -> None:
    found = told(["<p>Green tea</p>", "<p>…tea…</p>"], "<p>Green tae</p>")
    assert [finding.outcome for finding in found.findings] == [Outcome.FAILED, Outcome.FAILED]
    assert [len(finding.faults) for finding in found.findings] == [1, 0]


def test_two_that_have_changed_places_are_one_fault() -> None:
    rows = "<tr><td>Monday</td></tr>\n<tr><td>Friday</td></tr>"
    swapped = "<table>\n<tr><td>Friday</td></tr>\n<tr><td>Monday</td></tr>\n</table>"
    assert len(told([f"<table>{rows}</table>"], swapped).faults) == 1
    assert told([f"<table>{rows}</table>"], f"<table>{rows}</table>").passed


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "<ul>\n  <li>a\n    <ul>\n      <li>b</li>\n    </ol>\n  </li>\n</ul>",
            (5, "The bullet list `<ul>` is closed with `</ol>`. Write `</ul>`."),
        ),
        ("<ul>\n  <li\n    <b>a</b>\n  </li>\n</ul>", (2, "The tag `<li` is not finished. Write `>` after it.")),
        ("<footer>\n<p>x</p>\n<footer>", (3, "`<footer>` begins another one. Write `</footer>` to close it.")),
        ("<table>\n<thad>\n<tr><td>a</td></tr>\n</thad>\n</table>", (2, "There is no tag `<thad>`.")),
    ],
)
def test_what_follows_from_a_slip_is_no_slip_of_its_own(body: str, said: tuple[int, str]) -> None:
    found = sentences(told(["<i></i>"], "<i></i>\n" + body))
    assert [line and line - 1 for line, _ in found] == [said[0]]
    assert found[0][1].startswith(said[1])
