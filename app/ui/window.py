"""The one window: the bar, a line for messages, and one screen at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.errors import AppError
from app.progress.people import Person
from app.ui.focus import FocusRing
from app.ui.group import Group
from app.ui.home import Home
from app.ui.notice import Notice
from app.ui.packs import Packs
from app.ui.parts import column
from app.ui.people import People
from app.ui.theme import Theme
from app.ui.top_bar import TopBar
from app.ui.values import LessonView

if TYPE_CHECKING:
    from app.ui.lesson import Lesson  # it needs more than the first pixel can wait for

SIZE = QSize(1366, 728)  # an office screen less its task bar
LEAST = QSize(1024, 640)


class Window(QMainWindow):
    """Composes the screens, which are its attributes `people`, `home`, `group`, `packs`, and `lesson` once it is given.

    `asked_for` carries `week`, `group`, `packs` or `people`: whoever wires it fills that screen, then shows it.
    `closing` carries the event before the window goes.
    """

    asked_for = Signal(str)
    closing = Signal(QCloseEvent)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Midweek")
        self.theme = theme
        self.bar, self.notice, self._stack = TopBar(theme), Notice(theme), QStackedWidget()
        self.people, self.home, self.group, self.packs = People(theme), Home(theme), Group(theme), Packs(theme)
        self.lesson: Lesson | None = None
        self._screens: dict[str, QWidget] = {
            "people": self.people,
            "week": self.home,
            "group": self.group,
            "packs": self.packs,
        }
        self._stack.addWidget(QWidget())  # plain paper, until it is known who is here
        for screen in self._screens.values():
            self._stack.addWidget(screen)
        whole = QWidget()
        whole.setProperty("ground", "paper")
        inside = column(self.bar, self.notice)
        inside.addWidget(self._stack, 1)
        whole.setLayout(inside)
        self.setCentralWidget(whole)
        self.bar.asked_for.connect(self.asked_for)
        self.ring = FocusRing(theme, self)
        room = self.screen().availableSize().expandedTo(LEAST)
        self.resize(SIZE.boundedTo(room))

    def add_lesson(self, lesson: Lesson) -> None:
        """Give the window its lesson screen, which needs a browser and so may come after the first pixel."""
        self.lesson = lesson
        self._screens["lesson"] = lesson
        self._stack.addWidget(lesson)

    def set_person(self, person: Person | None) -> None:
        """Say in the bar who sits here, or nobody."""
        self.bar.set_person(person)

    def show_screen(self, name: str) -> None:
        """Show `people`, `week`, `group` or `packs`, filled before."""
        self.bar.show_tab(name)
        self._stack.setCurrentWidget(self._screens[name])
        first = {"week": self.home.main, "group": self.group.table, "packs": self.packs}.get(name)
        if first is not None:
            first.setFocus()

    def show_lesson(self, view: LessonView) -> None:
        """Open an exercise in the lesson screen and show it."""
        if self.lesson is None:
            raise LookupError("the window has no lesson screen yet")
        self.lesson.show_exercise(view)
        self.bar.show_lesson(view)
        self._stack.setCurrentWidget(self.lesson)
        self.lesson.text.area.setFocus()  # reading comes first; F6 goes on to the editor

    @property
    def screen_name(self) -> str:
        """Which screen is shown."""
        return next(name for name, screen in self._screens.items() if screen is self._stack.currentWidget())

    def show_notice(self, message: AppError | str) -> None:
        """Say one thing in the line under the bar."""
        self.notice.show_message(message)

    def place(self) -> str:
        """Where and how large the window is, as text to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, kept: str) -> None:
        """Put the window where it was; text that is not one of its own changes nothing."""
        self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be kept before it goes; whoever cannot keep it ignores the event, and the window stays."""
        event.accept()
        self.closing.emit(event)
