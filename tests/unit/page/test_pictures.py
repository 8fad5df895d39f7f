"""How a picture of the shelf is written into a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from app.page.pictures import advice, picture_tag, picture_value, pictures


def test_only_pictures_stand_on_the_shelf() -> None:
    names = ["files/fair.JPG", "files/notes.txt", "files/logo.svg", "files/letters.woff2"]
    assert pictures(names) == ["files/fair.JPG", "files/logo.svg"]


def test_a_picture_is_written_with_its_words_and_its_size() -> None:
    tag = picture_tag("files/fair.jpg", "Stalls on the green", (640, 360), "index.html")
    assert tag == '<img src="files/fair.jpg" alt="Stalls on the green" width="640" height="360">'


def test_a_large_photograph_is_written_as_wide_as_a_page_can_bear() -> None:
    assert 'width="800" height="600"' in picture_tag("files/fair.jpg", "x", (4000, 3000), "index.html")


def test_decoration_has_empty_words_and_an_unknown_size_is_left_out() -> None:
    assert picture_tag("files/line.svg", "  ", (0, 0), "index.html") == '<img src="files/line.svg" alt="">'


@pytest.mark.parametrize("words", ['"Tea & cake" < 5 pounds', "£3 & <b>", "&amp;", "Café 😀 \n two lines"])
def test_a_browser_reads_the_words_that_were_given(words: str) -> None:
    tag = picture_tag("files/a b#1%é.jpg", words, (1, 1), "index.html")
    read = BeautifulSoup(tag, "html5lib").img
    assert read is not None
    assert read["alt"] == " ".join(words.split())
    assert read["src"] == "files/a%20b%231%25%C3%A9.jpg"


def test_the_address_is_seen_from_the_file_that_names_it() -> None:
    assert picture_value("files/fair.jpg", "css/style.css") == 'url("../files/fair.jpg")'
    assert 'src="../files/fair.jpg"' in picture_tag("files/fair.jpg", "x", (0, 0), "about/us.html")


@pytest.mark.parametrize(
    ("words", "said"),
    [("fair.jpg", "name of the file"), ("Picture of stalls", "by itself"), ("a " * 80, "long"), ("Stalls", "")],
)
def test_words_that_help_nobody_are_answered_kindly(words: str, said: str) -> None:
    assert said in advice("files/fair.jpg", words)
    assert bool(advice("files/fair.jpg", words)) == bool(said)
