"""The list of keys, by the place where they work: made of the commands that have one, and of what buttons say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QPushButton, QScrollArea, QWidget

from app.ui.commands import COMMANDS, GROUPS
from app.ui.focus import FocusRing
from app.ui.parts import Button, column, label, row
from app.ui.theme import Theme

PLACES = {"editor": "In the editor", "page": "At the page", "lesson": "Anywhere in the lesson"}
COLUMNS = 3
SIZE = QSize(1040, 640)  # px at the usual text size, where the window has so much room

Group = tuple[str, str, list[tuple[str, str]]]  # place, name, [(words, keys)]


class KeyList(QDialog):
    """Opens over the lesson; Esc closes it, and the keyboard is back where it was."""

    def __init__(self, theme: Theme, screen: QWidget) -> None:
        super().__init__(screen)
        self.setWindowTitle("All keys")
        self.setModal(True)
        close = Button(theme, "Close", "main")
        close.clicked.connect(self.accept)
        head = row(label("All keys", "h1"), None, label("Esc closes this list", "soft", wrap=False), close, gap=16)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName("All keys")
        groups = [*of_commands(), *of_buttons(screen.window())]
        self.area.setWidget(_sheet(groups, COLUMNS if theme.scale < 1.4 else 1))
        inside = column(head, gap=14, margins=(24, 18, 24, 20))
        inside.addWidget(self.area, 1)
        self.setLayout(inside)
        room = screen.window().size() - QSize(60, 60)
        self.resize((SIZE * theme.scale).boundedTo(room))
        FocusRing(theme, self)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)  # the arrow keys scroll at once


def of_commands() -> list[Group]:
    """Every command that has a key, in the groups of the menu."""
    groups: list[Group] = []
    for name, place in GROUPS.items():
        keys = [(command.words, command.keys_text) for command in COMMANDS if command.group == name and command.keys]
        if keys:
            groups.append((PLACES[place], name, keys))
    return groups


def of_buttons(window: QWidget) -> list[Group]:
    """Every button to be seen that has a key."""
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    keys = [
        (button.text(), button.shortcut().toString(button.shortcut().SequenceFormat.NativeText)) for button in buttons
    ]
    named = [(words, key) for words, key in keys if key]
    return [(PLACES["lesson"], "Buttons", named)] if named else []


def _sheet(groups: Sequence[Group], columns: int) -> QWidget:
    """The groups in columns of about one height, in order."""
    boxes: list[QBoxLayout] = [column(gap=2) for _ in range(columns)]
    lines = sum(len(keys) + 2 for _, _, keys in groups)
    done = 0
    for place, name, keys in groups:
        box = boxes[min(done * columns // lines, columns - 1)]
        if box.count():
            box.addSpacing(12)
        box.addLayout(row(label(name, "h3"), None, label(place, "softsmall", wrap=False), gap=12))
        for words, key in keys:
            line = row(label(words), label(key, "key", wrap=False), gap=12, margins=(0, 1, 0, 1))
            line.setStretch(0, 1)
            line.setAlignment(Qt.AlignmentFlag.AlignTop)
            box.addLayout(line)
        done += len(keys) + 2
    for box in boxes:
        box.addStretch(1)
    sheet = QWidget()
    sheet.setProperty("ground", "paper")
    sheet.setLayout(row(*boxes, gap=28, margins=(2, 2, 14, 8)))
    return sheet
