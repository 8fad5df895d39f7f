"""The text as Python keeps it, and the messages it is kept up to date by; no browser is started."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.browser.editor_messages import SIZE_LIMIT, read_message
from app.browser.texts import Edit, FileText, OutOfStepError

LETTERS = st.sampled_from("ab\n😀\U0001f469é\u0301\u200d\x00\u2028\ud83d\ude00")
EDITED = {"say": "edited", "epoch": 1, "file": "a", "version": 1, "changes": [[0, 0, "x"]], "length": 1}
PLACE = {"line": 1, "column": 2}


def units(text: str) -> list[str]:
    """The text as UTF-16 units, one string each, as JavaScript sees it."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [raw[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(raw), 2)]


def joined(parts: list[str]) -> str:
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@given(st.text(LETTERS, max_size=30), st.data())
def test_any_edit_gives_the_text_that_javascript_has(text: str, data: st.DataObject) -> None:
    was = units(text)
    ends = sorted(data.draw(st.lists(st.integers(0, len(was)), max_size=6)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    changes = [(start, end, data.draw(st.text(LETTERS, max_size=5))) for start, end in spans]
    now = list(was)
    for start, end, insert in reversed(changes):
        now[start:end] = units(insert)
    edited = FileText(text).edited(Edit(1, changes, len(now)))
    assert units(edited.text) == now
    assert edited.text.encode("utf-16-le", "surrogatepass") == joined(now).encode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize(
    "edit",
    [
        Edit(2, [(0, 0, "x")], 4),  # one was lost
        Edit(1, [(0, 0, "x")], 9),
        Edit(1, [(2, 1, "")], 3),
        Edit(1, [(0, 4, "")], 0),
        Edit(1, [(2, 2, "x"), (1, 1, "y")], 5),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edit: Edit) -> None:
    with pytest.raises(OutOfStepError):
        FileText("abc").edited(edit)


def test_messages_of_their_form_are_read() -> None:
    edited = read_message(json.dumps(EDITED | PLACE))
    assert edited is not None
    assert (edited.file, edited.cursor, edited.edit) == ("a", (1, 2), Edit(1, [(0, 0, "x")], 1))
    assert read_message('{"say": "leave", "back": true}') is not None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "null",
        "[]",
        '"edited"',
        "[" * 100_000,
        '{"say": []}',
        '{"say": "quit"}',
        {"say": "asked", "command": 1},
        {"say": "asked"},
        EDITED,
        EDITED | PLACE | {"line": 0},
        EDITED | PLACE | {"line": 1.5},
        EDITED | PLACE | {"column": 10**400},
        EDITED | PLACE | {"file": None},
        EDITED | PLACE | {"version": -1},
        EDITED | PLACE | {"changes": [[0, 0]]},
        EDITED | PLACE | {"changes": [[0, "0", "x"]]},
        EDITED | PLACE | {"changes": [[0, 0, 7]]},
        EDITED | PLACE | {"changes": 7},
        {"say": "text", "epoch": 1, "file": "a", "version": 1, "text": ["a"]} | PLACE,
        " " * (SIZE_LIMIT + 1),
    ],
    ids=lambda said: str(said)[:40],
)
def test_anything_else_is_no_message(said: Any) -> None:
    assert read_message(said if isinstance(said, str) else json.dumps(said)) is None
