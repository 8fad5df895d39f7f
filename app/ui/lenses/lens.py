"""What a way of looking at the page is made of, for the bar that offers it and the pane that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, eq=False)
class Lens:
    """One way of looking: what the program calls it, what people read on its button and in its tooltip, what shows it.

    Several may share a widget; it is told which one is in front by its `set_lens(name)`, and how large to be by its
    `set_zoom(percent)`, where it has these.
    """

    name: str
    words: str
    tip: str
    widget: QWidget


PAGE = ("screen", "tablet", "phone")  # those that show the live page itself
