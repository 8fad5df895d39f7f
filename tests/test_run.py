"""`run.py`: what it decides before it does anything, and that a second start asks nobody for anything."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`run.py` in a checkout of its own, in a folder with a difficult name."""
    checkout = tmp_path / "Büro & Söhne"
    checkout.mkdir()
    for name in ("run.py", "requirements.txt", "requirements-dev.txt"):
        (checkout / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.delenv("MIDWEEK_VENV", raising=False)
    spec = importlib.util.spec_from_file_location("run_in_a_checkout", checkout / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def a_venv(run: ModuleType) -> None:
    """Something that looks like a finished setup, made of the Python that runs this test."""
    run.BIN.mkdir(parents=True)
    base = Path(getattr(sys, "_base_executable", sys.executable))
    if os.name == "nt":
        run.PYTHON.write_bytes(b"")
    else:
        run.PYTHON.symlink_to(base)
    (run.VENV / "pyvenv.cfg").write_text(f"home = {base.parent}\nversion = 3\n", "utf-8")
    state = {**run.ground(), run.RUNNING: run.digest(run.RUNNING)}
    run.STATE.write_text(json.dumps(state), "utf-8")


# ---- the system's libraries ----


def test_only_what_is_missing_is_installed(run: ModuleType) -> None:
    assert run.missing_packages({"libgl1", "libasound2"}, ["libgl1", "libegl1", "libasound2t64|libasound2"]) == [
        "libegl1"
    ]


def test_a_system_that_renamed_its_libraries_is_asked_for_the_new_names(run: ModuleType) -> None:
    wanted = ["libasound2t64|libasound2", "libegl1"]
    assert run.missing_packages({"libssl3t64"}, wanted) == ["libasound2t64", "libegl1"]
    assert run.missing_packages({"libssl3"}, wanted) == ["libasound2", "libegl1"]


def test_a_library_under_its_old_name_is_good_enough(run: ModuleType) -> None:
    assert run.missing_packages({"libssl3t64", "libasound2"}, ["libasound2t64|libasound2"]) == []
    assert run.missing_packages({"libpython3.12t64"}, ["libpython3.12|libpython3.12t64|libpython3.12"]) == []


def test_what_only_developers_need_is_only_wanted_for_them(run: ModuleType) -> None:
    assert not {"xvfb", "binutils"} & set(run.wanted_packages(tests=False, x_server=False))
    assert {"xvfb", "binutils"} <= set(run.wanted_packages(tests=True, x_server=True))


def test_a_system_without_letters_gets_some(run: ModuleType, tmp_path: Path) -> None:
    run.FONT_FOLDERS = (str(tmp_path / "fonts"),)
    assert "fonts-dejavu-core" in run.wanted_packages(tests=False, x_server=False)
    (tmp_path / "fonts" / "truetype").mkdir(parents=True)
    (tmp_path / "fonts" / "truetype" / "DejaVuSans.ttf").touch()
    assert "fonts-dejavu-core" not in run.wanted_packages(tests=False, x_server=False)


# ---- whether .venv is ready ----


def test_a_finished_setup_is_left_alone(run: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    a_venv(run)
    run.installed_packages = set
    run.prepare()
    assert capfd.readouterr() == ("", "")


def test_a_moved_checkout_is_set_up_again(run: ModuleType) -> None:
    a_venv(run)
    state = run.read_state()
    run.ROOT = run.ROOT.parent / "elsewhere"
    assert not run.stands(state)


def test_a_venv_whose_python_is_gone_is_made_anew(run: ModuleType) -> None:
    a_venv(run)
    (run.VENV / "pyvenv.cfg").write_text("home = /no/such/place\n", "utf-8")
    assert not run.stands(run.read_state())


@pytest.mark.parametrize("left", ["{}", "", "[1", "null", "[]", '{"root": 1}'])
def test_an_interrupted_setup_is_begun_again(run: ModuleType, left: str) -> None:
    a_venv(run)
    run.STATE.write_text(left, "utf-8")
    assert not run.stands(run.read_state())


def test_other_peoples_files_are_never_cleared_away(run: ModuleType, tmp_path: Path) -> None:
    run.VENV, run.STATE = tmp_path / "letters", tmp_path / "letters" / "midweek.json"
    run.VENV.mkdir()
    (run.VENV / "letter.txt").write_text("Dear all", "utf-8")
    with pytest.raises(run.SetupError, match="holds other things"):
        run.make_venv()
    assert (run.VENV / "letter.txt").read_text("utf-8") == "Dear all"


# ---- what is said when a step fails ----


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "Free some space"),
        ("WARNING: Failed to establish a new connection\nERROR: No matching distribution found", "online"),
        ("ERROR: No matching distribution found for PySide6", "64-bit"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "as it was published"),
        ("ImportError: libEGL.so.1: cannot open shared object file", "system library"),
        ("something new", "2 GB"),
    ],
)
def test_a_failing_step_says_what_to_do(run: ModuleType, output: str, remedy: str) -> None:
    assert remedy in run.advice(output)


