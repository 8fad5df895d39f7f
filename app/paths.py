"""Where packs, resources and people's data lie, from source and when frozen."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

WORKER = "inspect-long-pages"
"""The word by which the program is its own worker (app/desk/inspecting.py); nobody else has a use for it."""


def program_dir() -> Path:
    """The folder that holds `lessons/` and `resources/`: the checkout, or the frozen program's own."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    return Path(__file__).resolve().parent.parent


def worker_command() -> list[str]:
    """How this program starts itself as its own worker; the frozen one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER]
    return [sys.executable, "-P", "-m", "app", WORKER]


def own_command() -> list[str]:
    """How this program is started again: the window, as whoever sits there last."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "app"]


def follow_up_environment() -> dict[str, str]:
    """The environment for another window of Midweek that is opened by this one, or in its place."""
    return {**os.environ, "PYTHONPATH": str(program_dir()), "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def resources_dir() -> Path:
    """The program's own files: fonts, icons, editor, page scripts."""
    return program_dir() / "resources"


def lessons_dir() -> Path:
    """The packs that ship with the program."""
    return program_dir() / "lessons"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of people's data; nothing is made until somebody writes."""

    root: Path

    @property
    def database(self) -> Path:
        """The progress database: on this PC only, never in a synced folder."""
        return self.root / "progress.sqlite3"

    @property
    def drafts(self) -> Path:
        """What people are typing, one folder a person."""
        return self.root / "drafts"

    @property
    def opened(self) -> Path:
        """Pages as they were last shown to the browser of this computer, one folder a person and exercise."""
        return self.root / "opened"

    @property
    def sessions(self) -> Path:
        """A file for each open window, by which the next start knows whether it was closed."""
        return self.root / "sessions"

    @property
    def program(self) -> Path:
        """A copy of the program itself, where it would else run from a network drive."""
        return self.root / "program"

    @property
    def packs(self) -> Path:
        """Packs added on this PC, beside those that ship."""
        return self.root / "packs"

    @property
    def shelf(self) -> Path:
        """What reading the packs came to; whoever deletes it only makes the next start slower."""
        return self.root / "packs.kept"

    @property
    def settings(self) -> Path:
        """Preferences, as JSON."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """The log of bugs."""
        return self.root / "midweek.log"


def default_home() -> Home:
    """`MIDWEEK_HOME` if set, else the local (never roaming) application data folder."""
    moved = os.environ.get("MIDWEEK_HOME")
    if moved:
        return Home(Path(moved).expanduser().absolute())
    import platformdirs

    return Home(Path(platformdirs.user_data_dir("Midweek", appauthor=False, roaming=False)))
