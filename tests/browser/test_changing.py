"""What is sent to the page of a text that changed: it makes the new text of the old one, in the page's own units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.browser.changing import change

TEXTS = st.text("ab<é😀", max_size=12)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_the_page_makes_the_new_text_of_its_own(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    start, end, insert, length = change(before, after)
    units, letters = before.encode("utf-16-le"), str(insert).encode("utf-16-le")
    made = units[: 2 * int(start)] + letters + units[2 * int(end) :]
    assert made.decode("utf-16-le") == after
    assert len(made) == 2 * int(length)


def test_only_what_changed_is_sent() -> None:
    page = "<p>😀 words</p>\n" * 2000
    at = page.index("words", 10_000)
    assert change(page, page[:at] + "w" + page[at:])[2] == "w"