def test_a_failing_step_shows_the_end_of_what_was_said_without_warnings(run: ModuleType) -> None:
    output = "Collecting one\n\nWARNING: Running pip as the 'root' user\nERROR: it broke\n[notice] A new pip\n"
    assert run.last_words(output) == "    Collecting one\n    ERROR: it broke"


def test_a_step_that_cannot_begin_says_so(run: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(run.SetupError, match="This step did not work: asking the oracle"):
        run.step("asking the oracle", "no-such-program-anywhere")
    assert capfd.readouterr().out == ""  # the standard output is the command's own


# ---- the rest ----


@pytest.mark.parametrize(
    ("attributes", "counted"),
    [
        ('errors="0" failures="0" skipped="0" tests="123"', (123, 0)),
        ('errors="1" failures="2" skipped="3" tests="10"', (4, 3)),
    ],
)
def test_tests_are_counted(run: ModuleType, tmp_path: Path, attributes: str, counted: tuple[int, int]) -> None:
    tally = tmp_path / "tally.xml"
    tally.write_text(f'<testsuites name="pytest tests"><testsuite name="pytest" {attributes}></testsuite></testsuites>')
    assert run.count(tally) == counted


def test_tests_that_never_began_are_not_counted_as_passed(run: ModuleType, tmp_path: Path) -> None:
    assert run.count(tmp_path / "none.xml") == (0, 0)


def test_the_launcher_finds_the_program_from_any_folder(run: ModuleType, tmp_path: Path) -> None:
    a_venv(run)
    packages = run.VENV / ("Lib" if os.name == "nt" else f"lib/python{run.VERSION}") / "site-packages"
    packages.mkdir(parents=True)
    run.write_launcher()
    line = (packages / "midweek.pth").read_text("ascii")
    told = subprocess.run(
        [sys.executable, "-c", f"{line}\nprint(ascii(sys.path[0]))"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == ascii(str(run.ROOT))


def test_help_sets_nothing_up(run: ModuleType) -> None:
    told = subprocess.run([sys.executable, run.__file__, "--help"], capture_output=True, text=True, check=True)
    assert "python3 run.py test" in told.stdout
    assert not run.VENV.exists()


def test_the_locks_agree_and_everything_in_them_has_a_hash() -> None:
    locks = [(ROOT / name).read_text("utf-8") for name in ("requirements.txt", "requirements-dev.txt")]
    running, tests = (
        {line.rstrip(" \\") for line in lock.splitlines() if "==" in line and line[0] != "#"} for lock in locks
    )
    assert running <= tests
    for lock in locks:
        entries = [entry for entry in lock.replace("\\\n", "").splitlines() if entry and not entry.startswith("#")]
        assert all("--hash=sha256:" in entry for entry in entries)


def test_whatever_the_project_names_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[^\w.-]", each)[0].lower().replace(".", "-").replace("_", "-") for each in named}
    lock = (ROOT / "requirements-dev.txt").read_text("utf-8")
    assert names <= set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE))
