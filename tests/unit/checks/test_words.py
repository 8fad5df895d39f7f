"""Every word of the pack format: a page that has what is asked, and one that has not, with what is said."""

import pytest
from checking import FIRST, finding, page, report

from app.checks.report import Outcome
from app.checks.wording.sentences import with_line

TABLE = "<table><tbody><tr><td>a</td></tr>\n<tr><td>b</td></tr></tbody></table>"

ROWS = [
    # word, check, right body, wrong body, line in the body (from 1), what is said
    (
        "inside, at any depth",
        "<main><b>x</b></main>",
        "<main><p><b>x</b></p></main>",
        "<b>x</b><main></main>",
        1,
        "stands outside of the main part `<main>`",
    ),
    ("order", "<h1>a</h1><p>b</p>", "<h1>a</h1><hr><p>b</p>", "<p>b</p>\n<h1>a</h1>", None, "The goal wants it"),
    (
        "direct",
        "<main><p direct>x</p></main>",
        "<main><p>x</p></main>",
        "<main><div>\n<p>x</p></div></main>",
        2,
        "directly inside the main part",
    ),
    ("empty says nothing", "<main></main>", "<main>much</main>", "<div></div>", 1, "no main part `<main>` yet"),
    (
        "attribute",
        '<a href="x.html"></a>',
        '<a class="k" href="x.html">x</a>',
        "<a>x</a>",
        1,
        'has no `href` yet. The goal wants `href="x.html"`',
    ),
    (
        "attribute value",
        '<a href="x.html"></a>',
        "<a HREF=x.html>x</a>",
        '<a href="y.html">x</a>',
        1,
        'has `href="y.html"`. The goal wants `href="x.html"`',
    ),
    (
        "class as a set",
        '<p class="b a">',
        '<p class="a x b">',
        '<p class="a">',
        1,
        'has `class="a"`. The goal wants the class `b` there',
    ),
    ("boolean", "<input required>", '<input required="">', "<input>", 1, "has no `required` yet"),
    ("exactly empty", '<img alt="">', "<img alt>", '<img alt="x">', 1, 'has `alt="x"`. The goal wants `alt=""`'),
    ("something", '<img alt="…">', '<img alt="x">', '<img alt=" ">', 1, "has an empty `alt`"),
    (
        "something in text",
        "<h1>…</h1>",
        "<h1><img alt=x src=y></h1>",
        "<h1></h1>",
        1,
        "main heading `<h1>` is empty. The goal wants words in it",
    ),
    (
        "anything around",
        "<p>…Friday…</p>",
        "<p>On Friday.</p>",
        "<p>On Firday.</p>",
        1,
        "says “Firday”. The goal wants “Friday”",
    ),
    ("or in text", "<p>yes|no</p>", "<p>No</p>", "<p>perhaps</p>", 1, "says “perhaps”"),
    ("or in a value", '<p lang="cy|gd">', '<p lang="CY">', '<p lang="de">', 1, 'The goal wants `lang="cy"`'),
    ("number", "<p>[number] staff</p>", "<p>12 staff</p>", "<p>many staff</p>", 1, "The goal wants a number there"),
    ("date", "<p>On [date]</p>", "<p>On 3 May</p>", "<p>On a day</p>", 1, "The goal wants a date there"),
    ("time", "<p>At [time]</p>", "<p>At 9 am</p>", "<p>At dawn</p>", 1, "The goal wants a time there"),
    (
        "email",
        '<a href="mailto:[email]"></a>',
        '<a href="mailto:a@b.org">x</a>',
        '<a href="mailto:a">x</a>',
        1,
        'has `href="mailto:a"`',
    ),
    ("phone", "<p>[phone]</p>", "<p>01632 960123</p>", "<p>ask us</p>", 1, "The goal wants a telephone number there"),
    ("postcode", "<p>…[postcode]…</p>", "<p>Leeds LS1 1UR</p>", "<p>Leeds</p>", 1, "The goal wants a postcode there"),
    ("word", "<p>Dear [word]</p>", "<p>Dear Ann</p>", "<p>Dear !</p>", 1, "The goal wants a word there"),
    (
        "count",
        "<p>[count tbody tr] rows</p>",
        f"<p>2 rows</p>{TABLE}",
        f"<p>3 rows</p>{TABLE}",
        1,
        "The goal wants “2” in it",
    ),
    (
        "times, too many",
        '<h1 times="1"></h1>',
        "<h1>a</h1>",
        "<h1>a</h1>\n<h1>b</h1>",
        2,
        "two main headings `<h1>`, on lines 8 and 9. The goal wants one",
    ),
    (
        "times, too few",
        '<ul><li times="3">…</li></ul>',
        "<ul><li>a<li>b<li>c</ul>",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
        3,
        "two list items `<li>` so far. The goal wants three",
    ),
    ("times, one empty", '<h2 times="2">…</h2>', "<h2>a</h2><h2>b</h2>", "<h2>a</h2>\n<h2></h2>", 2, "is empty"),
    (
        "times or more",
        '<p times="2+">',
        "<p>a<p>b<p>c",
        "<p>a</p>",
        1,
        "one paragraph `<p>` so far. The goal wants two",
    ),
    (
        "times between",
        '<p times="2-3">',
        "<p>a<p>b<p>c",
        "<p>a\n<p>b\n<p>c\n<p>d",
        4,
        "four paragraphs `<p>`, on lines 8, 9, 10 and 11. The goal wants three",
    ),
    ("every", "<img every alt='…'>", "<img alt=a><img alt=b>", "<img alt=a>\n<img>", 2, "has no `alt` yet"),
    (
        "every, and there is one",
        "<img every alt='…'>",
        "<img alt=a>",
        "<p>x</p>",
        1,
        "The page has no picture `<img>` like this yet",
    ),
    (
        "every of a selector",
        "<tr every='tbody tr'><th></th></tr>",
        "<table><tbody><tr><th>a</tbody></table>",
        "<table><tbody>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr></tbody></table>",
        3,
        "`<th>`",
    ),
    (
        "first",
        "<table><caption first></table>",
        "<table><caption>x</table>",
        "<table><tr><td>a</table><div><p>x</p>\n<caption></div>",
        1,
        "`<caption>`",
    ),
    (
        "first among siblings",
        "<ul><li first>a</li></ul>",
        "<ul><li>a<li>b</ul>",
        "<ul><li>b</li>\n<li>a</li></ul>",
        2,
        "is not the first thing inside the bullet list `<ul>`",
    ),
    (
        "last among siblings",
        "<main><footer last></footer></main>",
        "<main><p>x</p><footer></footer></main>",
        "<main>\n<footer></footer><p>x</p></main>",
        2,
        "is not the last thing inside the main part `<main>`",
    ),
    (
        "or another tag",
        "<b or='strong'>x</b>",
        "<strong>x</strong>",
        "<i>x</i>",
        1,
        "“x” stands in an element `<i>`. The goal wants `<b>`",
    ),
    (
        "without",
        "<input without='disabled'>",
        "<input>",
        "<input disabled>",
        1,
        "has `disabled`. The goal wants it without",
    ),
    (
        "exact element",
        "<p exact>Hi <b>you</b></p>",
        "<p>Hi <b>you</b></p>",
        "<p>Hi <b>you</b> there</p>",
        1,
        "also says “there”",
    ),
    (
        "any order",
        "<ul any-order><li>a</li><li>b</li></ul>",
        "<ul><li>b<li>a</ul>",
        "<ul><li>b</li>\n<li>c</li></ul>",
        None,
        "“a”",
    ),
    (
        "any element",
        "<any class='note'>…</any>",
        "<section class=note>x</section>",
        "<p class=ntoe>x</p>",
        1,
        'has `class="ntoe"`. The goal wants the class `note` there',
    ),
    (
        "text alone",
        "Ask at the desk",
        "<p>Please ask <b>at the</b> desk.</p>",
        "<p>Ask</p>",
        1,
        "does not say “Ask at the desk” yet",
    ),
    (
        "mixed text",
        "<p>Open on <b>Friday</b></p>",
        "<p>Open on<b> Friday</b></p>",
        "<p>Closed on <b>Friday</b></p>",
        1,
        "says “Closed on Friday”. The goal wants “Open on Friday”",
    ),
]


