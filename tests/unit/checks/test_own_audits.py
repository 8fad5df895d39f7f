"""Audits judged by our own look at the page: pages that pass each, and pages that fail it, with line and words."""

import pytest
from checking import Browser, page, rendered

from app.checks.audits.markup import ATTRIBUTES
from app.checks.report import Finding, Outcome
from app.page.page import File, Page

CARD = (
    '<meta property="og:title" content="{title}"><meta property="og:description" content="{words}">'
    '<meta property="og:image" content="{image}"><meta property="og:image:alt" content="{alt}">'
)
TABLED = ("caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr")
PICTURE = {"files/fair.jpg": b""}


def card(title: str = "Fair", words: str = "Come", image: str = "files/fair.jpg", alt: str = "Stalls") -> str:
    return CARD.format(title=title, words=words, image=image, alt=alt)


def found(name: str, body: str) -> Finding:
    """What comes of an audit of a page with this body, where axe-core finds nothing; a picture is among its assets."""
    files = page(body, style="p { color: black }").files
    return rendered("audit", name, Page(files, PICTURE), Browser()).findings[0]


RIGHT: dict[str, list[str]] = {
    "valid-html": [
        "<p>a<p>b",
        "<ul><li>a<ul><li>b</ul></ul><dl><div><dt>a<dd>b</div></dl>",
        "<p>A <b>bold</b> <i>word</i>, <small>small</small> print.<br/>New<wbr>line</p><hr>",
        '<label for="a">A</label><input id="a"><label>B <select><option>x</select></label>',
        "<figure><img src=files/fair.jpg alt=''><figcaption>Fair</figcaption></figure>",
        "<a href=x><h2>A whole card</h2><p>is a link</p></a><h2><a href=y>y</a></h2>",
        "<table><caption>c</caption><tr><th scope=row>a<td colspan=2>b</table>",
        "<details><summary>s</summary><p>t</p></details><button type=button><span>b</span></button>",
        "<video controls><source src=a.mp4><track src=a.vtt></video><ins><p>new</p></ins>",
        "<svg viewBox='0 0 1 1'><title>t</title><style>a{}</style><a href=x><rect width=1 height=1 /></a></svg>",
        "<my-part src=x>own</my-part><p data-x=y aria-label=z hidden>x</p><form action=send><input></form>",
        "<ol start=3 type=a reversed><li value=7>x</ol><iframe width=20 height=20 src=a.html title=a></iframe>",
    ],
    "page-title": ["<p>x</p>", "<svg><title>Untitled</title></svg>", "<h1>Document</h1>", "<title>Document</title>"],
    "one-h1": ["<h1>a</h1>", "<h1>a</h1><h2>b</h2>", "<main><h1></h1></main>", "<header><h1>a</h1></header><h2>b</h2>"],
    "heading-order": ["<h1>a</h1><h6>b</h6>", "<h2>a</h2><h1>b</h1>", "<p>a</p>", "<h1>a</h1>"],
    "alt-not-filename": [
        "<img src=files/fair.jpg alt='Stalls in the yard'>",
        "<img src=summer-fair.jpg alt='Summer fair'>",
        "<img src=a.png alt=''>",
        "<img src=fair.jpg alt=fair>",
        "<img src=a.png>",
        "<img src=a.png alt='The image on the coin'><img src=a.png alt='Photo ID'>",
        "<input alt=photo>",
    ],
    "link-text": [
        "<a href=a.html>Read more about our plan</a>",
        "<a href=a.html aria-label='More about our plan'>More</a>",
        "<a href=a.html>Plan</a><a href=./a.html>Plan</a><a href=index.html>Home</a><a href=./>Home</a>",
        "<a href='mailto:office@example.org'>office@example.org</a>",
        "<span id=x>Our plan</span><a href=a.html aria-labelledby=x>here</a>",
        "<a>here</a>",
        "<a href=x><img src=a.png alt='Our plan'></a>",
    ],
    "table-headers": [
        "<table><tr><th>Day<th>Open</tr><tr><td>Friday<td>9</tr></table>",
        "<table><tr><th>Day<td>Friday</tr><tr><th>Open<td>9</tr></table>",
        "<table><tr><td><th scope=col>Mon<th scope=col>Tue</tr><tr><th scope=row>Ann<td>x<td>y</tr></table>",
        "<table role=presentation><tr><td>x</table>",
        "<table></table>",
    ],
    "form-labels": [
        "<label for=a>Name</label><input id=a placeholder='Ann Smith'>",
        "<label>Name <input placeholder=x></label>",
        "<input aria-label=Search placeholder=Search>",
        "<label id=l>Name</label><input aria-labelledby=l placeholder=x>",
        "<input type=submit><input type=hidden>",
    ],
    "autocomplete": [
        "<label>Your full name <input autocomplete=name></label>",
        "<label>Name of the event <input></label><label>Company name <input name=name></label>",
        "<label>Friend's e-mail <input type=email></label>",
        "<label>Name <input type=checkbox></label><input type=search name=email>",
        "<label>Name <input disabled></label>",
    ],
    "share-card": [
        card(),
        card(image="https://example.org/fair.jpg"),
        card(image="./files/fair.jpg", title="x" * 90),
        card() + '<meta property="og:type" content="website">',
    ],
    "print-friendly": [
        "<style>@media print { p { margin: 0 } }</style>",
        "<style media='screen, print'>p { margin: 0 }</style>",
        "<style>@media screen { a { color: red } } @media (min-width: 1px), print { p { margin: 0 } }</style>",
        "<style>@import 'paper.css' print;</style>",
        "<link rel=stylesheet media=print href=style.css>",
    ],
    "no-inline-style": [
        "<style>p { color: red }</style>",
        "<p class=style>x</p>",
        "<svg style='x'></svg>",
        "<p>style=''</p>",
    ],
    "no-presentational-tags": [
        "<b>a</b><i>b</i><u>c</u><s>d</s><small>e</small><sub>f</sub>",
        "<img src=a width=20 height=20><video width=20></video><canvas width=9></canvas>",
        "<ol type=a><li value=3>x</ol><input size=3><select size=2></select>",
        "<hr><br><p>center</p><svg width=1 height=1 color=red><text font-size=2>x</text></svg>",
    ],
    "no-outside-requests": [
        "<a href=https://example.org>Elsewhere</a>",
        "<img src=files/fair.jpg alt=''><img src='data:image/png;base64,AAAA' alt=''>",
        "<form action=https://example.org></form>",
        "<style>/* url(https://example.org/a.png) */</style><link rel=canonical href=https://example.org>",
    ],
}

