"""`python -m tests.journeys.tour DIR`: walk the whole program in its real window, and save every screen."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.browser.start import prepare_environment
from app.checks.report import Place
from app.desk.looking import LOOK_AFTER
from app.desk.recovering import BEFORE
from app.errors import AppError
from app.opening import make_program
from app.paths import Home
from app.play import Player, check, retype
from app.program import Program
from app.ui.theme import Theme
from app.ui.window import Window
from app.views import find_place
from tests.journeys.editor_tour import helps

MONDAY = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
OTHERS = ["Lena Brook", "Tom Oyelaran", "Grace Ruddock"]
SAMPLE = Path(__file__).parent.parent / "packs" / "good"
LOOKED_AT = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Visiting us</title>
  <meta property="og:title" content="Visiting the Community Office">
  <meta name="description" content="When we are open, and how to find us above the library.">
  <style>
    body { font-family: sans-serif }
    h1 { color: #00504a }
    @media print { nav { display: none } h2 { break-before: page } }
    @media (prefers-color-scheme: dark) { body { background: #16202a; color: #eee } h1, a { color: #9fd } }
  </style>
</head>
<body>
  <nav aria-label="Main"><a href="index.html">Home</a> <a href="fees.html">Fees</a> <a href="map.html"></a></nav>
  <main>
    <h1>Visiting us</h1>
    <p>We are above the library. <a href="map.html">How to find us</a>, step by step.</p>
    <img src="front.jpg">
    <h2>When we are open</h2>
    <ul><li>Monday to Friday, 10 am to 4 pm</li><li>Saturday, 10 am to noon</li></ul>
    <h2>Fees</h2>
    <table><caption>Room hire</caption><tr><th>Room<th>An hour<tr><td>Hall<td>£12</table>
    <form aria-label="Ask us"><label>Your name <input required></label> <button>Send</button></form>
  </main>
  <footer>Community Office, 2 High Street</footer>
</body>
</html>
"""
FAULTY_PACK = "---\nformat: 1\nid: Hand-outs\ntitel: Hand-outs\nversion: 1.0.0\n---\nText.\n"


def main(folder: Path) -> int:
    """Save every screen into the folder, in the order in which somebody meets them."""
    prepare_environment([])
    app = QApplication(["Midweek"])
    with TemporaryDirectory() as home:
        faulty = Path(home) / "packs" / "hand-outs"
        faulty.mkdir(parents=True)
        (faulty / "pack.md").write_text(FAULTY_PACK, encoding="utf-8")
        copytree(SAMPLE, faulty.parent / "sample")  # it has a picture
        program = make_program(Window(Theme(app)), Home(Path(home)), lambda: MONDAY)
        program.window.resize(1366, 768)
        program.begin()
        player = Player(program, folder)
        for part in (
            first_day,
            lesson,
            while_typing,
            ways_of_looking,
            later_lessons,
            pointing,
            editor_helps,
            pictures,
            group,
            other_looks,
            earlier_versions,
            troubles,
        ):
            part(player)
        program.close()
    print(f"{len(list(folder.glob('*.png')))} pictures are in {folder}.")
    return 0


def first_day(player: Player) -> None:
    """Who is here, and the week before anything is done."""
    program = player.program
    player.picture("welcome")
    program.window.people.name_given.emit("  ")
    player.picture("welcome-without-a-name")
    program.add_person("Shazia Akhtar")
    player.picture("this-week")


