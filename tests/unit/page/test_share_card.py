"""The share card: what is on it, what stands in for what is missing, what is said about it and where."""

from __future__ import annotations

import pytest

from app.page.page import File, Page
from app.page.share_card import share_card

WHOLE = """<head>
<title>Summer fair</title>
<meta name=description content="For search engines.">
<meta property="og:title" content="The  fair in pictures">
<meta property="og:description" content="Over four hundred people came.">
<meta property="og:image" content="files/fair.jpg?2">
<meta property="og:image:alt" content="Stalls on the green">
<meta property="og:url" content="https://www.example.org/fair">
</head>"""


def card_of(html: str):
    return share_card(Page((File("index.html", html),), {"files/fair.jpg": b"a picture"}))


def told(html: str) -> list[tuple[int, str]]:
    return [(remark.line, remark.text) for remark in card_of(html).remarks]


def test_what_the_page_says_is_on_the_card() -> None:
    card = card_of(WHOLE)
    assert (card.title, card.description, card.site) == (
        "The fair in pictures",
        "Over four hundred people came.",
        "example.org",
    )
    assert (card.picture, card.picture_text) == (b"a picture", "Stalls on the green")
    assert told(WHOLE) == [(6, "Once the page is online, the picture needs its whole address (`https://…`).")]


def test_title_and_description_for_search_engines_stand_in() -> None:
    html = "<head>\n<title>Summer fair</title>\n<meta name=description content='For search engines.'>"
    card = card_of(html)
    assert (card.title, card.description, card.picture) == ("Summer fair", "For search engines.", None)
    assert [line for line, _ in told(html)] == [2, 3, 1]
    assert told(html)[2] == (1, 'There is no picture: add `<meta property="og:image" content="…">`.')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<p>", "There is no title: add `<meta property=\"og:title\" content=\"…\">`."),
        ("<meta name=og:title content=x>", '`name="og:title"` is not read everywhere: write `property="og:title"`.'),
        (f"<meta property=og:title content='{'x' * 120}'>", "The title has 120 characters. More than 90 are cut off."),
        ("<meta property=og:image content=no.png>", "There is no file `no.png` to show as the picture."),
        (
            "<meta property=og:image content=https://example.org/a.png>",
            "The picture is at `https://example.org/a.png`. Nothing is fetched here, so it is not shown.",
        ),
        (
            "<meta property=og:image content=files/fair.jpg>",
            'The picture says nothing to people who cannot see it: add `<meta property="og:image:alt" content="…">`.',
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_at_its_line(line: str, said: str) -> None:
    at = 1 if "no title" in said else 2
    assert (at, said) in told(f"<head>\n{line}\n")


@pytest.mark.parametrize(
    "html", ["", "<meta property=og:image content='http://[x'>", "<meta property=og:url content='http://['>"]
)
def test_any_page_has_a_card(html: str) -> None:
    assert card_of(html).picture is None


def test_only_what_stands_before_the_body_is_read() -> None:
    head = "<!-- <body> -->\n<style>/* </head> */</style><title>Fair</title></head>"
    html = f"{head}<body><meta property=og:title content=x>"
    assert card_of(html).title == "Fair"
