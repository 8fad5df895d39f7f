"""What may be served to a page, and what would bring its renderer down."""

from __future__ import annotations

import io

import pytest
from hostile.visiting import png
from PIL import Image

from app.browser.content import TEXT_LIMIT, content_type, image_size, too_much


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("a/B.HTM", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("files/fair.JPG", "image/jpeg"),
        ("program.exe", "application/octet-stream"),
        ("noending", "application/octet-stream"),
    ],
)
def test_the_ending_tells_the_type(name: str, kind: str) -> None:
    assert content_type(name) == kind


@pytest.mark.parametrize("kind", ["PNG", "GIF", "BMP", "JPEG", "WEBP", "AVIF"])
@pytest.mark.parametrize("size", [(1, 1), (640, 481), (3000, 20)])
def test_a_picture_tells_its_size(kind: str, size: tuple[int, int]) -> None:
    file = io.BytesIO()
    Image.new("RGB", size).save(file, kind)
    assert image_size(file.getvalue()) == size
    for cut in range(0, 40, 3):
        image_size(file.getvalue()[:cut])  # a picture cut off anywhere is no error


def test_a_lossless_webp_and_one_with_transparency_tell_their_size() -> None:
    for options in ({"lossless": True}, {"lossless": False}):
        file = io.BytesIO()
        Image.new("RGBA", (301, 77), (1, 2, 3, 100)).save(file, "WEBP", **options)
        assert image_size(file.getvalue()) == (301, 77)


def test_what_is_no_picture_has_no_size() -> None:
    assert image_size(b"") == image_size(b"<!doctype html>") == image_size(b"\xff\xd8\xff") == (0, 0)


@pytest.mark.parametrize(
    ("name", "data", "refused"),
    [
        ("index.html", b"x" * TEXT_LIMIT, False),
        ("index.html", b"x" * (TEXT_LIMIT + 1), True),
        ("drawing.svg", b"x" * (TEXT_LIMIT + 1), True),
        ("photo.png", png(6000, 4000), False),
        ("photo.png", png(60_000, 10), True),
        ("photo.png", png(15_000, 15_000), True),
        ("not-a-photo.mp3", png(60_000, 10), True),
    ],
    ids=["text", "long text", "long drawing", "photo", "wide photo", "huge photo", "photo by another name"],
)
def test_too_much_is_refused(name: str, data: bytes, refused: bool) -> None:
    assert too_much(name, data) is refused