def lesson(player: Player) -> None:
    """The first exercise with mistakes, its hints, its pass, the next one, and the project."""
    program = player.program
    open_exercise(player, "the-window")
    player.picture("exercise")
    retype(player, "Type here", "The Comunity Office")
    check(player)
    player.picture("exercise-mistake")
    screen = program.wake_browser().screen
    screen.text.open_hint()
    player.picture("exercise-hint")
    screen.preview_bar.choose("phone")
    player.picture("exercise-phone")
    screen.preview_bar.choose("screen")
    retype(player, "Comunity", "Community")
    check(player)
    player.picture("exercise-passed")
    for id, old, new in [
        ("change-the-words", "Monday", "Friday"),
        ("headings", "<p>Visiting us</p>", "<h1>Visiting us"),
        ("look-again", "<p>When to call</p>", "<h3>When to call</h3>"),
    ]:
        open_exercise(player, id)
        put(player, old, new)
        check(player)
        player.picture(f"{id}-mistake")
    open_exercise(player, "contact-card")
    player.picture("project")
    check(player)
    player.picture("project-checked")
    program.show_screen("week")
    player.picture("this-week-under-way")


def while_typing(player: Player) -> None:
    """Goals that tick themselves, a slip that waits until its line is left, and the page that only wants its check."""
    program = player.program
    for look, put_on in [
        ("light", lambda: program.theme.set_choice("light")),
        ("dark", lambda: program.theme.set_choice("dark")),
        ("large", lambda: (program.theme.set_choice("light"), program.theme.set_scale(2.0))),
    ]:
        put_on()
        open_exercise(player, "headings")
        program.wake_browser().screen.start_again_requested.emit()
        put(player, "<p>Visiting us</p>", "<h1>Visiting us</h1>")
        player.pause(LOOK_AFTER)
        player.picture(f"typing-ticks-{look}")
        put(player, "</h1>", "</h2>")
        program.wake_browser().editor.show_line("index.html", 12)
        player.pause(LOOK_AFTER)
        player.picture(f"typing-slip-{look}")
        player.press(program.wake_browser().editor, Qt.Key.Key_F8)
        player.picture(f"typing-slip-said-{look}")
        check(player)
        player.picture(f"typing-checked-{look}")
        put(player, "</h2>", "</h1>")
        player.pause(LOOK_AFTER)
        player.picture(f"typing-right-now-{look}")
        put(player, "<p>When we are open</p>", "<h2>When we are open</h2>")
        put(player, "<p>How to find us</p>", "<h2>How to find us</h2>")
        player.pause(LOOK_AFTER)
        player.picture(f"typing-all-ticked-{look}")
    program.theme.set_scale(1.0)
    program.wake_browser().screen.start_again_requested.emit()
    put(player, "<p>Visiting us</p>", "<h1>Visiting us")  # for the other looks, which show a message


def ways_of_looking(player: Player) -> None:
    """The page at every width and size, on paper, read out, as a card; in the dark, beside the answer."""
    program = player.program
    theme, window = program.theme, program.window
    open_exercise(player, "the-window")
    pane = program.wake_browser().screen.page
    put(player, program.wake_browser().editor.text("index.html"), LOOKED_AT)
    for look, put_on in [
        ("light", lambda: theme.set_choice("light")),
        ("dark", lambda: theme.set_choice("dark")),
        ("contrast", lambda: theme.set_choice("contrast")),
        ("large", lambda: (theme.set_choice("light"), theme.set_scale(2.0))),
        ("1280x720", lambda: (theme.set_scale(1.0), window.resize(1280, 720))),
    ]:
        put_on()
        for lens in pane.bar.lenses:
            pane.bar.choose(lens)
            player.pause(500)
            player.picture(f"looking-{lens}-{look}")
    window.resize(1366, 768)
    pane.bar.choose("phone")
    pane.foot.dark.click()
    player.pause(500)
    player.picture("looking-phone-in-the-dark")
    pane.foot.percent.menu().actions()[2].trigger()
    player.picture("looking-phone-400")
    pane.foot.dark.click()
    pane.foot.zoom_back()
    pane.bar.choose("screen")
    pane.foot.answer.click()
    player.pause(1000)
    player.picture("looking-answer-beside")
    pane.foot.answer.click()
    program.wake_browser().screen.start_again_requested.emit()


