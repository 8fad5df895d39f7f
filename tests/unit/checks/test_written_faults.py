"""What is said where a `css written` block is not met: which line, what stands there, what was wanted."""

import pytest
from checking import lines_told, page, report

from app.page.page import File, Page

LINK = '<link rel="stylesheet" href="style.css">\n'
BODY = (
    '<nav><a href="a.html">A</a></nav>\n<h1>Hello</h1>\n<h2>Then</h2>\n<div class="card" id="one"><p>a</p></div>\n'
    '<div class="card wide"><p>b</p></div>'
)
PRINT = "@media print { nav { display: none } }"
NARROW = "@media (max-width: 600px) { h1 { color: tan } h2 { color: tan } }"
FADE = "@keyframes fade { from { opacity: 0 } to { opacity: 1 } }"
FONT = "@font-face { font-family: Office; src: url(a.woff2) }"


def told(block: str, css: str, body: str = LINK + BODY) -> list[str]:
    subject = page(body, style=css)
    assert not report(block, subject, "css written").passed
    return lines_told(block, subject, "css written")


@pytest.mark.parametrize(
    ("block", "css", "said"),
    [
        # the rule
        ("h1 { color: tan }", "p { top: 0 }\n", "1 There is no rule for `h1` yet. The goal wants `h1 { color: tan }`."),
        ("h1 { }", "p {\n}\n", "2 There is no rule for `h1` yet. The goal wants `h1 { … }`."),
        ("h1 { width: [number]vw }", "", "1 There is no rule for `h1` yet. The goal wants `h1 { width: …vw }`."),
        ("h1 { }", "\nh1 { }", "2 The rule for `h1` is empty. The goal wants something between its braces."),
        ("h1, h2 { top: 0 }", "p { left: 0 }",
         "1 There is no rule for `h1, h2` yet. The goal wants `h1, h2 { top: 0 }`."),
        ("h1, h2 { color: tan }", "h1 { color: tan }", "1 The rule is for `h1`. The goal wants it for `h2` too."),
        # its selector
        (".card { top: 0 }", "\n.crad { top: 0 }",
         "2 `.crad` fits nothing on the page. The page has the class `card`; in CSS that is `.card`."),
        (".card { top: 0 }", "card { top: 0 }",
         "1 `card` fits nothing on the page. The page has the class `card`; in CSS that is `.card`."),
        (".card { top: 0 }", "#card { top: 0 }",
         "1 `#card` fits nothing on the page. The page has the class `card`; in CSS that is `.card`."),
        ("#one { top: 0 }", ".one { top: 0 }",
         "1 `.one` fits nothing on the page. The page has the id `one`; in CSS that is `#one`."),
        ("h1 { top: 0 }", ".h1 { top: 0 }", "1 `.h1` fits nothing on the page. The page has the tag `<h1>`."),
        ("nav a { top: 0 }", "nva a { top: 0 }", "1 `nva a` fits nothing on the page. The page has the tag `<nav>`."),
        ("h1 { color: tan }", "h2 { color: tan }",
         "1 The rule is for `h2`. The goal wants `h1`: a sign or two differ."),
        ("a:hover { top: 0 }", "a:hovr { top: 0 }",
         "1 The rule is for `a:hovr`. The goal wants `a:hover`: a sign or two differ."),
        ("a:hover { top: 0 }", "a { top: 0 }", "1 The rule is for `a`. The goal wants `a:hover`."),
        ("p { top: 0 }", ".wide { top: 0 }", "1 The rule is for `.wide`. The goal wants `p`."),
        ("p { top: 0 }", "nav { p { top: 0 } }", "1 The rule is for `nav p`. The goal wants `p`."),
        # its declarations
        ("h1 { color: tan }", "h1 {\n  color: red;\n}",
         "2 The rule for `h1` says `color: red`. The goal wants `color: tan`."),
        ("h1, h2 { top: 0 }", "h1, h2 { top: 1px }",
         "1 The rule for `h1, h2` says `top: 1px`. The goal wants `top: 0`."),
        ("h1 { color: tan; top: 0 }", "\nh1 { color: tan }",
         "2 The rule for `h1` does not say `top: 0` yet. The goal wants it."),
        ("h1 { margin: 0 auto }", "h1 { margin: 0 9px }",
         "1 The rule for `h1` says `margin: 0 9px`. The goal wants `margin: 0 auto`."),
        ("h1 { margin: 0 auto }", "h1 { margin-top: 0 }", "1 The rule for `h1` does not say `margin: 0 auto` yet."),
        ("h1 { color: tan }", "h1 { background: tan }",
         "1 The rule for `h1` says `background: tan`. The goal wants `color: tan`."),
        ("h1 { color: tan }", "h1 { font-colour: tan }",
         "1 The rule for `h1` says `font-colour: tan`. The goal wants `color: tan`."),
        ("h1 { margin: 0 !important }", "h1 { margin: 0 }",
         "1 The rule for `h1` says `margin: 0`. The goal wants `margin: 0 !important`."),
        ("body { font-size: 1.125rem }", "body {\n  font-size: 1.125 rem;\n}",
         "2 The rule for `body` says `font-size: 1.125 rem`. The goal wants `font-size: 1.125rem`, without a space"),
        ("h1 { width: at-least(16px) }", "h1 { width: 16 px }",
         "1 The rule for `h1` says `width: 16 px`. The goal wants `width: 16px`, without a space before the unit."),
        ("h1 { width: [number]% }", "h1 { width: 50 % }", "The goal wants `width: 50%`, without a space"),
        ("h1 { margin: 1em 2px }", "h1 { margin: 1 em 2px }", "The goal wants `margin: 1em 2px`, without a space"),
        ("h1 { border: 1px solid tan }", "h1 { border: 1 px solid tan }",
         "The goal wants `border: 1px solid tan`, without a space"),
        ("h1 { color: #fed }", "h1 { color: # fed }", "says `color: # fed`. The goal wants `color: #fed`."),
        (":root { --sand: #fed }", ":root { --snad: #fed }",
         "1 The rule for `:root` says `--snad: #fed`. The goal wants `--sand: #fed`."),
        ("h1 { color: var(--sand) }", "h1 { color: #fed }",
         "1 The rule for `h1` says `color: #fed`. The goal wants `color: var(--sand)`."),
        ("h1 { width: …vw }", "h1 { width: 50% }",
         "1 The rule for `h1` says `width: 50%`. The goal wants `width` to be like `…vw`."),
        ("h1 { width: …vw }", "h1 { top: 0 }",
         "1 The rule for `h1` does not set `width` yet. The goal wants `width` to be like `…vw`."),
        ("h1 { width: [number]px }", "h1 { width: 4 }",
         "1 The rule for `h1` says `width: 4`. The goal wants `width` to be like `…px`."),
        ("h1 { color: not(red) }", "h1 { color: #f00 }",
         "1 The rule for `h1` says `color: #f00`. The goal wants `color` to be anything but `red`."),
        ("h1 { width: at-least(16px) }", "h1 { width: 3px }",
         "1 The rule for `h1` says `width: 3px`. The goal wants `width` to be at least `16px`."),
        ("h1 { color: red | tan }", "h1 { color: blue }",
         "1 The rule for `h1` says `color: blue`. The goal wants `color` to be `red` or `tan`."),
        # what wins over it
        ("h1 { color: tan }", "h1 { color: tan }\nh1 { color: red }",
         "2 `color: red` comes after `color: tan` on line 1, so it wins. The goal wants `color: tan`."),
        ("h1 { color: tan }", "h1 { color: tan;\n color: red }",
         "2 `color: red` comes after `color: tan` on line 1, so it wins."),
        ("h1 { color: tan }", "body h1 { color: red }\nh1 { color: tan }",
         "1 `color: red` wins over `color: tan` on line 2: the selector `body h1` is stronger."),
        ("h1 { color: tan }", ":not(#x, p) > h1 { color: red }\nbody h1 { color: tan }",
         "`:not(#x, p) > h1` is stronger"),
        ("h1 { color: tan }", "h1 { color: red !important }\nh1 { color: tan }",
         "1 `color: red !important` is marked as important, so it wins over `color: tan` on line 2."),
        ("h1 { margin: 0 }", "h1 { margin: 0 }\nh1 { margin-left: 1px }",
         "2 `margin-left: 1px` comes after `margin: 0` on line 1"),
        (PRINT, f"{PRINT}\nnav {{ display: flex }}",
         "2 `display: flex` comes after `display: none` on line 1, so it wins."),
        # where it stands
        (PRINT, "nav { display: none }", "1 The rule for `nav` stands outside. The goal wants it in `@media print`."),
        (PRINT, "@media screen { nav { display: none } }",
         "1 These rules stand in `@media screen`. The goal wants `@media print`."),
        (PRINT, "@media print { h1 { color: red } }",
         "1 There is no rule for `nav` in `@media print` yet. The goal wants `nav { display: none }`."),
        (PRINT, "",
         "1 There is no rule for `nav` in `@media print` yet. The goal wants `@media print { nav { display:"),
        (NARROW, NARROW.replace("600", "60"),
         "1 These rules stand in `@media (max-width:60px)`. The goal wants `@media (max-width: 600px)`."),
        (NARROW, NARROW.replace("max", "min"), "1 These rules stand in `@media (min-width:600px)`."),
        ("h1 { color: tan }", "@media print {\n  h1 { color: tan }\n}",
         "2 The rule for `h1` stands in `@media print`. The goal wants it outside of that."),
        ("h1 { color: tan; top: 0 }", "h1 { top: 0 }\n@media print { h1 { color: tan } }",
         "2 `color: tan` stands in `@media print`. The goal wants it outside of that."),
        # at-rules
        (FONT, FONT.replace("a.w", "b.w"),
         "1 The rule for `@font-face` says `src: url(b.woff2)`. The goal wants `src: url(a.woff2)`."),
        (FONT, "",
         "1 There is no `@font-face` yet. The goal wants `@font-face { font-family: Office; src: url(a.woff2) }`."),
        (FADE, FADE.replace("fade", "fdae"),
         "1 These rules stand in `@keyframes fdae`. The goal wants `@keyframes fade`."),
        (FADE, FADE.replace("1 }", "0.5 }"), "1 The rule for `to` says `opacity: 0.5`. The goal wants `opacity: 1`."),
        (FADE, "@keyframes fade { from { opacity: 0 } }", "1 There is no rule for `to` in `@keyframes fade` yet."),
        # typing slips, which are told once
        ("h1 { color: tan }", "h1 {\n  colr: tan;\n}",
         "2 CSS has no property `colr`. The nearest right word is `color`."),
        ("h1 { color: tan; top: 0 }", "h1 {\n  top: 0\n  color: tan;\n}",
         "2 `top: 0` does not end. Write `;` after it."),
        ("h1 { color: tan }", "h1 { color tan }", "1 `color` needs a `:` between the property and its value."),
        ("h1 { color: tan }", "h1 { color: tan", "1 `h1` opens a brace that is never closed."),
        ("h1 { color: tan } p { top: 0 }", "h1 { color: tan\np { top: 0 }",
         "1 `h1` opens a brace that is never closed."),
        ("h1 { color: tan } p { top: 0 }", "h1 color: tan }\np { top: 0 }", "1 `h1` has no opening brace."),
        ("h1 { color: tan }", "h1 { color: }", "1 `color` has no value yet."),
    ],
)  # fmt: skip
def test_one_fault_is_told_once_on_its_line(block: str, css: str, said: str) -> None:
    (one,) = told(block, css)
    assert said in one
    assert one.startswith("style.css:")


