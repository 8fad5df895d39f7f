"""What the probe says of a page on paper and of a page read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hostile.corpus import DEADLY
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from app.browser.probe import NO_ANSWER, Probe


@pytest.fixture(scope="module")
def probe(browser: None) -> Iterator[Probe]:
    probe = Probe(limit=20)
    yield probe
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Ask = Callable[..., Any]


@pytest.fixture
def ask(qtbot: QtBot, probe: Probe) -> Ask:
    def ask(question: str, html: str) -> Any:
        ends: list[Any] = []
        probe.ask({"index.html": html.encode()}, "index.html", [{"ask": question}], ends.append, ends.append)
        qtbot.waitUntil(lambda: bool(ends), timeout=60_000)
        assert isinstance(ends[0], list), ends[0]
        return ends[0][0]

    return ask


class Paper:
    """A PDF opened."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        self.sizes = [
            tuple(round(side * 25.4 / 72) for side in self.document.pagePointSize(page).toTuple())
            for page in range(self.document.pageCount())
        ]
        self.texts = [self.document.getAllText(page).text() for page in range(self.document.pageCount())]

    def left(self) -> int:
        """Where the words of the first page begin, in mm from the left."""
        return round(self.document.getAllText(0).boundingRectangle().left() * 25.4 / 72)


HEAD = "<!doctype html><html lang=en-GB><title>Fees</title><body style='margin: 0'>"


def test_a_page_is_printed_on_a4_with_its_print_style_sheet(ask: Ask) -> None:
    rules = "<style>@media print { nav { display: none } p { break-after: page } }</style>"
    paper = Paper(ask("print", HEAD + rules + "<nav>menu</nav><p>one<p>two<p>three")["pdf"])
    assert paper.sizes[:3] == [(210, 297)] * 3
    assert [text.strip() for text in paper.texts[:3]] == ["one", "two", "three"]
    assert paper.left() == 10


@pytest.mark.parametrize(
    ("rules", "size", "left"),
    [
        ("@page { size: A5 landscape; margin: 3cm }", (210, 148), 30),
        ("@media print { @page { margin: 0 0 0 1in } }", (210, 297), 25),
        ("@media screen { @page { margin: 5cm } } @page :first { margin: 6cm }", (210, 297), 10),
        ("@page { margin: 10% } @import url('https://example.org/x.css');", (210, 297), 10),
    ],
)
def test_what_a_page_says_of_its_paper_is_heeded(ask: Ask, rules: str, size: tuple[int, int], left: int) -> None:
    paper = Paper(ask("print", f"{HEAD}<style>{rules}</style><p>one")["pdf"])
    assert paper.sizes[0] == size
    assert paper.left() == pytest.approx(left, abs=1)


def test_backgrounds_are_left_out_as_browsers_do(ask: Ask) -> None:
    def corner(html: str) -> str:
        document = Paper(ask("print", html)["pdf"]).document
        from PySide6.QtCore import QSize

        image = document.render(0, QSize(210, 297))
        return image.pixelColor(105, 20).name() if image.pixelColor(105, 20).alpha() else "nothing"

    box = "<div style='height: 90px; background: rgb(200, 0, 0); {}'></div>"
    assert corner(HEAD + box.format("")) in ("nothing", "#ffffff")
    assert corner(HEAD + box.format("print-color-adjust: exact")) == "#c80000"


