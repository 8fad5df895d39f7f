"""*This week*: what to do next, the steps of the lesson, the group, the meeting and the course."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.packs.model import Exercise
from app.ui.course_strip import CourseStrip
from app.ui.home_cards import GroupCard, MeetingCard
from app.ui.home_words import date_line, main_words, progress_words, step_words
from app.ui.marks import State, Tick
from app.ui.parts import Button, Columns, Page, clear, column, frame, label, row, widgets_in
from app.ui.rows import RowButton
from app.ui.theme import Theme
from app.ui.values import HomeView


class Home(Page):
    """Shows a HomeView; `exercise_chosen` carries the id of the step that somebody wants to open."""

    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._dates = label("", "soft")
        self._title = label("", "h1")
        self.main = Button(theme, "", "main").with_icon("arrow-right", after=True)
        self.main.clicked.connect(self._on_main_clicked)
        self._progress = label("", "softsmall", wrap=False)
        self._steps = column(gap=2)
        self._strip = CourseStrip(theme)
        self._course = frame("card", column(label("The course", "h3"), self._strip, gap=8, margins=(20, 15, 20, 14)))
        self._group = GroupCard(theme)
        self._meeting = MeetingCard()
        self._next = ""
        super().__init__(self._built(theme))
        self.setAccessibleName("This week")

    def show_week(self, view: HomeView) -> None:
        """Show somebody's week."""
        self._dates.setText(date_line(view.today, view.meeting))
        self._title.setText(f"Lesson {view.number}: {view.lesson.title}")
        steps = view.lesson.exercises
        following = view.mine.next
        self._next = following.id if following else (steps[0].id if steps else "")
        self.main.setText(main_words(view))
        self.main.setVisible(bool(steps))
        self._progress.setText(progress_words(view))
        self._show_steps(view)
        self._strip.show_course(view.course, view.number)
        self._course.setVisible(len(view.course) > 1)
        self._group.show_group(view.group, view.row)
        self._meeting.show_meeting(view.meeting, view.today, view.notes)

    def steps(self) -> list[StepRow]:
        """The rows, in order."""
        return widgets_in(self._steps, StepRow)

    def _built(self, theme: Theme) -> QVBoxLayout:
        hero = row(gap=28, margins=(0, 0, 0, 2))
        hero.addLayout(column(self._dates, self._title), 1)
        hero.addWidget(self.main, 0, Qt.AlignmentFlag.AlignBottom)
        head = row(label("This week", "h2"), None, self._progress)
        card = frame("card", column(head, 12, self._steps, margins=(20, 18, 20, 18)))
        wide, narrow = QWidget(), QWidget()
        wide.setLayout(column(hero, card, self._course, None, gap=16))
        narrow.setLayout(column(self._group, self._meeting, None, gap=18))
        return column(Columns(theme, wide, narrow, 372), None, margins=(40, 26, 40, 26))

    def _show_steps(self, view: HomeView) -> None:
        clear(self._steps)
        for number, exercise in enumerate(view.lesson.exercises, 1):
            now = view.mine.next is not None and exercise.id == view.mine.next.id
            state: State = "passed" if view.passed(exercise.id) else "next" if now else "open"
            step = StepRow(self._theme, exercise, number, state, view.mine.stopped if now else "")
            step.clicked.connect(self._on_step_clicked)
            self._steps.addWidget(step)

    def _on_step_clicked(self) -> None:
        step = self.sender()
        if isinstance(step, StepRow):
            self.exercise_chosen.emit(step.id)

    def _on_main_clicked(self) -> None:
        self.exercise_chosen.emit(self._next)


class StepRow(RowButton):
    """One step of the lesson."""

    def __init__(self, theme: Theme, exercise: Exercise, number: int, state: State, stopped: str) -> None:
        title = exercise.title if exercise.kind != "project" else f"Project: {exercise.title}"
        words = label(title, "strong" if state == "next" else "")
        note = label(" · ".join(part for part in (f"{exercise.minutes} min", stopped) if part), "softsmall", wrap=False)
        inside = row(Tick(theme, state), words, note, gap=14, margins=(12, 9, 12, 9))
        inside.setStretch(1, 1)
        super().__init__(inside, exercise.id)
        self.state = state
        self.setProperty("now", "true" if state == "next" else "false")
        self.setAccessibleName(step_words(exercise, number, state, stopped))
