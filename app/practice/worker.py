"""The other end of a process that looks at long pages: inquiries come in on one stream, results go out on another.

A message is four bytes that say how long it is, and a pickle. The first one out, `READY`, says that the modules are
there. Both ends are Midweek itself, on the pipes of a process that it started: nobody else can say anything here.
"""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

from app.practice.inspector import Inspector

READY = "ready"
_LENGTH = struct.Struct(">I")


def packed(value: object) -> bytes:
    """A message with its length in front."""
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(content)) + content


def unpacked(stream: bytes) -> tuple[Any, bytes] | None:
    """The first message of what has come so far, with what follows it; None while it is not there as a whole."""
    if len(stream) < _LENGTH.size:
        return None
    end = _LENGTH.size + _LENGTH.unpack_from(stream)[0]
    if len(stream) < end:
        return None
    return pickle.loads(stream[_LENGTH.size : end]), stream[end:]  # noqa: S301 - our own process said it


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer inquiries, one result each, until the source ends."""
    inspector = Inspector()
    _say(sink, READY)
    while length := source.read(_LENGTH.size):
        content = source.read(_LENGTH.unpack(length)[0])
        _say(sink, inspector.result(pickle.loads(content)))  # noqa: S301 - our own process asked it


def _say(sink: BinaryIO, value: object) -> None:
    sink.write(packed(value))
    sink.flush()
