"""The reading age: plain text is low, official text is high, code and short texts say nothing."""

from __future__ import annotations

from app.authoring.reading_age import reading_age

PLAIN = "The cat sat on the mat. It was a warm day. The sun was out. We had tea and cake. Then we went home to bed."
OFFICIAL = (
    "Notwithstanding the aforementioned considerations, constituents are respectfully encouraged to familiarise "
    "themselves with the organisation's comprehensive accessibility documentation prior to requesting individual "
    "assistance from the administrative department."
)


def test_plain_words_are_for_children_and_official_ones_for_nobody() -> None:
    assert reading_age(PLAIN) == 5
    assert reading_age(OFFICIAL) == 20


def test_code_and_a_few_words_say_nothing() -> None:
    assert reading_age("A short text.") is None
    assert reading_age(f"```html\n{OFFICIAL}\n```\n`{OFFICIAL}`") is None


def test_items_of_a_list_are_sentences() -> None:
    items = "\n".join(f"{number}. Change the first line of the page" for number in range(1, 9))
    age = reading_age(items)
    assert age is not None
    assert age < 10
