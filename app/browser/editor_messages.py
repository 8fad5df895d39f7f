"""What the editor's page says, read with distrust: a message that is not exactly of its form is None.

The forms are told at the head of `resources/editor/source/main.js`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.browser.texts import Change, Edit

SIZE_LIMIT = 10_000_000  # characters; the longest text the page lets grow takes six million
PLACE_LIMIT = 10_000_000
NAME_LIMIT = 100  # characters of a command's name
STEPS_LIMIT = 600_000  # characters; the page keeps to less


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what it is, the file and place it is about where it has them, and whatever else it carries."""

    what: str
    epoch: int = 0
    file: str = ""
    cursor: tuple[int, int] = (1, 1)
    edit: Edit | None = None
    text: str = ""
    steps: str = ""
    version: int = 0
    back: bool = False
    command: str = ""
    places: tuple[tuple[str, int], ...] = ()
    number: int = 0
    of: int = 0


def read_message(text: str) -> Message | None:
    """The message that `text` is, or None for anything else."""
    if len(text) > SIZE_LIMIT:
        return None
    try:
        said = json.loads(text)
        return _FORMS[said["say"]](said)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _number(value: Any, least: int = 0) -> int:
    if type(value) is not int or not least <= value <= PLACE_LIMIT:
        raise ValueError("not a number that can be")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _cursor(said: dict[str, Any]) -> Message:
    place = _number(said["line"], 1), _number(said["column"], 1)
    return Message(said["say"], epoch=_number(said["epoch"]), file=_text(said["file"]), cursor=place)


def _edited(said: dict[str, Any]) -> Message:
    about = _cursor(said)
    changes: list[Change] = [(_number(start), _number(end), _text(insert)) for start, end, insert in said["changes"]]
    edit = Edit(_number(said["version"], 1), changes, _number(said["length"]))
    return Message("edited", epoch=about.epoch, file=about.file, cursor=about.cursor, edit=edit)


def _whole(said: dict[str, Any]) -> Message:
    about = _cursor(said)
    version = _number(said["version"])
    return Message("text", about.epoch, about.file, about.cursor, text=_text(said["text"]), version=version)


def _steps(said: dict[str, Any]) -> Message:
    steps = _text(said["steps"])
    if len(steps) > STEPS_LIMIT:
        raise ValueError("longer than the page says it")
    return Message("steps", _number(said["epoch"]), _text(said["file"]), steps=steps, version=_number(said["version"]))


def _opened(said: dict[str, Any]) -> Message:
    return Message("opened", epoch=_number(said["epoch"]))


def _compared(said: dict[str, Any]) -> Message:
    return Message("compared", places=tuple((_text(file), _number(count)) for file, count in said["places"]))


def _difference(said: dict[str, Any]) -> Message:
    return Message("difference", number=_number(said["number"], 1), of=_number(said["of"], 1))


def _bare(said: dict[str, Any]) -> Message:
    return Message(said["say"])


def _leave(said: dict[str, Any]) -> Message:
    return Message("leave", back=said["back"] is True)


def _asked(said: dict[str, Any]) -> Message:
    return Message("asked", command=_text(said["command"])[:NAME_LIMIT])


_FORMS = {
    "ready": _bare,
    "opened": _opened,
    "edited": _edited,
    "cursor": _cursor,
    "text": _whole,
    "asked": _asked,
    "compared": _compared,
    "difference": _difference,
    "uncompared": _bare,
    "settled": _bare,
    "steps": _steps,
    "leave": _leave,
}
