"""Changes to a page, made by chance but repeatable: harmless ones, and mistakes that know the lines they are on.

A change is a list of edits to the text of the right page. A mistake also says which places of the right page (offsets)
a message may point at; `changed` turns them into lines of the page with the mistake.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.page.css import AtRule, Declaration, StyleRule, parse_css
from app.page.html import Document, Element, Text, parse_html

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
OPTIONAL = {
    "html",
    "head",
    "body",
    "li",
    "dt",
    "dd",
    "p",
    "option",
    "optgroup",
    "caption",
    "colgroup",
    "thead",
    "tbody",
}
OPTIONAL |= {"tfoot", "tr", "td", "th"}
KEPT = {"html", "head", "body", "style", "tbody", "meta", "title", "pre", "textarea", "script"}


@dataclass(frozen=True)
class Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Mistake:
    kind: str
    edits: tuple[Edit, ...]
    places: tuple[int, ...]
    put_in: bool = False  # a message may point at the first line of what its last edit put in


def changed(source: str, mistakes: Sequence[Mistake]) -> tuple[str, list[set[int]]]:
    """The page with the mistakes made, and for each the lines a message may name."""
    edits = sorted((e for m in mistakes for e in m.edits), key=lambda e: (e.start, e.end))
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    text = "".join([*parts, source[at:]])
    lines = [{text.count("\n", 0, moved(place, edits)) + 1 for place in m.places} for m in mistakes]
    for mistake, mine in zip(mistakes, lines, strict=True):
        if mistake.put_in:
            last = mistake.edits[-1]
            before = [edit for edit in edits if edit.end <= last.start and edit is not last]
            start = last.start + sum(len(edit.text) - (edit.end - edit.start) for edit in before)
            mine.add(text.count("\n", 0, start + last.text.startswith("\n")) + 1)
    return text, lines


def moved(place: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        if edit.end <= place and not (edit.start == edit.end == place):
            shift += len(edit.text) - (edit.end - edit.start)
        elif edit.start < place < edit.end:
            return edit.start + shift
    return place + shift


def apart(one: Mistake, other: Mistake) -> bool:
    """Whether two mistakes are far enough from each other to be two."""
    spans = [(min(e.start for e in m.edits), max(e.end for e in m.edits)) for m in (one, other)]
    return spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]


# mistakes


class Mistakes:
    """Makes mistakes in one page."""

    def __init__(self, source: str, seed: int) -> None:
        self.document = parse_html(source)
        self.source = self.document.source
        self.chance = random.Random(seed)
        self.kinds: list[Callable[[], Mistake | None]] = [
            self.dropped, self.renamed, self.misspelt_tag, self.swapped, self.duplicated, self.moved, self.wrapped,
            self.unwrapped, self.attribute_dropped, self.attribute_changed, self.attribute_misspelt,
            self.attribute_added, self.letter_wrong, self.word_changed, self.word_dropped, self.end_forgotten,
            self.end_mismatched, self.quote_forgotten, self.bracket_forgotten, self.extra_element,
            self.declaration_dropped, self.value_changed, self.property_misspelt, self.selector_misspelt,
            self.declaration_added, self.rule_dropped, self.semicolon_forgotten, self.brace_forgotten,
        ]  # fmt: skip

    def any(self) -> Mistake:
        while True:
            mistake = self.chance.choice(self.kinds)()
            if mistake is not None:
                return mistake

    def whole(self, element: Element) -> tuple[int, int]:
        assert element.start
        return element.start.start, (element.end or element.start).end

    def elements(self, test: Callable[[Element], bool] = lambda e: True) -> list[Element]:
        return [
            e
            for e in self.document.elements
            if e.start and e.tag not in KEPT and (e.end or e.tag in VOID) and e.namespace == "html" and test(e)
        ]

    def pick(self, test: Callable[[Element], bool] = lambda e: True) -> Element | None:
        found = self.elements(test)
        return self.chance.choice(found) if found else None

    def dropped(self) -> Mistake | None:
        element = self.pick(lambda e: len(e.text) < 400)
        if element is None:
            return None
        start, end = self.whole(element)
        before = self.before(element)
        return Mistake(
            "dropped", (Edit(start, end, ""),), (start, before, self.end_before(start), *self.run_of(element))
        )

    def run_of(self, element: Element) -> list[int]:
        """Among equal neighbours it cannot be told which one is gone."""
        parent = self.document.parent(element)
        siblings = list(parent.elements) if parent else []
        at = siblings.index(element) if element in siblings else 0
        mine = self.source[slice(*self.whole(element))]
        places: list[int] = []
        for step in (-1, 1):
            i = at + step
            while 0 <= i < len(siblings) and siblings[i].start and self.source[slice(*self.whole(siblings[i]))] == mine:
                places += [self.whole(siblings[i])[0], self.end_before(self.whole(siblings[i])[0])]
                i += step
        return places

    def end_before(self, place: int) -> int:
        return max(0, len(self.source[:place].rstrip()) - 1)

    def before(self, element: Element) -> int:
        """Where the element before this one begins, or its parent."""
        parent = self.document.parent(element)
        siblings = list(parent.elements) if parent else []
        at = siblings.index(element) if element in siblings else 0
        near = siblings[at - 1] if at else parent
        return near.start.start if near and near.start else 0

    def renamed(self) -> Mistake | None:
        names = {"h1": "h2", "h2": "h3", "h3": "h4", "ul": "ol", "ol": "ul", "strong": "b", "em": "i", "section": "div"}
        names |= {"p": "div", "span": "b", "div": "section", "b": "u", "th": "td", "td": "th", "header": "div"}
        element = self.pick(lambda e: e.tag in names)
        return element and self.tag_changed("renamed", element, names[element.tag])

    def tag_changed(self, kind: str, element: Element, name: str) -> Mistake:
        assert element.start
        start = element.start.start
        edits = [Edit(start + 1, start + 1 + len(element.tag), name)]
        if element.end:
            edits.append(Edit(element.end.start + 2, element.end.start + 2 + len(element.tag), name))
        return Mistake(kind, tuple(edits), (start,))

    def misspelt_tag(self) -> Mistake | None:
        element = self.pick(lambda e: len(e.tag) > 3 and e.tag not in VOID)
        if element is None:
            return None
        at = self.chance.randrange(1, len(element.tag) - 1)
        name = element.tag[:at] + element.tag[at + 1 :]
        return None if name in {"head"} else self.tag_changed("misspelt tag", element, name)

    def siblings(self) -> tuple[Element, Element] | None:
        pairs = []
        for element in self.elements():
            parent = self.document.parent(element)
            after = [e for e in (parent.elements if parent else ()) if e.order > element.order]
            if after and after[0] in self.elements() and element.tag == after[0].tag:
                pairs.append((element, after[0]))
        pairs = [p for p in pairs if self.source[slice(*self.whole(p[0]))] != self.source[slice(*self.whole(p[1]))]]
        return self.chance.choice(pairs) if pairs else None

    def swapped(self) -> Mistake | None:
        pair = self.siblings()
        if pair is None:
            return None
        (a, b), (c, d) = self.whole(pair[0]), self.whole(pair[1])
        return Mistake("swapped", (Edit(a, b, self.source[c:d]), Edit(c, d, self.source[a:b])), (a, c, b - 1, d - 1))

    def duplicated(self) -> Mistake | None:
        element = self.pick(lambda e: len(e.text) < 300 and e.tag not in ("br", "hr", "td", "th"))
        if element is None:
            return None
        start, end = self.whole(element)
        copy = ("\n" if "\n" in self.source[max(0, start - 20) : start] else "") + self.source[start:end]
        return Mistake("duplicated", (Edit(end, end, copy),), (start,), put_in=True)

    def moved(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag in ("p", "h2", "h3", "ul", "img", "table", "figure", "section"))
        parent = self.document.parent(element) if element else None
        if element is None or parent is None:
            return None
        siblings = [e for e in parent.elements if e in self.elements()]
        others = [e for e in siblings if e is not element and abs(siblings.index(e) - siblings.index(element)) > 1]
        if not others:
            return None
        other = self.chance.choice(others)
        start, end = self.whole(element)
        place = self.whole(other)[1]
        edits = (Edit(start, end, ""), Edit(place, place, "\n" + self.source[start:end]))
        return Mistake("moved", edits, (start, self.end_before(start), self.before(element)), put_in=True)

    def wrapped(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag in ("p", "ul", "h2", "table", "img", "section", "strong", "a"))
        if element is None:
            return None
        start, end = self.whole(element)
        name = "span" if element.tag in ("strong", "a", "img") else "div"
        return Mistake("wrapped", (Edit(start, start, f"<{name}>"), Edit(end, end, f"</{name}>")), (start,))

    def unwrapped(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag in ("main", "section", "strong", "em", "a", "header", "div", "figure"))
        if element is None or not element.start or not element.end or not element.text.strip():
            return None
        edits = (Edit(*element.start, ""), Edit(*element.end, ""))
        first = (
            element.start.end + len(self.source[element.start.end :]) - len(self.source[element.start.end :].lstrip())
        )
        return Mistake("unwrapped", edits, (element.start.start, first))

    def attribute(self, test: Callable[[str, str], bool] = lambda n, v: True) -> tuple[Element, int] | None:
        found = [
            (e, i)
            for e in self.document.elements
            if e.start and e.namespace == "html"
            for i, a in enumerate(e.attributes)
            if test(a.name, a.value)
        ]
        return self.chance.choice(found) if found else None

    def attribute_dropped(self) -> Mistake | None:
        chosen = self.attribute()
        if chosen is None:
            return None
        element, index = chosen
        attribute = element.attributes[index]
        end = attribute.value_span.end if attribute.value_span else attribute.name_span.end
        end += bool(attribute.value_span and self.source[end : end + 1] in ("'", '"'))
        assert element.start
        return Mistake("attribute dropped", (Edit(attribute.name_span.start, end, ""),), (element.start.start,))

    def attribute_changed(self) -> Mistake | None:
        chosen = self.attribute(lambda n, v: bool(v) and n not in ("class", "style"))
        if chosen is None:
            return None
        attribute = chosen[0].attributes[chosen[1]]
        assert attribute.value_span
        return Mistake("attribute changed", (Edit(*attribute.value_span, "other"),), (attribute.name_span.start,))

    def attribute_misspelt(self) -> Mistake | None:
        chosen = self.attribute(lambda n, v: len(n) > 2 and n not in ("lang", "rel", "for"))
        if chosen is None:
            return None
        name, span = chosen[0].attributes[chosen[1]].name, chosen[0].attributes[chosen[1]].name_span
        turned = name[0] + name[2] + name[1] + name[3:]
        start = chosen[0].start
        return (
            None if turned == name else Mistake("attribute misspelt", (Edit(*span, turned),), (span.start, start.start))
        )

    def attribute_added(self) -> Mistake | None:
        element = self.pick(lambda e: e.get("title") is None)
        if element is None or not element.start:
            return None
        at = element.start.start + 1 + len(element.tag)
        return Mistake("attribute added", (Edit(at, at, ' title="more"'),), (element.start.start,))

    def words(self) -> list[tuple[int, int]]:
        texts = [
            child
            for element in self.document.elements
            if element.tag not in ("style", "script", "pre", "textarea") and element.namespace == "html"
            for child in element.children
            if isinstance(child, Text) and child.span and self.source[slice(*child.span)] == child.text
        ]
        return [(text.span.start + m.start(), text.span.start + m.end())
                for text in texts if text.span for m in re.finditer(r"[A-Za-z]{3,}", text.text)]  # fmt: skip

    def letter_wrong(self) -> Mistake | None:
        words = [w for w in self.words() if w[1] - w[0] > 4]
        if not words:
            return None
        start, end = self.chance.choice(words)
        at = self.chance.randrange(start + 1, end - 1)
        letter = "q" if self.source[at] != "q" else "z"
        return Mistake("letter wrong", (Edit(at, at + 1, letter),), (start,))

    def word_changed(self) -> Mistake | None:
        words = self.words()
        chosen = self.chance.choice(words) if words else None
        return chosen and Mistake("word changed", (Edit(*chosen, "elephant"),), (chosen[0],))

    def word_dropped(self) -> Mistake | None:
        words = self.words()
        if not words:
            return None
        start, end = self.chance.choice(words)
        return Mistake("word dropped", (Edit(start, end, ""),), (start, self.end_before(start)))

    def end_forgotten(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag not in VOID and e.tag not in OPTIONAL)
        if element is None or not element.end or not element.start:
            return None
        return Mistake("end forgotten", (Edit(*element.end, ""),), (element.start.start,))

    def end_mismatched(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag in ("h1", "h2", "h3", "strong", "em", "b"))
        if element is None or not element.end:
            return None
        name = {"h1": "h2", "h2": "h1", "h3": "h2", "strong": "b", "em": "strong", "b": "i"}[element.tag]
        place = element.end.start
        return Mistake("end mismatched", (Edit(*element.end, f"</{name}>"),), (place, element.start.start))

    def quote_forgotten(self) -> Mistake | None:
        chosen = self.attribute(lambda n, v: bool(v) and '"' not in v and "'" not in v)
        if chosen is None:
            return None
        attribute = chosen[0].attributes[chosen[1]]
        assert attribute.value_span
        end = attribute.value_span.end
        if self.source[end : end + 1] not in ('"', "'"):
            return None
        return Mistake("quote forgotten", (Edit(end, end + 1, ""),), (attribute.name_span.start, chosen[0].start.start))

    def bracket_forgotten(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag not in VOID)
        if element is None or not element.start:
            return None
        end = element.start.end
        return Mistake("bracket forgotten", (Edit(end - 1, end, ""),), (element.start.start,))

    def extra_element(self) -> Mistake | None:
        element = self.pick(lambda e: e.tag in ("p", "h2", "ul", "section", "img"))
        if element is None:
            return None
        end = self.whole(element)[1]
        return Mistake("extra element", (Edit(end, end, "\n<p>Nobody asked for this</p>"),), (), put_in=True)

    # styles

    def rules(self) -> list[StyleRule]:
        found: list[StyleRule] = []
        for element in self.document.elements:
            text = next((c for c in element.children if isinstance(c, Text)), None)
            if element.tag == "style" and text and text.span:
                waiting = list(parse_css(text.text, offset=text.span.start).rules)
                while waiting:
                    rule = waiting.pop(0)
                    waiting += rule.rules
                    if isinstance(rule, StyleRule) and not isinstance(rule, AtRule):
                        found.append(rule)
        return found

    def declaration(self) -> tuple[StyleRule, Declaration] | None:
        found = [(rule, d) for rule in self.rules() for d in rule.declarations]
        return self.chance.choice(found) if found else None

    def declaration_dropped(self) -> Mistake | None:
        chosen = self.declaration()
        if chosen is None:
            return None
        rule, declaration = chosen
        end = declaration.span.end
        end += self.source[end : end + 1] == ";"
        start = declaration.span.start
        return Mistake(
            "declaration dropped", (Edit(start, end, ""),), (rule.selector_span.start, start, self.end_before(start))
        )

    def value_changed(self) -> Mistake | None:
        chosen = self.declaration()
        if chosen is None:
            return None
        span = chosen[1].value_span
        return Mistake(
            "value changed", (Edit(*span, "37px" if "37px" not in chosen[1].value else "41px"),), (span.start,)
        )

    def property_misspelt(self) -> Mistake | None:
        chosen = self.declaration()
        if chosen is None or chosen[1].name.startswith("--") or len(chosen[1].name) < 4:
            return None
        name, span = chosen[1].name, chosen[1].name_span
        turned = name[0] + name[2] + name[1] + name[3:]
        return None if turned == name else Mistake("property misspelt", (Edit(*span, turned),), (span.start,))

    def selector_misspelt(self) -> Mistake | None:
        rules = [rule for rule in self.rules() if re.search(r"\.[a-z]{4,}", rule.selector)]
        if not rules:
            return None
        rule = self.chance.choice(rules)
        match = re.search(r"\.[a-z]{4,}", self.source[slice(*rule.selector_span)])
        assert match
        at = rule.selector_span.start + match.start() + 2
        return Mistake("selector misspelt", (Edit(at, at + 1, ""),), (rule.selector_span.start, at))

    def declaration_added(self) -> Mistake | None:
        chosen = self.declaration()
        if chosen is None:
            return None
        at = chosen[1].span.start
        return Mistake("declaration added", (Edit(at, at, "letter-spacing: 7px; "),), (at,))

    def rule_dropped(self) -> Mistake | None:
        rules = [rule for rule in self.rules() if rule.declarations]
        if not rules:
            return None
        rule = self.chance.choice(rules)
        start = rule.span.start
        return Mistake("rule dropped", (Edit(*rule.span, ""),), (start, self.end_before(start)))

    def semicolon_forgotten(self) -> Mistake | None:
        found = [(r, i) for r in self.rules() for i in range(len(r.declarations) - 1)]
        if not found:
            return None
        rule, index = self.chance.choice(found)
        end = rule.declarations[index].span.end
        place = rule.declarations[index].span.start
        return Mistake("semicolon forgotten", (Edit(end, end + 1, ""),), (place,)) if self.source[end] == ";" else None

    def brace_forgotten(self) -> Mistake | None:
        rules = [rule for rule in self.rules() if rule.declarations]
        if not rules:
            return None
        rule = self.chance.choice(rules)
        place = rule.selector_span.start
        return Mistake("brace forgotten", (Edit(rule.span.end - 1, rule.span.end, ""),), (place,))


# harmless changes


def harmless(source: str, seed: int) -> str:
    """The page written otherwise, with nothing in it changed."""
    chance = random.Random(seed)
    document = parse_html(source)
    edits: list[Edit] = []
    for element in document.elements:
        edits += _element_otherwise(element, document, chance)
    text = _applied(document.source, edits)
    text = re.sub(
        r"<!doctype html>", lambda m: chance.choice(["<!DOCTYPE html>", "<!doctype HTML>", m[0]]), text, flags=re.I
    )
    return _spaced(text, chance)


def _applied(source: str, edits: list[Edit]) -> str:
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            continue
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, source[at:]])


def _element_otherwise(element: Element, document: Document, chance: random.Random) -> list[Edit]:
    edits: list[Edit] = []
    if element.tag == "style":
        text = next((c for c in element.children if isinstance(c, Text)), None)
        if text and text.span:
            edits.append(Edit(*text.span, css_otherwise(text.text, chance)))
    if element.start and element.namespace == "html":
        edits.append(Edit(*element.start, _start_tag(element, document, chance)))
    if element.end and element.namespace == "html":
        after = {"td": ("<t", "</tr"), "th": ("<t", "</tr"), "dd": ("<d", "</dl"), "dt": ("<d",), "html": ("",)}
        rest = document.source[element.end.end :].lstrip()
        follows = rest.startswith(after.get(element.tag, (f"<{element.tag}", "</")))
        gone = element.tag in ("li", "option", "tr", *after) and follows and chance.random() < 0.4
        gone |= (
            element.tag == "p"
            and rest.startswith(("<p", "<ul", "<h2", "</section", "</body"))
            and chance.random() < 0.4
        )
        gone = gone and not rest.startswith("<!--")
        name = element.tag.upper() if chance.random() < 0.3 else element.tag
        edits.append(Edit(*element.end, "" if gone else f"</{name}>" if chance.random() < 0.8 else f"</{name} >"))
    texts = [child for child in element.children if isinstance(child, Text) and not _kept(element, document)]
    return edits + [Edit(*text.span, _text_otherwise(text.text, chance)) for text in texts if text.span]


def _kept(element: Element | None, document: Document) -> bool:
    while element is not None:
        if element.tag in ("style", "script", "pre", "textarea"):
            return True
        element = document.parent(element)
    return False


def _text_otherwise(text: str, chance: random.Random) -> str:
    out = []
    for character in text:
        if character in "&<>":
            out.append({"&": "&amp;", "<": "&lt;", ">": "&gt;"}[character])
        elif ord(character) > 127 and chance.random() < 0.5:
            out.append(chance.choice([f"&#{ord(character)};", f"&#x{ord(character):x};"]))
        elif character == " " and chance.random() < 0.1:
            out.append(chance.choice(["  ", "\n   ", " \t"]))
        elif character.isalpha() and chance.random() < 0.02:
            out.append(f"&#{ord(character)};")
        else:
            out.append(character)
    return "".join(out)


def _start_tag(element: Element, document: Document, chance: random.Random) -> str:
    attributes = list(element.attributes)
    if chance.random() < 0.5:
        chance.shuffle(attributes)
    parts = [element.tag.upper() if chance.random() < 0.3 else element.tag]
    for attribute in attributes:
        name = attribute.name.upper() if chance.random() < 0.2 else attribute.name
        value = attribute.value
        if attribute.name == "class":
            names = value.split()
            chance.shuffle(names)
            value = chance.choice([" ", "  "]).join(names)
        if attribute.name in ("disabled", "required", "checked", "open"):
            parts.append(chance.choice([name, f'{name}=""', f'{name}="{attribute.name}"']))
            continue
        safe = value.replace("&", "&amp;")
        plain = re.fullmatch(r"[\w.:#-]+", safe)
        quoted = f'"{safe.replace(chr(34), "&quot;")}"' if chance.random() < 0.6 or "'" in safe else f"'{safe}'"
        parts.append(f"{name}={safe}" if plain and chance.random() < 0.3 else f"{name}={quoted}")
    gap = chance.choice([" ", " ", "  ", "\n  "])
    slash = chance.choice(["", " /", "/"]) if element.tag in VOID and not parts[-1][-1].isalnum() else ""
    if slash == "/" and parts[-1][-1] not in "\"'":
        slash = " /"
    return "<" + gap.join(parts) + slash + ">"


def _spaced(text: str, chance: random.Random) -> str:
    """White space and comments between tags, but not where it would be kept."""
    pieces = re.split(
        r"(<(?:pre|textarea|script|style)\b.*?</(?:pre|textarea|script|style)\s*>)", text, flags=re.S | re.I
    )

    def between(match: re.Match[str]) -> str:
        roll = chance.random()
        if roll < 0.3 and "!" not in match[0]:
            return "><"
        if roll < 0.6:
            return ">\n" + " " * chance.randrange(8) + "<"
        return "> <!-- a note --> <" if roll < 0.7 else match[0]

    return "".join(
        re.sub(r">\s*<(?=[a-z/])", between, p, flags=re.I) if i % 2 == 0 else p for i, p in enumerate(pieces)
    )


NAMED = {"#fff": "white", "#000": "black", "white": "#ffffff", "black": "rgb(0, 0, 0)", "#ffffff": "hsl(0, 0%, 100%)"}
NAMED |= {
    "#ff0000": "red",
    "red": "hsl(0 100% 50%)",
    "darkgreen": "#006400",
    "#006400": "rgb(0 100 0)",
    "#ccc": "#CCCCCC",
}


def css_otherwise(css: str, chance: random.Random) -> str:
    """A style sheet written otherwise."""
    sheet = parse_css(css)
    minified = chance.random() < 0.4
    return ("" if minified else "\n").join(_rule(rule, chance, minified, css) for rule in sheet.rules)


def _rule(rule: StyleRule | AtRule, chance: random.Random, minified: bool, css: str) -> str:
    if isinstance(rule, AtRule):
        if not rule.rules:
            return css[slice(*rule.span)] + ("" if rule.declarations else ";")
        inside = "".join(_rule(inner, chance, minified, css) for inner in rule.rules)
        name = rule.name.upper() if chance.random() < 0.2 else rule.name
        return f"@{name} {rule.prelude}{{{inside}}}"
    selectors = (
        [selector.strip() for selector in rule.selector.split(",")] if "(" not in rule.selector else [rule.selector]
    )
    declarations = [text for d in rule.declarations for text in _declaration(d, chance, minified)]
    own = {d.name.split("-")[0] for d in rule.declarations}
    if len(own) == len(rule.declarations) and chance.random() < 0.5:
        chance.shuffle(declarations)
    groups = [declarations]
    if len(declarations) > 1 and chance.random() < 0.2:
        groups = [declarations[:1], declarations[1:]]
    comment = "/* c */" if chance.random() < 0.2 and not minified else ""
    heads = [[s] for s in selectors] if len(selectors) > 1 and chance.random() < 0.3 else [selectors]
    out = ""
    for head, group in ((head, group) for head in heads for group in groups):
        last = "" if minified or chance.random() < 0.3 else ";"
        sep = ";" if minified else ";\n  "
        out += f"{','.join(head) if minified else ', '.join(head)} {comment}{{{sep.join(group)}{last}}}"
    return out


def _declaration(d: Declaration, chance: random.Random, minified: bool) -> list[str]:
    value = d.value
    if value.lower() in NAMED and chance.random() < 0.6:
        value = NAMED[value.lower()]
    words = value.split()
    if d.name == "font-weight":
        value = {"bold": "700", "normal": "400", "700": "bold", "400": "normal"}.get(value, value)
    value = (
        re.sub(r"(?<![\w.#(-])0(?![\w.%])", "0px", value)
        if d.name in ("margin", "padding") and chance.random() < 0.4
        else value
    )
    value = re.sub(r"(?<![\w.])0\.(\d)", r".\1", value) if chance.random() < 0.4 else value
    name = d.name.upper() if chance.random() < 0.2 and not d.name.startswith("--") else d.name
    bang = chance.choice(["!important", " ! important", " !important"]) if d.important else ""
    colon = ":" if minified else ": "
    if (
        d.name in ("margin", "padding")
        and len(words) <= 4
        and "var" not in value
        and "(" not in value
        and chance.random() < 0.4
    ):
        words = value.split()
        four = [
            words[0],
            words[1 % len(words)],
            words[2] if len(words) > 2 else words[0],
            words[3] if len(words) > 3 else words[1 % len(words)],
        ]
        return [
            f"{d.name}-{side}{colon}{v}{bang}" for side, v in zip(("top", "right", "bottom", "left"), four, strict=True)
        ]
    return [f"{name}{colon}{value}{bang}"]