def later_lessons(player: Player) -> None:
    """A link with a word processor's quotes, and a rule with a slip told from the other file."""
    for lesson, id, old, new, current in [
        ("links-and-lists", "your-first-link", "Find your", "<a href=“https://www.gov.uk/”>Find your", "index.html"),
        ("first-css", "a-rule", "}\n", "}\n\nh2 {\n  colour: darkgreen;\n}\n", "index.html"),
        ("first-css", "mend-the-styles", "}\n\np", "}\n\np", "style.css"),
    ]:
        open_exercise(player, id, lesson)
        player.picture(f"{lesson}-{id}")
        put(player, old, new)
        check(player)
        player.program.wake_browser().screen.tabs.bar.setCurrentIndex(("index.html", "style.css").index(current))
        player.picture(f"{lesson}-{id}-checked")


def pictures(player: Player) -> None:
    """The shelf of a lesson's pictures, as it opens and in the largest words."""
    program = player.program
    program.show_screen("week")
    program.place = find_place(program.shelf.packs, "sample", "first-page")
    program.open_exercise("headings")
    player.pause(LOOK_AFTER)
    for look, scale in [("light", 1.0), ("large", 2.0)]:
        program.theme.set_scale(scale)
        program.wake_browser().screen.commands.choose("pictures")
        picture_of_dialog(player, f"pictures-{look}")
    program.theme.set_scale(1.0)


def pointing(player: Player) -> None:
    """Where the cursor is, on the page; what a rule matches; the rules that style what was clicked."""
    program = player.program
    open_exercise(player, "mend-the-styles", "first-css")
    desk = program.wake_browser()
    for look, put_on in [
        ("light", lambda: program.theme.set_choice("light")),
        ("dark", lambda: program.theme.set_choice("dark")),
        ("contrast", lambda: program.theme.set_choice("contrast")),
        ("large", lambda: (program.theme.set_choice("light"), program.theme.set_scale(2.0))),
    ]:
        put_on()
        go_to(player, "index.html", "<h1")
        player.picture(f"pointing-{look}")
        go_to(player, "style.css", "p {")
        player.picture(f"pointing-rule-{look}")
        go_to(player, "index.html", "<title")
        player.picture(f"pointing-head-{look}")
        go_to(player, "index.html", "<p")
        player.press(desk.editor, Qt.Key.Key_F9)
        player.pause(400)
        menu = desk.screen.page.caption.menu
        menu.grab().save(str(player.folder / f"menu-pointing-{look}.png"))
        menu.close()
    program.theme.set_scale(1.0)
    go_to(player, "style.css", "p {")
    put(player, "p {", ".nobody {")
    go_to(player, "style.css", ".nobody")
    player.picture("pointing-nothing-yet")
    desk.screen.page.bar.choose("phone")
    go_to(player, "index.html", "<a")
    player.picture("pointing-phone")
    desk.screen.page.bar.choose("screen")


def go_to(player: Player, name: str, words: str) -> None:
    """Put the cursor behind the first of these words in a file."""
    desk = player.program.wake_browser()
    assert desk.sitting is not None
    before, found, _ = desk.sitting.page.text(name).partition(words)
    before += found
    desk.screen.code.go_to(Place(name, before.count("\n") + 1, len(before) - before.rfind("\n")))
    player.pause(300)


def editor_helps(player: Player) -> None:
    """What the editor opens over the text."""
    helps(player, open_exercise)


def group(player: Player) -> None:
    """Several people, one of them stuck, and the packs with a faulty one among them."""
    program = player.program
    for name in OTHERS:
        program.add_person(name)
    open_exercise(player, "change-the-words")
    for _ in range(5):
        check(player)
    program.show_screen("group")
    player.picture("group")
    program.show_screen("packs")
    program.window.packs.recheck.click()
    player.pause(LOOK_AFTER)
    player.picture("packs")
    program.show_screen("people")
    player.picture("who-is-here")


