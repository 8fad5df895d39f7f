"""`midweek pack recheck PATH`: the work stored on this PC, checked again after the pack was corrected.

What passes now is recorded as passed; no pass is taken away and no text is changed. With `--json`, one object::

    {"path": "…", "passed": true, "checked": 3, "pass_now": [{"person", "lesson", "exercise", "title"}], "unchecked": 0}

A pack with problems is answered as by `lint`. Exit code 0 when the work was done, whatever came of it; 2 where the
browser did not answer for a page, after what passes now was recorded.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

from app.authoring.examination import Render, examine
from app.cli.outcome import PASSED, say, say_json
from app.cli.pack import lint, pack_folder
from app.errors import BrowserError
from app.packs.model import Pack
from app.packs.reader import read_pack
from app.paths import default_home
from app.practice.drafts import Drafts
from app.practice.recheck import Recheck, Stored, stored_work
from app.progress.store import Store


def recheck(path: str, as_json: bool, render: Render) -> int:
    """Check stored work again; the exit code."""
    pack = read_pack(pack_folder(path)).pack
    if pack is None:
        return lint(path, as_json)
    found = _recheck(pack, render)
    if as_json:
        told = {"checked": found.checked, "pass_now": [_told(stored) for stored in found.pass_now]}
        say_json({"path": path, "passed": True, **told, "unchecked": found.unchecked})
    else:
        say(found.sentence)
    if found.unchecked:
        raise BrowserError("The browser did not answer, so some pages could not be checked.", "Try again.")
    return PASSED


def _recheck(pack: Pack, render: Render) -> Recheck:
    found, home = Recheck(), default_home()
    if not home.database.exists():  # to look is not to make
        return found
    with closing(Store.open(home.database, _now)) as store:
        for stored in stored_work([pack], store, Drafts(home.drafts, _now)):
            report = examine(stored.inquiry.checks, stored.page, render)
            found.settle(stored, report, store)
    return found


def _now() -> datetime:
    return datetime.now(UTC)


def _told(stored: Stored) -> dict[str, str]:
    work = stored.work
    person = {"person": stored.name, "lesson": work.lesson.id}
    return {**person, "exercise": work.exercise.id, "title": work.exercise.title}
