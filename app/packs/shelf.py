"""What the packs on a PC are to the rest of the program: those that can be used, and the folders that gave none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from app.packs.model import Pack, Problem


class Faulty(NamedTuple):
    """A folder that gave no pack, and every problem it has."""

    folder: Path
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a library holds: its packs, and the folders that gave none."""

    packs: tuple[Pack, ...]
    faulty: tuple[Faulty, ...]
