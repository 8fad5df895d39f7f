"""An event says what can be said, and nothing longer than 2 KB."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.progress.event import Act, Event, lesson_ref

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_lesson_is_named_with_its_pack():
    assert lesson_ref("office-web", "first-page") == "office-web/first-page"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Act("person.watched", "p"),
        lambda: Act("help.asked", "p", body={"note": "x" * 2048}),
        lambda: Act("help.asked", "p", body={"note": "é" * 1100}),
        lambda: Act("help.asked", "p", body={"note": float("nan")}),
        lambda: Act("help.asked", "p", body={"note": "\ud800"}),
        lambda: Event("", "d-1", 1, 1, AT, 0, "p", "step.effort"),
        lambda: Event("i", "d-1", 0, 1, AT, 0, "p", "step.effort"),
        lambda: Event("i", "d-1", 1, 2**63, AT, 0, "p", "step.effort"),
        lambda: Event("i", "d-1", 1, 1, AT.replace(tzinfo=None), 0, "p", "step.effort"),
        lambda: Event("i", "d-1", 1, 1, AT.replace(year=1970), 0, "p", "step.effort"),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=" "):
        wrong()


def test_a_kind_from_a_newer_version_is_kept():
    assert Event("i", "d-1", 1, 1, AT, 0, "p", "badge.given").kind == "badge.given"
