"""The program: the rooms below and the window, wired together; who is here, where they are, what they asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.browser.start import Browser
from app.desk.closing import Closing
from app.desk.inspecting import Inspecting
from app.desk.recovering import Recovering
from app.errors import AppError, BrowserError, StorageError
from app.packs.assets import read_assets
from app.packs.kept import read_shelf
from app.paths import Home
from app.practice.drafts import Drafts
from app.practice.sitting import Desk, Sitting, next_exercise
from app.progress import done
from app.progress.people import Person, add_person, find_person, read_people
from app.progress.store import Store
from app.settings import Settings
from app.ui.window import Window
from app.views import Place, find_place, lesson_view, packs_view, this_week

if TYPE_CHECKING:
    from app.browser.probe import Probe
    from app.desk.lesson import LessonDesk
    from app.desk.likes import Likes
    from app.desk.rechecking import Rechecking
    from app.ui.dialogs import BugDialog


class Program(QObject):
    """Everything that is open. `begin` shows the window; `wake_browser` makes the lesson screen, once, when wanted.

    `browser` may be awake already, or asleep until then.
    """

    def __init__(
        self, window: Window, home: Home, packs: Path, clock: Callable[[], datetime], browser: Browser
    ) -> None:
        super().__init__()
        self._home, self._clock = home, clock
        self.settings = Settings(home.settings, clock().date())
        self.store = Store.open(home.database, clock)
        self.drafts = Drafts(home.drafts, clock)
        self.shelf = read_shelf([packs], [home.packs], home.shelf)
        self.person: Person | None = None
        self.place: Place | None = None
        self.desk: LessonDesk | None = None
        self._browser = browser
        self._probe: Probe | None = None
        self._likes: Likes | None = None
        self.inspecting = Inspecting(self)
        self._work = Desk(self.drafts, self.store, self._ask, clock, self.inspecting.inspect)
        self._recovering = Recovering(window, home.sessions, self.store, clock)
        self._bug: BugDialog | None = None
        self.window, self.theme = window, window.theme
        self._rechecking: Rechecking | None = None
        self.window.asked_for.connect(self.show_screen)
        self.window.made.connect(self._on_screen_made)
        self._closing = Closing(window, self._on_closing)

    def begin(self, name: str = "", opening: str = "") -> None:
        """Show the window: at who is here, or as `name` at their week, or at the exercise `pack/lesson/id`."""
        self._recovering.begin()
        people = read_people(self.store)
        if name:
            known = next((person for person in people if person.label == name), None)
            self._seat(known or add_person(self.store, name))
        elif len(people) == 1:
            self._seat(people[0])
        self.window.show()
        for notice in (self.settings.notice, self.store.notice):
            if notice:
                self.window.show_notice(notice)
        if not (opening and self._open_place(opening)):
            self.show_screen("week")

    def wake_browser(self) -> LessonDesk:
        """The desk with its lesson screen; the first call starts the browser, once the window is on the screen."""
        if self.desk is None:
            from app.desk.lenses import Lenses
            from app.desk.setting_up import set_up  # here, since a start can show the week without it

            desk, self._likes = set_up(
                self.theme, self._browser, self.settings, self._home.opened, self.window.show_notice
            )
            desk.passed.connect(self._on_passed)
            desk.page_shown.connect(Lenses(desk.screen.page, self._ask).show_page)
            desk.screen.next_requested.connect(self._on_next_requested)
            self.window.add_lesson(desk.screen)
            self._closing.follow(desk)
            self.desk = desk
        return self.desk

    def choose_person(self, id: str) -> None:
        """This person sits down."""
        person = find_person(self.store, id)
        if person is not None:
            self.enter(person)

    def add_person(self, name: str) -> None:
        """Somebody new sits down; what is wrong with the name, or with the disk, is said where it was typed."""
        try:
            self.enter(add_person(self.store, name))
        except AppError as error:
            self.window.people.show_problem(error)

    def enter(self, person: Person) -> None:
        """Show this person's week, in the way they like it."""
        self._seat(person)
        self.show_screen("week")

    def _seat(self, person: Person) -> None:
        self.person = person
        try:
            self.settings.remember_person(person.id)
        except StorageError as error:
            self.window.show_notice(error)
        self.theme.set_choice(self.settings.preferences(person.id).theme)
        self.window.set_person(person)
        self._recovering.greet(person.id)

    def show_screen(self, name: str) -> None:
        """Fill a screen (`week`, `group`, `packs`, `people`) and show it; an exercise that was open is left."""
        if self.desk is not None:
            self.desk.leave()
        if name == "people" or (name == "week" and self.person is None):
            self.person = None
            self.window.set_person(None)
            self.window.people.show_people(read_people(self.store))
            self.window.show_screen("people")
            return
        if self.person is not None:
            self.place = this_week(self.shelf.packs, self.store, self.drafts, self.person.id)
        elif self.place is None:
            self.place = this_week(self.shelf.packs, self.store, self.drafts, "")
        self.window.show_screen(name if self._fill(name) else "packs")

    def open_exercise(self, id: str) -> None:
        """Open an exercise of the lesson that is in front."""
        exercise = self.place.lesson.exercise(id) if self.place else None
        if self.place is None or exercise is None or self.person is None:
            return
        try:
            desk = self.wake_browser()
        except BrowserError as error:
            self.window.show_notice(error)
            return
        place, person = self.place, self.person
        try:
            assets = read_assets(place.lesson.folder)
        except AppError as error:
            assets = {}
            self.window.show_notice(error)
        desk.leave()
        sitting = Sitting(self._work, person.id, place.pack, place.lesson, exercise, assets=assets)
        if self._likes is not None:
            self._likes.follow(person.id)
        self.window.show_lesson(lesson_view(place, sitting, self.store))
        desk.open(sitting)
        self._recovering.opened(desk)
        desk.screen.text.area.setFocus()  # reading comes first; F6 goes on to the editor

    def show_bug(self) -> None:
        """Say calmly that something went wrong; the work is kept first."""
        if self.desk is not None:
            self.desk.save()
        from app.ui.dialogs import BugDialog

        if self._bug is None or not self._bug.isVisible():
            self._bug = BugDialog(self.theme, self._home.log, self.window)
            self._bug.open()

    def close(self) -> None:
        """Keep everything and let everything go, the browser's pages before their profiles."""
        self._closing.at_once = True
        self.window.close()
        self.inspecting.close()
        self.store.close()

    def _fill(self, name: str) -> bool:
        if name == "packs" or self.place is None:
            self.window.packs.show_packs(packs_view(self.shelf))
            return self.place is not None
        from app.week_views import group_view, home_view  # here: a lesson opens without them

        if name == "week" and self.person is not None:
            self.window.home.show_week(home_view(self.place, self.store, self.drafts, self.person.id, self._clock()))
        elif name == "group":
            self.window.group.show_group(group_view(self.place, self.store, self._clock()))
        return True

    def _open_place(self, opening: str) -> bool:
        pack, lesson, exercise = ([*opening.split("/"), "", "", ""])[:3]
        place = find_place(self.shelf.packs, pack, lesson)
        if place is None or place.lesson.exercise(exercise) is None or self.person is None:
            self.window.show_notice(AppError(f"There is no exercise {opening}.", "Choose one from this week's list."))
            return False
        self.place = place
        self.open_exercise(exercise)
        return self.desk is not None

    def _ask(self, *question: Any) -> None:
        if self._probe is None:
            self._probe = self._browser.probe()
        self._probe.ask(*question)

    def _on_screen_made(self, name: str, screen: Any) -> None:
        match name:
            case "people":
                screen.person_chosen.connect(self.choose_person)
                screen.name_given.connect(self.add_person)
            case "week":
                screen.exercise_chosen.connect(self.open_exercise)
            case "packs":
                from app.desk.rechecking import Rechecking

                self._rechecking = Rechecking(screen, self.shelf, self._work)

    def _on_passed(self) -> None:
        if self.desk is not None and self.desk.sitting is not None and self.place is not None:
            self.window.bar.show_lesson(lesson_view(self.place, self.desk.sitting, self.store))

    def _on_next_requested(self) -> None:
        if self.desk is None or self.desk.sitting is None or self.place is None or self.person is None:
            return
        passed = done.passed_steps(self.store, self.person.id, self.place.ref)
        coming = next_exercise(self.place.lesson, self.desk.sitting.exercise.id, passed)
        if coming is None:
            self.show_screen("week")
        else:
            self.open_exercise(coming.id)

    def _on_closing(self) -> None:
        with suppress(StorageError):  # where the window stood is not worth a word
            self.settings.set_preferences(replace(self.settings.preferences(), window=self.window.place()))
        self._recovering.end()
