"""Leads from the page to the texts: a click to the line of what was clicked, a menu to the rules that style it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.checks.css.specificity import specificity
from app.checks.report import Place
from app.practice.sitting import Sitting
from app.ui.lesson import Lesson
from app.ui.page_caption import Way

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.pointing import Click, Styled, Styling
    from app.browser.preview import Preview

SHOW_RULES = "show_rules"  # the command
MOST = 12  # rules that are offered; nobody reads more
NO_ELEMENT = "Put the cursor on something that the page shows"
NO_RULE = "No rule of yours styles it yet"


class Leading(QObject):
    """Follows one sitting at a time, whose page the preview shows."""

    def __init__(self, screen: Lesson, preview: Preview) -> None:
        super().__init__(screen)
        self._screen, self._preview, self._pointer = screen, preview, preview.pointer
        self._sitting: Sitting | None = None
        self._pointer.clicked.connect(self._on_clicked)
        screen.page.caption.rules_asked_for.connect(self.show_rules)
        screen.page.caption.place_chosen.connect(screen.code.go_to)
        screen.commands.command_chosen.connect(self._on_command_chosen)

    def follow(self, sitting: Sitting | None) -> None:
        """Lead into the texts of this one."""
        self._sitting = sitting

    def show_rules(self, at: QPoint | None = None) -> None:
        """Open the menu of the rules that style what is pointed at, beside it or at a point of the screen."""
        if self._sitting is not None:
            page = self._sitting.page
            sheets = {file.name: file.text for file in page.files if file.name != page.entry}
            self._pointer.find_rules(page.text(page.entry), sheets, partial(self._on_rules_found, self._sitting, at))

    def _on_clicked(self, menu: bool, at: QPoint) -> None:
        if self._sitting is not None:
            page, spot = self._sitting.page, self._preview.view.mapToGlobal(at) if menu else None
            self._pointer.find_click(page.text(page.entry), partial(self._on_click_found, self._sitting, spot))

    def _on_click_found(self, sitting: Sitting, spot: QPoint | None, click: Click | None) -> None:
        if click is None or sitting is not self._sitting:
            return
        if spot is not None:
            self.show_rules(spot)
        else:
            self._screen.code.go_to(Place(sitting.page.entry, click.line, click.column), focus=not click.control)

    def _on_rules_found(self, sitting: Sitting, at: QPoint | None, styled: Styled | None) -> None:
        if sitting is self._sitting:
            ways = [Way(NO_ELEMENT)] if styled is None else ways_to(styled, sitting.page.entry)
            self._screen.page.caption.show_ways(ways, at)

    def _on_command_chosen(self, name: str) -> None:
        if name == SHOW_RULES:
            self.show_rules()


def ways_to(styled: Styled, entry: str) -> list[Way]:
    """The element itself, then the rules that style it: what counts most comes first."""
    own = _way(styled.tag, Place(entry, styled.line, styled.column))
    ordered = sorted(enumerate(styled.rules), key=_strength, reverse=True)
    rules = [_way(rule.selector, Place(rule.file or entry, rule.line, rule.column)) for _, rule in ordered[:MOST]]
    return [own, *(rules or [Way(NO_RULE)])]


def _way(words: str, place: Place) -> Way:
    return Way(f"{words}\t{place.file}, line {place.line}", place)


def _strength(numbered: tuple[int, Styling]) -> tuple[bool, tuple[int, int, int], int]:
    number, rule = numbered
    return not rule.whole, specificity(rule.whole), number
