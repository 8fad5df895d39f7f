"""A page on paper, and one that is read out, reach no further than one on the screen; and both come to an end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.corpus import PAGES
from hostile.visiting import served, write_bait
from hostile.watching import FolderWatch, Listener
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.browser.probe import Probe

ON_PAPER = (
    "<style media=print>@import '{web}/print.css';p{background:url({web}/print)}"
    "@page{@bottom-left{content:url({name}/m)}}</style><link rel=stylesheet media=print href='file://{file}/leak.css'>"
)
CHOSEN = [
    name
    for name in PAGES
    if name.startswith(("everything", "css import", "css at rules", "svg as", "attributes", "metas"))
]
ENDLESS = {
    "pages without end": "<style>p{break-after:page}</style>" + "<p>x" * 5000,
    "a page without end": "<div style='height:100000000px'>x",
}


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe(limit=3)
    yield probe
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ends(qtbot: QtBot, probe: Probe, files: dict[str, bytes], *asked: str) -> list[Any]:
    """What asking about a page comes to: a list of answers, or a sentence."""
    ends: list[Any] = []
    probe.ask(files, "index.html", [{"ask": each} for each in asked], ends.append, ends.append)
    qtbot.waitUntil(lambda: bool(ends), timeout=30_000)
    return ends


@pytest.mark.parametrize("page", CHOSEN)
def test_nothing_gets_out_by_way_of_paper_or_a_voice(qtbot: QtBot, probe: Probe, page: str, tmp_path: Path) -> None:
    write_bait(tmp_path)
    listener, disk = Listener(), FolderWatch(tmp_path)
    files = served(ON_PAPER + PAGES[page], listener.port, tmp_path)
    (answers,) = ends(qtbot, probe, files, "print", "reading")
    touched = disk.touched()
    disk.close()
    listener.close()
    assert answers[0]["pdf"]
    assert (listener.hits, touched) == ([], set())


@pytest.mark.parametrize("page", ENDLESS)
def test_paper_without_end_ends_in_a_sentence(qtbot: QtBot, probe: Probe, page: str) -> None:
    (said,) = ends(qtbot, probe, {"index.html": ENDLESS[page].encode()}, "print")
    assert isinstance(said, str)
    (answers,) = ends(qtbot, probe, {"index.html": b"<!doctype html><p>well again"}, "print")
    assert answers[0]["pdf"]
