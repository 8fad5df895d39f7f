"""How many and where: `times`, `every`, `first`, `last`, `direct`, `or`, `without`, `<any>`, nesting, order."""

import pytest
from checking import verdict

from app.checks.report import Outcome
from app.checks.rules import Reading

RIGHT: list[tuple[Reading, str, str]] = [
    ("html", '<h1 times="1"></h1>', "<h1>a</h1>"),
    ("html", '<p times="2-4">', "<p>a<p>b"),
    ("html", '<p times="2-4">', "<p>a<p>b<p>c<p>d"),
    ("html", '<p times="0">', "<b>x</b>"),
    (
        "html",
        '<section every><h2 times="1"></h2></section>',
        "<section><h2>a</h2></section><section><h2>b</h2></section>",
    ),
    ("html", '<ul><li times="3">…</li></ul>', "<ul><li>a<li>b<li>c</ul>"),
    ("html", '<ul><li times="3">…</li></ul>', "<ul><li>z</ul><ul><li>a<li>b<li>c</ul>"),
    ("html", '<tr every="tbody tr"><td times="2"></td></tr>', "<table><tr><td>a<td>b<tr><td>c<td>d</table>"),
    ("html", '<img every alt="…">', "<img alt=a src=b>"),
    ("html", "<img every alt>", '<img alt=""><img alt=x>'),
    ("html", '<a every href="…">…</a>', "<a href=x>y</a><a href=z>w</a>"),
    ("html", '<any every="main > *" class="card"></any>', '<main><p class=card>a<div class="card x">b</div></main>'),
    ("html", '<table><th every scope="col|row"></th></table>', "<table><tr><th scope=col>a<tr><th scope=row>b</table>"),
    ("html", '<b or="strong em">x</b>', "<em>x</em>"),
    ("html", '<b or="strong em">x</b>', "<STRONG>x</STRONG>"),
    ("html", '<ul or="ol"><li>a</li></ul>', "<ol><li>a</ol>"),
    ("html", "<main direct></main>", "<main>x</main>"),
    ("html", "<main><section direct><p direct>x</p></section></main>", "<main><section><p>x</section></main>"),
    ("html", "<title direct>Office</title>", ""),
    ("html", "<table><tr direct></tr></table>", "<table><tr><td>x</table>"),
    ("html", "<table><tbody direct><tr direct></tr></tbody></table>", "<table><tr><td>x</table>"),
    ("html", "<body><h1 direct>a</h1></body>", "<h1>a</h1>"),
    ("html", "<html><body direct><p>x</p></body></html>", "<p>x"),
    ("html", "<ul><li first>a</li><li last>b</li></ul>", "<ul><li>a<li>c<li>b</ul>"),
    ("html", "<ul><li first>a</li><li last>b</li></ul>", "<ul><!-- x --><li>a<li>b</ul>"),
    ("html", "<body><header first></header></body>", "<header></header>x"),
    ("html", '<a without="target">x</a>', "<a href=y>x</a>"),
    ("html", '<any class="note">…</any>', "<p class=note>x"),
    ("html", '<any class="note">…</any>', "<div class=note><p>x</div>"),
    ("html", '<any id="top"></any>', "<body-x id=top></body-x>"),
    ("html", '<any id="top"></any>', "<a id=top>"),
    (
        "html",
        "<figure><any>…</any><figcaption>x</figcaption></figure>",
        "<figure><img src=a alt=b><figcaption>x</figure>",
    ),
    (
        "html",
        "<figure><any>…</any><figcaption>x</figcaption></figure>",
        "<figure><table><tr><td>x</table><figcaption>x</figure>",
    ),
]

