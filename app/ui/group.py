"""The group's week: who did what, who is stuck, where help is wanted; the same for everybody who looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.progress import times
from app.progress.status import Word
from app.progress.table import Cell, Row, Table
from app.ui.flow import Flow
from app.ui.group_table import GroupTable, Sign
from app.ui.home_words import day_words
from app.ui.parts import Columns, Page, clear, column, frame, label, row, rule
from app.ui.text_view import TextView
from app.ui.theme import Theme
from app.ui.values import GroupView

LEGEND = (
    (Cell("passed"), "passed"),
    (Cell("tries", 5), "tries, not passed yet"),
    (Cell("asked"), "asked for help"),
    (Cell("not tried"), "not tried"),
)
TERMS = "Stuck means four tries without passing; passing clears it. Each person sees exactly this about themselves."


class Group(Page):
    """Shows a GroupView. `help_wanted` holds what stands under *Where help is wanted*, a text each."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self.help_wanted = theme, list[str]()
        self._week, self._name = label("", "soft"), label("", "h1")
        self.table = GroupTable(theme)
        self._nobody = label("Nobody is here yet. Whoever adds their name on this PC appears in this table.", "soft")
        self._help_rows = column()
        self._help = frame(
            "card", column(label("Where help is wanted", "h2"), self._help_rows, margins=(20, 18, 20, 14))
        )
        self._meeting_title, self._meeting_text = label("", "h2"), label("", "small")
        inside = column(self._meeting_title, 6, self._meeting_text, margins=(20, 18, 20, 18))
        self._meeting = frame("card", inside)
        super().__init__(self._built())
        self.setAccessibleName("Group")
        self.table.selectionModel().currentChanged.connect(self._on_cell_changed)

    def show_group(self, view: GroupView) -> None:
        """Show the group's week."""
        self._week.setText(week_words(view))
        self._name.setText(view.name)
        self.table.show_table(view.table)
        self.table.setVisible(bool(view.table.rows))
        self._nobody.setVisible(not view.table.rows)
        self._show_help(view.table)
        self._meeting.setVisible(view.meeting is not None)
        if view.meeting is not None:
            day = view.meeting.date()
            self._meeting_title.setText(f"{day:%A} {day.day} {day:%B}, {times.spoken_clock(view.meeting.time())}")
            expected = sum(one.status.word is not Word.AWAY for one in view.table.rows)
            today = view.table.now.astimezone(view.table.week.zone).date()
            people = "1 person" if expected == 1 else f"{expected} people"
            self._meeting_text.setText(f"The group meets {day_words(day, today)}. {people} expected.")

    def _built(self) -> QVBoxLayout:
        below = column(self._legend(), label(TERMS, "softsmall"), gap=8)
        card = frame("card", column(self.table, self._nobody, 12, below, margins=(20, 8, 20, 16)))
        wide, narrow = QWidget(), QWidget()
        wide.setLayout(column(column(self._week, self._name), card, None, gap=16))
        narrow.setLayout(column(self._help, self._meeting, None, gap=18))
        return column(Columns(self._theme, wide, narrow, 330), None, margins=(40, 24, 40, 24))

    def _legend(self) -> QWidget:
        legend = QWidget()
        parts = Flow(gap=12)
        for cell, words in LEGEND:
            one = QWidget()
            one.setLayout(row(Sign(self._theme, cell), label(words, "softsmall", wrap=False), gap=6))
            parts.addWidget(one)
        legend.setLayout(parts)
        return legend

    def _show_help(self, table: Table) -> None:
        clear(self._help_rows)
        wanted = [words for one in table.rows for words in help_words(one, table)]
        wanted = wanted or [("Nobody is stuck, and nobody has asked.", "")]
        self.help_wanted = [" · ".join(part for part in words if part).replace("**", "") for words in wanted]
        for place, (who, how) in enumerate(wanted):
            if place:
                self._help_rows.addWidget(rule())
            view, more = TextView(self._theme), TextView(self._theme, size=14, ink="soft")
            view.show_line(who)
            more.show_line(how)
            self._help_rows.addLayout(column(view, more, gap=2, margins=(0, 10, 0, 8)))
            more.setHidden(not how)

    def _on_cell_changed(self, current: QModelIndex) -> None:
        box = self.table.visualRect(current)
        centre = self.sheet.mapFromGlobal(self.table.viewport().mapToGlobal(box.center()))
        self.ensureVisible(centre.x(), centre.y(), 0, box.height())


def week_words(view: GroupView) -> str:
    """`Week of 18 to 25 November · Lesson 4: Pictures that speak`."""
    zone = view.table.week.zone
    start, end = view.table.week.start.astimezone(zone).date(), view.table.week.end.astimezone(zone).date()
    lesson = f"Lesson {view.number}: {view.lesson}"
    return f"Week of {times.span(start, end)} · {lesson}" if (end - start).days < 400 else lesson


def help_words(one: Row, table: Table) -> list[tuple[str, str]]:
    """Pairs of who and how: `**Joan Pike**, exercise 2: Headings` and `5 tries, not passed yet · goal: …`."""
    if one.status.word not in (Word.ASKED, Word.STUCK):
        return []
    found = []
    for number, (step, cell) in enumerate(zip(table.plan.steps, one.cells, strict=True), 1):
        stuck_here = one.status.word is Word.STUCK and one.status.text == f"Stuck on {number}"
        if cell.state == "asked" or stuck_here:
            goal = f" · goal: {cell.goal}" if cell.goal else ""
            found.append((f"**{one.person.label}**, exercise {number}: {step.title}", f"{cell.text}{goal}"))
    return found or [(f"**{one.person.label}**", f"{one.status.text[0].lower()}{one.status.text[1:]}")]
