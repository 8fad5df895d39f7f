"""What a page loads and where its links lead, told from what only looks like an address."""

import pytest

from app.page.page import File, Page
from app.page.references import references_of

AWAY = "https://example.org/a.png"


def loaded_from_outside(html: str = "", css: str = "") -> list[tuple[str, int, int]]:
    page = Page((File("index.html", html), File("style.css", css)))
    return [(one.file, one.line, one.column) for one in references_of(page) if one.loaded and one.outside]


@pytest.mark.parametrize(
    ("html", "place"),
    [
        (f"<p>\n<img src={AWAY}>", (2, 6)),
        (f'<img srcset="a.png 1x, {AWAY} 2x">', (1, 6)),
        ("<link rel='preload stylesheet' href=//example.org/a.css>", (1, 32)),
        ("<script src=http://example.org/a.js></script>", (1, 9)),
        (f"<style>\np {{ background: url({AWAY}) }}</style>", (2, 17)),
        (f"<p>\n<b style='background: url({AWAY})'>", (2, 23)),
        ("<base href=https://example.org/>", (1, 7)),
        (f"<svg><image href={AWAY} /></svg>", (1, 13)),
    ],
)
def test_what_a_page_loads_from_elsewhere_is_found_at_its_place(html: str, place: tuple[int, int]) -> None:
    assert loaded_from_outside(html) == [("index.html", *place)]


@pytest.mark.parametrize(
    ("css", "line"),
    [
        (f"p {{\n background: url('{AWAY}') }}", 2),
        ("@import 'https://example.org/a.css';", 1),
        ("@import url(//example.org/a.css);", 1),
        (f"/* one\n */\n@font-face {{ src: url({AWAY}) }}", 3),
    ],
)
def test_what_a_style_sheet_loads_from_elsewhere_is_found_on_its_line(css: str, line: int) -> None:
    assert [(file, at) for file, at, _ in loaded_from_outside(css=css)] == [("style.css", line)]


@pytest.mark.parametrize(
    "html",
    [
        f"<a href={AWAY}>Read our plan</a>",
        "<form action=https://example.org><img src=a.png srcset='a.png 1x, b.png 2x'></form>",
        "<base href=sub/><link rel=canonical href=https://example.org/>",
        f"<!-- <img src={AWAY}> --><p>url({AWAY})</p>",
        "<img src='files/fair.jpg?size=2'>",
        f"<style>/* url({AWAY}) */ p::before {{ content: 'url({AWAY})' }}</style>",
        "<style>@namespace svg url(http://www.w3.org/2000/svg);</style>",
    ],
)
def test_what_is_not_loaded_from_elsewhere_is_left_in_peace(html: str) -> None:
    assert loaded_from_outside(html) == []


def test_a_line_of_commas_is_read_at_once() -> None:
    assert loaded_from_outside(f"<img srcset='{',' * 200_000}'>") == []
