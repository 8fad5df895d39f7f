"""The front matter of a pack's files: YAML between two `---`, each value with its line.

Only text, lists of text and one mapping of text are ever needed, so the YAML is composed to nodes and read from them:
`needs: 1.10` stays "1.10", no tag makes an object, and an alias cannot grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.packs.problems import Problems, did_you_mean, listed, meant

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YES = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the front matter: its node and the line of the file where the key stands."""

    node: Node
    line: int


class FrontMatter:
    """The keys of one file; each reading of a key notes what is wrong with it and gives a value to go on with."""

    def __init__(self, entries: Mapping[str, Entry] | None, problems: Problems) -> None:
        self._entries = entries or {}
        self._whole = entries is not None
        self._problems = problems
        self._misspelt: set[str] = set()
        """Keys that stand there, though misspelt, and so are not missing."""

    def line(self, key: str) -> int:
        """The line of a key, 0 where it is not written."""
        return self._entries[key].line if key in self._entries else 0

    def check_keys(self, known: Sequence[str], what: str) -> None:
        """Note every key that this kind of file (`what`: "an exercise") does not have."""
        for key, entry in self._entries.items():
            if key not in known:
                self._misspelt.add(meant(key, known) or "")
                self._problems.add(
                    entry.line,
                    f"`{key}` is not a key of {what}.",
                    did_you_mean(key, known, f"Keys are {listed(known)}."),
                )

    def text(self, key: str, default: str | None = None) -> str:
        """A single value; without a default it must be there."""
        entry = self._entries.get(key)
        if entry is None:
            if default is None and self._whole and key not in self._misspelt:
                self._problems.add(
                    0, f"The front matter has no `{key}`.", f"Add a line `{key}: …` between the two `---`."
                )
            return default or ""
        if not isinstance(entry.node, ScalarNode):
            self._problems.add(entry.line, f"`{key}` must be a single value.", f"Write `{key}: …` on one line.")
            return default or ""
        value = " ".join(str(entry.node.value).split())
        if value in ("", "~"):
            self._problems.add(entry.line, f"`{key}` has nothing after it.", f"Write its value: `{key}: …`.")
            return default or ""
        return value

    def id(self, key: str = "id") -> str:
        """An id: lower-case letters, digits and hyphens; it must be there."""
        value = self.text(key)
        if value and not ID.fullmatch(value):
            self._problems.add(
                self.line(key),
                f"`{value}` cannot be an id.",
                f"Use lower-case letters, digits and hyphens, for example `{slug(value)}`.",
            )
        return value

    def matching(self, key: str, form: str, example: str, default: str | None = None) -> str:
        """A value of a given form (a regular expression); `example` shows it in the remedy."""
        value = self.text(key, default)
        if value and not re.fullmatch(form, value):
            self._problems.add(self.line(key), f"`{key}` cannot be `{value}`.", f"Write it like this: {example}.")
            return default or ""
        return value

    def minutes(self) -> int:
        """Whole minutes from 1 to 600; they must be there."""
        value = self.text("minutes")
        if value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= 600:
            return int(value)
        if value:
            self._problems.add(
                self.line("minutes"),
                f"`minutes` cannot be `{value}`.",
                "Write a whole number from 1 to 600, such as `5`.",
            )
        return 0

    def yes(self, key: str, default: bool) -> bool:
        """`true` or `false` (or yes and no)."""
        value = self.text(key, str(default).lower())
        if value.lower() not in _YES:
            self._problems.add(self.line(key), f"`{key}` cannot be `{value}`.", "Write `true` or `false`.")
        return _YES.get(value.lower(), default)

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """One of a few words."""
        value = self.text(key, default)
        if value not in choices:
            remedy = did_you_mean(value, choices, f"It can be {listed(choices)}.")
            self._problems.add(self.line(key), f"`{key}` cannot be `{value}`.", remedy)
            return default
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of single values; one value alone is a list of one."""
        entry = self._entries.get(key)
        if entry is None:
            return ()
        nodes = entry.node.value if isinstance(entry.node, SequenceNode) else [entry.node]
        if not all(isinstance(node, ScalarNode) for node in nodes):
            self._problems.add(entry.line, f"`{key}` must be a plain list.", f"Write `{key}: [one, two]`.")
            return ()
        return tuple(str(node.value) for node in nodes if str(node.value).strip())

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids."""
        values = self.words(key)
        for value in values:
            if not ID.fullmatch(value):
                remedy = "Ids have lower-case letters, digits and hyphens."
                self._problems.add(self.line(key), f"`{value}` cannot be an id.", remedy)
        return values

    def fields(self, key: str = "fields") -> dict[str, str]:
        """The merge fields and their defaults."""
        entry = self._entries.get(key)
        if entry is None:
            return {}
        if not isinstance(entry.node, MappingNode):
            remedy = (
                "Write each field on a line of its own under it, for example `  office.name: The Community Office`."
            )
            self._problems.add(entry.line, f"`{key}` must be a list of names with values.", remedy)
            return {}
        return dict(self._field(name, value) for name, value in entry.node.value)

    def _field(self, name: Node, value: Node) -> tuple[str, str]:
        line = name.start_mark.line + 2
        word = str(name.value) if isinstance(name, ScalarNode) else ""
        if not re.fullmatch(r"[A-Za-z][\w.-]*", word):
            remedy = "Use letters, digits, dots and `_`, for example `office.name`."
            self._problems.add(line, f"`{word}` cannot be the name of a field.", remedy)
        if not isinstance(value, ScalarNode):
            remedy = f"Write each field on one line, for example `{word or 'office'}.name: The Community Office`."
            self._problems.add(line, f"The field `{word}` must have one value.", remedy)
            return word, ""
        return word, str(value.value)


