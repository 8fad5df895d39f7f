"""The left pane of a lesson: what to learn and do, the goals, what was found, hints, and the main button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.checks.report import Report
from app.ui.flow import Flow
from app.ui.goals import Goals
from app.ui.message import HintsCard, MessageCard, PassedCard
from app.ui.messages import RIGHT_NOW, Message, messages_of
from app.ui.notice import announce
from app.ui.parts import Button, column, label
from app.ui.text_view import TextView
from app.ui.theme import Theme
from app.ui.values import LessonView


class TextPane(QWidget):
    """`main_clicked` means check, or go on where all is met; `hint_opened` carries how many are open now."""

    check_requested = Signal()
    next_requested = Signal()
    hint_opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.learn, self.do = label("", "title"), TextView(theme), TextView(theme)
        self.goals, self.message = Goals(theme), MessageCard(theme)
        self.passed, self.hints = PassedCard(theme), HintsCard(theme)
        self.main = Button(theme, "", "main")
        self.again = Button(theme, "Check again", small=True)
        self.hint = Button(theme, "Hint", small=True).with_icon("lightbulb").with_keys("Alt+H")
        self._key = label("Ctrl Enter", "key", wrap=False)
        self._view: LessonView | None = None
        self._opened: list[str] = []
        self._wanted: QWidget | None = None  # the card that was brought into sight last
        self._checking = self._done = False
        self.area = self._scrolling()
        self.ready = label("", "good", wrap=False)
        self.ready.hide()
        foot = QWidget()
        foot.setProperty("foot", "true")
        foot.setLayout(Flow(self.main, self.ready, self._key, self.again, self.hint, gap=8))
        self.setLayout(column(self.area, column(foot, margins=(22, 10, 18, 16))))
        self.main.clicked.connect(self.go_on)
        self.again.clicked.connect(self.ask_for_check)
        self.hint.clicked.connect(self._on_hint_clicked)
        self.message.hint_asked_for.connect(self._on_hint_clicked)
        self.message.shown.connect(self._on_message_shown)

    def show_exercise(self, view: LessonView) -> None:
        """Show another exercise, nothing checked yet."""
        self._view, self._opened, self._done, self._wanted = view, [], False, None
        exercise = view.exercise
        self.title.setText(exercise.title)
        for part, text in ((self.learn, exercise.learn), (self.do, exercise.do)):
            part.show_markdown(text)
            part.setVisible(bool(text.strip()))
        self.goals.show_checks(exercise.checks)
        self.message.show_messages(())
        self.passed.hide()
        self.hints.show_hints(())
        self._show_state()
        self.area.verticalScrollBar().setValue(0)

    def show_checking(self) -> None:
        """A check is under way."""
        self._checking = True
        self._show_state()

    def show_report(self, report: Report) -> None:
        """Show how it came out."""
        self._checking, self._done = False, report.passed
        self.goals.show_findings(report.findings)
        self.message.show_messages(messages_of(report))
        if report.passed:
            self.passed.show_report(report)
            self.hints.hide()
        else:
            self.passed.hide()
        self._show_state()
        QTimer.singleShot(0, self._show_outcome)

    def show_look(self, report: Report, *, whole: bool) -> None:
        """Show how the page stands while somebody types: only ticks, and what was said and no longer holds."""
        self.goals.show_look(report.findings)
        if whole:
            self.message.show_look(report)
        self.passed.setVisible(self._done and self.goals.all_met)
        self._show_state()

    def show_failed(self) -> None:
        """The check could not be made; the reason is said elsewhere."""
        self._checking = False
        self._show_state()

    def go_on(self) -> None:
        """What the main button does: check, or go to the next exercise."""
        if self._done:
            self.next_requested.emit()
        else:
            self.ask_for_check()

    def ask_for_check(self) -> None:
        """Ask for a check, unless one is under way."""
        if not self._checking:
            self.check_requested.emit()

    def open_hint(self) -> None:
        """Open one more hint, where there is one."""
        left = self._left()
        if left:
            self._opened.append(left[0])
            self.hints.show_hints(self._opened)
            self._show_state()
            self.hint_opened.emit(len(self._opened))
            QTimer.singleShot(0, self._show_hint)

    def _scrolling(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("ground", "card")
        cards = column(self.passed, self.message, self.hints, gap=10)
        texts = column(self.title, 10, self.learn, 10, self.do, 10, self.goals, 14, cards, None)
        texts.setContentsMargins(22, 18, 22, 8)
        content.setLayout(texts)
        self._texts = texts
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows and Page Down can scroll it
        area.setAccessibleName("The exercise")
        area.setWidget(content)
        area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        return area

    def _left(self) -> Sequence[str]:
        """The hints that can still be opened: those of the goal that is talked about, then the exercise's."""
        if self._view is None:
            return ()
        message = self.message.message
        of_goal = message.hints if message else next((c.hints for c in self._view.exercise.checks if c.hints), ())
        return [hint for hint in dict.fromkeys((*of_goal, *self._view.exercise.hints)) if hint not in self._opened]

    def _show_state(self) -> None:
        following = "Back to this week" if self._view and self._view.last else "Next exercise"
        self.main.setText("Checking…" if self._checking else following if self._done else "Check my page")
        self.main.with_icon("arrow-right" if self._done and not self._checking else "", after=True)
        ready = self.goals.all_met and not self._done
        self._invite(ready=ready)
        self.again.setVisible(self._done)
        self._key.setVisible(not self._done and not ready)
        left = bool(self._left())
        any_hints = left or bool(self._opened)
        self.hint.setVisible(any_hints and not self._done and (not ready or self.hint.hasFocus()))
        self.hint.setEnabled(left)
        self.message.hint.setVisible(any_hints and self.message.message is not RIGHT_NOW)
        self.message.hint.setEnabled(left)
        self.message.hint.setText("A hint" if not self._opened else "Another hint")

    def _invite(self, *, ready: bool) -> None:
        """Say beside the main button, in the place of keys and hints, that all is ticked."""
        goals = len([line for line in self.goals.lines() if not line.advice])
        ticked = {1: "The goal is ticked", 2: "Both goals are ticked"}.get(goals, f"All {goals} goals are ticked")
        self.ready.setText(ticked)
        if ready and self.ready.isHidden():
            announce(self.ready, f"{ticked}. Check your page to pass.")
        self.ready.setVisible(ready)

    def _on_hint_clicked(self) -> None:
        self.open_hint()

    def _on_message_shown(self, _message: Message) -> None:
        self._show_state()

    def _show_outcome(self) -> None:
        self._bring(self.passed if self._done else self.message)

    def _show_hint(self) -> None:
        self._bring(self.hints)

    def _bring(self, card: QWidget) -> None:
        """Scroll a card into sight, once the texts have taken their new heights."""
        self._wanted = card
        self._texts.activate()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        if self._wanted is not None:
            self.area.ensureWidgetVisible(self._wanted, 0, 12)
