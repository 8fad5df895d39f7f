"""The only place where sentences about a learner's page are made: one template a kind of fault, and the nouns for tags.

A template is filled by `fault(kind, …)`. Behind the colon of a field stands how it is said:
`{x:The}` The picture `<img>` · `{x:the}` the picture `<img>` · `{x:a}` a picture `<img>` · `{x:noun}` picture `<img>` ·
`{x:many}` pictures `<img>` · `{x:one}` a picture · `{x:code}` between backticks · `{x:said}` between quotation marks ·
`{x:count}` 3 as "three" · `{x:list}` "4, 9" as "4 and 9" · `{x:tail}` with a space before it, if there is anything.
Translating means other templates (the dictionaries beside this file) and other nouns (nouns.py), nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from app.checks.report import Fault, Place
from app.checks.wording.audits import AUDITS
from app.checks.wording.axe import AXE
from app.checks.wording.differences import DIFFERENCES
from app.checks.wording.effects import EFFECTS
from app.checks.wording.goals import GOALS
from app.checks.wording.nouns import NOUNS, noun
from app.checks.wording.proposals import PROPOSALS
from app.checks.wording.slips import SLIPS
from app.checks.wording.written import WRITTEN

LONGEST_QUOTE = 90

_COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

TEMPLATES: dict[str, str] = {**GOALS, **SLIPS, **EFFECTS, **WRITTEN, **AUDITS, **AXE, **DIFFERENCES, **PROPOSALS}


def code(text: str) -> str:
    """The text between backticks, on one line, shortened where it is long."""
    return f"`{_short(text).replace('`', 'ˋ')}`"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[: LONGEST_QUOTE - 1].rstrip()}…"


def _counted(number: str) -> str:
    return _COUNTS[int(number)] if number.isdigit() and int(number) < len(_COUNTS) else number


def _listed(words: str) -> str:
    parts = words.split(", ")
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _named(tag: str, form: int, article: str = "") -> str:
    return f"{article}{noun(tag)[form]} `<{_short(tag)}>`"


_FORMS = {
    "The": lambda tag: _named(tag, 0, "The "),
    "the": lambda tag: _named(tag, 0, "the "),
    "a": lambda tag: _named(tag, 1),
    "noun": lambda tag: _named(tag, 0),
    "many": lambda tag: _named(tag, 2),
    "one": lambda tag: noun(tag)[1] if tag in NOUNS else _named(tag, 1),
    "code": code,
    "said": lambda text: f"“{_short(text)}”",
    "count": _counted,
    "list": _listed,
    "lines": lambda words: f"{'lines' if ', ' in words else 'line'} {_listed(words)}",
    "tail": lambda text: f" {_short(text)}" if text else "",
    "": _short,
}


class _Sentence(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        return _FORMS[format_spec](str(value))


def sentence(kind: str, fields: Mapping[str, str]) -> str:
    """The template of a kind with its fields filled in; KeyError for an unknown kind or a missing field."""
    said = _Sentence().vformat(TEMPLATES[kind], (), fields)
    return said.replace(".”.", ".”")  # what is quoted brings its own full stop


def fault(kind: str, place: Place | None, subject: str, found: str = "", wanted: str = "", **more: str) -> Fault:
    """A Fault of this kind with its sentence; `subject` is a tag or property, `more` what else its template says."""
    fields = {"subject": subject, "found": found, "wanted": wanted, **more}
    return Fault(kind, place, subject, found, wanted, sentence(kind, fields))


def with_line(fault: Fault) -> str:
    """The sentence with its line in front, for where no heading says it: `Line 12: …`, `style.css, line 3: …`."""
    if fault.place is None:
        return fault.text
    where = f"{fault.place.file}, line" if fault.place.file.endswith(".css") else "Line"
    return f"{where} {fault.place.line}: {fault.text}"
