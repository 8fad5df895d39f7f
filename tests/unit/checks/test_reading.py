import pytest

from app.checks.reading import rule_problems
from app.checks.rules import Reading, Rule


@pytest.mark.parametrize(
    ("reading", "text", "line", "phrase"),
    [
        ("html", "\n", 10, "empty"),
        ("html", "<h1>\n<p>a</p>", 10, "`<h1>` is not closed"),
        ("html", "<p>a</p>\n</div>", 11, "`</div>` closes nothing"),
        ("html", "<p>a</p>\n<hedaer></hedaer>", 11, "Did you mean `<header>`?"),
        ("html", '<p>\n<img atl="x">\n</p>', 11, "Did you mean `alt`?"),
        ("html", '<p tiems="2">a</p>', 10, "Did you mean `times`?"),
        ("html", '<p times="two">a</p>', 10, '`times="two"` is not a number'),
        ("html", '<p times="4-2">a</p>', 10, "is not a number"),
        ("html", "<b or>a</b>", 10, "`or` says nothing"),
        ("html", "<p>\n\n[nubmer]</p>", 12, "Did you mean `[number]`?"),
        ("html", '<p every="a[">x</p>', 10, "selector `a[` cannot be read"),
        ("html", "<p>[count p..] items</p>", 10, "selector `p..` cannot be read"),
        ("html", "<p>3 < 4</p>", 10, "`<` begins no tag"),
        ("html", '<p class="a>x</p>', 10, "`<` begins no tag"),
        ("css", "h1 { colr: red }", 10, "Did you mean `color`?"),
        ("css", "\nh1 { color red }", 11, "cannot be read"),
        ("css", "h1 { color: red", 10, "cannot be read"),
        ("css", "h1 { }", 10, "asks for nothing"),
        ("css", "", 10, "asks for nothing"),
        ("css", "h1[ { color: red }", 10, "cannot be read"),
        ("css", "@font-face { font-family: x }", 10, "`@font-face` cannot be checked"),
        ("css written", "", 10, "asks for nothing"),
        ("css written", "\nh1 { colr: red }", 11, "Did you mean `color`?"),
        ("css written", "h1 { zzzz: red }", 10, "CSS has no property `zzzz`"),
        ("css written", "h1 { color red }", 10, "cannot be read"),
        ("css written", "h1 { color: red", 10, "cannot be read"),
        ("css written", "h1[ { color: red }", 10, "cannot be read"),
        ("css written", "a:hvoer { color: red }", 10, "cannot be read"),
        ("css written", "hedaer { color: red }", 10, "Did you mean `header`?"),
        ("css written", "@meida print { a { color: red } }", 10, "Did you mean `@media`?"),
        ("css written", "@media (max-widht: 600px) { a { color: red } }", 10, "Did you mean `max-width`?"),
        ("css written", "@media { a { color: red } }", 10, "does not say when"),
        ("css written", "h1 {\n  width: [nubmer]px }", 11, "Did you mean `[number]`?"),
        ("css written", "h1 { width: at-laest(16px) }", 10, "Did you mean `at-least(…)`?"),
        ("css written", "h1 { width: at-least(big) }", 10, "no size or number"),
        ("css written", "h1 { width: at-least(calc(1px + 1vw)) }", 10, "compares nothing"),
        ("css written", "h1 { width: between(1px) }", 10, "takes two values"),
        ("css written", "h1 { color: changes }", 10, "`changes` is for `css` blocks"),
        ("audit", "one-h1\nimage-atl", 11, "Did you mean `image-alt`?"),
        ("audit", "zzz", 10, "There is no audit `zzz`"),
        ("audit", " \n", 10, "names no audit"),
    ],
)
def test_an_author_is_told_the_line_and_what_to_do(reading: Reading, text: str, line: int, phrase: str) -> None:
    problems = rule_problems(Rule(reading, text, 10))
    assert any(p.line == line and phrase in f"{p.message} {p.remedy}" and p.remedy for p in problems), problems


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        ("html", "<tr><td>a</td></tr>"),
        ("html", "<ul><li>a<li>b</ul>"),
        ("html", "<p times='3'>"),
        ("html", '<!doctype html>\n<html lang="en-GB|en">'),
        ("html", '<any every="tbody tr" without="style"><td direct></td></any>'),
        ("html", '<input type="email" required data-x="1" aria-label="…">'),
        ("html", "<p>[sic] [number] [count a[href]]</p>"),
        ("html", "<!-- why --><my-part>…</my-part>"),
        ("html not", "<center></center>"),
        ("html exact", "<p>Hello <br> there</p>"),
        ("css", "h1, h2 { color: darkgreen; margin: 0 }\n@media (width: 375px) { p { width: 50vw } }"),
        ("css", ":root { --sand: #fed }\n@media print { nav { display: none } }"),
        ("css written", "h1, a:hover::before { color: tan | red; margin: 0 !important }\nh2 { }"),
        ("css written", "@media (max-width: 600px) { .card { width: …vw; color: var(--sand) } }\n@media print { }"),
        ("css written", "@font-face { font-family: x; src: url(a) }\n@keyframes fade { from { opacity: 0 } }"),
        ("css written", ":root { --sand: #… }\nli:nth-child(odd) { width: between(1px, 2px) }"),
        ("audit", "page-title page-language\none-h1, valid-html"),
    ],
)
def test_a_rule_that_can_be_asked_has_no_problem(reading: Reading, text: str) -> None:
    assert rule_problems(Rule(reading, text, 10)) == []


def test_all_problems_of_a_block_are_told_by_line() -> None:
    problems = rule_problems(Rule("html", '<hedaer>\n<p tiems="2">a</p>\n</hedaer>\n</b>', 20))
    assert [p.line for p in problems] == [20, 21, 23]
