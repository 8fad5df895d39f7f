"""The quiet cards beside the week: the group and the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.progress import times
from app.progress.table import Row, Table
from app.ui.home_words import day_words, quiet_status, short_name, since_words
from app.ui.marks import Face
from app.ui.parts import clear, column, frame, label, row
from app.ui.theme import Theme


class GroupCard(QWidget):
    """The others, quietly: a face, a name and how far, without ranking."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._since = label("", "softsmall")
        self._rows = column(gap=8)
        inside = column(label("Our group", "h2"), 4, self._since, 8, self._rows, margins=(20, 18, 20, 18))
        self.setLayout(column(frame("card", inside)))

    def show_group(self, table: Table | None, own: Row | None) -> None:
        """Show everybody of the table, or nothing where there is nobody else."""
        self.setVisible(table is not None and len(table.rows) > 1)
        clear(self._rows)
        if table is None:
            return
        self._since.setText(since_words(table))
        self._since.setVisible(bool(self._since.text()))
        for one in table.rows:
            self._rows.addWidget(self._neighbour(one, own, [other.person.name for other in table.rows]))

    def _neighbour(self, one: Row, own: Row | None, names: Sequence[str]) -> QWidget:
        you = own is not None and one.person.id == own.person.id
        name = label("You" if you else short_name(one.person.label, names), "strong" if you else "", wrap=False)
        name.setToolTip(one.person.label)
        note = label(quiet_status(one), "softsmall")
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QWidget()
        inside = row(Face(self._theme, one.person.initials, own=you), name, note, gap=10)
        inside.setStretch(2, 1)
        line.setLayout(inside)
        line.setAccessibleName(f"{name.text()}, {note.text()}")
        return line


class MeetingCard(QWidget):
    """When the group meets next, and what to know about it."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._when = label("", "h2"), label("")
        self._notes = column(gap=8)
        note = frame("note", column(self._notes, margins=(14, 2, 0, 2)))
        self._note = note
        self.setLayout(column(frame("card", column(self._title, 8, self._when, 8, note, margins=(20, 18, 20, 18)))))

    def show_meeting(self, meeting: datetime | None, today: date, notes: Sequence[str]) -> None:
        """Show the meeting and the notes, or nothing where there is neither."""
        self.setVisible(meeting is not None or bool(notes))
        self._title.setText(_heading(meeting.date(), today) if meeting else "Good to know")
        self._when.setText(f"We meet at {times.spoken_clock(meeting.time())}." if meeting else "")
        self._when.setVisible(meeting is not None)
        clear(self._notes)
        for text in notes:
            self._notes.addWidget(label(text, "small"))
        self._note.setVisible(bool(notes))


def _heading(day: date, today: date) -> str:
    words = day_words(day, today)
    return words[0].upper() + words[1:]
