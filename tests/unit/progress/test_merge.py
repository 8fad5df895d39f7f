"""The same events, in any order, any number of times, in any batches, give the same state."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.progress.event import Event
from app.progress.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
COMPUTED = ("fact", "milestone", "cell", "week_person", "erased")

bodies = {
    "step.effort": st.builds(
        lambda tries, failed, goal: {"tries": tries, "failed": failed, "first_failing_check": goal},
        st.integers(0, 9) | st.just("many"),
        st.integers(0, 9) | st.none(),
        st.sampled_from(["heading", "colour"]),
    ),
    "step.passed": st.builds(lambda tries: {"rev": "1", "tries": tries}, st.integers(1, 9)),
    "lesson.started": st.just({"rev": "1"}),
    "lesson.done": st.just({"rev": "1"}),
    "help.asked": st.builds(lambda note: {"note": note}, st.sampled_from(["why?", "how?"])),
    "help.cleared": st.just({}),
    "person.named": st.builds(lambda name: {"name": name}, st.sampled_from(["Lena", "Tom"])),
    "group.set": st.builds(lambda name: {"name": name}, st.sampled_from(["Office", "Club"])),
    "meeting.set": st.builds(
        lambda day: {"rule": f"FREQ=WEEKLY;BYDAY={day}"}, st.sampled_from(["MO", "FR", "nonsense"])
    ),
    "attend.set": st.builds(lambda day: {"meeting": f"2026-11-{day}", "state": "away"}, st.sampled_from(["18", "25"])),
    "person.erased": st.just({}),
    "work.handed_in": st.just({"title": "Card"}),
    "badge.given": st.just({"from": "a newer version"}),
}


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    events = []
    for number in range(draw(st.integers(1, 25))):
        kind = draw(st.sampled_from(sorted(bodies)))
        ours = kind.startswith(("group.", "meeting."))
        events.append(
            Event(
                id=f"event-{number}",
                stream=draw(st.sampled_from(["aa-1", "aa-2", "b-1"])),
                seq=draw(st.integers(1, 30)),
                hlc=draw(st.integers(1, 6)) << 16,
                at=NOW + timedelta(hours=draw(st.integers(-400 * 24, 5 * 365 * 24))),
                off=0,
                person="" if ours else draw(st.sampled_from(["lena", "tom"])),
                kind=kind,
                lesson="" if ours else draw(st.sampled_from(["o/1", "o/2"])),
                step="" if ours else draw(st.sampled_from(["a", "b"])),
                body=draw(bodies[kind]),
            )
        )
    return events


def state(store: Store) -> dict[str, object]:
    rows = {table: store.read(f"SELECT * FROM {table}") for table in COMPUTED}
    return {**rows, "events": list(store.events())}


def after(batches: Sequence[Sequence[Event]]) -> tuple[dict[str, object], dict[str, object]]:
    """The state after these batches, and after dropping every roll-up and making it again."""
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "p.sqlite3", lambda: NOW)) as store:
        for batch in batches:
            store.ingest(batch)
        as_triggered = state(store)
        store.rebuild()
        return as_triggered, state(store)


@settings(max_examples=80, deadline=None)
@given(log=logs(), chance=st.randoms(use_true_random=False), twice=st.integers(0, 10))
def test_any_order_any_number_of_times_one_state_and_rebuilt_is_the_same(log, chance, twice):
    once, rebuilt = after([log])
    shuffled = [*log, *chance.choices(log, k=twice)]
    chance.shuffle(shuffled)
    cut = chance.randrange(len(shuffled) + 1)
    assert after([shuffled[:cut], shuffled[cut:]]) == (once, once)
    assert rebuilt == once


def test_events_come_back_as_they_went_in():
    event = Event("i", "d-1", 1, 5, NOW, -60, "p", "help.asked", "o/1", "a", {"note": "why é?"})
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "p.sqlite3", lambda: NOW)) as store:
        assert (store.ingest([event]), store.ingest([event, event])) == (1, 0)
        assert list(store.events()) == [event]


def test_an_erased_person_leaves_nothing_whatever_comes_later():
    def event(id: str, kind: str, **body: object) -> Event:
        return Event(id, "d-1", 1, 5, NOW, 0, "lena", kind, "o/1", "a", body)

    facts = [event("1", "person.named", name="Lena"), event("2", "step.passed"), event("3", "help.asked", note="?")]
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "p.sqlite3", lambda: NOW)) as store:
        store.ingest([facts[0], event("4", "person.erased"), *facts[1:]])
        assert [kept.kind for kept in store.events()] == ["person.erased"]
        assert state(store) == state(store) | {"fact": [], "cell": [], "week_person": [], "milestone": []}


def test_a_pass_that_arrives_late_but_was_earlier_moves_to_its_week():
    def passed(id: str, days: int) -> Event:
        at = NOW - timedelta(days=days)
        return Event(id, "d-1", 1, (1000 - days) << 16, at, 0, "lena", "step.passed", "o/1", "a")

    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "p.sqlite3", lambda: NOW)) as store:
        store.ingest([passed("1", 0)])
        store.ingest([passed("2", 10), passed("3", 3)])
        assert store.read("SELECT passed FROM week_person ORDER BY week") == [(1,), (0,)]
