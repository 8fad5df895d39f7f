"""Runs one command: what it prints, and its exit code.

0  passed: the page meets every goal, the pack has no problem, the work was done
1  did not pass
2  could not run; one sentence on standard error says why and what to do; standard output promises nothing
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.cli.arguments import parser
from app.cli.outcome import COULD_NOT_RUN
from app.errors import AppError

if TYPE_CHECKING:  # at run time it would bring the check engine along, which `--help` does not need
    from app.authoring.examination import Render


def run(argv: Sequence[str], render: Render) -> int:
    """Run the command that these words (without the program's name) ask for; the exit code.

    `render` answers questions about a served page (see app/browser/probe.py), None where the browser did not; it is
    called only if a rule needs rendering.
    """
    _speak_utf8()
    try:
        arguments = parser().parse_args(list(argv))
        code = int(arguments.run(arguments, render))
        sys.stdout.flush()
        return code
    except AppError as error:
        return _could_not_run(str(error))
    except BrokenPipeError:  # before OSError, which it is one of
        _forget_output()
        return _could_not_run("Whoever was reading the output has closed it.")
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        return _could_not_run(
            f"The disk did not give what was asked ({reason}). Check the path, and that you may read it."
        )
    except KeyboardInterrupt:
        return _could_not_run("Stopped before the end.")
    except SystemExit as done:  # --help and --version
        return int(done.code or 0)


def _could_not_run(sentence: str) -> int:
    with contextlib.suppress(OSError, ValueError):
        print(f"midweek: {sentence}", file=sys.stderr, flush=True)
    return COULD_NOT_RUN


def _speak_utf8() -> None:
    """Make standard output and error UTF-8 whatever the locale, and something to write to where there is none."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None or stream.closed:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it is the stream from now on
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _forget_output() -> None:
    """Point standard output away from the closed pipe, which Python would flush, and complain about, at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
