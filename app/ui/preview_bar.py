"""The tools over the preview: how wide the page is shown, and how large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from app.ui.flow import Flow
from app.ui.parts import Button, label, row
from app.ui.theme import Theme

ZOOMS = (50, 75, 100, 125, 150, 200)  # per cent


class PreviewBar(QFrame):
    """`width_chosen` carries `screen` or `phone`, `zoom_chosen` per cent."""

    width_chosen = Signal(str)
    zoom_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "well")
        self.zoom = 100
        self.screen_button = Button(theme, "Screen", "tool").with_icon("monitor")
        self.phone_button = Button(theme, "Phone", "tool").with_icon("smartphone")
        self._group = QButtonGroup(self)
        for button in (self.screen_button, self.phone_button):
            button.setCheckable(True)
            self._group.addButton(button)
        self.screen_button.setChecked(True)
        self._group.buttonClicked.connect(self._on_width_clicked)
        self.smaller = _zoom_tool(theme, "zoom-out", "Show the page smaller")
        self.larger = _zoom_tool(theme, "zoom-in", "Show the page larger")
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.percent = label("100%", "small", wrap=False)
        widths, zoom, whole = QWidget(), QWidget(), QWidget()
        widths.setLayout(row(self.screen_button, self.phone_button, gap=6))
        zoom.setLayout(row(self.smaller, self.percent, self.larger, gap=2))
        whole.setLayout(Flow(widths, zoom, apart=True))
        self.setLayout(row(whole, margins=(12, 8, 12, 8)))

    def _on_width_clicked(self, clicked: Button) -> None:
        self.width_chosen.emit("phone" if clicked is self.phone_button else "screen")

    def _on_smaller_clicked(self) -> None:
        self._choose(max((zoom for zoom in ZOOMS if zoom < self.zoom), default=ZOOMS[0]))

    def _on_larger_clicked(self) -> None:
        self._choose(min((zoom for zoom in ZOOMS if zoom > self.zoom), default=ZOOMS[-1]))

    def _choose(self, zoom: int) -> None:
        self.zoom = zoom
        self.percent.setText(f"{zoom}%")
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])
        self.zoom_chosen.emit(zoom)


def _zoom_tool(theme: Theme, icon: str, words: str) -> Button:
    made = Button(theme, "", "tool").with_icon(icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made
