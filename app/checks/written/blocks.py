"""`css written` blocks: the rules that must stand in the learner's own style sheets, as their author wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tinycss2

from app.checks.css.cascade import Context, Standing, selectors_of, standings
from app.checks.css.kinship import simple_parts, without_states
from app.checks.css.media import conditions
from app.checks.css.wanted import BOUNDS, Misread, Wanted, read_value
from app.checks.html.phrase import KINDS
from app.checks.rules import RuleProblem, selector_problems
from app.checks.written.values import WrittenValue, amount, has_hole, parts_of, without_kinds, written_value
from app.page.css import AtRule, Declaration, Sheet, StyleRule, parse_css
from app.page.css_tokens import readable, too_deep
from app.page.nearest import nearest
from app.page.vocabulary import DESCRIPTORS, OLD_TAGS, PROPERTIES, TAGS

_AT_RULES = (
    "media",
    "supports",
    "font-face",
    "keyframes",
    "import",
    "page",
    "layer",
    "container",
    "property",
    "charset",
)
_BRACKETS = re.compile(r"\[([a-z]+)\]", re.IGNORECASE)
_FEATURES = frozenset(
    """width height min-width max-width min-height max-height orientation prefers-color-scheme prefers-reduced-motion
    prefers-contrast hover pointer any-hover any-pointer aspect-ratio min-aspect-ratio max-aspect-ratio resolution
    min-resolution max-resolution color scripting""".split()  # noqa: SIM905 - a list of words is read more easily so
)
_STATEMENTS = ("@import", "@charset", "@namespace")
_FEATURE = re.compile(r"\(\s*([a-z-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class WantedDeclaration:
    """One declaration that must be there, as the author wrote it."""

    name: str
    written: str
    value: WrittenValue
    important: bool

    @property
    def shown(self) -> str:
        """As a learner might write it, `…` standing for what is theirs to choose."""
        first = self.value.wanted[0]
        return self.written if self.value.plain else f"{self.name}: {'…' if first.word else without_kinds(first.text)}"

    @property
    def names(self) -> frozenset[str]:
        """The longhands it is about."""
        return self.value.names


@dataclass(frozen=True, slots=True, eq=False)
class WantedRule:
    """A rule that must be there: in these conditions, with these selectors, each in its one form.

    Without declarations it must be there and say something. `written` and `around` are its selectors and the at-rules
    it stands in, as the author wrote them.
    """

    selectors: tuple[str, ...]
    written: str
    conditions: frozenset[str]
    around: str
    declarations: tuple[WantedDeclaration, ...]

    @property
    def whole(self) -> str:
        """The rule as a learner might write it, on one line."""
        inside = "; ".join(declaration.shown for declaration in self.declarations)
        if self.written.startswith(_STATEMENTS):
            return f"{self.written};"
        return f"{self.written} {{ {inside} }}" if inside else f"{self.written} {{ … }}"

    @property
    def is_at_rule(self) -> bool:
        """`@font-face`, `@keyframes` and their like, rather than a selector's."""
        return self.written.startswith("@")


def read_written(text: str, line: int) -> tuple[tuple[WantedRule, ...], tuple[RuleProblem, ...]]:
    """The rules of a `css written` block and what is wrong with it, by line of the exercise file."""
    text = readable(text)
    if too_deep(tinycss2.parse_component_value_list(text)):
        problem = RuleProblem(line, "The brackets of this block stand too deep in one another.", "Take some away.")
        return (), (problem,)
    sheet = parse_css(text)
    problems = list(_Problems(text, line, sheet).found())
    wanted = [_wanted(standing, sheet) for standing in standings(sheet.rules) if _asks(standing)]
    if not wanted and not problems:
        problems.append(RuleProblem(line, "This block asks for nothing.", "Write a rule, such as `h1 { color: tan }`."))
    return tuple(wanted), tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))


def conditions_of(context: Context) -> frozenset[str]:
    """What must all be so for rules in these surroundings to count; `screen` says nothing beside another condition."""
    found: set[str] = set()
    for part in context:
        if part.startswith("@media "):
            found |= conditions(part.removeprefix("@media "))
        elif not part.startswith("@layer"):
            found.add(part)
    return frozenset(found - {"screen"} or found)


def _asks(standing: Standing) -> bool:
    """Whether a rule of a block is a wish of its own, and not only what others stand in."""
    rule = standing.rule
    return not standing.surrounds or not (rule.rules or rule.declarations)


def _wanted(standing: Standing, sheet: Sheet) -> WantedRule:
    rule = standing.rule
    around = " ".join(
        f"@{outer.name} {outer.prelude}".strip()
        for outer in _at_rules(sheet.rules)
        if outer is not rule and outer.span.start < rule.span.start and rule.span.end <= outer.span.end
    )
    written = ", ".join(standing.selectors)
    if isinstance(rule, AtRule) and not standing.context and rule.name in ("font-face", "page", "keyframes"):
        written = f"@{rule.name} {rule.prelude}".strip()
    if isinstance(rule, StyleRule) and (standing.selectors == selectors_of(rule.selector) or "keyframes" in around):
        written = " ".join(rule.selector.split())
    declarations = tuple(_declaration(declaration) for declaration in rule.declarations)
    return WantedRule(standing.selectors, written, conditions_of(standing.context), around, declarations)


