"""Values that the screens are shown in tests: the week of design/home.png and the group of design/group.png."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from builders import a_check, an_exercise

from app.checks.report import Fault, Finding, Outcome, Place, Report
from app.packs.model import Lesson, Pack, Problem, Where
from app.page.page import File
from app.progress.people import Person
from app.progress.status import Status, Word
from app.progress.table import Cell, MyWeek, Plan, Row, Step, Table
from app.progress.week import Week
from app.ui.values import FaultyPack, GroupView, HomeView, LessonView, PacksView, Stop

GOALS = ("One main heading", "A picture with text that says what it shows", "A picture that is 640 wide and 360 high")
FILES = (
    File("index.html", "\n".join(f"<p>line {n}</p>" for n in range(1, 17))),
    File("style.css", "h1 { color: green }"),
)


def _exercise(id: str, title: str, minutes: int = 5, kind: str = "exercise"):
    checks = (a_check(goal=GOALS[0]), a_check(goal=GOALS[1]), a_check(goal=GOALS[2]))
    learn = 'Say it with `width` and `height`.\n\n```html\n<img width="640">\n```'
    return an_exercise(
        id=id, title=title, minutes=minutes, kind=kind, checks=checks, learn=learn, start=FILES, hints=("Look again.",)
    )


LESSON = Lesson(
    id="pictures",
    title="Pictures that speak",
    minutes=60,
    replaces=(),
    aim="",
    recap=(),
    review="",
    facilitator="",
    exercises=(
        _exercise("put", "Put a picture on the page", 4),
        _exercise("say", "Say what the picture shows"),
        _exercise("decoration", "When a picture is only decoration", 4),
        _exercise("size", "Give the picture its size"),
        _exercise("story", "a photo story of an event", 15, "project"),
    ),
    folder=Path("04-pictures"),
)
STEPS = tuple(
    Step(step.id, step.title, step.minutes, "Project" if step.kind == "project" else "") for step in LESSON.exercises
)
WEEK = Week(datetime(2026, 11, 18, 16, tzinfo=UTC), datetime(2026, 11, 25, 16, tzinfo=UTC), ZoneInfo("Europe/London"))


def a_person(name: str) -> Person:
    words = name.split()
    return Person(name.lower().replace(" ", "-"), name, words[0][0] + words[-1][0], name)


def a_row(name: str, word: Word, said: str, signs: str, heard: str) -> Row:
    """`signs`: x passed, ? asked for help, a number of tries, . not tried."""
    cells = {"x": Cell("passed", 1), "?": Cell("asked", 3), ".": Cell("not tried")}
    made = tuple(cells.get(sign) or Cell("tries", int(sign), GOALS[1]) for sign in signs)
    return Row(a_person(name), Status(word, said), made, heard)


ROWS = (
    a_row("Lena Brook", Word.DONE, "Done", "xxxxx", "today 9:40"),
    a_row("Grace Ruddock", Word.ASKED, "Asked for help", "xx?..", "Fri 16:05"),
    a_row("Joan Pike", Word.STUCK, "Stuck on 2", "x5...", "Thu 12:31"),
    a_row("Shazia Akhtar", Word.MOVING, "Moving, 3 of 5", "xxx..", "today 9:12"),
    a_row("Ruth Bell", Word.NO_NEWS, "No news", ".....", ""),
    a_row("Amir Malik", Word.AWAY, "Away until Monday", ".....", "12 Nov"),
)
SHAZIA = ROWS[3]
TABLE = Table(WEEK, Plan("office-web/pictures", STEPS), ROWS, datetime(2026, 11, 23, 9, tzinfo=UTC))
MEETING = datetime(2026, 11, 25, 16, 0, tzinfo=ZoneInfo("Europe/London"))
COURSE = tuple(
    Stop(str(n), title, n < 4)
    for n, title in enumerate(("First page", "Links and lists", "First CSS", "Pictures that speak", "Tables"), 1)
)
HOME = HomeView(
    today=date(2026, 11, 23),
    meeting=MEETING,
    lesson=LESSON,
    number=4,
    row=SHAZIA,
    mine=MyWeek(3, 5, 20, STEPS[3], "you stopped here on Thursday"),
    course=COURSE,
    group=TABLE,
    notes=("No meeting on 23 and 30 December.",),
)
GROUP = GroupView("Constituency office", 4, LESSON.title, TABLE, MEETING)
LESSON_VIEW = LessonView(LESSON, 4, 4, FILES, "index.html", frozenset(("put", "say", "decoration")))
MISSPELT = Fault(
    "attribute-misspelt",
    Place("index.html", 12, 4, 4),
    "img",
    'widht="640"',
    "width",
    'The picture `<img>` has `widht="640"`. The word is `width`.',
)
IN_CSS = Fault("effect-unset", Place("style.css", 1, 1, 2), "h1", "", "green", "Nothing in your CSS sets `color` yet.")
MET = tuple(Finding(goal, Outcome.PASSED) for goal in GOALS)
FAILED = Report((*MET[:2], Finding(GOALS[2], Outcome.FAILED, (MISSPELT, IN_CSS), hints=("Count the letters.",))))
PASSED = Report(MET)
UNCHECKED = Report((*MET[:2], Finding(GOALS[2], Outcome.UNCHECKED)))
PACKS = PacksView(
    (
        Pack(
            id="office-web",
            title="Web pages for the office",
            version="1.0.0",
            language="en-GB",
            licence="CC-BY-4.0",
            authors=(),
            needs="1.0",
            answer="always",
            fields={},
            about="For office staff who start from nothing.",
            changes=(),
            lessons=(LESSON,),
            folder=Path("office-web"),
        ),
    ),
    (
        FaultyPack(
            "my-pack",
            (
                Problem(Where("first-page/01.md", 12), "There is no key `tittle`.", "Did you mean `title`?"),
                Problem(Where("pack.md"), "The version is missing.", "Write `version: 1.0.0`."),
            ),
        ),
    ),
)
