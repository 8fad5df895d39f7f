"""The walls of the house: what machines can hold of ARCHITECTURE.md, held over every file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = [ROOT / "run.py", *sorted((ROOT / "app").rglob("*.py"))]
FILE_LINES, FUNCTION_LINES, CLASS_METHODS, PARAMETERS, FREE_KEYWORDS = 400, 50, 20, 5, 2

# A wall is raised here only: "app/room/file.py: Name" and the reason why.
EXCEPTIONS: dict[str, str] = {}

# Banned words that are not ours to choose: the file and the reason why.
QUOTED = {
    "app/cli/arguments.py": "argparse's own sentences, matched in order to be said better",
    "app/checks/css/kinship.py": "the states of CSS by their own names",
}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def nothing(found: list[str]) -> None:
    """Fail with everything that was found, one a line."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def called(path: Path, name: str = "") -> str:
    return f"{path.relative_to(ROOT).as_posix()}: {name}" if name else path.relative_to(ROOT).as_posix()


def definitions(path: Path) -> Iterator[Definition]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Definition))


def lines(node: Definition) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many there are, besides self and cls and two that must be named."""
    plain = [each.arg for each in [*node.args.posonlyargs, *node.args.args]]
    own = plain[1:] if plain[:1] in (["self"], ["cls"]) else plain
    return len(own) + max(0, len(node.args.kwonlyargs) - FREE_KEYWORDS)


def breaches(path: Path, node: Definition) -> Iterator[str]:
    where = called(path, node.name)
    if isinstance(node, ast.ClassDef):
        methods = sum(isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)) for each in node.body)
        if methods > CLASS_METHODS:
            yield f"{where} has {methods} methods"
        return
    if lines(node) > FUNCTION_LINES:
        yield f"{where} has {lines(node)} lines"
    if parameters(node) > PARAMETERS:
        yield f"{where} has {parameters(node)} parameters"


def test_no_wall_is_broken() -> None:
    found = [breach for path in SOURCES for node in definitions(path) for breach in breaches(path, node)]
    long = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    found += [f"{called(path)} has {count} lines" for path, count in long.items() if count > FILE_LINES]
    nothing([breach for breach in found if not breach.startswith(tuple(EXCEPTIONS))])


def test_the_walls_are_where_they_are_said_to_be() -> None:
    at_the_wall = ["def f(self, a, b, c, d, e, *, g, h):", *["    pass"] * 49]
    over_it = ["def f(a, b, c, d, e, *, g, h, i):", *["    pass"] * 50]
    first, second = (ast.parse("\n".join(text)).body[0] for text in (at_the_wall, over_it))
    assert isinstance(first, ast.FunctionDef)
    assert isinstance(second, ast.FunctionDef)
    assert list(breaches(Path(__file__), first)) == []
    assert len(list(breaches(Path(__file__), second))) == 2


def test_every_exception_names_something_that_stands_and_a_reason() -> None:
    known = {called(path, node.name) for path in SOURCES for node in definitions(path)} | set(map(called, SOURCES))
    nothing([name for name, reason in EXCEPTIONS.items() if name not in known or len(reason) < 10])


def public(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, Definition]]:
    """Definitions that others may use: no underscore, not inside a function."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield within + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def test_every_module_and_everything_public_says_what_it_is_for() -> None:
    silent = [called(path) for path in SOURCES if not ast.get_docstring(tree(path))]
    for path in SOURCES:
        silent += [called(path, name) for name, node in public(tree(path).body) if not ast.get_docstring(node)]
    nothing(silent)


def test_no_room_is_a_lumber_room() -> None:
    lumber = {"util", "utils", "misc", "common", "helper", "helpers", "manager", "managers"}
    folders = {path.parent for path in SOURCES} | set(SOURCES)
    nothing([called(path) for path in folders if lumber & set(path.stem.split("_"))])


