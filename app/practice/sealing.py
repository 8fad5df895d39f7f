"""Small JSON files with a check sum: what was written comes back exactly, or not at all."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from app.errors import storage_error


def sealed(data: dict[str, Any]) -> bytes:
    """The content of a file that holds this."""
    text = json.dumps(data, sort_keys=True)
    whole = {"v": 1, "sha256": hashlib.sha256(text.encode()).hexdigest(), "data": data}
    return json.dumps(whole, sort_keys=True).encode()


def unsealed(content: bytes) -> Any:
    """What was sealed, or None where it is not whole."""
    try:
        outer = json.loads(content)
        text = json.dumps(outer["data"], sort_keys=True)
        return outer["data"] if hashlib.sha256(text.encode()).hexdigest() == outer["sha256"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def read_content(path: Path, what: str) -> bytes:
    """A file's content, empty where there is none. StorageError, naming `what`, where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise storage_error(error, what) from error