WRONG: list[tuple[Reading, str, str, int, str]] = [
    (
        "html",
        '<h1 times="1"></h1>',
        "<h1>a</h1>\n<h1>b</h1>",
        2,
        "There are two main headings `<h1>`, on lines 8 and 9. The goal wants one.",
    ),
    ("html", '<h1 times="1"></h1>', "<p>x", 1, "The page has no main heading `<h1>` yet."),
    ("html", '<p times="0">', "<p>x</p>", 1, "There is one paragraph `<p>`, on line 8. The goal wants none."),
    (
        "html",
        '<section every><h2 times="1"></h2></section>',
        "<section><h2>a</h2></section>\n<section><p>b</p></section>",
        2,
        "The section `<section>` has no heading `<h2>` inside it yet.",
    ),
    (
        "html",
        '<section every><h2 times="1"></h2></section>',
        "<section><h2>a</h2></section>\n<section><h2>b</h2>\n<h2>c</h2></section>",
        3,
        "There are two headings `<h2>`, on lines 9 and 10. The goal wants one.",
    ),
    (
        "html",
        '<ul><li times="3">…</li></ul>',
        "<ul>\n<li>a\n<li>b\n<li>c\n<li>d</ul>",
        5,
        "There are four list items `<li>`, on lines 9, 10, 11 and 12. The goal wants three.",
    ),
    (
        "html",
        '<tr every="tbody tr"><td times="2"></td></tr>',
        "<table><tr><td>a<td>b\n<tr><td>c</table>",
        2,
        "There is one table cell `<td>` so far. The goal wants two.",
    ),
    (
        "html",
        '<a every href="…">…</a>',
        "<a href=x>y</a>\n<a href=z></a>",
        2,
        "The link `<a>` is empty. The goal wants words in it.",
    ),
    (
        "html",
        '<any every="main > *" class="card"></any>',
        "<main><p class=card>a\n<div>b</div></main>",
        2,
        'The element `<div>` has no `class` yet. The goal wants `class="card"`.',
    ),
    (
        "html",
        '<table><th every scope="col|row"></th></table>',
        "<table><tr><th scope=col>a\n<tr><th>b</table>",
        2,
        'The heading cell `<th>` has no `scope` yet. The goal wants `scope="col"`.',
    ),
    ("html", '<ul or="ol"><li>a</li></ul>', "<dl><dt>a</dl>", 1, "The page has no bullet list `<ul>` yet."),
    (
        "html",
        "<main direct></main>",
        "<div>\n<main>x</main></div>",
        2,
        "The main part `<main>` stands too deep. The goal wants it directly inside the body of the page `<body>`.",
    ),
    (
        "html",
        "<ul><li first>a</li><li last>b</li></ul>",
        "<ul><li>a<li>b\n<li>c</ul>",
        1,
        "The list item `<li>` is not the last thing inside the bullet list `<ul>`. The goal wants it last.",
    ),
    (
        "html",
        "<ul><li first>a</li><li last>b</li></ul>",
        "<ul><li>c\n<li>a<li>b</ul>",
        2,
        "The list item `<li>` is not the first thing inside the bullet list `<ul>`. The goal wants it first.",
    ),
    (
        "html",
        '<a without="target">x</a>',
        "<a target=_blank>x</a>",
        1,
        'The link `<a>` has `target="_blank"`. The goal wants it without.',
    ),
    (
        "html",
        '<img without="width height">',
        "<img width=1>",
        1,
        'The picture `<img>` has `width="1"`. The goal wants it without.',
    ),
    (
        "html",
        '<p every without="style">',
        '<p>a\n<p style="color:red">b',
        2,
        'The paragraph `<p>` has `style="color:red"`. The goal wants it without.',
    ),
]


@pytest.mark.parametrize(("reading", "check", "body"), RIGHT)
def test_a_right_page_passes_however_it_is_spelt(reading: Reading, check: str, body: str) -> None:
    assert verdict(check, body, reading)[0] is Outcome.PASSED


@pytest.mark.parametrize(("reading", "check", "body", "line", "said"), WRONG)
def test_a_wrong_page_hears_one_sentence_about_the_right_line(
    reading: Reading, check: str, body: str, line: int, said: str
) -> None:
    assert verdict(check, body, reading) == (Outcome.FAILED, [(line, said)])
