"""The line under the editor: whether the work is kept, the line one is on, and a key worth knowing now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from app.ui.parts import label, restyle, row

LEAVE = "Esc then Tab leaves the editor"
GAP, EDGE = 18, 14  # px
ALL_KEYS = "F1: all keys"
COMPARING = "F7: next difference. Esc: back to your page"


class StatusBar(QFrame):
    """Says `Saved a moment ago` or why not yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.saved, self.line = label(""), label("", wrap=False)
        self._editing = LEAVE
        self.keys = label(LEAVE)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.all_keys = label(ALL_KEYS, wrap=False)
        inside = row(self.saved, self.line, self.keys, self.all_keys, gap=GAP, margins=(EDGE, 6, EDGE, 6))
        inside.setStretch(0, 1)
        inside.setStretch(2, 2)
        self._inside = inside
        self.setLayout(inside)

    def show_saved(self) -> None:
        """All that was typed is on the disk."""
        self._say("Saved a moment ago", "")

    def show_unsaved(self, why: str) -> None:
        """It is not, and this is why."""
        self._say(f"Not saved yet: {why}", "care")

    def show_line(self, line: int) -> None:
        """The line the cursor is on, from 1."""
        self.line.setText(f"Line {line}")
        self._fit()

    def show_marks(self, count: int) -> None:
        """How many places are marked in the editor; while there are any, how to come to them."""
        marked = "1 place is marked" if count == 1 else f"{count} places are marked"
        self._editing = f"{marked}: F8 goes there" if count else LEAVE
        self.show_comparing(self.line.isHidden())

    def show_comparing(self, comparing: bool) -> None:
        """Whether two texts are compared in the editor's place: then how to go on in them, and how to leave."""
        self.line.setHidden(comparing)
        self.keys.setText(COMPARING if comparing else self._editing)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say which key lists all keys, where there is room beside the rest."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        parts = (self.saved, self.line, self.keys)
        wide = sum(part.fontMetrics().horizontalAdvance(part.text()) for part in parts if not part.isHidden())
        room = self.width() >= wide + self.all_keys.sizeHint().width() + 2 * EDGE + 3 * GAP + 8
        self.all_keys.setVisible(room)
        for part in (self.saved, self.keys):
            part.setWordWrap(not room)

    def _say(self, words: str, state: str) -> None:
        self.saved.setText(words)
        self._fit()
        self._inside.setStretch(0, 4 if state else 1)  # a reason needs the room more than the reminder does
        if self.saved.property("state") != state:
            self.saved.setProperty("state", state)
            restyle(self.saved)