@pytest.mark.parametrize(("check", "right"), [row[1:3] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_right_page_passes(check: str, right: str) -> None:
    found = finding(check, right)
    assert found.outcome is Outcome.PASSED, [fault.text for fault in found.faults]


@pytest.mark.parametrize(
    ("check", "wrong", "line", "said"), [(r[1], *r[3:]) for r in ROWS], ids=[row[0] for row in ROWS]
)
def test_a_wrong_page_is_told_what_and_where(check: str, wrong: str, line: int | None, said: str) -> None:
    found = finding(check, wrong)
    assert found.outcome is Outcome.FAILED
    texts = [fault.text for fault in found.faults]
    assert any(said in text for text in texts), texts
    if line is not None:
        fault = next(fault for fault in found.faults if said in fault.text)
        assert fault.place is not None
        assert fault.place.line == FIRST - 1 + line


def test_not_names_everything_that_is_still_there() -> None:
    found = finding("<center></center>\n<font></font>", "<center>a</center>\n<p>b</p>\n<center>c</center>", "html not")
    assert [fault.place and fault.place.line for fault in found.faults] == [FIRST, FIRST + 2]
    assert finding("<center></center>", "<p>a</p>", "html not").outcome is Outcome.PASSED
    assert "still says “lorem”" in finding("lorem", "<p>Lorem</p>", "html not").faults[0].text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<ul><li>a</li><li>b</li></ul>", None),
        ("<ul>\n<!-- x -->\n<li>a\n<li>b\n</ul>", None),
        ("<ul><li>a</li><li>b</li><li>c</li></ul>", "is more than the goal wants inside the bullet list `<ul>`"),
        ("<ul><li>A</li><li>b</li></ul>", "says “A”. The goal wants “a”, letter for letter"),
        ("<ul><li>a</li>x<li>b</li></ul>", "also says “x”"),
    ],
)
def test_exact_wants_nothing_else(body: str, said: str | None) -> None:
    found = finding("<ul><li>a</li><li>b</li></ul>", body, "html exact")
    assert [fault.text for fault in found.faults] == [] if said is None else any(said in f.text for f in found.faults)
    assert (found.outcome is Outcome.PASSED) == (said is None)


