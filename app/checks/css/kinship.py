"""Whether two selectors select the same elements of a page, states and pseudo-elements being compared as written.

`a:hover` is `nav a:hover` where every link stands in a nav: what can be told from the page is asked of the page, what
depends on the person who uses it is taken off first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import tinycss2

from app.checks.html.scene import Scene
from app.page.html import Element

MOST_LOOKED_AT = 40_000  # elements tried against selectors; beyond that, selectors are compared as written
_WORDS = """hover focus focus-visible focus-within active visited target target-within checked indeterminate default
    valid invalid user-valid user-invalid in-range out-of-range placeholder-shown autofill fullscreen modal popover-open
    open playing paused"""
_STATES = frozenset(_WORDS.split())
_HOLDS_STATE = re.compile(f":({'|'.join(_STATES)})")
_OLD_ELEMENTS = frozenset(["before", "after", "first-line", "first-letter"])

States = tuple[str, ...]


class Kinship:
    """The elements of one page by selector, each asked once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._left = MOST_LOOKED_AT
        self._known: dict[str, frozenset[int]] = {}

    def same(self, one: str, other: str) -> bool:
        """Whether both select the same elements in the same states; selectors as `selectors_of` gives them."""
        if one == other:
            return True
        if one[:1] == "@" or other[:1] == "@":
            return False
        (plain, states), (its_plain, its_states) = without_states(one), without_states(other)
        if states != its_states:
            return False
        mine = self.elements(its_plain)
        return bool(mine) and mine == self.elements(plain)

    def same_list(self, ones: Sequence[str], others: Sequence[str]) -> bool:
        """The same for two lists of selectors without states, each taken as a whole."""
        return self.same(",".join(ones), ",".join(others))

    def elements(self, selector: str) -> frozenset[int]:
        """The elements, by their order, that a selector without states finds."""
        if selector not in self._known:
            found: Sequence[Element] = ()
            if self._left > 0 and not self.strange_parts(selector):
                self._left -= len(self.scene.document.elements) + 20
                found = self.scene.select(selector)
            self._known[selector] = frozenset(element.order for element in found)
        return self._known[selector]

    def strange_parts(self, selector: str) -> list[tuple[str, str]]:
        """The tags, classes and ids of a selector (not of a list) that nothing on the page has."""
        if "," in selector:
            return []
        return [part for part in simple_parts(selector) if part not in self.names and part != ("", "*")]

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """Every tag, class and id of the page, with its sign."""
        found: set[tuple[str, str]] = set()
        for element in self.scene.document.elements:
            found.add(("", element.tag.lower()))
            found.update((".", name) for name in (element.get("class") or "").split())
            found.update(("#", name) for name in [element.get("id") or ""] if name)
        return frozenset(found)

    def fits_nothing(self, selector: str) -> bool:
        """Whether no element of the page is selected, whatever its state."""
        return not self.elements(without_states(selector)[0])


@lru_cache(maxsize=2048)
def without_states(selector: str) -> tuple[str, States]:
    """A selector without what depends on who uses the page, and that, in its one order.

    A state of anything but the last compound is marked with what it stands behind.
    """
    plain: list[str] = []
    states: list[str] = []
    sign, begun = "", False
    for token in tinycss2.parse_component_value_list(selector, skip_comments=True):
        if token.type == "literal" and token.value == ":":
            sign += ":"
            continue
        if sign:
            if _is_state(token, sign):
                states.append(sign + tinycss2.serialize([token]))
            else:
                plain.append(sign + tinycss2.serialize([token]))
                begun = True
            sign = ""
            continue
        parts = token.type == "whitespace" or (token.type == "literal" and token.value in (">", "+", "~", ","))
        if parts:
            plain += [] if begun else ["*"]
            states = [state if "\0" in state else f"{state}\0{''.join(plain)}" for state in states]
        begun = not parts
        plain.append(" " if token.type == "whitespace" else tinycss2.serialize([token]))
    return "".join([*plain, *([] if begun else ["*"])]), tuple(sorted(states))


def _is_state(token: Any, sign: str) -> bool:
    name = str(getattr(token, "lower_name", None) or getattr(token, "lower_value", ""))
    if sign == "::" or name in _OLD_ELEMENTS or name in _STATES or name.startswith("-"):
        return True
    return token.type == "function" and _HOLDS_STATE.search(tinycss2.serialize([token]).lower()) is not None


@lru_cache(maxsize=2048)
def simple_parts(selector: str) -> tuple[tuple[str, str], ...]:
    """The tags, classes and ids of a selector, each as its sign ("", "." or "#") and its name; none inside brackets."""
    found: list[tuple[str, str]] = []
    sign = ""
    for token in tinycss2.parse_component_value_list(selector, skip_comments=True):
        if token.type == "hash":
            found.append(("#", str(token.value)))
        elif token.type == "ident" and ":" not in sign:
            found.append((sign, str(token.value)))
        sign = str(token.value) if token.type == "literal" and token.value in (".", ":") else ""
    return tuple(found)
