"""Opens the window, or runs a command: the one place where a process of Midweek begins."""

from __future__ import annotations

import argparse
import builtins
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.browser.surroundings import clean_arguments
from app.errors import AppError
from app.paths import WORKER, default_home, follow_up_environment

if TYPE_CHECKING:
    from app.browser.render import Renderer

Served = Mapping[str, bytes]
Questions = Sequence[Mapping[str, Any]]
Answers = list[dict[str, Any]] | None
EPILOGUE = "Commands: midweek check, midweek compare, midweek pack (each with --help)."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's own) names, else open the window; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [WORKER]:
        return _work()
    if words and not words[0].startswith("-"):
        return _run_command(words)  # also one that is not there: it answers what was meant
    clean_arguments(words)
    return _open_window(_parser().parse_args(words))


def _work() -> int:
    from app.practice.worker import serve

    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray word would be taken for a result
    with suppress(KeyboardInterrupt, BrokenPipeError):
        serve(source, sink)
    return 0


def _run_command(words: list[str]) -> int:
    from app import cli

    renderers: list[Renderer] = []

    def render(served: Served, entry: str, questions: Questions) -> Answers:
        if not renderers:  # Qt wakes only for a rule that needs a browser
            from app.browser.render import Renderer

            os.environ.setdefault("QT_LOGGING_RULES", "*=false")  # standard error is for people
            renderers.append(Renderer())
        return renderers[0].render(served, entry, questions)

    try:
        return cli.run(words, render)
    finally:
        for renderer in renderers:
            renderer.close()


def _copy_to_open() -> Path | None:
    """The copy on this computer of a program that lies on a network drive (see app/desk/footing.py)."""
    if not getattr(sys, "frozen", False):
        return None
    from app import local_copy

    program = Path(sys.executable)
    there = local_copy.lies_on_network(program)
    return local_copy.standing_copy(program, default_home().program) if there else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="midweek", description="Weekly HTML and CSS lessons for an office, offline.", epilog=EPILOGUE
    )
    parser.add_argument("--person", metavar="NAME", default="", help="begin as this person, who is added if need be")
    parser.add_argument("--open", metavar="PACK/LESSON/EXERCISE", default="", help="begin at this exercise")
    parser.add_argument(
        "--show", metavar="FOLDER", type=Path, help="play the first exercise without a screen and save its pictures"
    )
    return parser


def _open_window(arguments: argparse.Namespace) -> int:
    if copy := _copy_to_open():
        return subprocess.call([str(copy), *sys.argv[1:]], env=follow_up_environment())
    _import_qt()
    from app.opening import open_window

    try:
        return open_window(arguments.person, arguments.open, arguments.show)
    except AppError as error:
        print(error, file=sys.stderr)
        return 2


def _import_qt() -> None:
    """Import Qt and put Python's own `import` back.

    PySide's reads the whole source of each module that is imported after it, to see whether it says `from __feature__`.
    Nobody here does; it took 30 ms of the start, and 12 MB for as long as the program ran (6.11.3).
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