def test_the_doctype_is_asked_for_by_writing_it() -> None:
    whole = page("<p>x</p>")
    assert finding("<!doctype html>", whole).outcome is Outcome.PASSED
    found = finding("<!doctype html>", whole.with_text("index.html", "<p>x</p>"))
    assert "does not begin with `<!doctype html>` yet" in found.faults[0].text


def test_a_bare_tag_asks_for_the_tag_itself_but_inside_a_page_it_may_be_left_out() -> None:
    bare = page("").with_text("index.html", "<!doctype html><title>x</title><p>y")
    assert finding("<body></body>", bare).outcome is Outcome.FAILED
    assert finding("<body><p>y</p></body>", bare).outcome is Outcome.PASSED
    assert finding("<table><tbody><tr></tr></tbody></table>", "<table><tr><td>a</table>").outcome is Outcome.PASSED


def test_every_fault_has_its_place_subject_and_sentence_with_the_line() -> None:
    found = report('<img src="a.jpg" alt="…" width="640">', '<p>x</p>\n<img src="a.jpg"\n width="64">').faults
    assert [(f.subject, f.place and (f.place.line, f.place.column, f.place.length)) for f in found] == [
        ("img", (FIRST + 1, 1, 4)),
        ("img", (FIRST + 2, 9, 2)),
    ]
    assert with_line(found[1]) == ('Line 10: The picture `<img>` has `width="64"`. The goal wants `width="640"`.')
