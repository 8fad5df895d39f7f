"""A learner's page: the text files somebody writes, and the assets they may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class File:
    """One text file of a page: its name inside the page's folder and its text (every newline a single line feed)."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The files of one page, the first HTML file being its entry, and its assets by name (`files/fair.jpg`)."""

    files: tuple[File, ...]
    assets: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def entry(self) -> str:
        """The name of the HTML file that is opened first; the first file where none is HTML."""
        names = [file.name for file in self.files]
        return next((name for name in names if name.endswith((".html", ".htm"))), names[0])

    def text(self, name: str) -> str:
        """The text of one file; KeyError where there is none of that name."""
        for file in self.files:
            if file.name == name:
                return file.text
        raise KeyError(name)

    def with_text(self, name: str, text: str) -> Page:
        """The same page with one file's text replaced."""
        return Page(tuple(File(f.name, text) if f.name == name else f for f in self.files), self.assets)

    def with_texts(self, files: Iterable[File]) -> Page:
        """The same page with the texts that these have; a file that it does not have is left out."""
        texts = {file.name: file.text for file in files}
        return Page(tuple(File(f.name, texts.get(f.name, f.text)) for f in self.files), self.assets)

    def served(self) -> dict[str, bytes]:
        """Every file and asset by name, as a browser is served them."""
        return {**self.assets, **{file.name: file.text.encode("utf-8", "replace") for file in self.files}}
