"""What must never fail: the same page in another spelling."""

import pytest
from checking import page, report

from app.checks.inspection import inspect
from app.checks.report import Outcome
from app.checks.rules import Check, Reading, Rule

RIGHT = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Fish &amp; chips at “The Office”</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="style.css">
</head>
<body>
  <main id="top" class="page wide">
    <h1>The office’s fair</h1>
    <p class="intro big">We open on <strong>Friday</strong> at 9 am.</p>
    <img src="files/fair.jpg" alt="Stalls on the green" width="640" height="360">
    <ul>
      <li>Tea</li>
      <li>Cake</li>
    </ul>
    <table>
      <caption>Times</caption>
      <tbody>
        <tr><th scope="row">Friday</th><td>9 am</td></tr>
      </tbody>
    </table>
    <form action="/send" method="post">
      <label>Name <input name="name" type="text" required></label>
      <button disabled>Send</button>
    </form>
    <p><a href="mailto:office@example.org">Write to us</a><br>or call</p>
  </main>
</body>
</html>
"""
CHECK = """<!doctype html>
<html lang="en-GB">
<title>Fish &amp; chips at "The Office"</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="style.css">
<main class="wide page">
  <h1>The office's fair</h1>
  <p class="intro">We open on <strong>Friday</strong> at [time].</p>
  <img alt="stalls on the green" src="files/fair.jpg" width="640">
  <ul><li direct first>Tea</li><li last>Cake</li></ul>
  <table><caption first>Times</caption><tbody><tr><th scope="row">Friday</th><td>9 am</td></tr></tbody></table>
  <form method="post"><label>Name <input type="text" required="required"></label><button disabled></button></form>
  <p><a href="mailto:office@example.org">Write to us</a> or call</p>
</main>
</html>"""

VARIANTS = {
    "as it is": [],
    "one line": [("\n  ", " "), ("\n", " ")],
    "deeper": [("\n", "\n\t\t  ")],
    "no quotes": [('lang="en-GB"', "lang=en-GB"), ('width="640"', "width=640"), ('type="text"', "type=text")],
    "single quotes": [('"', "'")],
    "upper-case tags": [("<p ", "<P "), ("</p>", "</P>"), ("<img ", "<IMG "), ("<html", "<HTML"), ("</h1>", "</H1>")],
    "upper-case attributes": [(" href=", " HREF="), (" class=", " Class="), (" scope=", " SCOPE=")],
    "upper-case values of no matter": [('method="post"', 'method="POST"'), ('type="text"', 'type="TEXT"')],
    "attributes in another order": [
        ('src="files/fair.jpg" alt="Stalls on the green"', 'alt="Stalls on the green" src="files/fair.jpg"')
    ],
    "classes in another order": [("page wide", "wide  page"), ("intro big", "big intro")],
    "an extra class and attribute": [("page wide", "page wide more"), ("<h1>", '<h1 id="name" data-x="1">')],
    "comments": [("<h1>", "<!-- <h1>no</h1> --><h1>"), ("Tea", "<!-- x -->Tea<!-- y -->"), ("on <", "on<!-- --> <")],
    "end tags left out": [("</li>", ""), ("</td>", ""), ("</tr>", ""), ("</th>", ""), ("</tbody>", "")],
    "paragraphs left open": [
        ("to us</a><br>or call</p>", "to us</a><br>or call"),
        ("</body>\n", ""),
        ("</html>\n", ""),
    ],
    "head and body left out": [("<head>\n", ""), ("</head>\n<body>\n", ""), ("</body>\n", "")],
    "tbody left out": [("<tbody>\n", ""), ("      </tbody>\n", "")],
    "entities": [("“", "&ldquo;"), ("”", "&#8221;"), ("’", "&rsquo;"), ("9 am.", "9&nbsp;am.")],
    "characters": [("&amp;", "&")],
    "straight quotes": [("“", "&quot;"), ("”", '"'), ("’", "'")],
    "boolean forms": [(" required>", ' required="">'), (" disabled>", ' disabled="disabled">')],
    "slashes": [("<br>", "<br/>"), ("<br>", "<br />"), ('height="360">', 'height="360" />')],
    "doctype case": [("<!doctype html>", "<!DOCTYPE HTML>")],
    "space in tags": [("<h1>", "<h1 >"), ("</h1>", "</h1\n>"), ('alt="', 'alt = "')],
    "attributes on their own lines": [(' width="640" ', '\n         width="640"\n         ')],
    "a span around words": [("The office’s", "<span>The</span> office’s"), ("9 am.", "<em>9 am</em>.")],
    "a wrapper": [("<ul>", "<div><ul>"), ("</ul>", "</ul></div>")],
    "carriage returns": [("\n", "\r\n")],
    "letter case of text": [("Tea", "TEA"), ("Times", "times")],
    "spacing of the viewport": [("width=device-width, initial", "width=device-width,initial")],
}


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_another_spelling_passes_and_no_slip_is_told(changes: list[tuple[str, str]]) -> None:
    text = RIGHT
    for old, new in changes:
        assert old in text or (old, new) == ("<br>", "<br />")
        text = text.replace(old, new)
    found = report(CHECK, page("").with_text("index.html", text))
    assert found.findings[0].outcome is Outcome.PASSED, [fault.text for fault in found.faults]
    assert found.slips == ()


@pytest.mark.parametrize("reading", ["html", "html exact"])
def test_a_page_passes_against_its_own_body(reading: Reading) -> None:
    body = RIGHT[RIGHT.index("<main") : RIGHT.index("</body>")]
    found = inspect([Check("g", Rule(reading, body, 1))], page("").with_text("index.html", RIGHT)).report(None)
    assert found.passed, [fault.text for fault in found.faults]