def slug(text: str) -> str:
    """The nearest id to any text, `first-page` where nothing of it can stay."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "first-page"


def parse_front_matter(text: str, problems: Problems) -> tuple[FrontMatter, int]:
    """The front matter and the number of the first line of the body behind it (1 where there is no front matter)."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        remedy = "Begin with a line `---`, then lines such as `id: …` and `title: …`, then another `---`."
        problems.add(1, "The file does not begin with its front matter.", remedy)
        return FrontMatter(None, problems), 1
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        problems.add(1, "The front matter has no end.", "Write a line `---` below its last key.")
        below = (number for number, line in enumerate(lines[1:], 1) if not line.strip() or line.startswith("#"))
        return FrontMatter(None, problems), next(below, len(lines)) + 1
    return FrontMatter(_entries("\n".join(lines[1:end]), problems), problems), end + 2


def _entries(yaml: str, problems: Problems) -> dict[str, Entry] | None:
    try:
        root = YAML(typ="safe", pure=True).compose(yaml)
    except MarkedYAMLError as error:
        mark = error.context_mark if "end of stream" in str(error.problem) else error.problem_mark
        line = min(mark.line if mark else 0, yaml.count("\n")) + 2
        problems.add(line, "Midweek cannot read this line of the front matter.", _yaml_remedy(str(error.problem or "")))
        return None
    except (YAMLError, RecursionError, ValueError):
        problems.add(1, "Midweek cannot read this front matter.", "Write one `key: value` on each line.")
        return None
    if root is None:
        return {}
    if not isinstance(root, MappingNode):
        problems.add(
            root.start_mark.line + 2, "The front matter is not a list of keys.", "Write `key: value` on each line."
        )
        return None
    return dict(_named(root.value, problems))


def _named(pairs: Iterable[tuple[Node, Node]], problems: Problems) -> Iterable[tuple[str, Entry]]:
    seen: dict[str, int] = {}
    for key, value in pairs:
        name, line = str(key.value), key.start_mark.line + 2
        if name in seen:
            problems.add(line, f"`{name}` stands here twice.", f"Keep one of them; the first is in line {seen[name]}.")
            continue
        seen[name] = line
        yield name, Entry(value, line)


def _yaml_remedy(problem: str) -> str:
    if "'\\t'" in problem:
        return "Use spaces instead of the tab."
    if "mapping values" in problem:
        return 'Put a value that has a colon in it between quotes: `title: "Links: the basics"`.'
    if "another document" in problem:
        return "Keep one `---` above the keys and one below."
    if "end of stream" in problem:
        return "Close the quotes that were opened."
    return "Write `key: value`, and put a value that begins with a special character between quotes."
