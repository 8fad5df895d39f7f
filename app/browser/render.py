"""The probe for whoever has no window (the command line, tests): asks, and waits for the answer in its own loop."""

from __future__ import annotations

import atexit
import os
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from app.browser.process import check_process
from app.browser.start import prepare_environment


class Renderer:
    """A probe that is asked and waited for; it starts the browser, without a screen, when first it is asked."""

    def __init__(self) -> None:
        self.notice = ""  # what the user should be told about how the browser was started
        self._application: QCoreApplication | None = None
        self._probe: Any = None

    def render(
        self, served: Mapping[str, bytes], entry: str, questions: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, Any]] | None:
        """The answers to `questions` about the page (see `app.browser.probe`); None where the browser gave none."""
        self._start()
        loop = QEventLoop()
        answers: list[list[dict[str, Any]]] = []

        def done(found: list[dict[str, Any]]) -> None:
            answers.append(found)
            loop.quit()

        def failed(_sentence: str) -> None:
            loop.quit()

        self._probe.ask(served, entry, questions, done, failed)
        loop.exec()
        return answers[0] if answers else None

    def close(self) -> None:
        """End the browser; a profile must not go before its pages."""
        if self._probe is not None:
            self._probe.deleteLater()
            self._probe = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _start(self) -> None:
        if self._probe is not None:
            return
        if QApplication.instance() is None:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            self.notice = prepare_environment([])
            self._application = QApplication(["midweek"])
        check_process()
        from app.browser.serving import register_scheme

        register_scheme()
        from app.browser.probe import Probe

        self._probe = Probe()
        atexit.register(self.close)


_renderer = Renderer()


def render(
    served: Mapping[str, bytes], entry: str, questions: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]] | None:
    """`Renderer.render` of one renderer for the whole process."""
    return _renderer.render(served, entry, questions)
