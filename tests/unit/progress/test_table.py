"""The week's table is what the drawing shows, and a person's own week is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.progress.done import Effort, effort, lessons_with, passed_steps
from app.progress.event import Act
from app.progress.people import Person, add_person
from app.progress.store import Store
from app.progress.table import Cell, Plan, Step, Table, my_week, week_table

LESSON = "office-web/pictures"
PLAN = Plan(
    LESSON, (*tuple(Step(f"s{n}", f"Step {n}", 4) for n in range(1, 8)), Step("project", "Story", 15, "Project"))
)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(home: Path, clock) -> Iterator[Store]:
    with closing(Store.open(home / "progress.sqlite3", clock)) as store:
        yield store


class Story:
    """Says who did what when, as the store would have recorded it then."""

    def __init__(self, store: Store, clock) -> None:
        self.store, self.clock = store, clock

    def person(self, name: str) -> Person:
        self.clock.now = datetime(2026, 10, 1, 9, tzinfo=UTC)
        return add_person(self.store, name)

    def at(self, day: int, hour: int, minute: int) -> Story:
        self.clock.now = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        return self

    def passed(self, person: Person, *steps: int | str, lesson: str = LESSON) -> None:
        for step in steps:
            self.store.commit(Act("step.passed", person.id, lesson, f"s{step}" if isinstance(step, int) else step))

    def failed(self, person: Person, step: int, times: int, lesson: str = LESSON) -> None:
        body = {"tries": times, "failed": times, "first_failing_check": "text that is not the file's name"}
        self.store.commit(Act("step.effort", person.id, lesson, f"s{step}", body))


@pytest.fixture
def story(store: Store, clock) -> Story:
    return Story(store, clock)


def table(store: Store) -> Table:
    return week_table(store, PLAN, store.meeting().week(NOW), NOW)


def test_the_drawing(store: Store, story: Story):
    amir, grace, joan, lena, ruth, shazia, tom = map(
        story.person,
        ["Amir Malik", "Grace Ruddock", "Joan Pike", "Lena Brook", "Ruth Bell", "Shazia Akhtar", "Tom Oyelaran"],
    )
    story.at(12, 9, 0).passed(amir, 1, lesson="office-web/css")
    away = {"meeting": "2026-11-25", "state": "away", "until": "2026-11-30"}
    store.commit(Act("attend.set", amir.id, body=away))
    story.at(17, 10, 2).failed(ruth, 1, 2, lesson="office-web/css")
    story.at(19, 12, 0).passed(joan, 1)
    story.at(19, 12, 31).failed(joan, 2, 5)
    story.at(20, 16, 0).passed(grace, 1, 2)
    story.at(20, 16, 5)
    store.commit(Act("help.asked", grace.id, LESSON, "s3", {"note": "Why does it want no text now?"}))
    story.at(23, 8, 55).passed(tom, 1, 2, 3, 4, 5)
    story.failed(tom, 6, 1)
    story.at(23, 9, 12).passed(shazia, 1, 2, 3)
    story.at(23, 9, 40).passed(lena, 1, 2, 3, 4, 5, 6, 7, "project")

    shown = table(store)
    marks = {"passed": "✓", "asked": "?", "not tried": "·"}
    assert [
        (row.person.name, row.status.text, "".join(marks.get(c.state, str(c.tries)) for c in row.cells), row.heard)
        for row in shown.rows
    ] == [
        ("Lena Brook", "Done", "✓✓✓✓✓✓✓✓", "today 9:40"),
        ("Grace Ruddock", "Asked for help", "✓✓?·····", "Fri 16:05"),
        ("Joan Pike", "Stuck on 2", "✓5······", "Thu 12:31"),
        ("Shazia Akhtar", "Moving, 3 of 8", "✓✓✓·····", "today 9:12"),
        ("Tom Oyelaran", "Moving, 5 of 8", "✓✓✓✓✓1··", "today 8:55"),
        ("Ruth Bell", "No news", "········", "Tue 10:02"),
        ("Amir Malik", "Away until Monday", "········", "12 Nov"),
    ]
    joans = shown.row(joan.id)
    assert joans is not None
    assert joans.cells[1] == Cell(
        "tries", 5, "text that is not the file's name", datetime(2026, 11, 19, 12, 31, tzinfo=UTC)
    )
    assert [cell.text for cell in joans.cells[:3]] == ["passed", "5 tries, not passed yet", "not tried"]


def test_passing_clears_stuck_and_asked(store: Store, story: Story):
    joan = story.person("Joan")
    story.at(20, 9, 0).failed(joan, 2, 4)
    store.commit(Act("help.asked", joan.id, LESSON, "s2", {"note": "?"}))
    assert table(store).rows[0].status.text == "Asked for help"
    store.commit(Act("help.cleared", joan.id, LESSON, "s2"))
    assert table(store).rows[0].status.text == "Stuck on 2"
    store.commit(Act("help.asked", joan.id, LESSON, "s2", {"note": "again?"}))
    story.passed(joan, 2)
    assert table(store).rows[0].status.text == "Moving, 1 of 8"
    assert table(store).rows[0].cells[1].state == "passed"


def test_somebody_stuck_longer_than_two_weeks_ago_is_no_news(store: Store, story: Story):
    joan = story.person("Joan")
    story.at(9, 11, 0).failed(joan, 2, 6)
    assert table(store).rows[0].status.text == "No news"


def test_opening_a_lesson_is_not_starting_and_a_try_is(store: Store, story: Story):
    joan = story.person("Joan")
    story.at(23, 9, 0)
    store.commit(Act("lesson.started", joan.id, LESSON))
    assert table(store).rows[0].status.text == "No news"
    story.failed(joan, 1, 1)
    assert table(store).rows[0].status.text == "Started"


def test_what_was_done_before_the_last_meeting_is_not_moving_now(store: Store, story: Story):
    joan = story.person("Joan")
    story.at(18, 15, 59).passed(joan, 1)
    row = table(store).rows[0]
    assert (row.status.text, row.passed) == ("No news", 1)
    story.at(18, 16, 0).passed(joan, 2)
    assert table(store).rows[0].status.text == "Moving, 2 of 8"


def test_a_moved_meeting_moves_the_week(store: Store, story: Story):
    joan = story.person("Joan")
    story.at(19, 9, 0).passed(joan, 1)
    store.commit(Act("meeting.set", body={"rule": "FREQ=WEEKLY;BYDAY=MO", "time": "10:00"}))
    assert store.meeting().week(NOW).start == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert table(store).rows[0].status.text == "No news"


def test_my_week_says_what_is_done_what_is_left_and_where_to_go_on(store: Store, story: Story):
    shazia = story.person("Shazia")
    week = my_week(table(store), shazia.id)
    assert (week.passed, week.planned, week.minutes_left, week.stopped) == (0, 8, 43, "")
    assert week.next == PLAN.steps[0]

    story.at(19, 9, 12).passed(shazia, 1, 2, 3)
    assert my_week(table(store), shazia.id).next == PLAN.steps[3]

    story.failed(shazia, 5, 1)
    week = my_week(table(store), shazia.id)
    assert (week.passed, week.minutes_left, week.next, week.stopped) == (
        3,
        31,
        PLAN.steps[4],
        "you stopped here on Thursday",
    )
    typed = ("s4", datetime(2026, 11, 22, 20, tzinfo=UTC))
    week = my_week(table(store), shazia.id, typed)
    assert (week.next, week.stopped) == (PLAN.steps[3], "you stopped here yesterday")

    story.passed(shazia, 4, 5, 6, 7, "project")
    week = my_week(table(store), shazia.id, typed)
    assert (week.passed, week.minutes_left, week.next, week.stopped) == (8, 0, None, "")


def test_what_one_person_has_done(store: Store, story: Story):
    joan, tom = story.person("Joan"), story.person("Tom")
    story.at(20, 9, 0).failed(joan, 2, 4)
    story.passed(joan, 1, 2)
    store.commit(Act("lesson.started", joan.id, LESSON))
    assert effort(store, joan.id, LESSON, "s2") == Effort(4, 4, passed=True)
    assert effort(store, tom.id, LESSON, "s2") == Effort()
    assert passed_steps(store, joan.id, LESSON) == {"s1", "s2"}
    assert lessons_with(store, joan.id, "lesson.started") == {LESSON}
    assert lessons_with(store, joan.id, "lesson.done") == frozenset()
