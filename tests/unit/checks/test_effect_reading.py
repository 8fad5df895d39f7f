"""What an author can write in a `css` block, how the browser is asked, and what each mistake is answered with."""

from __future__ import annotations

from typing import Any

import pytest

from app.checks.rendered.effects import read_effects


def asked(block: str) -> list[dict[str, Any]]:
    effects, problems = read_effects(block, 1)
    assert problems == ()
    return [effect.question for effect in effects]


def value(declaration: str) -> Any:
    return asked(f"a:hover {{ {declaration} }}")[0]["value"]


@pytest.mark.parametrize(
    ("declaration", "wanted"),
    [
        ("color: darkgreen", "darkgreen"),
        ("margin: 0 auto", "0 auto"),
        ("grid-template-columns: repeat(2, 1fr)", "repeat(2, 1fr)"),
        ("background-image: url(files/x.png)", "url(files/x.png)"),
        ("font-family: Georgia, serif", "Georgia, serif"),
        ("--sand: #e8dcc0", "#e8dcc0"),
        ("font-size: at-least(16px)", {"at-least": "16px"}),
        ("font-size: AT-LEAST( 1rem )", {"at-least": "1rem"}),
        ("max-width: at-most(calc(50% + 1rem))", {"at-most": "calc(50% + 1rem)"}),
        ("line-height: between(1.4, 1.8)", {"between": ["1.4", "1.8"]}),
        ("font-weight: at-least(bold)", {"at-least": "bold"}),
        ("color: not(black)", {"not": "black"}),
        ("color: any-of(red, rgb(1, 2, 3))", {"any-of": ["red", "rgb(1, 2, 3)"]}),
        ("color: not(any-of(red, blue))", {"not": {"any-of": ["red", "blue"]}}),
        ("font-weight: any-of(bold, at-least(600))", {"any-of": ["bold", {"at-least": "600"}]}),
        ("color: changes", {"changes": True}),
        ("color: not(changes)", {"not": {"changes": True}}),
    ],
)
def test_values_are_read_with_their_words(declaration: str, wanted: object) -> None:
    assert value(declaration) == wanted


@pytest.mark.parametrize(
    ("selector", "bare", "states", "pseudo"),
    [
        ("a:link", "a:link", [], None),
        ("a:not(:hover)", "a:not(:hover)", [], None),
        ("input:not(:checked)", "input:not(:checked)", [], None),
        (":focus-visible", "*", [("*", "*", ["focus-visible"])], None),
        ("button:hover:focus", "button", [("button", "button", ["hover", "focus"])], None),
        ("nav a:hover span", "nav a span", [("nav a", "nav a[midweek-here] span", ["hover"])], None),
        ("nav>a:active", "nav > a", [("nav > a", "nav > a", ["active"])], None),
        ("label:hover input", "label input", [("label", "label[midweek-here] input", ["hover"])], None),
        ("input:checked+label", "input + label", [("input", "input[midweek-here] + label", ["checked"])], None),
        ("form:focus-within button:disabled", "form button", [
            ("form", "form[midweek-here] button", ["focus-within"]),
            ("form button", "form button", ["disabled"]),
        ], None),
        ("h1::before", "h1", [], "::before"),
        ("h1:before", "h1", [], "::before"),
        ("::marker", "*", [], "::marker"),
        ("a:hover::after", "a", [("a", "a", ["hover"])], "::after"),
        (r'.a\:hover[title=":hover"]', r'.a\:hover[title=":hover"]', [], None),
    ],
)  # fmt: skip
def test_states_and_pseudo_elements_are_taken_off_the_selector(
    selector: str, bare: str, states: list[tuple[str, str, list[str]]], pseudo: str | None
) -> None:
    (question,) = asked(f"{selector} {{ color: red }}")
    bearers = [(state["of"], state["through"], state["names"]) for state in question.get("states", [])]
    assert (question["selector"], bearers, question.get("pseudo")) == (bare, states, pseudo)


def test_each_selector_of_a_list_is_asked_by_itself_and_a_layout_word_of_all_together() -> None:
    assert [q["selector"] for q in asked("h1, h2:hover, p::before { color: red }")] == ["h1", "h2", "p"]
    assert [q["selector"] for q in asked("nav a, nav button { --row: YES; --gap: at-least(8px) }")] == [
        "nav a, nav button",
        "nav a, nav button",
    ]


