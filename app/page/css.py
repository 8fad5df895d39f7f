"""CSS as frozen rules and declarations with exact places in the file, and the typing slips found on the way.

tinycss2 cuts the text into tokens; the structure is read here, because a page with a slip must still be compared:
a forgotten `}` does not swallow the rules that follow, and a forgotten `;` not the next declaration. Nested rules and
at-rules are kept where they stand. Nothing that can be typed raises an exception.

Kinds of slip (`subject`; `detail`):
  missing-brace         `}` forgotten (the selector or at-rule)
  missing-open-brace    `{` forgotten (the selector)
  stray-brace           `}` too many ("")
  missing-semicolon     (the property it should follow; the property that comes next)
  missing-colon         (the property; "=" where that was written instead)
  missing-value         (the property)
  unknown-property      a misspelt property (as written; the nearest known one)
  unclosed-string       a quotation mark forgotten (the property or selector)
  unclosed-css-comment  `*/` forgotten, at the end or before another comment ("")
  unclosed-parenthesis  `)` forgotten (the property)
  early-brace           `}` before a rule's last declarations, behind which another one stands (the selector)
  early-brace-alone     … behind which none stands (the selector)
and from css_markup.py, for tags of HTML in a style sheet (the tag):
  html-in-css, style-tag-in-css
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from app.page.css_beginnings import (
    before_rule,
    begins_declaration,
    first_declaration,
    is_custom,
    next_declaration,
    trimmed,
)
from app.page.css_markup import without_markup
from app.page.css_tokens import Piece, Pieces
from app.page.nearest import nearest
from app.page.nodes import Span
from app.page.source import unmarked
from app.page.tag_slips import Slip
from app.page.vocabulary import DESCRIPTORS, PROPERTIES

_DEEPEST = 30
_TAKES_BRACES = ("unclosed-string", "unclosed-parenthesis", "unclosed-css-comment")
_DECLARING = {
    "font-face",
    "page",
    "property",
    "counter-style",
    "font-palette-values",
    "position-try",
    "view-transition",
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: its property (lower case, but `--names` as written), its value as written without `!important`.

    `tokens` are tinycss2's component values of the value.
    """

    name: str
    value: str
    important: bool
    span: Span
    name_span: Span
    value_span: Span
    tokens: tuple[Any, ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A selector with its declarations and the rules nested in it."""

    selector: str
    declarations: tuple[Declaration, ...]
    rules: tuple[StyleRule | AtRule, ...]
    span: Span
    selector_span: Span


@dataclass(frozen=True, slots=True)
class AtRule:
    """`@name prelude { … }` or `@name prelude;`: inside are rules, or declarations (`@font-face`, or nested)."""

    name: str
    prelude: str
    declarations: tuple[Declaration, ...]
    rules: tuple[StyleRule | AtRule, ...]
    span: Span
    prelude_span: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands in one style sheet, in order; `file` is the file that holds it."""

    file: str
    rules: tuple[StyleRule | AtRule, ...]
    slips: tuple[Slip, ...]


Rule = StyleRule | AtRule


def parse_css(text: str, file: str = "style.css", offset: int = 0) -> Sheet:
    """Read a style sheet; every place in it is counted from `offset`, where it begins in its file."""
    plain, markup = without_markup(unmarked(text), offset)
    reader = _Reader(plain, offset)
    reader.slips += markup
    rules = reader.rules(reader.pieces.all, 0)
    return Sheet(file, tuple(rules), reader.found())


def parse_declarations(text: str, file: str = "index.html", offset: int = 0) -> Sheet:
    """Read what stands in a `style` attribute, as one rule whose selector is ""."""
    reader = _Reader(text, offset)
    declarations, _ = reader.body(reader.pieces.all, 0)
    whole = Span(offset, offset + len(text))
    return Sheet(file, (StyleRule("", tuple(declarations), (), whole, Span(offset, offset)),), reader.found())


class _Reader:
    """Rules and declarations out of tinycss2's component values; collects slips as it goes."""

    def __init__(self, text: str, offset: int) -> None:
        self.pieces = Pieces(text, offset)
        self.slips: list[Slip] = []
        for start in self.pieces.swallowing_comments():
            self.slips.append(Slip("unclosed-css-comment", self.pieces.line_span(start), "comment"))

    def found(self) -> tuple[Slip, ...]:
        """The slips in the order of the text; a brace that a string or parenthesis took in is not missing."""
        taken = any(slip.kind in _TAKES_BRACES for slip in self.slips)
        told = [slip for slip in self.slips if not (taken and slip.kind == "missing-brace")]
        return tuple(sorted(told, key=lambda slip: slip.span))

    def slip(self, kind: str, span: Span, subject: str, detail: str = "") -> None:
        self.slips.append(Slip(kind, span, subject, detail))

    def rules(self, pieces: list[Piece], depth: int) -> list[Rule]:
        """A list of rules, as at the top of a sheet or inside @media."""
        found: list[Rule] = []
        prelude: list[Piece] = []
        for piece in pieces:
            if piece.is_space and not prelude:
                continue
            prelude = self._late(prelude, found, piece, depth)
            if piece.is_stray_brace:
                found += self._without_brace(prelude, piece, depth)
                prelude = []
            elif piece.kind == "{} block":
                found += self._with_block(prelude, piece, depth)
                prelude = []
            elif piece.is_sign(";") and prelude and prelude[0].kind == "at-keyword":
                found += self._at_rule(prelude, None, depth)
                prelude = []
            elif piece.kind != "literal" or piece.value not in ("<!--", "-->"):
                prelude.append(piece)
        prelude = self._late(prelude, found, None, depth)
        if prelude and prelude[0].kind == "at-keyword":
            found += self._at_rule(prelude, None, depth)
        elif any(not piece.is_space for piece in prelude):
            found += self._without_brace(prelude, None, depth)
        return found

    def _late(self, prelude: list[Piece], found: list[Rule], end: Piece | None, depth: int) -> list[Piece]:
        """Give the last rule the declarations that stand behind its `}`, up to a brace or the end; what is left."""
        rule = found[-1] if found else None
        if end is not None and not end.is_stray_brace and end.kind != "{} block":
            return prelude
        if not isinstance(rule, StyleRule) or not begins_declaration(prelude):
            return prelude
        cut = len(prelude)
        if end is not None and end.kind == "{} block":  # another rule begins before it
            cut = max((index + 1 for index, piece in enumerate(prelude) if piece.is_sign(";")), default=0)
        if cut:
            declarations, rules = self.body(prelude[:cut], depth + 1)
            whole = Span(rule.span.start, prelude[cut - 1].span.end)
            more = (*rule.declarations, *declarations)
            found[-1] = StyleRule(rule.selector, more, (*rule.rules, *rules), whole, rule.selector_span)
            self.slip("early-brace-alone", Span(rule.span.end - 1, rule.span.end), rule.selector)
        return trimmed(prelude[cut:])

    def _without_brace(self, prelude: list[Piece], brace: Piece | None, depth: int) -> list[Rule]:
        """What stood before a `}` that nothing opened: a rule whose `{` is missing, or only a brace too many."""
        start = first_declaration(prelude)
        if start is None:
            last = self.slips[-1] if self.slips else None
            if brace is not None and last is not None and last.kind == "early-brace-alone":
                self.slips[-1] = replace(last, kind="early-brace")  # this one is what should have ended that rule
            elif brace is not None:
                self.slip("stray-brace", brace.span, "}")
            elif self.pieces.open_comment is None:
                selector, span = self.pieces.text_of(prelude)
                self.slip("missing-open-brace", span, selector)
            return []
        selector, span = self.pieces.text_of(prelude[:start])
        self.slip("missing-open-brace", span, selector)
        declarations, rules = self.body(prelude[start:], depth + 1)
        whole = Span(span.start, (brace or prelude[-1]).span.end)
        return [StyleRule(selector, tuple(declarations), tuple(rules), whole, span)]

    def _with_block(self, prelude: list[Piece], block: Piece, depth: int, *, nested: bool = False) -> list[Rule]:
        if prelude and prelude[0].kind == "at-keyword":
            return self._at_rule(prelude, block, depth, nested=nested)
        broken = [index for index, piece in enumerate(prelude) if piece.is_sign(";")]
        start = first_declaration(prelude) if broken else None
        if broken and start is not None:  # `h1 color: red; p { … }`: the first rule lacks both braces
            before = self._without_brace(prelude[: broken[-1] + 1], None, depth)
            return before + self._with_block(trimmed(prelude[broken[-1] + 1 :]), block, depth)
        selector, span = self.pieces.text_of(prelude)
        declarations, rules = self.body(block.inside(), depth + 1) if depth < _DEEPEST else ([], [])
        whole = Span(span.start, block.span.end)
        hoisted: list[Rule] = []
        if block.unclosed:
            if not self._told(whole):
                self.slip("missing-brace", span, selector)
            hoisted, rules = rules, []
        return [StyleRule(selector, tuple(declarations), tuple(rules), whole, span), *hoisted]

    def _told(self, span: Span) -> bool:
        return any(slip.kind == "missing-brace" and span.start <= slip.span.start < span.end for slip in self.slips)

    def _at_rule(self, prelude: list[Piece], block: Piece | None, depth: int, *, nested: bool = False) -> list[Rule]:
        """An at-rule, and after it what stands in it only because its `}` is missing."""
        name = str(prelude[0].value).lower()
        text, span = self.pieces.text_of(prelude[1:])
        declarations: list[Declaration] = []
        rules: list[Rule] = []
        after: list[Rule] = []
        whole = Span(prelude[0].span.start, (block or prelude[-1]).span.end)
        if block is not None and depth < _DEEPEST:
            if name in _DECLARING or nested:
                declarations, rules = self.body(block.inside(), depth + 1, descriptors=name in _DECLARING)
            else:
                rules = self.rules(block.inside(), depth + 1)
        if block is not None and block.unclosed and not self._told(whole):
            rules, after = self._not_closed(Span(whole.start, span.end), "@" + name, rules)
        return [AtRule(name, text, tuple(declarations), tuple(rules), whole, span), *after]

    def _not_closed(self, head: Span, name: str, rules: list[Rule]) -> tuple[list[Rule], list[Rule]]:
        """What belongs in an at-rule whose `}` is missing, and what comes after it.

        A rule inside that holds whole rules, or is closed at the indentation of the at-rule, lacks the brace itself;
        else the at-rule ends before the first rule that is indented no deeper than it.
        """
        depth = self.pieces.indentation(head.start)
        for index, rule in enumerate(rules):
            if isinstance(rule, StyleRule) and _holds_whole_rules(rule):
                self.slip("missing-brace", rule.selector_span, rule.selector)
                bare = StyleRule(rule.selector, rule.declarations, (), rule.span, rule.selector_span)
                return [*rules[:index], bare, *rule.rules], rules[
                    index + 1 :
                ]  # it took the brace that closes the at-rule
            start, end = (self.pieces.indentation(place) for place in (rule.span.start, rule.span.end - 1))
            if isinstance(rule, StyleRule) and depth is not None and end == depth and start not in (depth, None):
                self.slip("missing-brace", rule.selector_span, rule.selector)
                return rules[: index + 1], rules[index + 1 :]
            if index and depth is not None and start == depth:
                self.slip("missing-brace", head, name)
                return rules[:index], rules[index:]
        self.slip("missing-brace", head, name)
        return rules, []

    def body(
        self, pieces: list[Piece], depth: int, *, descriptors: bool = False
    ) -> tuple[list[Declaration], list[Rule]]:
        """What stands between braces: declarations, and nested rules."""
        declarations: list[Declaration] = []
        rules: list[Rule] = []
        part: list[Piece] = []
        for piece in pieces:
            if piece.is_sign(";"):
                declarations += self._parted(part, descriptors)
                part = []
            elif piece.kind == "{} block" and not is_custom(part):
                before, prelude = before_rule(part)
                declarations += self._parted(before, descriptors)
                rules += self._with_block(prelude, piece, depth, nested=True)
                part = []
            elif part or not piece.is_space:
                part.append(piece)
        declarations += self._parted(part, descriptors)
        return declarations, rules

    def _parted(self, part: list[Piece], descriptors: bool) -> list[Declaration]:
        """One declaration, or several where a `;` is missing between them."""
        found: list[Declaration] = []
        part = trimmed(part)
        while part:
            cut = next_declaration(part)
            mine, rest = part[:cut], part[cut:]
            made = self._declaration(trimmed(mine), descriptors)
            if rest and mine:
                before, after = str(mine[0].value), str(rest[0].value)
                self.slip("missing-semicolon", self.pieces.text_of(mine)[1], before, after)
            found += made
            part = rest
        return found

    def _declaration(self, part: list[Piece], descriptors: bool) -> list[Declaration]:
        significant = [piece for piece in part if not piece.is_space]
        span = self.pieces.text_of(part)[1]
        name = str(significant[0].value) if significant[0].kind == "ident" else ""
        lowered = name if name.startswith("--") else name.lower()
        if len(significant) < 2 or not significant[1].is_sign(":"):
            self._no_colon(significant, lowered, span)
            if not lowered or len(significant) < 2:
                return []
            value = significant[1:] if not significant[1].is_sign("=") else significant[2:]
            known = lowered in PROPERTIES or lowered.startswith("--")
            return self._made(lowered, significant[0], value, span) if known else []
        if not name or (len(significant) == 2 and not name.startswith("--")):
            if name:
                self.slip("missing-value", span, lowered)
            return []
        if not descriptors or lowered not in DESCRIPTORS:
            self._spelling(lowered, significant[0].span)
        self._unclosed(significant[2:], lowered, span)
        return self._made(lowered, significant[0], significant[2:], span)

    def _no_colon(self, significant: list[Piece], name: str, span: Span) -> None:
        if name and (
            name in PROPERTIES
            or (name.startswith("--") and len(significant) > 1)
            or (len(name) > 2 and nearest(name, PROPERTIES))
        ):
            sign = len(significant) > 1 and significant[1].is_sign("=")
            self.slip("missing-colon" if len(significant) > 1 else "missing-value", span, name, "=" if sign else "")

    def _spelling(self, name: str, span: Span) -> None:
        if name.startswith("-") or name in PROPERTIES or name in DESCRIPTORS or len(name) < 3:
            return
        known = nearest(name, PROPERTIES)
        if known is not None:
            self.slip("unknown-property", span, name, known)

    def _unclosed(self, value: list[Piece], name: str, span: Span) -> None:
        if any(piece.kind == "error" and piece.token.kind in ("bad-string", "bad-url") for piece in value):
            self.slip("unclosed-string", span, name)
        elif any(piece.swallows for piece in value):
            self.slip("unclosed-parenthesis", self.pieces.line_span(span.start), name)

    def _made(self, name: str, first: Piece, value: list[Piece], span: Span) -> list[Declaration]:
        important = len(value) > 1 and value[-2].is_sign("!") and str(value[-1].value).lower() == "important"
        kept = value[:-2] if important else value
        if not kept and not name.startswith("--"):
            return []
        text, value_span = self.pieces.text_of(kept)
        tokens = tuple(piece.token for piece in self.pieces.between(value_span, kept))
        return [Declaration(name, text, important, span, first.span, value_span, tokens)]


def _holds_whole_rules(rule: StyleRule) -> bool:
    return bool(rule.rules) and not any("&" in getattr(nested, "selector", "&") for nested in rule.rules)
