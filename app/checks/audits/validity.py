"""`valid-html`: what an HTML validator would say and a learner can mend.

Beside typing slips, which are told before the goals: a page without doctype or title; the same id twice, a label for
nobody; attributes that are missing, empty or belong to another tag; tags that HTML has given up, and those that only
say how something looks; and what stands where HTML lets nothing of its kind stand (nesting.py). The last is not
looked for beside typing slips, since a forgotten end tag puts everything after it in a wrong place. Source: the
content models and attributes of the HTML standard, as its text was in 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.audits.axe import untitled
from app.checks.audits.markup import TAGS, obsolete_looks
from app.checks.audits.naming import Names
from app.checks.audits.nesting import misplaced
from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.page import Page
from app.page.vocabulary import OLD_TAGS

_GIVEN_UP = OLD_TAGS - frozenset(TAGS)
_INSTEAD = {
    "acronym": "<abbr>",
    "applet": "<object>",
    "bgsound": "<audio>",
    "dir": "<ul>",
    "frame": "<iframe>",
    "frameset": "<iframe>",
    "listing": "<pre>",
    "plaintext": "<pre>",
    "xmp": "<pre>",
}
# tag: groups of attributes, of each of which it needs one; those in _FILLED not empty either
_NEEDED = {
    "img": (("src", "srcset"), ("alt", "title", "aria-label", "aria-labelledby")),
    "link": (("href", "imagesrcset"), ("rel", "itemprop", "property")),
    "source": (("src", "srcset"),),
    "track": (("src",),),
    "object": (("data",),),
    "map": (("name",),),
    "base": (("href", "target"),),
    "optgroup": (("label",),),
    "bdo": (("dir",),),
    "meter": (("value",),),
    "data": (("value",),),
}
_FILLED = ("src", "srcset", "data", "name", "rel", "action", "for")
# attribute: the tags it belongs to, where that is plain to a learner
_OWNERS = {
    "href": "a area base link",
    "src": "audio embed iframe img input script source track video",
    "alt": "area img input",
    "action": "form",
    "method": "form",
    "for": "label output",
    "colspan": "td th",
    "rowspan": "td th",
    "scope": "td th",
    "placeholder": "input textarea",
    "required": "input select textarea",
    "checked": "input",
    "selected": "option",
    "datetime": "time ins del",
    "controls": "audio video",
    "poster": "video",
    "maxlength": "input textarea",
}
_OWNED = {name: frozenset(tags.split()) for name, tags in _OWNERS.items()}


def faults(scene: Scene, _: Page) -> Iterator[Fault]:
    """What is wrong with the page beside its typing slips."""
    yield from _whole(scene)
    names = Names(scene)
    for element in scene.document.elements:
        if element.namespace == "html":
            yield from _old(element, scene)
            yield from _lacking(element, scene)
            yield from _foreign(element, scene)
    yield from _ids(names, scene)
    if not scene.document.slips:
        yield from misplaced(scene)


def _whole(scene: Scene) -> Iterator[Fault]:
    """What the page as a whole lacks; a few tags without `<html>`, `<head>` and `<body>` are not meant for a page."""
    whole = any(element.start for element in scene.inside(None, ("html", "head", "body")))
    if whole and scene.document.doctype is None:
        yield fault("doctype-missing", scene.place((0, 0)), "html", "", "<!doctype html>")
    titles = [title for title in scene.inside(None, ("title",)) if title.namespace == "html"]
    if (whole or titles) and not any(title.text.strip() for title in titles):
        shown = next((e for e in (*titles, *scene.inside(None, ("head",))) if e.start), scene.document.root)
        yield untitled(shown, scene)
    for second in titles[1:2]:
        lines = f"{scene.line(titles[0])}, {scene.line(second)}"
        yield fault("too-many", scene.tag_place(second), "title", str(len(titles)), "1", lines=lines)
    mains = [main for main in scene.inside(None, ("main",)) if main.get("hidden") is None]
    for second in mains[1:2]:
        lines = ", ".join(str(scene.line(main)) for main in mains[:12])
        yield fault("too-many", scene.tag_place(second), "main", str(len(mains)), "1", lines=lines)


def _old(element: Element, scene: Scene) -> Iterator[Fault]:
    if element.tag in _GIVEN_UP:
        wanted = _INSTEAD.get(element.tag, "another tag")
        yield fault("tag-given-up", scene.tag_place(element), element.tag, f"<{element.tag}>", wanted)
    else:
        yield from obsolete_looks(element, scene)


def _lacking(element: Element, scene: Scene) -> Iterator[Fault]:
    """Attributes that an element cannot do without."""
    needed = _NEEDED.get(element.tag, ())
    if element.tag == "input" and (element.get("type") or "").strip().lower() == "image":
        needed = (("src",), ("alt",))
    if element.tag == "meta" and element.get("name") is not None:
        needed = (("content",),)
    for group in needed:
        if group[0] == "alt" and _has_caption(element, scene):
            continue
        if all(element.get(name) is None for name in group):
            wanted = f'{group[0]}="…"'
            yield fault("attribute-needed", scene.tag_place(element), element.tag, "", wanted, name=group[0])
    for attribute in element.attributes:
        if attribute.name in _FILLED and not attribute.value.strip() and _needs(element, attribute.name):
            found, wanted = f'{attribute.name}=""', f'{attribute.name}="…"'
            place = scene.place(attribute.name_span)
            yield fault("attribute-hollow", place, element.tag, found, wanted, name=attribute.name)


def _has_caption(picture: Element, scene: Scene) -> bool:
    """Whether a picture stands in a figure with a caption: then HTML lets it go without `alt`."""
    parent = scene.document.parent(picture)
    return parent is not None and parent.tag == "figure" and any(e.tag == "figcaption" for e in parent.elements)


def _needs(element: Element, name: str) -> bool:
    return name in ("action", "for") or any(name in group for group in _NEEDED.get(element.tag, ()))


def _foreign(element: Element, scene: Scene) -> Iterator[Fault]:
    """Attributes that belong to another tag."""
    for attribute in element.attributes:
        owners = _OWNED.get(attribute.name)
        if owners is not None and element.tag not in owners and "-" not in element.tag:
            wanted = f"<{'>, <'.join(sorted(owners))}>"
            place = scene.place(attribute.name_span)
            yield fault("attribute-elsewhere", place, element.tag, attribute.name, wanted, name=attribute.name)


def _ids(names: Names, scene: Scene) -> Iterator[Fault]:
    """Ids that are there twice or are no name, and labels for an id that no field has."""
    for id, elements in names.ids.items():
        for element in elements[1:]:
            line = str(scene.line(elements[0]))
            found = f'id="{id}"'
            yield fault("id-twice", _at(element, "id", scene), element.tag, found, "another id", line=line)
        if any(sign.isspace() for sign in id):
            element = elements[0]
            wanted = f'id="{"-".join(id.split())}"'
            yield fault("id-spaced", _at(element, "id", scene), element.tag, f'id="{id}"', wanted)
    for label in sorted(names.astray, key=lambda label: label.order):
        if (label.get("for") or "").strip():
            found = f'for="{label.get("for")}"'
            wanted = f'id="{label.get("for")}"'
            yield fault("label-for-nobody", _at(label, "for", scene), "label", found, wanted)


def _at(element: Element, name: str, scene: Scene) -> Place:
    attribute = element.attribute(name)
    return scene.place(attribute.name_span if attribute else (0, 0))
