"""The command line as a whole: help, mistakes in it, and how fast and quiet it starts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app import VERSION
from app.cli import COMMANDS, run

Out = pytest.CaptureFixture[str]


def never(served, entry, questions):
    raise AssertionError("the browser was asked")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "This command also needs COMMAND. `midweek --help` shows how it is used."),
        ("chek", "Midweek has no command `chek`. Did you mean `check`?"),
        ("frobnicate", "Midweek has no command `frobnicate`. There is `check`, `compare` and `pack`."),
        ("pack", "This command also needs COMMAND. `midweek pack --help` shows how it is used."),
        ("pack lnt x", "Midweek has no command `lnt`. Did you mean `lint`?"),
        ("pack try", "This command also needs PATH. `midweek pack try --help` shows how it is used."),
        ("check a.md", "This command also needs --page. `midweek check --help` shows how it is used."),
        ("check a.md --page", "--page needs a value after it. `midweek check --help` shows how it is used."),
        ("pack lint x --jsn", "Midweek does not know --jsn here. `midweek --help` shows how it is used."),
        ("pack lint x --json=1", "--json takes no value. `midweek pack lint --help` shows how it is used."),
        ("compare", "This command also needs --jsonl. `midweek compare --help` shows how it is used."),
    ],
)
def test_a_mistake_on_the_command_line_is_one_sentence(words: str, sentence: str, capsys: Out) -> None:
    assert run(words.split(), never) == 2
    assert capsys.readouterr() == ("", f"midweek: {sentence}\n")


def test_help_shows_every_command(capsys: Out) -> None:
    assert run(["--help"], never) == 0
    told = capsys.readouterr().out
    assert all(f"\n    {command} " in told for command in COMMANDS)
    assert "Exit code: 0 passed, 1 did not pass, 2 could not run." in told
    assert run(["pack", "try", "--help"], never) == 0
    assert "its answer passes" in " ".join(capsys.readouterr().out.split())


def test_version(capsys: Out) -> None:
    assert run(["--version"], never) == 0
    assert capsys.readouterr().out == f"Midweek {VERSION}\n"


@pytest.mark.parametrize(
    ("module", "asleep"),
    [
        ("app.cli", ("PySide6", "html5lib", "bs4", "ruamel", "app.checks", "app.packs")),
        ("app.cli.compare", ("PySide6", "ruamel", "markdown", "sqlite3", "app.packs")),
        ("app.cli.pack", ("PySide6", "markdown", "sqlite3")),
        ("app.cli.check", ("PySide6", "markdown", "sqlite3")),
    ],
)
def test_a_command_wakes_only_what_it_needs(module: str, asleep: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in told for other in asleep if name == other or name.startswith(f"{other}.")] == []
