"""What a sealed page may be served: content types by name, and the limits that keep a renderer alive."""

from __future__ import annotations

import re
import struct
from pathlib import PurePosixPath

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".bmp": "image/bmp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
}

TEXT_LIMIT = 2_000_000  # bytes; a page of 2,000 lines has some 80,000
FRAME_LIMIT = 100  # each takes memory in the program's own process, also one that is refused
FILE_LIMIT = 50_000_000  # bytes
SIDE_LIMIT = 16_000  # pixels
AREA_LIMIT = 50_000_000  # pixels: 200 MB once decoded; a 24-megapixel photograph still passes

_FRAME = re.compile(rb"<(?:i?frame|object|embed)\b", re.IGNORECASE)


def content_type(name: str) -> str:
    """The content type that the ending of `name` stands for; nothing a browser would render where it is not known."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def too_much(name: str, data: bytes) -> bool:
    """Whether a file is too much for a browser: too long a text, too many frames, too big a file, too many pixels.

    Chromium looks at an image's bytes, not at its name, so every file that is not text is looked at as an image.
    """
    kind = content_type(name)
    if kind.startswith("text/") or kind == "image/svg+xml":
        return len(data) > TEXT_LIMIT or (kind.startswith("text/html") and len(_FRAME.findall(data)) > FRAME_LIMIT)
    width, height = image_size(data)
    return len(data) > FILE_LIMIT or max(width, height) > SIDE_LIMIT or width * height > AREA_LIMIT


def image_size(data: bytes) -> tuple[int, int]:
    """The (width, height) in pixels that an image's header states; (0, 0) for anything that is not such an image."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", data, 16)
        elif data.startswith(b"GIF8"):
            width, height = struct.unpack_from("<HH", data, 6)
        elif data.startswith(b"BM"):
            width, height = map(abs, struct.unpack_from("<ii", data, 18))
        elif data.startswith(b"\xff\xd8"):
            width, height = _jpeg_size(data)
        elif data.startswith(b"RIFF"):
            width, height = _webp_size(data)
        else:
            width, height = _avif_size(data)
    except struct.error:  # cut off before its size: Chromium cannot decode it either
        return 0, 0
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xFF:  # a fill byte
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # a start of frame
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + length
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _avif_size(data: bytes) -> tuple[int, int]:
    at = data.find(b"ispe", 0, 4096) if data[4:8] == b"ftyp" else -1
    if at < 0:
        return 0, 0
    width, height = struct.unpack_from(">II", data, at + 8)
    return width, height