def test_media_stand_in_each_other_and_beside_each_other() -> None:
    block = "@media print, (width: 375px) { p { color: red } @media (prefers-color-scheme: dark) { p { margin: 0 } } }"
    assert [question["at"] for question in asked(block)] == [
        {"media": "print"},
        {"width": 375},
        {"media": "print", "dark": True},
        {"width": 375, "dark": True},
    ]


@pytest.mark.parametrize(
    ("block", "message", "remedy"),
    [
        ("a { color: changes }", "`changes` asks for a state", "a:hover { color: changes }"),
        ("a { font-size: at-least(red) }", "`red` is no size or number", "any-of"),
        ("a { color: at-least(#fff) }", "`#fff` is no size or number", "not(…)"),
        ("a { font-size: at-least() }", "nothing between its brackets", "`at-least(16px)`"),
        ("a { font-size: at-least(1px, 2px) }", "`at-least(…)` takes one value", "`at-least(16px)`"),
        ("a { font-size: between(2rem, 1rem) }", "the larger value first", "the smaller one first"),
        ("a { font-size: between(1rem) }", "`between(…)` takes two values", "between(1rem, 2rem)"),
        ("a { font-size: at-least(at-most(1px)) }", "Inside `at-least(…)`", "at-least(16px)"),
        ("a { font-size: atleast(3px) }", "no word `atleast(…)`", "Did you mean `at-least(…)`?"),
        ("a { color: anyof(red, blue) }", "no word `anyof(…)`", "Did you mean `any-of(…)`?"),
        ("a { color: any-of(red) }", "`any-of(…)` takes two values or more", "any-of("),
        ("a { color: any-of(red,) }", "beside a comma", "any-of("),
        ("a { color: not(red, blue) }", "`not(…)` takes one value", "`not(any-of(red, blue))`"),
        ("a { border: at-least(1px) solid }", "must be the whole value", "border-width: at-least(1px)"),
        ("a { color: darkgren }", "no colour `darkgren`", "Did you mean `darkgreen`?"),
        ("a { background-color: not(blak) }", "no colour `blak`", "Did you mean `black`?"),
        ("a { width: 50 }", "`width: 50` needs a unit", "Did you mean `50px`?"),
        ("a { --row: maybe }", "`--row` takes `yes` or `no`", "`--row: yes`"),
        ("a { --rwo: yes }", "no layout word `--rwo`", "Did you mean `--row`?"),
        ("a { --gaps: at-least(8px) }", "no layout word `--gaps`", "Did you mean `--gap`?"),
        ("a { --gap: changes }", "`--gap` takes a size", "at-least(8px)"),
        ("a:hover { --row: yes }", "`--row` cannot be asked of `a:hover`", "without a state"),
        ("a:is(:hover, :focus) { color: red }", "inside `:is(…)`", "one by one"),
        ("form:has(:checked) { color: red }", "inside `:has(…)`", "one by one"),
        ("a:visited { color: red }", "which links were `:visited`", "css written"),
        ("a::cue { color: red }", "What `::cue` looks like", "css written"),
        ("a::before:hover { color: red }", "stands after `::before`", "before `::before`"),
        ("li::marker { margin: 0 }", "`::marker` takes no `margin`", "element itself"),
        ("h1,, h2 { color: red }", "A selector is missing", "Write one"),
        ("> h1 { color: red }", "The selector `> h1` cannot be read", "brackets"),
        ("a:hover( { color: red }", "cannot be read", "Write `{`"),
        ("nav { a { color: red } }", "A rule inside a rule", "whole selector"),
        ("@media (hover: hover) { a { color: red } }", "`@media (hover: hover)` cannot be checked", "orientation"),
        ("@media (width: 9px) { a { color: red } }", "cannot be checked", "(width: 375px)"),
        ("@media print { }", "`@media print` asks for nothing", "Write a rule"),
        ("@supports (color: red) { a { color: red } }", "`@supports` cannot be checked", "css written"),
        ("a { color red }", "cannot be read at `color red`", "Write `:`"),
        ("a { color: red\n  margin: 0 }", "cannot be read at `color: red`", "Write `;`"),
        ("a { zzzz: 1 }", "CSS has no property `zzzz`", "Check how it is spelt"),
    ],
)
def test_each_mistake_of_an_author_is_told_with_a_remedy(block: str, message: str, remedy: str) -> None:
    _, problems = read_effects(block, 1)
    assert len(problems) == 1, problems
    assert message in problems[0].message
    assert remedy in problems[0].remedy
