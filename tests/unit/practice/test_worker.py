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


@pytest.mark.parametrize("so_far", [0, 3, 4, 20])
def test_half_a_message_is_waited_for(so_far: int) -> None:
    whole = packed(Inquiry((), page("<p>" * 100)))
    assert unpacked(whole[:so_far]) is None
    assert unpacked(whole + b"\0\0") == (Inquiry((), page("<p>" * 100)), b"\0\0")
