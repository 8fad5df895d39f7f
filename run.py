#!/usr/bin/env python3
"""Set Midweek up and open it. Python is all that is needed; the first time takes about two minutes.

    python3 run.py               open Midweek
    python3 run.py setup         only set it up
    python3 run.py test [ARGS]   run every check of the house, or only pytest with these arguments
    python3 run.py bench [NAME]  measure it
    python3 run.py tour DIR      save a picture of every screen
    python3 run.py build         make a folder in dist/ that runs without Python

Every other word is a command of Midweek itself: `python3 run.py check --help`. What it needs is kept in `.venv`
beside this file; MIDWEEK_VENV names another folder for it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path

VERSION = ".".join(map(str, sys.version_info[:2]))
if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python should read a sentence, not a traceback
    sys.exit("Midweek needs Python 3.11 or newer, and this is " + VERSION + ". Please install a newer one beside it.")

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("MIDWEEK_VENV") or ROOT / ".venv").absolute()
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STATE = VENV / "midweek.json"  # what the last setup came to; `{}` while one is under way
RUNNING, TESTS = "requirements.txt", "requirements-dev.txt"  # the second holds all of the first
LINUX = sys.platform == "linux"
AS_ROOT = LINUX and os.geteuid() == 0

# What Qt and Chromium want of Debian and Ubuntu, as `new|old`: newer systems renamed some libraries.
SYSTEM_PACKAGES = (
    "libasound2t64|libasound2 libbrotli1 libdbus-1-3 libegl1 libfontconfig1 libgbm1 libgl1 "
    "libglib2.0-0t64|libglib2.0-0 libnss3 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "
    "libxcomposite1 libxdamage1 libxkbcommon-x11-0 libxkbcommon0 libxkbfile1 libxrandr2 libxtst6"
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")

# What pip, npm and apt say when they stop, and what somebody can do about it: the first that fits.
ADVICE = {
    "no space left": "Free some space (Midweek needs about 2 GB), then run the same command again.",
    "do not match the hashes": "A file did not arrive as it was published and was not used. Run the command again.",
    "cannot open shared object": "Install the system library that is named here, then run the same command again.",
    "connection": "Check that this computer is online, and its proxy if it has one, then run the same command again.",
    "no matching distribution": "Midweek needs a 64-bit Python on Windows, macOS or Linux (with glibc).",
    "": "Check that this computer is online and has 2 GB of free disk, then run the same command again.",
}


class SetupError(Exception):
    """The end of the way: what did not work, why (another program's own last words), and what to do next."""

    def __init__(self, what: str, why: str = "", remedy: str = ""):
        super().__init__("\n".join(part for part in (what, why, remedy) if part))


def say(words: str) -> None:
    """Talk on the error stream: the standard output belongs to the command that was asked for."""
    print(words, file=sys.stderr, flush=True)


def step(title: str, *command: object, env: dict[str, str] | None = None) -> None:
    """Run one part of the setup under one plain line; what the program itself says is only shown when it fails."""
    say(f"  {title} ...")
    words = [str(word) for word in command]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    try:
        done = subprocess.run(words, **quiet, cwd=ROOT, env=env, check=False)
    except OSError as error:
        raise SetupError(f"This step did not work: {title}.", f"    {error}", ADVICE[""]) from error
    if done.returncode:
        output = done.stdout.decode("utf-8", "replace")
        raise SetupError(f"This step did not work: {title}.", last_words(output), advice(output))


def last_words(output: str) -> str:
    """The end of what a program said, without warnings and blank lines."""
    chatter = ("warning", "[notice]", "npm warn", "w:", "ignoring ")
    lines = [line.strip() for line in output.splitlines()]
    telling = [line for line in lines if line and not line.lower().startswith(chatter)]
    return "\n".join(f"    {line}" for line in telling[-5:])


def advice(output: str) -> str:
    """What to do about a program that stopped with these words."""
    folded = " ".join(output.lower().split())
    return next(remedy for sign, remedy in ADVICE.items() if sign in folded)


# ---- the system's own libraries (Debian and Ubuntu) ----


def installed_packages() -> set[str]:
    """Every Debian package that is installed; empty where this is not Debian or one of its kind."""
    if not LINUX or not shutil.which("dpkg-query"):
        return set()
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Abbrev} ${Package}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return {line.split()[1] for line in listed.splitlines() if line.startswith("ii")}


