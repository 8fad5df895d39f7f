"""Selectors with states and pseudo-elements, taken apart: whom they are about, and who must be in which state for that.

`nav a:hover span` is about `nav a span`, while the `nav a` around it is hovered. The browser finds the elements by the
selector without its states, brings the states about, and looks (see resources/page-scripts/states.js).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from app.checks.css.values import parted

STATES = ("hover", "focus", "focus-visible", "focus-within", "active", "checked", "disabled")
PSEUDO_ELEMENTS = (
    *("before", "after", "marker", "first-line", "first-letter", "placeholder"),
    *("selection", "backdrop", "file-selector-button"),
)
HERE = "[midweek-here]"
_ONE_COLON = ("before", "after", "first-line", "first-letter")
_COMBINATORS = (">", "+", "~")
_AS_IT_IS = ("not",)  # `:not(:checked)` is asked of the page as it stands
_TAKES = {
    "marker": re.compile(r"color$|content$|font|line-height$|white-space|text-|direction$|letter-spacing$"),
    "first-line": re.compile(
        r"color$|background|font|line-height$|letter-spacing$|word-spacing$|text-|vertical-align$"
    ),
    "selection": re.compile(r"color$|background-color$|text-|fill|stroke"),
}


class SelectorRefusedError(ValueError):
    """A selector that cannot be asked: what of it, and what to write instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Bearer:
    """An element in states: `of` finds it; `through` finds from it, marked, whom the selector is about."""

    of: str
    through: str
    names: tuple[str, ...]

    @property
    def asked(self) -> dict[str, Any]:
        """As the browser is asked."""
        return {"of": self.of, "through": self.through, "names": list(self.names)}


@dataclass(frozen=True, slots=True)
class Moment:
    """One selector: as written, without states and pseudo-element, and what it needs."""

    written: str
    selector: str
    bearers: tuple[Bearer, ...] = ()
    pseudo: str = ""

    @property
    def states(self) -> tuple[str, ...]:
        """The names of all states, in order."""
        return tuple(name for bearer in self.bearers for name in bearer.names)

    @property
    def of_element(self) -> str:
        """The selector as written, without its pseudo-element."""
        if not self.pseudo:
            return self.written
        bare = re.sub(r"::?[\w-]+$", "", self.written)
        return bare if re.search(r"[^\s>+~]$", bare) else f"{bare}*"

    def takes(self, name: str) -> bool:
        """Whether a pseudo-element like this one can have the property at all."""
        pattern = _TAKES.get(self.pseudo.lstrip(":"))
        return pattern is None or pattern.match(name) is not None


@dataclass(slots=True)
class _Compound:
    before: str = ""
    text: str = ""
    states: list[str] = field(default_factory=list)


def read_moments(selector: str) -> list[Moment]:
    """The selectors of a list, each taken apart; SelectorRefusedError where one of them cannot be asked."""
    tokens = tinycss2.parse_component_value_list(selector, skip_comments=True)
    return [_Reader().read(part) for part in parted(tokens)]


class _Reader:
    """One complex selector into its compounds."""

    def __init__(self) -> None:
        self.compounds = [_Compound()]
        self.pseudo = ""

    def read(self, tokens: Sequence[Any]) -> Moment:
        written = tinycss2.serialize(tokens).strip()
        if not written:
            raise SelectorRefusedError("A selector is missing here, or there is a comma too many.", "Write one.")
        colons = 0
        for token in tinycss2.parse_component_value_list(written):
            if token.type == "literal" and token.value == ":":
                colons += 1
            elif colons:
                self._pseudo(token, colons)
                colons = 0
            else:
                self._part(token)
        return self._moment(written)

    def _part(self, token: Any) -> None:
        last = self.compounds[-1]
        if token.type == "whitespace":
            if last.text or last.states:
                self.compounds.append(_Compound(" "))
        elif token.type == "literal" and token.value in _COMBINATORS:
            if last.text or last.states or len(self.compounds) == 1:
                self.compounds.append(_Compound(f" {token.value} "))
            else:
                last.before = f" {token.value} "
        else:
            self._refuse_after_pseudo(token.serialize())
            last.text += token.serialize()

    def _pseudo(self, token: Any, colons: int) -> None:
        last = self.compounds[-1]
        name = str(getattr(token, "lower_value", None) or getattr(token, "lower_name", ""))
        if token.type == "ident" and (colons == 2 or name in _ONE_COLON):
            self._element(name)
        elif token.type == "ident" and name in STATES:
            self._refuse_after_pseudo(f":{name}")
            last.states.append(name)
        elif name == "visited":
            remedy = "Ask for it in a `css written` block."
            raise SelectorRefusedError("No browser tells which links were `:visited`.", remedy)
        else:
            if token.type == "function" and name not in _AS_IT_IS:
                _refuse_states(token)
            last.text += ":" * colons + token.serialize()

    def _element(self, name: str) -> None:
        if name not in PSEUDO_ELEMENTS:
            remedy = "Ask for it in a `css written` block."
            raise SelectorRefusedError(f"What `::{name}` looks like cannot be checked.", remedy)
        self.pseudo = f"::{name}"

    def _refuse_after_pseudo(self, text: str) -> None:
        if self.pseudo:
            remedy = f"Write it before `{self.pseudo}`, at the end of the selector."
            raise SelectorRefusedError(f"`{text}` stands after `{self.pseudo}`.", remedy)

    def _moment(self, written: str) -> Moment:
        while len(self.compounds) > 1 and not (self.compounds[-1].text or self.compounds[-1].states):
            self.compounds.pop()  # white space at the end; `::before` alone is `*::before`
        bearers = tuple(
            Bearer(self._joined(at + 1), self._joined(len(self.compounds), at), tuple(compound.states))
            for at, compound in enumerate(self.compounds)
            if compound.states
        )
        whole = self._joined(len(self.compounds))
        own = (Bearer(whole, whole, b.names) if b.of == whole else b for b in bearers)
        return Moment(written, whole, tuple(own), self.pseudo)

    def _joined(self, count: int, here: int = -1) -> str:
        """The first compounds as a selector, one of them marked."""
        texts = (
            compound.before + (compound.text or "*") + (HERE if at == here else "")
            for at, compound in enumerate(self.compounds[:count])
        )
        return "".join(texts)


def _refuse_states(token: Any) -> None:
    """`:is(:hover, :focus)`: several moments in one."""
    text = tinycss2.serialize(token.arguments)
    found = re.search(rf"(?<![:\\]):({'|'.join(sorted(STATES, key=len, reverse=True))})(?![\w-])", text)
    if found:
        remedy = f"Write the selectors one by one, such as `a{found[0]}, button{found[0]}`."
        raise SelectorRefusedError(f"`{found[0]}` cannot be brought about inside `:{token.lower_name}(…)`.", remedy)
