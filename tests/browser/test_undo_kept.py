"""Undo outlives the page: steps given to another editor go back to the start and forth again, and nowhere else."""

from __future__ import annotations

import json
import random

import pytest
from writer import CTRL, Key, Writer

from app.page.trail import Trail

START = "<!doctype html>\n<p>One</p>\n<p>Two 😀</p>\n"
LOCKED = "<h1>Stays</h1>\n<!-- edit from here -->\n<p>Yours</p>\n<!-- to here -->\n<p>Stays</p>\n"


class Kept:
    """What the program keeps of an editor: the texts, and the way back."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.trails = writer, {}
        writer.editor.trail_kept.connect(self.keep)

    def keep(self, file: str, trail: Trail) -> None:
        self.trails[file] = trail

    def reopen(self, **trails: Trail) -> None:
        """As on another day: the same texts and trails in a page that knows nothing of them."""
        editor = self.writer.editor
        text = self.writer.settled()
        self.writer.heard["ready"].clear()
        editor.open_files([("index.html", text)], "index.html", trails or dict(self.trails))
        self.writer.until(lambda: self.writer.heard["ready"], "it is open again")
        self.writer.focus()


@pytest.fixture
def kept(writer: Writer):
    kept = Kept(writer)
    yield kept
    writer.editor.trail_kept.disconnect(kept.keep)


def step(writer: Writer, text: str, line: int) -> str:
    """Type something somewhere: a step of its own. The text it makes."""
    writer.show_line(line)
    writer.type(text)
    return writer.settled()


def undone(writer: Writer) -> str:
    writer.press(Key.Key_Z, CTRL)
    return writer.settled()


def redone(writer: Writer) -> str:
    writer.press(Key.Key_Y, CTRL)
    return writer.settled()


def test_on_another_day_undo_goes_back_step_by_step_and_forth_again(writer: Writer, kept: Kept) -> None:
    writer.open(START)
    texts = [START, step(writer, "abc", 2), step(writer, "x", 3), step(writer, "yz", 1)]
    kept.reopen()  # before the last step was told: it is a step all the same
    assert [undone(writer) for _ in texts] == [*texts[-2::-1], START]
    assert [redone(writer) for _ in texts] == [*texts[1:], texts[-1]]
    undone(writer)
    undone(writer)
    kept.reopen()  # half-way
    assert redone(writer) == texts[2]
    assert redone(writer) == texts[3]
    assert [undone(writer) for _ in texts] == [*texts[-2::-1], START]


def anything(writer: Writer, chance: random.Random) -> None:
    """What somebody may do next."""
    match chance.randrange(6):
        case 0:
            writer.press(chance.choice([Key.Key_Backspace, Key.Key_Delete]), times=chance.randrange(1, 4))
        case 1:
            writer.press(Key.Key_Return)
        case 2:
            writer.compose(commit=chance.choice(["😀", "\U0001f469\u200d\U0001f4bb", "é", "\u05d0"]))
        case 3:
            writer.show_line(chance.randrange(1, 6), chance.randrange(1, 8))
        case 4:
            writer.press(Key.Key_Z if chance.random() < 0.7 else Key.Key_Y, CTRL)
        case _:
            writer.type(chance.choice(["<b>", "a", "word ", "&"]))


def test_whatever_was_done_the_bottom_is_the_start_and_the_top_the_end(writer: Writer, kept: Kept) -> None:
    chance = random.Random(20261125)
    writer.open(START)
    for _ in range(60):
        anything(writer, chance)
        if chance.random() < 0.1:
            kept.reopen()
    for _ in range(80):
        writer.press(Key.Key_Y, CTRL)
    top = writer.settled()
    assert top != START
    kept.reopen()
    for _ in range(120):
        writer.press(Key.Key_Z, CTRL)
    assert writer.settled() == START
    kept.reopen()
    for _ in range(120):
        writer.press(Key.Key_Y, CTRL)
    assert writer.settled() == top


def test_a_renderer_that_dies_takes_no_step_with_it(writer: Writer, kept: Kept) -> None:
    writer.open(START)
    texts = [START, step(writer, "abc", 2), step(writer, "x", 3)]
    writer.kill()
    writer.until(lambda: writer.heard["restored"], "it is back")
    writer.focus()
    assert [undone(writer) for _ in texts] == [texts[1], START, START]


def test_a_text_that_took_the_place_of_another_is_one_step(writer: Writer, kept: Kept) -> None:
    writer.open(START)
    typed = step(writer, "abc", 2)
    kept.reopen(**{"index.html": kept.trails["index.html"].followed_by("<p>quite another</p>\n")})
    assert undone(writer) == "<p>quite another</p>\n"
    assert undone(writer) == START
    assert [redone(writer), redone(writer)] == ["<p>quite another</p>\n", typed]


def test_steps_of_another_text_are_only_the_way_to_that_text(writer: Writer, kept: Kept) -> None:
    """As after a crash between two writings: what is undone was there at some time."""
    writer.open(START)
    step(writer, "abc", 2)
    trail = kept.trails["index.html"]
    step(writer, "d", 1)
    writer.open("<p>written by another window</p>\n")
    kept.reopen(**{"index.html": trail})
    assert undone(writer) == trail.texts[0]


HOSTILE = [
    "",
    "{",
    "null",
    "[]",
    '{"done":1,"undone":[]}',
    '{"done":[null],"undone":[]}',
    json.dumps({"done": [{"changes": [[1e308]], "selectionsAfter": []}], "undone": []}),
    json.dumps({"done": [{"changes": [5, [0, "x" * 10]], "selectionsAfter": []}] * 500, "undone": []}),
    json.dumps({"done": [], "undone": [{"changes": [[-3, "x"], -9], "selectionsAfter": []}]}),
    json.dumps({"done": [{"changes": [len(START) // 1], "selectionsAfter": [{"ranges": [], "main": 0}]}], "undone": 7}),
]


@pytest.mark.parametrize("steps", HOSTILE, ids=range(len(HOSTILE)))
def test_steps_that_are_none_do_nothing(writer: Writer, kept: Kept, steps: str) -> None:
    writer.open(START)
    kept.reopen(**{"index.html": Trail(steps, (START,))})
    assert undone(writer) == START
    assert redone(writer) == START
    writer.type("a")
    assert writer.settled() == "a" + START


def test_steps_that_would_change_what_stays_are_left_out(writer: Writer, kept: Kept) -> None:
    writer.open(LOCKED)
    at = LOCKED.index("Yours")
    size = len(LOCKED)
    allowed = {"changes": [at, [0, "Not "], size - at], "selectionsAfter": []}
    forbidden = {"changes": [[4, "<h1>Mine"], size], "selectionsAfter": []}
    kept.reopen(**{"index.html": Trail(json.dumps({"done": [forbidden, allowed], "undone": [forbidden]}), (LOCKED,))})
    fine = LOCKED.replace("Yours", "Not Yours")
    assert undone(writer) == fine
    assert undone(writer) == fine
    assert redone(writer) == LOCKED
    assert redone(writer) == LOCKED
    kept.reopen(**{"index.html": Trail("", (LOCKED.replace("Stays", "Goes"),))})
    assert undone(writer) == LOCKED


def test_no_more_is_kept_than_there_is_room_for(writer: Writer, kept: Kept) -> None:
    writer.open("\n")
    for number in range(260):  # each in another line, so that it is a step of its own
        writer.press(Key.Key_Down if number % 2 else Key.Key_Up)
        writer.type("a")
    kept.reopen()
    for _ in range(300):
        writer.press(Key.Key_Z, CTRL)
    assert 40 <= writer.settled().count("a") <= 60  # the oldest steps are gone, the newest two hundred are not
    assert len(kept.trails["index.html"].steps) < 50_000
