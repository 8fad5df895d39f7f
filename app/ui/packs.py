"""The packs on this PC: those that can be opened, and those that cannot with everything that is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.packs.model import Pack, Problem
from app.ui.flow import Flow
from app.ui.notice import announce
from app.ui.parts import Button, Page, clear, column, frame, label, rule
from app.ui.text_view import TextView
from app.ui.theme import Theme
from app.ui.values import FaultyPack, PacksView

RECHECK = (
    "Was a check in a pack corrected? Pages that were tried and did not pass can be checked once more. "
    "Nobody loses a pass, and nobody's text is changed."
)


class Packs(Page):
    """Shows a PacksView. `recheck_requested`: the work stored on this PC is to be checked again."""

    recheck_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cards: QVBoxLayout = column(gap=16)
        self.recheck, self.rechecked = Button(theme, "", "quiet"), label("", "strong")
        foot = column(label(RECHECK, "soft"), Flow(self.recheck), self.rechecked, gap=10, margins=(20, 18, 20, 18))
        self._foot = frame("card", foot)
        whole = column(label("Packs", "h1"), self._cards, self._foot, None, gap=16, margins=(40, 24, 40, 24))
        super().__init__(whole)
        self.recheck.clicked.connect(self.recheck_requested)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows and Page Down can scroll it
        self.setAccessibleName("Packs")

    def show_packs(self, view: PacksView) -> None:
        """Show what is there."""
        clear(self._cards)
        self.show_rechecked("")
        self._foot.setVisible(bool(view.packs))
        for faulty in view.faulty:
            self._cards.addWidget(self._faulty_card(faulty))
        for pack in view.packs:
            self._cards.addWidget(self._pack_card(pack))
        if not view.packs:
            words = "No pack can be opened. Put a pack's folder into the packs folder and start Midweek again."
            self._cards.addWidget(frame("card", column(label(words), margins=(20, 18, 20, 18))))

    def show_rechecking(self) -> None:
        """The stored work is being checked."""
        self.recheck.setText("Checking…")
        self.rechecked.hide()

    def show_rechecked(self, sentence: str) -> None:
        """Say what came of it; nothing where the sentence is empty."""
        self.recheck.setText("Check stored work again")
        self.rechecked.setText(sentence)
        self.rechecked.setVisible(bool(sentence))
        if sentence:
            announce(self.rechecked, sentence)
            QTimer.singleShot(0, self._show_outcome)

    def _show_outcome(self) -> None:
        """Scroll to the sentence, once the page has taken its new height."""
        self.ensureWidgetVisible(self.rechecked, 0, 24)

    def _pack_card(self, pack: Pack) -> QFrame:
        inside = column(label(pack.title, "h2"), label(f"Version {pack.version} · {pack.licence}", "softsmall"))
        inside.setContentsMargins(20, 18, 20, 18)
        inside.setSpacing(6)
        about = TextView(self._theme)
        about.show_markdown(pack.about)
        inside.addWidget(about)
        for number, lesson in enumerate(pack.lessons, 1):
            steps = len(lesson.exercises)
            inside.addWidget(rule())
            inside.addWidget(label(f"{number}  {lesson.title}", "strong"))
            inside.addWidget(
                label(f"{steps} {'step' if steps == 1 else 'steps'} · {lesson.minutes} minutes", "softsmall")
            )
        return frame("card", inside)

    def _faulty_card(self, faulty: FaultyPack) -> QFrame:
        count = len(faulty.problems)
        words = f"This pack cannot be opened yet: {count} {'thing is' if count == 1 else 'things are'} wrong with it."
        inside = column(label(faulty.name, "h2"), label(words, "care"), gap=6, margins=(20, 18, 20, 18))
        for problem in faulty.problems:
            view = TextView(self._theme)
            view.show_line(problem_words(problem))
            inside.addWidget(rule())
            inside.addWidget(view)
        return frame("card", inside)


def problem_words(problem: Problem) -> str:
    """`first-page/01.md, line 12: message remedy`."""
    line = f", line {problem.where.line}" if problem.where.line else ""
    where = f"**{problem.where.file}{line}:** " if problem.where.file else ""
    return f"{where}{problem.message} {problem.remedy}"
