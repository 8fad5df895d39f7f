"""Somebody looks at their page in every way there is, while they go on typing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.play import Player, check, retype
from tests.journeys.tour import open_exercise


def test_every_way_of_looking_follows_the_typing(opened) -> None:
    player: Player = opened()
    program = player.program
    program.add_person("Shazia Akhtar")
    open_exercise(player, "headings")
    desk = program.wake_browser()
    pane = desk.screen.page

    def choose(name: str) -> None:
        QTest.mouseClick(pane.bar.buttons[name], Qt.MouseButton.LeftButton)

    def met() -> list[str]:
        return [one.sentence for one in pane.reading.list.things.shown]

    choose("read")
    player.wait(lambda: "Page: Visiting us" in met(), "the page read out")
    assert "Language: British English" in met()
    assert not any(line.startswith("Heading") for line in met())
    retype(player, "<p>Visiting us</p>", "<h1>Visiting us</h1>")
    player.wait(lambda: "Heading 1: Visiting us" in met(), "the new heading")

    things = pane.reading.list.things
    box = pane.reading.list.visualRect(things.index(met().index("Heading 1: Visiting us")))
    QTest.mouseClick(pane.reading.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(20, 10))
    player.wait(lambda: desk.sitting is not None and desk.sitting.line == 8, "the heading's line")

    choose("print")
    player.wait(lambda: pane.foot.caption.text().startswith("1 page on paper"), "the page on paper")
    sheet = pane.paper._sheets[0]
    player.wait(lambda: "Visiting us" in sheet.accessibleDescription(), "the words on paper")
    retype(player, "Monday", "Tuesday")
    player.wait(lambda: "Tuesday" in sheet.accessibleDescription(), "what was typed, on paper")

    choose("share")
    player.wait(lambda: pane.card.title.text() == "Visiting us", "the share card")
    assert any("There is no picture" in remark.text for remark in pane.card._shown.remarks)

    painted: list[int] = []
    desk.preview.painted.connect(painted.append)
    choose("tablet")
    player.wait(lambda: bool(painted), "the page as it is now")
    QTest.mouseClick(pane.foot.dark, Qt.MouseButton.LeftButton)
    player.wait(lambda: "says nothing about dark colours" in pane.foot.caption.text(), "a word about dark colours")
    assert "Tablet: 768 wide" in pane.foot.caption.text()

    QTest.mouseClick(desk.preview.view.focusProxy(), Qt.MouseButton.LeftButton)
    player.wait(desk.preview.view.hasFocus, "the keyboard in the page")
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    player.wait(lambda: pane.foot.percent.text() == "125%", "a larger page")


def test_the_answer_is_shown_beside_ones_own_page_once_it_may_be_seen(opened) -> None:
    player: Player = opened()
    program = player.program
    program.add_person("Shazia Akhtar")
    open_exercise(player, "headings")
    desk = program.wake_browser()
    pane = desk.screen.page

    def ask_for_answer() -> None:
        QTest.mouseClick(pane.foot.answer, Qt.MouseButton.LeftButton)

    ask_for_answer()
    assert "You can see the answer once your page was checked" in program.window.notice.text
    assert not pane.foot.answer.isChecked()
    assert pane._pair.other is None

    desk.editor.setFocus()
    player.pause(200)
    for _ in range(3):
        check(player)
    ask_for_answer()
    other = pane._pair.other
    assert other is not None
    painted: list[int] = []
    other.painted.connect(painted.append)
    player.wait(lambda: bool(painted), "the answer")
    assert desk.sitting is not None
    assert desk.sitting.answer_seen
    shown = [one.text() for one in pane._pair.findChildren(QLabel) if one.isVisible()]
    assert shown == ["Your page", "The answer"]
    assert other.grab().toImage() != desk.preview.grab().toImage()

    QTest.mouseClick(pane.bar.buttons["phone"], Qt.MouseButton.LeftButton)
    player.wait(lambda: other.view.width() <= 375 and desk.preview.view.width() <= 375, "both as on a phone")
    gone: list[bool] = []
    other.destroyed.connect(lambda: gone.append(True))
    program.show_screen("week")
    player.wait(lambda: bool(gone), "the second page let go")
    assert not pane.foot.answer.isChecked()
