"""The line under the preview: what can be said about what is shown, and how large it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.ui.flow import Flow
from app.ui.parts import Button, column, label
from app.ui.theme import Theme

ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400)  # per cent
AT_ONE_CLICK = (100, 200, 400)


class PreviewFoot(QFrame):
    """`zoom_chosen` carries per cent, `dark_chosen` whether; `tools` has room for whoever has one more."""

    zoom_chosen = Signal(int)
    dark_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.level = 100
        self.caption = label("")
        self.smaller = _zoom_tool(theme, "zoom-out", "Show the page smaller (Ctrl+-)")
        self.larger = _zoom_tool(theme, "zoom-in", "Show the page larger (Ctrl++)")
        self.smaller.clicked.connect(self.zoom_out)
        self.larger.clicked.connect(self.zoom_in)
        self.percent = Button(theme, "100%", "tool").with_icon("chevron-down", after=True)
        self.percent.setProperty("close", "true")
        self.percent.setMenu(self._menu())
        self.dark = Button(theme, "Dark", "tool").with_icon("moon")
        self.dark.setCheckable(True)
        self.dark.setToolTip("Show the page as people meet it whose system is set to dark colours (Ctrl+7)")
        self.dark.toggled.connect(self.dark_chosen)
        self.answer = Button(theme, "The answer", "tool").with_icon("columns-2")
        self.answer.setCheckable(True)
        self.answer.setToolTip("Show the answer’s page beside yours, if it may be seen yet")
        self.answer.hide()
        self.zoom = QWidget()
        self.zoom.setLayout(Flow(self.smaller, self.percent, self.larger, gap=0))
        self.tools = Flow(self.dark, self.answer, self.zoom, gap=4, apart=True)
        inside = column(self.caption, margins=(14, 2, 8, 2))
        inside.addLayout(self.tools)
        self.setLayout(inside)
        self.caption.hide()
        self._choose(100)

    def say(self, words: str) -> None:
        """What can be said about what is shown; nothing takes no room."""
        self.caption.setText(words)
        self.caption.setVisible(bool(words))
        self._hide_if_empty()

    def show_tools(self, *, dark: bool, zoom: bool) -> None:
        """Those that mean something for what is in front."""
        policy = self.dark.sizePolicy()
        policy.setRetainSizeWhenHidden(zoom)  # so that zooming stays where it is
        self.dark.setSizePolicy(policy)
        self.dark.setVisible(dark)
        self.zoom.setVisible(zoom)
        self._hide_if_empty()

    def _hide_if_empty(self) -> None:
        self.setHidden(all(part.isHidden() for part in (self.caption, self.dark, self.zoom)))

    def take_keys(self, pane: QWidget) -> None:
        """Ctrl with plus, minus and 0, while the keyboard is somewhere in this pane."""
        for keys, slot in (
            (("Ctrl++", "Ctrl+="), self.zoom_in),
            (("Ctrl+-",), self.zoom_out),
            (("Ctrl+0",), self.zoom_back),
        ):
            for one in keys:
                key = QShortcut(QKeySequence(one), pane)
                key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                key.activated.connect(slot)

    def zoom_in(self) -> None:
        """The next larger size."""
        self._choose(min((zoom for zoom in ZOOMS if zoom > self.level), default=ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        self._choose(max((zoom for zoom in ZOOMS if zoom < self.level), default=ZOOMS[0]))

    def zoom_back(self) -> None:
        """As large as it is."""
        self._choose(100)

    def _choose(self, zoom: int) -> None:
        self.level = zoom
        self.percent.setText(f"{zoom}%")
        self.percent.setToolTip("How large the page is shown: 100, 200 or 400% at one click (Ctrl+0 for 100%)")
        self.percent.setAccessibleName(f"Zoom, {zoom}%")
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])
        self.zoom_chosen.emit(zoom)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for zoom in AT_ONE_CLICK:
            action = menu.addAction(f"{zoom}%")
            action.setData(zoom)
        menu.triggered.connect(self._on_percent_chosen)
        return menu

    def _on_percent_chosen(self, action: QAction) -> None:
        self._choose(action.data())


def _zoom_tool(theme: Theme, icon: str, words: str) -> Button:
    made = Button(theme, "", "tool").with_icon(icon)
    made.setToolTip(words)
    made.setAccessibleName(words.partition(" (")[0])
    return made
