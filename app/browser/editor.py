"""The code editor as a widget: CodeMirror in a web page that can reach nothing, with every file's text also kept here.

What is typed arrives one message a step, so a renderer that dies loses nothing: the page is loaded again, with files,
text and cursor. Three deaths in ten seconds end it, with a sentence and a button in its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.browser.editor_files import register_scheme
from app.browser.editor_messages import Message
from app.browser.editor_page import EditorPane
from app.browser.texts import FileText, OutOfStepError, plain_newlines
from app.page.trail import Trail

__all__ = ["STOPPED", "Editor", "register_scheme"]

STOPPED = "The editor stopped working. Everything you typed is kept."
NOT_STARTED = (
    "The editor did not start. Perhaps this computer blocks QtWebEngineProcess, which comes with Midweek: ask whoever "
    "looks after it to allow that, then open the editor again."
)
SMALLEST, LARGEST = 10, 48  # px

_GROUNDS = {
    "light": "#fffdf9",
    "dark": "#191f22",
    "contrast": "#000000",
}  # --code of editor.css: no flash while loading


class Editor(QWidget):
    """Several files, one shown at a time. Lines and columns count from 1, columns and lengths in code points.

    Esc then Tab leaves (the focus moves on, then `leave_requested`). Other keys are commands: the page's own are done,
    for the program's it is asked (`command_requested`). Where a text has `<!-- edit from here -->` and
    `<!-- to here -->`, only what stands between can be changed.
    """

    text_edited = Signal(str, str)  # file, its whole text
    trail_kept = Signal(str, object)  # file, its Trail: the way back from its text, which grows step by step
    cursor_moved = Signal(str, int, int)  # file, line, column
    command_requested = Signal(str)  # by a key in the page, a command that is not the editor's own
    menu_requested = Signal(QPoint)  # of what can be done to text: where on the screen
    leave_requested = Signal()
    ready = Signal()  # the files of the last `open_files` stand
    restored = Signal()  # the renderer died, and the text is back
    stopped = Signal(str)  # it died too often: the sentence that stands in its place
    said = Signal(object)  # every Message of the page, for an object beside the editor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.assets: Sequence[str] = ()  # names of other files to link to or show; of the next `open_files`
        self._files: dict[str, FileText] = {}
        self._current = ""
        self._epoch = 0  # counts the times files were opened in the page; what it says of an older time is let go
        self._opened_once = False
        self._pane = EditorPane(self)
        self._apology = _Apology(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._pane)
        self._stack.addWidget(self._apology)
        self.setFocusProxy(self._pane)
        self._pane.awake.connect(self._on_awake)
        self._pane.menu_requested.connect(self.menu_requested)
        self._pane.gave_up.connect(self._on_gave_up)
        self._pane.editor_page.said.connect(self._on_said)
        self._apology.again.connect(self._on_again)
        self.set_theme("light")
        self._pane.start()

    @property
    def current(self) -> str:
        """The name of the file that is shown; "" before any is."""
        return self._current

    def open_files(
        self, files: Sequence[tuple[str, str]], current: str, trails: Mapping[str, Trail] | None = None
    ) -> None:
        """Show these (name, text) from now on instead of what was open. `ready` follows.

        Undo goes the way back that `trails` know of a file, and begins anew where they know none.
        """
        known = trails or {}
        self._files = {name: FileText(plain_newlines(text), trail=known.get(name)) for name, text in files}
        self._current = self._known(current)
        self._opened_once = False
        self._pane.drop_waiting()
        if self._pane.is_awake:
            self._open()

    def show_file(self, name: str) -> None:
        """Show another of the open files; KeyError where there is none of that name."""
        self._current = self._known(name)
        self.tell("show", file=name)

    def text(self, name: str) -> str:
        """The text as last typed; KeyError where no such file is open."""
        return self._files[name].text

    def show_line(self, file: str, line: int, column: int = 1, length: int = 0, *, focus: bool = True) -> None:
        """Show file and place, select `length` code points, tint the line until the next edit; `focus`: type there."""
        self._current = self._known(file)
        if focus:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell("line", file=file, line=line, column=column, length=length, focus=focus)

    def set_marks(self, file: str, marks: Sequence[Mapping[str, object]]) -> None:
        """Underline these places of a file and no others: {line, column, length, kind: slip|fault|advice, text}."""
        self.tell("marks", file=self._known(file), marks=[dict(mark) for mark in marks])

    def set_text_size(self, px: int) -> None:
        """The height of the letters, held between 10 and 48 px."""
        self._pane.keep("size", "size", px=max(SMALLEST, min(px, LARGEST)))

    def set_theme(self, name: str) -> None:
        """`light`, `dark` or `contrast`; KeyError for another."""
        self._pane.editor_page.setBackgroundColor(QColor(_GROUNDS[name]))
        self._pane.keep("theme", "theme", name=name)

    def set_option(self, name: str, value: bool) -> None:
        """Switch one of the page's manners on or off, as `emmet`; one that it does not know changes nothing."""
        self._pane.keep(f"option {name}", "option", name=name, value=value)

    def run(self, command: str) -> None:
        """Do one of the page's commands (source/commands.js) and take the keyboard there; others are let be."""
        self._pane.run(command)

    def tell(self, do: str, **values: object) -> None:
        """Say something to the page, in the words at the head of source/main.js; once it is awake, if it is not."""
        self._pane.tell(do, **values)

    def _known(self, name: str) -> str:
        if name not in self._files:
            raise KeyError(name)
        return name

    def _open(self) -> None:
        self._epoch += 1
        self._files = {name: replace(file, version=0) for name, file in self._files.items()}
        files = [
            (name, file.text, file.cursor, file.trail and astuple(file.trail)) for name, file in self._files.items()
        ]
        focus = self._pane.hasFocus()
        about = {"current": self._current, "focus": focus, "assets": list(self.assets)}
        self.tell("open", epoch=self._epoch, files=files, **about)

    def _on_awake(self) -> None:
        if self._files:
            self._open()

    def _on_said(self, message: Message) -> None:
        match message.what:
            case "asked":
                self.command_requested.emit(message.command)
            case "leave":
                self.focusNextPrevChild(not message.back)
                self.leave_requested.emit()
            case "opened" if message.epoch == self._epoch:
                self._on_opened()
            case "edited" | "cursor" | "text" | "steps" if message.epoch == self._epoch and message.file in self._files:
                self._on_typed(message)
        self.said.emit(message)

    def _on_opened(self) -> None:
        again, self._opened_once = self._opened_once, True
        self.ready.emit()
        if again:
            self.restored.emit()

    def _on_typed(self, message: Message) -> None:
        """Keep what was typed before anybody is told of it."""
        known = self._files[message.file]
        file = replace(known, cursor=message.cursor)
        if message.what == "steps":
            file = known.with_steps(message.steps, message.version)
        elif message.what == "text":
            file = replace(file, text=message.text, version=message.version)
        elif message.edit is not None:
            try:
                file = file.edited(message.edit)
            except OutOfStepError:
                self.tell("send", file=message.file)
                return
        self._files[message.file] = file
        if file.trail is not known.trail:
            self.trail_kept.emit(message.file, file.trail)
        if file.text != known.text:
            self.text_edited.emit(message.file, file.text)
        if file.cursor != known.cursor or message.what == "cursor":  # also where it was already, in another file
            self.cursor_moved.emit(message.file, *message.cursor)

    def _on_gave_up(self) -> None:
        sentence = STOPPED if self._pane.was_awake else NOT_STARTED
        self._apology.sentence.setText(sentence)
        self._stack.setCurrentWidget(self._apology)
        self.stopped.emit(sentence)

    def _on_again(self) -> None:
        self._stack.setCurrentWidget(self._pane)
        self._pane.start()


class _Apology(QWidget):
    """Stands where the editor stood when it will not stay up."""

    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = QLabel(STOPPED)
        self.sentence.setWordWrap(True)
        button = QPushButton("Open the editor again")
        button.clicked.connect(self.again)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self.sentence)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
