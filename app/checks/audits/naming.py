"""What elements are called: their ids, their labels, and what is read aloud for a link."""

from __future__ import annotations

from app.checks.html.scene import Scene
from app.page.html import Element

FIELDS = ("input", "select", "textarea")
_BUTTONS = frozenset(("hidden", "submit", "reset", "button", "image"))
_LABELLED = frozenset(("button", "input", "meter", "output", "progress", "select", "textarea"))


class Names:
    """The names of one page's elements; ids and labels are gathered once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.ids: dict[str, list[Element]] = {}
        for element in scene.document.elements:
            id = element.get("id")
            if id:
                self.ids.setdefault(id, []).append(element)
        self.labels: dict[Element, list[Element]] = {}
        self.astray: set[Element] = set()  # labels whose `for` names no field
        for label in scene.inside(None, ("label",)):
            self._take(label)

    def _take(self, label: Element) -> None:
        target = label.get("for")
        if target is None:
            fields = [found for found in self._scene.inside(label, FIELDS) if is_field(found)][:1]
        else:
            fields = [found for found in self.ids.get(target, ())[:1] if found.tag in _LABELLED]
            if not fields:
                self.astray.add(label)
        for field in fields:
            self.labels.setdefault(field, []).append(label)

    def aria(self, element: Element) -> str:
        """The words of `aria-labelledby` or `aria-label`."""
        ids = (element.get("aria-labelledby") or "").split()[:20]
        words = " ".join(self._scene.text(found) for id in ids for found in self.ids.get(id, ())[:1]).strip()
        return words or (element.get("aria-label") or "").strip()

    def of(self, element: Element) -> str:
        """What is read aloud for a link: its aria words, else its own and those of its pictures, else its title."""
        if aria := self.aria(element):
            return aria
        alts = " ".join(filter(None, (picture.get("alt") for picture in self._scene.inside(element, ("img",)))))
        return f"{self._scene.text(element)} {alts}".strip() or (element.get("title") or "")

    def label(self, field: Element) -> str:
        """What a field is called: its aria words, or its labels'."""
        labels = " ".join(self._scene.text(label) for label in self.labels.get(field, ())[:3]).strip()
        return self.aria(field) or labels


def is_field(element: Element) -> bool:
    """Whether something can be typed, ticked or chosen here: no button and nothing hidden."""
    return element.tag in FIELDS and not (
        element.tag == "input" and (element.get("type") or "").strip().lower() in _BUTTONS
    )
