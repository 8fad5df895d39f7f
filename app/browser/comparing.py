"""Two texts of each file, line by line, in the editor's place: what it shows and says about the places that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.browser.editor_messages import Message

if TYPE_CHECKING:  # at run time it would wake the browser
    from app.browser.editor import Editor

Texts = tuple[str, str, str]
"""The name of a file, its left text and its right text."""


class Comparing(QObject):
    """Stands beside an editor; the page ends it when files are opened there, so whoever uses it hides it then."""

    counted = Signal(object)  # {file: in how many places its two texts differ}
    stepped = Signal(int, int)  # which difference is shown now, of how many in this file
    left = Signal()  # Escape was pressed there

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_shown = False
        editor.said.connect(self._on_said)

    def show(self, names: tuple[str, str], files: Sequence[Texts], current: str, *, focus: bool = False) -> None:
        """Show these instead of the editor's files until `hide`; `names` say in a few words whose text each side is."""
        self._is_shown = True
        self._editor.tell("compare", names=list(names), files=list(files), current=current, focus=focus)

    def step(self, by: int) -> None:
        """Go to the next place that differs (1) or the one before (-1), and take the keyboard there."""
        self._editor.setFocus()
        self._editor.tell("difference", by=by)

    def hide(self) -> None:
        """Show the editor again."""
        self._is_shown = False
        self._editor.tell("uncompare")

    def _on_said(self, message: Message) -> None:
        if not self._is_shown:
            return
        if message.what == "compared":
            self.counted.emit(dict(message.places))
        elif message.what == "difference":
            self.stepped.emit(message.number, message.of)
        elif message.what == "uncompared":
            self.left.emit()
