"""People's preferences on this PC and, in time, the office's policy file.

The file is JSON: `{"v": 1, "last_person": id, "pc": {…}, "people": {id: {…}}}`. What a person set goes before what was
set for the PC, and that before the usual. Keys of newer versions are kept. A policy file, once there is one, is read in
`Settings.preferences` and goes before all three.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from app import disk

Theme = Literal["system", "light", "dark", "contrast"]
Drawing = Literal["software", "gpu"]
TEXT_SIZES = range(14, 41)  # pixels
_WHAT = "your settings"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How somebody likes it: text size in pixels, theme, sizes of the lesson screen's panes (empty: as drawn).

    `show_place`, whether the page shows where the cursor is, and other switches have the names of their commands.
    `window` is where the window stood on this PC, as the window itself tells it (empty: nowhere yet); `drawing` is what
    draws the pages on this PC: the processor, which works everywhere, or the graphics card.
    """

    text_size: int = 16
    theme: Theme = "system"
    panes: tuple[int, ...] = ()
    show_place: bool = True
    emmet: bool = False
    window: str = ""
    drawing: Drawing = "software"


class Settings:
    """Preferences in one small file, read again before every change, so that two copies of the program do not lose any.

    `notice` is a plain sentence where a damaged file was set aside, else empty.
    """

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self.notice = ""
        self._data = self._read()

    @property
    def last_person(self) -> str:
        """The id of whoever was here last, or empty."""
        last = self._data.get("last_person")
        return last if isinstance(last, str) else ""

    def remember_person(self, person: str) -> None:
        """Whoever is here now is asked first next time. StorageError where it could not be kept."""
        if person != self.last_person:  # else a start would wait for the disk, to write what stands there
            self._change(lambda data: data | {"last_person": person})

    def preferences(self, person: str = "") -> Preferences:
        """The preferences of a person, or of the PC where none is given; what makes no sense is as usual."""
        usual = _understood(_mapping(self._data.get("pc")), Preferences())
        return _understood(_mapping(_mapping(self._data.get("people")).get(person)), usual) if person else usual

    def set_preferences(self, preferences: Preferences, person: str = "") -> None:
        """Keep somebody's preferences; they hold for this run even where a StorageError says they were not kept."""
        chosen = asdict(preferences)
        if not person:
            return self._change(lambda data: data | {"pc": _mapping(data.get("pc")) | chosen})

        def add(data: dict[str, Any]) -> dict[str, Any]:
            people = _mapping(data.get("people"))
            return data | {"people": people | {person: _mapping(people.get(person)) | chosen}}

        return self._change(add)

    def _change(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self._data = change(self._data)
        fresh = self._read()
        self._data = change(fresh) if fresh else self._data
        text = json.dumps({"v": 1} | self._data, indent=2, sort_keys=True)
        disk.write_whole(self._path, text.encode("utf-8"), _WHAT)

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(self._path.read_text("utf-8"))
        except OSError:
            return {}
        except ValueError:
            data = None
        if isinstance(data, dict):
            return data
        self.notice = "Your settings could not be read and have been set aside; everything is as usual again."
        try:
            disk.set_aside(self._path, self._today.isoformat())
        except OSError:
            self.notice = "Your settings could not be read; everything is as usual."
        return {}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _understood(data: Mapping[str, Any], usual: Preferences) -> Preferences:
    right = {
        "text_size": lambda value: isinstance(value, int) and value in TEXT_SIZES,
        "theme": lambda value: value in get_args(Theme),
        "window": lambda value: isinstance(value, str),
        "drawing": lambda value: value in get_args(Drawing),
        "show_place": lambda value: isinstance(value, bool),
        "emmet": lambda value: isinstance(value, bool),
        "panes": lambda value: isinstance(value, list | tuple) and all(isinstance(size, int) for size in value),
    }
    kept = {f.name: data[f.name] for f in fields(Preferences) if f.name in data and right[f.name](data[f.name])}
    if "panes" in kept:
        kept["panes"] = tuple(kept["panes"])
    return replace(usual, **kept)