def missing_packages(installed: set[str], wanted: list[str]) -> list[str]:
    """Which of the wanted packages to install, by the name that this system has for them."""
    renamed = any(name.endswith("t64") for name in installed)
    choices = [entry.split("|") for entry in wanted]
    return [names[0 if renamed else -1] for names in choices if installed.isdisjoint(names)]


def wanted_packages(tests: bool, x_server: bool) -> list[str]:
    """What must be there, as `new|old` names: what is always needed, and what is needed here and now."""
    wanted = SYSTEM_PACKAGES.split()
    if not PYTHON.exists() and not importlib.util.find_spec("ensurepip"):
        wanted.append(f"python{VERSION}-venv")
    if not any(f.suffix in {".ttf", ".otf", ".ttc"} for d in FONT_FOLDERS for f in Path(d).expanduser().rglob("*")):
        wanted.append("fonts-dejavu-core")
    if tests:  # PyInstaller asks objdump what a library needs, and packs Python as a library
        own = [f"libpython{VERSION}|libpython{VERSION}t64|libpython{VERSION}"] if sys.base_prefix == "/usr" else []
        wanted += ["binutils", *own]
    return [*wanted, "xvfb"] if x_server else wanted


def install_packages(names: list[str]) -> None:
    """Install system packages as root or through sudo; SetupError with the line that does it where neither will do."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    sudo = shutil.which("sudo")
    asks = bool(sudo) and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode != 0
    if not AS_ROOT and (not sudo or (asks and not sys.stdin.isatty())):
        line = f"apt-get update && {shlex.join(install)}"
        line = f"sudo sh -c {shlex.quote(line)}" if sudo else f"su -c {shlex.quote(line)}"
        raise SetupError("Some system libraries are missing. This line installs them; then run this again:", "", line)
    how = "as root" if AS_ROOT else "through sudo, which asks for your password" if asks else "through sudo"
    say(f"Installing system libraries {how}: {' '.join(names)}")
    become = ["env"] if AS_ROOT else ["sudo"]
    become.append("DEBIAN_FRONTEND=noninteractive")
    with suppress(SetupError):  # one dead source of many makes this fail, and the install may work all the same
        step("asking what there is", *become, "apt-get", "update")
    step("installing them", *become, *install, "-o", "DPkg::Lock::Timeout=120")


# ---- .venv ----


def digest(name: str) -> str:
    """What stands for the content of one of our files."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def read_state() -> dict[str, str] | None:
    """What the last setup came to; None where there was none."""
    try:
        return dict(json.loads(STATE.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return {}


def ground() -> dict[str, str]:
    """What a setup stands on: where we lie, where `.venv` lies, and the Python it was made of ("": that is gone)."""
    with suppress(OSError):
        home = re.search(r"^home = (.*)$", (VENV / "pyvenv.cfg").read_text("utf-8"), re.MULTILINE)
        if home and os.path.isdir(home[1]) and PYTHON.exists():
            return {"root": str(ROOT), "venv": str(VENV), "python": os.path.realpath(PYTHON)}
    return {"python": ""}


def stands(state: dict[str, str] | None) -> bool:
    """Whether the `.venv` of the last setup can be built on; None is one that somebody else made, and we may add to."""
    if state is not None and not ground().items() <= state.items():
        return False
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    with suppress(OSError):
        return subprocess.run([PYTHON, "-I", "-c", probe], capture_output=True, check=False).returncode == 0
    return False


def make_venv() -> None:
    """Make `.venv` anew; a folder of another name is only cleared if it was one."""
    if VENV.exists() and any(VENV.iterdir()):
        if VENV != ROOT / ".venv" and not (VENV / "pyvenv.cfg").exists() and not STATE.exists():
            raise SetupError(f"MIDWEEK_VENV names a folder that holds other things: {VENV}", "", "Name an empty one.")
        say("  clearing away what is left of an earlier one ...")
        shutil.rmtree(VENV)
    VENV.mkdir(parents=True, exist_ok=True)
    STATE.write_text("{}", "utf-8")
    base = getattr(sys, "_base_executable", sys.executable)  # we may be running from the very one just cleared away
    step(f"making {VENV.name}", base, "-I", "-m", "venv", VENV)


def write_launcher() -> None:
    """Make `midweek` in .venv/bin a command that works from any folder."""
    packages = VENV / "Lib/site-packages" if os.name == "nt" else next(VENV.glob("lib/python*/site-packages"))
    (packages / "midweek.pth").write_text(f"import sys; sys.path.insert(0, {str(ROOT)!a})\n", "ascii")
    if os.name == "nt":
        (BIN / "midweek.cmd").write_text('@"%~dp0python.exe" -P -m app %*\n', "ascii")
    else:
        (BIN / "midweek").write_bytes(os.fsencode(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -m app "$@"\n'))
        (BIN / "midweek").chmod(0o755)


def set_up(lock: str, wish: dict[str, str]) -> None:
    """Fill `.venv` with what a lock file names, making it anew where it does not stand."""
    say("Setting up Midweek (once, about two minutes):")
    if not stands(read_state()):
        make_venv()
    STATE.write_text("{}", "utf-8")
    pip = (PYTHON, "-P", "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
    size = "400 MB" if lock == TESTS else "300 MB"
    step(f"fetching what it is made of (up to {size})", *pip, "--only-binary=:all:", "--require-hashes", "-r", lock)
    step("trying out Qt and its browser", PYTHON, "-I", "-c", "import PySide6.QtWebEngineWidgets")
    write_launcher()
    STATE.write_text(json.dumps({**ground(), **wish}), "utf-8")


def prepare(tests: bool = False, x_server: bool = False) -> None:
    """See to it that everything is there; quick and without a word where it is."""
    installed = installed_packages()
    missing = missing_packages(installed, wanted_packages(tests, x_server)) if installed else []
    if x_server and not installed and not shutil.which("Xvfb"):
        raise SetupError("This needs a screen, and there is none.", "", "Install Xvfb, or run it where there is one.")
    if missing:
        install_packages(missing)
    lock = TESTS if tests else RUNNING
    wish = {RUNNING: digest(RUNNING), lock: digest(lock)}

    def ready() -> bool:
        return {**ground(), **wish}.items() <= (read_state() or {}).items()

    if ready():
        return
    guard = Path(tempfile.gettempdir(), f"midweek-{hashlib.sha256(os.fsencode(VENV)).hexdigest()[:16]}.lock")
    try:
        with closing(sqlite3.connect(guard, timeout=900)) as one_at_a_time:  # a lock that any system drops when we end
            with suppress(sqlite3.OperationalError):
                one_at_a_time.execute("BEGIN EXCLUSIVE")
            if not ready():
                set_up(lock, wish)
    except OSError as error:
        raise SetupError(
            f"Midweek cannot be set up in {VENV}.",
            f"    {error.strerror}: {error.filename}",
            "Close Midweek if it is open. If this folder cannot be written to, move Midweek to one that can, or let "
            "MIDWEEK_VENV name an empty folder elsewhere. Then run the same command again.",
        ) from error


def npm(*words: str) -> list[str]:
    """The command that runs .venv's own npm on resources/."""
    return [shutil.which("npm", path=str(BIN)) or "npm", "--prefix", str(ROOT / "resources"), *words]


def with_bin() -> dict[str, str]:
    """The environment in which .venv's own programs are found first, and npm trusts whom the system trusts."""
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**os.environ, "PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def prepare_editor() -> None:
    """Fetch what builds and checks the editor, once for each of its lock files."""
    lock, mark = "resources/package-lock.json", ROOT / "resources/node_modules/.midweek"
    if not mark.exists() or mark.read_text("utf-8") != digest(lock):
        say("Setting up the editor's workshop (once):")
        step("fetching what builds and checks it", *npm("ci", "--no-audit", "--no-fund"), env=with_bin())
        mark.write_text(digest(lock), "utf-8")


# ---- what can be asked for ----


def hand_over(*words: str, env: dict[str, str] | None = None) -> int:
    """Become .venv's Python: input, output, signals and exit code stay whose they are."""
    command, environment = [str(PYTHON), "-P", "-m", *words], {**os.environ, **(env or {})}
    if os.name == "posix":
        os.execve(command[0], command, environment)  # noqa: S606 - there is no shell on purpose
    return subprocess.call(command, env=environment)


def open_midweek() -> int:
    """Open the window; where there is no screen, play the first exercise unseen and keep the pictures."""
    prepare()
    if not LINUX or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return hand_over("app")
    say("There is no screen here: Midweek plays its first exercise unseen and saves pictures in midweek-pictures.")
    return hand_over("app", "--show", "midweek-pictures", env={"QT_QPA_PLATFORM": "offscreen"})


def run_on_screen(module: str, words: list[str]) -> int:
    """Run a module that needs a real screen: the one there is, or an X server of its own."""
    server_needed = LINUX and not os.environ.get("DISPLAY")
    prepare(tests=True, x_server=server_needed)
    if not server_needed:
        return hand_over(module, *words)
    read_end, write_end = os.pipe()
    options = ["-displayfd", str(write_end), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(["Xvfb", *options], pass_fds=[write_end], stderr=subprocess.DEVNULL) as server:
        os.close(write_end)
        try:
            with open(read_end, encoding="ascii") as pipe:
                display = f":{pipe.readline().strip()}"
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            return subprocess.call([PYTHON, "-P", "-m", module, *words], env=environment)
        finally:
            server.terminate()


def run_tests(words: list[str]) -> int:
    """Run every check of the house, all of them even if one fails; with arguments, only pytest with them."""
    prepare(tests=True)
    prepare_editor()
    os.chdir(ROOT)
    if words:
        return hand_over("pytest", *words)
    python = (PYTHON, "-m")
    good = {
        "format": run_named("format", *python, "ruff", "format", "--check", "."),
        "lint": run_named("lint", *python, "ruff", "check", "."),
        "types": run_named("types", *python, "mypy", "app"),
        "rooms": run_named("rooms", shutil.which("lint-imports", path=str(BIN)) or "lint-imports"),
        "editor": run_named("editor", *npm("run", "--silent", "lint")),
    }
    with tempfile.TemporaryDirectory() as folder:
        good["tests"] = run_named("tests", *python, "pytest", f"--junitxml={folder}/tally.xml")
        passed, failed = count(Path(folder, "tally.xml"))
    failed = max(failed, not good["tests"]) + sum(not good[name] for name in good if name != "tests")
    print("", *(f"{name:8}{'in order' if fine else 'NOT IN ORDER'}" for name, fine in good.items()), sep="\n")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def run_named(name: str, *command: object) -> bool:
    """Run one check of the house under its name; whether all is in order."""
    print(f"\n== {name}", flush=True)
    return subprocess.call([str(word) for word in command], env=with_bin()) == 0


def count(tally: Path) -> tuple[int, int]:
    """How many tests passed and failed, by pytest's own JUnit file; none where it did not get that far."""
    head = tally.read_text("utf-8")[:1000] if tally.exists() else ""
    total = {kind: int(number) for kind, number in re.findall(r'\b(tests|errors|failures|skipped)="(\d+)"', head)}
    failed = total.get("errors", 0) + total.get("failures", 0)
    return total.get("tests", 0) - failed - total.get("skipped", 0), failed


def do(verb: str, words: list[str]) -> int:
    """Do what the first word says; what is not ours is Midweek's own."""
    if verb == "test":
        return run_tests(words)
    if verb == "bench":
        prepare(tests=True)
        prepare_editor()  # with the pages that the checks are tried on
        return run_on_screen("tests.benchmarks", words)
    if verb == "tour":
        if not words:
            raise SetupError("Name the folder for the pictures: python3 run.py tour DIR")
        return run_on_screen("tests.journeys.tour", words)
    prepare(tests=verb == "build")
    if verb == "build":
        os.chdir(ROOT)
        return hand_over("PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    if verb == "setup":
        say("Midweek is set up. Open it with: python3 run.py")
        return 0
    return hand_over("app", verb, *words)


def main(words: list[str]) -> int:
    """Run what was asked for; the exit code, where 2 says that a command of Midweek's own could not run."""
    verb = words[0] if words else ""
    if verb in ("help", "--help", "-h"):
        print((__doc__ or "").strip())
        return 0
    try:
        return do(verb, words[1:]) if words else open_midweek()
    except SetupError as error:
        say(f"\n{error}")
        return 1 if verb in ("", "setup", "test", "bench", "tour", "build") else 2
    except KeyboardInterrupt:
        say("\nStopped. The same command begins again.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
