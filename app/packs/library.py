"""The packs on this PC: those that ship, and those added; a faulty one is listed and never stops the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.packs.model import Pack, Problem, Where
from app.packs.reader import read_pack
from app.packs.shelf import Faulty, Shelf

_NO_FIELDS: Mapping[str, str] = {}


class Library:
    """Folders that hold one pack folder each entry; those of `optional` need not be there yet."""

    def __init__(self, dirs: Sequence[Path], optional: Sequence[Path] = ()) -> None:
        self._dirs = tuple(dirs)
        self._optional = tuple(optional)

    def read(self, fields: Mapping[str, str] = _NO_FIELDS) -> Shelf:
        """Every pack, in the order of the folders and of the names in them; the first of an id counts."""
        packs: dict[str, Pack] = {}
        faulty: list[Faulty] = []
        for folder in self._folders(faulty):
            reading = read_pack(folder, fields)
            if reading.pack is None:
                faulty.append(Faulty(folder, reading.problems))
            elif reading.pack.id in packs:
                other = packs[reading.pack.id].folder
                message = f"The pack in `{other.name}` has the same id, `{reading.pack.id}`."
                faulty.append(
                    _faulty(folder, message, "Take one of the two away, or give it an id of its own.", "pack.md")
                )
            else:
                packs[reading.pack.id] = reading.pack
        return Shelf(tuple(packs.values()), tuple(faulty))

    def _folders(self, faulty: list[Faulty]) -> list[Path]:
        folders: list[Path] = []
        for place in (*self._dirs, *self._optional):
            try:
                entries = [entry for entry in sorted(place.iterdir()) if entry.is_dir()]
            except FileNotFoundError:
                if place in self._dirs:
                    faulty.append(
                        _faulty(place, "The folder of packs is not there.", "Check that the drive is connected.")
                    )
            except OSError:
                remedy = "Check that the drive is connected and that you may read the folder."
                faulty.append(_faulty(place, "The folder of packs cannot be read.", remedy))
            else:
                folders += [entry for entry in entries if not entry.name.startswith((".", "_"))]
        return folders


def _faulty(folder: Path, message: str, remedy: str, file: str = "") -> Faulty:
    return Faulty(folder, (Problem(Where(file), message, remedy),))