def test_every_room_has_its_floor_and_every_floor_its_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    named = {room.strip().removeprefix("app.") for floor in floors for room in re.split(r"[|:]", floor)}
    standing = {
        path.stem for path in (ROOT / "app").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert named == standing - {"__init__"}


def test_the_command_line_wakes_no_qt() -> None:
    probe = "import sys, app.main, app.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0


# ---- words ----

# `aria-invalid` and `:invalid` are HTML's and CSS's own; `wow!` ends a sentence, `<!doctype` and `!important` do not.
UNKIND = re.compile(r"(?<![-:.\w])(invalid|illegal|oops)(?![-\w])|\w!(?=[’'\")]*(?:\s|$))", re.IGNORECASE)


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines, without its docstrings."""
    module = tree(path)
    told = [node.body[0].value for node in ast.walk(module) if isinstance(node, Definition | ast.Module) and node.body
            and isinstance(node.body[0], ast.Expr)]  # fmt: skip
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.lineno, node.value


def prose(markdown: str) -> str:
    """What a reader of a lesson is told: no code, no pictures, no comments; as many lines as before."""
    code = re.compile(r"^(`{3,}).*?^\1|<!--.*?-->|`[^`\n]+`", re.DOTALL | re.MULTILINE)
    return code.sub(lambda found: "\n" * found[0].count("\n"), markdown)


@pytest.mark.parametrize("words", ["Well done!", "An invalid page", "Oops, a slip.", "It says ‘hello!’ there"])
def test_unkind_words_are_heard(words: str) -> None:
    assert UNKIND.search(words)


@pytest.mark.parametrize(
    "words", ["<!doctype html>", "color: red !important", "aria-invalid", "input:invalid", "a != b"]
)
def test_code_is_not_taken_for_words(words: str) -> None:
    assert not UNKIND.search(words)


def test_the_program_speaks_kindly() -> None:
    ours = [path for path in SOURCES if called(path) not in QUOTED]
    said = [f"{called(path)}:{line}: {text}" for path in ours for line, text in spoken(path) if UNKIND.search(text)]
    nothing(said)


def test_the_lessons_speak_kindly() -> None:
    said = []
    for path in sorted((ROOT / "lessons").rglob("*.md")):
        numbered = enumerate(prose(path.read_text("utf-8")).splitlines(), 1)
        said += [f"{called(path)}:{number}: {line}" for number, line in numbered if UNKIND.search(line)]
    nothing(said)


# ---- files ----

OURS = ("app", "tests", "resources", "lessons", "docs", ".ci")
LEFT_BY_TOOLS = {"node_modules", "__pycache__"}
ADDRESSES = re.compile(
    rb"pypi\.org|pythonhosted|npmjs\.(?:org|com)|npmmirror"  # registries
    rb"|(?<![\w.~-])/(?:work|root|tmp)/|/home/\w+/|[A-Z]:\\+Users\\"  # somebody's machine
)


def kept_files() -> Iterator[Path]:
    """Every file of the project that is kept, as far as it is ours or generated by us."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in OURS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and LEFT_BY_TOOLS.isdisjoint(path.parts):
                yield path


def test_no_file_knows_a_registry_or_a_machine() -> None:
    found = []
    for path in kept_files():
        if path != Path(__file__):
            found += [f"{called(path)}: {match[0]!r}" for match in ADDRESSES.finditer(path.read_bytes())]
    nothing(found)


def test_every_script_and_style_sheet_opens_by_saying_what_it_is_for() -> None:
    kinds = {".js", ".mjs", ".css", ".qss"}
    files = [path for path in (ROOT / "resources").rglob("*") if path.suffix in kinds and "vendor" not in path.parts]
    ours = [path for path in files if LEFT_BY_TOOLS.isdisjoint(path.parts)]
    nothing([called(path) for path in ours if not path.read_text("utf-8").startswith(("//", "/*"))])


def test_no_test_is_left_out() -> None:
    left_out = re.compile(r"mark\.(?:skip|xfail)\b|pytest\.(?:skip|xfail|importorskip)\b")
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    nothing([called(path) for path in tests if left_out.search(path.read_text("utf-8"))])
