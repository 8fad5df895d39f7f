"""A slip of typing is told once, where it was made, and does not hide or invent anything else."""

# ruff: noqa: E501 (a sentence stands on its line as it is said)

import pytest

from app.checks.comparison.pages import compare
from app.checks.wording.sentences import with_line

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<title>Stalls</title>
<style>
/* the page */
body { margin: 0 }
figure { color: teal }
.stall, figure { padding: 3px }
.wide { transform: rotate(5deg); width: 9em }
p { font-family: "Open Sans", serif }
</style>
</head>
<body>
  <!-- the top -->
  <h1 class="wide">Stalls on the green</h1>
  <div class="stall">
    <div>
      <p>Come <b>early</b> on Friday.</p>
    </div>
    <div><a href="map.html" title="The way">Map</a></div>
  </div>
  <!-- the list -->
  <ul>
    <li>Jam</li>
    <li>Honey</li>
  </ul>
  <stall-row><em>Twelve</em> stalls</stall-row>
</body>
</html>
"""


def said(*changes: tuple[str, str]) -> list[str]:
    page = PAGE
    for old, new in changes:
        assert page.count(old) >= 1, old
        page = page.replace(old, new, 1)
    return [with_line(fault) for fault in compare(PAGE, page)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("    </div>\n    <div><a", "    <div><a", "Line 18: The element `<div>` is never closed. Write `</div>` where it ends."),
        ("</b>", "<b>", "Line 19: `<b>` begins another one. Write `</b>` to close it."),
        ("Jam</li>", "Jam<li>", "Line 25: `<li>` begins another one. Write `</li>` to close it."),
        ("</h1>", "</h2>", "Line 16: The main heading `<h1>` is closed with `</h2>`. Write `</h1>`."),
        ("<em>", "", "Line 28: There is no `<em>` here, though `</em>` on line 28 closes it."),
        ("<em>", "em>", "Line 28: `em>` is no tag yet. Write `<` before it."),
        ("<ul>", "<uul>", "Line 24: There is no tag `<uul>`. The nearest right word is `<ul>`."),
        ("</ul>", "</uul>", "Line 27: The bullet list `<ul>` is closed with `</uul>`. Write `</ul>`."),
        ("early</b>", "early</b></b>", "Line 19: `</b>` closes nothing. Take it away, or write `<b>` where it should begin."),
        ('"map.html"', '"map.html', "Line 21: The link `<a>` has `href` without a closing quotation mark. Write `\"` where its value ends."),
        ("top -->", "top", "Line 15: The comment is never closed. Write `-->` where it ends."),
        ("</body>\n", "</body>\n<p>Late</p>\n", "Line 30: `<p>Late</p>` stands after `</body>`. Move it up, before `</body>`."),
        ("5deg)", "5deg", "Line 10: A bracket of `transform` is never closed. Write `)` where it ends."),
        ("page */", "page", "Line 6: The comment is never closed. Write `*/` where it ends."),
        ("figure { color", "figure color", "Line 8: `figure` has no opening brace. Write `{` after it."),
        (".stall, figure", ".stall, fiure", "Line 9: The rule is for `fiure`. The goal wants `figure`: a sign or two differ."),
        (".stall, figure { padding: 3px }\n", "", "Line 8: There is no rule for `.stall, figure` here. The goal wants one."),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_on_its_line(old: str, new: str, sentence: str) -> None:
    assert said((old, new)) == [sentence]


@pytest.mark.parametrize(
    "slip",
    [("</ul>", ""), ("<ul>", ""), ("</b>", "<b>"), ('"map.html"', '"map.html'), ("5deg)", "5deg"), ("top -->", "top")],
)
def test_beside_a_slip_everything_else_is_told_too(slip: tuple[str, str]) -> None:
    lines = [sentence.split(":")[0] for sentence in said(slip, ("Honey", "Money"), ("Come", "Cone"), ("teal", "tan"))]
    assert len(lines) == 4
    assert {"Line 8", "Line 19", "Line 26"} <= set(lines)


def test_a_pages_own_slips_are_none() -> None:
    messy = "<p>One <b>two</p>\n<center>x</span></center>\n<div><div>y</div>\n<p>z"
    assert compare(messy, messy.replace("\n", "\n\n")) == ()
    (fault,) = compare(messy, messy.replace("</center>", ""))
    assert (fault.subject, fault.place.line) == ("center", 2)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<ul><li>a</li><li></li></ul>", "<ul><li>a<li></ul>"),
        ("<style>a{color:red}b{top:0}</style><a>x</a>", "<style>a{color:red}</style><style>b{top:0}</style><a>x</a>"),
        ("<style>a{padding:9px;padding-left:1px}</style>",
         "<style>a{padding-top:9px;padding-right:9px;padding-bottom:9px;padding-left:9px;padding-left:1px}</style>"),
        ("<!doctype html><title>a</title><p>b", "\ufeff<!doctype html><title>a</title><p>b"),
        ("<style>a{color:red}b{top:0}a{color:red}</style>", "<style>a{color:red}b{top:0}</style>"),
        ("<p>a</p><!-- x -->", "<p>a</p><!-- y --><!-- z -->"),
    ],
)  # fmt: skip
def test_what_makes_no_difference_is_not_told(one: str, other: str) -> None:
    assert compare(one, other) == ()
    assert compare(other, one) == ()


def test_a_twin_beside_a_slip_is_one_fault() -> None:
    twin = "  <ul>\n    <li>Jam</li>\n    <li>Honey</li>\n  </ul>\n"
    told = said((twin, twin + twin), ("</b>", ""))
    assert len(told) == 2
    assert told[0] == "Line 19: The element `<b>` is never closed. Write `</b>` where it ends."
    assert told[1].startswith("Line 28: The bullet list `<ul>` is there twice")


def test_a_declaration_is_missed_in_its_own_rule() -> None:
    (sentence,) = said(("color: teal", ""))
    assert sentence == "Line 8: The rule for `figure` does not say `color: teal` yet. The goal wants it."


def test_a_mistyped_value_of_a_shorthand_is_one_fault() -> None:
    page = "<style>\na { text-decoration: %s }\n</style>"
    (fault,) = compare(page % "underline", page % "underlinee")
    assert with_line(fault) == (
        "Line 2: The rule for `a` says `text-decoration: underlinee`. The goal wants `text-decoration: underline`."
    )


RAW = """<!doctype html>
<html lang="en-GB">
<head>
  <title>Surgery times</title>
  <style>
    h1 > a { color: green; }
  </style>
