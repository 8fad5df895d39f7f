"""The pages that edits are tried on: real ones of others, and five of ours that hold what those do not."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.real_pages import RealPage, real_pages

ENTRY, SHEET = "index.html", "style.css"
OURS = Path(__file__).parent.parent / "browser" / "pages"
REAL = (
    "html5-boilerplate/dist/index.html", "skeleton-css/index.html", "clipboard/demo/target-input.html",
    "select/demo/dropdown.html", "select/demo/contenteditable.html", "picnic/docs/index.html",
    "picnic/docs/tests.html", "picnic/src/plugins/card/test.html", "picnic/src/plugins/select/test.html",
    "picnic/src/plugins/stack/test.html", "picnic/src/plugins/table/test.html", "picnic/src/plugins/tabs/test.html",
    "webslides/demos/index.html", "webslides/error.html", "vegas/tests/index.html", "spinkit/examples.html",
    "impress.js/index.html", "npm/npm-access.html", "npm/npm-query.html",
)  # fmt: skip

_BLOCK = re.compile(r"<style>\n?(.*?)</style>", re.DOTALL)
_PICTURE = re.compile(r"src=[\"']?([\w./-]+\.(?:png|jpe?g|gif))\b")
_STYLES = "h1 { color: teal }\nbody { font-family: sans-serif }\n.card { padding: 1em }\n"


@dataclass(frozen=True)
class Sample:
    """A page to be edited: its texts (the entry is index.html), and the pictures it shows."""

    name: str
    files: Mapping[str, str]
    assets: Mapping[str, bytes]


def samples() -> list[Sample]:
    """Every page, the real ones first; the first `<style>` of a real one is its style.css, so that sheets change."""
    real = {f"{page.package}/{page.name}": page for page in real_pages()}
    ours = [Sample(path.stem, {ENTRY: path.read_text("utf-8"), SHEET: _STYLES}, pictures("a.png")) for path in _ours()]
    return [*(_sample(name, real[name]) for name in REAL), *ours]


def _ours() -> list[Path]:
    return sorted(OURS.glob("*.html"))


def _sample(name: str, page: RealPage) -> Sample:
    block = _BLOCK.search(page.text)
    link = f'<link rel="stylesheet" href="{SHEET}">'
    text = page.text[: block.start()] + link + page.text[block.end() :] if block else page.text
    sheet = block[1] if block else _STYLES
    return Sample(name, {ENTRY: text, SHEET: sheet}, pictures("a.png", *_PICTURE.findall(text)))


def pictures(*names: str) -> dict[str, bytes]:
    """A picture of a size of its own for each name."""
    return {name: _png(90 + 7 * number, 40) for number, name in enumerate(dict.fromkeys(names))}


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x0a\x62\x5d" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
