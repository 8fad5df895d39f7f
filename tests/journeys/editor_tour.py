"""The part of the tour that shows how the editor helps: what comes next, what it means, colours, finding, all keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.play import Player

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PAUSE = 900  # ms in which the editor answers


def helps(player: Player, open_exercise: Callable[[Player, str, str], None]) -> None:
    """Every box that the editor opens over the text, in each look."""
    theme = player.program.theme
    for look, scale in [("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)]:
        theme.set_choice(look)
        theme.set_scale(scale)
        open_exercise(player, "a-rule", "first-css")
        editor = player.program.wake_browser().editor
        editor.show_line("style.css", 2, 12)
        name = look if scale == 1.0 else "large"
        for box, key, held in [
            ("meaning", Qt.Key.Key_F1, SHIFT),
            ("next", Qt.Key.Key_Space, CTRL),
            ("colour", Qt.Key.Key_Return, ALT),
            ("find", Qt.Key.Key_H, CTRL),
        ]:
            player.pause(PAUSE)
            player.press(editor, key, held=held)
            player.pause(PAUSE)
            player.picture(f"editor-{box}-{name}")
            player.press(editor, Qt.Key.Key_Escape)
        player.program.wake_browser().screen.commands.choose("keys")
        player.pause(PAUSE)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.grab().save(str(player.folder / f"dialog-keys-{name}.png"))
            dialog.close()
    theme.set_choice("light")
    theme.set_scale(1.0)
