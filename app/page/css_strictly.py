"""CSS as a browser reads it, which drops what it cannot read; app/page/css.py reads what a learner meant.

Both give the same values, so that the two readings can be compared. Offsets are not told here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tinycss2

from app.page.css import AtRule, Declaration, Rule, Sheet, StyleRule
from app.page.css_tokens import readable, too_deep
from app.page.nodes import Span

_DEEPEST = 30
_END = "\x1e"  # put after the text: whatever holds it never closed, which a browser forgives and we do not
_NOWHERE = Span(0, 0)
_HOLDS_RULES = frozenset(["media", "supports", "layer", "container", "scope", "starting-style"])


def parse_css_strictly(text: str, file: str = "style.css") -> Sheet:
    """The rules of a sheet that count in a browser, without any that its reader has to drop."""
    nodes = tinycss2.parse_stylesheet(f"{readable(text)}\n{_END}", skip_comments=True, skip_whitespace=True)
    return Sheet(file, tuple(_rules(nodes, 0)), ())


def _rules(nodes: Sequence[Any], depth: int, *, nested: bool = False) -> list[Rule]:
    found: list[Rule] = []
    for node in nodes if depth < _DEEPEST else ():
        if node.type in ("at-rule", "qualified-rule") and _never_closed(node.content or ()):
            continue
        if node.type == "at-rule" and not too_deep(node.prelude):
            found.append(_at_rule(node, depth, nested=nested))
        elif node.type == "qualified-rule" and not _broken(node.prelude):
            declarations, rules = _body(node.content, depth)
            selector = tinycss2.serialize(node.prelude).strip()
            found.append(StyleRule(selector, declarations, rules, _NOWHERE, _NOWHERE))
    return found


def _at_rule(node: Any, depth: int, *, nested: bool) -> AtRule:
    name, prelude = str(node.lower_at_keyword), tinycss2.serialize(node.prelude).strip()
    declarations: tuple[Declaration, ...] = ()
    rules: tuple[Rule, ...] = ()
    if node.content is not None and ((name in _HOLDS_RULES and not nested) or "keyframes" in name):
        inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        rules = tuple(_rules(inside, depth + 1))
    elif node.content is not None:
        declarations, rules = _body(node.content, depth)
    return AtRule(name, prelude, declarations, rules, _NOWHERE, _NOWHERE)


def _body(content: Sequence[Any], depth: int) -> tuple[tuple[Declaration, ...], tuple[Rule, ...]]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declarations = [_declaration(node) for node in nodes if node.type == "declaration"]
    rules = [node for node in nodes if node.type in ("at-rule", "qualified-rule")]
    return tuple(d for d in declarations if d is not None), tuple(_rules(rules, depth + 1, nested=True))


def _declaration(node: Any) -> Declaration | None:
    """A declaration, unless its value cannot be one: another one stands in it, or something in it never ends."""
    custom = node.name.startswith("--")
    if not custom and _broken(node.value):
        return None
    tokens = tuple(token for token in node.value if token.type not in ("whitespace", "comment"))
    if not tokens and not custom:
        return None
    value = tinycss2.serialize(node.value).strip()
    name = node.name if custom else node.lower_name
    return Declaration(name, value, bool(node.important), _NOWHERE, _NOWHERE, _NOWHERE, tokens)


def _never_closed(content: Sequence[Any]) -> bool:
    while content:
        last = content[-1]
        if last.type == "literal" and last.value == _END:
            return True
        content = getattr(last, "content", None) or getattr(last, "arguments", None) or ()
    return False


def _broken(tokens: Sequence[Any]) -> bool:
    if too_deep(tokens):
        return True
    return any(t.type in ("error", "{} block") or (t.type == "literal" and t.value in (";", "}")) for t in tokens) or (
        _colon_after_space(tokens)
    )


def _colon_after_space(tokens: Sequence[Any]) -> bool:
    """`margin: 0 color: red`: a colon as in a declaration, which no value has and no selector behind which is space."""
    for at, token in enumerate(tokens[:-1]):
        if token.type == "literal" and token.value == ":" and tokens[at + 1].type == "whitespace":
            return True
    return False
