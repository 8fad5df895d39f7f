"""Audits of looks that are written into HTML.

`no-inline-style`: no element has a `style` attribute; a `<style>` element and style sheets are right.
`no-presentational-tags`: no tag or attribute that only says how something looks (`<center>`, `<font>`, `bgcolor`,
`align`: those that the HTML standard calls obsolete for that reason). `<b>`, `<i>`, `<u>`, `<s>` and `<small>` have a
meaning in HTML, and are right.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.html.scene import Scene
from app.checks.report import Fault, Place
from app.checks.wording.sentences import fault
from app.page.html import Attribute, Element
from app.page.page import Page

# tag: what to use instead
TAGS = {
    "basefont": "font-family",
    "big": "font-size",
    "blink": "font-weight: bold",
    "center": "text-align: center",
    "font": "font-family, font-size or color",
    "marquee": "a paragraph",
    "multicol": "columns",
    "nobr": "white-space: nowrap",
    "spacer": "margin",
    "strike": "<s> or <del>",
    "tt": "<code>",
}
_BOX = "width height"
_CELL = "align bgcolor background char charoff height nowrap valign width"
_ATTRIBUTES = {
    # tag: its attributes that only say how it looks
    "body": "alink background bgcolor bottommargin leftmargin link rightmargin text topmargin vlink",
    "br": "clear",
    "caption": "align",
    "col": "align char charoff valign width",
    "colgroup": "align char charoff valign width",
    "div": "align",
    "dl": "compact",
    "embed": "align hspace vspace",
    "fieldset": "align",
    "h1": "align",
    "h2": "align",
    "h3": "align",
    "h4": "align",
    "h5": "align",
    "h6": "align",
    "hr": "align color noshade size width",
    "iframe": "align frameborder hspace marginheight marginwidth scrolling vspace",
    "img": "align border hspace vspace",
    "input": "align border hspace vspace",
    "legend": "align",
    "li": "type",
    "object": "align border hspace vspace",
    "ol": "compact",
    "p": "align",
    "pre": "width",
    "table": f"align background bgcolor border bordercolor cellpadding cellspacing frame rules {_BOX}",
    "tbody": "align background bgcolor char charoff valign",
    "td": _CELL,
    "tfoot": "align background bgcolor char charoff valign",
    "th": _CELL,
    "thead": "align background bgcolor char charoff valign",
    "tr": "align background bgcolor char charoff valign",
    "ul": "compact type",
}
ATTRIBUTES = {tag: frozenset(names.split()) for tag, names in _ATTRIBUTES.items()}
_INSTEAD = {
    # attribute: the property that does it
    "align": "text-align",
    "alink": "a:active { color: … }",
    "background": "background-image",
    "bgcolor": "background-color",
    "border": "border",
    "bordercolor": "border-color",
    "bottommargin": "margin-bottom",
    "cellpadding": "padding",
    "cellspacing": "border-spacing",
    "char": "text-align",
    "charoff": "text-align",
    "clear": "clear",
    "color": "color",
    "compact": "margin",
    "frame": "border",
    "frameborder": "border",
    "height": "height",
    "hspace": "margin",
    "leftmargin": "margin-left",
    "link": "a { color: … }",
    "marginheight": "margin",
    "marginwidth": "margin",
    "noshade": "border-style",
    "nowrap": "white-space: nowrap",
    "rightmargin": "margin-right",
    "rules": "border",
    "scrolling": "overflow",
    "size": "height",
    "text": "color",
    "topmargin": "margin-top",
    "type": "list-style-type",
    "valign": "vertical-align",
    "vlink": "a:visited { color: … }",
    "vspace": "margin",
    "width": "width",
}


def styled_inline(scene: Scene, _: Page) -> Iterator[Fault]:
    """Style attributes."""
    for element in scene.document.elements:
        style = element.attribute("style")
        if style is not None and element.namespace == "html":
            yield fault("style-inline", _place(style, scene), element.tag, f'style="{style.value}"', "CSS")


def presentational(scene: Scene, _: Page) -> Iterator[Fault]:
    """Tags and attributes for looks."""
    for element in scene.document.elements:
        yield from obsolete_looks(element, scene)


def obsolete_looks(element: Element, scene: Scene) -> Iterator[Fault]:
    """What one element has only for its looks."""
    if element.namespace != "html":
        return
    if element.tag in TAGS:
        wanted = TAGS[element.tag]
        yield fault("tag-for-looks", scene.tag_place(element), element.tag, f"<{element.tag}>", wanted)
        return
    for attribute in element.attributes:
        if attribute.name in ATTRIBUTES.get(element.tag, ()) and not _is_harmless(attribute):
            found = f'{attribute.name}="{attribute.value}"'
            wanted = _INSTEAD[attribute.name]
            yield fault("attribute-for-looks", _place(attribute, scene), element.tag, found, wanted)


def _is_harmless(attribute: Attribute) -> bool:
    return attribute.name == "border" and attribute.value.strip() == "0"


def _place(attribute: Attribute, scene: Scene) -> Place:
    return scene.place(attribute.name_span)
