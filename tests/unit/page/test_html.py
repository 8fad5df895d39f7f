"""The tree of a page and the exact place of everything in it."""

import random
import warnings

import bs4
import pytest

from app.page.html import Document, Element, SelectorError, Text, parse_html

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>Fish &amp; chips</title></head>
<body class='wide home'>
<p id=intro>One<br/>two
<ul><li>a<li data-x="1 > 0" hidden>b</ul>
<table><tr><td>x</table>
<img src="a.png" ALT = "A &quot;b&quot;">
</body>
</html>
"""


def cut(document: Document, span: tuple[int, int] | None) -> str | None:
    return None if span is None else document.source[span[0] : span[1]]


def test_tags_know_where_they_were_written() -> None:
    document = parse_html(PAGE)
    written = [(e.tag, cut(document, e.start), cut(document, e.end)) for e in document.elements]
    assert ("body", "<body class='wide home'>", "</body>") in written
    assert ("p", "<p id=intro>", None) in written
    assert ("li", '<li data-x="1 > 0" hidden>', None) in written
    assert ("tbody", None, None) in written
    assert ("html", '<html lang="en-GB">', "</html>") in written


def test_attributes_know_their_name_and_value() -> None:
    document = parse_html(PAGE)
    (picture,) = document.select("img")
    alt = picture.attribute("alt")
    assert alt is not None
    assert (alt.value, cut(document, alt.name_span), cut(document, alt.value_span)) == (
        'A "b"',
        "ALT",
        "A &quot;b&quot;",
    )
    (item,) = document.select("[hidden]")
    hidden = item.attribute("hidden")
    assert hidden is not None
    assert (hidden.written, hidden.value, hidden.value_span) == (False, "", None)
    assert item.get("data-x") == "1 > 0"
    assert item.get("nothing") is None


def test_text_is_resolved_and_knows_where_it_was_written() -> None:
    document = parse_html(PAGE)
    (title,) = document.select("title")
    (text,) = title.children
    assert isinstance(text, Text)
    assert (text.text, cut(document, text.span)) == ("Fish & chips", "Fish &amp; chips")


def test_order_counts_as_a_browser_does_and_leaves_templates_out() -> None:
    document = parse_html(
        "<head><template><i>x</i></template><title>t</title></head><body><p>y<template><b>z</template>"
    )
    assert [e.tag for e in document.elements] == ["html", "head", "template", "title", "body", "p", "template"]
    assert [e.order for e in document.elements] == list(range(7))
    assert document.select("template i") == ()
    assert document.root.text == "xtyz"


def test_positions_count_lines_and_columns_from_one() -> None:
    document = parse_html("<p>a\r\n<b>é</b>\r<i>x</i>")
    (bold,) = document.select("b")
    (slanted,) = document.select("i")
    assert bold.start
    assert slanted.start
    assert document.position(0) == (1, 1)
    assert document.position(bold.start.start) == (2, 1)
    assert document.position(slanted.start.end) == (3, 4)


def test_selectors_find_elements_in_document_order() -> None:
    document = parse_html(PAGE)
    assert [e.tag for e in document.select("li, .home, p#intro")] == ["body", "p", "li", "li"]
    assert [e.text for e in document.select("li:nth-of-type(2)")] == ["b"]
    parent = document.parent(document.select("li")[0])
    assert parent is not None
    assert parent.tag == "ul"
    with pytest.raises(SelectorError):
        document.select("li >")
    with pytest.raises(SelectorError):
        document.select("")


@pytest.mark.parametrize(
    "text",
    ["", "\ufeff<p>", "\0\0<\0p>", "\ud800<p>\udfff", "<a b='", "<!--", "&#99999999999999999999;", "<p " * 2000,
     "<table>" * 300 + "<b>x", "<svg><style><p>", "</p></br>", "<math><style></style><html lang=e>x"],
)  # fmt: skip
def test_any_text_has_a_tree(text: str) -> None:
    document = parse_html(text)
    assert document.elements[0].tag == "html"
    assert document.slips is not None


def test_what_is_nested_too_deep_becomes_a_sibling_as_in_browsers() -> None:
    document = parse_html("<div>" * 5000 + "deep")
    assert len(document.select("div")) == 5000
    deepest = document.elements[-1]
    depth = 0
    parent = document.parent(deepest)
    while parent is not None:
        depth, parent = depth + 1, document.parent(parent)
    assert depth <= 513


def shape(root: Element) -> list[object]:
    return [
        (node.tag, sorted((a.name, a.value) for a in node.attributes)) if isinstance(node, Element) else node.text
        for node in root.walk()
    ]


def soup_shape(root: bs4.Tag) -> list[object]:
    found: list[object] = []
    waiting: list[object] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, bs4.Tag):
            found.append((node.name, sorted((str(k), v) for k, v in node.attrs.items())))
            waiting.extend(reversed(node.contents))
        else:
            found.append(str(node))
    return found


PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<table>", "</table>", "<tr>",
    "<td>", "</td>", "text", "&amp;", "&copy", "&#x41;", "<br/>", '<img src="a>b">', " ", "\n", "<select>",
    "<option>", "</select>", "<h1>", "</h2>", "<ul>", "<li>", "</ul>", "<svg>", "</svg>", '<path d="x"/>',
    "<title>", "</title>", "<textarea>", "</textarea>", "<pre>\n", "</pre>", "<!-- c -->", "<body class=q>",
    "</body>", "<html lang=e>", "</html>", "<form>", "</form>", '"', "'", "=", "<", ">", "/", '<p class="a',
    "<x-y>", "</x-y>", '<p a=1 a=2 B="&lt;&notit;&not=" c=&amp d>', "<p/ /a/=b/>", "<q =x>", "</>", "</ x>",
    "<!doctype html>",
]  # fmt: skip


def test_the_tree_is_the_one_beautiful_soup_makes_with_html5lib() -> None:
    chance = random.Random(7)
    for _ in range(400):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            soup = bs4.BeautifulSoup(text, "html5lib", multi_valued_attributes=None)
        assert isinstance(soup.html, bs4.Tag)
        assert shape(parse_html(text).root) == soup_shape(soup.html), repr(text)


def test_a_byte_order_mark_is_no_text() -> None:
    document = parse_html("\ufeff<!doctype html>\n<title>Office</title>\n<p>Hello")
    assert document.doctype == "html"
    assert document.slips == ()
    assert [element.tag for element in document.elements] == ["html", "head", "title", "body", "p"]
    assert document.source.index("<title>") == document.select("title")[0].start.start
