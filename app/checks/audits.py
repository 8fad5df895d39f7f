"""Ready-made audits: by axe-core in the browser where it has the rule, by our own look at the page where it has not."""

from __future__ import annotations

from app.checks.blocks import RuleProblem
from app.page.nearest import nearest

AXE: dict[str, tuple[str, ...]] = {
    # our name: axe-core's rules
    "page-title": ("document-title",),
    "page-language": ("html-has-lang", "html-lang-valid"),
    "heading-order": ("heading-order",),
    "no-empty-headings": ("empty-heading",),
    "image-alt": ("image-alt", "input-image-alt", "role-img-alt"),
    "link-text": ("link-name",),
    "form-labels": ("label", "select-name"),
    "landmarks": ("landmark-one-main", "region"),
    "contrast": ("color-contrast",),
    "autocomplete": ("autocomplete-valid",),
    "target-size": ("target-size",),
    "viewport-not-locked": ("meta-viewport",),
}
OWN = ("valid-html", "one-h1")
LATER = (
    "accessible",
    "alt-not-filename",
    "focus-visible",
    "no-inline-style",
    "no-outside-requests",
    "no-presentational-tags",
    "print-friendly",
    "reflow-320",
    "share-card",
    "table-headers",
)
NAMES = (*AXE, *OWN, *LATER)


def read_audits(text: str, line: int) -> tuple[tuple[str, ...], tuple[RuleProblem, ...]]:
    """The names in an `audit` block and what is wrong with them, by line of the exercise file."""
    names: list[str] = []
    problems: list[RuleProblem] = []
    for number, words in enumerate(text.splitlines(), line):
        for name in words.replace(",", " ").split():
            if name in LATER:
                problems.append(
                    RuleProblem(number, f"This Midweek has no audit `{name}` yet.", "Leave it out for now.")
                )
            elif name not in NAMES:
                problems.append(RuleProblem(number, f"There is no audit `{name}`.", _advice(name)))
            else:
                names.append(name)
    if not names and not problems:
        problems.append(RuleProblem(line, "This block names no audit.", f"Write one, such as `{OWN[0]}`."))
    return tuple(dict.fromkeys(names)), tuple(problems)


def _advice(name: str) -> str:
    meant = nearest(name, NAMES)
    return f"Did you mean `{meant}`?" if meant else f"Midweek has {', '.join(f'`{n}`' for n in sorted((*AXE, *OWN)))}."
