"""What stands where HTML lets nothing of its kind stand: a list item in no list, a heading in a word, a link in a
button.

Source: the content models of the HTML standard. What the parser puts right by itself, such as a paragraph that a list
ends, is a typing slip and told as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Comment, Element, Text


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _words(
    """address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header
    hgroup hr main menu nav ol p pre search section table ul"""
)
_OF_WORDS = _words(
    """abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark meter output p pre progress q
    samp small span strong sub sup time u var s"""
)
"""Tags with only words, and what stands among words, inside."""

_CLEAR = frozenset(("a", "ins", "del", "map", "object", "noscript", "canvas", "video", "audio"))
"""Tags in which may stand whatever may stand where they stand."""

_PARENTS = {
    # tag: where it may stand
    "li": ("ul", "ol", "menu"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "figcaption": ("figure",),
    "summary": ("details",),
    "legend": ("fieldset", "optgroup"),
    "option": ("select", "datalist", "optgroup", "div", "selectedcontent"),
    "optgroup": ("select", "div"),
    "source": ("picture", "video", "audio"),
    "track": ("video", "audio"),
    "title": ("head",),
    "base": ("head",),
    "style": ("head", "noscript"),
}
_CHILDREN = {
    # tag: what may stand directly inside
    "ul": ("li", "script", "template"),
    "ol": ("li", "script", "template"),
    "menu": ("li", "script", "template"),
    "dl": ("dt", "dd", "div", "script", "template"),
}
_PRESSED = frozenset(("a", "button", "input", "select", "textarea", "label", "details", "iframe", "embed"))
_DEEPEST = 50  # elements on the way up that are looked at


def misplaced(scene: Scene) -> Iterator[Fault]:
    """Every element that stands in a wrong place, and words directly in a list or table."""
    for element in scene.document.elements:
        parent = scene.document.parent(element)
        if parent is not None and element.namespace == parent.namespace == "html":
            yield from _astray(element, parent, scene)
            if element.tag in _BLOCKS:
                yield from _among_words(element, parent, scene)
        if element.tag in _CHILDREN:
            yield from _words_in_list(element, scene)
        yield from _thrown_out(element, scene)
    yield from _pressed_inside(scene)


def _astray(element: Element, parent: Element, scene: Scene) -> Iterator[Fault]:
    """An element outside of what it belongs in, or in something that takes only others."""
    parents, children = _PARENTS.get(element.tag), _CHILDREN.get(parent.tag)
    if parents is not None and parent.tag not in parents:
        wanted = f"<{parents[0]}>"
        yield fault("child-astray", scene.tag_place(element), element.tag, f"<{parent.tag}>", wanted, other=parent.tag)
    elif children is not None and element.tag not in children:
        wanted = f"<{children[0]}>"
        yield fault("child-unfit", scene.tag_place(element), element.tag, f"<{element.tag}>", wanted, other=parent.tag)


def _among_words(element: Element, parent: Element, scene: Scene) -> Iterator[Fault]:
    """A block in something that holds only words."""
    outer: Element | None = parent
    for _ in range(_DEEPEST):
        if outer is None or outer.tag not in _CLEAR or outer.namespace != "html":
            break
        outer = scene.document.parent(outer)
    if outer is not None and outer.tag in _OF_WORDS and outer.namespace == "html":
        place = scene.tag_place(element)
        yield fault("block-among-words", place, element.tag, f"<{element.tag}>", f"<{outer.tag}>", other=outer.tag)


def _words_in_list(element: Element, scene: Scene) -> Iterator[Fault]:
    for child in element.children:
        if isinstance(child, Text) and child.text.strip() and child.span:
            words = " ".join(child.text.split())
            start = child.span.start + len(child.text) - len(child.text.lstrip())
            wanted = f"<{_CHILDREN[element.tag][0]}>"
            yield fault("words-in-list", scene.place((start, child.span.end)), element.tag, words, wanted)
            return


def _thrown_out(parent: Element, scene: Scene) -> Iterator[Fault]:
    """What stood in a table, outside of its cells, and was put before the table by the parser."""
    for before, table in pairwise(parent.children):
        if not isinstance(table, Element) or table.tag != "table" or table.start is None:
            continue
        span = before.start if isinstance(before, Element) else before.span
        if span is None or span.end <= table.start.end or isinstance(before, Comment):
            continue
        start = max(span.start, table.start.end)  # words before the table and words thrown out of it are one text
        words = scene.document.source[start : span.end].split("<")[0].lstrip()
        found = f"<{before.tag}>" if isinstance(before, Element) else words
        place = scene.place((scene.document.source.find(words, start), span.end))
        yield fault("outside-cells", place, "table", found, "<td>")


def _pressed_inside(scene: Scene) -> Iterator[Fault]:
    """A link, button or field inside a link or a button."""
    outer: Element | None = None
    for element in scene.inside(None, tuple(_PRESSED)):
        if outer is not None and not scene.holds(outer, element):
            outer = None
        hidden = element.tag == "input" and (element.get("type") or "").strip().lower() == "hidden"
        if outer is not None and element.namespace == "html" and not hidden:
            found, wanted = f"<{element.tag}>", f"</{outer.tag}>"
            yield fault("pressed-inside", scene.tag_place(element), element.tag, found, wanted, other=outer.tag)
        elif outer is None and element.tag in ("a", "button"):
            outer = element
