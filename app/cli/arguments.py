"""What may stand on the command line, and what is said where something else does."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from app import VERSION
from app.errors import UsageError

COMMANDS = ("check", "compare", "pack")
"""The first words that are for the command line; without one of them the window opens."""

_SAID = {
    r"unrecognized arguments: (.*)": "Midweek does not know {0} here.",
    r"the following arguments are required: (.*)": "This command also needs {0}.",
    r"argument (\S+): expected .*argument": "{0} needs a value after it.",
    r"argument (\S+): invalid int value: .*": "{0} needs a whole number after it.",
    r"argument (\S+): ignored explicit argument.*": "{0} takes no value.",
    r"ambiguous option: (\S+) could match (.*)": "{0} may mean {1}.",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in plain words; raises UsageError instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message in our words."""
        choice = re.fullmatch(r"argument .*: invalid choice: '(.*)' \(choose from (.*)\)", message, re.DOTALL)
        if choice:
            from app.packs.problems import did_you_mean, listed

            names = re.findall(r"[a-z]+", choice[2])
            remedy = did_you_mean(choice[1], names, f"There is {listed(names)}.")
            raise UsageError(f"Midweek has no command `{choice[1]}`.", remedy)
        for form, sentence in _SAID.items():
            match = re.fullmatch(form, message)
            if match:
                raise UsageError(sentence.format(*match.groups()), f"`{self.prog} --help` shows how it is used.")
        raise UsageError("Midweek does not understand this command.", f"`{self.prog} --help` shows how it is used.")


def parser() -> Parser:
    """The whole command line; each command's function is `run` of what was parsed."""
    top = Parser(
        prog="midweek",
        description="Weekly HTML and CSS lessons, offline. Without a command the window opens.",
        epilog="Exit code: 0 passed, 1 did not pass, 2 could not run.",
        add_help=False,
        allow_abbrev=False,
    )
    _help(top)
    top.add_argument("--version", action="version", version=f"Midweek {VERSION}", help="say which Midweek this is")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_compare(commands)
    _add_pack(commands)
    return top


def _help(to: argparse.ArgumentParser) -> None:
    to._optionals.title = "options"
    to._positionals.title = "what it needs"
    to.add_argument("-h", "--help", action="help", help="show this help")


def _command(commands: Any, name: str, help: str) -> Parser:
    made: Parser = commands.add_parser(name, help=help, description=help, add_help=False, allow_abbrev=False)
    _help(made)
    return made


def _add_check(commands: Any) -> None:
    check = _command(commands, COMMANDS[0], "check a page against the goals of an exercise")
    check.add_argument("exercise", metavar="EXERCISE.md", help="the file of the exercise")
    check.add_argument("--page", required=True, metavar="PAGE", help="an HTML file, or a folder with index.html in it")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(run=_check)


def _add_compare(commands: Any) -> None:
    compare = _command(commands, COMMANDS[1], "compare pages given on standard input, until it ends")
    line = 'read {"expected", "submitted"}, print {"passed", "messages"}: one JSON object a line'
    compare.add_argument("--jsonl", action="store_true", required=True, help=line)
    compare.set_defaults(run=_compare)


def _add_pack(commands: Any) -> None:
    pack = _command(commands, COMMANDS[2], "make, proof-read, try or correct a pack of lessons")
    actions = pack.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, help in (
        ("new", "write a small whole pack to begin with"),
        ("lint", "list every problem of a pack, or of one exercise, by file and line"),
        ("try", "try every exercise: its answer passes, however it is spelt, its start and mistakes do not"),
        ("recheck", "check the work stored on this PC again, after the pack was corrected"),
    ):
        action = _command(actions, name, help)
        action.add_argument("path", metavar="PATH", help="the pack's folder")
        action.add_argument("--json", action="store_true", help="print one JSON object")
        action.set_defaults(run=_pack, action=name)
        if name == "try":
            action.add_argument("--seed", type=int, default=0, metavar="N", help="make other mistakes than usual")


def _check(arguments: argparse.Namespace, render: Any) -> int:
    from app.cli.check import check

    return check(arguments.exercise, arguments.page, arguments.json, render)


def _compare(_arguments: argparse.Namespace, _render: Any) -> int:
    from app.cli.compare import compare_lines

    return compare_lines()


def _pack(arguments: argparse.Namespace, render: Any) -> int:
    from app.cli import pack

    if arguments.action == "recheck":
        from app.cli.recheck import recheck

        return recheck(arguments.path, arguments.json, render)
    if arguments.action == "try":
        return pack.try_out(arguments.path, arguments.json, render, arguments.seed)
    return (pack.new if arguments.action == "new" else pack.lint)(arguments.path, arguments.json)