@pytest.mark.parametrize(
    ("block", "css", "said"),
    [
        (".card { color: tan }", "\n.crad { color: red }", ["2 `.crad` fits nothing",
         "2 The rule for `.crad` says `color: red`"]),
        ("h1 { color: tan }\nh2 { top: 0 }", "h1 { color: red }\nh2 { top: 1px }", ["1 The rule for `h1`",
         "2 The rule for `h2`"]),
        ("h1 { color: tan }\nh2 { top: 0 }", "h1 { colr: tan }\nh2 { left: 0 }", ["1 CSS has no property",
         "2 The rule for `h2`"]),
        ("h1 { color: tan; top: 0 }", "h1 {\n  colr: red;\n}",
         ["2 CSS has no property", "2 The rule for `h1` says `colr: red`",
         "1 The rule for `h1` does not say `top: 0`"]),
        ("h1 { color: tan }\nh2 { top: 0 }", "h1 { color: tan\nh2 { top: 1px }", ["1 `h1` opens a brace",
         "2 The rule for `h2` says"]),
        (NARROW, "@media (max-width: 60px) {\nh1 { color: tan }\nh2 { color: red } }", ["1 These rules",
         "3 The rule for `h2` says"]),
        ("h1 { color: tan }\nh2 { color: red }", "h1 { color: red }\nh2 { color: tan }", ["1 The rule for `h1`",
         "2 The rule for `h2`"]),
    ],
)  # fmt: skip
def test_faults_that_have_nothing_to_do_with_each_other_are_all_told(block: str, css: str, said: list[str]) -> None:
    found = told(block, css)
    assert len(found) == len(said), found
    assert all(words in one for words, one in zip(said, found, strict=True)), found


