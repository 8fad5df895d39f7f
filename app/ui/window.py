"""The one window: the bar, a line for messages, and one screen at a time, made when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.errors import AppError
from app.ui.focus import FocusRing
from app.ui.notice import Notice
from app.ui.parts import column
from app.ui.theme import Theme
from app.ui.top_bar import TopBar

if TYPE_CHECKING:  # at run time they come with the screens: they need more than the first pixel can wait for
    from app.progress.people import Person
    from app.ui.group import Group
    from app.ui.home import Home
    from app.ui.lesson import Lesson
    from app.ui.packs import Packs
    from app.ui.people import People
    from app.ui.values import LessonView

_Screen = TypeVar("_Screen", bound=QWidget)

SIZE = QSize(1366, 728)  # an office screen less its task bar
LEAST = QSize(1024, 640)


class Window(QMainWindow):
    """Composes the screens, which are its attributes `people`, `home`, `group`, `packs`, and `lesson` once it is given.

    `asked_for` carries `week`, `group`, `packs` or `people`: whoever wires it fills that screen, then shows it.
    `made` carries a screen's name and the screen, which is about to be used for the first time and not wired yet.
    `closing` carries the event before the window goes.
    """

    asked_for = Signal(str)
    made = Signal(str, QWidget)
    closing = Signal(QCloseEvent)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Midweek")
        self.theme = theme
        self.bar, self.notice, self._stack = TopBar(theme), Notice(theme), QStackedWidget()
        self.lesson: Lesson | None = None
        self._screens: dict[str, QWidget] = {}
        self._stack.addWidget(QWidget())  # plain paper, until it is known who is here
        whole = QWidget()
        whole.setProperty("ground", "paper")
        inside = column(self.bar, self.notice)
        inside.addWidget(self._stack, 1)
        whole.setLayout(inside)
        self.setCentralWidget(whole)
        self.bar.asked_for.connect(self.asked_for)
        self.ring = FocusRing(theme, self)
        theme.changed.connect(self._put_on)
        self._put_on()
        room = self.screen().availableSize().expandedTo(LEAST)
        self.resize(SIZE.boundedTo(room))

    @cached_property
    def people(self) -> People:
        """Who is here."""
        from app.ui.people import People

        return self._add("people", People(self.theme))

    @cached_property
    def home(self) -> Home:
        """This week."""
        from app.ui.home import Home

        return self._add("week", Home(self.theme))

    @cached_property
    def group(self) -> Group:
        """The group's week."""
        from app.ui.group import Group

        return self._add("group", Group(self.theme))

    @cached_property
    def packs(self) -> Packs:
        """The packs on this PC."""
        from app.ui.packs import Packs

        return self._add("packs", Packs(self.theme))

    def add_lesson(self, lesson: Lesson) -> None:
        """Give the window its lesson screen, which needs a browser and so may come after the first pixel."""
        self.lesson = self._add("lesson", lesson)

    def set_person(self, person: Person | None) -> None:
        """Say in the bar who sits here, or nobody."""
        self.bar.set_person(person)

    def show_screen(self, name: str) -> None:
        """Show `people`, `week`, `group` or `packs`, filled before."""
        screen, first = self._asked_for(name)
        self.bar.show_tab(name)
        self._stack.setCurrentWidget(screen)
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

    def show_notice(self, message: AppError | str, action: str = "") -> None:
        """Say one thing in the line under the bar, and offer one to do (`notice.action_chosen`) where there is one."""
        self.notice.show_message(message, action)

    def place(self) -> str:
        """Where and how large the window is, as text to be kept."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, kept: str) -> None:
        """Put the window where it was; text that is not one of its own changes nothing."""
        self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _put_on(self) -> None:
        """Wear the style sheet here, not on the application: there every screen would be styled anew at each step in
        which it is put together, which took three times as long as all else in making it.
        """
        self.setStyleSheet(self.theme.style_sheet())

    def _asked_for(self, name: str) -> tuple[QWidget, QWidget | None]:
        """The screen of that name, and what in it takes the keyboard; KeyError for another name."""
        match name:
            case "week":
                return self.home, self.home.main
            case "group":
                return self.group, self.group.table
            case "packs":
                return self.packs, self.packs
            case "people":
                return self.people, None
        raise KeyError(name)

    def _add(self, name: str, screen: _Screen) -> _Screen:
        self._screens[name] = screen
        self._stack.addWidget(screen)
        self.made.emit(name, screen)
        return screen

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be kept before it goes; whoever cannot keep it ignores the event, and the window stays."""
        event.accept()
        self.closing.emit(event)
