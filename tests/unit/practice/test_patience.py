"""A typing slip is told once somebody has left the line, or has paused: never about what is still being typed."""

from __future__ import annotations

from builders import page

from app.checks.inspection import inspect
from app.checks.report import Fault
from app.practice.patience import Patience


class Typist:
    """Somebody who writes one file; the cursor ends up on the line that was typed."""

    def __init__(self, text: str = "", file: str = "index.html") -> None:
        self.patience, self.text, self.file = Patience(), text, file

    def type(self, text: str) -> Typist:
        self.patience.typed(self.file, self.text, text)
        self.text = text
        return self

    def slips(self) -> tuple[Fault, ...]:
        subject = (
            page(self.text)
            if self.file == "index.html"
            else page("<link rel=stylesheet href=style.css>", css=self.text)
        )
        return inspect((), subject).report(None).slips

    def told(self) -> list[str]:
        return [slip.kind for slip in self.patience.tell(self.slips())]


def test_a_slip_is_silent_on_its_line_and_told_when_the_cursor_leaves_it() -> None:
    typist = Typist("<h1></h1>\n<p>ok</p>\n").type("<h1>Us</h2>\n<p>ok</p>\n")
    assert typist.slips()
    assert typist.told() == []
    assert not typist.patience.cursor_moved("index.html", 1)  # along the line
    assert typist.told() == []
    assert typist.patience.cursor_moved("index.html", 2)
    assert typist.told() == ["mismatched-end"]


def test_a_longer_pause_ends_the_silence_too() -> None:
    typist = Typist("<p></p>\n").type("<p><stong>Now</stong></p>\n")
    assert typist.told() == []
    assert typist.patience.paused()
    assert typist.told() == ["tag-misspelt"]
    assert not typist.patience.paused()  # once is enough


def test_going_to_another_file_leaves_the_line() -> None:
    typist = Typist("h1 {}", "style.css").type("h1 { colr: red }")
    assert typist.told() == []
    assert typist.patience.cursor_moved("index.html", 1)
    assert typist.told() == ["property-misspelt"]


def test_what_half_a_tag_does_to_the_lines_below_is_not_told_either() -> None:
    whole = "<div>\n\n<b>x</b>\n</div>\n<h2>Next</h2>\n"
    typist = Typist(whole)
    for half in ("<", "<p", "<p class=", '<p class="a'):
        typist.type(whole.replace("\n\n", f"\n{half}\n"))
        assert typist.told() == [], half
    assert typist.slips()


def test_an_element_that_is_still_being_filled_is_not_nagged_about() -> None:
    typist = Typist()
    for text in ("<ul", "<ul>", "<ul>\n", "<ul>\n  <li>One", "<ul>\n  <li>One</li>\n"):
        assert typist.type(text).told() == []
    assert typist.patience.paused()
    assert typist.told() == ["unclosed"]


def test_a_slip_on_the_line_above_is_told_while_the_next_is_typed() -> None:
    typist = (
        Typist("<p><stong>Now</stong></p>").type("<p><stong>Now</stong></p>\n").type("<p><stong>Now</stong></p>\n<p")
    )
    assert "tag-misspelt" in typist.told()


def test_what_was_told_stays_told_also_when_somebody_goes_back_to_its_line() -> None:
    typist = Typist("<h1></h1>\n").type("<h1>Us</h2>\n")
    typist.patience.paused()
    assert typist.told() == ["mismatched-end"]
    typist.type("<p>Above</p>\n<h1>Us</h2>\n").type("<p>Above</p>\n<h1>Us all</h2>\n")
    assert typist.told() == ["mismatched-end"]
    typist.type("<p>Above</p>\n<h1>Us all</h1>\n")
    assert typist.told() == []


def test_the_same_slip_a_second_time_is_silent_again_though_the_first_is_told() -> None:
    typist = Typist("\n").type("<p><stong>a</stong></p>\n")
    typist.patience.paused()
    assert typist.told() == ["tag-misspelt"]
    typist.type("<p><stong>a</stong></p>\n<p><stong>b</stong></p>\n")
    assert len(typist.slips()) == 2
    (told,) = typist.patience.tell(typist.slips())
    assert told.place is not None
    assert told.place.line == 1


def test_what_a_check_has_told_is_not_taken_back() -> None:
    typist = Typist("<h1></h1>\n").type("<h1>Us</h2>\n")
    typist.patience.remember(typist.slips())
    assert typist.told() == ["mismatched-end"]


WHOLE = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Our office</title>
  <style>
    h1 { color: darkgreen; margin: 0 }
  </style>
</head>
<body>
  <!-- who we are -->
  <h1>Our <em>office</em></h1>
  <ul class="plain">
    <li><a href="mailto:us@example.org">Write to us</a></li>
    <li><img src="files/door.jpg" alt="The door, which is red"></li>
  </ul>
  <p>Open on Friday &amp; Monday</p>
</body>
</html>
"""


def test_a_page_can_be_typed_letter_by_letter_without_a_word_from_anybody() -> None:
    typist, slips = Typist(), 0
    for end in range(1, len(WHOLE) + 1):
        typist.type(WHOLE[:end])
        slips += len(typist.slips())
        assert typist.told() == [], WHOLE[:end]
    assert slips > 100  # there was a lot to be said


def test_a_line_can_be_typed_into_a_page_letter_by_letter_without_a_word_from_anybody() -> None:
    lines = WHOLE.split("\n")
    for number, line in enumerate(lines):
        typist = Typist("\n".join([*lines[:number], "", *lines[number + 1 :]]))
        for end in range(1, len(line) + 1):
            typist.type("\n".join([*lines[:number], line[:end], *lines[number + 1 :]]))
            assert typist.told() == [], line[:end]