@pytest.mark.parametrize(
    ("body", "css", "said"),
    [
        (BODY, "h1 { color: tan }",
         ["index.html:5 The page does not ask for the style sheet `style.css` yet. The goal wants `<link rel="]),
        (LINK.replace("style.c", "styel.c") + BODY, "h1 { color: tan }",
         ["index.html:8 The page asks for the style sheet `styel.css`. The file is called `style.css`."]),
        (LINK.replace("stylesheet", "stylsheet") + BODY, "h1 { color: red }",
         ['index.html:8 The link to another file `<link>` has `rel="stylsheet"`. The goal wants `rel="stylesheet"`.',
          "style.css:1 The rule for `h1` says `color: red`."]),
        (LINK.replace("rel=", "rle=") + BODY, "h1 { color: tan }",
         ['index.html:8 The link to another file `<link>` has `rle="stylesheet"`. The word is `rel`.']),
        (LINK.replace('rel="stylesheet" ', "") + BODY, "h1 { color: tan }",
         ["index.html:8 The link to another file `<link>` has no `rel` yet."]),
        (LINK.replace("href=", "src=") + BODY, "h1 { color: tan }",
         ["index.html:8 The link to another file `<link>` has no `href` yet. The goal wants `href=\"style.css\"`."]),
        (LINK + BODY.replace("<h1", '<h1 style="color: red"'), "h1 { color: tan }",
         ["index.html:10 The main heading `<h1>` has `color: red` in its `style`, which wins over `color: tan`"]),
        (LINK + BODY.replace("<h1", '<h1 style="color: tan"'), "",
         ["index.html:10 The main heading `<h1>` has `color: tan` in its `style`. The goal wants it in the style"]),
        (LINK + BODY.replace("<h1", '<h1 style="color: tan"'), "h1 { top: 0 }",
         ["index.html:10 The main heading `<h1>` has `color: tan` in its `style`."]),
        ("<style>\nh1 { color: red }\n</style>" + BODY, "", ["index.html:9 The rule for `h1` says `color: red`."]),
        ("<style>\np { color: red }\n</style>" + BODY, "", ["There is no rule for `h1` yet"]),
    ],
)  # fmt: skip
def test_the_page_around_a_style_sheet_is_told_too(body: str, css: str, said: list[str]) -> None:
    found = told("h1 { color: tan }", css, body)
    assert len(found) == len(said), found
    assert all(words in one for words, one in zip(said, found, strict=True)), found


def test_a_sheet_that_is_not_there_at_all_is_the_only_fault() -> None:
    (one,) = lines_told("h1 { color: tan } p { top: 0 }", Page((File("index.html", LINK + BODY),)), "css written")
    assert one == "index.html:1 The page asks for the style sheet `style.css`. There is no file of that name."


def test_an_import_below_a_rule_does_not_count() -> None:
    files = (File("style.css", "p { top: 0 }\n@import 'more.css';"), File("more.css", "h1 { color: tan }"))
    found = lines_told("h1 { color: tan }", Page((File("index.html", LINK + BODY), *files)), "css written")
    assert found == [
        'style.css:2 `@import "more.css"` counts only at the top of a style sheet. Move it above the first rule.'
    ]


def test_a_page_without_any_css_is_told_where_it_could_stand() -> None:
    (one,) = lines_told("h1 { color: tan }", page(BODY), "css written")
    assert one.startswith("index.html:5 There is no rule for `h1` yet.")
