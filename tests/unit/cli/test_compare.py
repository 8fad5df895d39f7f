"""`midweek compare --jsonl`: one answer a line, whatever the line is."""

from __future__ import annotations

import io
import json
import sys

import pytest
from builders import ANSWER, START

from app.cli import run


def never(served, entry, questions):
    raise AssertionError("the browser was asked")


def compared(lines: bytes, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> list[dict]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="cp1252"))
    assert run(["compare", "--jsonl"], never) == 0
    told = capsysbinary.readouterr()
    assert told.err == b""
    return [json.loads(line) for line in told.out.decode("utf-8").splitlines()]


def pair(expected: str, submitted: str) -> bytes:
    return json.dumps({"expected": expected, "submitted": submitted}, ensure_ascii=False).encode() + b"\n"


def test_pages_are_compared_one_a_line(monkeypatch, capsysbinary) -> None:
    same, other = compared(pair(ANSWER, ANSWER.replace("'", '"')) + pair(ANSWER, START), monkeypatch, capsysbinary)
    assert same == {"passed": True, "messages": []}
    assert other["passed"] is False
    assert {m["file"] for m in other["messages"]} == {"index.html"}
    assert {m["line"] for m in other["messages"]} == {4}
    assert all(set(m) == {"text", "line", "column", "file", "kind"} for m in other["messages"])


def test_a_page_is_the_same_as_itself_in_any_words(monkeypatch, capsysbinary) -> None:
    page = "<!doctype html><title>Swyddfa'r Cyngor – £5</title><p>Ŵy, 𝒳, “é”</p>"
    assert compared(b"\xef\xbb\xbf" + pair(page, page), monkeypatch, capsysbinary) == [{"passed": True, "messages": []}]


def test_a_line_that_cannot_be_read_is_answered_and_the_next_one_too(monkeypatch, capsysbinary) -> None:
    lines = {
        b"{\n": "This line is not a JSON object.",
        b"\n": "This line is not a JSON object.",
        b"[1]\n": "This line is not a JSON object.",
        b'"text"\n': "This line is not a JSON object.",
        b"[" * 100_000 + b"\n": "This line is not a JSON object.",
        b'{"expected": "caf\xe9"}\n': "This line is not UTF-8.",
        b"{}\n": "This object has no text `expected`.",
        b'{"expected": "<p>", "submitted": 5}\n': "This object has no text `submitted`.",
    }
    *answers, last = compared(b"".join(lines) + pair("<p>a", "<p>a").strip(), monkeypatch, capsysbinary)
    assert answers == [
        {
            "passed": False,
            "messages": [{"text": text, "line": None, "column": None, "file": None, "kind": "input"}],
        }
        for text in lines.values()
    ]
    assert last["passed"] is True


def test_half_a_character_goes_out_as_it_came(monkeypatch, capsysbinary) -> None:
    (answer,) = compared(b'{"expected": "<p>a", "submitted": "<p>\\ud83d"}\n', monkeypatch, capsysbinary)
    assert answer["passed"] is False


def test_no_standard_input_is_one_sentence(monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["compare", "--jsonl"], never) == 2
    assert capsys.readouterr() == (
        "",
        "midweek: There is no standard input to read from. Send one JSON object a line.\n",
    )