def _at_rules(rules: Sequence[StyleRule | AtRule]) -> Iterator[AtRule]:
    for rule in rules:
        if isinstance(rule, AtRule):
            yield rule
        yield from _at_rules(rule.rules)


def _declaration(declaration: Declaration) -> WantedDeclaration:
    value = written_value(declaration.name, declaration.value)
    written = f"{declaration.name}: {declaration.value}{' !important' if declaration.important else ''}"
    return WantedDeclaration(declaration.name, written, value, declaration.important)


class _Problems:
    """Everything that is wrong with a block as its author wrote it."""

    def __init__(self, text: str, line: int, sheet: Sheet) -> None:
        self.text = text
        self.line = line
        self.sheet = sheet

    def found(self) -> Iterator[RuleProblem]:
        """Each with its line and what to do."""
        for slip in self.sheet.slips:
            written = " ".join(self.text[slice(*slip.span)].split())
            if slip.kind == "unknown-property":
                yield self._at(
                    slip.span.start, f"CSS has no property `{slip.subject}`.", f"Did you mean `{slip.detail}`?"
                )
            else:
                yield self._at(
                    slip.span.start, f"The CSS cannot be read at `{written}`.", "Check its braces, `:` and `;`."
                )
        for standing in standings(self.sheet.rules):
            yield from self._of_rule(standing)

    def _at(self, offset: int, message: str, remedy: str) -> RuleProblem:
        return RuleProblem(self.line + self.text.count("\n", 0, offset), message, remedy)

    def _of_rule(self, standing: Standing) -> Iterator[RuleProblem]:
        rule = standing.rule
        if isinstance(rule, AtRule):
            yield from self._of_at_rule(rule)
        elif "keyframes" not in "".join(standing.context):
            yield from self._of_selector(standing, rule)
        for declaration in rule.declarations:
            yield from self._of_declaration(declaration, isinstance(rule, AtRule))

    def _of_at_rule(self, rule: AtRule) -> Iterator[RuleProblem]:
        if rule.name not in _AT_RULES:
            near = nearest(rule.name, _AT_RULES)
            remedy = f"Did you mean `@{near}`?" if near else "Check how it is spelt."
            yield self._at(rule.span.start, f"CSS has no `@{rule.name}` that can be asked for.", remedy)
        for name in _FEATURE.findall(rule.prelude) if rule.name == "media" else ():
            if name.lower() not in _FEATURES:
                near = nearest(name.lower(), _FEATURES)
                remedy = f"Did you mean `{near}`?" if near else "Check how it is spelt."
                yield self._at(rule.span.start, f"`@media` has no `{name}`.", remedy)
        if rule.name == "media" and not rule.prelude:
            yield self._at(rule.span.start, "`@media` does not say when.", "Write `@media print { … }`, for example.")

    def _of_selector(self, standing: Standing, rule: StyleRule) -> Iterator[RuleProblem]:
        start = rule.span.start
        if not standing.selectors:
            yield self._at(start, "This rule has no selector.", "Write `h1 { … }`, for example.")
        for selector in standing.selectors:
            plain, _ = without_states(selector)
            yield from selector_problems(plain, self._at(start, "", "").line)
            for sign, name in simple_parts(plain):
                near = nearest(name.lower(), TAGS) if not sign and name.lower() not in TAGS | OLD_TAGS else None
                if near:
                    yield self._at(start, f"There is no tag `{name}`.", f"Did you mean `{near}`?")

    def _of_declaration(self, declaration: Declaration, descriptor: bool) -> Iterator[RuleProblem]:
        name, start = declaration.name, declaration.span.start
        known = PROPERTIES | DESCRIPTORS if descriptor else PROPERTIES
        if not name.startswith("-") and name not in known and not nearest(name, PROPERTIES):
            yield self._at(start, f"CSS has no property `{name}`.", "Check how it is spelt.")
        for kind in _BRACKETS.findall(declaration.value):
            near = nearest(kind.lower(), KINDS) if kind.lower() not in KINDS else None
            if near:
                yield self._at(start, f"`[{kind}]` stands for nothing.", f"Did you mean `[{near}]`?")
        for part in parts_of(declaration.value):
            wanted = read_value(name, part) if not has_hole(part) else Wanted(part)
            if isinstance(wanted, Misread):
                yield self._at(declaration.value_span.start, wanted.message, wanted.remedy)
            elif wanted.changes:
                yield self._at(start, "`changes` is for `css` blocks.", "Write the value, or `…` for any.")
            elif any(amount(limit.text) is None for limit in _limits(wanted)):
                yield self._at(start, f"`{part}` compares nothing.", "Give one number with its unit, as in `16px`.")


def _limits(wanted: Wanted) -> Iterator[Wanted]:
    """The bounds in a value."""
    for part in wanted.parts:
        if wanted.word in BOUNDS:
            yield part
        else:
            yield from _limits(part)
