# ruff: noqa: S608 - every statement here is made of constants
"""The tables of the progress database, and the triggers that turn events into roll-ups.

The log `event` is the truth; the roll-ups say what follows from it and can be dropped and made again. The same trigger
bodies serve a new event and a replay of the log (an INSTEAD OF trigger on a view), so the two cannot differ. Every
merge is commutative and idempotent (greatest, earliest, last): events may come in any order; the key refuses a double.

Times are milliseconds since 1970, UTC. A `rank` is (hlc, stream, seq, id) as text that sorts like them. A `week` is the
time of the meeting it begins with, from the table `meeting`, which the store keeps reaching over every event.
"""

from __future__ import annotations

VERSION = 1

LOG = """
CREATE TABLE device (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, incarnation INTEGER NOT NULL,
  seq INTEGER NOT NULL, hlc INTEGER NOT NULL) STRICT;
CREATE TABLE event (id TEXT PRIMARY KEY, v INTEGER NOT NULL, stream TEXT NOT NULL, seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL, at INTEGER NOT NULL, off INTEGER NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL,
  lesson TEXT NOT NULL, step TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body))) STRICT, WITHOUT ROWID;
CREATE TABLE erased (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIEW replay AS SELECT * FROM event;
CREATE TRIGGER event_of_erased BEFORE INSERT ON event
  WHEN NEW.kind <> 'person.erased' AND EXISTS (SELECT 1 FROM erased WHERE person = NEW.person)
  BEGIN SELECT RAISE(IGNORE); END;
"""

ROLLUPS = """
CREATE TABLE meeting (at INTEGER PRIMARY KEY) STRICT;
CREATE TABLE fact (topic TEXT NOT NULL, person TEXT NOT NULL, lesson TEXT NOT NULL, step TEXT NOT NULL,
  meeting TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL, rank TEXT NOT NULL,
  PRIMARY KEY (topic, person, lesson, step, meeting)) STRICT, WITHOUT ROWID;
CREATE TABLE milestone (person TEXT NOT NULL, lesson TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
  rank TEXT NOT NULL, PRIMARY KEY (person, lesson, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE cell (lesson TEXT NOT NULL, person TEXT NOT NULL, step TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0, goal TEXT NOT NULL DEFAULT '', tried_at INTEGER, passed_at INTEGER,
  passed_rank TEXT, PRIMARY KEY (lesson, person, step)) STRICT, WITHOUT ROWID;
CREATE INDEX cell_open ON cell (person, failed) WHERE passed_at IS NULL;
CREATE TABLE week_person (person TEXT NOT NULL, week INTEGER NOT NULL, tried INTEGER NOT NULL DEFAULT 0,
  passed INTEGER NOT NULL DEFAULT 0, last_at INTEGER NOT NULL, last_stream TEXT NOT NULL,
  PRIMARY KEY (person, week)) STRICT, WITHOUT ROWID;
"""

ROLLUP_TABLES = ("meeting", "fact", "milestone", "cell", "week_person")

_RANK = "printf('%016x %s %010d %s', NEW.hlc, NEW.stream, NEW.seq, NEW.id)"
_WEEK = "(SELECT max(at) FROM meeting WHERE at <= {})"
_SEEN = f"""
  INSERT INTO week_person (person, week, tried, last_at, last_stream)
    VALUES (NEW.person, {_WEEK.format("NEW.at")}, NEW.kind = 'step.effort', NEW.at, NEW.stream)
    ON CONFLICT DO UPDATE SET tried = max(tried, excluded.tried),
      last_stream = CASE WHEN (excluded.last_at, excluded.last_stream) > (last_at, last_stream)
        THEN excluded.last_stream ELSE last_stream END,
      last_at = max(last_at, excluded.last_at);"""
_FACT = f"""
  INSERT INTO fact VALUES (CASE NEW.kind WHEN 'help.cleared' THEN 'help.asked' ELSE NEW.kind END,
    NEW.person, NEW.lesson, NEW.step, CAST(coalesce(json_extract(NEW.body, '$.meeting'), '') AS TEXT), NEW.kind,
    NEW.body, NEW.at, {_RANK})
    ON CONFLICT DO UPDATE SET kind = excluded.kind, body = excluded.body, at = excluded.at, rank = excluded.rank
      WHERE excluded.rank > rank;"""
