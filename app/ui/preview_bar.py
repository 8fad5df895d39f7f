"""The tools over the preview: the ways of looking at the page, one of which is in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from app.ui.flow import Flow
from app.ui.lenses.lens import Lens
from app.ui.parts import Button, row
from app.ui.theme import Theme


class PreviewBar(QFrame):
    """`lens_chosen` carries the lens. The keyboard comes to the button that is on, and arrows lead to the others."""

    lens_chosen = Signal(object)

    def __init__(self, theme: Theme, lenses: Sequence[Lens]) -> None:
        super().__init__()
        self.setProperty("ground", "well")
        self.lenses = {lens.name: lens for lens in lenses}
        self.buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        for lens in lenses:
            button = self.buttons[lens.name] = Button(theme, lens.words, "tool")
            button.setProperty("close", "true")
            button.setToolTip(lens.tip)
            button.setCheckable(True)
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._on_button_toggled)
        whole = QWidget()
        whole.setLayout(Flow(*self.buttons.values(), gap=2))
        self.setLayout(row(whole, margins=(8, 8, 8, 8)))

    def choose(self, name: str) -> None:
        """Put this one in front, as if its button had been pressed."""
        self.buttons[name].setChecked(True)

    def _on_button_toggled(self, button: Button, on: bool) -> None:
        if on:
            self.setFocusProxy(button)
            self.lens_chosen.emit(next(self.lenses[name] for name, one in self.buttons.items() if one is button))
