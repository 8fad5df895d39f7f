"""The left pane while two texts are compared in the middle one: earlier versions to choose from, or the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.flow import Flow
from app.ui.marks import Clock, Tick
from app.ui.notice import announce
from app.ui.parts import Button, clear, column, label, restyle, row, widgets_in
from app.ui.rows import RowButton
from app.ui.theme import Theme

CHOOSE = "Choose one to compare it with your page now."
NONE_YET = "There is none yet. Each time you check your page, its text is kept here."
ANSWER = "This is one way to do it. Yours may differ and be right as well: the goals decide."


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One earlier version in words: when it was, why it was kept, whether it passed, whether it is the page of now."""

    when: str
    why: str
    passed: bool = False
    is_now: bool = False


class ComparePane(QWidget):
    """Signals: `version_chosen(int)` its place in the list; `use_requested`; `close_requested`; `step_requested(int)`
    to the next (1) place that differs or the one before (-1).
    """

    version_chosen = Signal(int)
    use_requested = Signal()
    step_requested = Signal(int)
    close_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.words, self.places = label("", "title"), label("", "soft"), label("", "strong")
        self._lines = column(gap=4)
        self.before = Button(theme, "Previous", small=True).with_icon("chevron-left")
        self.after = Button(theme, "Next", small=True).with_icon("chevron-right", after=True)
        self.use = Button(theme, "Use this version", "main")
        self.back = Button(theme, "Back to my page", "quiet")
        self.before.setAccessibleName("The previous place that differs (Shift+F7)")
        self.after.setAccessibleName("The next place that differs (F7)")
        foot = QWidget()
        foot.setProperty("foot", "true")
        foot.setLayout(Flow(self.use, self.back, gap=8))
        self._area = self._scrolling()
        self.setLayout(column(self._area, column(foot, margins=(22, 10, 18, 16))))
        for button, slot in (
            (self.before, self._on_before_clicked),
            (self.after, self._on_after_clicked),
            (self.use, self.use_requested),
            (self.back, self.close_requested),
        ):
            button.clicked.connect(slot)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes."""
        lines = self.lines()
        return next((line for line in lines if line.property("now") == "true"), lines[0]) if lines else self.back

    def show_versions(self, versions: Sequence[VersionLine]) -> None:
        """Offer these, none chosen yet."""
        self._show("Earlier versions", CHOOSE if versions else NONE_YET)
        for place, version in enumerate(versions):
            self._lines.addWidget(self._line(version, place))
        self.use.setVisible(bool(versions))
        self.use.setEnabled(False)

    def show_answer(self) -> None:
        """The middle pane shows the answer beside one's own page."""
        self._show("The answer beside your page", ANSWER)
        self.use.hide()

    def show_chosen(self, place: int, *, usable: bool) -> None:
        """This version is shown; `usable`: it is another text than the page has now."""
        for number, line in enumerate(self.lines()):
            line.setProperty("now", "true" if number == place else "false")
            line.setAccessibleName(f"{line.id}{', shown' if number == place else ''}")
            restyle(line)
        QTimer.singleShot(0, self, self._keep_in_sight)
        self.use.setEnabled(usable)

    def show_places(self, file: str, count: int | None, elsewhere: Sequence[str] = ()) -> None:
        """How many places of a file differ (None: not known yet), and which other files differ too."""
        differ = "1 place differs" if count == 1 else f"{count} places differ"
        said = "" if count is None else f"{differ} in {file}." if count else f"Nothing differs in {file}."
        if elsewhere:
            said += f" {' and '.join(elsewhere)} {'differs' if len(elsewhere) == 1 else 'differ'} too."
        self.places.setText(said)
        for button in (self.before, self.after):
            button.setVisible(bool(count))
        if said:
            announce(self.places, said)

    def show_step(self, number: int, of: int) -> None:
        """This difference is shown in the middle."""
        self.places.setText(f"Difference {number} of {of}")

    def lines(self) -> list[RowButton]:
        """The versions, as they stand."""
        return widgets_in(self._lines, RowButton)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
        clear(self._lines)
        self.show_places("", None)
        self._area.verticalScrollBar().setValue(0)

    def _line(self, version: VersionLine, place: int) -> RowButton:
        when = version.when[0].upper() + version.when[1:]
        why = f"{version.why}, as your page is now" if version.is_now else version.why
        words = column(label(when, "strong"), label(why, "softsmall"), gap=1)
        inside = row(gap=10, margins=(10, 7, 10, 7))
        sign = Tick(self._theme, "passed") if version.passed else Clock(self._theme)
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        line = RowButton(inside, f"{when}, {why}")
        line.setAccessibleName(line.id)
        line.setProperty("place", place)
        line.clicked.connect(self._on_line_clicked)
        return line

    def _keep_in_sight(self) -> None:
        """Scroll to the version that is shown, once the list has its heights."""
        if self.lines():
            self._area.ensureWidgetVisible(self.first, 0, 12)

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("ground", "card")
        steps = QWidget()
        steps.setLayout(Flow(self.before, self.after, gap=4))
        differing = column(self.places, row(steps, margins=(-6, 0, 0, 0)))
        inside = column(self.title, 8, self.words, 12, differing, 10, self._lines, None, margins=(22, 18, 22, 8))
        content.setLayout(inside)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _on_line_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, RowButton):
            self.version_chosen.emit(line.property("place"))

    def _on_before_clicked(self) -> None:
        self.step_requested.emit(-1)

    def _on_after_clicked(self) -> None:
        self.step_requested.emit(1)
