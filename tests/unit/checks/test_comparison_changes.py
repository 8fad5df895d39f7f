"""Comparing pages: harmless variants never fail, mistakes are always found, on the right line, also two at once."""

from pathlib import Path

import pytest

from tests.judging import Judgement, Tally, judge
from tests.real_pages import RealPage, real_pages

OURS = [
    RealPage("ours", path.stem, path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "compared_pages").glob("*.html"))
]
SHORT, EVERY = 420, 4  # lines; one in so many of the real pages, for the time it takes: the benchmark tries them all


def judged(pages: list[RealPage], seed: int, *, variants: int, mistakes: int) -> Judgement:
    found = Judgement()
    for page in pages:
        judge(found, page, seed, variants=variants, mistakes=mistakes)
    return found


@pytest.fixture(scope="module")
def ours() -> Judgement:
    return judged(OURS, 1, variants=99, mistakes=30)


@pytest.fixture(scope="module")
def others() -> Judgement:
    return judged([page for page in real_pages() if page.lines < SHORT][::EVERY], 2, variants=8, mistakes=10)


@pytest.fixture(params=["ours", "others"])
def judgement(request: pytest.FixtureRequest) -> Judgement:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Judgement)
    return found


def nothing(tally: Tally, most: float = 0.0) -> None:
    """Fail with all that went wrong, where it is more than this many per cent."""
    assert tally.tried.total() > 20 or not most
    if tally.wrong_share > most:
        pytest.fail("\n".join(tally.notes), pytrace=False)


def test_a_page_is_the_same_as_itself(judgement: Judgement) -> None:
    nothing(judgement.selves)


def test_harmless_variants_make_no_difference(judgement: Judgement) -> None:
    nothing(judgement.harmless)


def test_no_faulty_page_passes(judgement: Judgement) -> None:
    nothing(judgement.noticed)


def test_a_mistake_is_found_on_its_line(judgement: Judgement) -> None:
    nothing(judgement.located, 5)


def test_two_mistakes_are_both_found(judgement: Judgement) -> None:
    nothing(judgement.both, 10)


def test_a_message_says_what_it_is_about_what_was_found_and_what_was_wanted(judgement: Judgement) -> None:
    nothing(judgement.whole, 5)
