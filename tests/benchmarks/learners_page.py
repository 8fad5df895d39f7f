"""A page as learners write it, as long as one wants it, and the goals of an exercise for it."""

from __future__ import annotations

from app.checks.rules import Check, Rule


def a_page(lines: int) -> str:
    """A page as learners write it, of so many lines of HTML, with three quarters as many of CSS."""
    rules = "".join(_RULES.replace("NUMBER", str(number)) for number in range(lines * 3 // 4 // 6))
    body = "".join(_SECTION.replace("NUMBER", str(number)) for number in range((lines - 12) // 14))
    return _PAGE.replace("RULES", rules).replace("BODY", body)


_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>The office fair</title>
  <style>
RULES  </style>
</head>
<body>
  <h1>The office fair</h1>
BODY</body>
</html>
"""
_RULES = """    .stall-NUMBER {
      margin: NUMBERpx 0;
      color: darkgreen;
      padding: 0.5em 1em;
      border: 1px solid #ccc;
    }
"""
_SECTION = """  <section class="stall-NUMBER" id="stall-NUMBER">
    <h2>Stall number NUMBER</h2>
    <p>We open on <strong>Friday</strong> at 9 am, beside stall NUMBER.</p>
    <img src="files/fair-NUMBER.jpg" alt="The stall of team NUMBER" width="640" height="360">
    <ul>
      <li>Tea and coffee</li>
      <li>Cake number NUMBER</li>
      <li>Bread</li>
    </ul>
    <p>
      Write to <a href="mailto:team-NUMBER@example.org">team NUMBER</a>
      or ask at the desk.
    </p>
  </section>
"""
_BLOCKS = (
    '<html lang="en-GB|en">',
    "<title>…</title>",
    '<h1 times="1">The office fair</h1>',
    "<section><h2 direct>…</h2><p>…<strong>Friday</strong>…</p></section>",
    '<img src="…" alt="…" width="[number]">',
    "<ul><li first>Tea and coffee</li><li last>Bread</li></ul>",
    '<section every><h2 times="1">…</h2></section>',
    '<p>Write to <a href="mailto:…">…</a> or ask at the desk.</p>',
)
GOALS = tuple(Check(f"Goal {number}", Rule("html", text, 1)) for number, text in enumerate(_BLOCKS))
