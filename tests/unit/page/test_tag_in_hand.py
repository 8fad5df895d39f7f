"""A tag that is being typed: the browser would swallow what follows it."""

from __future__ import annotations

import pytest

from app.page.half_typed import edit_end, in_half_typed_tag


@pytest.mark.parametrize(
    "text",
    [
        "<body>|<h1>",
        "<p>a</p>\n<|\n<h1>A</h1>",
        "<im|\n<h1>A</h1>",
        "<img src=|<h1>",
        '<img src="a|<h1>',
        "<p>a</|<p>",
        "<p>a</p|",
        "<!-|<p>",
    ],
)
def test_a_tag_without_its_end_is_half_typed(text: str) -> None:
    at = text.index("|")
    assert in_half_typed_tag(text.replace("|", ""), at) == ("<body>|" not in text)


@pytest.mark.parametrize(
    "text", ["<p>a|</p>", "<p|>a</p>", '<a href="|">a</a>', "5 < 6|<p>", "a|", "|", "<p>x</p>|\n<p>", "<3| you<p>"]
)
def test_words_and_whole_tags_are_not(text: str) -> None:
    assert not in_half_typed_tag(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("before", "after", "end"),
    [("ab", "axb", 2), ("ab", "abx", 3), ("aab", "ab", 0), ("", "x", 1), ("same", "same", 0), ("a\nb", "a<i\nb", 3)],
)
def test_the_end_of_a_change_is_found(before: str, after: str, end: int) -> None:
    assert edit_end(before, after) == end
