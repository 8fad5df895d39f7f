"""A harmless variant of a page looks exactly like it: every computed style and box of every element is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.authoring.changes.variants import harmless_variants
from app.browser.asking import WORLD
from app.browser.seal import SealedView
from app.page.page import File, Page
from tests.real_pages import real_pages

OURS = sorted((Path(__file__).parent.parent / "unit" / "checks" / "compared_pages").glob("*.html"))
OTHERS = ("dist/404.html", "src/plugins/card/test.html", "examples.html", "error.html")
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in OURS} | {
    f"{page.package}/{page.name}": page.text for page in real_pages() if page.name in OTHERS
}
LOOKS = """
JSON.stringify([...document.querySelectorAll('body, body *')].map((element) => {
  const box = element.getBoundingClientRect()
  const looks = { tag: element.localName, box: [box.x, box.y, box.width, box.height].map(Math.round).join(' ') }
  for (const part of [null, '::before', '::after']) {
    const style = getComputedStyle(element, part)
    for (const name of style) looks[(part ?? '') + name] = style.getPropertyValue(name)
  }
  return looks
}))
"""


@pytest.fixture(scope="module")
def view(browser: None) -> Iterator[SealedView]:
    view = SealedView([])
    view.resize(800, 600)
    view.show()
    yield view
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def looks(qtbot: QtBot, view: SealedView, page: Page) -> list[dict[str, str]]:
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.open_page(page.served(), "index.html")
    answers: list[Any] = []
    view.page().runJavaScript(LOOKS, WORLD.value, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    found = json.loads(answers[0])
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_variant_looks_the_same(qtbot: QtBot, view: SealedView, name: str) -> None:
    page = Page((File("index.html", PAGES[name]),))
    right = looks(qtbot, view, page)
    wrong: list[str] = []
    for variant in harmless_variants(page, 1, more=True):
        found = looks(qtbot, view, variant.page)
        wrong += [f"{variant.kind}: {difference}" for difference in differences(right, found)]
    assert wrong == []


def differences(right: list[dict[str, str]], found: list[dict[str, str]]) -> list[str]:
    """The first few properties that differ."""
    if len(right) != len(found):
        return [f"{len(found)} elements instead of {len(right)}"]
    return [
        f"<{one['tag']}> {name}: {other.get(name)} instead of {value}"
        for one, other in zip(right, found, strict=True)
        for name, value in one.items()
        if other.get(name) != value
    ][:5]
