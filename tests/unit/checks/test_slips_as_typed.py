"""Typing slips as people make them: one slip has one sentence, at its line, and what is right has none."""

from pathlib import Path

import pytest
from checking import FIRST, page, report

from app.checks.slips import html_slips
from app.page.html import parse_html

SLIPS = [
    ("<ul>\n<li>a</li>\n<li>b<li>\n</ul>", 3, "`<li>` begins another one. Write `</li>` to close it."),
    ("<h1>Title\n<p>x</p>", 1, "The main heading `<h1>` is never closed. Write `</h1>` where it ends."),
    ("<h1>Title<h1>\n<p>x</p>", 1, "`<h1>` begins another one. Write `</h1>` to close it."),
    ("<h1>Title</h1\n<p>x</p>", 1, "The tag `</h1` is not finished. Write `>` after it."),
    ("<h1>Title</h1\n", 1, "The tag `</h1` is not finished. Write `>` after it."),
    ("<h1>Title</h2>", 1, "The main heading `<h1>` is closed with `</h2>`. Write `</h1>`."),
    ("<h1 Title</h1>", 1, "The tag `<h1` is not finished. Write `>` after it."),
    ("<h1\n<p>x</p>", 1, "The tag `<h1` is not finished. Write `>` after it."),
    ("<p\nHello</p>", 1, "The tag `<p` is not finished. Write `>` after it."),
    ("<p\n  Hello there</p>\n<p>b</p>", 1, "The tag `<p` is not finished. Write `>` after it."),
    ("< p>x</p>", 1, "There is a space too many in `< p>`. Write `<p>`."),
    ("<p>x< /p>", 1, "There is a space too many in `< /p>`. Write `</p>`."),
    ("<p>x</ p>", 1, "There is a space too many in `</ p>`. Write `</p>`."),
    ("<p class=“x”>a</p>", 1, '`class=“x”` has curly quotation marks. HTML needs straight ones: `class="x"`'),
    (
        "<a href=“x.html”>a</a>",
        1,
        '`href=“x.html”` has curly quotation marks. HTML needs straight ones: `href="x.html"`',
    ),
    (
        '<p class="x”>a</p>\n<p>b</p>',
        1,
        'The paragraph `<p>` has `class` without a closing quotation mark. Write `"` where its value ends.',
    ),
    (
        '<img src="a.jpg" alt=“A fair” width="3">',
        1,
        '`alt=“A fair”` has curly quotation marks. HTML needs straight ones: `alt="A fair"`',
    ),
    ("<p class=‘x’>a</p>", 1, '`class=‘x’` has curly quotation marks. HTML needs straight ones: `class="x"`'),
    ("&nbps; x", 1, "`&nbps;` stands for nothing. The nearest right word is `&nbsp;`."),
    ("<!-- x ->\n<p>a</p>", 1, "The comment is never closed. Write `-->` where it ends."),
    ("<!- x -->\n<p>a</p>", 1, "`<!- x -->` is no comment. Write `<!-- x -->`."),
    ("<-- x -->\n<p>a</p>", 1, "`<-- x -->` is no comment. Write `<!-- x -->`."),
    ("<! -- x -->", 1, "`<! -- x -->` is no comment. Write `<!-- x -->`."),
    (
        '<img src="a.jpg alt="x">',
        1,
        'The picture `<img>` has `src` without a closing quotation mark. Write `"` where its value ends.',
    ),
    (
        '<img src=a.jpg" alt="x">',
        1,
        'The picture `<img>` has `src` without an opening quotation mark. Write `"` where its value begins.',
    ),
    (
        '<img src="a.jpg" alt="x>\n<p>b</p>',
        1,
        'The picture `<img>` has `alt` without a closing quotation mark. Write `"` where its value ends.',
    ),
    (
        '<img src="a.jpg" alt=x" width="3">',
        1,
        'The picture `<img>` has `alt` without an opening quotation mark. Write `"` where its value begins.',
    ),
    (
        '<img src="a.jpg" alt="A fair width="3">',
        1,
        'The picture `<img>` has `alt` without a closing quotation mark. Write `"` where its value ends.',
    ),
    ('<img src"a.jpg" alt="x">', 1, "The picture `<img>` has no `=` between `src` and its value."),
    ('<img src "a.jpg" alt="x">', 1, "The picture `<img>` has no `=` between `src` and its value."),
    ('<img src="a.jpg" alt"x">', 1, "The picture `<img>` has no `=` between `alt` and its value."),
    ('<img src: "a.jpg">', 1, "The picture `<img>` has no `=` between `src:` and its value."),
    (
        '<img src=\'a.jpg" alt="x">',
        1,
        "The picture `<img>` has `src` without a closing quotation mark. Write `'` where its value ends.",
    ),
    ('<img scr="a.jpg" alt="x">', 1, 'The picture `<img>` has `scr="a.jpg"`. The word is `src`.'),
    ('<a hfre="x">a</a>', 1, 'The link `<a>` has `hfre="x"`. The word is `href`.'),
    ('<a herf="x">a</a>', 1, 'The link `<a>` has `herf="x"`. The word is `href`.'),
    ('<p clas="x">a</p>', 1, 'The paragraph `<p>` has `clas="x"`. The word is `class`.'),
    ('<p stlye="color:red">a</p>', 1, 'The paragraph `<p>` has `stlye="color:red"`. The word is `style`.'),
    ('<imgsrc="a.jpg">', 1, '`<imgsrc="a.jpg"` needs a space. Write `<img src="a.jpg"`.'),
    ('<ahref="x">a</a>', 1, '`<ahref="x"` needs a space. Write `<a href="x"`.'),
    ('<a href="x">a</a', 1, "The tag `</a` is not finished. Write `>` after it."),
    ('<a href="x">a<a/>', 1, "`<a/>` begins another one. Write `</a>` to close it."),
    ("<strong>a</string>", 1, "The strong text `<strong>` is closed with `</string>`. Write `</strong>`."),
    (
        "<ul>\n<li>a</li>\n<li>b</li>\n<p>x</p>",
        1,
        "The bullet list `<ul>` is never closed. Write `</ul>` where it ends.",
    ),
    ("<ul>\n<li>a</li>\n<li>b</li>\n</ol>", 4, "The bullet list `<ul>` is closed with `</ol>`. Write `</ul>`."),
    ("<p>a<b>b</p></b>", 1, "`</p>` comes before the end of the element `<b>`. Close what was opened last first."),
    ("<b><i>x</b></i>", 1, "`</b>` comes before the end of the element `<i>`. Close what was opened last first."),
    ("<ul></li>a</li></ul>", 1, "`</li>` closes nothing. Take it away, or write `<li>` where it should begin."),
    ("<h1>a</h1></h1>", 1, "`</h1>` closes nothing. Take it away, or write `<h1>` where it should begin."),
    ("<div>\n<div>\n</div>\n<p>x</p>", 1, "The element `<div>` is never closed. Write `</div>` where it ends."),
    ("<br></br>", 1, "`</br>` is too much: the line break `<br>` needs no end tag. Take it away."),
    ("</br>", 1, "`</br>` is too much: the line break `<br>` needs no end tag. Take it away."),
    ('<img src="a"></img>', 1, "`</img>` is too much: the picture `<img>` needs no end tag. Take it away."),
    ("<input></input>", 1, "`</input>` is too much: the form field `<input>` needs no end tag. Take it away."),
    ("<p>a < b</p>", 1, "A `<` begins no tag here. Take it away, or write `&lt;` for the sign."),
    ("<p>a <b</p>", 1, "The tag `<b` is not finished. Write `>` after it."),
    ("<p>x<</p>", 1, "A `<` begins no tag here. Take it away, or write `&lt;` for the sign."),
    ("<<p>x</p>", 1, "A `<` begins no tag here. Take it away, or write `&lt;` for the sign."),
    ("<p>I <3 you</p>", 1, "A `<` begins no tag here. Take it away, or write `&lt;` for the sign."),
    ("<h 1>x</h1>", 1, "There is no tag `<h>`. The nearest right word is `<h1>`."),
    ("<h7>x</h7>", 1, "There is no tag `<h7>`. The nearest right word is `<h1>`."),
    ("<hl>x</hl>", 1, "There is no tag `<hl>`. The nearest right word is `<h1>`."),
    ("<heading>x</heading>", 1, "There is no tag `<heading>`. Check how it is spelt."),
    ("<paragraph>x</paragraph>", 1, "There is no tag `<paragraph>`. Check how it is spelt."),
    ("<string>x</string>", 1, "There is no tag `<string>`. The nearest right word is `<strong>`."),
    ("<butotn>x</butotn>", 1, "There is no tag `<butotn>`. The nearest right word is `<button>`."),
    ("<style>h1 { color: red </style>", 1, "`h1` opens a brace that is never closed. Write `}` after its last line."),
    ("<style>h1 { color red }</style>", 1, "`color` needs a `:` between the property and its value."),
    ("<style>h1 { color: red\n background: tan }</style>", 1, "`color: red` does not end. Write `;` after it."),
    ("<style>h1 color: red }</style>", 1, "`h1` has no opening brace. Write `{` after it."),
    ("<style>h1 { colour: red }</style>", 1, "CSS has no property `colour`. The nearest right word is `color`."),
    ("<style>h1 { color: red; }}</style>", 1, "There is a `}` too many here. Take it away."),
    ("<style>h1 { color = red }</style>", 1, "`color` needs a `:` between the property and its value."),
    ("<style>h1 ( color: red )</style>", 1, "`h1 ( color: red )` has no opening brace. Write `{` after it."),
    (
        "<style>h1 { color: red;\np { color: blue }</style>\n<p>x</p>",
        1,
        "`h1` opens a brace that is never closed. Write `}` after its last line.",
    ),
    ("<style>h1 { color; red }</style>", 1, "`color` has no value yet. Write a colon and what it should be."),
    ("<style>/* a\nh1 { color: red }</style>", 1, "The comment is never closed. Write `*/` where it ends."),
    ("<table><tr><td>a</td></tr></tabel>", 1, "The table `<table>` is closed with `</tabel>`. Write `</table>`."),
    ("<title>x", 1, "The page title `<title>` is never closed. Write `</title>` where it ends."),
    ("<p>a</p>\n</div>", 2, "`</div>` closes nothing. Take it away, or write `<div>` where it should begin."),
    (
        "<p>a</p>\n</main>\n<footer>x</footer>",
        2,
        "`</main>` closes nothing. Take it away, or write `<main>` where it should begin.",
    ),
    (
        "<section>\n<h2>a</h2>\n<p>b</p>\n<section>\n<h2>c</h2>\n</section>",
        1,
        "The section `<section>` is never closed. Write `</section>` where it ends.",
    ),
    (
        '<nav>\n<a href="x">a</a>\n<a href="y">b\n</nav>',
        3,
        "The link `<a>` is never closed. Write `</a>` where it ends.",
    ),
    (
        "<em>a</em>\n<em>b\n<p>c</p>\n<p>d</p>",
        2,
        "The emphasised text `<em>` is never closed. Write `</em>` where it ends.",
    ),
    ("<h1>a</h1>\n<h2>b</h2\n<p>c</p>", 2, "The tag `</h2` is not finished. Write `>` after it."),
    ("<p>a</p\n<p>b</p>", 1, "The tag `</p` is not finished. Write `>` after it."),
    ("<ul>\n<li>a</li\n<li>b</li>\n</ul>", 2, "The tag `</li` is not finished. Write `>` after it."),
    (
        '<a href="x.html>Home</a>\n<a href="y.html">Away</a>',
        1,
        'The link `<a>` has `href` without a closing quotation mark. Write `"` where its value ends.',
    ),
    (
        '<a href=x.html">Home</a>\n<a href="y.html">Away</a>',
        1,
        'The link `<a>` has `href` without an opening quotation mark. Write `"` where its value begins.',
    ),
    (
        "<a href='x.html>Home</a>\n<p>it's</p>",
        1,
        "The link `<a>` has `href` without a closing quotation mark. Write `'` where its value ends.",
    ),
    (
        '<a href="x.html" title="y>Home</a>\n<p class="z">b</p>',
        1,
        'The link `<a>` has `title` without a closing quotation mark. Write `"` where its value ends.',
    ),
    ("<p class=big note>a</p>", 1, '`class=big note` needs quotation marks. Write `class="big note"`.'),
    ('<p id="a" id="b">x', 1, "The paragraph `<p>` has `id` twice. Only the first one counts."),
    ("<p>x</p>\n<p>y<p/>", 2, "`<p/>` closes nothing. The slash comes first: `</p>`"),
    ("<li>a<li/>", 1, "`<li/>` closes nothing. The slash comes first: `</li>`"),
    ("<div>x<div/>", 1, "`<div/>` begins another one. Write `</div>` to close it."),
    ("<b>x<b/> y", 1, "`<b/>` begins another one. Write `</b>` to close it."),
    (
        '<p>class="notice"We are open.</p>',
        1,
        '`class="notice"` stands outside its tag. Write it before the `>`: `<p class="notice">`',
    ),
    (
        '<p>x</p>\n<a class="x"> href="y.html" title="Away">Away</a>',
        2,
        '`href="y.html" title="Away"` stands outside its tag. Write it before the `>`: '
        '`<a class="x" href="y.html" title="Away">`',
    ),
    (
        '<img>src="a.jpg" alt="x"\n<p>x</p>',
        1,
        '`src="a.jpg" alt="x"` stands outside its tag. Write it before the `>`: `<img src="a.jpg" alt="x">`',
    ),
    ("<label for=name>Name</lable>", 1, "The label `<label>` is closed with `</lable>`. Write `</label>`."),
]