</head>
<body>
  <h1><a href="x.html">Office</a></h1>
  <textarea>one</textarea>
  <p>Hello <b>you</b></p>
</body>
</html>
"""


@pytest.mark.parametrize(
    ("right", "typed", "line", "wanted"),
    [
        ("times</title>", "times", 4, "</title>"),
        ("times</title>", "times<title>", 4, "</title>"),
        ("times</title>", "times</titel>", 4, "</title>"),
        ("</textarea>", "", 11, "</textarea>"),
        ("  </style>\n", "", 5, "</style>"),
    ],
)
def test_what_is_read_as_text_up_to_its_end_tag_is_told_once(right: str, typed: str, line: int, wanted: str) -> None:
    (fault,) = compare(RAW, RAW.replace(right, typed))
    assert (fault.place and fault.place.line, fault.kind, fault.wanted) == (line, "unclosed", wanted)


def test_two_slips_in_the_head_and_one_below_are_three() -> None:
    wrong = RAW.replace("</title>", "").replace("green", "grene").replace("</b>", "")
    assert [fault.place and fault.place.line for fault in compare(RAW, wrong)] == [4, 6, 12]


def test_how_far_tags_are_indented_is_no_slip() -> None:
    page = RAW.replace("<p>", "<ul>\n  <li><a href=a>One</a></li>\n<li><a href=b>Two</a></li>\n  </ul><div>\n<div><p>")
    page = page.replace("</p>", "</p></div>\n      </div>")
    assert compare(page, page.replace("\n  <li>", "\n        <li>").replace("\n<div>", "\n    <div>")) == ()
    swapped = page.replace("<a href=a>One", "<a href=b>Two", 1)
    swapped = swapped[: swapped.rindex("<a href=b>Two")] + swapped[swapped.rindex("<a href=b>Two") :].replace(
        "<a href=b>Two", "<a href=a>One", 1
    )
    (fault,) = compare(page, swapped)
    assert fault.kind == "elements-swapped"


STYLED = "<!doctype html>\n<style>\n{}\n</style>\n<p class=a>x</p>\n"


def styled(wanted: str, found: str) -> list[tuple[int, str, str, str]]:
    faults = compare(STYLED.format(wanted), STYLED.format(found))
    return [(fault.place.line if fault.place else 0, fault.kind, fault.found, fault.wanted) for fault in faults]


def test_a_border_sets_its_picture_back() -> None:
    longhands = ".a { border-width: 1px; border-style: solid; border-color: red; border-image: none }"
    assert styled(".a { border: 1px solid red }", longhands) == []
    assert styled(longhands, ".a { border: solid 1px #f00 }") == []
    assert styled(".a { border: 1px solid red }", longhands.replace("none", "url(x.png)"))


def test_what_is_found_is_never_told_as_what_is_wanted() -> None:
    both = ".a { width: 10px; width: calc(1px + 2px) }"
    one = ".a { width: calc(1px + 2px) }"
    assert styled(both, one) == [(3, "declaration-missing", "", "width: 10px")]
    assert styled(one, both) == [(3, "declaration-extra", "width: 10px", "")]


def test_a_rule_left_out_behind_a_media_rule_is_told_once_behind_it() -> None:
    css = "p { margin: 0 }\n@media (min-width: 9em) {\n  .a { color: red }\n}\n.a { color: teal }\n.b { top: 0 }"
    assert styled(css, css.replace(".a { color: teal }\n", "")) == [(6, "rule-missing", "", ".a")]


def test_a_rule_not_closed_in_a_media_rule_does_not_take_what_follows_it() -> None:
    css = "@media print {\n  nav {\n    top: 0;\n  }\n  .a {\n    color: red;\n  }\n}\n.b { margin: 0 }\np { left: 0 }"
    wrong = css.replace("0;\n  }\n  .a", "0;\n  .a")
    assert styled(css, wrong) == [(4, "missing-brace", "nav", "}")]