WRONG: dict[str, list[tuple[str, int, str]]] = {
    # audit: bodies, the line of the first fault (a body begins on line 8), what is said
    "valid-html": [
        ("<p id=a>x</p>\n<p id=a>y</p>", 9, 'has `id="a"`, which stands on line 8 already'),
        ("<p id='a b'>x</p>", 8, 'An `id` has no spaces: `id="a-b"`'),
        ("<p>x</p>\n<li>y</li>", 9, "stands directly in the body of the page `<body>`. It belongs in `<ul>`"),
        ("<ul>\n<p>x</p></ul>", 9, "The paragraph `<p>` stands directly in the bullet list `<ul>`, where only `<li>`"),
        ("<ul><li>a</li>\nwords</ul>", 9, "has the words “words” directly in it. Put them in `<li>`"),
        ("<span>\n<div>x</div></span>", 9, "stands in the element `<span>`, where only words"),
        ("<button>\n<a href=x>y</a></button>", 9, "The link `<a>` stands in the button `<button>`. Only one of them"),
        ("<a href=x>\n<button>y</button></a>", 9, "The button `<button>` stands in the link `<a>`"),
        ("<table>\noops<tr><td>x</table>", 9, "has `oops` outside of its cells"),
        ("<table><tr>\n<p>x</p><td>x</table>", 9, "has `<p>` outside of its cells"),
        ("<p>\n<img alt=x>", 9, "has no `src`, and does not work without"),
        ("<p>\n<img src=x>", 9, "has no `alt`, and does not work without"),
        ("<img src='' alt=''>", 8, "has an empty `src`"),
        ("<p href=x>y</p>", 8, "has `href`, which does nothing there. It belongs to `<a>, <area>, <base>, <link>`"),
        ("<label for=nme>x</label><input id=name>", 8, 'says `for="nme"`, and no field on the page has `id="nme"`'),
        ("<center>x</center>", 8, "only says how something looks"),
        ("<p>\n<acronym>x</acronym>", 9, "is no longer part of HTML. Use `<abbr>`"),
        ("<p align=center>x</p>", 8, 'has `align="center"`'),
        ("<main>a</main>\n<main>b</main>", 9, "two main parts"),
        ("<style>p {}</style>", 8, "It belongs in `<head>`"),
        ("<option>x</option>", 8, "It belongs in `<select>`"),
        ("<dl><p>x</p></dl>", 8, "where only `<dt>` may stand"),
    ],
    "one-h1": [
        ("<h1>a</h1>\n<h1>b</h1>", 9, "two main headings `<h1>`, on lines 8 and 9. The goal wants one"),
        ("<p>a</p>", 7, "no main heading `<h1>` yet"),
        ("<h2>a</h2>", 7, "no main heading `<h1>` yet"),
        ("<h1>a</h1><p>\n<section><h1>b</h1></section>", 9, "two main headings"),
    ],
    "heading-order": [
        ("<h3>a</h3>", 8, "The first heading of the page is `<h3>`. A page begins with `<h1>`"),
        ("<p>x</p>\n<h4>a</h4><h1>b</h1>", 9, "`<h4>`"),
        ("<main>\n\n<h5>a</h5></main>", 10, "`<h5>`"),
        ("<h6>a</h6>", 8, "`<h6>`"),
    ],
    "alt-not-filename": [
        ("<img src=IMG_1234.jpg alt=IMG_1234.jpg>", 8, "the name of a file for a text: “IMG_1234.jpg”"),
        ("<p>\n<img src=a.png alt='DSC01234'>", 9, "the name of a file"),
        ("<img src=fair-2.png alt=fair-2>", 8, "the name of a file"),
        ("<img src=a.png alt='https://example.org/a'>", 8, "the name of a file"),
        ("<img src=a.png alt='Photo 2'>", 8, "the name of a file"),
        ("<img src=a.png alt=' Photo. '>", 8, "says nothing. The goal wants what the picture shows"),
        ("<img src=a.png alt='An image of the yard'>", 8, "begins with “An image of”"),
        ("<input type=image src=a.png alt=picture>", 8, "The form field `<input>`"),
    ],
    "link-text": [
        ("<p>\n<a href=x>Click here</a>", 9, "The link `<a>` says “Click here”. Heard alone"),
        ("<a href=x>Read more &raquo;</a>", 8, "says “Read more »”"),
        ("<a href=x><b>HERE</b>!</a>", 8, "says “HERE!”"),
        ("<a href=x>https://www.example.org/plan</a>", 8, "says only the address “https://www.example.org/plan”"),
        ("<a href=x>www.example.org</a>", 8, "says only the address"),
        ("<a href=x>Plan</a>\n<a href=y>plan</a>", 9, "as the link on line 8 does, and leads to another place"),
    ],
    "table-headers": [
        ("<p>\n<table><tr><td>a</table>", 9, "The table `<table>` has no heading cells. The goal wants `<th>`"),
        ("<table><caption>c</caption><tr><td>a<td>b</table>", 8, "no heading cells"),
        ("<table><tr><th>a\n<td><table><tr><th>b</table></table>", 9, "stands in another table"),
        (
            "<table><tr><td><th>Mon<th>Tue</tr>\n<tr><th scope=row>Ann<td>x<td>y</table>",
            8,
            'headings above and beside. The goal wants `scope="col"` there',
        ),
    ],
    "form-labels": [
        ("<p>\n<input placeholder=Name>", 9, "has only a placeholder, “Name”"),
        ("<textarea placeholder='Your question'></textarea>", 8, "The text box `<textarea>` has only a placeholder"),
        ("<label for=a>Name</label>\n<input id=b>", 9, 'line 8 has one with `for="a"`. The goal wants `for="b"`'),
        ("<label for=a>Name</label>\n<input name=a>", 9, 'The goal wants `id="a"` here'),
    ],
    "autocomplete": [
        ("<label>Your name:\n<input></label>", 9, 'The goal wants `autocomplete="name"` there'),
        ("<label for=a>E-mail (required)</label><input id=a>", 8, '`autocomplete="email"`'),
        ("<input type=tel>", 8, '`autocomplete="tel"`'),
        ("<input name=firstName>", 8, '`autocomplete="given-name"`'),
        ("<label>Address <textarea></textarea></label>", 8, '`autocomplete="street-address"`'),
        ("<label>Town or city <input autocomplete=on></label>", 8, '`autocomplete="address-level2"`'),
    ],
    "share-card": [
        ("<p>x</p>", 3, "The page has no `<meta property=\"og:title\" content=\"…\">` in its head yet"),
        (card(title=""), 8, "The note about the page `<meta>` for `og:title` says nothing"),
        (f"\n{card(words='x' * 301)}", 9, "for `og:description` has 301 characters. More than 300 are cut off"),
        (card(image="files/fiar.jpg"), 8, "for `og:image` names `files/fiar.jpg`, and there is no such picture"),
        (card().replace("property", "name", 1), 8, 'A share card is read from `property="og:title"`'),
        (card().replace("og:image:alt", "x"), 3, "og:image:alt"),
    ],
    "print-friendly": [
        ("<p>x</p>", 3, "no rules for paper yet. The goal wants `@media print`"),
        ("<style>@media print {}</style>", 3, "no rules for paper yet"),
        ("<style>@media screen { p { margin: 0 } } /* print */</style>", 3, "no rules for paper yet"),
        ("<style>@media not print { p { margin: 0 } }</style>", 3, "no rules for paper yet"),
    ],
    "no-inline-style": [
        ('<p>\n<b style="color: red">x</b>', 9, 'has `style="color: red"`. The goal wants it in the CSS'),
        ("<p style>x</p>", 8, "The paragraph `<p>` has"),
        ("<p STYLE='x'>x</p>", 8, "The paragraph `<p>` has"),
        ("<style>p {}</style>\n<a style=''>x</a>", 9, "The link `<a>` has"),
    ],
    "no-presentational-tags": [
        ("<p>\n<center>x</center>", 9, "CSS does that: use `text-align: center`"),
        ("<font color=red>x</font>", 8, "The tag `<font>`"),
        ("<table>\n<tr bgcolor=red><td>x</table>", 9, 'has `bgcolor="red"`, which only says how'),
        ("<p align=right>x</p>", 8, "In CSS: `text-align`"),
        ("<big>x</big>", 8, "font-size"),
        ("<marquee>x</marquee>", 8, "The tag `<marquee>`"),
    ],
    "no-outside-requests": [
        ("<p>\n<img src=https://example.org/a.png alt=''>", 9, "loads `https://example.org/a.png` from elsewhere"),
        ("<link rel=stylesheet href=//example.org/a.css>", 8, "loads `//example.org/a.css`"),
        ("<style>\n@import 'https://example.org/a.css';</style>", 9, "loads `https://example.org/a.css`"),
        ("<p style='background: url(https://example.org/a.png)'>x", 8, "loads `https://example.org/a.png`"),
        ("<script src=https://example.org/a.js></script>", 8, "loads `https://example.org/a.js`"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "body"), [(name, body) for name, bodies in RIGHT.items() for body in bodies])
def test_right_pages_pass(name: str, body: str) -> None:
    finding = found(name, body)
    assert finding.outcome is Outcome.PASSED, [fault.text for fault in finding.faults]


@pytest.mark.parametrize(
    ("name", "body", "line", "said"), [(name, *row) for name, rows in WRONG.items() for row in rows]
)
def test_wrong_pages_are_told_what_and_where(name: str, body: str, line: int, said: str) -> None:
    finding = found(name, body)
    assert finding.outcome is Outcome.FAILED
    first = finding.faults[0]
    assert said in first.text
    assert first.place is not None
    assert first.place.line == line


@pytest.mark.parametrize("name", RIGHT)
def test_each_audit_has_its_pages(name: str) -> None:
    assert len(RIGHT[name]) >= 4
    assert name == "page-title" or len(WRONG[name]) >= 4


@pytest.mark.parametrize(
    "title",
    [
        "Untitled",
        "Document",
        "untitled document",
        "My page",
        "index.html",
        "Page title",
        "https://example.org",
        "Title…",
    ],
)
def test_titles_that_say_nothing_are_told(title: str) -> None:
    whole = Page((File("index.html", f"<!doctype html>\n<title>{title}</title>\n<h1>x</h1>"),))
    (fault,) = rendered("audit", "page-title", whole, Browser()).findings[0].faults
    assert f"title is “{title}”, which says nothing about it" in fault.text
    assert fault.place is not None
    assert fault.place.line == 2


@pytest.mark.parametrize(
    "title", ["The Community Office", "Opening hours", "Documents", "Home – Office", "Test results"]
)
def test_titles_that_say_something_pass(title: str) -> None:
    whole = Page((File("index.html", f"<!doctype html><title>{title}</title>"),))
    assert rendered("audit", "page-title", whole, Browser()).passed


def test_a_style_sheet_of_the_page_is_looked_at_too() -> None:
    css = "p { color: red }\nh1 { background: url(http://example.org/a.png) }"
    (fault,) = rendered("audit", "no-outside-requests", page("<p>x</p>", style=css), Browser()).findings[0].faults
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("style.css", 2)
    printed = page("<p>x</p>", style="@media print { p { margin: 0 } }")
    assert rendered("audit", "print-friendly", printed, Browser()).passed


def test_another_page_of_the_folder_is_not_blamed_on_this_one() -> None:
    files = (*page("<p>x</p>").files, File("other.html", "<img src=https://example.org/a.png>"))
    assert rendered("audit", "no-outside-requests", Page(files), Browser()).passed


def test_valid_html_fails_on_typing_slips_and_leaves_the_saying_to_them() -> None:
    report = rendered("audit", "valid-html", page("<span><div>a</div></h2>\n<ul><p>x</p></ul>"), Browser())
    assert report.findings[0].outcome is Outcome.FAILED
    assert report.findings[0].faults == ()
    assert report.slips


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<html lang=en><head><title>x</title></head><body><p>x</p></body></html>", "begin with `<!doctype html>`"),
        ("<!doctype html><html lang=en><head></head><body><p>x</p></body></html>", "The page has no title yet"),
        ("<!doctype html><title> </title><p>x</p>", "The page title `<title>` is empty"),
    ],
)
def test_a_whole_page_has_a_doctype_and_a_title(html: str, said: str) -> None:
    (fault,) = rendered("audit", "valid-html", Page((File("index.html", html),)), Browser()).findings[0].faults
    assert said in fault.text


