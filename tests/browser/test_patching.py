"""After any edit the patched page is what a fresh load of the same text is: element by element, text by text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from edits import edits
from pytestqt.qtbot import QtBot

from app.browser.asking import WORLD
from app.browser.preview import Preview
from app.browser.seal import SealedView

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
EDITS = int(os.environ.get("MIDWEEK_EDITS", "80"))  # a page
SEED = int(os.environ.get("MIDWEEK_SEED", "2026"))

# The whole document as lines, attributes sorted, templates and shadow roots too, without our versions in addresses.
SERIALISE = r"""(() => {
  const lines = [];
  const walk = (node, depth) => {
    const pad = " ".repeat(depth);
    if (node.nodeType !== 1) lines.push(pad + node.nodeName + " " + JSON.stringify(node.data ?? node.publicId ?? ""));
    else {
      const attributes = [...node.attributes].map(({ name, value, namespaceURI }) => {
        const plain = node.localName === "link" ? value.replace(/^midweek-page:\/\/page\/v\d+\//, "") : value;
        return `${namespaceURI ?? ""} ${name}=${JSON.stringify(plain)}`;
      });
      lines.push(pad + node.namespaceURI + " " + node.nodeName + " " + attributes.sort().join(" "));
    }
    for (const child of node.childNodes) walk(child, depth + 1);
    if (node.content instanceof DocumentFragment) walk(node.content, depth + 1);
    if (node.shadowRoot) walk(node.shadowRoot, depth + 1);
  };
  walk(document, 0);
  return document.compatMode + "\n" + lines.join("\n");
})()"""


def run(qtbot: QtBot, view: SealedView, script: str) -> str:
    answers: list[Any] = []
    view.page().runJavaScript(script, WORLD.value, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_patched_page_equals_a_fresh_load(qtbot: QtBot, keep: Any, page: Path) -> None:
    preview: Preview = keep(Preview())
    fresh: SealedView = keep(SealedView([]))
    loads: list[bool] = []
    held: list[int] = []
    preview.view.loadFinished.connect(loads.append)
    ended: list[int] = []
    preview.held.connect(held.append)
    preview.held.connect(ended.append)
    preview.painted.connect(ended.append)
    text = page.read_text(encoding="utf-8")
    for number, edited in enumerate([text, *edits(text, EDITS, SEED)]):
        served = {"index.html": edited.encode(), "style.css": b"h1 { color: teal }"}
        version = preview.show_page(served, "index.html")
        qtbot.waitUntil(lambda version=version: version in ended, timeout=20_000)
        with qtbot.waitSignal(fresh.loadFinished, timeout=20_000):
            fresh.open_page(served, "index.html")
        wanted = run(qtbot, fresh, SERIALISE)
        if version in held:  # the page before it stays, but only where there would be nothing to see
            assert run(qtbot, fresh, "document.body?.innerText.trim() ?? ''") == "", edited
            continue
        patched = run(qtbot, preview.view, SERIALISE)
        assert patched.split("\n") == wanted.split("\n"), f"edit {number} of seed {SEED}: {edited}"
    print(f"{page.stem}: {len(loads)} full loads and {len(held)} held of {EDITS + 1}")
    assert len(loads) < EDITS * 0.6  # most edits are patched, or this shows nothing
