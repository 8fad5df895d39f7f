"""Shows on the page where the cursor is: the element it is in, or all that its rule matches, and says what else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.practice.sitting import Sitting
from app.ui.lesson import Lesson
from app.ui.page_caption import USUAL

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.editor import Editor
    from app.browser.pointing import Pointed
    from app.browser.preview import Preview

SWITCH = "show_place"  # the command
POINT_AFTER = 20  # ms since the cursor was moved: an arrow key held down asks once in a while
PAUSE = (
    300  # ms since the page followed the typing, which comes first; what is outlined goes along with the page anyway
)
STATES = {
    "hover": "when pointed at",
    "focus": "when the keyboard is on it",
    "focus-visible": "when the keyboard is on it",
    "focus-within": "when the keyboard is inside",
    "active": "while pressed",
    "visited": "once visited",
    "target": "when a link leads there",
}


class Pointing(QObject):
    """Follows one sitting at a time, whose page the preview shows."""

    def __init__(self, screen: Lesson, editor: Editor, preview: Preview) -> None:
        super().__init__(screen)
        self._screen, self._editor, self._preview = screen, editor, preview
        self._sitting: Sitting | None = None
        self._place: tuple[str, int, int] | None = None  # of the cursor, once it was put somewhere
        self._moved = self._typed = False  # since it was last shown
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._point)
        editor.text_edited.connect(self._on_text_edited)
        editor.cursor_moved.connect(self._on_cursor_moved)
        screen.commands.set_checked(SWITCH, True)
        screen.commands.switched.connect(self._on_switched)
        preview.painted.connect(self._on_page_changed)
        preview.held.connect(self._on_page_changed)
        preview.pointer.pointed.connect(self._on_pointed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def follow(self, sitting: Sitting | None) -> None:
        """Nothing is pointed at until the cursor is put somewhere in this one."""
        self._sitting, self._place = sitting, None
        self._moved = self._typed = False
        self._soon.stop()
        self._preview.pointer.point_at_nothing()

    def _point(self) -> None:
        """Ask for the outline of where the cursor is; where the page is behind the text, when it is there."""
        if self._sitting is None or self._preview.busy:
            return
        reveal, self._moved, self._typed = self._moved and not self._typed, False, False
        page, pointer = self._sitting.page, self._preview.pointer
        file, line, column = self._place or ("", 1, 1)
        if file == page.entry and self._on:
            pointer.point_at_element(page.text(file), line, column, reveal=reveal)
        elif file.lower().endswith(".css") and self._on:
            pointer.point_at_rule(file, page.text(file), line, column)
        else:
            pointer.point_at_nothing()

    @property
    def _on(self) -> bool:
        return self._screen.commands.is_checked(SWITCH)

    def _on_text_edited(self, _file: str, _text: str) -> None:
        self._typed = True
        self._soon.start(PAUSE)

    def _on_cursor_moved(self, file: str, line: int, column: int) -> None:
        self._place, self._moved = (file, line, column), True
        self._soon.start(PAUSE if self._typed else POINT_AFTER)

    def _on_page_changed(self, _version: int) -> None:
        self._soon.start(PAUSE)

    def _on_switched(self, name: str, on: bool) -> None:
        if name == SWITCH:
            self._preview.pointer.outlines.set_on(on)
            self._soon.start(POINT_AFTER)

    def _on_pointed(self, pointed: Pointed) -> None:
        self._screen.page.caption.say(
            said_of(pointed, self._place[0] if self._place else ""), pointed.tag if pointed.seen else ""
        )

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._screen.window():  # else a menu or another program is
            self._preview.pointer.outlines.set_quiet(now is not self._editor and not self._editor.isAncestorOf(now))


def said_of(pointed: Pointed, file: str) -> str:
    """What there is to say; of an element that is outlined, nothing."""
    if pointed.kind == "unused":
        return f"The page does not use {file} yet."
    if pointed.kind == "rule":
        return _said_of_rule(pointed)
    if pointed.kind == "nothing" or pointed.seen:
        return ""
    tag = f"<{pointed.tag}>"
    return f"The page itself does not show the {tag}." if pointed.head else f"Nothing is seen of this {tag} now."


def _said_of_rule(rule: Pointed) -> str:
    if not rule.count:
        return USUAL
    many = "1 element" if rule.count == 1 else f"{rule.count} elements"
    if rule.media:
        return f"{many} would match, but not here: {rule.media}."
    when = " or ".join(dict.fromkeys(STATES.get(state, state) for state in rule.states))
    return f"This rule matches {many}{', ' if when else ''}{when}."
