"""Who is here? Choose a name, or add one; the first time, a word of welcome."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.errors import AppError
from app.progress.people import Person
from app.ui.marks import Face, Picture
from app.ui.notice import announce
from app.ui.parts import Button, Page, clear, column, frame, label, row, widgets_in
from app.ui.rows import RowButton
from app.ui.theme import Theme

WIDTH = 560
WELCOME = "Here you learn to make web pages, at your own pace, with your group."
PROMISES = (
    ("pencil-line", "You type, and your page appears beside it as you go."),
    ("clock", "An exercise takes about five minutes."),
    ("save", "All you type is kept, and nothing can break."),
)


class People(Page):
    """`person_chosen` carries an id, `name_given` what was typed; `show_problem` says why a name was not taken."""

    person_chosen = Signal(str)
    name_given = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._title, self._welcome = label("", "h1"), self._promises()
        self._rows = column(gap=6)
        self._list = frame("card", column(self._rows, margins=(12, 12, 12, 12)))
        self._ask = label("", "h3")
        self.field = QLineEdit()
        self._problem = label("", "stop")
        self._problem.hide()
        self.add = Button(theme, "", "main")
        super().__init__(column(row(None, self._built(), None), None, margins=(24, 40, 24, 24)))
        self.setAccessibleName("Who is here?")
        self.add.clicked.connect(self._on_name_entered)
        self.field.returnPressed.connect(self._on_name_entered)
        self.field.textEdited.connect(self._problem.hide)
        theme.changed.connect(self._fit)
        self._fit()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who can be chosen; with nobody there, welcome the first."""
        first = not people
        clear(self._rows)
        for person in people:
            one = RowButton(
                row(Face(self._theme, person.initials), label(person.label), None, gap=14, margins=(12, 8, 12, 8))
            )
            one.id = person.id
            one.setAccessibleName(person.label)
            one.clicked.connect(self._on_row_clicked)
            self._rows.addWidget(one)
        self._list.setVisible(not first)
        self._title.setText("Welcome to Midweek" if first else "Who is here?")
        self._welcome.setVisible(first)
        self._ask.setText("What is your name?" if first else "Your name is not here?")
        self.add.setText("Begin" if first else "Add me")
        self.add.set_kind("main" if first else "quiet")
        self.field.clear()
        self._problem.hide()
        (self.field if first else self.rows()[0]).setFocus()

    def rows(self) -> list[RowButton]:
        """The people who can be chosen, a button each."""
        return widgets_in(self._rows, RowButton)

    def show_problem(self, problem: AppError) -> None:
        """Say why the name was not taken, beside the field, which keeps what was typed."""
        self._problem.setText(str(problem))
        self._problem.show()
        self.field.setAccessibleDescription(str(problem))
        self.field.setFocus()
        self.field.selectAll()
        announce(self.field, str(problem))

    @property
    def problem(self) -> str:
        """What is said about the name, or nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _built(self) -> QWidget:
        self._ask.setBuddy(self.field)
        self.field.setAccessibleName("Your name")
        self.field.setMaxLength(200)
        line = row(self.field, self.add, gap=10)
        line.setStretch(0, 1)
        note = label("Only this PC and your group see it. Use the name the others know you by.", "softsmall")
        new = column(self._ask, 8, line, 8, self._problem, note)
        self._middle = QWidget()
        self._middle.setLayout(column(self._title, self._welcome, self._list, 4, new, gap=16))
        return self._middle

    def _promises(self) -> QFrame:
        lines = column(label(WELCOME), gap=14, margins=(24, 20, 24, 20))
        for icon, words in PROMISES:
            line = row(Picture(self._theme, icon), label(words), gap=14)
            line.setStretch(1, 1)
            lines.addLayout(line)
        return frame("card", lines)

    def _fit(self) -> None:
        self._middle.setFixedWidth(min(self._theme.px(WIDTH), 1000))

    def _on_row_clicked(self) -> None:
        one = self.sender()
        if isinstance(one, RowButton):
            self.person_chosen.emit(one.id)

    def _on_name_entered(self) -> None:
        self.name_given.emit(self.field.text())
