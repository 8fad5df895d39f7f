"""The editor's page and the wire to it: JSON down by script, JSON up by a web channel; nothing else comes or goes."""

from __future__ import annotations

import json
import time

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEnginePermission
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from app.browser.editor_files import ADDRESS, EditorProfile
from app.browser.editor_messages import Message, read_message

START_LIMIT = 60_000  # ms from load to ready; a second is usual
DEATHS, DEATHS_WITHIN = 3, 10.0  # seconds

_Action = QWebEnginePage.WebAction
_ACTIONS = {"cut": _Action.Cut, "copy": _Action.Copy, "paste": _Action.Paste}


class _Ear(QObject):
    """What the page sees of the program: one slot."""

    heard = Signal(str)

    @Slot(str)
    def hear(self, text: str) -> None:
        """Take one message; it is read elsewhere."""
        self.heard.emit(text)


class EditorPage(QWebEnginePage):
    """A page that loads the editor and nothing else. `said` carries each message that is of its form."""

    said = Signal(object)  # Message

    def __init__(self, profile: EditorProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._ear = _Ear(self)
        self._ear.heard.connect(self._on_heard)
        self._channel = QWebChannel(self)
        self._channel.registerObject("program", self._ear)
        self.setWebChannel(self._channel)
        self.permissionRequested.connect(self._on_permission_requested)

    def start(self) -> None:
        """Load the editor, afresh if it was loaded; it says `ready`."""
        self.load(ADDRESS)

    def tell(self, do: str, **values: object) -> None:
        """Call the page; only after it said `ready`. The message is ASCII, so that any text is only text."""
        self.runJavaScript(f"midweek.receive({json.dumps({'do': do, **values})})")

    def acceptNavigationRequest(self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main: bool) -> bool:
        """Refuse every address but the editor's own."""
        return is_main and url == ADDRESS

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """Open no window."""
        return None  # type: ignore[return-value]  # Qt's way to refuse, which PySide's types leave out

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Let errors of our own script reach the terminal; keep Chromium's remarks off it."""
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            super().javaScriptConsoleMessage(level, message, line, source)

    def _on_heard(self, text: str) -> None:
        message = read_message(text)
        if isinstance(message, Message):
            self.said.emit(message)

    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()


class EditorPane(QWebEngineView):
    """The view on the editor's page: wakes it, wakes it again when its renderer dies, gives up when that does not help.

    Whoever holds it shows a menu of what can be done to text, instead of Chromium's own.
    """

    awake = Signal()  # the page knows its looks; whoever hears it tells the files, then goes what had to wait
    gave_up = Signal()
    menu_requested = Signal(QPoint)  # where on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        profile = EditorProfile()
        self.editor_page = EditorPage(profile, self)
        profile.setParent(self)  # after the page, so that the page is deleted first
        self.setPage(self.editor_page)
        self.is_awake = self.was_awake = False
        self._kept: dict[str, tuple[str, dict[str, object]]] = {}
        self._waiting: list[tuple[str, dict[str, object]]] = []
        self._deaths: list[float] = []
        self._limit = QTimer(self, singleShot=True, interval=START_LIMIT)
        self._limit.timeout.connect(self._give_up)
        self.editor_page.said.connect(self._on_said)
        self.editor_page.renderProcessTerminated.connect(self._on_render_process_terminated)

    def start(self) -> None:
        """Load the page, afresh if it was loaded; `awake` or `gave_up` follows."""
        self.is_awake = False
        self._limit.start()
        self.editor_page.start()

    def tell(self, do: str, **values: object) -> None:
        """Tell the page something once; where it is not awake, when it is."""
        if self.is_awake:
            self.editor_page.tell(do, **values)
        else:
            self._waiting.append((do, values))

    def keep(self, key: str, do: str, **values: object) -> None:
        """Tell the page something, and again whenever it wakes, until something else is kept under this key."""
        self._kept[key] = do, values
        if self.is_awake:
            self.editor_page.tell(do, **values)

    def drop_waiting(self) -> None:
        """Forget what was to be told of files that are replaced."""
        self._waiting.clear()

    def run(self, command: str) -> None:
        """Do one of the page's commands, or what only the browser may: cut, copy and paste."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if command in _ACTIONS:
            self.editor_page.triggerAction(_ACTIONS[command])
        else:
            self.tell("run", command=command)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our own menu, by mouse or by key, instead of Chromium's."""
        self.menu_requested.emit(event.globalPos())

    def _on_said(self, message: Message) -> None:
        if message.what == "ready":
            self._limit.stop()
            self.is_awake = self.was_awake = True
            for do, values in self._kept.values():
                self.tell(do, **values)
            self.awake.emit()
            waiting, self._waiting = self._waiting, []
            for do, values in waiting:
                self.tell(do, **values)

    def _on_render_process_terminated(self, *_: object) -> None:
        self.is_awake = False
        now = time.monotonic()
        self._deaths = [*(at for at in self._deaths if now - at < DEATHS_WITHIN), now]
        if len(self._deaths) < DEATHS:
            QTimer.singleShot(0, self, self.start)  # a page cannot be loaded while it is told of its end
        else:
            self._give_up()

    def _give_up(self) -> None:
        self._deaths.clear()
        self._limit.stop()
        self.gave_up.emit()
