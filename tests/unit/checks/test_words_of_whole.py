"""Blocks that say all: `exact`, `any-order`, text between elements, `html exact`, `html not`."""

import pytest
from checking import verdict

from app.checks.report import Outcome
from app.checks.rules import Reading

RIGHT: list[tuple[Reading, str, str]] = [
    ("html", "<ul any-order><li>a</li><li>b</li></ul>", "<ul><li>b<li>a</ul>"),
    ("html", "<ul any-order><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
    (
        "html",
        '<form any-order><input name="a"><label>b</label>Text here</form>',
        "<form>Text here<label>b</label><input name=a></form>",
    ),
    ("html", '<any any-order class="x"><h2>a</h2><p>b</p></any>', "<div class=x><p>b</p><h2>a</h2></div>"),
    ("html", "<ul exact any-order><li>a</li><li>b</li></ul>", "<ul><li>b</li><li>a</li></ul>"),
    ("html", "<ul exact any-order><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
    ("html", "<p exact>Hi <b>you</b></p>", "<p>\n Hi\n <b>you</b>\n</p>"),
    ("html", "<p exact>Hi <b>you</b></p>", "<p>Hi <b>you</b><!-- x --></p>"),
    ("html", "<p exact>Hi <b>you</b></p>", "<p>Hi <b class=x>you</b></p>"),
    ("html", '<ul exact><li times="2">…</li></ul>', "<ul><li>a<li>b</ul>"),
    ("html", "<ul exact><li every>…</li></ul>", "<ul><li>a<li>b</ul>"),
    ("html exact", "<p>a</p><p>b</p>", "<p>a<p>x<p>b"),
    ("html exact", "<main><h1>A</h1><p>…</p></main>", "<main><h1>A</h1><p>x <b>y</b></p></main>"),
    ("html exact", "<p>Don’t</p>", "<p>Don&rsquo;t</p>"),
    ("html", "<div exact></div>", "<div></div>"),
    ("html", "<table exact><tr><td>a</td></tr></table>", "<table><tr><td>a</table>"),
    ("html", "<table exact><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    ("html exact", "<table><tr><td>a</td></tr></table>", "<table><tr><td>a</table>"),
    ("html exact", "<table><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    ("html", '<label><input type="radio"> Yes</label>', "<label><input type=radio>Yes</label>"),
    ("html", '<label><input type="radio"> Yes</label>', '<label>\n<input type="radio">\nyes\n</label>'),
    ("html", "<label>Name <input></label>", "<label>Name<br><input></label>"),
    ("html", "<p>On <b>Friday</b> at <b>4 pm</b>.</p>", "<p>On <b>Friday</b> at <b>4 pm</b>.</p>"),
    ("html", "<p>On <b>Friday</b> at <b>4 pm</b>.</p>", "<p>On <b>Friday</b> <i>at</i> <b>4 pm</b>.</p>"),
    ("html", '<p>…<a href="x">y</a>…</p>', "<p>a <a href=x>y</a> b"),
    ("html", '<p>…<a href="x">y</a>…</p>', "<p><a href=x>y</a>"),
    ("html", '<p>…<a href="x">y</a></p>', "<p>a <a href=x>y</a>"),
    ("html", '<p>Ask <a href="x">us</a>, please</p>', "<p>Ask <a href=x>us</a>, please</p>"),
    ("html", '<p>Ask <a href="x">us</a>, please</p>', "<p>Ask <b><a href=x>us</a></b>, please</p>"),
    ("html not", "<main><h1></h1></main>", "<h1>a</h1><main></main>"),
    ("html not", "<p style></p>", "<p>x"),
    ("html not", "<p>Lorem</p>", "<p>lorem ipsum</p>"),
    ("html not", "<table><table></table></table>", "<table><tr><td>a</table>"),
    ("html not", '<h1 times="2+"></h1>', "<h1>a</h1>"),
]

WRONG: list[tuple[Reading, str, str, int, str]] = [
    (
        "html",
        "<ul any-order><li>a</li><li>a</li></ul>",
        "<ul>\n<li>a\n</ul>",
        3,
        "The bullet list `<ul>` has no list item `<li>` like this inside it yet: `<li>a</li>`",
    ),
    (
        "html",
        "<ul exact any-order><li>a</li><li>b</li></ul>",
        "<ul><li>b</li>\n<li>c</li><li>a</li></ul>",
        2,
        "The list item `<li>` is more than the goal wants inside the bullet list `<ul>`.",
    ),
    (
        "html",
        "<p exact>Hi <b>you</b></p>",
        "<p>hi <b>you</b></p>",
        1,
        "The paragraph `<p>` says “hi”. The goal wants “Hi”, letter for letter.",
    ),
    (
        "html",
        "<p exact>Hi <b>you</b></p>",
        "<p>Hi <i>you</i></p>",
        1,
        "“you” stands in an element `<i>`. The goal wants `<b>`.",
    ),
    (
        "html",
        "<p exact>Hi <b>you</b></p>",
        "<p>Hi <b>you</b><br></p>",
        1,
        "The line break `<br>` is more than the goal wants inside the paragraph `<p>`.",
    ),
    (
        "html",
        '<ul exact><li times="2">…</li></ul>',
        "<ul><li>a<li>b\n<li>c</ul>",
        2,
        "There are three list items `<li>`, on lines 8 and 9. The goal wants two.",
    ),
    (
        "html exact",
        "<main><h1>A</h1><p>…</p></main>",
        "<main><h1>A</h1>\n<hr><p>x</p></main>",
        2,
        "The dividing line `<hr>` is more than the goal wants inside the main part `<main>`.",
    ),
    (
        "html exact",
        "<main><h1>A</h1><p>…</p></main>",
        "<main><h1>A</h1>\n<p></p></main>",
        2,
        "The paragraph `<p>` is empty. The goal wants words in it.",
    ),
    (
        "html exact",
        "<p>Don’t</p>",
        "<p>Don't</p>",
        1,
        "The paragraph `<p>` says “Don't”. The goal wants “Don’t”, letter for letter.",
    ),
    (
        "html",
        '<label><input type="radio"> Yes</label>',
        '<label>Yes <input type="radio"></label>',
        1,
        "“Yes” stands before the form field `<input>`. The goal wants it after.",
    ),
    (
        "html",
        '<label><input type="radio"> Yes</label>',
        '<label><input type="radio"> No</label>',
        1,
        "The label `<label>` says “No”. The goal wants “Yes”.",
    ),
    (
        "html",
        "<p>On <b>Friday</b> at <b>4 pm</b>.</p>",
        "<p>On <b>Friday</b> at 4 pm.</p>",
        1,
        "“4 pm” stands without its tags. The goal wants `<b>` before and `</b>` after.",
    ),
    (
        "html",
        "<p>On <b>Friday</b> at <b>4 pm</b>.</p>",
        "<p>On <b>Monday</b> at <b>4 pm</b>.</p>",
        1,
        "The element `<b>` says “Monday”. The goal wants “Friday”.",
    ),
    (
        "html",
        "<p>On <b>Friday</b> at <b>4 pm</b>.</p>",
        "<p>On <b>Friday</b> from <b>4 pm</b>.</p>",
        1,
        "The paragraph `<p>` says “On Friday from 4 pm.” The goal wants “On Friday at 4 pm.”",
    ),
    (
        "html not",
        "<main><h1></h1></main>",
        "<main>\n<h1>a</h1></main>",
        2,
        "The main heading `<h1>` is still inside the main part `<main>`: `<h1>` The goal wants it nowhere in there.",
    ),
    (
        "html not",
        "<any style></any>",
        '<b>a</b>\n<p style="x:y">x</p>',
        2,
        'The paragraph `<p>` has `style="x:y"`. The goal wants it without.',
    ),
    (
        "html not",
        "<p>…lorem…</p>",
        "<p>Lorem ipsum</p>",
        1,
        "The paragraph `<p>` still says “Lorem ipsum”. The goal wants a page without it.",
    ),
    (
        "html not",
        "lorem|ipsum",
        "<p>x\n<p>dolor ipsum</p>",
        2,
        "The page still says “ipsum”. The goal wants a page without it.",
    ),
    (
        "html not",
        "<font></font><center></center>",
        "<p>x\n<center>x</center>",
        2,
        "The element `<center>` is still there: `<center>` The goal wants a page without it.",
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
