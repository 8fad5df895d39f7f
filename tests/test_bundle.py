"""What is committed of the editor is what its source builds, and the lock file says nothing of where it was made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
BIN = Path(sys.executable).parent
BUILT = (
    "editor/editor.bundle.js",
    "editor/language.bundle.js",
    "THIRD-PARTY.md",
    "page-scripts/vendor/axe.min.js",
    "page-scripts/vendor/axe-core.LICENSE",
    "page-scripts/vendor/axe-core.LICENSE-3RD-PARTY.txt",
)


def run(program: str, *words: str) -> str:
    """Run one of .venv's own programs of Node in resources/; what it said."""
    path = os.pathsep.join((str(BIN), os.environ.get("PATH", "")))
    found = shutil.which(program, path=path)
    assert found, f"{program} is not there. Run `python3 run.py test`, which sets it up."
    ended = subprocess.run(
        [found, *words], cwd=RESOURCES, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    said = ended.stdout + ended.stderr
    assert ended.returncode == 0, (
        f"`{program} {' '.join(words)}` failed. Run `python3 run.py test` to set it up.\n{said}"
    )
    return ended.stdout


def test_the_committed_bundle_is_what_the_source_builds(tmp_path: Path) -> None:
    if not (RESOURCES / "node_modules").is_dir():
        run("npm", "ci")
    run("node", "build.mjs", str(tmp_path))
    stale = [name for name in BUILT if (tmp_path / name).read_bytes() != (RESOURCES / name).read_bytes()]
    assert not stale, f"Run `npm run build` in resources/ and commit {', '.join(stale)}."


def test_the_lock_file_names_no_registry() -> None:
    lock = (RESOURCES / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 100