def test_a_few_tags_need_neither() -> None:
    assert rendered("audit", "valid-html", Page((File("index.html", "<h1>Hi</h1>"),)), Browser()).passed


def test_every_fault_of_a_page_is_told_once() -> None:
    body = "<p id=a>x</p>\n<p id=a>y</p>\n<li>z</li>\n<img src=a>\n<font>f</font>"
    told = [fault.place.line for fault in found("valid-html", body).faults if fault.place]
    assert sorted(told) == [9, 10, 11, 12]


def test_a_navigation_that_is_printed_is_told() -> None:
    subject = page("<style>@media print { nav { color: red } }</style>\n<nav>n</nav>")
    (fault,) = rendered("audit", "print-friendly", subject, Browser()).findings[0].faults
    assert "is printed too, and leads nowhere on paper" in fault.text
    assert rendered("audit", "print-friendly", subject, Browser({"nav": {"display": "none"}})).passed


@pytest.mark.parametrize("tag", ATTRIBUTES)
def test_for_every_attribute_that_is_only_for_looks_there_is_a_property(tag: str) -> None:
    written = " ".join(f"{name}=x" for name in sorted(ATTRIBUTES[tag]))
    inside = {"li": "<ul><li {}></ul>", "legend": "<fieldset><legend {}></fieldset>", "body": "{}"}
    body = inside.get(tag, "<table><{tag} {}></table>" if tag in TABLED else "<{tag} {}>").replace("{tag}", tag)
    whole = page(body.format(written))
    if tag == "body":
        whole = whole.with_text("index.html", f"<!doctype html><title>x</title><body {written}>x")
    faults = rendered("audit", "no-presentational-tags", whole, Browser()).findings[0].faults
    assert len(faults) == min(len(ATTRIBUTES[tag]), 12)
    assert all("In CSS: `" in fault.text for fault in faults)
