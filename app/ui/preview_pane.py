"""The right pane of a lesson: the ways of looking at the page, one of them in front, and what is said about it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.lenses.lens import PAGE, Lens
from app.ui.lenses.pair import Pair
from app.ui.lenses.paper import Paper
from app.ui.lenses.reading import Reading
from app.ui.lenses.share_card import Card
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
    """`lens_shown` carries the name of the way of looking that is in front now; `place_asked_for` a Place.

    Width and zoom last until the program is closed: they answer the question of a moment, and whoever sits down
    tomorrow should not meet a page at 400%. Another exercise opens with its page in front, as wide as it was.
    """

    lens_shown = Signal(str)
    place_asked_for = Signal(object)
    answer_wanted = Signal()

    def __init__(self, theme: Theme, preview: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._preview: PreviewLike = preview  # type: ignore[assignment] # a widget that is also this
        self.lens, self._width, self._answer_there = "", PAGE[0], False
        self._said: dict[str, str] = {}  # of the page in front, by what it is about
        self._pair = Pair(preview)
        self.paper, self.reading, self.card = Paper(theme), Reading(theme), Card(theme)
        self.bar, self.foot = PreviewBar(theme, self._lenses()), PreviewFoot(theme)
        self.caption = PageCaption(theme)
        self.stopped = label("", "care")
        self._stack = QStackedWidget()
        for widget in (self._pair, self.paper, self.reading, self.card):
            self._stack.addWidget(widget)
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

    def offer_answer(self, there: bool) -> None:
        """Whether there is an answer that can be seen, now or later."""
        self._answer_there = there
        self.foot.answer.setVisible(there and self.lens in PAGE)

    def show_answer(self, preview: QWidget) -> None:
        """Show this preview of the answer beside the page; it is deleted when it is no longer looked at."""
        self._pair.show_other(preview)

    def hide_answer(self) -> None:
        """Show only one's own page."""
        self._pair.hide_other()
        self.foot.answer.setChecked(False)

    def run(self, command: str) -> None:
        """Do one of the commands that look at the page; others are let be."""
        what = command.removeprefix("look_")
        tools = {
            "dark": self.foot.dark.click,
            "answer": self._on_answer_chosen,
            "larger": self.foot.zoom_in,
            "smaller": self.foot.zoom_out,
        }
        if command.startswith("look_") and what in self.bar.lenses:
            self.bar.choose(what)
        elif command.startswith("look_") and what in tools:
            tools[what]()

    def _on_answer_chosen(self) -> None:
        if self._answer_there:
            self.show_page()
            self.foot.answer.toggle()

    def _lenses(self) -> list[Lens]:
        return [
            Lens("screen", "Screen", "As wide as there is room here (Ctrl+1)", self._pair),
            Lens("tablet", "Tablet", "As on a tablet, 768 wide (Ctrl+2)", self._pair),
            Lens("phone", "Phone", "As on a phone, 375 wide (Ctrl+3)", self._pair),
            Lens("print", "Print", "As it comes out on paper (Ctrl+4)", self.paper),
            Lens("read", "Read aloud", "What a screen reader meets, in order (Ctrl+5)", self.reading),
            Lens("share", "Share card", "As it looks where somebody shares its link (Ctrl+6)", self.card),
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
        self.foot.answer.toggled.connect(self._on_answer_toggled)
        self.card.place_asked_for.connect(self.place_asked_for)
        self.paper.said.connect(self._say)
        self.reading.said.connect(self._say)

    def _on_lens_chosen(self, lens: Lens) -> None:
        self.lens = lens.name
        if lens.name in PAGE:
            self._width = lens.name
        self._stack.setCurrentWidget(lens.widget)
        if hasattr(lens.widget, "set_lens"):
            lens.widget.set_lens(lens.name)
        self.caption.setVisible(lens.name in PAGE)
        self.foot.answer.setVisible(self._answer_there and lens.name in PAGE)
        self.foot.show_tools(dark=lens.name in PAGE, zoom=hasattr(lens.widget, "set_zoom"))
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
        self._pair.set_dark(dark)
        self._say()

    def _on_answer_toggled(self, on: bool) -> None:
        if on:
            self.answer_wanted.emit()
        else:
            self._pair.hide_other()

    def _on_dark_seen(self, says: bool) -> None:
        self._said["dark"] = "" if says else NOT_DARK
        self._say()

    def _say(self) -> None:
        """What the foot says is about what is in front."""
        words = "\n".join(filter(None, self._said.values()))
        if self.lens not in PAGE:
            words = getattr(self.bar.lenses[self.lens].widget, "caption", "")
        self.foot.say(words)

    def _on_stopped(self, sentence: str) -> None:
        self.stopped.setText(sentence)
        self.stopped.show()

    def _on_painted(self, _version: int) -> None:
        self.stopped.hide()
