"""One page twice: patched in the real preview, and loaded afresh beside it; whether they are the same after an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer

from app.browser.asking import WORLD
from app.browser.preview import Preview
from app.browser.seal import SealedView
from tests.patching.pages import ENTRY

SIZE = (640, 480)
LIMIT = 20_000  # ms for one step; then a page is compared as it stands
SNAPSHOT = Path(__file__).with_name("snapshot.js").read_text("utf-8")

Files = Mapping[str, str]
Snapshot = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """How an edit came out: `patched`, `loaded`, `held` (the page before stays, so nothing is compared) or `stopped`.

    `dom` and `look` say whether the patched page and the fresh one differ in that; `problem`, what else went wrong.
    """

    way: str
    dom: bool = False
    look: bool = False
    problem: str = ""

    @property
    def differs(self) -> bool:
        return self.dom or self.look or bool(self.problem)


class Twins(QObject):
    """Each call waits in a loop of its own until both pages stand."""

    def __init__(self) -> None:
        super().__init__()
        self._assets: Mapping[str, bytes] = {}
        self.preview = Preview()
        self.fresh = SealedView([])
        for widget in (self.preview, self.fresh):
            widget.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
            widget.resize(*SIZE)
            widget.show()
        self._loop = QEventLoop()
        self._limit = QTimer(self, singleShot=True, interval=LIMIT)
        self._limit.timeout.connect(self._loop.quit)
        self._loads, self._version, self._fresh_path = 0, 0, ""
        self._ways: dict[str, str] = {}
        self._snapshots: dict[str, Any] = {}
        self.preview.view.loadFinished.connect(self._on_preview_loaded)
        self.fresh.loadFinished.connect(self._on_fresh_loaded)
        self.preview.painted.connect(self._on_painted)
        self.preview.held.connect(self._on_held)
        self.preview.stopped.connect(self._on_stopped)

    def begin(self, files: Files, assets: Mapping[str, bytes] | None = None) -> None:
        """Load this page afresh on both sides; `assets` are served from now on."""
        self._assets = self._assets if assets is None else assets
        self._show({}, {"before.html": ""}, "before.html")
        self.compare(files)

    def compare(self, files: Files) -> Outcome:
        """Bring both sides to this page, by a patch where that is how the preview does it, and compare them."""
        self._show(self._assets, files, ENTRY)
        way = self._ways.get("preview", "late")
        if way == "stopped":
            return Outcome(way, problem="the preview stopped")
        patched, fresh = self._snap(whole=False)
        if patched is None or fresh is None:
            return Outcome(way, problem="a page did not answer")
        if way == "held":  # right only where there would be nothing to see
            return Outcome(way, problem="held, though there is something to see" if fresh["words"] else "")
        return Outcome(way, patched["dom"] != fresh["dom"], patched["look"] != fresh["look"])

    def differences(self, most: int = 6) -> list[str]:
        """What differs between the pages as they stand, the first of it."""
        patched, fresh = self._snap(whole=True)
        return _differences(patched, fresh, most) if patched and fresh else []

    def close(self) -> None:
        """Delete both pages, before their profiles and the application go."""
        for widget in (self.preview, self.fresh):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _show(self, assets: Mapping[str, bytes], files: Files, entry: str) -> None:
        served = {**assets, **{name: text.encode("utf-8", "replace") for name, text in files.items()}}
        self._ways, self._loads = {}, 0
        version = self.fresh.open_page(served, entry)
        self._fresh_path = f"/v{version}/{entry}"
        self._version = self.preview.show_page(served, entry)
        self._wait(lambda: len(self._ways) == 2)

    def _snap(self, *, whole: bool) -> tuple[Snapshot | None, Snapshot | None]:
        self._snapshots = {}
        for name, view in (("preview", self.preview.view), ("fresh", self.fresh)):
            done, failed = self._taker(name), self._taker(name, failed=True)
            view.ask("snapshot", whole, done=done, failed=failed, limit=LIMIT / 1000)
        self._wait(lambda: len(self._snapshots) == 2)
        return self._snapshots.get("preview"), self._snapshots.get("fresh")

    def _taker(self, name: str, *, failed: bool = False) -> Callable[[Any], None]:
        def take(answer: Any) -> None:
            self._snapshots[name] = None if failed else answer
            self._loop.quit()

        return take

    def _wait(self, ready: Callable[[], bool]) -> None:
        self._limit.start()
        while not ready() and self._limit.isActive():
            self._loop.exec()
        self._limit.stop()

    def _way(self, name: str, way: str) -> None:
        self._ways[name] = way
        self._loop.quit()

    def _on_preview_loaded(self, _ok: bool) -> None:
        self._loads += 1
        self.preview.view.page().runJavaScript(SNAPSHOT, WORLD.value)

    def _on_fresh_loaded(self, _ok: bool) -> None:
        self.fresh.page().runJavaScript(SNAPSHOT, WORLD.value)
        if self.fresh.url().path() == self._fresh_path:
            self._way("fresh", "loaded")

    def _on_painted(self, version: int) -> None:
        if version == self._version:
            self._way("preview", "loaded" if self._loads else "patched")

    def _on_held(self, version: int) -> None:
        if version == self._version:
            self._way("preview", "held")

    def _on_stopped(self, _sentence: str) -> None:
        self._way("preview", "stopped")


def _differences(patched: Snapshot, fresh: Snapshot, most: int) -> list[str]:
    found = [f"dom: {one.strip()} | fresh: {other.strip()}" for one, other in _unlike(patched["dom"], fresh["dom"])]
    columns = [["box and state", *line.split("|")] for line in patched["look"][:2]]  # of HTML, of SVG
    for one, other in _unlike(patched["look"][2:], fresh["look"][2:]):
        mine, theirs = one.strip().split("|"), other.strip().split("|")
        names = next((each for each in columns if len(each) == len(mine) == len(theirs)), None)
        if names:
            pairs = zip(names, mine, theirs, strict=True)
            unlike = ", ".join(f"{name}: {a} | fresh: {b}" for name, a, b in pairs if a != b)
            found.append(f"{mine[0].split(' ')[0]}: {unlike}"[:500])
        else:
            found.append(f"look: {one.strip()[:240]} | fresh: {other.strip()[:240]}")
    return found[:most] + ([f"… {len(found)} in all"] if len(found) > most else [])


def _unlike(mine: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    longest = max(len(mine), len(theirs))
    pad = [*mine, *[""] * (longest - len(mine))], [*theirs, *[""] * (longest - len(theirs))]
    return [(one, other) for one, other in zip(*pad, strict=True) if one != other]
