"""Point 4 of a trial: pictures are there and have text, nothing is loaded from outside, links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from app.authoring.trial.remark import Remark
from app.authoring.trial.subject import Subject
from app.packs.model import Where
from app.page.page import Page
from app.page.references import Reference, pictures_without_text, references_of, resolves


def try_pages(subject: Subject) -> Iterator[Remark]:
    """What the pages load and link to; the start may be wrong on purpose, so remarks on it alone are mild."""
    known: set[str] = set()
    for page in (subject.answer, subject.start):
        mild = page.files is subject.exercise.start and bool(subject.exercise.answer)
        for reference in references_of(page) if page.files else ():
            remark = _reference_remark(reference, page, subject.place(page, reference.file, reference.line), mild)
            if remark and remark.message not in known:
                known.add(remark.message)
                yield remark
    for name, line in pictures_without_text(subject.answer):
        message, remedy = "A picture in the answer has no text.", 'Add `alt="…"`, or `alt=""` if it is decoration.'
        yield Remark("picture-text", subject.place(subject.answer, name, line), message, remedy)


def _reference_remark(reference: Reference, page: Page, where: Where, mild: bool) -> Remark | None:
    address = f"`{reference.address.strip()}`"
    if reference.inline or (reference.outside and not reference.loaded):
        return None
    if reference.outside:
        remedy = "Put a copy into the lesson's `files/`, so that it works without a network."
        return Remark("outside", where, f"The page loads {address} from outside the pack.", remedy, mild)
    if resolves(reference, page):
        return None
    if reference.loaded:
        remedy = "Put it into the lesson's `files/`, or mend the name; capitals matter."
        return Remark("missing", where, f"The page loads {address}, and there is no such file.", remedy, mild)
    message = f"A link leads to {address}, and there is no such page or place."
    return Remark("missing", where, message, "Mend the link, or add what it leads to.", mild)
