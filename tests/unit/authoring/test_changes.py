"""Changes to a page: harmless ones leave what it says as it is, mistakes do not and know their lines."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from app.authoring.changes.meaning import meaning
from app.authoring.changes.mistakes import KINDS, Mistake, apart, mistakes_in, with_mistakes
from app.authoring.changes.variants import FILES, SPELLINGS, harmless_variants
from app.page.html import parse_html
from app.page.page import File, Page

OURS = sorted((Path(__file__).parent.parent / "checks" / "compared_pages").glob("*.html"))
PAGES = [Page((File("index.html", path.read_text("utf-8")),)) for path in OURS]
pages = pytest.mark.parametrize("page", PAGES, ids=[path.stem for path in OURS])

SMALL = """<!doctype html>
<title>Fair</title>
<h1>The fair</h1>
<ul>
  <li>Tea</li>
  <li>Tea</li>
</ul>
<p>One
<p>Two
"""


def a_page(text: str, style: str = "") -> Page:
    return Page((File("index.html", text), *([File("style.css", style)] if style else [])))


def made(page: Page, kind: str) -> list[Mistake]:
    return [mistake for mistake in mistakes_in(page, 1) if mistake.kind == kind]


def test_every_way_of_writing_is_tried() -> None:
    style = "ul > li { color: red !important } ul > li { margin: 0 } [type=text] { border: 1px solid red; }"
    style += "@media (max-width:600px) { p { gap: 0 } } @keyframes k { from { top: 0 } }"
    twice = a_page(SMALL, style)
    kinds = {variant.kind for page in (*PAGES, twice) for variant in harmless_variants(page, 1, more=True)}
    assert {*SPELLINGS, *FILES, "everything"} == kinds


@pages
def test_a_harmless_variant_is_another_text_that_says_the_same(page: Page) -> None:
    right = meaning(parse_html(page.files[0].text), styles=False)
    for variant in harmless_variants(page, 7):
        text = variant.page.files[0].text
        assert text != page.files[0].text
        assert meaning(parse_html(text.removeprefix("\ufeff")), styles=False) == right, variant.kind


def test_white_space_that_is_seen_stays() -> None:
    page = a_page("<!doctype html><title>t</title><pre>a  b\n c</pre><p class=k>d  e</p>", ".k { white-space: pre }")
    for seed in range(20):
        for variant in harmless_variants(page, seed):
            document = parse_html(variant.page.files[0].text.removeprefix("\ufeff"))
            texts = [element.text for element in document.elements if element.tag in ("pre", "p")]
            assert texts == ["a  b\n c", "d  e"], variant.kind


def test_the_same_seed_makes_the_same_changes() -> None:
    page = PAGES[0]
    assert list(harmless_variants(page, 3)) == list(harmless_variants(page, 3))
    assert list(islice(mistakes_in(page, 3), 40)) == list(islice(mistakes_in(page, 3), 40))
    assert list(islice(mistakes_in(page, 3), 40)) != list(islice(mistakes_in(page, 4), 40))


def test_what_leaves_the_page_as_it_is_is_no_mistake() -> None:
    page = a_page(SMALL)
    assert made(page, "swapped") == []
    assert {mistake.subject for mistake in made(page, "end tag forgotten")} == {"h1", "ul"}
    style = "h1 { color: red } h1 { color: blue; margin: 0 }"
    dropped = made(a_page(SMALL, style), "declaration dropped")
    assert [mistake.wanted for mistake in dropped] == ["margin"]


def test_a_mistake_knows_its_lines_and_what_was_wanted() -> None:
    page = a_page(SMALL)
    (mistake,) = [m for m in made(page, "element renamed") if m.subject == "h2"]
    changed, (lines,) = with_mistakes(page, [mistake])
    assert "<h2>The fair</h2>" in changed.text("index.html")
    assert (mistake.found, mistake.wanted, lines) == ("h2", "h1", {3})


def test_one_of_equal_neighbours_may_be_missed_at_either() -> None:
    page = a_page(SMALL)
    first = next(m for m in made(page, "element dropped") if m.subject == "li")
    _, (lines,) = with_mistakes(page, [first])
    assert {4, 5} <= lines


def test_two_mistakes_in_two_files_keep_their_own_lines() -> None:
    page = a_page(SMALL, "h1 {\n  color: red;\n  margin: 0;\n}\n")
    (renamed,) = [m for m in made(page, "element renamed") if m.wanted == "h1"]
    (dropped,) = [m for m in made(page, "declaration dropped") if m.wanted == "margin"]
    assert apart(renamed, dropped)
    changed, lines = with_mistakes(page, [renamed, dropped])
    assert "margin" not in changed.text("style.css")
    assert 3 in lines[0]
    assert {1, 3} <= lines[1]


def test_mistakes_are_only_made_where_they_are_asked_for() -> None:
    start = SMALL.index("<ul>")
    inside = list(mistakes_in(a_page(SMALL), 1, lambda file, span: span.start > start and span.end <= start + 25))
    assert inside
    assert {mistake.subject for mistake in inside} <= {"li", "div", "p", "ol"}


def test_the_kinds_take_turns() -> None:
    kinds = [mistake.kind for mistake in islice(mistakes_in(PAGES[0], 5), len(KINDS))]
    assert len(set(kinds)) == len(KINDS)
