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
    """Stands beside an editor; it outlives a renderer that dies, and ends when other files are opened."""

    counted = Signal(object)  # {file: in how many places its two texts differ}
    stepped = Signal(int, int)  # which difference is shown now, of how many in this file
    left = Signal()  # Escape was pressed there

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._shown: dict[str, object] | None = None
        editor.said.connect(self._on_said)
        editor.restored.connect(self._on_restored)

    def show(self, names: tuple[str, str], files: Sequence[Texts], current: str, *, focus: bool = False) -> None:
        """Show these instead of the editor's files until `hide`; `names` say in a few words whose text each side is."""
        self._shown = {"names": list(names), "files": list(files), "current": current}
        self._editor.tell("compare", focus=focus, **self._shown)

    def step(self, by: int) -> None:
        """Go to the next place that differs (1) or the one before (-1), and take the keyboard there."""
        self._editor.setFocus()
        self._editor.tell("difference", by=by)

    def hide(self) -> None:
        """Show the editor again."""
        if self._shown is not None:
            self._shown = None
            self._editor.tell("uncompare")

    def _on_restored(self) -> None:
        if self._shown is not None:
            self._editor.tell("compare", focus=False, **self._shown | {"current": self._editor.current})

    def _on_said(self, message: Message) -> None:
        if self._shown is None:
            return
        if message.what == "compared":
            self.counted.emit(dict(message.places))
        elif message.what == "difference":
            self.stepped.emit(message.number, message.of)
        elif message.what == "uncompared":
            self.left.emit()
