"""The bar over the editor: a tab a file, a button for the Tools menu, and the size of the code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTabBar, QWidget

from app.ui.flow import Flow
from app.ui.parts import Button, row
from app.ui.theme import Theme

SIZES = (14, 15, 16, 18, 20, 24, 28, 32, 40)  # px
USUAL = 16


class FileTabs(QFrame):
    """`file_chosen` carries a name, `size_chosen` pixels."""

    file_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "tools")
        self.size_now = USUAL
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("Files of the page")
        self.bar.currentChanged.connect(self._on_tab_changed)
        self.smaller = _tool(theme, "a-arrow-down", "Smaller code")
        self.larger = _tool(theme, "a-arrow-up", "Larger code")
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.tools = Button(theme, "Tools", "tool").with_icon("wrench").with_keys("Alt+T")
        tools, whole = QWidget(), QWidget()
        tools.setLayout(row(self.tools, self.smaller, self.larger, gap=2, margins=(0, 0, 0, 4)))
        whole.setLayout(Flow(self.bar, tools, gap=2, apart=True))
        self.setLayout(row(whole, margins=(10, 8, 8, 0)))

    def set_menu(self, menu: QMenu) -> None:
        """What *Tools* opens."""
        self.tools.setMenu(menu)

    def show_files(self, names: Sequence[str], current: str) -> None:
        """A tab for each file."""
        self.bar.blockSignals(True)
        while self.bar.count():
            self.bar.removeTab(0)
        for name in names:
            self.bar.setTabData(self.bar.addTab(name.replace("&", "&&")), name)
        self.bar.blockSignals(False)
        self.show_file(current)

    def show_file(self, name: str) -> None:
        """Put this file's tab in front, quietly."""
        self.bar.blockSignals(True)
        for place in range(self.bar.count()):
            if self.bar.tabData(place) == name:
                self.bar.setCurrentIndex(place)
        self.bar.blockSignals(False)

    def show_size(self, size: int) -> None:
        """Know the size that the code has."""
        self.size_now = size
        self.smaller.setEnabled(size > SIZES[0])
        self.larger.setEnabled(size < SIZES[-1])

    def change_size(self, command: str) -> None:
        """Do `larger_code`, `smaller_code` or `usual_code`."""
        size = self.size_now
        if command == "larger_code":
            self._choose(min((other for other in SIZES if other > size), default=SIZES[-1]))
        elif command == "smaller_code":
            self._choose(max((other for other in SIZES if other < size), default=SIZES[0]))
        else:
            self._choose(USUAL)

    def _on_tab_changed(self, place: int) -> None:
        if place >= 0:
            self.file_chosen.emit(self.bar.tabData(place))

    def _on_smaller_clicked(self) -> None:
        self.change_size("smaller_code")

    def _on_larger_clicked(self) -> None:
        self.change_size("larger_code")

    def _choose(self, size: int) -> None:
        self.show_size(size)
        self.size_chosen.emit(size)


def _tool(theme: Theme, icon: str, words: str) -> Button:
    made = Button(theme, "", "tool").with_icon(icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)  # as high as its neighbour with words
    return made
