"""After any edit the patched page is what a fresh load of the same text is: its nodes, its styles and its boxes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.patching.edits import file_edits
from tests.patching.pages import ENTRY, SHEET, Sample, pictures, samples
from tests.patching.twins import Twins

EDITS = int(os.environ.get("MIDWEEK_EDITS", "10"))  # a page; `run.py bench preview` makes 20,000 in all
SEED = int(os.environ.get("MIDWEEK_SEED", "2026"))

# What went wrong once, as small as it gets: the page before and after.
CLASSES = {
    "a picture that is missing gets words": ("<img src=none.png>", "<img src=none.png alt='A stall'>"),
    "a picture that is missing gets no words": ("<img src=none.png al>", "<img src=none.png alt>"),
    "another option is the last that is selected": (
        "<select><option>A<option selected>B<option selected>C</select>",
        "<select><option>A<option selected>B<option>C</select>",
    ),
    "an option is longer": ("<select><option><b>One</b></select>", "<select><option><b>One of them</b></select>"),
    "a page fits without a scroll bar only": (
        "<!doctype html><body style='margin: 0'><style>p { float: left; height: 300px; width: 300px }</style><p><p>",
        "<!doctype html><body style='margin: 0'><style>p { float: left; height: 300px; width: 319px }</style><p><p>",
    ),
    "words before blanks that a remark parts from them": ("> <!>\n<b>b</b>", "> more<!>\n<b>b</b>"),
    "another sheet is the first that has a title": (
        "<style title=a>p { color: red }</style><style title=b>p { color: blue }</style><p>Words",
        "<style title=b>p { color: blue }</style><p>Words",
    ),
    "what scrolls fits without a scroll bar": (
        "<pre style='overflow: auto; width: 9em; height: 3em; white-space: normal'>aaa bbb ccc ddd eee fff ggg hhh iii",
        "<pre style='overflow: auto; width: 9em; height: 3em; white-space: normal'>aaa bbb ccc ddd",
    ),
    "a smaller picture will do": (
        "<img src=a.png sizes=500px srcset='a.png 90w, b.png 104w'>",
        "<img src=a.png sizes=50px srcset='a.png 90w, b.png 104w'>",
    ),
    "a template holds a shadow root": (
        "<template><p>a</p><div><template shadowrootmode=open>s</template></div></template>",
        "<template><p>b</p><div><template shadowrootmode=open>s</template></div></template>",
    ),
    "an empty float has another side to stand on": (
        "<style>p{</style>></p>\n<video>",
        "<style>p{float: right;</style>></p>\n<video>",
    ),
    "a block becomes a float beside a line": (
        "<style>p { }</style>A line<p></p>",
        "<style>p { float: right }</style>A line<p></p>",
    ),
    "a block with words leaves the flow between blanks": (
        "<style>p { }</style>A line<p>b</p>\n<b>bold</b>",
        "<style>p { position: absolute }</style>A line<p>b</p>\n<b>bold</b>",
    ),
    "an object does not come": ("<p>ame<object \ndata='a.svg'>fallback</object>>", "<p>same<object >"),
    "an object stands where nobody sees it": (
        "<details><object data=a>l</object></details>",
        "<details open><object data=a>l",
    ),
    "two radio buttons are checked": (
        "<input type=radio name=a><input type=radio name=a checked>",
        "<input type=radio name=a checked><input type=radio name=a checked>",
    ),
}

PICTURES = pictures("a.png", "b.png")


@pytest.fixture(scope="module")
def twins(browser: None) -> Iterator[Twins]:
    pair = Twins()
    yield pair
    pair.close()


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_a_patched_page_equals_a_fresh_load(twins: Twins, sample: Sample) -> None:
    twins.begin(sample.files, sample.assets)
    ways: Counter[str] = Counter()
    for number, files in enumerate(file_edits(sample.files, EDITS, SEED), 1):
        outcome = twins.compare(files)
        ways[outcome.way] += 1
        if outcome.differs:
            told = "\n".join([f"edit {number} of seed {SEED}: {outcome}", *twins.differences()])
            pytest.fail(f"{told}\n{files}", pytrace=False)
    assert ways["patched"], f"nothing was patched, so this showed nothing: {ways}"


@pytest.mark.parametrize(("before", "after"), CLASSES.values(), ids=CLASSES)
def test_what_went_wrong_once_is_right(twins: Twins, before: str, after: str) -> None:
    for one, other in ((before, after), (after, before)):
        twins.begin({ENTRY: one}, PICTURES)
        outcome = twins.compare({ENTRY: other})
        assert not outcome.differs, twins.differences()


def test_a_style_sheet_changes_beside_one_that_is_elsewhere(twins: Twins) -> None:
    page = f"<link rel=stylesheet href=//example.org/a.css><link rel=stylesheet href={SHEET}><p>Words"
    twins.begin({ENTRY: page, SHEET: "p { color: red }"}, {})
    outcome = twins.compare({ENTRY: page, SHEET: "p { color: blue; margin: 0 }"})
    assert (outcome.way, outcome.differs) == ("patched", False), twins.differences()
