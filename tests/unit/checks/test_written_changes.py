"""A style sheet against itself as a block: every harmless spelling of it passes, every mistake in it is told."""

import pytest
from checking import page, report

from app.authoring.changes.mistake import Mistake, with_mistakes
from app.authoring.changes.mistakes import mistakes_in
from app.authoring.changes.variants import harmless_variants

SHEET = """\
:root { --sand: #f4e8d0; --ink: rgb(20 30 40) }
body {
  margin: 0 auto;
  color: var(--ink);
  background: var(--sand);
  font-family: "Open Sans", Arial, sans-serif;
  font-size: 1.125rem;
  line-height: 1.5;
}
h1, h2 { color: darkgreen; font-weight: bold }
.card {
  border: 1px solid #cc0000;
  border-radius: 0.5rem;
  padding: 0.5rem 1rem;
  box-shadow: 0 2px 4px rgba(0, 0, 0, 0.3);
}
nav ul { list-style: none; padding: 0; display: flex; gap: 1rem }
a:hover { text-decoration: underline; background-color: #fff }
li:nth-child(odd)::before { content: "> " }
@media (max-width: 600px) {
  nav ul { flex-direction: column }
  .card { padding: 0 }
}
@media print { nav { display: none } }
"""
BODY = (
    '<link rel="stylesheet" href="style.css">\n<nav><ul><li><a href="a.html">A</a></li><li><a href="b.html">B</a></li>'
    '</ul></nav>\n<h1>Hello</h1>\n<h2>Then</h2>\n<div class="card"><p>a</p></div>'
)
RIGHT = page(BODY, style=SHEET)


@pytest.mark.parametrize("seed", range(12))
def test_every_harmless_spelling_passes(seed: int) -> None:
    for variant in harmless_variants(RIGHT, seed, more=True):
        found = report(SHEET, variant.page, "css written")
        assert found.passed, (variant.kind, [fault.text for fault in found.faults], variant.page.text("style.css"))


def in_the_sheet(seed: int) -> list[Mistake]:
    return [one for one in mistakes_in(RIGHT, seed, lambda file, _: file == "style.css") if "added" not in one.kind]


@pytest.mark.parametrize("seed", range(3))
def test_every_mistake_is_told_on_a_line_it_stands_on(seed: int) -> None:
    told = located = 0
    missed: list[str] = []
    for mistake in in_the_sheet(seed):
        wrong, (lines,) = with_mistakes(RIGHT, [mistake])
        found = report(SHEET, wrong, "css written")
        assert not found.passed, (mistake, wrong.text("style.css"))
        told += 1
        right = [f for f in found.faults if f.place and f.place.file == "style.css" and f.place.line in lines]
        located += bool(right)
        missed += [] if right else [f"{mistake.kind} {sorted(lines)} {said(found.faults)}"]
    assert told > 60
    assert located >= 0.95 * told, "\n".join(missed)


def said(faults: object) -> str:
    return "; ".join(f"{f.place.line if f.place else 0}: {f.text}" for f in faults)  # type: ignore[attr-defined]
