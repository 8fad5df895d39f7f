"""Audits of headings, beside what axe-core finds.

`one-h1`: the page has one `<h1>`.
`heading-order`: no level is left out on the way down (axe-core); also not before the first heading: `<h2>` is the
deepest that a page may begin with, as it does where a navigation with a heading stands before `<h1>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.html.scene import Scene
from app.checks.report import Fault
from app.checks.wording.sentences import fault
from app.page.page import Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def one_h1(scene: Scene, _: Page) -> Iterator[Fault]:
    """No main heading, or more than one."""
    headings = scene.inside(None, ("h1",))
    if not headings:
        body = next(iter(scene.inside(None, ("body",))), scene.document.root)
        yield fault("element-missing", scene.tag_place(body), "h1", "", "<h1>")
    elif len(headings) > 1:
        lines = ", ".join(str(scene.line(heading)) for heading in headings[:12])
        yield fault("too-many", scene.tag_place(headings[1]), "h1", str(len(headings)), "1", lines=lines)


def beginning(scene: Scene, _: Page) -> Iterator[Fault]:
    """A page whose first heading is too deep."""
    for heading in scene.inside(None, _HEADINGS)[:1]:
        if heading.tag > "h2":
            yield fault("headings-begin", scene.tag_place(heading), heading.tag, f"<{heading.tag}>", "<h1>")