_MILESTONE = f"""
  INSERT INTO milestone VALUES (NEW.person, NEW.lesson, NEW.kind, NEW.at, {_RANK})
    ON CONFLICT DO UPDATE SET at = excluded.at, rank = excluded.rank WHERE excluded.rank < rank;"""
_COUNT = "max(0, min(1000000, CAST(coalesce(json_extract(NEW.body, '$.{}'), 0) AS INTEGER)))"
_EFFORT = f"""
  INSERT INTO cell (lesson, person, step, tries, failed, goal, tried_at)
    VALUES (NEW.lesson, NEW.person, NEW.step, {_COUNT.format("tries")}, {_COUNT.format("failed")},
      CAST(coalesce(json_extract(NEW.body, '$.first_failing_check'), '') AS TEXT), NEW.at)
    ON CONFLICT DO UPDATE SET tries = max(tries, excluded.tries),
      goal = CASE WHEN (excluded.failed, excluded.goal) > (failed, goal) THEN excluded.goal ELSE goal END,
      failed = max(failed, excluded.failed), tried_at = max(coalesce(tried_at, 0), excluded.tried_at);"""
_PASSED = f"""
  INSERT INTO cell (lesson, person, step, passed_at, passed_rank)
    VALUES (NEW.lesson, NEW.person, NEW.step, NEW.at, {_RANK})
    ON CONFLICT DO UPDATE SET passed_at = excluded.passed_at, passed_rank = excluded.passed_rank
      WHERE passed_rank IS NULL OR excluded.passed_rank < passed_rank;"""
_ERASED = """
  INSERT INTO erased VALUES (NEW.person) ON CONFLICT DO NOTHING;
  DELETE FROM event WHERE person = NEW.person AND kind <> 'person.erased';
  DELETE FROM fact WHERE person = NEW.person;
  DELETE FROM milestone WHERE person = NEW.person;
  DELETE FROM cell WHERE person = NEW.person;
  DELETE FROM week_person WHERE person = NEW.person;"""

_MERGES = {
    "fact": (("person.named", "group.set", "plan.set", "meeting.set", "attend.set", "help.cleared"), _FACT),
    "help": (("help.asked",), _SEEN + _FACT),
    "effort": (("step.effort",), _SEEN + _EFFORT),
    "passed": (("step.passed",), _SEEN + _PASSED),
    "milestone": (("lesson.started", "lesson.done"), _SEEN + _MILESTONE),
    "seen": (("work.handed_in",), _SEEN),
    "erased": (("person.erased",), _ERASED),
}


def _moves_pass(step: str, time: str) -> str:
    return f"UPDATE week_person SET passed = passed {step} WHERE person = NEW.person AND week = {_WEEK.format(time)};"


def triggers() -> str:
    """The statements that make every trigger of the roll-ups; those that stand already are dropped first."""
    made = {
        "cell_passed_first": f"""AFTER INSERT ON cell WHEN NEW.passed_at IS NOT NULL
          BEGIN {_moves_pass("+ 1", "NEW.passed_at")} END""",
        "cell_passed_earlier": f"""AFTER UPDATE OF passed_at ON cell WHEN OLD.passed_at IS NOT NEW.passed_at
          BEGIN {_moves_pass("- 1", "OLD.passed_at")} {_moves_pass("+ 1", "NEW.passed_at")} END""",
    }
    for name, (kinds, body) in _MERGES.items():
        named = f"NEW.kind IN ({', '.join(repr(kind) for kind in kinds)})"
        when = f"WHEN {named} AND NEW.person <> ''" if name == "erased" else f"WHEN {named}"
        made[f"event_{name}"] = f"AFTER INSERT ON event {when} BEGIN {body} END"
        made[f"replay_{name}"] = f"INSTEAD OF INSERT ON replay {when} BEGIN {body} END"
    return "".join(f"DROP TRIGGER IF EXISTS {name};\nCREATE TRIGGER {name} {made[name]};\n" for name in made)


MIGRATIONS = (LOG + ROLLUPS + triggers(),)
"""Statements that take `PRAGMA user_version` from its place in this row to the next."""
