"""Audits of forms, beside what axe-core finds.

`form-labels`: every field and button has a name (axe-core). A `placeholder` alone is none, since it goes as soon as
something is typed, and neither is a `<label>` whose `for` is not quite the field's `id`.
`autocomplete`: fields for somebody's own name, e-mail address, telephone number or address say so with
`autocomplete`, so that the browser can fill them in (WCAG 1.3.5); what it says is a word that browsers know
(axe-core). A field is taken for one of these by its label, its `name` or `id`, or its `type`, where that says so and
no more: "Name", not "Name of the event".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.audits.naming import FIELDS, Names, is_field
from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.page import Page

_TYPED = frozenset(("", "text", "email", "tel", "url"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FILLERS = _words("""a an contact customer enter my please required optional the type user uk us we your""")
_PURPOSES = {
    "name": "name|full name|fullname|first and last name|name and surname",
    "given-name": "first name|firstname|given name|forename|fname",
    "family-name": "last name|lastname|family name|surname|lname",
    "email": "email|e mail|email address|e mail address|mail|emailaddress",
    "tel": "phone|phone number|telephone|telephone number|tel|tel number|mobile|mobile number|mobile phone|phonenumber|"
    "mobile phone number|daytime phone|daytime telephone number|number to ring",
    "street-address": "address|postal address|home address|street address|street",
    "address-line1": "address line 1|address 1|address1|line 1",
    "address-line2": "address line 2|address 2|address2|line 2",
    "address-level2": "town|city|town or city|town city|city town",
    "postal-code": "postcode|post code|zip|zip code|postal code",
}
_MEANT = {words: purpose for purpose, said in _PURPOSES.items() for words in said.split("|")}
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def unlabelled(scene: Scene, _: Page) -> Iterator[Fault]:
    """Fields whose label is only a placeholder, or belongs to an id that is not there."""
    names = Names(scene)
    astray: Element | None = None
    for element in scene.inside(None, ("label", *FIELDS)):
        if element.tag == "label":
            astray = element if element in names.astray else astray
        elif is_field(element):
            label, astray = astray, None  # a label belongs to the field that comes next
            if element not in names.labels and not names.aria(element) and not (element.get("title") or "").strip():
                yield from _unlabelled(element, label, scene)


def _unlabelled(field: Element, label: Element | None, scene: Scene) -> Iterator[Fault]:
    """One field without a label: one whose `for` is another, or only a placeholder; the rest is axe-core's to say."""
    placeholder = (field.get("placeholder") or "").strip()
    if label is not None:
        found, id = f'for="{label.get("for")}"', field.get("id")
        wanted = f'for="{id}"' if id else f'id="{label.get("for")}"'
        kind, line = "label-astray" if id else "label-without-id", str(scene.line(label))
        yield fault(kind, scene.tag_place(field), field.tag, found, wanted, line=line)
    elif placeholder:
        yield fault("label-placeholder", scene.tag_place(field), field.tag, placeholder, "<label>")


def uncompleted(scene: Scene, _: Page) -> Iterator[Fault]:
    """Fields for somebody's own data that do not say so."""
    names = Names(scene)
    for field in scene.inside(None, ("input", "textarea")):
        kind = (field.get("type") or "").strip().lower()
        said = (field.get("autocomplete") or "").strip().lower()
        if said not in ("", "on", "off") or (field.tag == "input" and kind not in _TYPED) or _locked(field):
            continue
        purpose = _purpose(field, names.label(field))
        if purpose:
            found = f'autocomplete="{said}"' if said else ""
            wanted = f'autocomplete="{purpose}"'
            yield fault("autocomplete-missing", scene.tag_place(field), field.tag, found, wanted)


def _locked(field: Element) -> bool:
    return any(field.get(name) is not None for name in ("disabled", "readonly"))


def _purpose(field: Element, label: str) -> str:
    """What of a person's own data a field is for; "" for anything else. Its label knows best."""
    if label:
        return _MEANT.get(_told(label), "")
    for word in (field.get("name"), field.get("id"), field.get("placeholder")):
        if word:
            return _MEANT.get(_told(word), "")
    return {"email": "email", "tel": "tel"}.get((field.get("type") or "").strip().lower(), "")


def _told(text: str) -> str:
    """A label or name as plain words, without those that say nothing of what is asked."""
    told = [word.lower() for word in _WORD.findall(_CAMEL.sub(" ", text[:200]))]
    return " ".join(word for word in told if word not in _FILLERS)
