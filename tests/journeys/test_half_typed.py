"""While a tag is typed in front of others, the page beside it stands still; it never stays behind for long."""

from __future__ import annotations

from typing import Any

from app.browser.asking import WORLD
from app.play import Player, check
from app.ui.page_caption import WAITING
from tests.journeys.conftest import Opened
from tests.journeys.test_first_lesson import desk, give_name


def body(player: Player) -> str:
    """What stands in the page: the names of its elements, in order."""
    answers: list[Any] = []
    script = "[...document.body.querySelectorAll('*')].map((one) => one.localName).join(' ')"
    desk(player).preview.view.page().runJavaScript(script, WORLD.value, answers.append)
    player.wait(lambda: bool(answers), "the page")
    return str(answers[0])


def at_the_body(opened: Opened) -> Player:
    """Behind the tag that opens the body, in front of the heading."""
    player = opened()
    give_name(player, "Grace")
    player.program.open_exercise("headings")
    painted: list[int] = []
    desk(player).preview.painted.connect(painted.append)
    player.wait(lambda: bool(painted), "the preview")
    text = desk(player).sitting.page.text("index.html")
    line = text[: text.index("<body>")].count("\n") + 1
    desk(player).editor.show_line("index.html", line, text.split("\n")[line - 1].index("<body>") + 7)
    player.pause(600)
    return player


def words(player: Player) -> str:
    return desk(player).screen.page.caption.words.text()


def test_the_page_stands_still_while_a_tag_is_typed_and_says_so(opened: Opened) -> None:
    player = at_the_body(opened)
    before = body(player)
    assert before.startswith("p ")
    for letter in "<hr":
        player.type(desk(player).editor, letter)
        player.pause(120)
        assert body(player) == before
        assert words(player) == WAITING
    player.type(desk(player).editor, ">")
    player.wait(lambda: body(player) == f"hr {before}", "the new line across the page")
    player.wait(lambda: words(player) != WAITING, "the caption")


def test_whoever_stops_in_a_tag_sees_what_a_browser_makes_of_it(opened: Opened) -> None:
    player = at_the_body(opened)
    before = body(player)
    player.type(desk(player).editor, "<hr")
    player.wait(lambda: "<hr" in desk(player).sitting.page.text("index.html"), "the letters")
    player.wait(lambda: body(player) != before, "the page as it is")
    assert body(player).startswith("hr ")  # it has swallowed the paragraph's tag
    player.wait(lambda: words(player) != WAITING, "the caption")
    player.type(desk(player).editor, " ")  # still half typed, and seen already: nothing waits again
    player.pause(100)
    assert words(player) != WAITING


def test_a_check_judges_the_text_as_it_is(opened: Opened) -> None:
    player = at_the_body(opened)
    player.type(desk(player).editor, "<hr")
    player.wait(lambda: "<hr" in desk(player).sitting.page.text("index.html"), "the letters")
    check(player)
    assert not desk(player).sitting.report.passed
    assert "<hr" in " ".join(slip.text for slip in desk(player).sitting.report.slips)
