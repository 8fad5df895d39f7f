"""Opens the shelf of a lesson's pictures, and puts the chosen one into the page at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.desk.lesson import LessonDesk
from app.page.pictures import pictures
from app.ui.pictures import Pictures
from app.ui.theme import Theme

NONE = "There are no pictures in this lesson. Whoever writes it can put some into its folder “files”."


class Picturing(QObject):
    """`said` carries a sentence for the line under the bar; `shelf` is the shelf that was opened last."""

    said = Signal(object)

    def __init__(self, desk: LessonDesk, theme: Theme) -> None:
        super().__init__(desk)
        self._desk, self._theme = desk, theme
        self.shelf: Pictures | None = None
        desk.screen.commands.command_chosen.connect(self._on_command_chosen)

    def _on_command_chosen(self, name: str) -> None:
        if name == "pictures" and self._desk.sitting is not None:
            assets = self._desk.sitting.page.assets
            self._open({name: assets[name] for name in pictures(assets)})

    def _open(self, found: dict[str, bytes]) -> None:
        if not found:
            self.said.emit(NONE)
            return
        self.shelf = Pictures(self._theme, found, self._desk.editor.current, self._desk.screen)
        self.shelf.chosen.connect(self._on_chosen)
        self.shelf.finished.connect(self.shelf.deleteLater)
        self.shelf.open()

    def _on_chosen(self, code: str) -> None:
        self._desk.editor.setFocus()
        self._desk.editor.tell("insert", text=code, isTag=code.startswith("<"))
