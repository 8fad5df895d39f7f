"""The command line as a process, as a script or an author runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders import ANSWER, START, a_pack, exercise_text, the_good_pack

ROOT = Path(__file__).parent.parent.parent
MIDWEEK = [sys.executable, "-m", "app"]


def midweek(
    *words: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MIDWEEK, *map(str, words)],
        cwd=ROOT,
        check=False,
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, **(env or {})},
    )


def pair(expected: str, submitted: str) -> bytes:
    return json.dumps({"expected": expected, "submitted": submitted}, ensure_ascii=False).encode("utf-8") + b"\n"


def test_an_author_begins_a_pack_breaks_it_and_mends_it(tmp_path: Path) -> None:
    pack = tmp_path / "Our office"
    assert midweek("pack", "new", pack).returncode == 0
    assert midweek("pack", "try", pack).returncode == 0
    exercise = pack / "01-first-page" / "01-main-heading.md"
    text = exercise.read_text("utf-8")
    exercise.write_text(text.replace('times="1"', 'tims="1"'), "utf-8")
    broken = midweek("pack", "lint", pack)
    assert broken.returncode == 1
    line = text[: text.index('times="1">{{')].count("\n") + 1
    assert f"  Line {line}:" in broken.stdout.decode()
    assert "`times`" in broken.stdout.decode()
    exercise.write_text(text, "utf-8")
    assert midweek("pack", "lint", pack).stdout == b"No problems.\n"


def test_a_page_is_checked_with_the_real_browser(tmp_path: Path) -> None:
    exercise = the_good_pack(tmp_path) / "01-first-page" / "02-headings.md"
    page = tmp_path / "page"
    page.mkdir()
    html = "<!doctype html>\n<link rel=stylesheet href=style.css>\n<h1>The Community Office</h1>\n"
    (page / "index.html").write_text(html, "utf-8")
    (page / "style.css").write_text("h1 { color: #006400 }", "utf-8")
    right = midweek("check", exercise, "--page", page)
    assert (right.returncode, right.stdout.decode().splitlines()[-1]) == (0, "All 2 goals met.")
    (page / "style.css").write_text("h1 {\n  color: green\n}", "utf-8")
    wrong = midweek("check", exercise, "--page", page / "index.html", "--json")
    assert wrong.returncode == 1
    heading, colour, picture = json.loads(wrong.stdout)["goals"]
    assert [goal["outcome"] for goal in (heading, colour, picture)] == ["passed", "failed", "passed"]
    (message,) = colour["messages"]
    assert (message["file"], message["line"]) == ("style.css", 2)
    assert "green" in message["text"]


def test_compare_answers_each_line_before_the_next_is_sent() -> None:
    """A worker that waited for more input, or died of a bad line, would leave its caller waiting."""
    worker = subprocess.Popen(
        [*MIDWEEK, "compare", "--jsonl"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with worker:
        assert worker.stdin
        assert worker.stdout
        told = []
        for line in (pair(ANSWER, ANSWER), pair(ANSWER, START), b"\xff\n", b"nonsense\n", pair("<p>£5", "<p>£5")):
            worker.stdin.write(line)
            worker.stdin.flush()
            told.append(json.loads(worker.stdout.readline()))
        worker.stdin.close()
        assert worker.wait(30) == 0
    assert [answer["passed"] for answer in told] == [True, False, False, False, True]
    assert [m["kind"] for answer in told[2:4] for m in answer["messages"]] == ["input", "input"]
    assert [m["line"] for m in told[1]["messages"]] == [4]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}])
def test_every_locale_gets_utf_8(locale: dict[str, str], tmp_path: Path) -> None:
    compared = midweek("compare", "--jsonl", stdin=pair("<p>Ŵy £5</p>", "<p>Ŵy £6</p>"), env=locale)
    assert compared.stderr == b""
    assert "£6" in compared.stdout.decode("utf-8")
    pack = a_pack(tmp_path / "pack", exercise_text(title="Ŵyau am £5"))
    tried = midweek("pack", "try", pack, env=locale)
    assert "Ŵyau am £5" in tried.stdout.decode("utf-8")


def test_what_cannot_run_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "binary.md").write_bytes(bytes(range(256)))
    for words in (
        ["check", tmp_path / "gone.md", "--page", tmp_path],
        ["check", tmp_path / "binary.md", "--page", tmp_path],
        ["check", tmp_path, "--page", tmp_path],
        ["pack", "try", tmp_path / "gone"],
        ["pack", "lint", tmp_path],
        ["pack", "frobnicate", tmp_path],
        ["compare"],
    ):
        done = midweek(*words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1), words
        assert done.stderr.startswith(b"midweek: ")


@pytest.mark.skipif(os.name == "nt", reason="there a closed pipe is told in another way")
@pytest.mark.parametrize("words", [["pack", "lint"], ["compare", "--jsonl"]])
def test_a_reader_who_goes_away_causes_no_traceback(words: list[str], tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "pack", *[exercise_text(f"e{n}").replace("## Do", "## Doo") for n in range(20)])
    told = [*words, str(pack)] if words[0] == "pack" else words
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*MIDWEEK, *told], cwd=ROOT, check=False, input=pair("<p>a", "<p>b"), stdout=write, stderr=subprocess.PIPE
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (2, b"midweek: Whoever was reading the output has closed it.\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed to start a process without standard input")
def test_closed_standard_streams_cause_no_traceback(tmp_path: Path) -> None:
    a_pack(tmp_path / "pack")
    for words, streams, code in (
        ("compare --jsonl", "<&-", 2),
        ("compare --jsonl", "</dev/null", 0),
        (f"pack lint {tmp_path / 'pack'}", ">&-", 0),
        (f"pack lint {tmp_path / 'pack'}", ">&- 2>&- <&-", 0),
    ):
        command = f"'{sys.executable}' -m app {words} {streams}"
        done = subprocess.run(["sh", "-c", command], cwd=ROOT, check=False, capture_output=True)
        assert done.returncode == code, done.stderr
        assert b"Traceback" not in done.stderr


def test_the_command_line_makes_no_folder_of_its_own(tmp_path: Path, home: Path) -> None:
    midweek("pack", "lint", a_pack(tmp_path / "pack"))
    assert not home.exists()