NO_SLIPS = [
    "<ul><li>a<li><li>c</ul>",
    "<table><tr><td>a<td></table>\n<table><tr><td>b<td>c</table>",
    "<p/>\n<p>x</p>",
    "<p/>Hello</p>",
    "<P>a</P>",
    "<my-card>x</my-card>",
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><circle r="1"></circle></g></svg>',
    "&copy 2026",
    "a & b",
    "<!-- a --><p>x</p>",
    '<a href="x"class="y">a</a>',
    '<a href="x">a</a/>',
    "<p>a > b</p>",
    "<p>x</P>",
    '<p title="a > b">x</p>',
    "<a href=x.html>a</a>",
    "<input type=text disabled>",
    "<p class=note>a</p>",
    "<option value=a>x<option value=b>y",
    "<script>if (a < b) {}</script>",
    "<textarea><p></textarea>",
    '<p>class="note" makes it blue.</p>',
    '<p>class="note", for instance</p>',
    '<table><tr><td>class="note"</td></tr></table>',
    '<pre><span>class="note"</span> </pre>',
    '<code>class="note" Hello</code>',
    '<p>size="10" Large</p>',
]


@pytest.mark.parametrize(("body", "line", "said"), SLIPS)
def test_a_slip_is_told_once_at_its_line(body: str, line: int, said: str) -> None:
    slips = report("<i></i>", page(body)).slips
    assert [(slip.place and slip.place.line - FIRST + 1, slip.text) for slip in slips] == [(line, said)]


@pytest.mark.parametrize("body", NO_SLIPS)
def test_what_is_right_has_no_slips(body: str) -> None:
    assert [slip.text for slip in report("<i></i>", page(body)).slips] == []


def test_pages_of_others_have_no_slips_but_their_own() -> None:
    """The documentation of npm, which somebody else wrote; one of its pages does leave a link open."""
    docs = sorted((Path(__file__).parents[3] / ".venv").rglob("npm/docs/output/**/*.html"))
    told = {path.name: [slip.text for slip in html_slips(parse_html(path.read_text("utf-8")))] for path in docs}
    assert len(docs) > 50
    assert {name for name, texts in told.items() if texts} <= {"scripts.html"}
