"""Earlier versions and the answer, beside one's own page line by line; a version can be taken as the page again."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.browser.comparing import Comparing
from app.desk.lesson import LessonDesk
from app.errors import AppError
from app.page.page import Page
from app.practice.sitting import Sitting
from app.practice.versions import Version
from app.ui.compare_pane import VersionLine
from app.ui.version_words import when_words, why_words

NOW = "your page now"
STEPS = {"next_difference": 1, "difference_before": -1}


class Comparisons(QObject):
    """Wires the lesson's commands, its compare pane and the two texts in the editor's place."""

    def __init__(self, desk: LessonDesk) -> None:
        super().__init__(desk)
        self._desk, self._comparing = desk, Comparing(desk.editor)
        self._screen, self._pane = desk.screen, desk.screen.compare
        self._versions: tuple[Version, ...] = ()
        self._chosen: Version | None = None
        self._places: dict[str, int] = {}
        self._screen.commands.command_chosen.connect(self._on_command_chosen)
        self._screen.tabs.file_chosen.connect(self._show_places)
        self._screen.check_requested.connect(self.close)
        self._pane.version_chosen.connect(self._on_version_chosen)
        self._pane.use_requested.connect(self._on_use_requested)
        self._pane.step_requested.connect(self._comparing.step)
        self._pane.close_requested.connect(self._on_close_requested)
        self._comparing.counted.connect(self._on_counted)
        self._comparing.stepped.connect(self._pane.show_step)
        self._comparing.left.connect(self._on_close_requested)
        desk.editor.ready.connect(self.close)
        self.close()

    def show_versions(self) -> None:
        """Offer the earlier versions of the exercise in front, the newest that is not the page of now shown."""
        sitting = self._desk.sitting
        if sitting is None:
            return
        self._versions, self._chosen = sitting.versions.all(), None
        self._pane.show_versions([_line(version, sitting) for version in self._versions])
        self._show_side(comparing=True)
        differing = [place for place, version in enumerate(self._versions) if not _is_now(version, sitting)]
        if self._versions:
            self._on_version_chosen(differing[0] if differing else 0)
        self._pane.first.setFocus()

    def show_answer(self) -> None:
        """Show the answer of the exercise in front, where it may be seen; it counts as seen."""
        sitting = self._desk.sitting
        if sitting is None:
            return
        try:
            answer = sitting.see_answer()
        except AppError as error:
            self._desk.problem.emit(error)
            return
        self._desk.save()
        self._versions, self._chosen = (), None
        self._pane.show_answer()
        self._show_side(comparing=True)
        self._compare(("your page", "the answer"), sitting.page, answer)
        self._pane.first.setFocus()

    def close(self) -> None:
        """Show the exercise and the editor again."""
        self._comparing.hide()
        self._show_side(comparing=False)

    def _show_side(self, *, comparing: bool) -> None:
        self._screen.show_side(comparing=comparing)
        for name in STEPS:
            self._screen.commands.set_enabled(name, comparing)

    def _compare(self, names: tuple[str, str], left: Page, right: Page) -> None:
        texts = {file.name: file.text for file in right.files}
        files = [(file.name, file.text, texts[file.name]) for file in left.files if file.name in texts]
        self._places = {}
        self._comparing.show(names, files, self._desk.editor.current)

    def _show_places(self) -> None:
        if not self._screen.is_comparing:
            return
        now = self._desk.editor.current
        others = [file for file, count in self._places.items() if count and file != now]
        self._pane.show_places(now, self._places.get(now, 0), others)

    def _on_command_chosen(self, name: str) -> None:
        if name == "earlier_versions":
            self.show_versions()
        elif name == "compare_answer":
            self.show_answer()
        elif name in STEPS:
            self._comparing.step(STEPS[name])

    def _on_counted(self, places: dict[str, int]) -> None:
        self._places = places
        self._show_places()

    def _on_version_chosen(self, place: int) -> None:
        sitting = self._desk.sitting
        if sitting is None or not 0 <= place < len(self._versions):
            return
        self._chosen = self._versions[place]
        self._pane.show_chosen(place, usable=not _is_now(self._chosen, sitting))
        name = f"the version of {_when(self._chosen, sitting)}"
        self._compare((name, NOW), sitting.page.with_texts(self._chosen.files), sitting.page)

    def _on_use_requested(self) -> None:
        sitting = self._desk.sitting
        if sitting is None or self._chosen is None:
            return
        try:
            sitting.restore(self._chosen)
        except AppError as error:
            self._desk.problem.emit(error)
            return
        self.close()
        self._desk.show_text()
        self._desk.editor.setFocus()
        said = f"Your page is that of {_when(self._chosen, sitting)} again."
        self._desk.problem.emit(f"{said} Ctrl+Z in the editor brings back what was there.")

    def _on_close_requested(self) -> None:
        self.close()
        self._desk.editor.setFocus()


def _line(version: Version, sitting: Sitting) -> VersionLine:
    return VersionLine(_when(version, sitting), why_words(version), version.passed, _is_now(version, sitting))


def _when(version: Version, sitting: Sitting) -> str:
    return when_words(version.at, sitting.desk.clock(), ZoneInfo(sitting.desk.store.meeting().zone))


def _is_now(version: Version, sitting: Sitting) -> bool:
    return sitting.page.with_texts(version.files) == sitting.page