PAGE = """<!doctype html><html lang=en-GB><head><title>Visiting  us</title></head><body>
<header><img src=logo.png alt="Community Office"><nav aria-label=Main><ul><li><a href=a.html>Fees</a><li><a href=b.html>
<img src=i.png alt=""></a></ul></nav></header>
<main><h1>Opening <em>times</em></h1><p>We are <b>above</b> the library. <a href=c.html>Find us</a> there.
<p hidden>no</p><p aria-hidden=true>no</p><p style="visibility: hidden">no</p>
<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">For ears only</p>
<img src=x.jpg><img src=y.jpg alt=""><h3>Prices</h3>
<table><caption>Fees</caption><tr><th>Day<th>Fee<tr><td>Monday<td>£4</table>
<form aria-label=Booking><label>Name <input required></label>
<input type=checkbox id=c checked><label for=c>Lunch</label>
<select aria-label=Day><option>Monday<option selected>Friday</select><input placeholder=""><button>Send</button></form>
<details><summary>More</summary>kept to itself</details></main><footer>The end</footer></body></html>"""


def told(row: dict[str, Any]) -> tuple[Any, ...]:
    more = {key: value for key, value in row.items() if key not in ("order", "role", "name", "type")}
    return (row["role"], row["name"], *([more] if more else []))


def test_a_page_is_read_out_as_a_screen_reader_meets_it(ask: Ask) -> None:
    rows = ask("reading", PAGE)["rows"]
    plain = {"required": False}
    assert [told(row) for row in rows] == [
        ("title", "Visiting us"),
        ("language", "British English"),
        ("banner", ""),
        ("img", "Community Office"),
        ("navigation", "Main"),
        ("list", "", {"count": 2}),
        ("link", "Fees"),
        ("link", ""),
        ("main", ""),
        ("heading", "Opening times", {"level": 1}),
        ("text", "We are above the library."),
        ("link", "Find us"),
        ("text", "there."),
        ("text", "For ears only"),
        ("img", ""),
        ("heading", "Prices", {"level": 3}),
        ("table", "Fees", {"rows": 2, "columns": 2}),
        ("row", "Day · Fee"),
        ("row", "Monday · £4"),
        ("form", "Booking"),
        ("textbox", "Name", {"required": True, "value": ""}),
        ("checkbox", "Lunch", {**plain, "checked": True}),
        ("combobox", "Day", {**plain, "value": "Friday"}),
        ("textbox", "", {**plain, "value": ""}),
        ("button", "Send"),
        ("button", "More", {"expanded": False}),
        ("contentinfo", ""),
        ("text", "The end"),
    ]


def test_each_row_names_its_element_in_document_order(ask: Ask) -> None:
    rows = ask("reading", "<!doctype html><title>t</title><h1>a</h1><p>b <a href=c>d</a>")["rows"]
    assert [(row["role"], row["order"]) for row in rows] == [
        ("title", 2),
        ("language", 0),
        ("heading", 4),
        ("text", 5),
        ("link", 6),
    ]


def test_a_very_long_page_is_cut_and_says_so(ask: Ask) -> None:
    rows = ask("reading", HEAD + f"<p>{'word ' * 500}" + "<p>x" * 2_500)["rows"]
    assert len(rows[2]["name"]) == 601
    assert (len(rows), rows[-1]["role"]) == (2_001, "more")


@pytest.mark.parametrize("html", ["", "<frameset>", "<p>" * 3000, "<svg><title>a</title><a href=x>b</a></svg>"])
def test_any_page_is_read_out(ask: Ask, html: str) -> None:
    assert ask("reading", html)["rows"][0]["role"] == "title"


def test_a_page_that_hangs_only_on_paper_is_given_up_and_the_next_is_printed(qtbot: QtBot, browser: None) -> None:
    probe, ends = Probe(limit=3), list[Any]()
    bomb = (
        f"<div>{DEADLY['svg use bomb']}</div><style>div {{ display: none }} @media print {{ div {{ display: block }} }}"
    )
    for html in (HEAD + bomb, HEAD + "<p>one"):
        probe.ask({"index.html": html.encode()}, "index.html", [{"ask": "print"}], ends.append, ends.append)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=60_000)
    qtbot.wait(100)
    assert ends[0] == NO_ANSWER
    assert Paper(ends[1][0]["pdf"]).texts[0].strip() == "one"
    assert len(ends) == 2
    probe.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
