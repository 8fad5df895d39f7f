"""The right pane of a lesson: the ways of looking at the page, one of them in front, and what is said about it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.lenses.lens import PAGE, Lens
from app.ui.page_caption import PageCaption
from app.ui.parts import column, label, row
from app.ui.preview_bar import PreviewBar
from app.ui.preview_foot import PreviewFoot
from app.ui.theme import Theme


class PreviewLike(Protocol):
    """What the lesson asks of the preview it is given, which is a widget as well."""

    painted: SignalInstance
    stopped: SignalInstance
    arranged: SignalInstance
    dark_seen: SignalInstance

    def set_lens(self, name: str) -> None:
        """`screen`, `tablet` or `phone`: how wide."""

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller."""

    def set_dark(self, dark: bool) -> None:
        """Show the page as on a system that is dark."""


NOT_DARK = "This page says nothing about dark colours, so it looks the same to everyone."


class PreviewPane(QWidget):
    """`lens_shown` carries the name of the way of looking that is in front now.

    Width and zoom last until the program is closed: they answer the question of a moment, and whoever sits down
    tomorrow should not meet a page at 400%. Another exercise opens with its page in front, as wide as it was.
    """

    lens_shown = Signal(str)

    def __init__(self, theme: Theme, preview: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._preview: PreviewLike = preview  # type: ignore[assignment] # a widget that is also this
        self.lens, self._width = "", PAGE[0]
        self._said: dict[str, str] = {}  # of the page in front, by what it is about
        self.bar, self.foot = PreviewBar(theme, self._lenses(preview)), PreviewFoot(theme)
        self.caption = PageCaption(theme)
        self.stopped = label("", "care")
        self._stack = QStackedWidget()
        for lens in self.bar.lenses.values():
            self._stack.addWidget(lens.widget)
        inside = column(self.bar, row(self.stopped, margins=(14, 0, 14, 0)))
        inside.addLayout(row(self._stack, margins=(14, 4, 14, 4)), 1)
        inside.addWidget(self.caption)
        inside.addWidget(self.foot)
        self.setLayout(inside)
        self.stopped.hide()
        self._connect()
        self.bar.choose(PAGE[0])

    def show_page(self) -> None:
        """Put the page itself in front, as wide as it was last."""
        self.bar.choose(self._width)

    def _lenses(self, preview: QWidget) -> list[Lens]:
        return [
            Lens("screen", "Screen", "As wide as there is room here", preview),
            Lens("tablet", "Tablet", "As on a tablet, 768 wide", preview),
            Lens("phone", "Phone", "As on a phone, 375 wide", preview),
        ]

    def _connect(self) -> None:
        self.bar.lens_chosen.connect(self._on_lens_chosen)
        self.foot.zoom_chosen.connect(self._on_zoom_chosen)
        self.foot.take_keys(self)
        self._preview.stopped.connect(self._on_stopped)
        self._preview.painted.connect(self._on_painted)
        self._preview.arranged.connect(self._on_arranged)
        self._preview.dark_seen.connect(self._on_dark_seen)
        self.foot.dark_chosen.connect(self._on_dark_chosen)

    def _on_lens_chosen(self, lens: Lens) -> None:
        self.lens = lens.name
        if lens.name in PAGE:
            self._width = lens.name
        self._stack.setCurrentWidget(lens.widget)
        if hasattr(lens.widget, "set_lens"):
            lens.widget.set_lens(lens.name)
        self.foot.dark.setVisible(lens.name in PAGE)
        self.caption.setVisible(lens.name in PAGE)
        self.foot.zoom.setVisible(hasattr(lens.widget, "set_zoom"))
        self._on_zoom_chosen(self.foot.level)
        self._say()
        self.lens_shown.emit(lens.name)

    def _on_zoom_chosen(self, percent: int) -> None:
        shown = self.bar.lenses[self.lens].widget
        if hasattr(shown, "set_zoom"):
            shown.set_zoom(percent)

    def _on_arranged(self, words: str) -> None:
        self._said["width"] = words
        self._say()

    def _on_dark_chosen(self, dark: bool) -> None:
        self._said["dark"] = ""
        self._preview.set_dark(dark)
        self._say()

    def _on_dark_seen(self, says: bool) -> None:
        self._said["dark"] = "" if says else NOT_DARK
        self._say()

    def _say(self) -> None:
        if self.lens in PAGE:
            self.foot.say("\n".join(filter(None, self._said.values())))

    def _on_stopped(self, sentence: str) -> None:
        self.stopped.setText(sentence)
        self.stopped.show()

    def _on_painted(self, _version: int) -> None:
        self.stopped.hide()
