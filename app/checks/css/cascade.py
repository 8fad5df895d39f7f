"""What the style sheets of a page set, in a form that two pages can be compared in.

An entry is what one selector sets one longhand to, in one surrounding (`@media …`); of several declarations for the
same entry the one that wins by the cascade remains (importance, then order). So shorthands, split and merged rules,
letter case, quotes, colours and the order of what does not touch each other make no difference. Every entry remembers
the rule and the declaration it was written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

import tinycss2

from app.checks.css.media import canonical_media
from app.checks.css.shorthands import WEAK, longhands
from app.checks.css.values import canonical_value, parted, spelled
from app.page.css import AtRule, Declaration, Rule, Sheet, StyleRule, parse_css, parse_declarations
from app.page.css_tokens import too_deep
from app.page.html import Document
from app.page.nodes import Element, Span, Text
from app.page.tag_slips import Slip

Context = tuple[str, ...]
_MOST_NESTED = 200  # selectors of one nested rule; lists nested in lists multiply
_ADDRESS = re.compile(r"""^url\(["']?(.*?)["']?\)""")  # `@import` takes a plain string for the same
_OLD_ELEMENTS = frozenset(["before", "after", "first-line", "first-letter"])


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One longhand's value; `weak` where a shorthand only set it back; `order` is its place among all declarations."""

    value: str
    important: bool
    weak: bool
    declaration: Declaration
    order: int


@dataclass(slots=True, eq=False)
class Block:
    """All that one selector sets in one surrounding, and the rules it is written in."""

    context: Context
    selector: str
    rules: list[Rule] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def rule(self) -> Rule:
        """The first rule."""
        return self.rules[0]

    @property
    def last(self) -> Rule:
        """The last rule."""
        return self.rules[-1]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a surrounding is first opened, and how that is written there: `@media (max-width: 40em)`."""

    span: Span
    written: str


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The blocks of a page by surrounding and selector, in the order written; where each surrounding is first opened;
    slips; the spans of style elements.
    """

    blocks: dict[tuple[Context, str], Block]
    surroundings: dict[Context, Opening]
    slips: tuple[Slip, ...]
    sheets: tuple[Span, ...]


def page_styles(document: Document) -> Styles:
    """What the `<style>` elements of a page set together; the slips are those of `style=""` too."""
    gathering = _Gathering()
    slips: list[Slip] = []
    spans: list[Span] = []
    for element in document.elements:
        slips += _inline_slips(element)
        if element.tag != "style" or element.start is None:
            continue
        text = next((child for child in element.children if isinstance(child, Text)), None)
        offset = text.span.start if text and text.span else element.start.end
        sheet = _sheet(text.text if text else "", offset)
        gathering.add(sheet.rules, media_context(element.get("media") or ""))
        slips += sheet.slips
        spans.append(Span(element.start.start, element.end.end if element.end else element.start.end))
    return Styles(gathering.blocks, gathering.surroundings, tuple(slips), tuple(spans))


def media_context(media: str) -> Context:
    """The surroundings that a `media` attribute, or the end of an `@import`, makes."""
    canonical = canonical_media(media)
    return () if canonical == "all" else ("@media " + canonical,)


def _inline_slips(element: Element) -> tuple[Slip, ...]:
    """The typing slips of a `style` attribute, where they stand."""
    attribute = element.attribute("style")
    if attribute is None or attribute.value_span is None:
        return ()
    return parse_declarations(attribute.value, offset=attribute.value_span.start).slips


def _sheet(text: str, offset: int) -> Sheet:
    return parse_css(text, offset=offset)


@lru_cache(maxsize=512)
def inline_style(text: str) -> frozenset[tuple[str, str, bool]]:
    """What a `style` attribute sets, as it is compared."""
    block = Block((), "")
    for rule in parse_declarations(text).rules:
        _Gathering().declare(block, rule)
    entries = block.entries.items()
    return frozenset((name, entry.value, entry.important) for name, entry in entries if not entry.weak)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """One rule where it stands: its surroundings and its selectors (of an at-rule: what it is), each in its one form.

    `surrounds` tells an at-rule that only holds other rules, which follow.
    """

    context: Context
    selectors: tuple[str, ...]
    rule: Rule
    surrounds: bool = False


def standings(rules: Sequence[Rule], context: Context = (), parents: tuple[str, ...] = ()) -> Iterator[Standing]:
    """Every rule of a sheet where it stands, nested ones behind the one they stand in."""
    for rule in rules:
        if isinstance(rule, StyleRule):
            selectors = selectors_of(rule.selector, parents, raw=_raw(context))
            yield Standing(context, selectors, rule)
            yield from standings(rule.rules, context, selectors)
        elif rule.declarations and not parents:
            yield Standing(context, (f"@{rule.name} {_family(rule)}".strip(),), rule)
        elif not rule.rules and not rule.declarations and _is_statement(rule):
            yield Standing(context, (f"@{rule.name} {_prelude(rule)}",), rule)
        else:
            opened = f"@{rule.name} {_prelude(rule)}".strip()
            yield Standing(context, (opened,), rule, surrounds=True)
            if rule.declarations:  # `@media` inside a rule, with declarations of that rule
                yield Standing((*context, opened), parents, rule)
            yield from standings(rule.rules, (*context, opened), parents)


class _Gathering:
    """Rules into blocks, in the order of the sheets."""

    def __init__(self) -> None:
        self.blocks: dict[tuple[Context, str], Block] = {}
        self.surroundings: dict[Context, Opening] = {}
        self.order = 0

    def add(self, rules: tuple[Rule, ...], context: Context) -> None:
        for standing in standings(rules, context):
            rule = standing.rule
            if standing.surrounds and isinstance(rule, AtRule):
                written = " ".join(f"@{rule.name} {rule.prelude}".split())
                opening = Opening(Span(rule.span.start, rule.prelude_span.end), written)
                self.surroundings.setdefault((*standing.context, *standing.selectors), opening)
                continue
            for selector in standing.selectors:
                self.declare(self._block(standing.context, selector, rule), rule)

    def _block(self, context: Context, selector: str, rule: Rule) -> Block:
        block = self.blocks.setdefault((context, selector), Block(context, selector))
        block.rules.append(rule)
        return block

    def declare(self, block: Block, rule: Rule) -> None:
        """Set in a block what a rule declares."""
        for declaration in rule.declarations:
            self.order += 1
            for name, value in longhands(declaration.name, declaration.tokens).items():
                self._set(block, name, value, declaration, rule)

    def _set(self, block: Block, name: str, value: str, declaration: Declaration, rule: Rule) -> None:
        before = block.entries.get(name)
        if before is not None and before.important and not declaration.important:
            return
        weak = value.startswith(WEAK)
        value = value.removeprefix(WEAK)
        again = before is not None and before.declaration.name == declaration.name and before.value != value
        if (
            again
            and before is not None
            and not (_plain(before.value) and _plain(value))
            and rule.span.start <= before.declaration.span.start
        ):
            value = f"{before.value} ; {value}"  # in one rule, an earlier value is there for browsers that need it
        block.entries.pop(name, None)
        block.entries[name] = Entry(value, declaration.important, weak, declaration, self.order)


def _plain(value: str) -> bool:
    """Whether every browser knows a value: of two of these, the later one simply wins."""
    return not value.startswith("-") and "(" not in value.replace("rgb(", "").replace("url(", "")


def _raw(context: Context) -> bool:
    return bool(context) and "keyframes" in context[-1]


def _is_statement(rule: AtRule) -> bool:
    return rule.name in ("import", "charset", "namespace", "layer")


def _family(rule: AtRule) -> str:
    own = [
        f"{d.name} {canonical_value(d.name, d.tokens)}"
        for d in rule.declarations
        if d.name in ("font-family", "font-weight", "font-style")
    ]
    return _prelude(rule) if rule.name != "font-face" else ", ".join(sorted(own))


def _prelude(rule: AtRule) -> str:
    if rule.name == "media":
        return canonical_media(rule.prelude)
    text = spelled(tinycss2.parse_component_value_list(rule.prelude), colours=False)
    if rule.name == "import":
        text = _ADDRESS.sub(r'"\1"', text)
    return re.sub(r"\s*([:<>=]+)\s*", r"\1", text)


@lru_cache(maxsize=2048)
def selectors_of(text: str, parents: tuple[str, ...] = (), *, raw: bool = False) -> tuple[str, ...]:
    """The selectors of a rule, each in its one form; those of a nested rule carry their parents'."""
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    if too_deep(tokens):
        return ()
    singles = [single for single in (_selector(part) for part in parted(tokens)) if single]
    if raw:
        return tuple({"from": "0%", "to": "100%"}.get(single, single) for single in singles)
    if not parents:
        return tuple(dict.fromkeys(singles))
    nested = (
        s.replace("&", p) if "&" in s else f"{p}{s if s[0] in '>+~' else ' ' + s}" for p in parents for s in singles
    )
    return tuple(dict.fromkeys(islice(nested, _MOST_NESTED)))


def _selector(tokens: list[Any]) -> str:
    """One complex selector: compounds and combinators, each compound's parts sorted."""
    pieces: list[str] = []
    compound: list[str] = []
    gap = False
    sign = ""
    for token in tokens:
        if token.type == "whitespace":
            gap = bool(compound)
        elif token.type == "literal" and token.value in (">", "+", "~", "||") and sign != ":":
            pieces += [_compound(compound), token.value]
            compound, gap = [], False
        else:
            if gap:
                pieces += [_compound(compound), " "]
                compound, gap = [], False
            sign = _add(token, compound, sign)
    return "".join([*pieces, _compound(compound)]).strip()


def _add(token: Any, compound: list[str], sign: str) -> str:
    """Put a token into a compound; the answer is the `.` or `:` that the next token belongs to."""
    if token.type == "literal" and token.value in (".", ":"):
        return sign + str(token.value)
    if sign:
        compound.append(_pseudo(token, sign))
    elif token.type == "hash":
        compound.append("#" + str(token.value))
    elif token.type == "ident":
        compound.append(str(token.value).lower() if "-" not in token.value else str(token.value))
    else:
        compound.append(spelled([token], colours=False) if token.type != "[] block" else _attribute(token))
    return ""


def _pseudo(token: Any, sign: str) -> str:
    if sign == ".":
        return "." + str(getattr(token, "value", ""))
    if token.type == "function":
        inside = ",".join(_selector(part) for part in parted(token.arguments))
        return f"{sign}{token.lower_name}({inside})"
    name = str(getattr(token, "lower_value", ""))
    return ("::" if name in _OLD_ELEMENTS else sign) + name


def _attribute(token: Any) -> str:
    words = [t for t in token.content if t.type != "whitespace"]
    text = "".join(
        f'"{t.value}"' if t.type in ("string", "ident") and i else t.serialize() for i, t in enumerate(words)
    )
    return f"[{text.lower() if len(words) == 1 else text}]"


def _compound(parts: list[str]) -> str:
    """Tag first, then the rest sorted but for pseudo-elements and what follows them, whose order means something."""
    parts = [part for part in parts if part]
    tag = [part for part in parts if part[0] not in ".#[:"]
    cut = next((at for at, part in enumerate(parts) if part.startswith("::")), len(parts))
    rest = sorted(part for part in parts[:cut] if part[0] in ".#[:")
    if tag == ["*"] and (rest or parts[cut:]):
        tag = []
    return "".join([*tag, *rest, *parts[cut:]])
