"""How the wish of a `css` block and its moment are said: "`font-size` to be at least `16px`", "in print"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.checks.css.moments import Bearer
from app.checks.css.settings import HEIGHT, WIDTH
from app.checks.css.wanted import CHANGES, Wanted
from app.checks.rendered.effects import Effect

_STATES = {
    "hover": "while the mouse is over {it}",
    "active": "while {it} is pressed",
    "focus": "when {it} is reached with the Tab key",
    "focus-visible": "when {it} is reached with the Tab key",
    "focus-within": "when something inside {it} is reached with the Tab key",
    "checked": "when {it} is ticked",
    "disabled": "when {it} is switched off",
}
_KIND = re.compile(r"\[[a-z]+\]")
_NEVER = {
    "hover": "none of it is shown, so no mouse can be over it",
    "active": "none of it is shown, so nobody can press it",
    "focus": "only links with an `href`, buttons and form fields can be reached with the Tab key",
    "checked": "only tick boxes, radio buttons and options can be ticked",
    "disabled": "only buttons and form fields can be switched off",
}
_LAYOUT = {
    ("--row", "yes"): "all of {all} side by side in one line",
    ("--row", "no"): "{all} not all in one line",
    ("--column", "yes"): "all of {all} in one column, each below the one before",
    ("--column", "no"): "{all} not all in one column",
    ("--inside-viewport", "yes"): "it inside the window",
    ("--inside-viewport", "no"): "it to reach out of the window",
    ("--overflows", "yes"): "it to be wider than its room",
    ("--overflows", "no"): "it to fit without sideways scrolling",
}


def wish(effect: Effect) -> str:
    """What is wanted, as it follows "The goal wants"."""
    said = _LAYOUT.get((effect.name, effect.wanted.text))
    if said is not None:
        return said.format(all=_code(effect.moment.written))
    if effect.name == "--gap":
        return f"a gap of {_value(effect.wanted)}"
    if effect.wanted.word == CHANGES:
        return f"another {_code(effect.name)} then"
    return f"{_code(effect.name)} to be {_value(effect.wanted)}" if effect.wanted.word else _code(effect.written)


def written_wish(name: str, values: Sequence[Wanted]) -> str:
    """The same for a declaration that must be written, in one of these ways; `[number]` is shown as `…`."""
    said = [Wanted(_KIND.sub("…", each.text), each.word, each.parts) for each in values]
    if len(said) == 1 and not said[0].word and "…" not in said[0].text:
        return _code(f"{name}: {said[0].text}")
    verb = "to be like" if any("…" in each.text for each in said) else "to be"
    return f"{_code(name)} {verb} {' or '.join(map(_value, said))}"


def _value(wanted: Wanted) -> str:
    parts = [_value(part) for part in wanted.parts]
    if wanted.word == "at-least":
        return f"at least {parts[0]}"
    if wanted.word == "at-most":
        return f"at most {parts[0]}"
    if wanted.word == "between":
        return f"between {parts[0]} and {parts[1]}"
    if wanted.word == "not":
        return f"anything but {parts[0]}"
    if wanted.word == "any-of":
        return " or ".join(parts)
    return "another" if wanted.word == CHANGES else _code(wanted.text)


def when(effect: Effect) -> str:
    """In which state, pseudo-element and setting it is looked at; empty for a page as it stands."""
    return " ".join([*_in_element(effect), *_in_state(effect), *_in_setting(effect)])


def _in_element(effect: Effect) -> Iterator[str]:
    if effect.moment.pseudo:
        yield f"in its {_code(effect.moment.pseudo)}"


def _in_state(effect: Effect) -> Iterator[str]:
    for bearer in effect.moment.bearers:
        it = "it" if bearer.of == effect.moment.selector else _code(bearer.of)
        yield from dict.fromkeys(_STATES[name].format(it=it) for name in bearer.names)


def _in_setting(effect: Effect) -> Iterator[str]:
    setting = effect.setting
    if setting.media == "print":
        yield "in print"
    if setting.width is not None:
        yield f"at a width of {setting.width} pixels"
    if setting.orientation:
        yield "in a window that is taller than wide" if setting.orientation == "portrait" else "in a wide window"
    if setting.dark:
        yield "in dark colours"
    if setting.calm:
        yield "where motion is to be reduced"


def here(effect: Effect) -> str:
    """The same, for where a page as it stands has to be named."""
    return when(effect) or f"on a screen of {WIDTH} by {HEIGHT} pixels"


def never(bearers: tuple[Bearer, ...]) -> str:
    """Why no element can be in these states."""
    name = next(name for bearer in bearers for name in bearer.names)
    return _NEVER["focus" if name.startswith("focus") else name]


def _code(text: str) -> str:
    return f"`{text.replace('`', 'ˋ')}`"
