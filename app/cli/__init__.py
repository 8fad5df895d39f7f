"""The command line: `midweek check`, `compare` and `pack`; exit codes and JSON for scripts, sentences for people."""

from app.cli.arguments import COMMANDS
from app.cli.command import run

__all__ = ["COMMANDS", "run"]
