"""`table-headers`: tables hold data, and each has heading cells.

A table has at least one `<th>`; in a table of three rows and columns and more, every cell has one above or beside it
(axe-core); `headers` and `scope`, where written, name what is there (axe-core). A table with headings both above and
beside says with `scope` which are which, as W3C's tutorial on tables has it; with headings on one side that is plain
without. A table in a cell of another is a layout, and so is one without any heading. `role="presentation"` says that
a table is no data; such a one is passed over. A caption is worth a check of its own:
`<table><caption>…</caption></table>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.html import Element
from app.page.page import Page


def faults(scene: Scene, _: Page) -> Iterator[Fault]:
    """Tables without headings, and headings on two sides that do not say which they are."""
    outer: Element | None = None
    for table in scene.inside(None, ("table",)):
        if (table.get("role") or "").strip().lower() in ("presentation", "none"):
            continue
        nested = outer is not None and scene.holds(outer, table)
        outer = outer if nested else table
        if nested:
            yield fault("table-nested", scene.tag_place(table), "table", "<table>", "one table")
            continue
        cells = scene.inside(table, ("td",))
        headings = scene.inside(table, ("th",))
        if cells and not headings:
            yield fault("table-no-headings", scene.tag_place(table), "table", "<td>", "<th>")
        yield from _unscoped(scene, table)


def _unscoped(scene: Scene, table: Element) -> Iterator[Fault]:
    """In a table with headings above and beside, the headings that do not say which they are."""
    rows = [[cell for cell in row.elements if cell.tag in ("td", "th")] for row in scene.inside(table, ("tr",))]
    rows = [row for row in rows if row]
    above = [cell for row in rows[:1] for cell in row if cell.tag == "th"]
    beside = [row[0] for row in rows[1:] if row[0].tag == "th" and any(cell.tag == "td" for cell in row)]
    if len(above) < 2 or not beside:
        return
    for heading in (*above, *beside):
        if (heading.get("scope") or heading.get("id")) is None and (scene.filled(heading) or heading in beside):
            wanted = 'scope="col"' if heading in above else 'scope="row"'
            yield fault("heading-unscoped", scene.tag_place(heading), "th", f"<{heading.tag}>", wanted)
