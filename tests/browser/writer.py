"""Somebody who sits at the editor: types with real key events, looks at the page, and remembers every signal."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from app.browser.editor import Editor

Key = Qt.Key
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
_SIGNALS = ("command_requested", "menu_requested", "leave_requested", "ready", "restored", "stopped", "cursor_moved")


def wait_for(true: Callable[[], object], seconds: float = 20) -> bool:
    """Whether it became true; while it waits, Qt goes on."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        QTest.qWait(5)
    return True


class Writer:
    """A window with a button above the editor and one below."""

    def __init__(self) -> None:
        from app.browser.editor import Editor

        self.window = QWidget()
        self.above, self.below = QPushButton("above"), QPushButton("below")
        self.editor: Editor = Editor()
        layout = QVBoxLayout(self.window)
        for widget in (self.above, self.editor, self.below):
            layout.addWidget(widget)
        self.heard: dict[str, list[Any]] = {name: [] for name in _SIGNALS}
        for name in _SIGNALS:
            getattr(self.editor, name).connect(lambda *args, name=name: self.heard[name].append(args))
        self.edits: list[tuple[str, str]] = []
        self.editor.text_edited.connect(lambda file, text: self.edits.append((file, text)))
        self.window.resize(640, 560)
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        self.window.deleteLater()

    @staticmethod
    def until(true: Callable[[], object], what: str = "it") -> None:
        assert wait_for(true), f"waited in vain until {what}"

    def open(self, text: str = "", name: str = "index.html", **more: str) -> Writer:
        """Open one file, and more under names like `style_css`, and take the focus."""
        for heard in self.heard.values():
            heard.clear()
        files = {name: text} | {key.replace("_", "."): value for key, value in more.items()}
        self.editor.open_files(list(files.items()), name)
        self.until(lambda: self.heard["ready"], "the files are open")
        self.edits.clear()
        self.focus()
        return self

    def focus(self) -> None:
        self.window.activateWindow()
        self.below.setFocus()
        self.editor.setFocus()
        self.until(
            lambda: self.look("document.hasFocus() && !!document.activeElement.closest('.cm-content')"), "it has focus"
        )

    @property
    def keyboard(self) -> QWidget:
        widget: QWidget = self.editor
        while (proxy := widget.focusProxy()) is not None:
            widget = proxy
        return widget

    def type(self, text: str) -> None:
        QTest.keyClicks(self.keyboard, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.keyboard, key, modifier)

    def compose(self, *steps: str, commit: str) -> None:
        """As an input method does: text that is still open, then what it becomes."""
        for step in steps:
            QApplication.sendEvent(self.keyboard, QInputMethodEvent(step, []))
            QTest.qWait(20)
        event = QInputMethodEvent()
        event.setCommitString(commit)
        QApplication.sendEvent(self.keyboard, event)

    def point_at(self, selector: str) -> None:
        """Move the mouse over the first element that `selector` finds."""
        box = self.look(f"document.querySelector('{selector}').getBoundingClientRect()")
        for nudge in (0, 1):
            QTest.mouseMove(
                self.keyboard, QPoint(round(box["x"] + box["width"] / 2) + nudge, round(box["y"] + box["height"] / 2))
            )
            QTest.qWait(30)

    def click(self, selector: str) -> None:
        """Click the first element that `selector` finds, in its middle."""
        box = self.look(f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()")
        middle = QPoint(round(box["x"] + box["width"] / 2), round(box["y"] + box["height"] / 2))
        QTest.mouseClick(self.keyboard, Qt.MouseButton.LeftButton, pos=middle)

    def text_is(self, text: str, name: str = "index.html") -> None:
        """Wait until this is the text, in Python and in the page."""
        fits = wait_for(lambda: self.editor.text(name) == text)
        assert fits, f"{self.editor.text(name)[:500]!a}\ninstead of\n{text[:500]!a}"

    def settled(self) -> str:
        """The text once every key that was pressed has been heard: keys take a way of their own, but stay in order."""
        self.look("window.beats ??= (addEventListener('keyup', () => window.beats++, true), 0)")
        before = self.look("beats")
        QTest.keyClick(self.keyboard, Key.Key_Shift)
        self.until(lambda: self.look("beats") > before, "the keys have been heard")
        return self.editor.text(self.editor.current)

    def page_text(self) -> str:
        """The whole text as the page has it, whatever Python knows."""
        told: list[Any] = []
        self.editor.said.connect(told.append)
        self.editor.tell("send", file=self.editor.current)
        self.until(lambda: any(message.what == "text" for message in told), "the page tells its text")
        self.editor.said.disconnect(told.append)
        return next(message.text for message in told if message.what == "text")

    def look(self, script: str) -> Any:
        """The value of an expression in the editor's page."""
        answers: list[str] = []
        self.editor._pane.page().runJavaScript(f"JSON.stringify({script})", 0, answers.append)
        self.until(lambda: answers, "the page answers")
        return json.loads(answers[0]) if answers[0] else None

    def sees(self, selector: str) -> list[str]:
        """The text of every element that `selector` finds."""
        return self.look(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.textContent)")

    def show_file(self, name: str) -> None:
        """Have another file shown, and wait: keys would overtake it, faster than any hand."""
        self.editor.show_file(name)
        self.until(lambda: self.look("document.querySelector('.cm-content').ariaLabel").startswith(name), "it is shown")

    def show_line(self, line: int, column: int = 1, length: int = 0) -> None:
        """Have the line shown, and wait (see `show_file`)."""
        self.editor.show_line(self.editor.current, line, column, length)
        self.look("1")
        self.until(lambda: self.look("document.hasFocus()"), "it has focus")

    def mark(self, line: int, column: int, length: int, **more: str) -> Mapping[str, object]:
        return {"line": line, "column": column, "length": length, "kind": "fault", "text": "Look here.", **more}

    def kill(self) -> None:
        os.kill(self.editor._pane.page().renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))
