"""What a process that looks at long pages says, byte by byte."""

from __future__ import annotations

import io

import pytest
from builders import START, a_check, page

from app.practice.inspector import Inquiry, Inspector
from app.practice.worker import READY, packed, serve, unpacked

GREEN = a_check("h1 { color: green }", "css", "Green")


def said(stream: bytes) -> list[object]:
    messages = []
    while (message := unpacked(stream)) is not None:
        value, stream = message
        messages.append(value)
    assert stream == b""
    return messages


def test_it_says_what_would_be_said_here() -> None:
    inquiries = [
        Inquiry((a_check(), GREEN), page(START)),
        Inquiry((a_check(), GREEN), page(START), [{"elements": []}]),
        Inquiry((), page("<h1>\ud800</h2>", css="h1 {", assets={"a.png": b"\0"})),
    ]
    sink = io.BytesIO()
    serve(io.BytesIO(b"".join(map(packed, inquiries))), sink)
    ready, *results = said(sink.getvalue())
    assert ready == READY
    assert results == [Inspector().result(inquiry) for inquiry in inquiries]


def test_pictures_are_named_to_it_and_stay_here() -> None:
    """Checks ask whether a picture is there, and twenty megabytes would be sent with every pause in the typing."""
    share = '<meta property="og:image" content="fair.jpg">'
    heavy = Inquiry((a_check("share-card", "audit"),), page(START + share, assets={"fair.jpg": b"x" * 5_000_000}))
    bare = Inquiry(heavy.checks, page(START + share))
    assert len(packed(heavy.light)) < 10_000
    assert Inspector().result(heavy.light) == Inspector().result(heavy) != Inspector().result(bare)


@pytest.mark.parametrize("so_far", [0, 3, 4, 20])
def test_half_a_message_is_waited_for(so_far: int) -> None:
    whole = packed(Inquiry((), page("<p>" * 100)))
    assert unpacked(whole[:so_far]) is None
    assert unpacked(whole + b"\0\0") == (Inquiry((), page("<p>" * 100)), b"\0\0")