def other_looks(player: Player) -> None:
    """Dark, high contrast, text at 200%, a smaller screen."""
    program = player.program
    program.choose_person(next(person.id for person in people(program) if person.name == "Shazia Akhtar"))
    for look, put_on in [
        ("dark", lambda: program.theme.set_choice("dark")),
        ("contrast", lambda: program.theme.set_choice("contrast")),
        ("large", lambda: (program.theme.set_choice("light"), program.theme.set_scale(2.0))),
        ("1280x720", lambda: (program.theme.set_scale(1.0), program.window.resize(1280, 720))),
    ]:
        put_on()
        for screen in ("week", "group", "packs"):
            program.show_screen(screen)
            player.picture(f"{screen}-{look}")
        open_exercise(player, "headings")
        check(player)
        player.picture(f"exercise-{look}")
    program.window.resize(1366, 768)


def earlier_versions(player: Player) -> None:
    """Earlier versions and the answer beside one's page, below each other and side by side."""
    program = player.program
    open_exercise(player, "headings")
    screen = program.wake_browser().screen
    program.wake_browser().editor.setFocus()
    put(player, "Visiting us", "See us")
    for _ in range(3):
        check(player)  # after which the answer may be seen
    put(player, "See us", "Visiting us")
    put(player, "<p>When we are open</p>", "<h2>When we are open</h2>")
    for look, put_on in [
        ("light", lambda: program.theme.set_choice("light")),
        ("dark", lambda: program.theme.set_choice("dark")),
        ("contrast", lambda: program.theme.set_choice("contrast")),
        ("large", lambda: (program.theme.set_choice("light"), program.theme.set_scale(2.0))),
        ("wide", lambda: (program.theme.set_scale(1.0), program.window.resize(1920, 1000))),
    ]:
        put_on()
        if look == "wide":
            screen.set_panes((372, 1000, 540))
        screen.commands.choose("earlier_versions")
        player.picture(f"versions-{look}")
        screen.commands.choose("next_difference")
        player.picture(f"versions-difference-{look}")
        screen.commands.choose("compare_answer")
        player.picture(f"answer-compared-{look}")
    screen.compare.back.click()
    program.window.resize(1366, 768)
    screen.set_panes(())


def troubles(player: Player) -> None:
    """What is said when something is in the way."""
    program = player.program
    screen = program.wake_browser().screen
    screen.show_unsaved("There is no room left on the disk for what you typed.")
    program.window.show_notice(
        AppError("There is no room left on the disk for what you typed.", "Free some space; Midweek tries again.")
    )
    player.picture("disk-full")
    program.window.show_notice("Midweek ended without closing. Your text of today at 9:12 is here.", BEFORE)
    player.picture("after-a-crash")
    screen.commands.choose("start_again")
    picture_of_dialog(player, "start-again")
    program.show_bug()
    picture_of_dialog(player, "something-went-wrong")


def picture_of_dialog(player: Player, name: str) -> None:
    """Save the dialog that is open, and close it."""
    player.pause(300)
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        raise AppError(f"The dialog {name} did not open.")
    dialog.grab().save(str(player.folder / f"dialog-{name}.png"))
    dialog.close()


def put(player: Player, old: str, new: str) -> None:
    """Put words in the place of others as if they had been typed, without the editor's help in closing tags."""
    desk = player.program.wake_browser()
    assert desk.sitting is not None
    name = desk.editor.current
    text = desk.sitting.page.text(name).replace(old, new, 1)
    files = desk.sitting.page.with_text(name, text).files
    desk.editor.open_files([(file.name, file.text) for file in files], name)
    desk.editor.text_edited.emit(name, text)
    player.pause(500)


def open_exercise(player: Player, id: str, lesson: str = "first-page") -> None:
    """Open an exercise, and wait until its page is painted."""
    painted: list[int] = []
    desk = player.program.wake_browser()
    desk.preview.painted.connect(painted.append)
    player.program.show_screen("week")
    player.program.place = find_place(player.program.shelf.packs, "office-web", lesson)
    player.program.open_exercise(id)
    player.wait(lambda: bool(painted), "the preview")
    player.pause(300)


def people(program: Program):
    """Everybody on this PC."""
    from app.progress.people import read_people

    return read_people(program.store)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
