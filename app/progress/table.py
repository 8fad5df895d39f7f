"""The week's table: people by the steps of this week's lesson, and one person's own week, which is the same row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from app.progress import times
from app.progress.people import Person, read_people
from app.progress.status import Standing, Status, Terms, Word, status
from app.progress.store import Store, from_ms, to_ms
from app.progress.week import Week

USUAL = Terms()
State = Literal["passed", "asked", "tries", "not tried"]


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise as the table needs it; `label` heads its column where it is not its number (`Project`)."""

    id: str
    title: str
    minutes: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for the week: the lesson (see lesson_ref) and its steps in order."""

    lesson: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one step. `tries` counts checks; `goal` is the first goal not met; `tried` is when last tried."""

    state: State
    tries: int = 0
    goal: str = ""
    tried: datetime | None = None

    @property
    def text(self) -> str:
        """The same in words, for a screen reader or a tooltip."""
        if self.state == "tries":
            return f"{self.tries} {'try' if self.tries == 1 else 'tries'}, not passed yet"
        return {"passed": "passed", "asked": "asked for help"}.get(self.state, "not tried")


@dataclass(frozen=True, slots=True)
class Row:
    """One person's week: a cell a step, and when anything was last heard (`today 9:40`, empty: never)."""

    person: Person
    status: Status
    cells: tuple[Cell, ...]
    heard: str

    @property
    def passed(self) -> int:
        """How many steps are passed."""
        return sum(cell.state == "passed" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The week of the whole group, in the order: done, asked, stuck, moving, started, no news, away; by name within."""

    week: Week
    plan: Plan
    rows: tuple[Row, ...]
    now: datetime

    def row(self, person: str) -> Row | None:
        """The row of the person of this id, or None."""
        return next((row for row in self.rows if row.person.id == person), None)


@dataclass(frozen=True, slots=True)
class MyWeek:
    """One person's own week: how many steps are done, about how many minutes are left, where to go on.

    `next` is None when all is done; `stopped` says when it was left (`you stopped here on Thursday`), or is empty.
    """

    passed: int
    planned: int
    minutes_left: int
    next: Step | None
    stopped: str


def week_table(store: Store, plan: Plan, week: Week, now: datetime, terms: Terms = USUAL) -> Table:
    """The table of `week` at `now`, from the roll-ups: its cost grows with people and steps, not with events."""
    facts = _facts(store, plan, week, now, terms)
    rows = [_row(facts, person) for person in read_people(store)]
    order = list(Word)
    rows.sort(key=lambda row: order.index(row.status.word))  # stable: by name within a status, for nobody is ranked
    return Table(week, plan, tuple(rows), now)


def my_week(table: Table, person: str, left: tuple[str, datetime] | None = None) -> MyWeek:
    """The week of one person. `left`: the step whose page was last worked on and when, as the drafts know it."""
    row, steps = table.row(person), table.plan.steps
    cells = row.cells if row else (Cell("not tried"),) * len(steps)
    todo = {step.id: (step, cell.tried) for step, cell in zip(steps, cells, strict=True) if cell.state != "passed"}
    touched = [(tried, id) for id, (_, tried) in todo.items() if tried]
    if left and left[0] in todo:
        touched.append((left[1], left[0]))
    at, id = max(touched, default=(None, next(iter(todo), "")))
    return MyWeek(
        passed=len(steps) - len(todo),
        planned=len(steps),
        minutes_left=sum(step.minutes for step, _ in todo.values()),
        next=todo[id][0] if todo else None,
        stopped=times.stopped(at, table.now, table.week.zone) if at else "",
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the roll-ups say about a week, in a fixed number of queries. Keys are ids of people, or (person, step)."""

    plan: Plan
    cells: dict[tuple[str, str], Cell]
    asked: dict[str, set[tuple[str, str]]]  # (lesson, step)
    stuck: dict[str, set[tuple[str, str]]]
    this_week: dict[str, tuple[bool, bool]]  # tried, passed
    heard: dict[str, str]
    away: dict[str, str]


def _facts(store: Store, plan: Plan, week: Week, now: datetime, terms: Terms) -> _Facts:
    today = now.astimezone(week.zone).date()
    asked = _places(
        store,
        "SELECT person, lesson, step FROM fact LEFT JOIN cell USING (lesson, person, step)"
        " WHERE topic = 'help.asked' AND kind = 'help.asked' AND passed_at IS NULL",
    )
    stuck = _places(
        store,
        "SELECT person, lesson, step FROM cell WHERE passed_at IS NULL AND failed >= ? AND tried_at >= ?",
        terms.failed,
        to_ms(now - timedelta(days=terms.days)),
    )
    seen = store.read("SELECT person, tried, passed FROM week_person WHERE week = ?", to_ms(week.start))
    heard = store.read("SELECT person, max(last_at) FROM week_person GROUP BY person")
    away = store.read(
        "SELECT person, max(json_extract(body, '$.until')) FROM fact WHERE topic = 'attend.set'"
        " AND json_extract(body, '$.state') = 'away' AND json_extract(body, '$.until') > ? GROUP BY person",
        today.isoformat(),
    )
    return _Facts(
        plan=plan,
        cells=_cells(store, plan.lesson, asked),
        asked=asked,
        stuck=stuck,
        this_week={str(person): (bool(tried), bool(passed)) for person, tried, passed in seen},
        heard={str(person): times.heard(from_ms(at), now, week.zone) for person, at in heard},
        away={str(person): times.until(date.fromisoformat(str(day)), today) for person, day in away},
    )


def _places(store: Store, sql: str, *values: object) -> dict[str, set[tuple[str, str]]]:
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person, lesson, step in store.read(sql, *values):
        places[person].add((lesson, step))
    return places


def _cells(store: Store, lesson: str, asked: dict[str, set[tuple[str, str]]]) -> dict[tuple[str, str], Cell]:
    rows = store.read("SELECT person, step, tries, goal, tried_at, passed_at FROM cell WHERE lesson = ?", lesson)
    cells = {(person, step): Cell("asked") for person, places in asked.items() for of, step in places if of == lesson}
    for person, step, tries, goal, tried_at, passed_at in rows:
        wanted = (person, step) in cells
        state: State = "passed" if passed_at is not None else "asked" if wanted else "tries" if tries else "not tried"
        tried = from_ms(tried_at) if tried_at is not None else None
        cells[person, step] = Cell(state, tries, goal if state in ("asked", "tries") else "", tried)
    return cells


def _row(facts: _Facts, person: Person) -> Row:
    steps, lesson = facts.plan.steps, facts.plan.lesson
    cells = tuple(facts.cells.get((person.id, step.id), Cell("not tried")) for step in steps)
    stuck = facts.stuck.get(person.id)
    here = [number for number, step in enumerate(steps, 1) if stuck and (lesson, step.id) in stuck]
    tried, passed = facts.this_week.get(person.id, (False, False))
    standing = Standing(
        asked=person.id in facts.asked,
        passed=sum(cell.state == "passed" for cell in cells),
        planned=len(steps),
        stuck_on=(here[0] if here else 0) if stuck else None,
        passed_since=passed,
        tried_since=tried,
        away=facts.away.get(person.id, ""),
    )
    return Row(person, status(standing), cells, facts.heard.get(person.id, ""))
