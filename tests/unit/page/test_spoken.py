"""What a screen reader says, in words; rows that are not as they should be are left out."""

from __future__ import annotations

from typing import Any

import pytest

from app.page.html import parse_html
from app.page.spoken import spoken


def said(*rows: Any) -> list[str]:
    return [one.sentence for one in spoken(list(rows))]


def row(role: str, name: str = "", **more: Any) -> dict[str, Any]:
    return {"role": role, "name": name, "order": 0, **more}


@pytest.mark.parametrize(
    ("met", "sentence"),
    [
        (row("title", "Visiting us"), "Page: Visiting us"),
        (row("title"), "Page, no title"),
        (row("language", "British English"), "Language: British English"),
        (row("language"), "Language, not said"),
        (row("navigation", "Main"), "Navigation: Main"),
        (row("main"), "Main part"),
        (row("heading", "Opening times", level=2), "Heading 2: Opening times"),
        (row("link", "Contact us"), "Link: Contact us"),
        (row("link"), "Link, no words"),
        (row("img", "Stalls"), "Picture: Stalls"),
        (row("img"), "Picture, no text"),
        (row("list", count=3), "List of 3"),
        (row("table", "Fees", rows=4, columns=1), "Table, 4 rows, 1 column: Fees"),
        (row("table", rows=1, columns=2), "Table, 1 row, 2 columns, no caption"),
        (row("textbox", "Name", required=True, value=""), "Text field: Name, needed"),
        (row("textbox", "", type="email"), "Email field, no label"),
        (row("checkbox", "Lunch", checked=True), "Tick box: Lunch, ticked"),
        (row("radio", "Tea", checked=False), "One of several: Tea, not chosen"),
        (row("combobox", "Day", value="Friday"), "List to choose from: Day, “Friday”"),
        (row("button", "More", expanded=False), "Button: More, closed"),
        (row("text", "Over four hundred people came"), "Over four hundred people came"),
    ],
)
def test_each_thing_has_plain_words(met: dict[str, Any], sentence: str) -> None:
    assert said(met) == [sentence]


def test_what_leaves_people_without_words_stands_out() -> None:
    found = spoken([row("img"), row("img", "x"), row("link"), row("title"), row("table")])
    assert [one.care for one in found] == [True, False, True, True, True]


def test_things_stand_below_their_heading_until_a_landmark() -> None:
    rows = [
        row("main"),
        row("text", "a"),
        row("heading", "b", level=3),
        row("text", "c"),
        row("contentinfo"),
        row("text", "d"),
    ]
    assert [one.depth for one in spoken(rows)] == [0, 1, 2, 3, 0, 1]


def test_each_thing_leads_to_its_line() -> None:
    document = parse_html("<!doctype html>\n<title>Visiting us</title>\n<h1>Hello</h1>\n<p><a href=x>Fees</a>")
    tags = [element.tag for element in document.elements]
    rows = [row("heading", "x", order=tags.index(tag)) for tag in ("title", "body", "h1", "a")] + [
        row("link", order=99)
    ]
    found = [document.place(one.order) for one in spoken(rows)]
    assert found == [(2, 1), (2, 1), (3, 1), (4, 4), (4, 4)]


@pytest.mark.parametrize("rows", [None, "rows", {}, [None, 3, {}, {"role": 4}, {"role": "evil"}]])
def test_odd_answers_say_nothing(rows: Any) -> None:
    assert spoken(rows) == ()


@pytest.mark.parametrize("level", [None, "x", -3, 10**9, 1e300, True])
def test_odd_numbers_are_let_be(level: Any) -> None:
    assert len(said(row("heading", "x", level=level, order=level))) == 1
