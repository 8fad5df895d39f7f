"""The bar on top: the brand, the tabs and who sits here; in a lesson, where one is in it and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.marks import Brand, Dots, Face, State
from app.ui.parts import Button, label, row
from app.ui.theme import Theme

if TYPE_CHECKING:  # at run time the first pixel would wait for the store and the packs
    from app.progress.people import Person
    from app.ui.values import LessonView

Tab = Literal["week", "group", "packs"]
KEYS = {"week": "Alt+W", "group": "Alt+G", "packs": "Alt+P", "people": "Alt+C"}
TABS: dict[str, str] = {"week": "This week", "group": "Group", "packs": "Packs"}


class TopBar(QFrame):
    """`asked_for` carries `week`, `group`, `packs` or `people`."""

    asked_for = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._face, self._name = Face(theme, "", own=True), ElidedLabel()
        self._change = Button(theme, "Change person").with_keys(KEYS["people"])
        self._change.clicked.connect(self._on_change_clicked)
        self.back = Button(theme, "This week").with_icon("arrow-left").with_keys(KEYS["week"])
        self.back.clicked.connect(self._on_back_clicked)
        self._row, self._crumb = self._made_tabs(theme), _Crumb(theme)
        brand = row(Brand(theme), label("Midweek", "brand", wrap=False), gap=9)
        inside = row(brand, self._row, gap=20, margins=(20, 7, 20, 7))
        inside.addWidget(self._crumb)
        inside.addStretch(1)
        inside.addWidget(self.back)
        inside.addLayout(row(self._face, self._name, gap=8))
        inside.addWidget(self._change)
        self.setLayout(inside)
        self.show_tab("week")
        self.set_person(None)

    def set_person(self, person: Person | None) -> None:
        """Show who sits here, or nobody."""
        for part in (self._face, self._name, self._change):
            part.setVisible(person is not None)
        if person:
            self._face.set_initials(person.initials)
            self._name.setText(person.label)
        self.tabs["week"].setVisible(person is not None)

    def show_tab(self, tab: str) -> None:
        """Show the tabs, with this one on; `people` has none."""
        self._crumb.hide()  # first: for a moment with both in it, the bar would make the window wider
        self.back.hide()
        self._row.show()
        self._change.setVisible(not self._face.isHidden() and tab != "people")
        self._group.setExclusive(False)
        for name, button in self.tabs.items():
            button.setChecked(name == tab)
        self._group.setExclusive(True)

    def show_lesson(self, view: LessonView) -> None:
        """Show where in the lesson somebody is."""
        self._row.hide()
        self._change.hide()
        self._crumb.show_lesson(view)
        self._crumb.show()
        self.back.show()

    def _made_tabs(self, theme: Theme) -> QWidget:
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Button] = {}
        inside = QHBoxLayout()
        inside.setSpacing(4)
        inside.setContentsMargins(0, 0, 0, 0)
        for name, words in TABS.items():
            button = Button(theme, words, "tab").with_keys(KEYS[name])
            button.setCheckable(True)
            self._group.addButton(button)
            self.tabs[name] = button
            inside.addWidget(button)
        self._group.buttonClicked.connect(self._on_tab_clicked)
        holder = QWidget()
        holder.setLayout(inside)
        return holder

    def _on_tab_clicked(self, clicked: Button) -> None:
        self.asked_for.emit(next(name for name, button in self.tabs.items() if button is clicked))

    def _on_back_clicked(self) -> None:
        self.asked_for.emit("week")

    def _on_change_clicked(self) -> None:
        self.asked_for.emit("people")


class _Crumb(QWidget):
    """`Lesson 4 · Pictures that speak`, a bar a step, `4 of 8`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._where, self._dots = ElidedLabel("soft"), Dots(theme)
        self._count = label("", "soft", wrap=False)
        inside = row(self._where, self._dots, self._count, gap=10)
        self.setLayout(inside)

    def show_lesson(self, view: LessonView) -> None:
        """Show the place of this exercise."""
        steps = view.lesson.exercises
        self._where.setText(f"Lesson {view.number} · {view.lesson.title}")
        self._dots.set_states(_states(view))
        self._count.setText(f"{view.step} of {len(steps)}")
        self.setAccessibleName(f"{self._where.text()}, {self._count.text()}")


def _states(view: LessonView) -> tuple[State, ...]:
    places: Sequence[tuple[int, str]] = [(n, step.id) for n, step in enumerate(view.lesson.exercises, 1)]
    return tuple("next" if n == view.step else "passed" if id in view.passed else "open" for n, id in places)


class ElidedLabel(QLabel):
    """Words that may be cut short with … where there is no room; a tooltip then says the whole."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """A few letters at least."""
        return QSize(
            min(super().sizeHint().width(), self.fontMetrics().averageCharWidth() * 5), super().sizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
