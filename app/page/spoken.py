"""What a screen reader says of a page, in plain words: made from what the browser met in the page.

The browser's rows (`resources/page-scripts/reading.js`) are distrusted: what is not as it should be is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
Kind = Literal["page", "landmark", "heading", "link", "picture", "field", "other", "text"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that is met: `says` is what it is ("Heading 2"), `words` are its own.

    `depth` counts the headings it stands below; `care`: people who hear it are left without what they need. `order` is
    its element's in `Document.elements`: a long page is not parsed before somebody wants to go to the line.
    """

    kind: Kind
    says: str
    words: str
    depth: int
    care: bool
    order: int

    @property
    def sentence(self) -> str:
        """The whole, as it would be said."""
        return ": ".join(part for part in (self.says, self.words) if part)


_LANDMARKS = {
    "banner": "Header of the page",
    "navigation": "Navigation",
    "main": "Main part",
    "contentinfo": "Footer of the page",
    "complementary": "Beside the main part",
    "search": "Search",
    "region": "Part",
    "form": "Form",
}
_FIELDS = {
    "textbox": "Text field",
    "searchbox": "Search field",
    "checkbox": "Tick box",
    "radio": "One of several",
    "switch": "Switch",
    "combobox": "List to choose from",
    "listbox": "List to choose from",
    "slider": "Slider",
    "spinbutton": "Number field",
}
_OTHERS = {
    "group": "Group",
    "radiogroup": "Group",
    "blockquote": "Quotation",
    "separator": "Dividing line",
    "progressbar": "Progress bar",
    "meter": "Meter",
    "video": "Film",
    "audio": "Sound",
    "iframe": "Frame",
    "object": "Embedded thing",
    "row": "Row",
    "more": "And more than can be listed here",
}
_NEED_WORDS = frozenset(("iframe",))
_TYPES = {"email": "Email field", "tel": "Telephone field", "password": "Password field", "date": "Date field"}


def spoken(rows: object) -> tuple[Spoken, ...]:
    """What the browser's rows say, in their order."""
    return tuple(_all(rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ()))


def _all(rows: Sequence[object]) -> Iterator[Spoken]:
    depth = 0
    for row in rows:
        if not isinstance(row, Mapping) or not isinstance(row.get("role"), str):
            continue
        words = row.get("name")
        found = _told(row, row["role"], words.strip() if isinstance(words, str) else "")
        if found is None:
            continue
        kind, says, words, care = found
        if kind == "heading":
            depth = min(max(_number(row, "level"), 1), 6) - 1
        elif kind in ("landmark", "page"):
            depth = 0
        below = kind not in ("heading", "landmark", "page") and row["role"] != "language"
        yield Spoken(kind, says, words, depth + below, care, _number(row, "order"))


_Told = tuple[Kind, str, str, bool]  # kind, says, words, care


def _told(row: Row, role: str, words: str) -> _Told | None:
    if role in _LANDMARKS:
        return "landmark", _LANDMARKS[role], words, False
    if role in _FIELDS:
        return _field(row, role, words)
    if role in _OTHERS:
        return "other", _OTHERS[role] + _without(words, "no title", role in _NEED_WORDS), words, role in _NEED_WORDS
    teller = _TELLERS.get(role)
    return teller(row, words) if teller else None


def _field(row: Row, role: str, words: str) -> _Told:
    says = _TYPES.get(str(row.get("type")), _FIELDS[role]) if role == "textbox" else _FIELDS[role]
    says += _without(words, "no label")
    states = ["needed"] if row.get("required") is True else []
    if isinstance(row.get("checked"), bool):
        states.append("ticked" if row["checked"] else "not ticked")
        if role == "radio":
            states[-1] = "chosen" if row["checked"] else "not chosen"
    if isinstance(row.get("value"), str) and row["value"]:
        states.append(f"“{row['value']}”")
    return "field", says, ", ".join(filter(None, (words, *states))), not words


def _button(row: Row, words: str) -> _Told:
    opened = {True: ", open", False: ", closed"}.get(row.get("expanded"), "")  # type: ignore[arg-type]
    return "field", f"Button{_without(words, 'no words')}", words + opened, not words


def _table(row: Row, words: str) -> _Told:
    size = f"{_counted(_number(row, 'rows'), 'row')}, {_counted(_number(row, 'columns'), 'column')}"
    return "other", f"Table, {size}" + _without(words, "no caption"), words, not words


def _list(row: Row, words: str) -> _Told:
    return "other", f"List of {_number(row, 'count')}", words, False


_TELLERS: dict[str, Callable[[Row, str], _Told]] = {
    "title": lambda _, words: ("page", f"Page{_without(words, 'no title')}", words, not words),
    "language": lambda _, words: ("other", f"Language{_without(words, 'not said')}", words, not words),
    "heading": lambda row, words: (
        "heading",
        f"Heading {_number(row, 'level')}{_without(words, 'no words')}",
        words,
        not words,
    ),
    "link": lambda _, words: ("link", f"Link{_without(words, 'no words')}", words, not words),
    "img": lambda _, words: ("picture", f"Picture{_without(words, 'no text')}", words, not words),
    "text": lambda _, words: ("text", "", words, False),
    "button": _button,
    "table": _table,
    "list": _list,
}


def _without(words: str, lack: str, needed: bool = True) -> str:
    return "" if words or not needed else f", {lack}"


def _number(row: Row, name: str) -> int:
    value = row.get(name)
    return int(value) if isinstance(value, int | float) and 0 <= value < 1_000_000 else 0


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
