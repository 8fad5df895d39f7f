"""What keeps a whole style sheet from counting: it is not there, or it is not asked for, or not rightly."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.checks.css.sheets import PageSheets
from app.checks.html.explaining import as_written
from app.checks.html.places import Places
from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.nearest import nearest

_LINK = '<link rel="stylesheet" href="{}">'


def sheet_faults(scene: Scene, sheets: PageSheets, needed: Collection[str]) -> Iterator[Fault]:
    """The faults of a page's links and imports; of sheets that nothing asks for only those that are needed."""
    names = [sheet.sheet.file for sheet in sheets.loose]
    for missing in sheets.missing:
        near = nearest(missing.href.lower(), names) or (names[0] if len(names) == 1 else None)
        if near:
            names.remove(near)
            yield fault("sheet-misnamed", missing.place, "link", missing.href, near)
        else:
            yield fault("style-sheet-missing", missing.place, "link", missing.href, "")
    for name in names:
        if name in sheets.late:
            yield fault("import-late", sheets.late[name], "import", f'@import "{name}"', "")
        elif (name in needed or not sheets.used) and (told := _unlinked(scene, name)) is not None:
            yield told


def _unlinked(scene: Scene, name: str) -> Fault | None:
    """Why a sheet that is there does not count: its link is not right, or there is none. None where a slip says it."""
    for link in scene.inside(None, ("link",)):
        told = _of_link(scene, link, name)
        if told is not None:
            return None if _is_slipped(link, told) else told
    place = Places(scene).missing(None, None, None, "link")
    return fault("sheet-unlinked", place, "link", name, _LINK.format(name))


def _is_slipped(link: Element, told: Fault) -> bool:
    """Whether the attribute that is missing is there, misspelt."""
    missing = told.wanted.partition("=")[0]
    return told.kind == "attribute-missing" and any(nearest(each.name, [missing]) for each in link.attributes)


def _of_link(scene: Scene, link: Element, name: str) -> Fault | None:
    rel, href = link.attribute("rel"), link.attribute("href")
    if href is None:
        if rel is None or not nearest(rel.value.lower(), ["stylesheet"]):
            return None
        return fault("attribute-missing", scene.tag_place(link), "link", "", f'href="{name}"', name="href")
    if href.value.rsplit("/", maxsplit=1)[-1] != name.rsplit("/", maxsplit=1)[-1]:
        return None
    wanted = 'rel="stylesheet"'
    if rel is None:
        return fault("attribute-missing", scene.tag_place(link), "link", "", wanted, name="rel")
    place = scene.place(rel.value_span or rel.name_span)
    return fault("attribute-wrong", place, "link", as_written(rel), wanted, name="rel")
