"""Typing slips of HTML: each told once, in its place, and none on a right page."""

import pytest

from app.page.html import parse_html


def slips(text: str) -> list[tuple[str, str, str, str]]:
    document = parse_html(text)
    return [(s.kind, s.subject, s.detail, document.source[slice(*s.span)]) for s in document.slips]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>A<p>x</p>", ("unclosed", "h1", "", "<h1>")),
        ("<h1>A</h2><p>x", ("mismatched-end", "h1", "h2", "</h2>")),
        ("<div><p>a</p></span></div>", ("stray-end", "span", "", "</span>")),
        ("<p>a<br></br>", ("stray-end", "br", "void", "</br>")),
        ("<b><i>x</b></i>", ("crossed-end", "b", "i", "</b>")),
        ("<stong>x</strong>", ("unknown-tag", "stong", "strong", "stong")),
        ("<strong>x</stong>", ("mismatched-end", "strong", "stong", "</stong>")),
        ('<a href="x.html>Link</a> and <b class="y">b</b>', ("unclosed-quote", "href", "a", 'href="x.html')),
        ('<a href="x.html>Link</a> <p>done</p>', ("unclosed-quote", "href", "a", 'href="x.html')),
        ('<a href=x.html">y</a>', ("unopened-quote", "href", "a", 'href=x.html"')),
        ('<a href"x.html">y</a>', ("missing-equals", "href", "a", 'href"x.html"')),
        ('<img alt "text">', ("missing-equals", "alt", "img", 'alt "text"')),
        ("<h1 Title</h1><p>x</p>", ("missing-bracket", "h1", "", "<h1 Title")),
        ("<p>text</p\n<p>more</p>", ("missing-bracket", "p", "/", "</p")),
        ('<p class="a" class="b">x</p>', ("duplicate-attribute", "class", "p", "class")),
        ('<img widht="3">', ("unknown-attribute", "widht", "width", "widht")),
        ('<p aria-lable="x">a</p>', ("unknown-attribute", "aria-lable", "aria-label", "aria-lable")),
        ("<body>x</body><p>after</p>", ("after-body", "body", "", "<p>after</p>")),
        ("<p>a <em>x<em> y", ("missing-slash", "em", "", "<em>")),
        ("<!-- x <div></div>", ("unclosed-comment", "comment", "", "<!-- x <div></div>")),
        ("<div/>x", ("unclosed", "div", "/", "<div/>")),
        ("<p>x</p><td>y", ("misplaced-tag", "td", "", "<td>")),
        ("<title>Foo</head><body><div>x</div>", ("unclosed", "title", "", "<title>")),
    ],
)
def test_a_slip_is_told_once_with_its_place(text: str, expected: tuple[str, str, str, str]) -> None:
    assert slips(text) == [expected]


def test_of_two_nested_alike_the_indentation_says_which_is_open() -> None:
    document = parse_html("<div>\n  <div>\n    <p>x</p>\n</div>")
    assert [(s.kind, document.position(s.span.start)[0]) for s in document.slips] == [("unclosed", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><title>t</title><p>One<p>Two<ul><li>a<li>b</ul><table><tr><td>x<td>y</table>",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl><select><option>a<option>b</select><ruby>a<rt>b</ruby>",
        "<br/><hr /><img src=a.png><input disabled><my-tag foo=1>x</my-tag>",
        '<svg viewBox="0 0 1 1"><path d=""/><linearGradient/></svg><math><mi>x</mi></math>',
        '<button onclick="a>b" data-x="<p>" aria-label="x" hx-get="/x" @click="y" :title="z">x</button>',
        "<center><font color=red>x</font></center><video controls playsinline></video>",
        '<p title="a\nb" lang=en-GB itemprop=x>y</p><noscript><p>z</p></noscript><template><li>x</template>',
        "<body>x</body></html>",
        "<pre>\n<b>x</b></pre><textarea><p></textarea><script>'<b>'</script><style>a>b{}</style>",
    ],
)
def test_a_right_page_has_no_slips(text: str) -> None:
    assert slips(text) == []
